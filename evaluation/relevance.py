"""Information needs, passages judged for them, and how well a search ranks those.

`ranking/needs.toml` has the needs, `ranking/qrels.tsv` a judged passage a line: need, grade 0–3, document, passage. A
document is named by the file name of its source, and its locator where one file holds many; a passage by the first
twelve digits of the SHA-256 of its text (NFC, white space collapsed), so that no text of others is copied here.
"""

import csv
import hashlib
import math
import random
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple
from urllib.parse import unquote

import ir_measures
from ir_measures import RR, nDCG

from policysearch import Corpus
from policysearch.model.document import Passage
from policysearch.model.search import DocumentSummary, Filters

FOLDER = Path(__file__).resolve().parent / "ranking"
DEPTH = 10
GRADES = range(4)
# A passage of this grade and above counts as an answer for the reciprocal rank.
_ANSWERS = 2

Part = Literal["examples", "real"]


class RankingError(Exception):
    """Needs or judgements that cannot be read; the message says where."""


class Anchor(NamedTuple):
    """A passage, whatever the ids of this corpus are: name of its document, hash of its text."""

    document: str
    passage: str


@dataclass(frozen=True, slots=True)
class Need:
    """What a user wants to know (`text`), what makes a passage `relevant`, and the query that this user types."""

    id: str
    user: str
    part: Part
    text: str
    relevant: str
    query: str
    filters: Filters


Qrels = Mapping[str, Mapping[Anchor, int]]
"""Grades by need and passage."""


@dataclass(frozen=True, slots=True)
class Score:
    """Means over needs; by need, its nDCG@10.

    Attributes:
        ndcg: nDCG@10, the grade being the gain, discounted by log2(rank + 1).
        reciprocal: 1/rank of the first passage of grade 2 or 3 among the first ten, or 0.
        judged: The share of the passages shown that somebody has judged.
    """

    ndcg: float
    reciprocal: float
    judged: float
    by_need: Mapping[str, float]
    n_unjudged: Mapping[str, int]


def read_needs(path: Path = FOLDER / "needs.toml") -> tuple[Need, ...]:
    """The needs of a file, in its order.

    Raises:
        RankingError: Two have one id, or one has an unknown key.
    """
    needs = tuple(_need(table, path) for table in tomllib.loads(path.read_text(encoding="utf-8"))["need"])
    if len({need.id for need in needs}) < len(needs):
        raise RankingError(f"{path}: two needs have the same id")
    return needs


def _need(table: Mapping[str, object], path: Path) -> Need:
    rest = dict(table)
    try:
        texts = {key: str(rest.pop(key)) for key in ("id", "user", "relevant", "query")}
        part, text = rest.pop("corpus"), str(rest.pop("need"))
    except KeyError as error:
        raise RankingError(f"{path}: {table.get('id', 'a need')} lacks {error}") from error
    if part not in ("examples", "real"):
        raise RankingError(f"{path}: {texts['id']}: corpus must be examples or real")
    try:
        filters = Filters(**rest | {"types": tuple(rest.get("types", ()))})  # type: ignore[arg-type]
    except TypeError as error:
        raise RankingError(f"{path}: {texts['id']}: {error}") from error
    return Need(part=part, text=text, filters=filters, **texts)


