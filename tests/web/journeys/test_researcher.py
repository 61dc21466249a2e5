"""The researcher: every use of some words, counted, saved, and found again by anybody else."""

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser
import openpyxl
import pytest
import rispy
from playwright.sync_api import Browser, expect

from tests.web.journeys.conftest import Walk
from tests.web.journeys.reader import WAYS, Reader, Way, read_csv, read_head

QUERY = 'lemma:uhri TAI "ihmiskaupan vastainen"'
YEAR = "2022"
WORD = "uhri"
Row = tuple[str, str]
"""Title and words of a passage, its white space as one blank."""


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_every_use_of_some_words(walk: Walk, browser: Browser, corpus_sha256: str, tmp_path: Path, way: Way) -> None:
    """From a search in the query language to its files, its address and its feed, to lines and counts."""
    reader = walk(way)
    search_by_dictionary_form(reader)
    search_a_phrase_in_a_field(reader)
    rows = search_a_year(reader)
    check_files(reader, tmp_path, rows, corpus_sha256)
    check_address(reader, browser, rows)
    check_feed(reader, rows)
    total = read_every_line(reader, tmp_path)
    count_over_the_years(reader, tmp_path, total)


def search_by_dictionary_form(reader: Reader) -> None:
    """A word by itself, in every form: never a part of a compound."""
    search(reader, f"lemma:{WORD}")
    marks = reader.page.locator(".hits blockquote mark").all_inner_texts()
    assert len({mark.casefold() for mark in marks}) > 3
    assert all(re.fullmatch("uhr[ie].*", mark.casefold()) for mark in marks), marks


def search_a_phrase_in_a_field(reader: Reader) -> None:
    """Words next to one another, in decisions only."""
    search(reader, '"ihmiskaupan vastainen" type:decision')
    for hit in reader.page.locator(".hits > li").all():
        assert reader.message("decision of a body") in hit.locator(".about").first.inner_text()
        assert re.search(r"ihmiskau\w+ vasta\w+", hit.inner_text().casefold())
    assert reader.page.locator(".hits > li").count() > 3


def search_a_year(reader: Reader) -> list[Row]:
    """Either of two, and by a facet those of one year; all the passages, page after page."""
    search(reader, QUERY)
    years = reader.page.locator(".facets details").filter(has_text=reader.message("Year")).first
    reader.follow(reader.link(YEAR, years))
    found: list[Row] = []
    while True:
        for hit in reader.page.locator(".hits > li").all():
            assert YEAR in hit.locator(".about").first.inner_text()
            found.append((flat(hit.locator("h3").inner_text()), flat(hit.locator("blockquote").inner_text())))
        following = reader.page.locator(".paging a[rel=next]")
        if not following.count():
            break
        reader.follow(following)
    assert len(found) > 10, "more than a page"
    assert reader.page.locator("#results").inner_text().startswith(f"{len(found)} ")
    return found


def check_files(reader: Reader, folder: Path, rows: list[Row], sha256: str) -> None:
    """Each file has the rows of the page, and says what was asked of which corpus."""
    csv = reader.save(reader.link("CSV"), folder)
    assert [(flat(row["document_title"]), flat(row["snippet_text"])) for row in read_csv(csv)] == rows
    check_head(read_head(csv), sha256)

    book = openpyxl.load_workbook(io.BytesIO(reader.save(reader.link("XLSX"), folder).read_bytes()))
    check_head({str(name): str(value) for name, value in book["provenance"].iter_rows(values_only=True)}, sha256)
    header, *cells = book["hit"].iter_rows(values_only=True)
    sheet = [dict(zip(header, row, strict=True)) for row in cells]
    assert [(flat(str(row["document_title"])), flat(str(row["snippet_text"]))) for row in sheet] == rows

    head, *hits = map(json.loads, reader.save(reader.link("JSON Lines"), folder).read_text("utf-8").splitlines())
    assert (head["query"], head["corpus"]["sha256"]) == (QUERY, sha256)
    assert [(flat(hit["document"]["title"]), flat(hit["snippet"]["text"])) for hit in hits] == rows

    cited = rispy.loads(reader.save(reader.link("RIS"), folder).read_text("utf-8"))
    assert [flat(each["title"]) for each in cited] == [title for title, _ in rows]
    for each, (_, words) in zip(cited, rows, strict=True):
        assert words.strip("… ") in flat(each["abstract"])
        assert f"query: {QUERY}; " in " ".join(each["notes"])
        assert sha256 in " ".join(each["notes"])


