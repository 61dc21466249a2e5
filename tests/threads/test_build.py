"""Threads are a pure function of the facts, and the lifecycle tells them in order."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policysearch.model.threads import Thread
from policysearch.threads import build_threads
from tests.threads.made import Said, clauses
from tests.threads.pairs import HL, KH, PAIRS

EVERYTHING = clauses(*(said for pair in PAIRS for said in (pair.first, pair.second)))


@pytest.fixture(scope="module")
def in_order() -> tuple[Thread, ...]:
    return build_threads(EVERYTHING)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 2**16))
def test_order_of_documents_does_not_matter(seed: int, in_order: tuple[Thread, ...]) -> None:
    """Whatever the order in which commitments come, the threads are the same."""
    shuffled = list(EVERYTHING)
    random.Random(seed).shuffle(shuffled)
    assert build_threads(shuffled) == in_order


def test_thread_has_the_id_of_its_earliest_commitment(in_order: tuple[Thread, ...]) -> None:
    """The id is that of the first member, and members come in the order of their days."""
    assert any(len(thread.members) > 1 for thread in in_order)
    for thread in in_order:
        days = [member.day for member in thread.members if member.day]
        assert thread.id == thread.members[0].commitment
        assert days == sorted(days)


def test_told_decision_is_not_due() -> None:
    """A day on which something was decided is no day by which it is to be done, in an undated document either."""
    threads = build_threads(clauses(Said("Ministerityöryhmä linjasi maaliskuussa 2022 koordinaation jatkosta.")))
    assert [thread.members[0].due for thread in threads] == [None]


def test_every_commitment_has_one_thread(in_order: tuple[Thread, ...]) -> None:
    """No commitment is a member of two threads, and none but routine is lost."""
    members = [member.commitment for thread in in_order for member in thread.members]
    adopters = {member.commitment for thread in in_order for member in thread.adopters}
    assert len(members) == len(set(members))
    wanted = {clause.id for clause in EVERYTHING if not clause.commitment.routine}
    assert set(members) | adopters == wanted


def test_formula_of_many_documents_is_no_thread() -> None:
    """What stands word for word in four documents is a formula."""
    sentence = "Hyvinvointilautakunta lähettää päätöksen hakijalle ja kaupunginkirjaamoon."
    dates = ("2022-01-10", "2022-02-14", "2022-03-14", "2022-04-11")
    threads = build_threads(clauses(*(Said(sentence, date, HL) for date in dates)))
    assert all(len(thread.members) == 1 for thread in threads)
    assert all(member.is_formula for thread in threads for member in thread.members)


CASES = {
    "promised, moved, done": (
        (
            Said("Hankintapalvelut laatii alihankinnan valvontaohjeen 31.12.2022 mennessä.", "2022-01-10", KH),
            Said("Hankintapalvelut laatii alihankinnan valvontaohjeen 31.5.2023 mennessä.", "2022-12-12", KH),
            Said("Hankintapalvelut laati alihankinnan valvontaohjeen 12.5.2023.", "2023-09-11", KH),
        ),
        ["undertaken", "moved", "done"],
    ),
    "promised, restated, begun": (
        (
            Said("Hyvinvointilautakunta laatii nuorisotyön toimintaohjelman vuonna 2023.", "2022-01-10", HL),
            Said("Hyvinvointilautakunta laatii nuorisotyön toimintaohjelman vuonna 2023.", "2022-06-13", HL),
            Said("Hyvinvointilautakunta on valmistellut nuorisotyön toimintaohjelmaa.", "2023-02-13", HL),
        ),
        ["undertaken", "restated", "begun"],
    ),
    "promised, not done": (
        (
            Said("Hyvinvointilautakunta perustaa Rantakylän neuvontapisteen vuonna 2022.", "2022-01-10", KH),
            Said("Hyvinvointilautakunta ei ole perustanut Rantakylän neuvontapistettä.", "2023-06-13", KH),
        ),
        ["undertaken", "not_done"],
    ),
    "decided, refused": (
        (
            Said("Kaupunginhallitus päätti perustaa Rantakylän neuvontapisteen.", "2022-01-10", KH),
            Said("Kaupunginhallitus päätti, ettei Rantakylän neuvontapistettä perusteta.", "2022-06-13", KH),
        ),
        ["decided", "rejected"],
    ),
}


@pytest.mark.parametrize(("said", "kinds"), CASES.values(), ids=CASES)
def test_lifecycle(said: tuple[Said, ...], kinds: list[str]) -> None:
    """The steps of a thread have their kinds, in the order of their days."""
    threads = build_threads(clauses(*said))
    (thread,) = (thread for thread in threads if len(thread.members) > 1)
    assert [event.kind for event in thread.events] == kinds


NOT_DUE = {
    "over before an undated paper was written": (
        "Rannan täyttö valmistuu vuoteen 1964 mennessä. Kaupunki kunnosti rannan 3.5.2019.",
        None,
        "1964",
    ),
    "long before all other days of an undated paper": (
        "Rannan täyttö valmistuu vuoteen 1964 mennessä. Kaupunki laatii suunnitelman 31.12.2022 mennessä.",
        None,
        "1964",
    ),
    "in force until a day": ("Tämä määräys on voimassa 1.1.2022 alkaen 31.12.2022 saakka.", "2022-01-03", "voimassa"),
    "somebody acts for a time": (
        "Kaupunginhallitus päätti, että ajalla 1.1.–31.1.2022 puheenjohtajana toimii Iiris Vaskela.",
        "2021-12-20",
        "toimii",
    ),
}


@pytest.mark.parametrize(("text", "date", "words"), NOT_DUE.values(), ids=NOT_DUE)
def test_what_only_lasts_or_was_over_is_not_due(text: str, date: str | None, words: str) -> None:
    """A state ends with its time; a time that was over when the paper was written is background."""
    found = clauses(Said(text, date, KH, part="decision"))
    quotes = {clause.id: clause.commitment.quote for clause in found}
    dues = {quotes[m.commitment]: m.due for thread in build_threads(found) for m in thread.members}
    told = [due for quote, due in dues.items() if words in quote]
    assert told
    assert not any(told)


def test_deadline_of_an_undated_paper_is_due() -> None:
    """A page without a date that reports something of last year may promise something for the next."""
    text = "Kaupunki julkaisi oppaan 3.5.2021. Kaupunki laatii suunnitelman 31.12.2022 mennessä."
    found = clauses(Said(text, None, KH, "web_page"))
    dues = [m.due for thread in build_threads(found) for m in thread.members if m.due]
    assert len(dues) == 1
