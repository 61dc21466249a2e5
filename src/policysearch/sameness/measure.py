"""Whether two documents are one in two originals, or one in two languages. Pure functions.

The thresholds were set on real documents (docs/adr/0011-one-document-several-originals.md). Likeness of the text alone
decides nothing: decisions of office holders are alike to the last word but one, and are as many decisions.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policysearch.cases.bodies import same_body
from policysearch.cases.numbers import case_key
from policysearch.likeness import sequence_likeness
from policysearch.model.search import DocumentSummary

ALIKE = 0.95
"""Share of words in the same order, from which on two texts may be one."""
SAME_NUMBERS = 0.97
"""Share of the numbers of two texts that are the same; a new date or sum makes another document."""
FEWEST_WORDS = 40
ALONE_WORDS = 250
"""So many words say by themselves that texts are one; fewer need a day or a diary number that says so."""
SKETCH = 48
"""Values that stand for a text when candidates are looked for."""
_SHINGLE = 5
TRANSLATED_NUMBERS, TRANSLATED_NAMES = 0.6, 0.5
_FEWEST_SHARED = 3
_LENGTHS = (0.5, 2.0)
"""A text may be half or twice as long as its translation, in words: Finnish has fewer and longer ones."""
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{2,}")


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a document is compared.

    Attributes:
        words: Of its body, small letters, without people, attachments and instructions to appeal.
        decided: Those under *Päätös*: a motion has none.
        people: Names of those who took part, present or answer questions.
        names: Words with a capital letter inside sentences.
    """

    summary: DocumentSummary
    words: tuple[str, ...]
    decided: tuple[str, ...]
    people: frozenset[str]
    names: frozenset[str]
    n_pages: int = 0

    @property
    def numbers(self) -> Counter[str]:
        """The numbers of its body, with how often each stands there."""
        return Counter(word for word in self.words if word[0].isdigit())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters."""
    return tuple(word.casefold() for word in _WORD.findall(text))


def sketch(words: Sequence[str]) -> tuple[int, ...]:
    """Numbers that texts share in the measure in which they share runs of words: the smallest hashes of all runs."""
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
    return tuple(sorted({zlib.crc32(run.encode()) for run in runs})[:SKETCH])


def may_be_same(one: DocumentSummary, other: DocumentSummary) -> bool:
    """Whether nothing that is known of them tells them apart; of items of one original, only if all of it is the same.

    A title tells nothing apart: the index of a city gives one text under its title in two languages.
    """
    a, b = one.metadata, other.metadata
    if one.sha256 == other.sha256:
        known = (a.case_number, a.section_number, a.date)
        return all(known) and known == (b.case_number, b.section_number, b.date) and same_body(a.issuer, b.issuer)
    if a.case_number and b.case_number and case_key(a.case_number) != case_key(b.case_number):
        return False
    if a.issuer and b.issuer and not same_body(a.issuer, b.issuer):
        return False
    pairs = (
        (a.date, b.date),
        (a.section_number, b.section_number),
        (a.meeting_number, b.meeting_number),
        (a.language, b.language),
    )
    return not any(x and y and x != y for x, y in pairs)


def is_same(one: Profile, other: Profile) -> bool:
    """Whether two documents are one in two originals: as PDF and page, in print and from Word, at two addresses."""
    if min(len(one.words), len(other.words)) < FEWEST_WORDS or not may_be_same(one.summary, other.summary):
        return False
    if one.people and other.people and not one.people & other.people:
        return False
    if not (_are_named_alike(one, other) or min(len(one.words), len(other.words)) >= ALONE_WORDS):
        return False
    if _dice(one.numbers, other.numbers) < SAME_NUMBERS:
        return False
    # A motion and its decision differ in what was decided, however long the reasons are that they share.
    if sequence_likeness(one.decided, other.decided) < ALIKE:
        return False
    return sequence_likeness(one.words, other.words) >= ALIKE


def _are_named_alike(one: Profile, other: Profile) -> bool:
    a, b = one.summary.metadata, other.summary.metadata
    same_case = a.case_number and b.case_number and case_key(a.case_number) == case_key(b.case_number)
    return bool(same_case) or bool(a.date and a.date == b.date)


def translation_likeness(one: Profile, other: Profile) -> float:
    """How surely two documents are one in two languages, 0 to 1; 0 where it is not sure enough to say so."""
    a, b = one.summary.metadata, other.summary.metadata
    if not (a.language and b.language and a.date) or a.language == b.language or a.date != b.date:
        return 0.0
    if a.case_number and b.case_number:
        if case_key(a.case_number) != case_key(b.case_number):
            return 0.0
        if a.section_number and a.section_number == b.section_number:
            return 1.0
    if not _LENGTHS[0] <= len(one.words) / max(1, len(other.words)) <= _LENGTHS[1]:
        return 0.0
    numbers, other_numbers = _telling(one), _telling(other)
    shared = len(one.names & other.names)
    names = shared / max(1, min(len(one.names), len(other.names)))
    figures = _dice(numbers, other_numbers)
    if shared < _FEWEST_SHARED or names < TRANSLATED_NAMES or figures < TRANSLATED_NUMBERS:
        return 0.0
    return (names + figures) / 2


def _telling(profile: Profile) -> Counter[str]:
    return Counter(word for word in profile.words if _NUMBER.fullmatch(word))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 1.0


def main_of(group: Iterable[Profile]) -> Profile:
    """The one that stands for all: with pages, still given by its address, with its own title, the longest."""

    def rank(profile: Profile) -> tuple[bool, bool, bool, float, int, str]:
        summary = profile.summary
        titled = words_of(summary.metadata.title or "")
        own = sum(word in profile.words for word in titled) / len(titled) if titled else 0.0
        return (
            not profile.n_pages,
            summary.withdrawn_at is not None,
            summary.metadata.date is None,
            -own,
            -len(profile.words),
            summary.id,
        )

    return min(group, key=rank)
