"""Citations that other programs can read, whatever stands in a title or address."""

import datetime as dt
import re

import bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.model.facts import Actor, Commitment
from policysearch.model.research import Citation, Source
from policysearch.model.search import DocumentSummary
from policysearch.model.source import DOCUMENT_TYPES, DocumentType, Metadata
from policysearch.model.text import Span
from policysearch.present.citations import citation_bibtex, citation_csl, citation_text

AT = dt.datetime(2024, 3, 1, 12, 30, 5, tzinfo=dt.UTC)
# Names and types of CSL-JSON 1.0.2 that a citation of ours may use (schema csl-data.json of citationstyles.org).
CSL_FIELDS = {
    "id": str, "type": str, "title": str, "author": list, "issued": dict, "accessed": dict, "genre": str, "number": str,
    "section": str, "page": str, "URL": str, "language": str, "note": str, "custom": dict,
}  # fmt: skip
CSL_TYPES = {"document", "report", "webpage"}


def citation(
    title: str | None = "Ohjelman hyväksyminen",
    *,
    issuer: str | None = "Kuusjärven kaupunginhallitus",
    date: dt.date | None = dt.date(2022, 5, 23),
    type_: DocumentType | None = "decision",
    uri: str = "https://example.org/paatos.pdf",
    quote: str | None = None,
    commitment: Commitment | None = None,
) -> Citation:
    """A citation with what is given."""
    metadata = Metadata(type_, title, date, issuer, "fi", "KUU 2022-1", "112", "5")
    summary = DocumentSummary("a" * 16, metadata, uri, "b" * 64, AT)
    sources = (Source(uri, AT, is_newest=True), Source("https://example.org/copy", AT, is_newest=False))
    if quote is None:
        return Citation("document", "a" * 16, summary, sources)
    span = Span(10, 10 + len(quote))
    return Citation("commitment", "c" * 16, summary, sources, 3, span, "Päätös", quote, commitment=commitment)


def test_text_has_everything() -> None:
    """Issuer, date, title, type, numbers, page, words, all addresses with their times, hash, ids."""
    text = citation_text(citation(quote="Kaupunginhallitus\npäätti asiasta."))
    for wanted in (
        "Kuusjärven kaupunginhallitus (2022-05-23): Ohjelman hyväksyminen. ",
        "Decision, KUU 2022-1, § 112, meeting 5, p. 3.",
        "Under: Päätös",
        "”Kaupunginhallitus päätti asiasta.”",
        "https://example.org/paatos.pdf (retrieved 2024-03-01T12:30:05+00:00)",
        "https://example.org/copy (retrieved 2024-03-01T12:30:05+00:00; there is a newer version at this address)",
        "SHA-256 " + "b" * 64,
        "commitment " + "c" * 16,
    ):
        assert wanted in text


def test_what_is_unknown_is_said() -> None:
    """No issuer, no date, no title: none of them is made up."""
    text = citation_text(citation(None, issuer=None, date=None, type_=None))
    assert text.startswith("Issuer unknown (undated): paatos.pdf. KUU 2022-1")
    item = citation_csl(citation(None, issuer=None, date=None, type_=None))
    assert "author" not in item
    assert "issued" not in item
    assert "year" not in citation_bibtex(citation(None, issuer=None, date=None))


def test_words_of_somebody_else_are_said_to_be_theirs() -> None:
    """A commitment that a document reports is not cited as the issuer's own."""
    reported = Commitment(
        "c" * 16, "a" * 16, Span(0, 4), "quot", 3, "proposal", "x",
        speaker=Actor("organisation:y", "Lyhtytupa ry", "organisation"), said_on=dt.date(2022, 2, 1),
    )  # fmt: skip
    cited = citation(quote="quot", commitment=reported)
    assert "Said by Lyhtytupa ry on 2022-02-01." in citation_text(cited)
    assert "Said by Lyhtytupa ry on 2022-02-01" in citation_bibtex(cited)
    assert citation_csl(cited)["custom"]["said"] == "Said by Lyhtytupa ry on 2022-02-01"


@pytest.mark.parametrize("type_", [*DOCUMENT_TYPES, None])
def test_csl_has_only_fields_and_types_of_its_schema(type_: DocumentType | None) -> None:
    """CSL-JSON 1.0.2 allows no others; dates are lists of numbers."""
    item = citation_csl(citation(type_=type_, quote="Päätettiin."))
    for name, value in item.items():
        assert isinstance(value, CSL_FIELDS[name]), name
    assert item["type"] in CSL_TYPES
    assert item["issued"] == {"date-parts": [[2022, 5, 23]]}
    assert item["accessed"] == {"date-parts": [[2024, 3, 1]]}
    assert item["author"] == [{"literal": "Kuusjärven kaupunginhallitus"}]
    assert item["custom"]["sha256"] == "b" * 64
    assert len(item["custom"]["sources"]) == 2


@pytest.mark.parametrize(
    ("title", "written"),
    [
        pytest.param("Työ & tulos 100 %", r"Työ \& tulos 100 \%", id="signs"),
        pytest.param("a_b #1 $5", r"a\_b \#1 \$5", id="more signs"),
        pytest.param("} loppu {", r"\textbraceright{} loppu \textbraceleft{}", id="braces alone"),
        pytest.param("a\\b~c^d", r"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d", id="marks of TeX"),
    ],
)
def test_bibtex_escapes(title: str, written: str) -> None:
    """What TeX would act on is written so that it is printed."""
    assert f"title = {{{{{written}}}}}" in citation_bibtex(citation(title))


@given(title=st.text(min_size=1, max_size=60), quote=st.text(min_size=1, max_size=60))
def test_bibtex_is_read_by_a_parser(title: str, quote: str) -> None:
    """Whatever a title or a quote holds, it is one entry with its fields, and braces match."""
    text = citation_bibtex(citation(title, quote=quote))
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == "policysearch-" + "c" * 16
    assert {"author", "title", "date", "year", "month", "url", "urldate", "note", "pages"} <= set(entry.fields_dict)
    assert text.count("{") == text.count("}")


def test_addresses_stay_addresses() -> None:
    """Braces and blanks of an address are written as its percent codes, its % and _ stay."""
    text = citation_bibtex(citation(uri="https://example.org/a_b%20c/{id} x"))
    assert "url = {https://example.org/a_b%20c/%7Bid%7D%20x}" in text


def test_text_in_finnish_and_swedish() -> None:
    """Labels and days in the language, names and moments as they are."""
    finnish = citation_text(citation(quote="Kaupunginhallitus\npäätti asiasta."), "fi")
    assert "(haettu 20" in finnish
    assert "asiakirja " in finnish
    assert "”Kaupunginhallitus päätti asiasta.”" in finnish
    swedish = citation_text(citation(None, issuer=None, date=None, type_=None), "sv")
    assert swedish.startswith("Okänd utgivare (odaterad)")
    for text in (finnish, swedish):
        assert not re.search(r"retrieved|document [0-9a-f]|undated|Minutes|page", text)
