"""What became of proposals, whose words they are, and the time and condition that are a clause's own."""

from dataclasses import replace

import pytest

from policysearch.facts import find_facts
from tests.facts.commitment_cases import DECISION, HANDLING, PROPOSAL, RATIONALE, RELEASE
from tests.facts.commitment_places import document_in, found_in, one_in
from tests.facts.made import FINNISH, analysed


def test_adopted_proposal_is_marked() -> None:
    """*Ehdotuksen mukaan* gives the proposed decisions their outcome, and a counterproposal none."""
    document = document_in(
        "Kaupunginhallitus päättää hyväksyä ohjelman.", "Päätös", "Ehdotus hyväksyttiin.", place=DECISION
    )
    parts = ("proposal", None, "decision")
    passages = tuple(replace(p, part=part) for p, part in zip(document.passages, parts, strict=True))  # type: ignore[arg-type]
    document = replace(document, passages=passages)
    entries = find_facts(document, analysed(document), FINNISH).commitments
    assert [(c.kind, c.outcome) for c in entries] == [("proposal", "approved"), ("decision", "approved")]


def test_dissent_is_noted() -> None:
    """A dissent is recorded as what a member decided; the decision stands."""
    commitment = one_in("Iiris Vaskela jätti päätökseen eriävän mielipiteen.", place=DECISION)
    assert (commitment.kind, commitment.outcome) == ("decision", "noted")


TIMES = [
    ("Hankinta tehdään hankintapäätöstä 18 § 14.4.2020 vastaavilla ehdoilla.", None),
    ("Kaupunginhallitus päätti, että palvelut optiokaudelle 20.5.2022–19.5.2023 hankitaan yritykseltä.", 2022),
    ("Kaupunginhallitus hyväksyi tilinpäätöksen vuodelta 2021.", None),
    ("Kaupunginhallitus lähetti 16.9.2024 päivätyn kirjeen.", 2024),
]


@pytest.mark.parametrize(("text", "year"), TIMES, ids=[text[:40] for text, _ in TIMES])
def test_time_is_that_of_the_clause(text: str, year: int | None) -> None:
    """Cited decisions and years of accounts are not when something is done; options and letters' days are."""
    commitment = one_in(text, place=DECISION)
    begin = commitment.when.begin if commitment.when is not None else None
    assert (begin.year if begin is not None else None) == year


def test_condition_after_a_proviso() -> None:
    """*edellytyksellä, että …* is what the act hangs on."""
    commitment = one_in("Sopimus astuu voimaan 1.6.2023 edellytyksellä, että valtuusto hyväksyy sen.", place=RELEASE)
    assert commitment.condition == "edellytyksellä, että valtuusto hyväksyy sen"


def test_others_promises_are_not_ones_own_words() -> None:
    """What a ministry prepares is its promise, told by the city; the city's own board speaks for the city."""
    assert not one_in("Oikeusministeriö valmistelee oppaan.", place=RATIONALE).own_words
    assert one_in("Kuusjärven kaupunki valmistelee oppaan.", place=RATIONALE).own_words


def test_list_under_a_body_and_a_colon() -> None:
    """*Hyvinvointilautakunta:* is the subject of the items below it."""
    entries = found_in(
        "Hyvinvointilautakunta:", "1) hyväksyy selvityksen", "2) toteaa, että tavoite täyttyi", place=PROPOSAL
    )
    assert [(c.kind, c.action, c.actors[0].name) for c in entries] == [
        ("proposal", "hyväksyä", "Kuusjärven hyvinvointilautakunta")
    ]


