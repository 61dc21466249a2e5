"""The elements that hold the text of a page -> blocks: headings, paragraphs, list items, table rows.

Line breaks of the source are white space. A `<br>` ends a unit, unless it only wraps a sentence.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag

from policysearch.extract.bullets import bullet_length
from policysearch.extract.html_markup import markup
from policysearch.extract.html_table import Layout, classify, rows
from policysearch.extract.html_tree import classes, tidy, walk
from policysearch.extract.page_lines import is_publisher
from policysearch.model.text import Block, BlockKind, Line

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_PREFORMATTED = frozenset(("pre", "listing"))
_MOST_FIELDS = 15
_FIELDS = frozenset(("span", "time"))
# Word marks up words inside of sentences with these.
_WORD_CLASS = re.compile(r"Mso|SpellE|GramE")
_SOURCE_SPACE = re.compile(r"[\n\r\t\f]")
# Room that a typist left after a label for the column of text beside it.
_LABEL_GAP = re.compile(r" *\u00a0 *\u00a0[ \u00a0]*")
_LONGEST_BOLD_HEADING, _LONGEST_LABEL = 160, 60
# A line that ends before this many characters was ended on purpose.
_WRAP_WIDTH = 55
_CONTACT = re.compile(r"@|\b(?:p|puh|tel|tfn)\.\s*[\d(+]|puhelin|gsm", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?:;]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text between two tags; a line feed alone is a line break."""

    text: str
    is_bold: bool = False


_BREAK = _Piece("\n")


@dataclass(slots=True)
class _State:
    """Where the walk is, and the pieces of text of the block that is open."""

    pieces: list[_Piece] = field(default_factory=list)
    n_items: int = 0
    n_bold: int = 0
    n_preformatted: int = 0
    level: int | None = None
    is_label: bool = False


def blocks_of(root: Tag) -> Iterator[Block]:
    """Yields the blocks of one element in document order."""
    state = _State()
    layouts: dict[int, Layout] = {}
    skipped: set[int] = set()
    for event in walk(root, skipped=skipped):
        tag = event.tag
        if event.kind == "text":
            _add_text(state, event.text)
            continue
        is_label = layouts.get(id(tag)) is Layout.LABEL or not markup().labels.isdisjoint(classes(tag))
        if tag.name in markup().blocks or tag.name == "label" or is_label:
            yield from _close(state)
        if event.kind == "start" and tag.name == "table" and classify(tag, layouts) is Layout.DATA:
            yield from rows(tag)
            skipped.add(id(tag))
        else:
            _pass_tag(state, tag, 1 if event.kind == "start" else -1, is_label=is_label)
    yield from _close(state)


def _pass_tag(state: _State, tag: Tag, step: int, *, is_label: bool) -> None:
    """Notes that the walk enters (`step` 1) or leaves (-1) an element."""
    if tag.name in _BOLD:
        state.n_bold += step
    elif tag.name == "li" or not markup().items.isdisjoint(classes(tag)):
        state.n_items += step
    elif tag.name in _PREFORMATTED:
        state.n_preformatted += step
    elif tag.name == "br" and step == 1:
        state.pieces.append(_BREAK)
    elif (level := _heading_level(tag)) is not None:
        state.level = level if step == 1 else None
    elif is_label:
        state.is_label = step == 1
    if tag.name == "sup" and (tag.find("a") is not None or tag.find_parent("a") is not None):
        # The number of a footnote is no part of the word that it stands behind.
        state.pieces.append(_Piece(" "))
    if step == -1 and _is_field(tag):
        state.pieces.append(_BREAK)
    if step == -1 and not markup().spaced.isdisjoint(classes(tag)):
        state.pieces.append(_Piece(" "))


def _is_field(tag: Tag) -> bool:
    """Whether an inline element is one of a row of fields: its parent holds such elements and nothing else."""
    if (
        tag.name not in _FIELDS
        or tag.parent is None
        or not classes(tag)
        or tag.parent.name not in ("div", "p", "header")
    ):
        return False
    if len(tag.parent.contents) > _MOST_FIELDS:
        return False
    siblings = [node for node in tag.parent.children if isinstance(node, Tag) or str(node).strip()]
    return len(siblings) > 1 and all(
        isinstance(node, Tag) and node.name in _FIELDS and classes(node) and not _WORD_CLASS.match(classes(node)[0])
        for node in siblings
    )


