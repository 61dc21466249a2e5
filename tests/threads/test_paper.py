"""A document that is itself what was promised: its title names the thing; near misses leave the promise open."""

import datetime as dt

import pytest

from policysearch.follow import paper_of
from policysearch.model.source import DocumentType, Metadata
from policysearch.threads import build_threads
from tests.facts.made import FINNISH
from tests.threads.made import READER, Said, clauses

KK = "Kuusjärven kaupunki"
SAID = Said(
    "Kaupunginhallitus kehotti hyvinvointilautakuntaa laatimaan ihmiskaupan vastaisen toimintaohjelman 30.4.2022 "
    "mennessä.",
    "2021-11-10",
    "Kuusjärven kaupunginhallitus",
)
OPAS = Said(
    "Sosiaali- ja terveysministeriö laatii oppaan lapsiuhrien tunnistamisesta vuoden 2022 loppuun mennessä.",
    "2021-11-25",
    "sosiaali- ja terveysministeriö",
    "plan",
)
STM = "sosiaali- ja terveysministeriö"


def papers_of(said: Said, *fronts: tuple[str, str, str, DocumentType]) -> list[str]:
    """Ids of the documents with these titles, dates, issuers and types that count as what was promised."""
    papers = []
    for number, (title, date, issuer, kind) in enumerate(fronts):
        metadata = Metadata(type=kind, title=title, date=dt.date.fromisoformat(date), issuer=issuer)
        paper = paper_of(f"paper{number}", metadata, FINNISH, READER)
        assert paper
        papers.append(paper)
    return [paper.document for thread in build_threads(clauses(said), papers) for paper in thread.papers]


@pytest.mark.parametrize(
    ("said", "front"),
    [
        pytest.param(
            SAID,
            ("Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2025", "2022-05-23", KK, "plan"),
            id="programme",
        ),
        pytest.param(OPAS, ("Opas lapsiuhrien tunnistamisesta", "2022-11-01", STM, "report"), id="guide"),
    ],
)
def test_document_is_what_was_promised(said: Said, front: tuple[str, str, str, DocumentType]) -> None:
    """Its title names the thing, its body promised it, and it is of a later day."""
    assert papers_of(said, front) == ["paper0"]


@pytest.mark.parametrize(
    ("said", "front"),
    [
        pytest.param(
            SAID, ("Ihmiskaupan vastainen toimintaohjelma", "2022-05-23", "Lehtorannan kunta", "plan"), id="other town"
        ),
        pytest.param(SAID, ("Ihmiskaupan vastainen toimintaohjelma", "2022-05-23", KK, "decision"), id="a decision"),
        pytest.param(SAID, ("Ihmiskaupan vastainen toimintaohjelma", "2021-05-23", KK, "plan"), id="older"),
        pytest.param(SAID, ("Ihmiskaupan vastainen toimintaohjelma", "2025-05-23", KK, "plan"), id="years later"),
        pytest.param(
            SAID, ("Ihmiskaupan vastaisen toimintaohjelman arviointi", "2022-05-23", KK, "report"), id="its evaluation"
        ),
        pytest.param(
            SAID, ("Ihmiskaupan vastaisen toimintaohjelman luonnos", "2022-05-23", KK, "plan"), id="its draft"
        ),
        pytest.param(SAID, ("Toimintaohjelma", "2022-05-23", KK, "plan"), id="one word"),
        pytest.param(OPAS, ("Opas lapsiuhrien kuulemisesta", "2022-11-01", STM, "report"), id="other matter"),
        pytest.param(OPAS, ("Raportti lapsiuhrien tunnistamisesta", "2022-11-01", STM, "report"), id="other thing"),
    ],
)
def test_document_is_not_surely_what_was_promised(said: Said, front: tuple[str, str, str, DocumentType]) -> None:
    """Another body, kind, day, matter or thing: nothing is said."""
    assert papers_of(said, front) == []


def test_two_documents_may_be_meant() -> None:
    """Where two documents of two days would do, neither counts."""
    first = ("Opas lapsiuhrien tunnistamisesta", "2022-05-01", STM, "report")
    second = ("Opas lapsiuhrien tunnistamisesta", "2023-02-01", STM, "report")
    assert papers_of(OPAS, first, second) == []


def test_report_on_a_programme_is_not_the_programme() -> None:
    """What is promised is a report on the programme: the programme is not it."""
    said = Said(
        "Sosiaali- ja terveysministeriö laatii ihmiskaupan vastaisen toimintaohjelman seurantaraportin vuonna 2022.",
        "2021-11-25",
        STM,
        "plan",
    )
    assert papers_of(said, ("Ihmiskaupan vastainen toimintaohjelma", "2022-11-01", STM, "plan")) == []