def held_out(needs: Sequence[Need]) -> frozenset[str]:
    """The ids of half of the needs of each part, drawn by lot: weights are chosen on the others alone."""
    drawn: set[str] = set()
    for part in ("examples", "real"):
        ids = sorted(need.id for need in needs if need.part == part)
        drawn.update(random.Random("held out").sample(ids, len(ids) // 2))  # noqa: S311 (nothing to keep secret)
    return frozenset(drawn)


def read_qrels(path: Path = FOLDER / "qrels.tsv") -> dict[str, dict[Anchor, int]]:
    """The judgements of a file.

    Raises:
        RankingError: A line has no grade of 0 to 3, or a passage is judged twice.
    """
    found: dict[str, dict[Anchor, int]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            grades, anchor = found.setdefault(row["need"], {}), Anchor(row["document"], row["passage"])
            if anchor in grades or not row["grade"].isdigit() or int(row["grade"]) not in GRADES:
                raise RankingError(f"{path}: {row['need']}, {anchor}: wants one grade of 0 to 3")
            grades[anchor] = int(row["grade"])
    return found


def write_qrels(qrels: Qrels, path: Path) -> None:
    """Write judgements, by need and then by document and passage."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("need", "grade", "document", "passage"))
        for need, grades in qrels.items():
            writer.writerows((need, grade, *anchor) for anchor, grade in sorted(grades.items()))


def text_hash(text: str) -> str:
    """Twelve hexadecimal digits that name a passage's text; white space and Unicode composition do not matter."""
    normalised = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(normalised.encode()).hexdigest()[:12]


class Reader:
    """Names the passages of an open corpus by their anchors; texts are read once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._texts: dict[str, str] = {}

    def text(self, document: str, passage: Passage) -> str:
        """The words of a passage."""
        if document not in self._texts:
            self._texts[document] = self._corpus.document(document).text
        return passage.span.of(self._texts[document])

    def anchor(self, document: DocumentSummary, passage: Passage) -> Anchor:
        """The anchor of a passage."""
        uri, _, fragment = document.uri.partition("#")
        name, locator = PurePosixPath(unquote(uri)).name, document.locator or fragment
        return Anchor(f"{name}#{locator}" if locator else name, text_hash(self.text(document.id, passage)))

    def all(self) -> frozenset[Anchor]:
        """The anchors of all passages."""
        return frozenset(self.anchor(hit.document, hit.passage) for hit in self._corpus.search("", limit=None).hits)

    def search(self, need: Need, *, limit: int | None = DEPTH, any_word: bool = False) -> tuple[Anchor, ...]:
        """What a search for `need` shows, best first."""
        found = self._corpus.search(
            need.query, filters=need.filters, limit=limit, any_word=any_word, fold=limit is not None
        )
        return tuple(self.anchor(hit.document, hit.passage) for hit in found.hits)


def score(shown: Mapping[str, Sequence[Anchor]], qrels: Qrels) -> Score:
    """Score what was shown for each need.

    A text that stands in several documents is one item with the best of its grades; shown again, it gains nothing.
    What nobody has judged gains nothing either. A need for which nothing is shown scores 0.

    Raises:
        RankingError: A need has no passage that answers it.
    """
    judged = [ir_measures.Qrel(need, item, grade) for need in shown for item, grade in _items(qrels.get(need, {}))]
    ranked = {need: list(_without_repeats(anchors[:DEPTH])) for need, anchors in shown.items()}
    run = [
        ir_measures.ScoredDoc(need, item, float(DEPTH - rank))
        for need, items in ranked.items()
        for rank, item in enumerate(items)
    ]
    hopeless = set(shown) - {qrel.query_id for qrel in judged if qrel.relevance > 0}
    if hopeless:
        raise RankingError(f"no passage is judged to answer {', '.join(sorted(hopeless))}")
    ndcg, reciprocal = nDCG @ DEPTH, RR(rel=_ANSWERS) @ DEPTH
    values = {
        (value.measure, value.query_id): value.value for value in ir_measures.iter_calc([ndcg, reciprocal], judged, run)
    }
    known = {(qrel.query_id, qrel.doc_id) for qrel in judged}
    n_unjudged = {
        need: sum((need, item.partition("#")[0]) not in known for item in items) for need, items in ranked.items()
    }
    n_shown = sum(map(len, ranked.values()))
    return Score(
        ndcg=_mean(values[ndcg, need] for need in shown),
        reciprocal=_mean(values[reciprocal, need] for need in shown),
        judged=1 - sum(n_unjudged.values()) / n_shown if n_shown else 1.0,
        by_need={need: values[ndcg, need] for need in shown},
        n_unjudged=n_unjudged,
    )


def _items(grades: Mapping[Anchor, int]) -> Iterable[tuple[str, int]]:
    best: dict[str, int] = {}
    for anchor, grade in grades.items():
        best[anchor.passage] = max(grade, best.get(anchor.passage, 0))
    return best.items()


def _without_repeats(anchors: Iterable[Anchor]) -> Iterable[str]:
    seen: dict[str, int] = {}
    for anchor in anchors:
        seen[anchor.passage] = again = seen.get(anchor.passage, 0) + 1
        yield anchor.passage if again == 1 else f"{anchor.passage}#{again}"


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return math.fsum(numbers) / len(numbers) if numbers else 0.0
