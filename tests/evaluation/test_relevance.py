"""Needs and judgements are sound, scores agree with hand-made cases, and the examples are ranked well enough."""

import math
from pathlib import Path

import pytest
from agreement import kappa
from ranking_gate import FLOORS, failures, main, measure, new_floors, originals, read_floors, write_floors
from relevance import Anchor, RankingError, Score, held_out, read_needs, read_qrels, score, text_hash, write_qrels

from policysearch import open_corpus

A, B, C, D = (Anchor("a.txt", name) for name in ("aaa", "bbb", "ccc", "ddd"))
QRELS = {"n": {A: 3, B: 1, C: 0}}
IDEAL = 3 + 1 / math.log2(3)


@pytest.mark.parametrize(
    ("shown", "ndcg", "reciprocal", "judged"),
    [
        pytest.param([A, B, C], 1.0, 1.0, 1.0, id="ideal order"),
        pytest.param([B, A], (1 + 3 / math.log2(3)) / IDEAL, 0.5, 1.0, id="touching before answering"),
        pytest.param([D, A], 3 / math.log2(3) / IDEAL, 0.5, 0.5, id="unjudged counts nothing"),
        pytest.param([A, A, B], (3 + 1 / math.log2(4)) / IDEAL, 1.0, 1.0, id="a repeat counts nothing"),
        pytest.param([C] * 10 + [A], 0.0, 0.0, 1.0, id="the eleventh is not seen"),
        pytest.param([], 0.0, 0.0, 1.0, id="nothing shown"),
    ],
)
def test_score_of_one_need(shown: list[Anchor], ndcg: float, reciprocal: float, judged: float) -> None:
    """The grade is the gain, log2(rank + 1) the discount, and an answer has grade 2 or 3."""
    result = score({"n": shown}, QRELS)
    assert (result.ndcg, result.reciprocal, result.judged) == pytest.approx((ndcg, reciprocal, judged))


def test_score_is_the_mean_over_needs() -> None:
    """A need for which nothing is found counts as much as one that is answered."""
    result = score({"n": [A, B], "m": [C]}, QRELS | {"m": {A: 2}})
    assert result.ndcg == pytest.approx(0.5)
    assert result.by_need == pytest.approx({"n": 1.0, "m": 0.0})


def test_one_text_in_two_documents_is_one_item() -> None:
    """Whichever copy is shown first, it has the best grade of the text, and the ideal has it once."""
    copy = Anchor("b.txt", "aaa")
    assert score({"n": [copy, B]}, {"n": {A: 3, copy: 2, B: 1}}).ndcg == pytest.approx(1.0)


def test_score_wants_an_answer_for_each_need() -> None:
    """A need that nothing answers measures nothing."""
    with pytest.raises(RankingError, match="no passage is judged to answer m"):
        score({"m": [A]}, {"m": {A: 0}})


def test_text_hash_sees_words_only() -> None:
    """Line ends and the composition of letters do not matter, letters do."""
    assert text_hash("määrä\n  aika ") == text_hash("ma\u0308a\u0308ra\u0308 aika") != text_hash("maara aika")


def test_needs_are_many_and_of_all_users() -> None:
    """At least sixty needs, of the three users, with judgements that include an answer and a miss."""
    needs, qrels = read_needs(), read_qrels()
    assert len(needs) >= 60
    assert {need.user for need in needs} == {"coordinator", "researcher", "journalist"}
    assert {need.part for need in needs} == {"examples", "real"}
    assert [need.id for need in needs] == list(qrels)
    assert all(max(grades.values()) == 3 for grades in qrels.values())


def test_qrels_are_written_as_they_are_read(tmp_path: Path) -> None:
    """Reading and writing the judgements changes nothing."""
    write_qrels(read_qrels(), tmp_path / "qrels.tsv")
    assert (tmp_path / "qrels.tsv").read_bytes() == (FLOORS.parent / "qrels.tsv").read_bytes()


