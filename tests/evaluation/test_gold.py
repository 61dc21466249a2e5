"""The annotations of the examples are well-formed and verbatim."""

import datetime as dt
from pathlib import Path

import pytest
from annotations import AnnotationError, Gold, hash_of, originals_of, read_gold
from examples import committee_minutes_2022
from examples.elements import ScannedPage

from tests.evaluation.conftest import ROOT
from tests.evaluation.readings import letters, read_text

GOLDS = read_gold(ROOT / "evaluation" / "gold")


def _scanned() -> str:
    pages = [e for e in committee_minutes_2022.EXAMPLE.content if isinstance(e, ScannedPage)]
    return "\n".join(line for page in pages for line in page.lines)


def _stands_in(quote: str, text: str) -> bool:
    """Whether the quote's letters stand in the text, in one piece, or in two with page furniture between them."""
    q, t = letters(quote), letters(text)
    return q in t or any(q[:i] in t and q[i:] in t for i in range(8, len(q) - 7))


@pytest.mark.parametrize("gold", GOLDS, ids=lambda g: g.path.stem)
def test_gold_quotes_stand_in_the_document(gold: Gold) -> None:
    """Every quote is verbatim, as another reader reads the document."""
    text = read_text(ROOT / gold.original, gold.name.partition("#")[2])
    if gold.name == committee_minutes_2022.EXAMPLE.name:
        text += _scanned()
    quotes = [*(c["quote"] for c in (*gold.commitments, *gold.times)), *gold.not_commitments]
    quotes += [c["condition"] for c in gold.commitments if c.get("condition")]
    assert [q for q in quotes if not _stands_in(q, text)] == []


@pytest.mark.parametrize("gold", GOLDS, ids=lambda g: g.path.stem)
def test_gold_conditions_belong_to_their_quotes(gold: Gold) -> None:
    """A condition is part of the clause it is of."""
    pairs = [(c["condition"], c["quote"]) for c in gold.commitments if c.get("condition")]
    assert [condition for condition, quote in pairs if condition not in quote] == []


@pytest.mark.parametrize("gold", GOLDS, ids=lambda g: g.path.stem)
def test_gold_dates_are_dates(gold: Gold) -> None:
    """Every end of a time is an ISO date or minute, and begins are not after ends."""
    for entry in (*gold.times, *(c["time"] for c in gold.commitments if c.get("time"))):
        ends = [entry[key] for key in ("begin", "end") if entry.get(key)]
        moments = [dt.datetime.fromisoformat(str(end)) for end in ends]
        assert moments == sorted(moments)


def test_gold_covers_every_example() -> None:
    """Each example is annotated, the three decisions of the JSON file one by one."""
    assert {p.name for p in originals_of(GOLDS)} == {p.name for p in (ROOT / "corpus" / "examples").iterdir()}
    assert len(GOLDS) == 17


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("commitments: []", "`document` is missing"),
        ("document: a.txt", "`commitments` is missing"),
        ("document: a.txt\ncommitments: [{quote: x, kind: promise}]", "has the kind 'promise'"),
        ("document: a.txt\ncommitments: []\ntimes: [{quote: x}]", "time 1 lacks a quote, or has the role None"),
    ],
)
def test_read_gold_names_what_is_wrong(content: str, message: str, tmp_path: Path) -> None:
    """A gold file that is not one is refused with the file and the reason."""
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"a\.yaml") as caught:
        read_gold(tmp_path)
    assert message in str(caught.value)


def test_read_gold_of_an_empty_folder_says_so(tmp_path: Path) -> None:
    """No annotations is an error, not a perfect score."""
    with pytest.raises(AnnotationError, match=r"holds no \*\.yaml"):
        read_gold(tmp_path)


def test_hash_of_changes_with_name_and_content(tmp_path: Path) -> None:
    """Another name or another byte gives another hash."""
    (tmp_path / "a.yaml").write_text("x", encoding="utf-8")
    first = hash_of(tmp_path)
    (tmp_path / "a.yaml").write_text("y", encoding="utf-8")
    second = hash_of(tmp_path)
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    assert len({first, second, hash_of(tmp_path)}) == 3
