"""The examples tell one story: what was asked for in 2021 and 2022, moved in 2023, and reported in 2024."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from policysearch import Corpus, open_corpus
from policysearch.model.search import FactFilters, FoundThread
from policysearch.settings import load_settings
from tests.shared import shared_folder


@pytest.fixture(scope="module")
def corpus(examples: Path) -> Iterator[Corpus]:
    settings = load_settings(corpus=examples / "corpus", index=examples / "index", today=dt.date(2024, 4, 1))
    with open_corpus(settings=settings) as opened:
        yield opened


def history(corpus: Corpus, words: str, document: str | None = None) -> FoundThread:
    """The thread of the commitment whose quote begins with `words`."""
    found = [
        c.id
        for summary in corpus.documents()
        if document is None or document in summary.uri
        for c in corpus.facts(summary.id).commitments
        if " ".join(c.quote.split()).startswith(words)
    ]
    assert found, f"no commitment begins with {words!r}"
    return corpus.thread(found[0])


def told(thread: FoundThread) -> list[tuple[str, str | None]]:
    """Kind of each step and the day on which it was said."""
    return [(step.event.kind, step.event.day.isoformat() if step.event.day else None) for step in thread.steps]


def test_guideline_was_moved_twice(corpus: Corpus) -> None:
    """The procurement guideline: asked for and planned in 2022, moved in 2023 and again in the report of 2024."""
    thread = history(corpus, "Samalla kaupunginhallitus päätti pidentää hankintojen")
    assert told(thread)[0] == ("decided", "2022-05-23")
    moved = [(step.event.was.end, step.event.now.end) for step in thread.steps if step.event.was and step.event.now]
    assert moved == [
        (dt.date(2023, 12, 31), dt.date(2024, 2, 29)),
        (dt.date(2024, 2, 29), dt.date(2024, 6, 30)),
    ]
    assert thread.silent_since == dt.date(2024, 3, 19)
    assert thread.standing
    assert thread.standing.newest
    assert thread.standing.newest.metadata.date == dt.date(2024, 3, 19)


def test_evaluation_was_moved(corpus: Corpus) -> None:
    """The evaluation: decided in 2021 for spring 2023, moved to the autumn, promised on a page without a date."""
    thread = history(corpus, "Ohjausryhmä päätti siirtää arvioinnin")
    assert ("decided", "2021-11-25") in told(thread)
    assert ("moved", "2023-03-02") in told(thread)
    assert ("undertaken", None) in told(thread)


def test_guide_was_published(corpus: Corpus) -> None:
    """The guide: planned for February 2023, restated that month, published by the report of 2024, no longer open."""
    thread = history(corpus, "Tunnistamisen opas julkaistiin")
    assert told(thread)[0] == ("undertaken", "2022-05-23")
    assert ("restated", "2023-02-14") in told(thread)
    assert told(thread)[-1] == ("done", "2024-03-19")
    assert thread.silent_since is None


def test_programme_was_asked_for_and_approved(corpus: Corpus) -> None:
    """The town's programme: proposed to the council in 2021, decided there, approved in 2022, and told again twice."""
    thread = history(corpus, "Kaupunginhallitus hyväksyi 23.5.2022 (§ 143)")
    assert told(thread)[0] == ("proposed", "2021-10-18")
    quotes = [step.commitment.quote for step in thread.steps]
    assert any("kehotti 10.11.2021" in quote for quote in quotes)
    assert ("decided", "2022-05-23") in told(thread)
    assert thread.silent_since is None
    assert not any("Valtakunnallinen" in quote for quote in quotes), "the state's programme is another one"


def test_working_group_was_set_up(corpus: Corpus) -> None:
    """The council is told in November what the board decided in October."""
    thread = history(corpus, "Samalla kaupunginhallitus päätti asettaa")
    assert [kind for kind, _ in told(thread)] == ["decided", "done"]


