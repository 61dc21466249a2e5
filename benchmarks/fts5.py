"""The baseline of `search.py`: the same terms and columns in a bare FTS5 table of SQLite, asked in plain SQL.

Terms stand side by side, so that those of one token follow one another: close enough for a baseline of speed and
size. Filters and facets go through a narrow side table with a covering index, the fastest form found.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from search_questions import Question

from policysearch.index.port import FACETS, Between, Column, Filter, IndexRow, OneOf
from policysearch.index.tree import AllOf, AnyOf, AnyTerm, Node, TermRun
from policysearch.model.query import TermField

_TOKENIZE = "unicode61 remove_diacritics 0 tokenchars '-_./'"
_COLUMNS: tuple[Column, ...] = ("type", "issuer", "date", "year", "part")
_COUNTED = tuple(name for name in FACETS if name in _COLUMNS)
_SEVERAL: tuple[Column, ...] = tuple(name for name in FACETS if name not in _COLUMNS)


class Fts5:
    """An FTS5 table in a file of its own."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(folder / "fts5.db")
        self._base.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;")

    def build(self, documents: Iterable[tuple[str, Sequence[IndexRow]]]) -> None:
        """Make the tables of all documents, in one transaction."""
        self._base.executescript(
            f"""CREATE VIRTUAL TABLE passage USING fts5(mixed, lemma, form, tokenize="{_TOKENIZE}");
            CREATE TABLE side (row INTEGER PRIMARY KEY, id TEXT, {", ".join(_COLUMNS)});
            CREATE INDEX narrow ON side (row, type, date);
            CREATE TABLE several (row INTEGER, name TEXT, value TEXT);
            CREATE INDEX each ON several (row, name, value);"""
        )
        for _, rows in documents:
            self._insert(rows)
        self._base.commit()

    def add(self, document: str, rows: Sequence[IndexRow]) -> None:
        """Add one document, and commit."""
        del document
        self._insert(rows)
        self._base.commit()

    def see(self) -> None:
        """Ask the least that there is."""
        self._base.execute("SELECT rowid FROM passage WHERE passage MATCH 'x' LIMIT 1").fetchall()

    def ask(self, question: Question) -> int:
        """The best ten with their ids, and the total, as a product would need them."""
        faceted = question.kind == "faceted"
        match = f'mixed : "{question.prefix}" *' if question.prefix else _expression(question.root)
        where, values = _where(question.filters)
        joined = f"passage CROSS JOIN side ON side.row = passage.rowid WHERE passage MATCH ? {where}"
        source = joined if where else "passage WHERE passage MATCH ?"
        shown = ", snippet(passage, 2, '<', '>', '…', 40)" if faceted else ""
        asked = (match, *values)
        best = self._all(f"SELECT passage.rowid {shown} FROM {source} ORDER BY rank LIMIT 10", asked)
        [(total,)] = self._all(f"SELECT count(*) FROM {source}", asked)
        for name in _COUNTED if faceted else ():
            self._all(f"SELECT {name}, count(*) FROM {joined} GROUP BY 1", asked)
        if faceted:
            many = "passage CROSS JOIN several ON several.row = passage.rowid WHERE passage MATCH ?"
            self._all(f"SELECT name, value, count(*) FROM {many} GROUP BY 1, 2", asked)
        for row in best:
            self._all("SELECT id FROM side WHERE row = ?", row[:1])
        return int(total)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def _all(self, sql: str, values: Sequence[object]) -> list[tuple[int, ...]]:
        return self._base.execute(sql, values).fetchall()

    def _insert(self, rows: Sequence[IndexRow]) -> None:
        for row in rows:
            texts = (_joined(row, "mixed"), _joined(row, "lemma"), _joined(row, "form"))
            done = self._base.execute("INSERT INTO passage (mixed, lemma, form) VALUES (?, ?, ?)", texts)
            values = (done.lastrowid, row.id, *(row.columns.get(name) for name in _COLUMNS))
            self._base.execute("INSERT INTO side VALUES (?, ?, ?, ?, ?, ?, ?)", values)
            for name in _SEVERAL:
                each = [(done.lastrowid, name, value) for value in row.columns.get(name) or ()]
                self._base.executemany("INSERT INTO several VALUES (?, ?, ?)", each)


def _joined(row: IndexRow, field: TermField) -> str:
    return " ".join(each for token in row.tokens for each in token.terms(field))


def _expression(node: Node) -> str:
    """The node in FTS5's query language; only kinds that the benchmark asks."""
    match node:
        case AnyTerm(field, terms):
            return "(" + " OR ".join(f'{field} : "{each}"' for each in terms) + ")"
        case TermRun(field, places):
            return f'{field} : "{" ".join(place[0] for place in places)}"'
        case AllOf(children):
            return "(" + " AND ".join(map(_expression, children)) + ")"
        case AnyOf(children):
            return "(" + " OR ".join(map(_expression, children)) + ")"
    raise NotImplementedError(node)


def _where(filters: Sequence[Filter]) -> tuple[str, list[str]]:
    clauses: list[str] = []
    values: list[str] = []
    for each in filters:
        match each:
            case OneOf(column, wanted):
                clauses.append(f"AND {column} IN ({', '.join('?' for _ in wanted)})")
                values += sorted(wanted)
            case Between(column, low, high):
                clauses.append(f"AND {column} BETWEEN ? AND ?")
                values += [low or "", high or "9999"]
    return " ".join(clauses), values
