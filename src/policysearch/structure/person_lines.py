"""One line of a list of people -> name, title, organisation, role, however the line orders them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policysearch.lang.base import Language
from policysearch.model.text import Span
from policysearch.structure.affiliations import affiliation, role_of
from policysearch.structure.headings import is_title
from policysearch.structure.names import Name, names_in
from policysearch.structure.wordlists import wordlist

_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]?[A-ZÅÄÖ]{1,8}(?:-[A-ZÅÄÖ]+)?(?:/[A-ZÅÄÖa-z]+)?")
_SEPARATORS = re.compile(r"[,\t;()/]|\s[–-]\s")
_WHO_TELLS = re.compile(r"^.*\b(?:antaa|antavat|vastaa|vastaavat)\b:?\s*")
_MOST_TITLE_WORDS = 10


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as one line names them; `span` covers the name in the line."""

    name: str
    span: Span
    title: str | None
    organisation: str | None
    role: str | None


@dataclass(slots=True)
class _Details:
    title: str | None = None
    organisation: str | None = None
    role: str | None = None


def people_in_line(line: str, language: Language, *, trusted: bool = False) -> Iterator[PersonLine]:
    """The people of a line, in order.

    *Kansliapäällikkö Maija Mallila (puheenjohtaja), OM*; *Maija Mallila, ylitarkastaja, puhelin: …*;
    *Maija Mallila [tab] ylitarkastaja, sihteeri*; several in a row, each with a telephone number.
    """
    names = sorted(names_in(line, language, trusted=trusted), key=lambda name: name.span)
    if not names:
        return
    unit = _unit_before(line[: names[0].span.start])
    ends = [name.span.start for name in names[1:]] + [len(line)]
    start = 0
    for name, end in zip(names, ends, strict=True):
        details = _Details()
        _read_before(line[start : name.span.start], details, language)
        tail = line[name.span.end : end]
        reach = list(_reach().finditer(tail))
        # What stands after the telephone number belongs to the next person.
        own = tail if not reach or end == len(line) else tail[: reach[-1].end()]
        if not reach and end < len(line):
            own = _without_next_title(tail)
        _read_after(own, details, language)
        _affiliate(details, language)
        details.organisation = details.organisation or unit
        start = name.span.end + len(own)
        yield _person(name, details)


def _unit_before(text: str) -> str | None:
    """The organisation that opens a line and holds for all its people: *Hallintopalvelut, controller …, johtaja …*."""
    first, comma, rest = text.partition(",")
    return first.strip() if comma and rest.strip() and is_organisation(first.strip()) else None


def _affiliate(details: _Details, language: Language) -> None:
    """Parts the body that a title names in the genitive from the title."""
    if details.title is None or details.organisation is not None:
        return
    found = affiliation(details.title, language)
    if found.organisation is not None:
        details.title, details.organisation = found.title, found.organisation
        details.role = details.role or found.role


def _person(name: Name, details: _Details) -> PersonLine:
    return PersonLine(name.text, name.span, details.title, details.organisation, details.role)


def _without_next_title(tail: str) -> str:
    """Cuts off the last piece of what stands between two names: it is the title of the second one."""
    cut = max(tail.rfind(","), tail.rfind(";"), tail.rfind(" ja "))
    return (
        tail[: cut + 1]
        if cut >= 0 and is_title(tail[cut:].strip(",; ").removeprefix("ja ").rpartition(" ")[2])
        else tail
    )


def _read_before(text: str, details: _Details, language: Language) -> None:
    text = _WHO_TELLS.sub("", text)
    pieces = [piece.strip(" .:*•–-") for piece in re.split(r"[,\t;:/]", text)]
    pieces = [piece.removeprefix("ja ").strip() for piece in pieces if piece and piece != "ja"]
    titles: list[str] = []
    for piece in pieces:
        if role := role_of(piece):
            details.role = role
        elif titles or _is_title(piece):
            titles.append(piece)
        elif is_organisation(piece):
            details.organisation = piece
    last = pieces[-1] if pieces else ""
    if not titles and not details.role and _may_be_title(last):
        titles = [last]
    if titles:
        details.title = _small(", ".join(titles), language)


def _read_after(text: str, details: _Details, language: Language) -> None:
    # A title may stand behind the address as well: *Maija Mallila maija.mallila@… Rakennustarkastaja*.
    for piece in (part for found in _SEPARATORS.split(text) for part in _reach().split(found)):
        part = piece.strip(" .:,*•–-")
        if not part or _aside().fullmatch(part):
            continue
        if role := role_of(part):
            details.role = role
        elif details.title is None and _is_title(part):
            details.title = _small(part, language)
        elif details.organisation is None and is_organisation(part):
            details.organisation = part


def _is_title(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_TITLE_WORDS and (is_title(words[-1]) or is_title(text))


def _may_be_title(text: str) -> bool:
    """Right before a name only a title can stand, known or not, if it is in small letters."""
    words = text.split()
    if not 0 < len(words) <= _MOST_TITLE_WORDS or is_organisation(text):
        return False
    return words[-1][0].islower() and text[-1].isalpha()


def is_organisation(text: str) -> bool:
    """Whether a piece of a line names an organisation: its abbreviation, or a name with the ending of one."""
    if _ABBREVIATION.fullmatch(text):
        return True
    endings = wordlist("people")["lines"]["organisations"]
    return len(text.split()) <= 8 and f" {text.casefold()}".endswith(tuple(endings))


def _small(title: str, language: Language) -> str:
    """The title with a small initial, unless its first word is a name or an abbreviation."""
    first = title.split(" ", 1)[0]
    if len(first) < 2 or not first[1].islower():
        return title
    best = language.tokens(f"x {first}")[1].readings[0]
    return title if best.word_class == "proper" and not best.guessed else title[0].lower() + title[1:]


@cache
def _aside() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in wordlist("people")["lines"]["asides"]), re.IGNORECASE)


@cache
def _reach() -> re.Pattern[str]:
    return re.compile(wordlist("people")["lines"]["reach"], re.IGNORECASE)
