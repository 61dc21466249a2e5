"""The gate: floors hold, sink only on purpose, and belong to one gold."""

from pathlib import Path

import pytest
from gate import FLOORS, GOLD, Floors, failures, new_floors, read_floors, write_floors
from score import Score


def _score(**right: int) -> Score:
    result = Score()
    for measure, n in right.items():
        result.add(measure, n, 100, 100)
    return result


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
    """What is written is read back."""
    floors = Floors("abc", {"times found": 0.951, "kind": 1.0})
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_gold_and_floors_lie_where_the_gate_looks() -> None:
    """The gate of the project has its gold."""
    assert any(GOLD.glob("*.yaml"))
    assert FLOORS.parent == GOLD.parent
