"""How hits are shown: folded ones, suggestions, addresses, links."""

import datetime as dt
import io

import pytest
from rich.console import Console

from policysearch.model.document import Passage
from policysearch.model.query import Expansion, Suggestion
from policysearch.model.search import DocumentSummary, FoundPlace, Hit, SearchResults, Snippet
from policysearch.model.source import Metadata
from policysearch.model.text import Span
from policysearch.present.expansions import expansion_text
from policysearch.present.results import Shown, results

TEXT = "Kaupunki auttaa uhria."


def hit(uri: str = "https://www.kuusjarvi.fi/asiat/2023/paatos.pdf", folded: tuple[str, ...] = ()) -> Hit:
    metadata = Metadata("decision", "Päätös avusta", dt.date(2023, 3, 27), "Kuusjärven kaupunginhallitus")
    document = DocumentSummary("2081da803c7e1be6", metadata, uri, "0" * 64, dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    passage = Passage("a" * 16, Span(0, 40), None, "decision", 4)
    return Hit(passage, document, "Päätös avusta", 2.0, Snippet(Span(0, 22), TEXT, (Span(16, 21),)), folded)


def shown(found: SearchResults, how: Shown, *, width: int = 80, styled: bool = False) -> str:
    """What is printed."""
    console = Console(
        file=io.StringIO(), width=width, force_terminal=styled, color_system="standard" if styled else None,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    for each in results(found, how):
        console.print(each)
    written: io.StringIO = console.file  # type: ignore[assignment]
    return written.getvalue()


def test_a_hit_in_a_pipe() -> None:
    """Title, what it is, the words, whole address; a heading that repeats the title is left out."""
    assert shown(SearchResults("uhri", 1, 0, (hit(),)), Shown(plain=True)) == (
        "1. Päätös avusta\n"
        "   decision · Kuusjärven kaupunginhallitus · 2023-03-27 · p. 4\n"
        "   Kaupunki auttaa **uhria**. …\n"
        "   2081da80 https://www.kuusjarvi.fi/asiat/2023/paatos.pdf\n"
        "\n"
        "1 passage\n"
    )


@pytest.mark.parametrize(
    ("uri", "address", "link"),
    [
        ("https://www.kuusjarvi.fi/asiat/2023/paatos.pdf", "www.kuusjarvi.fi/…/paatos.pdf", "paatos.pdf#page=4"),
        ("https://www.kuusjarvi.fi/uutinen", "www.kuusjarvi.fi/uutinen", "https://www.kuusjarvi.fi/uutinen"),
        (
            "file:///home/you/p%C3%A4%C3%A4t%C3%B6s.PDF",
            "päätös.PDF",
            "file:///home/you/p%C3%A4%C3%A4t%C3%B6s.PDF#page=4",
        ),
        ("https://hankeikkuna.fi/", "hankeikkuna.fi/", "https://hankeikkuna.fi/"),
    ],
)
def test_addresses_are_short_on_a_screen_and_lead_on(uri: str, address: str, link: str) -> None:
    """The link has the whole address, at the page where the original is a PDF."""
    text = shown(SearchResults("uhri", 1, 0, (hit(uri),)), Shown(), styled=True)
    assert f"{link}\x1b\\" in text
    plain = shown(SearchResults("uhri", 1, 0, (hit(uri),)), Shown())
    assert f"   2081da80 {address}\n" in plain


def test_folded_passages_are_counted_and_the_first_named() -> None:
    """How many say the same, and where the first of them stand; totals say both numbers."""
    one = hit(folded=("b" * 16, "c" * 16))
    where = FoundPlace(one.passage, one.document)
    found = SearchResults("uhri", 9, 0, (one,), groups=5)
    text = shown(found, Shown(plain=True, alike={one.passage.id: [where]}), width=200)
    assert "   and 2 more alike: Päätös avusta (2023-03-27, p. 4, 2081da80); …\n" in text
    assert text.endswith("1–1 of 5 that differ, 9 passages in all\n")
    assert "and 2 more alike\n" in shown(found, Shown(plain=True))


def test_suggestions_and_expansions_are_shown() -> None:
    """What was searched for stands before the hits; where there are none, what would find some."""
    expansion = Expansion("STM", ("sosiaali- ja terveysministeriö",), "gazetteer", Span(0, 3))
    other = Suggestion("ihmiskauppa", 48, "ihmiskauppa for ihmiskaupa")
    found = SearchResults("STM ihmiskaupa", 0, 0, (), expansions=(expansion,), suggestions=(other,))
    assert shown(found, Shown(plain=True), width=120).splitlines() == [
        "STM: also searched as sosiaali- ja terveysministeriö (names of one body)",
        "(the typed words alone: --no-synonyms)",
        "0 passages",
        "  try ihmiskauppa (ihmiskauppa for ihmiskaupa): 48 passages",
    ]


def test_an_expansion_in_words() -> None:
    """Source, notes, and how many words were left out."""
    old = Expansion(
        "Migri", ("Ulkomaalaisvirasto",), "gazetteer", Span(0, 5), 0, ("Ulkomaalaisvirasto: name until 2007",)
    )
    assert expansion_text(old) == (
        "Migri: also searched as Ulkomaalaisvirasto (names of one body; Ulkomaalaisvirasto: name until 2007)"
    )
    many = Expansion("uhri*", ("uhri", "uhrit"), "prefix", Span(0, 5), 7)
    assert expansion_text(many) == "uhri*: searched as uhri, uhrit … and 7 more (words of this corpus)"
