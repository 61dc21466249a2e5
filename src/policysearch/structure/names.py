"""Names of people in running text, told from names of places and organisations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policysearch.lang.base import Language
from policysearch.model.text import Span
from policysearch.structure.wordlists import word_endings, wordlist

_WORD = r"[A-ZÅÄÖÉÜŠŽ][a-zåäöéèüõšžóáíïçñ’']+(?:-[A-ZÅÄÖÉÜŠŽ][a-zåäöéèüõšžóáíïçñ’']+)*"
_RUN = re.compile(rf"(?<![\w.-]){_WORD}(?: (?:{_WORD}|[A-ZÅÄÖ]\.|af|von|de|van|der))* {_WORD}(?![\w-])")
_SURNAME = r"[A-ZÅÄÖ]{3,}(?:-[A-ZÅÄÖ]{3,})?"
_GIVEN = rf"{_WORD}(?: {_WORD})?"
_CAPITALS = re.compile(
    rf"(?<![\w.-])(?:(?P<surname>{_SURNAME}) (?P<given>{_GIVEN})"
    rf"|(?P<given_first>{_GIVEN}) (?P<surname_last>{_SURNAME}))(?![\w-])"
)
# Endings that no surname has in the nominative.
_INFLECTED = re.compile(r"[a-zåäö]{4}(?:lle|lta|ltä)$")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: `text` has the given name first, `span` covers the printed words."""

    text: str
    span: Span


def names_in(text: str, language: Language, *, trusted: bool = False) -> Iterator[Name]:
    """Full names in `text`: two to four words with capitals that read as a person's.

    Args:
        text: A line or a sentence.
        language: Reads words.
        trusted: The text is known to name a person, so that words which read otherwise will do; beside a title of
            office they always do.
    """
    in_capitals = tuple(_with_surname_in_capitals(text))
    yield from in_capitals
    for match in _RUN.finditer(text):
        if any(name.span.overlaps(Span(*match.span())) for name in in_capitals):
            continue
        words = match[0].split(" ")
        start = match.start()
        while len(words) > 1 and _is_common(words[0], language, longer=len(words) > 2):
            start += len(words[0]) + 1
            words = words[1:]
        sure = trusted or _is_titled(text, start, match.end())
        if _INFLECTED.search(words[-1]):
            continue  # *Maija Mallilalle*: found with the other names of running text, in the nominative
        if 2 <= len(words) <= _MOST_WORDS and _is_person(words, language, sure=sure):
            yield Name(" ".join(_given_first(words, language)), Span(start, match.end()))


def _with_surname_in_capitals(text: str) -> Iterator[Name]:
    """*MALLILA Maija*, *Maija MALLILA*: lists that print surnames in capitals, told by a known given name."""
    for match in _CAPITALS.finditer(text):
        words = (match["given"] or match["given_first"]).split(" ")
        n_given = 0
        ordered = words if match["given"] else words[::-1]
        while n_given < len(words) and all(part in _given_names() for part in ordered[n_given].split("-")):
            n_given += 1
        if not n_given:
            continue
        given = " ".join(words[:n_given] if match["given"] else words[-n_given:])
        surname = match["surname"] or match["surname_last"]
        start = match.start() if match["given"] else match.start("surname_last") - len(given) - 1
        end = match.start("given") + len(given) if match["given"] else match.end()
        yield Name(f"{given} {surname.title()}", Span(start, end))


def _is_titled(text: str, start: int, end: int) -> bool:
    """A title of office ends right before the name, or is all that stands between a comma after it and the next."""
    titles = word_endings("headings", "titles")
    before = text[:start].rstrip(" ,(").rpartition(" ")[2].casefold()
    after = re.match(r"\s*[,\t]\s*([^,\t;:()]{3,60})", text[end:])
    return before.endswith(titles) or (after is not None and after[1].strip().casefold().endswith(titles))


def _is_common(word: str, language: Language, *, longer: bool) -> bool:
    """A title or another word that has its capital from the start of a line."""
    if word in _given_names():
        return False
    if word.casefold().endswith(word_endings("headings", "titles")):
        return True
    best = language.tokens(f"x {word}")[1].readings[0]
    return longer and best.word_class not in ("proper", "unknown") and not best.guessed


def _is_person(words: list[str], language: Language, *, sure: bool) -> bool:
    if any(
        word.casefold().endswith(word_endings("headings", "titles")) and word not in _given_names() for word in words
    ):
        return False
    if words[0].partition("-")[0] in _given_names() or words[-1].partition("-")[0] in _given_names():
        return True
    best = [language.tokens(f"x {word}")[1].readings[0] for word in words]
    if any(reading.name == "place" and reading.case == "genitive" for reading in best):
        return False
    if sure or any(reading.name == "person" and not reading.guessed for reading in best):
        return True
    return all(reading.guessed or reading.word_class == "unknown" for reading in best)


def _given_first(words: list[str], language: Language) -> list[str]:
    """*Mallila Maija* as *Maija Mallila*, where only the last word is a given name."""
    first, last = words[0].partition("-")[0], words[-1].partition("-")[0]
    if len(words) == 2 and last in _given_names() and first not in _given_names():
        reading = language.tokens(f"x {words[0]}")[1].readings[0]
        if last not in _SURNAMES_TOO or reading.name != "person":
            return [words[1], words[0]]
    return words


# Given names that are surnames as well: after a word that may be a given name, they are the surname.
_SURNAMES_TOO = frozenset({"Ali", "Abdi", "Hassan", "Ahmed", "Mohamed", "Helge", "Simon", "Martin", "Paul", "Georg"})


@cache
def _given_names() -> frozenset[str]:
    return frozenset(wordlist("people")["given"]["names"].split())