def _heading_level(tag: Tag) -> int | None:
    if tag.name in _HEADINGS:
        return _HEADINGS[tag.name]
    if tag.name in ("p", "div", "label", "td"):
        return next((markup().headings[name] for name in classes(tag) if name in markup().headings), None)
    return None


def _add_text(state: _State, text: str) -> None:
    is_bold = state.n_bold > 0
    if not state.n_preformatted:
        state.pieces.append(_Piece(_SOURCE_SPACE.sub(" ", text), is_bold))
        return
    for i, line in enumerate(text.split("\n")):
        if i:
            state.pieces.append(_BREAK)
        state.pieces.append(_Piece(line, is_bold))


def _close(state: _State) -> Iterator[Block]:
    """Yields what the open block has become, and opens the next."""
    pieces, state.pieces = state.pieces, []
    if not any(tidy(piece.text) for piece in pieces):
        return
    pieces = list(_set_apart(pieces))
    if state.level is not None or state.is_label:
        kind: BlockKind = "heading"
    else:
        kind = "list_item" if state.n_items else "paragraph"
    if kind == "paragraph" and (n := _label_length(pieces)):
        yield Block("heading", (Line(_tidy(pieces[:n])),), is_label=True)
        pieces = pieces[n:]
    yield from _units(pieces, kind, level=state.level, is_label=state.is_label and state.level is None)


def _set_apart(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Puts a line break between names of publishers that only a style sheet sets apart."""
    for before, piece in itertools.pairwise([_BREAK, *pieces]):
        if is_publisher(tidy(before.text)) and is_publisher(tidy(piece.text)):
            yield _BREAK
        yield piece


def _label_length(pieces: list[_Piece]) -> int:
    """How many pieces are a bold label with room after it and more text; 0 for none."""
    n = next((i for i, piece in enumerate(pieces) if not piece.is_bold and tidy(piece.text)), 0)
    while n and not pieces[n - 1].is_bold:
        n -= 1
    label, rest = _tidy(pieces[:n]), "".join(piece.text for piece in pieces[n:])
    is_label = 0 < len(label) <= _LONGEST_LABEL and _BREAK not in pieces[:n] and _LABEL_GAP.match(rest)
    return n if is_label else 0


def _units(pieces: list[_Piece], kind: BlockKind, *, level: int | None, is_label: bool) -> Iterator[Block]:
    """Cuts at line breaks into units; a unit has several lines only where a break wraps a sentence."""
    unit: tuple[BlockKind, list[str]] | None = None
    for segment in _segments(pieces):
        segment_kind, text = _read_segment(segment, kind)
        if unit is not None and text and _runs_on(unit, segment_kind, text, kind):
            unit[1].append(text)
            continue
        if unit is not None:
            yield Block(unit[0], tuple(map(Line, unit[1])), level, is_label)
        unit = (segment_kind, [text]) if text else None
    if unit is not None:
        yield Block(unit[0], tuple(map(Line, unit[1])), level, is_label)


def _segments(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    segment: list[_Piece] = []
    for piece in pieces:
        if piece is _BREAK:
            yield segment
            segment = []
        else:
            segment.append(piece)
    yield segment


def _read_segment(segment: list[_Piece], kind: BlockKind) -> tuple[BlockKind, str]:
    """The kind and the text of what stands between two line breaks; a typed bullet becomes the kind."""
    raw = "".join(piece.text for piece in segment)
    if kind == "heading":
        return kind, tidy(raw)
    if n := bullet_length(raw):
        return "list_item", tidy(raw[n:])
    text = tidy(raw)
    is_bold = all(piece.is_bold for piece in segment if tidy(piece.text))
    if kind == "paragraph" and is_bold and len(text) <= _LONGEST_BOLD_HEADING and not text.endswith((".", ",", ";")):
        return "heading", text
    return kind, text


def _runs_on(unit: tuple[BlockKind, list[str]], segment_kind: BlockKind, text: str, kind: BlockKind) -> bool:
    """Whether a line break before `text` only wraps: the line before is long and unfinished, this one goes on."""
    unit_kind, lines = unit
    if segment_kind != kind and segment_kind != unit_kind:
        return False
    if not text[0].islower() or (unit_kind == "heading") != (segment_kind == "heading"):
        return False
    if kind == "heading":
        return True
    last = lines[-1]
    is_whole = _ENDS_SENTENCE.search(last) or _CONTACT.search(last)
    return last.endswith("-") or (len(last) >= _WRAP_WIDTH and not is_whole)


def _tidy(pieces: list[_Piece]) -> str:
    return tidy("".join(piece.text for piece in pieces))
