"""What belongs to a commitment beside kind, action and actors: quote, time, condition, outcome, speaker, routine."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policysearch.facts import find_facts
from policysearch.model.document import Section
from policysearch.model.text import Span
from tests.facts.commitment_cases import (
    BOARD,
    CITY,
    DECISION,
    ENTRIES,
    HANDLING,
    MINUTES,
    PLAN,
    PROPOSAL,
    RATIONALE,
    RELEASE,
    STATEMENT,
    Place,
)
from tests.facts.commitment_places import DAY, document_in, found_in, one_in
from tests.facts.made import FINNISH, analysed, made_document

QUOTES = [
    (
        MINUTES,
        "Aikataulu on tiukka ja hallinnonalojen olisi hyvä varautua siihen.",
        ["hallinnonalojen olisi hyvä varautua siihen."],
    ),
    (
        RELEASE,
        "Ohjelma julkaistiin 7.5.2021 ja sitä toteutetaan vuosina 2021–2023.",
        ["Ohjelma julkaistiin 7.5.2021", "sitä toteutetaan vuosina 2021–2023."],
    ),
    (
        DECISION,
        "Kaupunginhallitus päätti, että ohje laaditaan ja että lautakunta raportoi siitä syksyllä.",
        ["Kaupunginhallitus päätti, että ohje laaditaan", "että lautakunta raportoi siitä syksyllä."],
    ),
    (
        RELEASE,
        "Koordinaattori valvoo ja ohjaa ohjelman toteutusta.",
        ["Koordinaattori valvoo ja ohjaa ohjelman toteutusta."],
    ),
    (
        PLAN,
        "Kaupunki nimeää yhdyshenkilön ja laatii oppaan.",
        ["Kaupunki nimeää yhdyshenkilön", "laatii oppaan."],
    ),
    (
        RATIONALE,
        "Aloitteessa ehdotetaan, että neuvontaa lisätään, koska tarve kasvaa.",
        ["Aloitteessa ehdotetaan, että neuvontaa lisätään, koska tarve kasvaa."],
    ),
]


@pytest.mark.parametrize(("place", "text", "quotes"), QUOTES, ids=[text[:40] for _, text, _ in QUOTES])
def test_quote_is_the_clause(place: Place, text: str, quotes: list[str]) -> None:
    """A clause with its own subject or object is quoted apart; verbs that share one object are quoted together."""
    assert [c.quote for c in found_in(text, place=place)] == quotes


TIMES = [
    ("Selvitys laaditaan 30.6.2023 mennessä.", ("deadline", None, dt.date(2023, 6, 30))),
    ("Kokeilu käynnistyy syyskuussa 2023.", ("start", dt.date(2023, 9, 1), dt.date(2023, 9, 30))),
    ("Ohjetta uudistetaan vuosina 2024–2025.", ("period", dt.date(2024, 1, 1), dt.date(2025, 12, 31))),
    ("Opas julkaistaan 15.5.2023.", ("event", dt.date(2023, 5, 15), dt.date(2023, 5, 15))),
    ("Kuukausiraportti tammikuu 2023 julkaistaan 15.2.2023.", ("event", dt.date(2023, 2, 15), dt.date(2023, 2, 15))),
    ("Laki uudistetaan, ja sitä koskeva esitys annetaan syksyllä 2023.", None),
]


@pytest.mark.parametrize(("text", "expected"), TIMES[:-1], ids=[text[:40] for text, _ in TIMES[:-1]])
def test_time_of_the_clause(text: str, expected: tuple[str, dt.date | None, dt.date | None]) -> None:
    """The time expression of the clause is the entry's."""
    when = one_in(text, place=RELEASE).when
    assert when is not None
    assert (when.role, when.begin, when.end) == expected


def test_each_clause_has_its_own_time() -> None:
    """A time of one clause is not lent to the one before it."""
    first, second = found_in(TIMES[-1][0], place=RELEASE)
    assert first.when is None
    assert second.when is not None


@pytest.mark.parametrize(
    "text",
    [
        "Kaupunginhallitus päätti hyväksyä vuoden 2023 talousarvion muutoksen.",
        "Kaupunginhallitus päätti hyväksyä suunnitelman vuodelle 2024.",
        "Kaupunginhallitus päätti kumota lautakunnan 12.12.2022 antaman päätöksen.",
        "Kaupunginhallitus päätti jatkaa kokeilua (aiempi päätös 3.5.2021).",
    ],
    ids=["talousarvio", "vuodelle", "antaman", "sulkeissa"],
)
def test_time_of_a_noun_is_not_the_act_s(text: str) -> None:
    """Years of budgets and plans, dates of other deeds and of notes in parentheses are left out."""
    assert one_in(text, place=DECISION).when is None


