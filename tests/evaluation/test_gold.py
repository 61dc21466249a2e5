"""The annotations of both sets are well-formed and verbatim, and the second covers every construction."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
from annotations import AnnotationError, Gold, as_list, hash_of, originals_of, read_gold
from examples import committee_minutes_2022, labour_plan_2023
from examples.elements import ScannedPage

from tests.evaluation.conftest import ROOT
from tests.evaluation.readings import letters, read_text

EXAMPLES = read_gold(ROOT / "evaluation" / "gold")
CONSTRUCTIONS = read_gold(ROOT / "evaluation" / "gold_constructions")
GOLDS = (*EXAMPLES, *CONSTRUCTIONS)
DOCUMENTS = ROOT / "evaluation" / "documents"


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
    if gold.name == labour_plan_2023.EXAMPLE.name:  # a page break cuts a row of its table
        text += " ".join(" ".join(row) for row in labour_plan_2023.ROWS)
    quotes = [*(c["quote"] for c in (*gold.commitments, *gold.times, *(gold.measures or ()))), *gold.not_commitments]
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
    assert {p.name for p in originals_of(EXAMPLES)} == {p.name for p in (ROOT / "corpus" / "examples").iterdir()}
    assert len(EXAMPLES) == 19


def test_gold_covers_every_document_of_the_second_set() -> None:
    """Each document is annotated, there are at least forty, and none has the name of an example."""
    names = {p.name for p in DOCUMENTS.iterdir()}
    assert {p.name for p in originals_of(CONSTRUCTIONS)} == names
    assert len(names) >= 40
    assert names.isdisjoint(gold.name for gold in EXAMPLES)


def test_every_construction_is_covered() -> None:
    """The list of constructions and what the documents say they cover are the same."""
    groups = tomllib.loads((ROOT / "evaluation" / "constructions.toml").read_text(encoding="utf-8"))
    known = {name for group in groups.values() for name in group}
    assert {name for gold in CONSTRUCTIONS for name in gold.covers} == known


@pytest.mark.parametrize("gold", CONSTRUCTIONS, ids=lambda g: g.path.stem)
def test_second_set_has_the_kinds_and_outcomes_it_says_it_covers(gold: Gold) -> None:
    """Where a document says that it covers a kind, an outcome or a field, its gold has one."""
    kinds = {kind for c in gold.commitments for kind in as_list(c["kind"])}
    wanted = {name.split("-")[1] for name in gold.covers if name.startswith("c-")}
    assert wanted & {"decision", "undertaking", "obligation", "proposal", "accomplishment"} <= kinds
    outcomes = {name.removeprefix("c-outcome-") for name in gold.covers if name.startswith("c-outcome-")}
    assert outcomes <= {c.get("outcome") for c in gold.commitments}
    fields = {"c-polarity": "polarity", "c-condition": "condition", "c-amount": "amount", "c-routine": "routine"}
    assert [
        f for name, f in fields.items() if name in gold.covers and not any(c.get(f) for c in gold.commitments)
    ] == []
    if "n-prediction" in gold.covers or "n-possibility" in gold.covers:
        assert gold.not_commitments


@pytest.mark.parametrize("path", sorted(DOCUMENTS.iterdir()), ids=lambda p: p.name)
def test_document_names_no_real_address(path: Path) -> None:
    """Mail addresses end in a domain reserved for examples, and telephone numbers do not exist."""
    text = read_text(path)
    addresses = re.findall(r"[\w.]+(?:@|\(a\))[\w.]+\w", text)
    assert [a for a in addresses if not a.endswith(".example")] == []
    numbers = re.findall(r"(?:puh\.|puhelin:?|p\.|faksi)\s*(\d[\d ]+\d)", text, re.IGNORECASE)
    assert [n for n in numbers if not n.startswith("000")] == []


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