def check_head(head: Mapping[str, str], sha256: str) -> None:
    """Query, filters and corpus."""
    assert (head["query"], head["corpus sha256"]) == (QUERY, sha256)
    assert (head["filter after"], head["filter before"]) == (f"{YEAR}-01-01", f"{YEAR}-12-31")


def check_address(reader: Reader, browser: Browser, rows: list[Row]) -> None:
    """The address of the search is all that somebody else needs, in whatever language they read."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(re.sub("&page=[0-9]+", "", reader.page.url))
    shown = zip(
        page.locator(".hits h3").all_inner_texts(), page.locator(".hits blockquote").all_inner_texts(), strict=True
    )
    assert [(flat(title), flat(words)) for title, words in shown] == rows[:10]
    context.close()


def check_feed(reader: Reader, rows: list[Row]) -> None:
    """What a feed reader gets are the same passages, each with an address that marks it."""
    link = reader.link("Subscribe to this search")
    reader.reach(link)
    feed = feedparser.parse(reader.page.request.get(str(link.get_attribute("href"))).body())
    assert not feed.bozo
    words = {words for _, words in rows}
    quotes = [re.findall("”(.+?)”", flat(entry.summary))[0] for entry in feed.entries]
    assert quotes
    assert {*quotes} <= words
    assert all("mark=" in entry.link and entry.link.endswith("#mark") for entry in feed.entries)


def read_every_line(reader: Reader, folder: Path) -> int:
    """The same word a line each, with what stands before and after; as many as the file has."""
    search(reader, WORD)
    reader.follow(reader.link("Every occurrence, a line each"))
    expect(reader.field("Words to search for")).to_have_value(WORD)
    rows = read_csv(reader.save(reader.link("CSV"), folder))
    shown = [flat(node) for node in reader.page.locator(".kwic .node").all_inner_texts()]
    assert [flat(row["node"]) for row in rows][: len(shown)] == shown
    assert reader.page.locator("#results").inner_text().startswith(f"{len(rows)} ")
    return len(rows)


def count_over_the_years(reader: Reader, folder: Path, total: int) -> None:
    """The picture has a bar a year, its table the numbers behind them, and the file what they were made of."""
    reader.follow(reader.link("Over the years, as a picture"))
    reader.press(reader.page.locator(".chart summary"))
    table = reader.page.locator(".chart .numbers")
    years = [flat(name) for name in table.locator("tbody th").all_inner_texts()]
    shown = [number(value) for value in table.locator("tbody td").all_inner_texts()]
    rows = read_csv(reader.save(reader.link("CSV"), folder))
    assert sum(int(row["count"]) for row in rows) == total
    counted: dict[str, Any] = {}
    for row in rows:
        hits, _ = counted.get(row["group"], (0, 0))
        counted[row["group"]] = hits + int(row["count"]), int(row["words"])
    assert len(years) == len(counted)
    expected = [1000 * hits / words for hits, words in counted.values()]
    assert shown == pytest.approx(expected, abs=0.051)
    assert years[:-1] == [year for year in counted if year.isdecimal()]
    bars = [float(bar.get_attribute("height") or 0) for bar in reader.page.locator(".chart svg rect").all()]
    assert [height / max(bars) for height in bars] == pytest.approx([v / max(shown) for v in shown if v], abs=0.02)


def search(reader: Reader, query: str) -> None:
    """From whatever page, by the head of it."""
    reader.go_to("Search")
    reader.write(reader.field("Words to search for"), query)
    reader.follow(reader.page.locator("form.search button"))


def flat(text: str) -> str:
    """With one blank for white space of any kind."""
    return " ".join(text.split())


def number(text: str) -> float:
    """As people of any of the three languages write it."""
    return float(re.sub(r"\s", "", text).replace(",", "."))