def test_proposal_is_adopted_by_its_document(corpus: Corpus) -> None:
    """*Päätösesitys hyväksyttiin* adopts each point under the label; *Ehdotus hyväksyttiin* what was said before it."""
    for words in ("Lisäksi kunnanhallitus kehottaa teknistä toimea", "Hyvinvointiministeriö ehdotti, että lapsiuhreja"):
        thread = history(corpus, words)
        assert [kind for kind, _ in told(thread)][:2] == ["proposed", "decided"]
        assert any(link.basis == "adoption" for link in thread.links)


def test_proposal_is_tabled_by_its_document(corpus: Corpus) -> None:
    """*Päätti panna asian pöydälle* settles the proposal of that item."""
    thread = history(corpus, "Hyvinvointilautakunta merkitsee seurantatiedot")
    assert [kind for kind, _ in told(thread)] == ["proposed", "tabled"]


def test_both_sides_of_a_link_are_told(corpus: Corpus) -> None:
    """Every link names two commitments of its thread, with a score and what agreed."""
    thread = history(corpus, "Tunnistamisen opas julkaistiin")
    shown = {step.commitment.id for step in thread.steps}
    assert thread.links
    for link in thread.links:
        assert {link.first, link.second} <= shown
        assert 0 < link.score <= 1
        assert link.words


def test_open_by_a_day(corpus: Corpus) -> None:
    """What was due by March 2024 and is not reported done: not the guide, not the guideline, which was moved on."""
    found = corpus.commitments(filters=FactFilters(due_before=dt.date(2024, 3, 31)), open=True)
    quotes = [" ".join(row.commitment.quote.split()) for row in found.rows]
    assert any("laaditaan väliraportti" in quote for quote in quotes)
    assert any("kehottaa teknistä toimea" in quote for quote in quotes), "an adopted proposal is a decision"
    for words in (
        "opas",
        "valvontaohje",
        "jos ",
        "Avustuskausi päättyy",
        "Palveluohjaaja aloittaa",
        "toimintaohjelman 30.4.",
    ):
        assert not any(words in quote for quote in quotes), words
    ends = [row.commitment.when.end for row in found.rows if row.commitment.when]
    assert ends == sorted(ends, key=str)
    assert all(row.standing for row in found.rows)


def test_open_as_of_a_day(corpus: Corpus) -> None:
    """As of summer 2022 the guide of February 2023 is open, and the guideline is due at the end of 2023."""
    day = dt.date(2022, 6, 30)
    found = corpus.commitments(filters=FactFilters(due_before=dt.date(2023, 12, 31)), open=True, as_of=day)
    assert all(row.document.metadata.date is None or row.document.metadata.date <= day for row in found.rows)
    guide = next(row for row in found.rows if "tunnistamisen opas" in row.commitment.quote)
    assert guide.standing
    assert guide.standing.newest
    assert guide.standing.newest.metadata.date
    assert guide.standing.newest.metadata.date <= day
    guideline = next(row for row in found.rows if "valvontaohje" in row.commitment.quote)
    assert guideline.commitment.when
    assert guideline.commitment.when.end == dt.date(2023, 12, 31)


def test_undated_are_a_list_of_their_own(corpus: Corpus) -> None:
    """Promises without a day are not among the dated ones, standing duties are in neither."""
    undated = corpus.commitments(open=True, undated=True)
    dated = corpus.commitments(open=True)
    assert dated.undated == undated.total
    assert all(row.commitment.when is None or row.commitment.when.end is None for row in undated.rows)
    assert not any(row.commitment.action == "vastata" for row in undated.rows)


def test_real_programme_is_one_thread(tmp_path: Path) -> None:
    """Expected in March 2021 in one document, published on 7.5.2021 in another, to run until 2023."""
    folder = shared_folder("corpus")
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        assert all(event.outcome == "added" for event in corpus.ingest([folder]))
        thread = history(corpus, "Lisäksi oikeusministeriössä on valmistelussa")
        assert told(thread)[0] == ("undertaken", "2021-03-30")
        assert ("done", "2021-05-07") in told(thread)
        carried_out = thread.steps[-1].commitment.when
        assert carried_out
        assert carried_out.end == dt.date(2023, 12, 31)
        assert not any("2016" in step.commitment.quote for step in thread.steps), "an earlier programme is another one"