CONDITIONS = [
    ("Mikäli rahoitus saadaan, hanke käynnistetään.", "Mikäli rahoitus saadaan"),
    ("Hanke käynnistetään, jos valtio rahoittaa sen.", "jos valtio rahoittaa sen"),
    ("Asiaan palataan, kun laki on hyväksytty.", "kun laki on hyväksytty"),
    ("Häiriön sattuessa toiminnanharjoittajan on ryhdyttävä toimiin.", "Häiriön sattuessa"),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS, ids=[condition for _, condition in CONDITIONS])
def test_condition_is_verbatim(text: str, condition: str) -> None:
    """The *mikäli, jos, kun* clause that the act hangs on, without the comma."""
    assert one_in(text, place=PLAN).condition == condition


OUTCOMES = [
    (DECISION, "Merkittiin tiedoksi.", "noted"),
    (DECISION, "Kaupunginhallitus päätti hyväksyä esityksen.", "approved"),
    (DECISION, "Kaupunginhallitus hylkäsi valituksen.", "rejected"),
    (DECISION, "Kaupunginhallitus päätti palauttaa asian valmisteluun.", "returned"),
    (DECISION, "Kaupunginhallitus päätti jättää asian pöydälle.", "tabled"),
    (DECISION, "Kaupunginhallitus katsoo aloitteen loppuun käsitellyksi.", "concluded"),
    (HANDLING, "03.04.2023 Pöydälle", "tabled"),
    (HANDLING, "17.04.2023 Ehdotuksen mukaan", "approved"),
    (MINUTES, "Asia jää linjattavaksi syksyllä.", "deferred"),
    (DECISION, "Kaupunginhallitus päätti esittää valtuustolle sopimuksen hyväksymistä.", "forwarded"),
]


@pytest.mark.parametrize(("place", "text", "outcome"), OUTCOMES, ids=[text[:40] for _, text, _ in OUTCOMES])
def test_outcome_of_a_decision(place: Place, text: str, outcome: str) -> None:
    """How the matter ended."""
    assert one_in(text, place=place).outcome == outcome


STRENGTHS = [
    (RELEASE, "Ohjelmasta teetetään arviointi.", "binding"),
    (RELEASE, "Hankkeessa on tarkoitus laatia opas.", "intended"),
    (STATEMENT, "Koulutusta tulisi lisätä.", "considered"),
    (RELEASE, "Opas on julkaistu.", "binding"),
]


@pytest.mark.parametrize(("place", "text", "strength"), STRENGTHS, ids=[text for _, text, _ in STRENGTHS])
def test_strength(place: Place, text: str, strength: str | None) -> None:
    """Binding, intended or considered; what is done binds."""
    assert one_in(text, place=place).strength == strength


def test_refusal_is_negative() -> None:
    """*päätti, ettei* is a decision with negative polarity."""
    commitment = one_in("Kaupunginhallitus päätti, ettei hanketta jatketa.", place=DECISION)
    assert (commitment.kind, commitment.polarity) == ("decision", "negative")


ROUTINE = [
    (MINUTES, "Asialista hyväksyttiin.", True),
    (MINUTES, "Edellisen kokouksen pöytäkirja hyväksyttiin.", True),
    (DECISION, "Pöytäkirjantarkastajiksi valittiin Iiris Vaskela ja Oona Kivelaho.", True),
    (MINUTES, "Toimintaohjelma hyväksyttiin.", False),
    (DECISION, "Kaupunginhallitus päätti asettaa työryhmän.", False),
]


@pytest.mark.parametrize(("place", "text", "routine"), ROUTINE, ids=[text[:40] for _, text, _ in ROUTINE])
def test_routine_of_meetings(place: Place, text: str, routine: bool) -> None:
    """What every meeting approves is marked, so that it can be left out."""
    assert one_in(text, place=place).routine is routine


def test_missing_actor_has_a_possible_one() -> None:
    """Where the clause does not say who, the speaker stands beside it, marked as possible."""
    commitment = one_in("Uusi opas laaditaan syksyllä 2023.", place=RELEASE)
    assert commitment.actors == ()
    assert [actor.name for actor in commitment.possible_actors] == ["oikeusministeriö"]


def test_words_about_others_are_not_own_words() -> None:
    """What a city tells of a ministry is not the ministry's word."""
    told = one_in("Oikeusministeriö valmistelee lakia vuonna 2024.", place=RATIONALE)
    assert (told.own_words, told.speaker and told.speaker.name) == (False, CITY)
    assert one_in("Kaupunginhallitus hylkäsi esityksen.", place=DECISION).own_words is True


