"""Everything that a corpus says, as sorted lines, times left out: two corpora that say the same have the same dump."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from policysearch.journal import Journal

_TIMES = {"retrieved_at", "withdrawn_at", "at", "began", "ended", "told_at"}
_LEFT_OUT = {"meta", "form", "failure"}
"""The revision counts writes, the memo of forms is a cache, and a failure has a time and a reason only."""


def dump(corpus: Path) -> list[str]:
    """The lines of a corpus: its tables, its originals and the notes beside them, the last word of its journal."""
    return sorted([*_tables(corpus / "corpus.db"), *_snapshots(corpus / "snapshots"), *_journal(corpus)])


def _tables(path: Path) -> Iterator[str]:
    with sqlite3.connect(path) as db:
        sources = dict(db.execute("SELECT id, uri FROM source"))
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table in _LEFT_OUT or table.startswith("sqlite_"):
                continue
            rows = db.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in rows.description]
            for row in rows:
                values = {c: v for c, v in zip(columns, row, strict=True) if c not in _TIMES}
                if table == "source":
                    values.pop("id")
                for reference in ("source", "copy_of"):
                    if reference in values:  # numbers of rows are an accident
                        values[reference] = sources.get(values[reference])
                yield f"{table} {values!r}"
        yield from (f"failure {uri} {reason}" for uri, reason in db.execute("SELECT uri, reason FROM failure"))


def _snapshots(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("??/*")):
        if path.parent.name == "in":
            continue
        if path.suffix == ".json" and not path.stem.endswith(".ocr"):
            notes = [{k: v for k, v in note.items() if k not in _TIMES} for note in json.loads(path.read_text())]
            yield f"note {path.name} {notes}"
        else:
            yield f"original {path.name} {path.stat().st_size}"


def _journal(corpus: Path) -> Iterator[str]:
    journal = Journal(corpus)
    for uri in journal.latest():
        known = journal.known(uri)
        if known is not None:
            is_there = known.outcome not in ("left_out", "skipped", "withdrawn")
            yield f"journal {uri} {'there' if is_there else known.outcome} {known.sha256} {known.rule} {known.series}"
    yield from (f"expected {e.channel} {e.series} {e.kind} {e.names}" for e in journal.expectations())
