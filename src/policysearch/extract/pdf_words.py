"""Glyphs -> words -> rows: what stands together on one printed line, by distance and not by a fixed tolerance.

Works in the frame of upright text; all distances are compared with the font size.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from policysearch.extract.normalise import SOFT_HYPHEN, normalise
from policysearch.extract.pdf_glyphs import Glyph

# Of the font size: a wider gap parts two words. Word spaces are 0.25 and, squeezed, 0.15; kerning stays below 0.1.
_WORD_GAP = 0.16
# The same where the file prints a space: then any visible gap will do, but a space of no width parts nothing.
_WORD_GAP_AT_SPACE = 0.06
_JOIN_GAP = 0.04  # pieces of a word that the file prints at different times touch each other
_SEGMENT_GAP = 1.0  # a wider gap may be the border of a column
_LETTERSPACED = 0.12


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A printed word with its type; `text` is normalised."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one row that stand close together, in order."""

    words: tuple[TypeWord, ...]

    @property
    def x0(self) -> float:
        """Left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """Font size of the longest word."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """The words joined by one space."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Row:
    """All segments on one height, from left to right, at least one."""

    segments: tuple[Segment, ...]
    top: float
    bottom: float

    @property
    def words(self) -> tuple[TypeWord, ...]:
        """All words from left to right."""
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def x0(self) -> float:
        """Left end."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.segments[-1].x1


def words_of(glyphs: Sequence[Glyph]) -> list[TypeWord]:
    """The words of upright glyphs, in the order in which the file prints them."""
    return [word for run in _runs(glyphs) for word in _join_spaced_letters(_words_of_run(run))]


def rows_of(words: Iterable[TypeWord]) -> list[Row]:
    """Words gathered into rows, from top to bottom.

    Words of two columns whose lines stand at different heights share a row when they overlap by two fifths; words that
    overlap sideways never do.
    """
    rows: list[_OpenRow] = []
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        for row in reversed(rows[-6:]):
            if row.takes(word):
                row.add(word)
                break
        else:
            rows.append(_OpenRow(word))
    closed = [row.closed() for row in rows]
    return sorted(closed, key=lambda row: (row.top + row.bottom) / 2)


class _OpenRow:
    """A row while words are added to it; its height is that of its tallest word."""

    def __init__(self, word: TypeWord) -> None:
        self.words = [word]
        self.top, self.bottom = word.top, word.bottom

    def takes(self, word: TypeWord) -> bool:
        height = min(word.bottom - word.top, self.bottom - self.top)
        if min(word.bottom, self.bottom) - max(word.top, self.top) < 0.4 * height:
            return False
        slack = 0.3 * word.size
        return all(word.x1 - slack <= other.x0 or other.x1 <= word.x0 + slack for other in self.words)

    def add(self, word: TypeWord) -> None:
        self.words.append(word)
        if word.bottom - word.top > self.bottom - self.top:
            self.top, self.bottom = word.top, word.bottom

    def closed(self) -> Row:
        words = _join_pieces(sorted(self.words, key=lambda word: word.x0))
        segments: list[list[TypeWord]] = [[words[0]]]
        for previous, word in pairwise(words):
            if word.x0 - previous.x1 > _SEGMENT_GAP * max(word.size, previous.size):
                segments.append([word])
            else:
                segments[-1].append(word)
        return Row(tuple(Segment(tuple(segment)) for segment in segments), self.top, self.bottom)


def _join_pieces(words: list[TypeWord]) -> list[TypeWord]:
    """Joins words that touch: the file printed them in pieces, font by font."""
    joined = [words[0]]
    for word in words[1:]:
        last = joined[-1]
        same_size = min(last.size, word.size) > 0.8 * max(last.size, word.size)
        if same_size and word.x0 - last.x1 < _JOIN_GAP * word.size:
            joined[-1] = _joined([last, word])
        else:
            joined.append(word)
    return joined


def _joined(words: Sequence[TypeWord]) -> TypeWord:
    longest = max(words, key=lambda word: len(word.text))
    return replace(
        longest,
        text=normalise("".join(word.text for word in words)),
        x0=min(word.x0 for word in words),
        top=min(word.top for word in words),
        x1=max(word.x1 for word in words),
        bottom=max(word.bottom for word in words),
    )


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Cuts the glyphs where the pen jumps: to another line, back, or over more than a word space."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run:
            last = run[-1]
            size = max(last.size, glyph.size)
            gap = glyph.x0 - last.x1
            overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
            height = min(last.bottom - last.top, glyph.bottom - glyph.top)
            if overlap < 0.5 * height or gap < -size or gap > 1.2 * size:
                yield run
                run = []
        run.append(glyph)
    if run:
        yield run


def _words_of_run(run: list[Glyph]) -> list[TypeWord]:
    """Cuts a run at its spaces and gaps."""
    spacing = _letter_spacing(run)
    words: list[TypeWord] = []
    letters: list[Glyph] = []
    after_space = False
    for glyph in run:
        if glyph.text.isspace():
            after_space = True
            continue
        if letters:
            last = letters[-1]
            limit = _WORD_GAP_AT_SPACE if after_space else _WORD_GAP
            gap = glyph.x0 - last.x1 - spacing
            if gap > limit * max(glyph.size, last.size) or _is_reference_mark(letters, glyph):
                _close(letters, words)
                letters = []
        letters.append(glyph)
        after_space = False
    _close(letters, words)
    return words


def _letter_spacing(run: list[Glyph]) -> float:
    """The distance between the letters of a run that is set wide (P Ö Y T Ä K I R J A), else 0."""
    if len(run) < 5:
        return 0.0
    gaps = [b.x0 - a.x1 for a, b in pairwise(run) if a.text.isalpha() and b.text.isalpha()]
    if len(gaps) < 4:
        return 0.0
    middle, size = median(gaps), run[0].size
    if middle <= _LETTERSPACED * size:
        return 0.0
    even = sum(abs(gap - middle) < 0.08 * size for gap in gaps)
    return middle if even >= 0.6 * len(gaps) else 0.0


def _is_reference_mark(letters: list[Glyph], glyph: Glyph) -> bool:
    """Whether a raised small digit follows a word: the mark of a footnote, no letter of the word."""
    last = letters[-1]
    return (
        glyph.text.isdigit()
        and glyph.size < 0.8 * last.size
        and glyph.bottom < last.bottom - 0.15 * last.size
        and sum(letter.text.isalpha() for letter in letters) > 2
    )


def _close(letters: list[Glyph], words: list[TypeWord]) -> None:
    """Adds the word made of `letters`, unless they have no printed shape."""
    text = "".join(letter.text for letter in letters)
    # A soft hyphen that ends a word is printed: words are only cut there at the end of a line.
    if text.endswith(SOFT_HYPHEN):
        text = text[:-1] + "-"
    text = "".join(normalise(text).split())
    if not text:
        return
    words.append(
        TypeWord(
            text,
            min(letter.x0 for letter in letters),
            min(letter.top for letter in letters),
            max(letter.x1 for letter in letters),
            max(letter.bottom for letter in letters),
            median(letter.size for letter in letters) if len(letters) > 1 else letters[0].size,
            sum(letter.bold for letter in letters) * 2 > len(letters),
        )
    )


def _join_spaced_letters(words: list[TypeWord]) -> list[TypeWord]:
    """Joins four and more single capitals with spaces typed between them into the word that they spell."""
    joined: list[TypeWord] = []
    spelled: list[TypeWord] = []
    for word in [*words, None]:
        single = word is not None and len(word.text) == 1 and word.text.isupper()
        if single and word and (not spelled or word.x0 - spelled[-1].x1 < 0.8 * word.size):
            spelled.append(word)
            continue
        joined += [_joined(spelled)] if len(spelled) >= 4 else spelled
        spelled = [word] if single and word else []
        if word is not None and not single:
            joined.append(word)
    return joined + spelled
