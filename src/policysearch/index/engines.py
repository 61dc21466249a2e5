"""Which engines there are: found, named and opened without importing one before it is needed."""

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from policysearch.errors import EngineError
from policysearch.index.distribution import VERSION, WANTED, check_distribution
from policysearch.index.port import Engine
from policysearch.model.query import EngineName

INSTALL = 'pip install "policysearch[tantivy]"'


def identity(engine: EngineName) -> str:
    """Name and version of an engine, for the manifest: another one does not read its files.

    Raises:
        EngineError: The engine is not installed; the message has the command that installs it.
    """
    if engine == "whoosh":
        return f"{WANTED} {VERSION}"
    try:
        return f"tantivy {metadata.version('tantivy')}"
    except metadata.PackageNotFoundError:
        raise EngineError(
            f"The engine tantivy is not installed. Run: {INSTALL}, or go without --engine tantivy."
        ) from None


def engine_named(identity: str) -> EngineName | None:
    """The engine that a manifest names; None for one that is not known here."""
    return {WANTED: "whoosh", "tantivy": "tantivy"}.get(identity.partition(" ")[0])  # type: ignore[return-value]


def open_engine(engine: EngineName, folder: Path, files: Iterable[str]) -> Engine:
    """An engine over the files of a folder, imported now, and only if it is the distribution that we mean.

    Raises:
        EngineError: It is missing, or another distribution stands in its place.
    """
    if engine == "whoosh":
        check_distribution()
        from policysearch.index.whoosh_engine import WhooshEngine

        return WhooshEngine(folder, files)
    identity(engine)
    from policysearch.index.tantivy_engine import TantivyEngine

    return TantivyEngine(folder, files)
