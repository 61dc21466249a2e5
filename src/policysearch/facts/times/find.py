"""Passages -> temporal expressions: read atoms, parse cores, place them by role, resolve them against the document."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from policysearch.facts.times.atoms import atoms_of
from policysearch.facts.times.bare import bare_years
from policysearch.facts.times.core import Core, Direction, Frame, Reader
from policysearch.facts.times.cues import time_cues
from policysearch.facts.times.days import parse_clock, parse_days
from policysearch.facts.times.lengths import parse_length, parse_recurrence
from policysearch.facts.times.lists import between, inherited_years, recurring, shared_periods
from policysearch.facts.times.periods import parse_period
from policysearch.facts.times.roles import Placed, of_range, place, when_of
from policysearch.facts.times.tense import direction
from policysearch.facts.times.values import Interval, date_of
from policysearch.model.document import AnalysedPassage, Document, Passage
from policysearch.model.ids import fact_id
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When

_PARSERS: tuple[Callable[[Reader, int], Core | None], ...] = (
    parse_days,
    parse_period,
    parse_recurrence,
    parse_length,
    parse_clock,
)
_LONGEST_POINT = 100  # days
_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # ISO 8601
_NEAR_DAYS = 3  # words from the days of opening to their hours
# Clock times of these parts are office hours.
_OFFICE_PARTS = frozenset({"appeal", "contacts", "notification"})


def find_times(document: Document, passages: Sequence[AnalysedPassage]) -> tuple[TimeExpression, ...]:
    """All temporal expressions of `passages`, in the order of the text; none overlaps another.

    Expressions without a year, and relative ones, are resolved against the day on which the section's words were said,
    else the document's date; where neither is known they keep their words and their role, and have no date.
    """
    found: list[TimeExpression] = []
    for analysed in passages:
        inside = list(_in_passage(document, analysed))
        found.extend(inside)
        for span in bare_years(analysed, [time.span for time in inside]):
            year = int(span.of(document.text))
            when = When("event", dt.date(year, 1, 1), dt.date(year, 12, 31))
            found.append(_expression(document, analysed.passage, span, when))
    return tuple(sorted(found, key=lambda time: time.span.start))


def times_by_rules(document: Document, passages: Sequence[AnalysedPassage]) -> tuple[TimeExpression, ...]:
    """What `find_times` finds without the model of names, for comparison."""
    return tuple(time for analysed in passages for time in _in_passage(document, analysed))


def _in_passage(document: Document, analysed: AnalysedPassage) -> Iterator[TimeExpression]:
    reader = Reader(atoms_of(document.text, analysed), time_cues())
    anchor = anchor_of(document, analysed.passage)
    placed = _without_overlaps([place(reader, core) for core in _cores(document.text, analysed, reader)])
    placed = recurring(reader, shared_periods(reader, between(reader, placed)))
    years = inherited_years(reader, placed, anchor)
    day = _meeting_day(document, analysed.passage)
    sentence: Span | None = None
    sentence_day = day
    told: dt.date | None = None
    named: int | None = None
    for one, year in zip(placed, years, strict=True):
        span = _span(reader, one)
        own = next((s for s in analysed.sentences if s.overlaps(span)), None)
        if own != sentence:
            sentence, sentence_day = own, day
        of_day = None if _is_habit(reader, one) else sentence_day
        frame = Frame(anchor, _direction(analysed, span, one), year, of_day, told, named)
        interval = one.core.resolve(frame) if one.core.resolve else None
        if interval is not None and not one.core.needs_year and one.core.grain in {"day", "month", "season"}:
            told = _told(interval)
        if interval is not None and not one.core.needs_year and _in_one_year(interval):
            named = date_of(interval.begin).year
        if interval is not None and one.core.grain in {"day", "minute"}:
            sentence_day = date_of(interval.end)
        when = when_of(of_range(one, interval), interval)
        if interval is None:
            when = replace(when, note=_contradiction(one.core, frame))
        yield _expression(document, analysed.passage, span, when)


def _is_habit(reader: Reader, placed: Placed) -> bool:
    """Whether a clock time belongs to every such day: *arkisin klo 8–16*, *ma–pe klo 9–15*, *maanantaisin klo 9*."""
    if placed.core.grain != "minute" or placed.core.first == 0:
        return False
    places = [placed.core.first - 1 - step for step in range(_NEAR_DAYS)]
    short = reader.cues.weekday_abbreviations
    return any(
        reader.at(place).word.endswith("isin")
        or reader.at(place).word.rstrip(".") in short
        or any(day in short for day in reader.at(place).word.split("-"))
        for place in places
    )


def _told(interval: Interval) -> dt.date | None:
    """Where a story goes on from: the beginning of a day, month or season; nowhere after a longer period."""
    begin, end = date_of(interval.begin), date_of(interval.end)
    return begin if (end - begin).days <= _LONGEST_POINT else None


def _contradiction(core: Core, frame: Frame) -> str | None:
    """Why the printed day is not taken: its weekday is another one than the words say."""
    if core.dated is None:
        return None
    resolve, named = core.dated
    day = resolve(frame)
    if day is None or day.begin != day.end:
        return None
    date = date_of(day.begin)
    return f"{date.isoformat()} is a {_WEEKDAYS[date.isoweekday()]}, not a {_WEEKDAYS[named]}"


def _in_one_year(interval: Interval) -> bool:
    return date_of(interval.begin).year == date_of(interval.end).year


def _span(reader: Reader, placed: Placed) -> Span:
    """From the first to the last atom; the stop of *viikolla 23.* and *klo 14.40.* is the sentence's."""
    last = reader.at(placed.last - 1)
    ends_sentence = (
        last.word.endswith(".") and placed.core.grain in {"week", "minute", "year"} and last.kind in {"ordinal", "date"}
    )
    return Span(reader.at(placed.first).start, last.end - ends_sentence)


