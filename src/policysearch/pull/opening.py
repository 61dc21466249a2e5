"""The client of a run, by the settings."""

from pathlib import Path

from policysearch.errors import SettingsError
from policysearch.notes import Note
from policysearch.settings import Settings
from policysearch.sources.cache import Cache
from policysearch.sources.http import PoliteClient
from policysearch.sources.manners import Clock

CACHE_NAME = "pull-cache"


def open_client(settings: Settings, on_note: Note, *, cache: Path | None, clock: Clock | None = None) -> PoliteClient:
    """A client that says who asks.

    Args:
        settings: With `pull.contact`.
        on_note: Is told what the person should know beside the results.
        cache: The folder of earlier listings; None to keep nothing.
        clock: For tests, which need not wait.

    Raises:
        SettingsError: There is no contact.
    """
    if not settings.pull.contact:
        raise SettingsError(
            "pull.contact is not set, and publishers must be able to reach whoever fetches from them: write "
            '`contact = "you@example.fi"` under `[pull]` in policysearch.toml'
        )
    return PoliteClient(settings.pull, Cache(cache), clock or Clock(), on_note=on_note)
