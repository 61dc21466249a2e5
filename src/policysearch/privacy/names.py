"""The name of a person as it stands in Finnish texts, titles and addresses: inflected, turned round, abbreviated.

Forms are made by rule, not looked up: a foreign name that no dictionary knows must be found as surely as *Virtanen*.
They may be too many, and a reader sees each sentence before anything is covered; too few would leave the name behind.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from policysearch.contacts import COVER
from policysearch.errors import UsageError
from policysearch.model.text import Span

_GRADES = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nt", "nn"), ("nk", "ng"), ("lt", "ll"), ("rt", "rr"), ("mp", "mm"),
    ("k", ""), ("p", "v"), ("t", "d"),
)  # fmt: skip
"""Strong and weak grade before the last vowel."""
_ENDINGS = (
    r"[:'’]?(?:[ieaäöo]{0,2}(?:n|a|ä|t|ta|tä|na|nä|nsa|nsä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|tta|ttä|[aeiouyäö]n"
    r"|h[aeiouyäö]n|seen|siin|en|iden|itten|jen|ten|ja|jä)?)?(?:kin|kaan|kään|han|hän|ko|kö)?"
)
_NOT_INSIDE, _NOT_FURTHER = r"(?<![^\W_])", r"(?![^\W_])"
_GAP = r"[\s\u00a0]+"
_MIDDLE = rf"(?:{_GAP}(?:[^\W\d_a-zåäöšž]\.|[^\W\d_a-zåäöšž][^\W\d_]*(?:-[^\W\d_]+)?)){{0,2}}"
_AFTER = re.compile(rf"(?:{_GAP}|-)[^\W\d_a-zåäöšž]")
_BEFORE = re.compile(r"[^\W\d_a-zåäöšž][^\W\d_]*,?[\s\u00a0]+$")
_AROUND_MAIL = re.compile(r"[\w.+-]*$"), re.compile(r"[\w.+-]*(?:\s?(?:@|[(\[](?:at|a|ät)[)\]])\s?[\w.-]+)?")


@dataclass(frozen=True)
class PersonName:
    """A person's name. Make it with `read_name`."""

    given: str
    surname: str

    def spans(self, text: str, *, alone: bool = False) -> tuple[Span, ...]:
        """Where the name stands in a text, in order.

        Args:
            text: Any.
            alone: Also the surname or the given name by itself: in a text that has the whole name somewhere.
        """
        found = [Span(*match.span()) for match in self._whole.finditer(text)]
        found += self._joined(text)
        if alone:
            found += [Span(*match.span()) for match in self._surname.finditer(text)]
            found += [Span(*match.span()) for match in self._given.finditer(text) if _is_alone(text, match)]
        return tuple(_apart(sorted(found)))

    def is_in(self, text: str) -> bool:
        """Whether the whole name stands in a text, or in an address."""
        return bool(self.spans(text)) or bool("%" in text and self.spans(unquote(text)))

    def asked_for_in(self, query: str) -> bool:
        """Whether a query asks for the person, by the surname alone too."""
        return self.is_in(query) or re.search(self._surname.pattern, query, re.IGNORECASE) is not None

    def covered(self, text: str, *, alone: bool = False) -> str:
        """The text with each letter of the name covered; all spans hold."""
        return cover(text, self.spans(text, alone=alone))

    def covered_address(self, uri: str, *, alone: bool = False) -> str:
        """An address without the name: where it held it, only the host and a mark of its own are left."""
        readable = unquote(uri)
        if not self.spans(readable, alone=alone):
            return uri
        parts = urlsplit(uri)
        return f"{parts.scheme}://{parts.netloc}/covered-{hashlib.sha256(uri.encode()).hexdigest()[:12]}"

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        given, surname, initial = _forms(self.given), _forms(self.surname), re.escape(self.given[0])
        return re.compile(
            rf"{_NOT_INSIDE}(?:(?:{given}){_MIDDLE}{_GAP}(?:{surname})|(?:{surname}),?{_GAP}(?:{given})"
            rf"|{initial}\.{_GAP.replace('+', '*')}(?:{surname})|(?:{surname}),?{_GAP}{initial}\.){_NOT_FURTHER}"
        )

    @cached_property
    def _surname(self) -> re.Pattern[str]:
        return re.compile(rf"{_NOT_INSIDE}(?:{_forms(self.surname)}){_NOT_FURTHER}")

    @cached_property
    def _given(self) -> re.Pattern[str]:
        return re.compile(rf"{_NOT_INSIDE}(?:{_forms(self.given)}){_NOT_FURTHER}")

    @cached_property
    def _glued(self) -> re.Pattern[str]:
        given, surname = ("|".join(map(re.escape, _stems(_plain(name)))) for name in (self.given, self.surname))
        gap = r"[._+\-]{1,2}"
        return re.compile(
            rf"{_NOT_INSIDE}(?:(?:{given}){_ENDINGS}{gap}(?:[a-z]+{gap})?(?:{surname})"
            rf"|(?:{surname}){_ENDINGS}{gap}(?:{given})){_ENDINGS}{_NOT_FURTHER}"
        )

    def _joined(self, text: str) -> Iterator[Span]:
        """As it stands in addresses and names of files: *maija.hamalainen@…*, *hamalainen_maija.pdf*."""
        for match in self._glued.finditer(_plain(text)):
            start, end = match.span()
            before, after = _AROUND_MAIL[0].search(text, 0, start), _AROUND_MAIL[1].match(text, end)
            yield Span(before.start() if before else start, after.end() if after else end)


