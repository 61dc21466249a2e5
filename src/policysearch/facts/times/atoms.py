"""A passage as the time grammar reads it: dates, clock times, years and numbers as one atom each, words between.

Numbers are read from the text itself, not from the tokens, so that *1.6.2020*, *5.–6.10.2021* and *klo 13.30* come
out alike whatever the tokenizer makes of their stops. What looks like a date but is a diary number, a section, a law
or a telephone number becomes a mark here, and is out of reach for every rule.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policysearch.model.document import AnalysedPassage
from policysearch.model.language import Case, Reading, Token

AtomKind = Literal["date", "clock", "decimal", "year", "month", "quarter", "ordinal", "number", "dash", "word", "mark"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One unit of a passage; `start` and `end` are code points of the document's text.

    Attributes:
        day: With `month`, of a *date*; `year` is None where it is not written.
        hour: With `minute`, of a *clock* time, or of a *decimal* that may be one (*15.09*).
        value: Of a *number*, *ordinal* or *year*.
        word: The surface in lower case.
        lemmas: The dictionary forms of all readings, in lower case, best first; empty for what is no word.
    """

    kind: AtomKind
    start: int
    end: int
    word: str = ""
    token: Token | None = None
    day: int = 0
    month: int = 0
    year: int | None = None
    hour: int = -1
    minute: int = 0
    value: int = -1
    lemmas: tuple[str, ...] = ()

    def is_lemma(self, *lemmas: str) -> bool:
        """Whether some reading has one of `lemmas`."""
        return any(lemma in lemmas for lemma in self.lemmas)

    def cases(self, lemma: str | None = None) -> frozenset[Case]:
        """The cases of the readings (of those with `lemma`, where one is given)."""
        if self.token is None:
            return frozenset()
        return frozenset(
            reading.case
            for reading in self.token.readings
            if reading.case is not None and (lemma is None or reading.lemma.lower() == lemma)
        )


_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_BEFORE = r"(?<![\w/.,:\-–−—§])"
# A dash before a number is a range only where a number stands before the dash.
_IN_RANGE = r"(?:(?<=\d[-–−—])|(?<=\d\.[-–−—])|(?<=[a-zåäö][–]))"
_NOT_CODE = r"(?![\w/]|[-–]\d{4,}\d|-\w*\d{5,}|[.,:]\d)"
# A year before 1900 has a word for it, or is the end of a range.
_OLD_YEAR = (
    r"(?: (?: (?<=uonna\s)|(?<=uoden\s)|(?<=uosina\s)|(?<=uosien\s)|(?<=uodelta\s)|(?<=uodesta\s)|(?<=uoteen\s)"
    r" | (?<=\b1[5-8]\d\d[-–]) ) 1[5-8]\d\d )"
)
_LEXER = re.compile(
    rf"""
    (?P<quarter> \b Q (?P<qn>[1-4]) (?: \s?/?\s? (?P<qy>{_YEAR}) )? (?![\w/]) )
  | (?P<code> (?<![\w]) (?: [A-ZÅÄÖ]{{1,6}} [ /:.-]? {_YEAR} [-/] \d[\d/.-]* (?: \s T (?: \s\d\d)+ )?
        | \+\d[\d\s]{{6,}}\d | \d{{1,4}}/\d\d\.[\d./]+
        | (?!{_YEAR}-\d\d-\d\d(?![\d-])) \d{{1,4}}(?:[/-]\d{{1,6}}){{2,}}(?![\d.])
        | \d{{1,3}}/(?:19|20)?\d\d (?! \d | \s+ (?:mennessä|alkaen|lähtien|asti|saakka)\b )
        | \d{{1,4}}(?:\.\d{{1,3}}){{2,}}\.?/\d+ | \d{{1,2}}(?:\.\d{{1,2}}){{3,}} ) )
  | (?: {_BEFORE} | {_IN_RANGE} ) (?:
      (?P<iso> (?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01]) (?![\d-]) )
    | (?P<full> (?P<fd>{_DAY})\.\s?(?P<fm>{_MONTH})(?:\.\s?|\s\.)(?P<fy>{_YEAR}) (?![\w/]|-\d{{5,}}|\.\d) )
    | (?P<short> (?P<sd>{_DAY})\.(?P<sm>{_MONTH})\.[-–]?(?P<sy>\d\d) (?![\w/]|-\d{{3,}}|[.:]\d) )
    | (?P<part> (?P<pd>{_DAY})\.\s?(?P<pm>{_MONTH})\. (?![\w/]) )
    | (?P<open> (?P<od>{_DAY})\.(?P<om>{_MONTH}) (?= \s?[-–−—]\s?{_DAY}\.{_MONTH}\. ) )
    | (?P<clock> (?P<ch>[01]?\d|2[0-4]):(?P<cm>[0-5]\d) (?![\w/:]|[.,]\d) )
    | (?P<decimal> (?P<dh>[01]?\d|2[0-4])\.(?P<dm>[0-5]\d) (?![\w/]|[.,]\d) )
    | (?P<monthyear> (?P<mm>{_MONTH})/(?P<my>{_YEAR}) (?![\w/]) )
    | (?P<year> (?: {_YEAR} | {_OLD_YEAR} ) {_NOT_CODE} )
    | (?P<ordinal> \d{{1,3}}\. (?! \w ) )
    | (?P<number> \d{{1,3}}(?:[ \u00a0]\d\d\d)+(?![\d]) (?:,\d+)? | \d+ (?:,\d+)? (?! [\w/] ) )
    )
  | (?P<dash> [-–—‑−] )
    """,
    re.VERBOSE,
)


