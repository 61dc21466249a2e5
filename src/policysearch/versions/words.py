"""Two texts by their sentences and words: what stands in both, and what in one of them. Pure functions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from policysearch.model.changes import Piece, SentenceChange
from policysearch.model.text import Span

T = TypeVar("T")
ALIKE = 0.5
"""Share of words that two sentences have in common, from which on one is the other reworded.

Half: with less, two sentences of one paragraph on the same matter are taken for one; with more, a sentence of a new
deadline and a new actor is shown as gone and added.
"""
_MOST_PAIRS = 250_000
"""Sentences of two rewritten parts that are compared each with each, at most; beyond, they are gone and added."""
_TOKEN = re.compile(r"\w+(?:[.:,/–-]\w+)*|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")


def sentence_changes(
    old: str, old_spans: Sequence[Span], new: str, new_spans: Sequence[Span]
) -> tuple[tuple[SentenceChange, ...], int]:
    """The sentences that changed, in the order of the texts, and how many only stand elsewhere.

    Args:
        old: The older text.
        old_spans: Its sentences, in order.
        new: The newer text.
        new_spans: Its sentences, in order.
    """
    before, after = [_flat(span.of(old)) for span in old_spans], [_flat(span.of(new)) for span in new_spans]
    changes: list[SentenceChange] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for i, j in _aligned(before[i1:i2], after[j1:j2]):
            was = None if i is None else old_spans[i1 + i]
            now = None if j is None else new_spans[j1 + j]
            changes.append(
                SentenceChange(was, now, _pieces(was.of(old) if was else None, now.of(new) if now else None))
            )
    return _without_moved(changes)


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words of two sentences: what both have, what is gone, what was added."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(a[i1:i2])))
            continue
        found += [Piece("gone", "".join(a[i1:i2]))] if i2 > i1 else []
        found += [Piece("added", "".join(b[j1:j2]))] if j2 > j1 else []
    return tuple(_joined(found))


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """Share of words that two sentences have in common, 0 to 1 (Dice)."""
    return 2 * (old & new).total() / ((old.total() + new.total()) or 1)


def words_of(text: str) -> Counter[str]:
    """The words of a text, in small letters."""
    return Counter(word.casefold() for word in _WORD.findall(text))


def best_pairs(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> tuple[tuple[int, int], ...]:
    """Which belong together, most alike first, each at most once, wherever they stand."""
    scored = ((likeness(a, b), -abs(i - j), i, j) for i, a in enumerate(old) for j, b in enumerate(new))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs = []
    for _, _, i, j in sorted((pair for pair in scored if pair[0] >= ALIKE), reverse=True):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return tuple(pairs)


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """The sentences of two parts side by side, in order: those alike in pairs, the others alone."""
    pairs = _best_in_order(old, new) if len(old) * len(new) <= _MOST_PAIRS else []
    i = j = 0
    for next_i, next_j in (*pairs, (len(old), len(new))):
        yield from ((k, None) for k in range(i, next_i))
        yield from ((None, k) for k in range(j, next_j))
        if next_i < len(old):
            yield next_i, next_j
        i, j = next_i + 1, next_j + 1


def _best_in_order(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, none crossing another, whose likeness is most in sum."""
    a, b = [words_of(text) for text in old], [words_of(text) for text in new]
    score = [[likeness(x, y) for y in b] for x in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            together = score[i][j] + best[i + 1][j + 1] if score[i][j] >= ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if score[i][j] >= ALIKE and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _pieces(old: str | None, new: str | None) -> tuple[Piece, ...]:
    if old is None:
        return (Piece("added", new or ""),)
    return (Piece("gone", old),) if new is None else word_pieces(old, new)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """A blank between two changed words is no common ground: *uuden ohjelman* is one change, not two."""
    run: list[Piece] = []
    for number, piece in enumerate(pieces):
        is_gap = piece.kind == "same" and not piece.text.strip() and 0 < number < len(pieces) - 1
        if piece.kind != "same" or is_gap:
            run.append(piece)
            continue
        yield from _merged(run)
        run = []
        yield piece
    yield from _merged(run)


def _merged(run: Sequence[Piece]) -> Iterator[Piece]:
    gone = "".join(piece.text for piece in run if piece.kind != "added")
    added = "".join(piece.text for piece in run if piece.kind != "gone")
    if any(piece.kind == "gone" for piece in run) or (run and gone):
        yield Piece("gone", gone)
    if any(piece.kind == "added" for piece in run) or (run and added):
        yield Piece("added", added)


def _without_moved(changes: list[SentenceChange]) -> tuple[tuple[SentenceChange, ...], int]:
    """Leave out what is gone at one place and added, letter by letter, at another; and count it."""
    gone = Counter(_flat(c.pieces[0].text) for c in changes if c.new is None)
    added = Counter(_flat(c.pieces[0].text) for c in changes if c.old is None)
    moved = gone & added
    left = {"gone": Counter(moved), "added": Counter(moved)}
    kept = []
    for change in changes:
        if change.old is not None and change.new is not None:
            kept.append(change)
            continue
        side, text = change.pieces[0].kind, _flat(change.pieces[0].text)
        if left[side][text]:
            left[side][text] -= 1
        else:
            kept.append(change)
    return tuple(kept), moved.total()


def _flat(text: str) -> str:
    return " ".join(text.split())