def read_name(text: str) -> PersonName:
    """The name that a user writes: *Maija Virtanen*, or *Virtanen, Maija*.

    Raises:
        UsageError: It has no given name or no surname.
    """
    text = unicodedata.normalize("NFC", text)
    last, comma, first = text.partition(",")
    words = [*first.split(), last.strip()] if comma else text.split()
    words = [word for word in words if word]
    if len(words) < 2 or any(not word[0].isalpha() or len(word) < 2 or "." in word for word in (words[0], words[-1])):
        raise UsageError(f"{text!r} is no whole name: give a given name and a surname, in the nominative")
    return PersonName(words[0], words[-1])


def cover(text: str, spans: tuple[Span, ...]) -> str:
    """The text with each letter in `spans` covered; white space stays, and so do all spans."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], "".join(c if c.isspace() else COVER for c in span.of(text))]
        at = span.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _forms(name: str) -> str:
    """A pattern of all cases of a name, as printed and in capitals."""
    stems = _stems(name)
    capitals = [stem.upper() for stem in stems]
    return "|".join(
        [
            *(f"{re.escape(stem)}{_ENDINGS}" for stem in stems),
            *(f"{re.escape(stem)}[A-ZÅÄÖ:]{{0,7}}" for stem in capitals),
        ]
    )


def _stems(name: str) -> list[str]:
    """The beginnings that all forms of a name have, the longest first."""
    low = name.lower()
    found = {name}
    if low.endswith("nen"):
        found |= {name[:-3] + "se", name[:-3] + "s"}
    elif low[-1] == "s":
        found |= {name[:-1] + "kse", name[:-1] + "ks", name[:-1], name[:-1] + "de", name[:-1] + "te"}
    elif low[-1] not in "aeiouyäöå":
        found |= {name + "i", name + "e"}
    else:
        ends = [name] + ([name[:-1] + "e"] if low[-1] == "i" else []) + [name[:-1]]
        for end in ends:
            found.add(end) if end != name[:-1] or low[-1] in "aäi" else None
            body, vowel = (end[:-1], end[-1]) if end != name[:-1] else (end, "")
            for strong, weak in _GRADES:
                if body.lower().endswith(strong):
                    found.add(body[: len(body) - len(strong)] + weak + vowel)
                    break
        if low[-1] == "e":
            found |= {name + "e"}
    return sorted((stem for stem in found if len(stem) >= 2), key=lambda stem: (-len(stem), stem))


def _plain(text: str) -> str:
    """Small letters without their marks, as many as there were."""
    return "".join(_bare(c) for c in text)


def _bare(letter: str) -> str:
    if letter < "\x80":
        return letter.lower()
    low = unicodedata.normalize("NFD", letter)[0].lower()
    return low if len(low) == 1 else letter


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a given name has no other surname beside it."""
    if _AFTER.match(text, match.end()):
        return False
    before = _BEFORE.search(text[max(0, match.start() - 60) : match.start()])
    return before is None or before.start() == 0


def _apart(spans: list[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held is not None and span.start <= held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held
