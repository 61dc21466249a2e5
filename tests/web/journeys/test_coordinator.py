"""The coordinator: what was decided about a matter, what is open, and what is due."""

import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

import docx
import icalendar
import pytest
from playwright.sync_api import expect

from tests.conftest import TODAY
from tests.web.journeys.conftest import Walk
from tests.web.journeys.reader import WAYS, Reader, Way, read_csv

MATTER = "kriisimajoitus"
ACTOR = "hankintapalvelut"
FIRST_DAY, LAST_DAY = dt.date(2023, 6, 6), dt.date(2023, 12, 12)
"""Of what is to be done: days whose number is that of their month."""
GUIDE = "Hankintapalvelut valmistelee ohjeen"
"""The beginning of a commitment that other documents speak of, too."""
SERIES = "Ihmiskaupan vastaisen toimintaohjelman ohjausryhmä"


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_what_was_decided_and_what_is_due(walk: Walk, texts: dict[str, str], tmp_path: Path, way: Way) -> None:
    """From the first page over the ledger and a thread to the calendar, and to the sheet of a meeting."""
    reader = walk(way)
    look_up_decisions(reader)
    follow_an_open_duty(reader, tmp_path)
    see_how_it_went_on(reader)
    look_at_the_deadlines(reader)
    check_calendar(take_the_calendar(reader, tmp_path), texts)
    take_a_meeting_along(reader, tmp_path)


def look_up_decisions(reader: Reader) -> None:
    """Search for the matter, of all passages those that decide; the first one is marked in its document."""
    reader.write(reader.field("Words to search for"), MATTER)
    reader.follow(reader.page.locator("form.search button"))
    kinds = reader.page.locator(".facets details").filter(has_text=reader.message("Kind of commitment"))
    reader.press(kinds.locator("summary"))
    reader.follow(reader.link("decision", kinds))
    hits = reader.page.locator(".hits blockquote").all_inner_texts()
    assert hits
    assert all(MATTER[:-1] in words.casefold() for words in hits)
    assert "päätti" in hits[0]
    reader.follow(reader.page.locator(".hits h3 a").first)
    expect(reader.page.locator("#mark")).to_be_in_viewport()
    expect(reader.page.locator("#mark")).to_contain_text(re.compile(MATTER[:-1], re.IGNORECASE))


def follow_an_open_duty(reader: Reader, folder: Path) -> None:
    """What one actor has to do within half a year, and no document reports done: the file has what the page shows."""
    reader.go_to("Commitments")
    if reader.way.hands == "keyboard":  # they stand beside the list, and after all of it
        reader.follow(reader.link("Narrow the results"))
    reader.write(reader.field("Actor"), ACTOR)
    reader.tick(reader.field("obligation"))
    reader.write_day(reader.page.locator("#due_after"), FIRST_DAY.year, FIRST_DAY.month)
    reader.write_day(reader.page.locator("#due_before"), LAST_DAY.year, LAST_DAY.month)
    reader.tick(reader.field("not reported done"))
    reader.follow(reader.page.locator("form.filters button"))
    shown = reader.page.locator(".ledger .quote").all_inner_texts()
    rows = read_csv(reader.save(reader.link("CSV"), folder))
    assert [row["quote"] for row in rows] == shown
    assert [(row["kind"], row["actors"]) for row in rows] == [("obligation", ACTOR)]
    assert FIRST_DAY <= dt.date.fromisoformat(rows[0]["time_end"]) <= LAST_DAY