@pytest.mark.parametrize("lines", ["n\t4\ta\tb", "n\tx\ta\tb", "n\t1\ta\tb\nn\t2\ta\tb"], ids=["high", "word", "twice"])
def test_qrels_with_a_wrong_grade_are_refused(tmp_path: Path, lines: str) -> None:
    """A grade is 0 to 3, and each passage has one."""
    (tmp_path / "qrels.tsv").write_text(f"need\tgrade\tdocument\tpassage\n{lines}\n", encoding="utf-8")
    with pytest.raises(RankingError, match="one grade of 0 to 3"):
        read_qrels(tmp_path / "qrels.tsv")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param('id = "n"', "n lacks", id="key missing"),
        pytest.param(
            'id = "n"\nuser = "u"\ncorpus = "x"\nneed = "?"\nrelevant = "r"\nquery = "q"', "must be", id="part"
        ),
        pytest.param(
            'id = "n"\nuser = "u"\ncorpus = "real"\nneed = "?"\nrelevant = "r"\nquery = "q"\nyear = 1',
            "year",
            id="filter",
        ),
    ],
)
def test_needs_with_a_wrong_key_are_refused(tmp_path: Path, lines: str, message: str) -> None:
    """The message names the need and what is wrong."""
    (tmp_path / "needs.toml").write_text(f"[[need]]\n{lines}\n", encoding="utf-8")
    with pytest.raises(RankingError, match=message):
        read_needs(tmp_path / "needs.toml")


def test_examples_are_ranked_as_well_as_pinned(examples: Path) -> None:
    """Searching the examples for our needs holds the floors."""
    with open_corpus(examples / "corpus", examples / "index") as corpus:
        assert failures({"examples": measure(corpus, "examples")}, read_floors()) == []


def test_failures_name_part_and_measure() -> None:
    """A measure below its floor, one without a floor, and too few judgements shut the gate."""
    result = Score(ndcg=0.5, reciprocal=0.9, judged=0.8, by_need={}, n_unjudged={})
    assert failures({"real": result}, {"real": {"ndcg": 0.6, "reciprocal": 0.9}}) == [
        "real: ndcg 0.500 is below its floor of 0.600",
        "real: 80% of what is shown was judged, of 90% that should be: judge what `pooling.py` prints",
    ]
    assert len(failures({"real": result}, {})) == 3


def test_floors_only_rise(tmp_path: Path) -> None:
    """Pinning lowers no floor, and keeps those of a part that was not measured."""
    result = Score(ndcg=0.5, reciprocal=0.9, judged=1.0, by_need={}, n_unjudged={})
    old = {"examples": {"ndcg": 0.6}, "real": {"ndcg": 0.1}}
    floors = new_floors({"examples": result}, old)
    assert floors == {"examples": {"ndcg": 0.6, "reciprocal": 0.89}, "real": {"ndcg": 0.1}}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_real_documents_are_left_out_only_outside_ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without their folder the gate measures the examples alone, and in CI it stays shut."""
    monkeypatch.setenv("POLICYSEARCH_SHARED", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    assert originals().keys() == {"examples"}
    monkeypatch.setenv("CI", "true")
    with pytest.raises(RankingError, match="POLICYSEARCH_SHARED"):
        originals()
    assert main([]) == 1


def test_half_of_the_needs_are_held_out() -> None:
    """The same half every time, of each part of the needs."""
    needs = read_needs()
    held = held_out(needs)
    assert held == held_out(needs)
    for part in ("examples", "real"):
        of_part = [need.id for need in needs if need.part == part]
        assert abs(len(held & set(of_part)) - len(of_part) / 2) <= 1


def test_agreement_beyond_chance() -> None:
    """1 for readers who agree, 0 for such as draw lots; a distance of two grades counts more than one."""
    assert kappa([(0, 0), (1, 1)], lambda a, b: float(a != b)) == 1
    assert kappa([(0, 0), (0, 1), (1, 0), (1, 1)], lambda a, b: float(a != b)) == pytest.approx(0)
    near, far = [(0, 0), (1, 1), (2, 2), (1, 2)], [(0, 0), (1, 1), (2, 2), (0, 2)]
    assert kappa(near, lambda a, b: float(a - b) ** 2) > kappa(far, lambda a, b: float(a - b) ** 2)