def test_speaker_of_a_section_speaks_on_its_own_day() -> None:
    """A statement quoted in a decision is its body's, on the day it was given."""
    text = "Ohjeita on syytä täsmentää."
    section = Section(Span(0, 0), Span(0, len(text)), 1, "statement", speaker=BOARD, said_on=dt.date(2023, 2, 7))
    document = made_document(text, kind="decision", issuer=CITY, date=DAY, sections=[section])
    document = replace(document, passages=tuple(replace(p, part="statement") for p in document.passages))
    (commitment,) = find_facts(document, analysed(document), FINNISH).commitments
    assert commitment.speaker is not None
    assert (commitment.speaker.name, commitment.said_on) == (BOARD, dt.date(2023, 2, 7))


def test_list_inherits_its_frame() -> None:
    """Items under *Kaupunginhallitus päättää* are proposed decisions, in a record decisions."""
    items = ("Kaupunginhallitus päättää", "1 hyväksyä ohjelman", "2 asettaa seurantaryhmän")
    proposed = found_in(*items, place=PROPOSAL)
    assert [(c.kind, c.action) for c in proposed] == [("proposal", "hyväksyä"), ("proposal", "asettaa")]
    framed = found_in("Lautakunta päätti seuraavasti:", "Neuvonta siirretään kirjastoon.", place=MINUTES)
    assert framed[-1].actors[0].name == "ohjausryhmä"


def test_amendment_in_quotes_is_a_proposal() -> None:
    """*teki seuraavan muutosehdotuksen: ”…”* proposes what it quotes."""
    entries = found_in(
        "Iiris Vaskela teki seuraavan muutosehdotuksen:", "Kirjastoon perustetaan neuvontapiste.", place=HANDLING
    )
    assert [(c.kind, c.action) for c in entries] == [("proposal", "perustaa")]
    assert [actor.name for actor in entries[0].actors] == ["Iiris Vaskela"]


def test_row_of_a_table_names_who_and_when() -> None:
    """The cells beside the measure are its actor and its time."""
    (commitment,) = found_in("Laaditaan opas\tHyvinvointipalvelut\t30.6.2024 mennessä", place=PLAN, kind="table_row")
    assert [actor.name for actor in commitment.actors] == ["hyvinvointipalvelut"]
    assert commitment.when is not None
    assert commitment.when.end == dt.date(2024, 6, 30)


def test_amount_stands_with_the_clause() -> None:
    """Money is a decimal."""
    commitment = one_in("Kaupunginhallitus päätti myöntää hankkeelle 30 000 euroa.", place=DECISION)
    assert commitment.amount is not None
    assert commitment.amount.value == Decimal(30000)


@pytest.mark.parametrize("part", ["participants", "attachments", "notification", "appeal"])
def test_silent_parts_say_nothing(part: str) -> None:
    """Participants, attachments, notices and appeal instructions hold no commitments."""
    place = Place("decision", part, CITY)  # type: ignore[arg-type]
    assert found_in("Kaupunginhallitus päätti hyväksyä ohjelman.", place=place) == ()


@pytest.mark.parametrize("part", ["contacts", "presenter"])
def test_prose_below_a_preparer_speaks(part: str) -> None:
    """A block of people says nothing, but the prose that goes on below a preparer or presenter does."""
    place = Place("decision", part, CITY)  # type: ignore[arg-type]
    assert [c.action for c in found_in("Kaupunginhallitus päätti hyväksyä ohjelman.", place=place)] == ["hyväksyä"]
    assert found_in("Lisätiedot: Oona Kivelaho vastaa, oona.kivelaho@kuusjarvi.example.", place=place) == ()


def test_headings_say_nothing() -> None:
    """A heading is no sentence."""
    assert found_in("Kaupunginhallitus hyväksyi ohjelman", place=RELEASE, kind="heading") == ()


SENTENCES = [case.text for cases in ENTRIES.values() for case in cases]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from(list(ENTRIES)))
def test_every_quote_stands_in_the_text(sentences: list[str], place: Place) -> None:
    """Quotes are the text at their span, in order, apart from each other, each under one cue."""
    document = document_in(" ".join(sentences), "Toinen kappale on lyhyt.", place=place)
    commitments = find_facts(document, analysed(document), FINNISH).commitments
    last = 0
    for commitment in commitments:
        assert commitment.quote == commitment.span.of(document.text)
        assert commitment.span.start >= last
        assert commitment.cue
        last = commitment.span.end
