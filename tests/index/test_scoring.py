"""What rows score, by the formula of docs/ranking.md, computed by hand."""

import math
from collections.abc import Iterable
from pathlib import Path

import pytest

from policysearch.index.port import IndexRow
from policysearch.index.scoring import (
    FACT_WEIGHT,
    HEADING_WEIGHT,
    IN_COMPOUND,
    K1,
    LIST_WEIGHT,
    PART,
    RARITY_POWER,
    TITLE,
    B,
    rarity,
    saturation,
)
from policysearch.index.tree import AnalysedQuery, Everything
from policysearch.index.whoosh_engine import WhooshEngine
from tests.index.language import analysed, terms_of

LENGTHS = 0.08
"""The rows are about as long as one another: so much of a score comes from what is left."""


def scores(query: str, rows: Iterable[IndexRow], folder: Path) -> dict[str, float]:
    """The score of every row, whether it meets the query or not."""
    folder.mkdir(exist_ok=True)
    engine = WhooshEngine(folder)
    for row in rows:
        engine.replace(row.document, [row])
    engine.commit()
    found = engine.search(AnalysedQuery(Everything(), analysed(query).clues), limit=100)
    engine.close()
    return dict(zip(found.ids, found.scores, strict=True))


def row(id_: str, text: str, title: Iterable[str] = (), **columns: object) -> IndexRow:
    """A row that is the whole of its document."""
    return IndexRow(id_, f"of {id_}", terms_of(text), columns, tuple(title))  # type: ignore[arg-type]


def test_rare_words_are_worth_more() -> None:
    """1 for a word of all rows; by a power of BM25's logarithm for others."""
    assert rarity(10, 10) == rarity(0, 0) == 1
    assert rarity(10, 1) == pytest.approx((math.log(5) + 1) ** RARITY_POWER)
    assert rarity(10, 1) > rarity(10, 2) > rarity(10, 9)


def test_repeating_gains_less_and_less() -> None:
    """A word once in a row of mean length is worth 1, and K1 + 1 is never reached; long rows lose."""
    assert saturation(1, 1) == pytest.approx(1)
    assert saturation(2, 1) - 1 > saturation(3, 1) - saturation(2, 1)
    assert saturation(1000, 1) < K1 + 1
    assert saturation(1, 2) == pytest.approx((K1 + 1) / (1 + K1 * (1 - B + 2 * B)))


def test_best_field_counts(tmp_path: Path) -> None:
    """The word itself is worth more than in a compound or in the title; together they are worth no more."""
    rows = [
        row("text", "Uhri soitti poliisille."),
        row("both", "Uhri soitti poliisille.", ["uhri"]),
        row("compound", "Rikosuhri soitti poliisille."),
        row("title", "Poliisi soitti poliisille.", ["uhri"]),
        row("none", "Poliisi soitti poliisille."),
    ]
    found = scores("uhri", rows, tmp_path / "index")
    assert found["text"] == pytest.approx(found["both"])
    assert found["text"] == pytest.approx(rarity(5, 2), rel=LENGTHS)
    assert found["compound"] == pytest.approx(IN_COMPOUND * rarity(5, 3), rel=LENGTHS)
    assert found["title"] == pytest.approx(TITLE * rarity(5, 3))
    assert found["none"] == 0


def test_parts_of_the_word_add_to_it(tmp_path: Path) -> None:
    """Of a passage with a part of the compound that was asked for, the part is a clue of its own."""
    rows = [row("whole", "Ihmiskauppa."), row("part", "Kauppa."), row("none", "Poliisi.")]
    found = scores("ihmiskauppa", rows, tmp_path / "index")
    assert found["part"] == pytest.approx(PART * rarity(3, 2), rel=2 * LENGTHS)
    assert found["whole"] == pytest.approx(rarity(3, 1) + PART * (rarity(3, 1) + rarity(3, 2)), rel=2 * LENGTHS)


def test_kind_of_passage_weighs(tmp_path: Path) -> None:
    """Lists and headings count less, passages with a commitment more."""
    rows = [
        row("plain", "Uhri."),
        row("list", "Uhri.", part="participants"),
        row("heading", "Uhri.", block="heading"),
        row("fact", "Uhri.", kind="decision"),
    ]
    found = scores("uhri", rows, tmp_path / "index")
    ratios = {name: score / found["plain"] for name, score in found.items()}
    expected = {"plain": 1, "list": LIST_WEIGHT, "heading": HEADING_WEIGHT, "fact": FACT_WEIGHT}
    assert ratios == pytest.approx(expected)


def test_what_is_excluded_is_no_clue() -> None:
    """A word after NOT raises nothing; words of phrases do."""
    assert {each.term for clue in analysed('uhri -poliisi "turvakodin rahoitus"').clues for each in clue} == {
        "uhri",
        "turvakoti",
        "rahoitus",
    }