SPEAKERS = [
    ("Erityisasiantuntija Oona Kivelahon mukaan ohje päivitetään syksyllä 2023.", "Oona Kivelaho"),
    ("Poliisihallitus ilmoitti, että se päivittää ohjeen syksyllä 2023.", "Poliisihallitus"),
    ("Ohje päivitetään syksyllä 2023.", "oikeusministeriö"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS, ids=[text[:40] for text, _ in SPEAKERS])
def test_speaker_inside_the_sentence(text: str, speaker: str) -> None:
    """Whoever is cited speaks; elsewhere the one whose document it is."""
    commitment = one_in(text, place=RELEASE)
    assert commitment.speaker is not None
    assert commitment.speaker.name == speaker


def test_frame_ends_with_its_list() -> None:
    """What the board itself does below its proposal to the council is its decision; only a proposal is proposed."""
    paragraphs = (
        "Kaupunginhallitus ehdottaa, että valtuusto",
        "1 hyväksyy leirisäännön siten, että se tulee voimaan 1.8.2023,",
        "2 kumoaa seuraavat säännöt",
        "Kuusjärven retkeilysääntö.",
        "Kaupunginhallitus kumoaa ohjeet leirisäännön soveltamisesta.",
        "Kaupunginhallitus kehottaa valmistelemaan ohjeen leiripaikoista elokuun loppuun mennessä.",
    )
    decided = [c.kind for c in found_in(*paragraphs, place=DECISION)]
    assert decided == ["proposal", "proposal", "proposal", "decision", "decision"]
    assert {c.kind for c in found_in(*paragraphs, place=PROPOSAL)} == {"proposal"}


def test_quoted_amendments_are_their_movers_proposals() -> None:
    """What a member moves is never a decision of the body it names; the same section says what became of it."""
    entries = found_in(
        "Mallila Vaskelan ym. kannattamana teki seuraavat muutosehdotukset ja lisäysehdotuksen:",
        "Muutosehdotus nro 1:",
        "”Sosiaalilautakunta hyväksyy leirien ohjeet.”",
        "Muutosehdotus nro 2:",
        "”Sosiaalilautakunta hyväksyy retkien ohjeet.”",
        "Lisäysehdotus:",
        "”Kaupunginhallitus kehottaa valmistelemaan ohjeen elokuun loppuun mennessä.”",
        "Virtanen teki seuraavan muutosehdotuksen: ”Kaupunginhallitus hyväksyy leirimaksut.”",
        "Puheenjohtaja totesi Virtasen muutosehdotuksen raukeavan kannattamattomana.",
        "Puheenjohtaja totesi kaupunginhallituksen hylänneen Mallilan muutosehdotuksen nro 1.",
        "Puheenjohtaja totesi kaupunginhallituksen hyväksyneen Mallilan muutosehdotuksen nro 2.",
        "Puheenjohtaja tiedusteli, voidaanko Mallilan lisäysehdotus yksimielisesti hyväksyä. "
        "Koska ehdotusta ei vastustettu, puheenjohtaja totesi kaupunginhallituksen hyväksyneen sen.",
        place=HANDLING,
    )
    quoted = [c for c in entries if c.quote.startswith("”")]
    assert [(c.kind, c.actors[0].name, c.outcome) for c in quoted] == [
        ("proposal", "Mallila", "rejected"),
        ("proposal", "Mallila", "approved"),
        ("proposal", "Mallila", "approved"),
        ("proposal", "Virtanen", None),
    ]
    stated = [c for c in entries if c.cue.startswith("stated.")]
    assert [(c.kind, c.outcome) for c in stated] == [
        ("decision", "rejected"),
        ("decision", "approved"),
        ("decision", "approved"),
    ]


def test_a_quotation_without_its_closing_mark_moves_nothing_below_it() -> None:
    """The decision below an amendment whose quotation is never closed stays a decision."""
    entries = found_in(
        "Vastaehdotus:",
        "”Sosiaalilautakunta hyväksyy leirien ohjeet.",
        "Kaupunginhallitus hylkäsi Vaskelan vastaehdotuksen.",
        place=HANDLING,
    )
    assert [(c.kind, c.outcome) for c in entries] == [("proposal", None), ("decision", "rejected")]
