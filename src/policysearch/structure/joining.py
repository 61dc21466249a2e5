"""Printed lines -> running text: one space for a line break, none where a word was cut.

The letters of the result are those of the lines in order; only a hyphen that was printed to break a word is dropped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.lang.base import Language
from policysearch.model.text import Line

_LAST_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?(?=[-‐‑]$)")
_FIRST_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")
_HYPHENS = "-‐‑"
_DASHES = "–—−"
# The words that stand between the members of an elliptic compound ("sosiaali- ja terveysministeriö").
_COORDINATORS = frozenset({"ja", "tai", "eli", "sekä", "ynnä", "että", "kuin", "och", "eller", "and", "or"})
_IN_CELL = re.compile(r"(?<=[^\W\d_][-‐‑]) (?=[^\W\d_])")
"""Inside a row of a table: where the hyphen of a cut word may be."""
_WHITE = re.compile(r"\s+")
_BETWEEN = {"space": " ", "tab": "\t"}


@dataclass(frozen=True, slots=True)
class Joined:
    """Running text, and for each line where its code points went (`places[line][offset]`, one past the end too).

    A dropped code point has the place of the next one that was kept.
    """

    text: str
    places: tuple[tuple[int, ...], ...]


def join_lines(lines: Sequence[Line], language: Language, *, rows: bool = False) -> Joined:
    """Joins the lines of one block.

    Args:
        lines: In reading order.
        language: Tells which words a line end may have cut.
        rows: The lines are rows of a table, or pieces of one, and keep the tabs between and behind their cells.
    """
    # A row is one line for the page, and its cells have lines of their own, whose ends may have cut a word.
    pieces = [_IN_CELL.split(line.text) if rows else [line.text] for line in lines]
    joined = _joined([piece for of_line in pieces for piece in of_line], language, rows=rows)
    places: list[tuple[int, ...]] = []
    at = 0
    for of_line in pieces:
        # Behind each piece but the last one stands the space that was printed there: the end of the piece.
        places.append(tuple(place for piece in joined.places[at : at + len(of_line)] for place in piece))
        at += len(of_line)
    return Joined(joined.text, tuple(places))


def _joined(lines: Sequence[str], language: Language, *, rows: bool) -> Joined:
    text = ""
    places: list[tuple[int, ...]] = []
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if rows and line.endswith("\t"):
            seam = "tab"
        else:
            seam = "" if following is None else _seam(line.rstrip(), following.lstrip(), language)
        drop = seam == "drop"
        kept, mapped = _tidy(line, len(text), drop_last=drop, rows=rows)
        text += kept
        text += _BETWEEN.get(seam, "") if following is not None else ""
        places.append(mapped)
    return Joined(text, tuple(places))


def _tidy(line: str, start: int, *, drop_last: bool, rows: bool) -> tuple[str, tuple[int, ...]]:
    """A line with single spaces, and the place of each of its code points in the text that begins at `start`."""
    stripped = line.rstrip()
    last = len(stripped) - 1 if drop_last else len(stripped)
    out: list[str] = []
    places: list[int] = []
    pending = ""
    for offset, letter in enumerate(line):
        if letter.isspace():
            if offset < last:
                pending = "\t" if rows and (letter == "\t" or pending == "\t") else " "
            places.append(start + len(out))
            continue
        if offset >= last:
            places.append(start + len(out))
            continue
        if pending and out:
            out.append(pending)
        pending = ""
        places.append(start + len(out))
        out.append(letter)
    places.append(start + len(out))
    return "".join(out), tuple(places)


def _seam(before: str, after: str, language: Language) -> str:
    """What becomes of a line end: `space`, `none` (the lines touch), or `drop` (they touch, and the hyphen goes)."""
    if not before or not after:
        return "space"
    last, first = before[-1], after[0]
    touching = len(before) > 1 and not before[-2].isspace()
    if last in _DASHES and touching:
        return "none" if before[-2].isdigit() and first.isdigit() else _dash_seam(before[-2], first)
    if last == "/" and touching:
        return "none"
    if last in _HYPHENS and touching:
        return _hyphen_seam(before, after, language)
    return "space"


def _dash_seam(before: str, after: str) -> str:
    return "none" if before.isalnum() and after.isalnum() else "space"


def _hyphen_seam(before: str, after: str, language: Language) -> str:
    begun, rest = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if begun is None or rest is None:
        return "none" if before[-2].isalnum() and after[0].isalnum() else "space"
    head, tail = begun[0], rest[0]
    joined = head + tail
    if tail in _COORDINATORS:
        return _coordinated_seam(head, tail, after, language)
    if not head[-1].isalpha() or not tail[0].isalpha():
        return "none"
    if tail[0].isupper():
        return "drop" if head.isupper() and tail.isupper() and language.knows(joined) else "none"
    if len(head) == 1 or head.rpartition("-")[2].isupper():
        return "none"
    if language.knows(joined):
        return "drop"
    whole = f"{head}-{tail}"
    if language.knows(whole) or (language.knows(head) and language.knows(tail)):
        return "none"
    return "drop"


def _coordinated_seam(head: str, tail: str, after: str, language: Language) -> str:
    """*sosiaali-/ja* is an elliptic compound, *uhre-/ja* is a word; where both can be, a compound must follow."""
    if not language.knows(head + tail):
        return "space"
    if not language.knows(head):
        return "drop"
    words = _WHITE.split(after)
    following = language.tokens(words[1]) if len(words) > 1 else ()
    return "space" if following and following[0].parts else "drop"