def atoms_of(text: str, analysed: AnalysedPassage) -> tuple[Atom, ...]:
    """The atoms of one passage in order; `text` is that of the document."""
    span = analysed.passage.span
    words = [token for token in analysed.tokens if token.kind == "word"]
    numbers = _numbers(text, span.start, span.end, words)
    taken = [(atom.start, atom.end) for atom in numbers]
    atoms = list(numbers)
    index = 0
    for token in analysed.tokens:
        while index < len(taken) and taken[index][1] <= token.span.start:
            index += 1
        if index < len(taken) and taken[index][0] < token.span.end:
            continue
        if token.kind == "word":
            lemmas = _lemmas(token.readings)
            atoms.append(Atom("word", token.span.start, token.span.end, token.surface.lower(), token, lemmas=lemmas))
        else:
            atoms.append(Atom("mark", token.span.start, token.span.end, token.surface.lower(), token))
    return tuple(sorted(atoms, key=lambda atom: atom.start))


@lru_cache(maxsize=65536)
def _lemmas(readings: tuple[Reading, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.lemma.lower() for reading in readings))


def _numbers(text: str, start: int, end: int, words: list[Token]) -> list[Atom]:
    found: list[Atom] = []
    index = 0
    position = start
    while match := _LEXER.search(text, position, end):
        first, last = match.span()
        while index < len(words) and words[index].span.end <= first:
            index += 1
        inside = index < len(words) and words[index].span.start < last
        if inside and match.lastgroup not in {"code", "quarter"} and words[index].span.start <= first:
            position = max(words[index].span.end, first + 1)
            continue
        found.append(_atom(match))
        position = last
    return found


def _atom(match: re.Match[str]) -> Atom:
    kind = next(name for name in _KINDS if match.group(name) is not None)
    word = match.group().lower()
    return _KINDS[kind](match.start(), match.end(), word, *(match.group(part) for part in _PARTS.get(kind, ())))


def _date(start: int, end: int, word: str, day: str, month: str, year: str) -> Atom:
    """A date with its year, or a mark where the calendar has no such day (*31.2.2021*)."""
    try:
        dt.date(int(year), int(month), int(day))
    except ValueError:
        return Atom("mark", start, end, word)
    return Atom("date", start, end, word, day=int(day), month=int(month), year=int(year))


def _short_date(start: int, end: int, word: str, day: str, month: str, year: str) -> Atom:
    """A year of two digits is kept below zero until the anchor is known."""
    return Atom("date", start, end, word, day=int(day), month=int(month), year=-int(year) - 1)


def _day(start: int, end: int, word: str, day: str, month: str) -> Atom:
    return Atom("date", start, end, word, day=int(day), month=int(month))


def _clock(start: int, end: int, word: str, hour: str, minute: str) -> Atom:
    return Atom("clock" if ":" in word else "decimal", start, end, word, hour=int(hour), minute=int(minute))


def _quarter(start: int, end: int, word: str, number: str, year: str | None) -> Atom:
    return Atom("quarter", start, end, word, value=int(number), year=None if year is None else int(year))


def _month(start: int, end: int, word: str, month: str, year: str) -> Atom:
    return Atom("month", start, end, word, month=int(month), year=int(year))


def _year(start: int, end: int, word: str) -> Atom:
    return Atom("year", start, end, word, year=int(word), value=int(word))


def _ordinal(start: int, end: int, word: str) -> Atom:
    return Atom("ordinal", start, end, word, value=int(word.rstrip(".")))


def _number(start: int, end: int, word: str) -> Atom:
    whole = re.sub(r"[ \u00a0]", "", word)
    return Atom("number", start, end, word, value=int(whole) if whole.isdigit() else -1)


def _dash(start: int, end: int, word: str) -> Atom:
    return Atom("dash", start, end, word)


def _mark(start: int, end: int, word: str) -> Atom:
    return Atom("mark", start, end, word)


_KINDS: dict[str, Callable[..., Atom]] = {
    "quarter": _quarter, "code": _mark, "iso": _date, "full": _date, "short": _short_date, "part": _day, "open": _day,
    "clock": _clock, "decimal": _clock, "monthyear": _month, "year": _year, "ordinal": _ordinal, "number": _number,
    "dash": _dash,
}  # fmt: skip
# The groups of each alternative, in the order of its maker's arguments.
_PARTS: dict[str, tuple[str, ...]] = {
    "quarter": ("qn", "qy"), "iso": ("id", "im", "iy"), "full": ("fd", "fm", "fy"), "short": ("sd", "sm", "sy"),
    "part": ("pd", "pm"), "open": ("od", "om"), "clock": ("ch", "cm"), "decimal": ("dh", "dm"),
    "monthyear": ("mm", "my"),
}  # fmt: skip


def full_year(two_digits: int, anchor: dt.date | None) -> int | None:
    """The year that two digits mean within forty years of `anchor`; None without an anchor."""
    if anchor is None:
        return None
    return min((1900 + two_digits, 2000 + two_digits), key=lambda year: abs(year - anchor.year))
