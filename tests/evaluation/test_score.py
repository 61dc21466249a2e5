"""The scorer: what matches, what counts, and that a perfect export scores one."""

import json
from pathlib import Path
from typing import Any

import pytest
from annotations import Gold, as_list, read_gold
from hypothesis import given
from hypothesis import strategies as st
from matching import compare_names, overlap, pair, same_metadata, same_name, same_time
from score import main, score

from tests.evaluation.conftest import ROOT

GOLDS = tuple(gold for name in ("gold", "gold_constructions") for gold in read_gold(ROOT / "evaluation" / name))


def perfect_export(golds: tuple[Gold, ...]) -> list[dict[str, Any]]:
    """The records of a reader that agrees with the gold in everything that is not optional."""
    records: list[dict[str, Any]] = []
    for i, gold in enumerate(golds):
        name, _, locator = gold.name.partition("#")
        meta = {key: as_list(value)[0] if value else None for key, value in gold.metadata.items()}
        records.append(
            {
                "record": "document",
                "id": str(i),
                "source": {"uri": f"file:///{name}", "locator": locator or None},
                **meta,
            }
        )
        for c in gold.commitments:
            if not c.get("optional"):
                one = {**c, "kind": as_list(c["kind"])[0], "action": (as_list(c.get("action")) or [None])[0]}
                one["speaker"] = {"name": c["speaker"]} if c.get("speaker") else None
                records.append({"record": "commitment", "document": str(i), **one})
        records += [{"record": "time", "document": str(i), **t} for t in gold.times if not t.get("optional")]
        for m in gold.measures or ():
            if not m.get("optional"):
                own = ("quote", "number", "page", "optional")
                parts = {name: [{"quote": words}] for name, words in m.items() if name not in own}
                records.append({"record": "measure", "document": str(i), **m, "parts": parts})
        for p in gold.people:
            actor = {"kind": "person", "name": p["name"]}
            records.append({"record": "actor", "document": str(i), **p, "actor": actor})
        for name in gold.organisations:
            records.append({"record": "actor", "document": str(i), "actor": {"kind": "organisation", "name": name}})
    return records


def test_score_of_a_perfect_export_is_one() -> None:
    """Facts that are the gold score one in every measure, and there is nothing to complain about."""
    result = score(GOLDS, perfect_export(GOLDS))
    assert {measure: count.f1 for measure, count in result.counts.items() if count.f1 != 1} == {}
    assert result.errors == []


def test_score_counts_a_missing_document() -> None:
    """A document that is not among the facts is named, and everything of it is missed."""
    records = [r for r in perfect_export(GOLDS) if (r.get("document") or r["id"]) != "0"]
    result = score(GOLDS, records)
    assert (GOLDS[0].name, "documents", "not among the facts") in result.errors
    assert result.counts["documents"].right == len(GOLDS) - 1
    assert result.counts["commitments"].recall != 1
    assert result.counts["commitments"].precision == 1


def test_score_counts_what_was_found_in_vain() -> None:
    """A sentence that is no commitment costs precision, and is told as one that should have been left alone."""
    gold = GOLDS[0]
    vain = {"record": "commitment", "document": "0", "quote": gold.not_commitments[0], "kind": "decision"}
    result = score((gold,), [*perfect_export((gold,)), vain])
    assert result.counts["commitments"].found == result.counts["commitments"].gold + 1
    assert (gold.name, "left alone", gold.not_commitments[0]) in result.errors


def test_score_tells_whose_words_they_are() -> None:
    """Another speaker and another day are wrong where the gold says whose words they are."""
    gold = next(g for g in GOLDS if any(c.get("said_on") for c in g.commitments))
    records = perfect_export((gold,))
    for record in records:
        if record.get("said_on"):
            record |= {"said_on": "1999-01-01", "speaker": None}
    result = score((gold,), records)
    assert result.counts["said on"].right == 0
    assert result.counts["speaker"].right < result.counts["speaker"].gold
    assert result.counts["commitments"].f1 == 1


