"""The gate: floors hold, sink only on purpose, and belong to one gold each."""

import json
from pathlib import Path

import pytest
from annotations import read_gold
from gate import FLOORS, SETS, Floors, failures, main, new_floors, read_floors, split, write_floors
from score import Column, Score, columns

from tests.evaluation.test_score import perfect_export


def _score(**right: int) -> Score:
    result = Score()
    for measure, n in right.items():
        result.add(measure, n, 100, 100)
    return result


@pytest.fixture(scope="module")
def perfect(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export that agrees with the gold of both sets."""
    path = tmp_path_factory.mktemp("gate") / "facts.jsonl"
    golds = tuple(gold for folder in SETS.values() for gold in read_gold(folder))
    path.write_text("\n".join(json.dumps(r, default=str) for r in perfect_export(golds)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("floors", "expected"),
    [
        pytest.param(Floors("g", {"kind": 0.9}), [], id="above"),
        pytest.param(Floors("g", {"kind": 0.95}), ["kind: 0.900 is below its floor of 0.950"], id="below"),
        pytest.param(Floors("g", {"lost": 0.1}), ["lost: not measured any more"], id="measure gone"),
        pytest.param(Floors("", {}), ["no floors are pinned: run `python evaluation/gate.py --pin`"], id="unpinned"),
    ],
)
def test_failures(floors: Floors, expected: list[str]) -> None:
    """Each measure is held to its floor."""
    assert failures(_score(kind=90), floors, "g") == expected


def test_failures_when_the_gold_is_another_one() -> None:
    """Changed annotations shut the gate until they are pinned."""
    (problem,) = failures(_score(kind=90), Floors("old", {"kind": 0.5}), "new")
    assert "pin them anew" in problem


@pytest.mark.parametrize(
    ("lower", "expected"), [(False, {"kind": 0.95, "gone": 0.5}), (True, {"kind": 0.88})], ids=["held", "lowered"]
)
def test_new_floors_sink_only_on_purpose(lower: bool, expected: dict[str, float]) -> None:
    """Pinning raises floors; lowering or dropping one takes the flag."""
    old = Floors("old", {"kind": 0.95, "gone": 0.5})
    assert new_floors(_score(kind=90), old, "new", lower=lower) == Floors("new", expected)


def test_floors_are_written_and_read(tmp_path: Path) -> None:
    """What is written is read back, set by set."""
    floors = {"one": Floors("abc", {"times found": 0.951, "kind": 1.0}), "two": Floors("def", {"kind": 0.5})}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_every_set_has_its_floors() -> None:
    """Each set of the project has gold and floors."""
    assert all(any(folder.glob("*.yaml")) for folder in SETS.values())
    assert read_floors(FLOORS).keys() == SETS.keys()


def test_main_opens_for_a_perfect_export(perfect: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both sets are printed side by side, and nothing is complained about."""
    assert main(["--facts", str(perfect)]) == 0
    printed = capsys.readouterr()
    assert "examples (19 documents)" in printed.out
    assert "constructions (" in printed.out
    assert printed.err == ""


def test_main_names_set_and_measure_below_a_floor(
    perfect: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An export without commitments shuts the gate, and the message says where and by how much."""
    kept = [line for line in perfect.read_text(encoding="utf-8").splitlines() if '"commitment"' not in line]
    facts = tmp_path / "facts.jsonl"
    facts.write_text("\n".join(kept), encoding="utf-8")
    assert main(["--facts", str(facts)]) == 1
    errors = capsys.readouterr().err
    assert "gate: examples: commitments: 0.000 is below its floor of" in errors
    assert "gate: constructions: kind: not measured any more" in errors


def test_main_splits_another_gold(perfect: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Scores of another gold are told apart by the first folder of its documents, and hold no floors."""
    assert main(["--gold", str(SETS["examples"]), "--facts", str(perfect), "--split"]) == 0
    heading = capsys.readouterr().out.splitlines()[0]
    assert "all (19 documents)" in heading
    assert "corpus (19 documents)" in heading


def test_main_pins_no_foreign_gold(capsys: pytest.CaptureFixture[str]) -> None:
    """Floors are of our own gold."""
    with pytest.raises(SystemExit):
        main(["--gold", "elsewhere", "--pin"])
    assert "leave out --gold" in capsys.readouterr().err


def test_split_groups_by_first_folder() -> None:
    """Each gold stands in exactly one group."""
    golds = tuple(gold for folder in SETS.values() for gold in read_gold(folder))
    groups = split(golds)
    assert groups.keys() == {"corpus", "evaluation"}
    assert sum(map(len, groups.values())) == len(golds)


def test_columns_leave_a_dash_where_nothing_is_measured() -> None:
    """A measure that one set lacks has dashes there, and rows line up."""
    rows = columns([Column("a", 2, _score(kind=90), {"kind": 0.5}), Column("b", 1, _score(speaker=50))]).splitlines()
    assert rows[2].split() == ["kind", "|", "100", "0.900", "0.900", "0.900", "0.500", "|", "-", "-", "-", "-"]
    assert rows[3].split() == ["speaker", "|", "-", "-", "-", "-", "-", "|", "100", "0.500", "0.500", "0.500"]
    assert {row.index("|") for row in rows} == {rows[0].index("|")}