def anchor_of(document: Document, passage: Passage) -> dt.date | None:
    """The day on which the words of a passage were said: its section's, else the document's."""
    if passage.section is not None:
        own = document.sections[passage.section]
        around = [own, *(s for s in document.sections if s.said_on and s.span.contains(passage.span))]
        dated = [section for section in around if section.said_on]
        if dated:
            return min(dated, key=lambda section: len(section.span)).said_on
    return document.metadata.date


def _meeting_day(document: Document, passage: Passage) -> dt.date | None:
    """The day that lone clock times belong to: that of the meeting whose minutes these are."""
    if document.metadata.type not in {"minutes", "decision"} or passage.part in _OFFICE_PARTS:
        return None
    return anchor_of(document, passage)


def _cores(text: str, analysed: AnalysedPassage, reader: Reader) -> Iterator[Core]:
    index = 0
    while index < len(reader.atoms):
        core = _core_at(reader, index)
        if core is None or _is_no_time(text, analysed, reader, core):
            index += 1
            continue
        yield core
        index = core.last


def _core_at(reader: Reader, index: int) -> Core | None:
    """The longest core that begins at `index`; of equally long ones the first in the order of the parsers."""
    if not _may_open(reader, index):
        return None
    best: Core | None = None
    for parse in _PARSERS:
        core = parse(reader, index)
        if core is not None and (best is None or core.last > best.last):
            best = core
    return best


def _may_open(reader: Reader, index: int) -> bool:
    """Whether an expression can begin here: most words are dismissed by one look-up."""
    atom = reader.at(index)
    if atom.kind != "word":
        return atom.kind not in {"mark", "dash"}
    openers = reader.cues.openers
    if atom.word in openers or "-" in atom.word or "–" in atom.word or "‑" in atom.word or atom.word.endswith("."):
        return True
    return any(lemma in openers for lemma in atom.lemmas)


def _is_no_time(text: str, analysed: AnalysedPassage, reader: Reader, core: Core) -> bool:
    """Numbers that stand beside *kohta*, *§*, *luku*, *euroa*, or that number a heading or list item."""
    head = reader.at(core.first)
    if head.kind not in {"date", "year", "ordinal", "number"}:
        return False
    place = core.first - 1 - (reader.at(core.first - 1).word in {"on", "oli"})
    before, after = reader.at(place), reader.at(core.last)
    cues = reader.cues
    if head.kind == "date" and head.year is not None and head.year > 0:
        return False
    if before.word in {"ja", "tai", ","} and reader.at(place - 1).kind == "date" and _is_numbered(reader, place - 2):
        return True  # kohdissa 3.2. ja 4.1.
    listed = reader.at(core.last + 1)
    if reader.at(core.last).word in {"ja", ",", "sekä"} and listed.kind == "date" and listed.year is not None:
        return False  # 16.2. ja 2.3.2017
    if core.grain == "length":
        return before.word in {"§", "kohta", "+"}
    if before.word in cues.not_before or reader.known(place, cues.not_before):
        # A month in words cannot be a clause number: only its day could (liite 9. helmikuuta is a date).
        return head.kind in {"date", "year"}
    if after.word in cues.not_after or reader.known(core.last, cues.not_after):
        return True
    starts = core.first == 0 and core.last == 1
    following = text[after.start : after.start + 1]
    return head.kind == "date" and starts and after.kind == "word" and following.isupper()


def _is_numbered(reader: Reader, index: int) -> bool:
    return reader.at(index).word in reader.cues.not_before or reader.known(index, reader.cues.not_before) is not None


def _without_overlaps(placed: list[Placed]) -> list[Placed]:
    """Spans cut so that no expression takes the words of its neighbour."""
    kept: list[Placed] = []
    for one in placed:
        if kept and one.first < kept[-1].last:
            one = replace(one, first=max(kept[-1].last, min(one.core.first, one.last - 1)))
            if one.core.first < kept[-1].last:
                continue
        kept.append(one)
    return kept


def _direction(analysed: AnalysedPassage, span: Span, placed: Placed) -> Direction | None:
    if not placed.core.needs_year and placed.core.grain not in {"day", "minute"}:
        return None
    tense = direction(analysed, span)
    if placed.role == "deadline" and placed.reach in {"until", "before"}:
        return None if tense == "past" else "future"
    return tense


def _expression(document: Document, passage: Passage, span: Span, when: When) -> TimeExpression:
    return TimeExpression(
        id=fact_id(document.id, "time", span.start, span.end),
        document=document.id,
        span=span,
        quote=span.of(document.text),
        page=document.page_at(span.start),
        when=when,
        ocr=passage.ocr,
    )
