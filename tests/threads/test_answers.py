"""Recommendations and the answers to them: sentences as reports, ministries and boards write them, and near misses."""

import pytest

from policysearch.model.threads import Thread
from policysearch.threads import build_threads
from tests.threads.made import Said, clauses

AUDIT = "Kuusjärven tarkastuslautakunta"
BOARD = "Kuusjärven kaupunginhallitus"
MINISTRY = "Saarimaan hyvinvointiministeriö"

BESIDE = (
    Said("Kaupunginhallitus päätti uusia pysäköintimaksut.", "2020-01-01", BOARD),
    Said("Lautakunta järjestää kuulemistilaisuuden kirjastossa.", "2020-02-01", "Kuusjärven sivistyslautakunta"),
)
"""Clauses of other matters, so that words have weights."""


def made(*said: Said) -> tuple[Thread, ...]:
    return build_threads(clauses(*said, *BESIDE))


def answered(*said: Said) -> bool:
    """Whether the first and the last sentence are one thread by an answer."""
    links = [link for thread in made(*said) for link in thread.links if link.basis == "answers"]
    first, last = clauses(said[0])[0].commitment.quote, said[-1].text
    texts = {c.id: c.commitment.quote for c in clauses(*said, *BESIDE)}
    return any(texts[link.first] == first and texts[link.second] in last for link in links)


ANSWERS = {
    "the body and the number": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report", number="2"),
        Said(
            "Kaupunginhallitus on nimennyt sijaisen tarkastuslautakunnan suosituksen 2 mukaisesti.",
            "2024-02-12",
            BOARD,
        ),
    ),
    "the body alone, with its words": (
        Said(
            "Tarkastuslautakunta suosittelee, että palveluohjaajan tehtävään nimetään sijainen.",
            "2023-05-10",
            AUDIT,
            "report",
        ),
        Said(
            "Palveluohjaajan tehtävään nimettiin sijainen tarkastuslautakunnan suosituksesta.",
            "2024-02-12",
            "Kuusjärven kaupunki",
            "report",
        ),
    ),
    "GRETA": (
        Said(
            "GRETA suositteli, että uhrien tunnistamista vahvistetaan vastaanottokeskuksissa.",
            "2015-06-08",
            MINISTRY,
            "press_release",
        ),
        Said(
            "Uhrien tunnistamista on vahvistettu vastaanottokeskuksissa GRETA:n suosituksen mukaisesti.",
            "2019-06-07",
            "Maahanmuuttovirasto",
            "report",
        ),
    ),
    "the way that a committee demanded": (
        Said(
            "Hallintovaliokunta edellyttää, että auttamisjärjestelmän tilastointia kehitetään.",
            "2018-11-24",
            "hallintovaliokunta",
            "statement",
        ),
        Said(
            "Auttamisjärjestelmän tilastointia on kehitetty hallintovaliokunnan edellyttämällä tavalla.",
            "2020-03-02",
            "sisäministeriö",
            "report",
        ),
    ),
    "its number, and its words": (
        Said(
            "Kriisimajoituksen käyttöastetta tulisi seurata kuukausittain.", "2023-05-10", AUDIT, "report", number="4"
        ),
        Said(
            "Suosituksen 4 mukaisesti kriisimajoituksen käyttöastetta seurataan kuukausittain.",
            "2024-02-12",
            BOARD,
        ),
    ),
    "its words in quotation marks": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report"),
        Said(
            "Suosituksen ”nimetä palveluohjaajalle sijainen” hyvinvointipalvelut on toteuttanut tammikuussa 2024.",
            "2024-02-12",
            "Kuusjärven hyvinvointipalvelut",
            "report",
        ),
    ),
}

NEAR_MISSES = {
    "another body recommended it": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report", number="2"),
        Said(
            "Kaupunginhallitus on nimennyt palveluohjaajalle sijaisen GRETA:n suosituksen mukaisesti.",
            "2024-02-12",
            BOARD,
        ),
    ),
    "another number": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report", number="2"),
        Said(
            "Kaupunginhallitus on nimennyt palveluohjaajalle sijaisen tarkastuslautakunnan suosituksen 5 mukaisesti.",
            "2024-02-12",
            BOARD,
        ),
    ),
    "another matter": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report"),
        Said(
            "Hankintapalvelut on päivittänyt sopimuspohjat tarkastuslautakunnan suosituksesta.",
            "2024-02-12",
            "Kuusjärven kaupunki",
            "report",
        ),
    ),
    "the same number of other words": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report", number="4"),
        Said("Suosituksen 4 mukaisesti sopimusten määräaikoja seurataan.", "2024-02-12", BOARD),
    ),
    "nothing that it names": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report"),
        Said("Lehtorannan kunta on nimennyt palveluohjaajalle sijaisen.", "2024-02-12", "Lehtorannan kunta"),
    ),
    "it was said before": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report", number="2"),
        Said(
            "Kaupunginhallitus on nimennyt sijaisen tarkastuslautakunnan suosituksen 2 mukaisesti.",
            "2022-02-12",
            BOARD,
        ),
    ),
    "two recommendations fit alike": (
        Said(
            "Tarkastuslautakunta suosittelee, että sijaisen nimeämistä nopeutetaan kouluissa.",
            "2023-05-10",
            AUDIT,
            "report",
        ),
        Said(
            "Tarkastuslautakunta suosittelee, että sijaisen nimeämistä nopeutetaan päiväkodeissa.",
            "2023-05-11",
            AUDIT,
            "report",
        ),
        Said(
            "Sijaisen nimeämistä on nopeutettu tarkastuslautakunnan suosituksesta.",
            "2024-02-12",
            "Kuusjärven kaupunki",
            "report",
        ),
    ),
    "a standard that is called a recommendation": (
        Said("Kaupungin tulisi nimetä palveluohjaajalle sijainen.", "2023-05-10", AUDIT, "report"),
        Said(
            "Palveluohjaajan sijaisen palkkaus määräytyy Kuntaliiton suosituksen mukaan.",
            "2024-02-12",
            BOARD,
        ),
    ),
}


@pytest.mark.parametrize("said", ANSWERS.values(), ids=ANSWERS.keys())
def test_answers_are_linked(said: tuple[Said, ...]) -> None:
    """An answer that names its recommendation joins its thread, though another body gives it."""
    assert answered(*said)


@pytest.mark.parametrize("said", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_near_misses_are_not(said: tuple[Said, ...]) -> None:
    """Another body, number, matter, an earlier day, or two that fit alike: no answer."""
    assert not answered(*said)


def test_an_answer_is_a_step() -> None:
    """The thread goes on from what was recommended to what was done."""
    (thread,) = (t for t in made(*ANSWERS["GRETA"]) if len(t.events) > 1)
    assert [event.kind for event in thread.events] == ["proposed", "done"]
    assert "answers" in {link.basis for link in thread.links}
