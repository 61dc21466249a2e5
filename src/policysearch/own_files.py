"""What the program itself keeps in the folders of a corpus and its index: no documents, whoever walks over them."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from policysearch.settings import Settings

_NAMES = (
    "corpus.db*",
    "snapshots",
    "freezes",
    "pull-cache",
    "pull.jsonl*",
    "forgotten.jsonl*",
    "reviews.jsonl*",
    "watches.json*",
)
"""In the folder of the corpus, beside which people keep files of theirs: a catalogue, examples."""


def own_files(settings: Settings) -> tuple[Path, ...]:
    """The files and folders that are there now, resolved, in the order of their names."""
    found = {path for name in _NAMES for path in settings.corpus.glob(name)} | {settings.index}
    return tuple(sorted(path.resolve() for path in found if path.exists()))


def left_out_line(own: Iterable[Path], looked_at: Iterable[Path]) -> str | None:
    """One sentence about what is left out where files and folders are looked at; None where nothing is.

    Args:
        own: As `own_files` gives them.
        looked_at: Files, and folders with everything below them.
    """
    roots = [path.resolve() for path in looked_at]
    met = [path for path in own if any(path.is_relative_to(root) or root.is_relative_to(path) for root in roots)]
    if not met:
        return None
    folders = groupby(sorted(met), key=lambda path: path.parent)
    named = "; ".join(f"{_names(paths)} in {folder}" for folder, paths in folders)
    return f"Left out, since the program keeps them itself and they are no documents: {named}."


def _names(paths: Iterable[Path]) -> str:
    """The names, without those of what stands beside another one: its log, its lock."""
    names = [path.name for path in paths]
    return ", ".join(name for name in names if not any(name.startswith(other) for other in names if other != name))