def test_main_prints_a_row_a_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command reads JSON Lines and prints the table."""
    facts = tmp_path / "facts.jsonl"
    facts.write_text("\n".join(json.dumps(r, default=str) for r in perfect_export(GOLDS)), encoding="utf-8")
    assert main([str(ROOT / "evaluation" / "gold"), str(facts), "--errors"]) == 0
    rows = {line[:20].strip(): line.split() for line in capsys.readouterr().out.splitlines()}
    assert rows["commitments"][-1] == "1.000"


@pytest.mark.parametrize(
    ("gold", "found", "matches"),
    [
        pytest.param("Asialista hyväksyttiin.", "Asialista hyväksyttiin.", True, id="equal"),
        pytest.param("Asia jätettiin pöydälle.", "Asia jätet-\ntiin  pöydälle", True, id="hyphen and white space"),
        pytest.param(
            "päätti jättää asian pöydälle", "Lautakunta päätti jättää asian pöydälle kokouksessa", True, id="part"
        ),
        pytest.param("Lautakunta päätti asian", "Hallitus lykkäsi päätöstä", False, id="other"),
        pytest.param("Päätös", "Päätös " + "pitkä lause " * 10, False, id="too little of the longer"),
        pytest.param("", "Päätös", False, id="empty"),
    ],
)
def test_overlap_matches(gold: str, found: str, matches: bool) -> None:
    """Quotes match on their letters, if they share enough of both."""
    assert (overlap(gold, found) > 0) is matches


@given(st.text(alphabet="aäbcö 1-.", max_size=30), st.text(alphabet="aäbcö 1-.", max_size=30))
def test_overlap_is_symmetric_and_bounded(a: str, b: str) -> None:
    """It does not matter which quote is the gold."""
    assert overlap(a, b) == overlap(b, a)
    assert 0 <= overlap(a, b) <= 1


def test_pair_gives_each_entry_once_and_the_best_first() -> None:
    """A found clause goes to the gold it fits best; the other gold is missed."""
    whole, clause = {"quote": "Lautakunta hyväksyi ohjelman ja varasi rahat"}, {"quote": "varasi rahat"}
    pairs = pair([whole, clause], [{"quote": "ja varasi rahat"}])
    assert [gold for gold, _ in pairs.pairs] == [clause]
    assert pairs.missed == (whole,)
    assert pairs.spare == ()


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("kaupunginhallitus", "Kuusjärven kaupunginhallitus", True),
        ("Kuusjärven kaupunginhallitus", "kaupunginhallitus", True),
        ("HYM", "hym", True),
        ("HYM", "XHYM", False),
        ("Kuusjärven kaupunki", "Kuusjärven kaupunginhallitus", False),
        ("poliisi", "", False),
    ],
)
def test_same_name(gold: str, found: str, same: bool) -> None:
    """A name is the same with or without its municipality; short names must be equal."""
    assert same_name(gold, found) is same


def test_compare_names_takes_exact_names_first() -> None:
    """An exact hit is not taken by a fuller name, and names of `also` count neither way."""
    names = compare_names(["hallitus", "Saaren hallitus"], ["Saaren hallitus", "hallitus", "työryhmä"], ["työryhmä"])
    assert (names.missed, names.vain) == ((), ())


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        pytest.param({"end": "2022-04-30"}, {"begin": None, "end": "2022-04-30"}, True, id="deadline"),
        pytest.param({"end": "2022-04-30"}, {"end": "2022-05-01"}, False, id="wrong day"),
        pytest.param(
            {"begin": "2021-03-01"}, {"begin": "2021-03-01", "end": "2021-05-31"}, True, id="season filled in"
        ),
        pytest.param({"begin": "2021-03-01"}, {"begin": "2021-03-01", "end": "2022-12-31"}, False, id="far filled in"),
        pytest.param({"set": "P6M"}, {"set": "P6M"}, True, id="recurrence"),
        pytest.param({"duration": "P7D"}, {"duration": "P7D", "end": "2023-02-24"}, True, id="length with one end"),
        pytest.param({"duration": "P7D"}, {"duration": None}, False, id="length lost"),
        pytest.param({"begin": "2022-05-10T16:00"}, {"begin": "2022-05-10T16:00:00"}, True, id="minute"),
    ],
)
def test_same_time(gold: dict[str, Any], found: dict[str, Any], same: bool) -> None:
    """Set sides are equal; open sides are open or near."""
    assert same_time(gold, found) is same


@pytest.mark.parametrize(
    ("key", "gold", "found", "same"),
    [
        ("type", ["minutes", "decision"], "decision", True),
        ("type", "minutes", "decision", False),
        ("meeting_number", 4, "4", True),
        ("title", "Ohjausryhmä, 2. kokous", "OHJAUSRYHMÄ 2. KOKOUS", True),
        ("issuer", "kaupunginhallitus", None, False),
        ("case_number", "KUU 2022-000188", "KUU 2022-000188 T 00 00 02", True),
    ],
)
def test_same_metadata(key: str, gold: Any, found: Any, same: bool) -> None:
    """Types and dates are equal to one of the gold's; titles, issuers and numbers may be fuller."""
    assert same_metadata(key, gold, found) is same
