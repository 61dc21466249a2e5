"""People of a document: its participants, presenters, preparers, contacts, experts heard, and who signed it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policysearch.lang.base import Language
from policysearch.model.document import Part, Participant, Section, TextBlock
from policysearch.model.text import Span
from policysearch.structure.affiliations import role_of
from policysearch.structure.dates import DAY
from policysearch.structure.headings import is_title
from policysearch.structure.person_lines import PersonLine, is_organisation, people_in_line
from policysearch.structure.wordlists import wordlist

_PARTS: frozenset[Part] = frozenset({"presenter", "contacts", "participants"})
_ROLE_OF_PART: dict[Part, str] = {"presenter": "esittelijä", "contacts": "lisätiedot"}
_TELEPHONE = re.compile(r"\b(?:p|puh|puhelin|tel|gsm)\b\.?:?\s*\(?\+?\d|\S@\S|\(a\)")
_EXPERT = re.compile(r"\basiantunti?joi?na\b|\basiantuntijana\b|\basiantuntijoina\b")
_WAS_HEARD = re.compile(r"\b(?:oli|olivat|kuultiin|oli kutsuttuna|olivat kutsuttuina)\b")
# *Kannattaja: …*, *Pöytäkirjantarkastajat: …*: a role with its people on the same line.
_ROLE_LABEL = re.compile(r"(?P<role>[A-ZÅÄÖa-zåäö]+)\s*:\s*(?=\S)")
_SIGNATORY = "allekirjoittaja"
_MOST_LINE_WORDS = 40
_MOST_SIGNATURE_WORDS = 8
_END_BLOCKS = 8


def participants_in(
    text: str,
    blocks: Sequence[TextBlock],
    sections: Sequence[Section],
    language: Language,
    signed_for: str | None = None,
) -> tuple[Participant, ...]:
    """The people of a text, in order, each once for a role.

    Args:
        text: Of the document.
        blocks: With their sections.
        sections: Of the document.
        language: Reads names.
        signed_for: The organisation for which a letter is signed, where that is known.
    """
    found: dict[tuple[str, str | None, str | None], Participant] = {}
    for person in _people(text, blocks, sections, language):
        if signed_for and person.role == _SIGNATORY and person.organisation is None:
            person = replace(person, organisation=signed_for)
        found.setdefault((person.name, person.role, person.title), person)
    return tuple(sorted(found.values(), key=lambda person: person.span))


def _people(
    text: str, blocks: Sequence[TextBlock], sections: Sequence[Section], language: Language
) -> Iterator[Participant]:
    waiting: str | None = None  # a title on a line of its own, whose name comes next
    unit: str | None = None  # an organisation on a line of its own, whose people come next
    unit_section: Section | None = None
    taken = -1  # the block of a title that belongs to the name before it
    for n, block in enumerate(blocks):
        line = block.span.of(text)
        section = sections[block.section] if block.section is not None else None
        if block.kind == "heading" or len(line.split()) > _MOST_LINE_WORDS:
            waiting = None
            if block.kind != "heading":
                yield from _experts(line, block, language)
            continue
        if section is not unit_section:
            unit, unit_section = None, section
        role = _role_here(text, blocks, sections, n, section)
        if role is None:
            waiting = None
            yield from _experts(line, block, language)
            continue
        people = list(people_in_line(line, language, trusted=waiting is not None))
        if not people and _is_listing(section) and line.endswith((",", ":")) and is_organisation(line.strip(" ,:")):
            unit = line.strip(" ,:")
        if not _is_listing(section) and not _TELEPHONE.search(line) and not _is_only_people(line, people):
            people = []
        title = waiting
        lacks_title = len(people) == 1 and people[0].title is None
        if lacks_title and waiting is None and n + 1 < len(blocks) and _is_listing(section):
            following = blocks[n + 1].span.of(text)
            title = None if any(people_in_line(following, language)) else _title_alone(following, language)
            taken = n + 1 if title else taken
        for person in people:
            placed = replace(person, organisation=person.organisation or unit)
            yield _participant(placed, block, person.title or (title if len(people) == 1 else None), role or None)
        waiting = _title_alone(line, language) if not people and n != taken else None
    yield from _signatures(text, blocks, sections, language)


def _role_here(
    text: str, blocks: Sequence[TextBlock], sections: Sequence[Section], n: int, section: Section | None
) -> str | None:
    """The role of people in a block; an empty one where the list gives none, None where it lists no people."""
    line = blocks[n].span.of(text)
    if section is not None and section.part in _PARTS:
        heading = section.heading.of(text).casefold()
        for opening, role in wordlist("people")["heading_roles"].items():
            if heading.startswith(opening):
                return str(role)
        return _ROLE_OF_PART.get(section.part, "")
    if section is not None and section.part == "notification":
        return ""
    if role := _label_role(line):
        return role
    if section is not None and section.part == "proposal" and _opens_proposal(text, blocks, n, section):
        return "esittelijä"
    if line.endswith(":") and is_title(line):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        after = sections[following.section] if following and following.section is not None else None
        return "esittelijä" if after is not None and after.part == "proposal" else "valmistelija"
    if _TELEPHONE.search(line):
        return "lisätiedot"
    return None


def _label_role(line: str) -> str | None:
    """The role that opens a line, in the singular."""
    label = _ROLE_LABEL.match(line)
    return (role_of(label["role"]) or role_of(label["role"].removesuffix("t"))) if label else None


def _is_listing(section: Section | None) -> bool:
    return section is not None and section.part in _PARTS


def _is_only_people(line: str, people: Sequence[PersonLine]) -> bool:
    """Whether a line has nothing but names, titles of office and a date: *Johtaja Maija Mallila 18.4.2017:*."""
    rest, at = "", 0
    for person in people:
        rest += line[at : person.span.start] + ","
        at = person.span.end
    rest += line[at:]
    rest = _ROLE_LABEL.sub("", rest, count=1)
    pieces = [DAY.sub("", piece).strip(" .:\t") for piece in re.split(r"[,;/\t]|(?<!-) ja ", rest)]
    return all(not piece or is_title(piece.rpartition(" ")[2]) or is_organisation(piece) for piece in pieces)


def _opens_proposal(text: str, blocks: Sequence[TextBlock], n: int, section: Section) -> bool:
    """A proposal may open with its presenter: a title and a name, on one line or on two, and nothing else."""
    first = n
    while first > 0 and blocks[first - 1].kind != "heading":
        first -= 1
    line = blocks[n].span.of(text)
    return n - first < 2 and len(line.split()) <= _MOST_SIGNATURE_WORDS and not line.endswith((".", ";"))


def _participant(person: PersonLine, block: TextBlock, title: str | None, role: str | None) -> Participant:
    return Participant(
        name=person.name,
        span=person.span.shift(block.span.start),
        title=title,
        organisation=person.organisation,
        role=person.role or role,
    )


def _title_alone(line: str, language: Language) -> str | None:
    words = line.split()
    if not 0 < len(words) <= _MOST_SIGNATURE_WORDS or not is_title(words[-1]) or line.endswith("."):
        return None
    best = language.tokens(f"x {words[0]}")[1].readings[0]
    return line if best.word_class == "proper" and not best.guessed else line[0].lower() + line[1:]


def _experts(line: str, block: TextBlock, language: Language) -> Iterator[Participant]:
    """Who was heard: *Päällikkö Maija Mallila oli kutsuttuna asiantuntijana läsnä kokouksessa*."""
    for sentence in language.sentences(line):
        words = sentence.of(line)
        verb = _WAS_HEARD.search(words)
        if verb is None or not _EXPERT.search(words):
            continue
        for person in people_in_line(words[: verb.start()], language):
            span = Span(person.span.start + sentence.start, person.span.end + sentence.start)
            moved = PersonLine(person.name, span, person.title, person.organisation, "asiantuntija")
            yield _participant(moved, block, person.title, "asiantuntija")


def _signatures(
    text: str, blocks: Sequence[TextBlock], sections: Sequence[Section], language: Language
) -> Iterator[Participant]:
    """A name on a line of its own, and a title or a role alone on the next; at the end also both on one line."""
    for block, following in pairwise(blocks):
        part = sections[block.section].part if block.section is not None else None
        line = block.span.of(text)
        if block.kind == "heading" or part in _PARTS or len(line.split()) > _MOST_SIGNATURE_WORDS:
            continue
        title = _title_alone(following.span.of(text), language)
        people = list(people_in_line(line, language, trusted=title is not None))
        if title and len(people) == 1 and len(people[0].span) >= len(line.strip(" ,.")):
            is_role = title in wordlist("people")["roles"]
            yield _participant(people[0], block, None if is_role else title, title if is_role else _SIGNATORY)
    for block in blocks[-_END_BLOCKS:]:
        line = block.span.of(text)
        part = sections[block.section].part if block.section is not None else None
        if block.kind == "heading" or part in _PARTS or not 3 <= len(line.split()) <= _MOST_SIGNATURE_WORDS:
            continue
        people = list(people_in_line(line, language))
        if len(people) == 1 and people[0].title and people[0].span.end == len(line):
            yield _participant(people[0], block, people[0].title, _SIGNATORY)