def see_how_it_went_on(reader: Reader) -> None:
    """A commitment in one document after another, in the order of their days."""
    reader.go_to("Commitments")
    if reader.way.hands == "keyboard":  # they stand beside the list, and after all of it
        reader.follow(reader.link("Narrow the results"))
    reader.write(reader.field("Words"), "alihankintaketju")
    reader.follow(reader.page.locator("form.filters button"))
    entry = reader.page.locator(".ledger > li").filter(has_text=GUIDE)
    reader.follow(entry.locator("a[href$='/thread']"))
    steps = reader.page.locator(".thread > li")
    assert steps.count() >= 3
    assert len({*steps.locator("cite").all_inner_texts()}) >= 2, "in several documents"
    reader.follow(steps.filter(has_text=GUIDE).locator(".quote").first)
    expect(reader.page.locator("#mark")).to_be_in_viewport()
    expect(reader.page.locator("#mark")).to_contain_text(GUIDE.partition(" ")[0])


def look_at_the_deadlines(reader: Reader) -> None:
    """Coming ones, those of a month, past ones that nothing reports done, and those without a day."""
    reader.go_to("Deadlines")
    seen: dict[str, set[str]] = {}
    for view in ("Coming", "Past, no report of completion", "Without a day", "By month"):
        reader.follow(reader.link(view))
        expect(reader.page.locator(".tabs [aria-current]")).to_have_text(reader.message(view))
        seen[view] = {*reader.page.locator(".ledger .quote").all_inner_texts()}
    assert seen["Coming"]
    assert seen["Past, no report of completion"]
    assert not seen["Past, no report of completion"] & seen["Without a day"]
    for _ in range(3):
        reader.follow(reader.link("Next month"))
    reader.follow(reader.page.locator(".month a").last)
    day = reader.page.locator("li:target")
    expect(day).to_be_in_viewport()
    assert day.locator(".quote").inner_text() in seen["Coming"], "June is now, September is to come"


def take_the_calendar(reader: Reader, folder: Path) -> Any:
    """As a file, which is the same that a calendar program subscribes to."""
    file = reader.save(reader.link("Calendar file (iCalendar)"), folder).read_bytes()
    address = reader.page.locator(".address").inner_text()
    subscribed = reader.page.request.get(address, headers={"Accept-Language": reader.way.language})
    assert subscribed.headers["content-type"].startswith("text/calendar")
    assert subscribed.body() == file
    return icalendar.Calendar.from_ical(file)


def check_calendar(calendar: Any, texts: dict[str, str]) -> None:
    """Each event has a day, words that stand in the document that it leads to, and a name of its own."""
    events = calendar.walk("VEVENT")
    assert sum(event["DTSTART"].dt >= dt.date.fromisoformat(TODAY) for event in events) > 10
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        said = re.match("”(.+?)”\n\n", str(event["DESCRIPTION"]), re.DOTALL)
        led = re.search(r"/documents/(\w+)\?mark=(\d+)-(\d+)", str(event["URL"]))
        assert said
        assert led
        text = texts[led[1]]
        assert said[1] in text or said[1] in " ".join(text.split())
        assert text[int(led[2]) : int(led[3])].split()[0] in said[1], "the address marks words of the sentence"


def take_a_meeting_along(reader: Reader, folder: Path) -> None:
    """The last meeting of a body on one sheet: on the screen, on paper, and as DOCX."""
    reader.go_to("Cases and meetings")
    reader.follow(reader.page.get_by_role("link", name=SERIES, exact=True))
    reader.follow(reader.page.locator("main a[href^='/meetings/']").first)
    title = reader.page.locator("h1").inner_text()
    quotes = reader.page.locator(".sheet-list .quote").all_inner_texts()
    assert quotes
    file = docx.Document(io.BytesIO(reader.save(reader.link("DOCX"), folder).read_bytes()))
    written = [paragraph.text for paragraph in file.paragraphs]
    written += [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert title in written
    assert all(any(quote in text for text in written) for quote in quotes)
    paper = reader.save(reader.link("HTML"), folder).read_text(encoding="utf-8")
    assert f'<html lang="{reader.way.language}">' in paper
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("header.top nav").first).to_be_hidden()
    expect(reader.page.locator(".sheet-list .quote").first).to_be_visible()
