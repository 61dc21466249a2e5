"""Lines of Markdown -> blocks: the marks become kinds and levels, and are gone from the text.

Follows CommonMark 0.31 and the tables of GitHub Flavored Markdown as far as exports of PDFs and pages use them.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from policysearch.model.text import Block, BlockKind, Line

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?!\s)((?:(?!\1).)+?)\1\s*")
_BULLET = re.compile(r"\s*(?:[-*+]\s+|[•●▪■◦‣∙○]\s*)(?=\S)")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s+(?=\S)")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(```+|~~~+).*")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_HARD_BREAK = re.compile(r"( {2,}|\\)$")
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<!--.*?-->")
_STRONG = re.compile(r"\*\*|__(?=\w)|(?<=\w)__|(?<=[.,:;!?)])__")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?!\w)"
)
_CODE = re.compile(r"`+([^`]+)`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PROTECTED = re.compile("\ue000(\\d+)\ue001")
_SPACES = re.compile(r"[ \t]+")


def is_markdown(text: str) -> bool:
    """Whether a text file is Markdown, by marks that plain Finnish text never has at the start of a line."""
    return bool(
        re.search(r"^ {0,3}#{1,6}[ \t]+\S", text, re.MULTILINE)
        or re.search(r"^\s*\*\*[^*\n]+\*\*", text, re.MULTILINE)
        or re.search(r"^\s*\|?(\s*:?-{3,}:?\s*\|)+", text, re.MULTILINE)
        or re.search(r"\[[^\]\n]+\]\(https?://[^)\s]+\)", text)
    )


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    page: int | None
    kind: BlockKind = "paragraph"
    lines: list[str] = field(default_factory=list)

    def close(self) -> Iterator[Block]:
        """Yields the block, if it holds any text, and opens the next."""
        if block := _block(self.kind, self.lines, self.page):
            yield block
        self.kind, self.lines = "paragraph", []


def markdown_blocks(lines: list[str], *, page: int | None) -> Iterator[Block]:
    """Yields the blocks of one page, or of a whole text without pages (`page` is None then)."""
    current = _Open(page)
    for raw in lines:
        line = _QUOTE.sub("", raw, count=1) if raw.lstrip().startswith(">") else raw
        if (under := _SETEXT.fullmatch(line.rstrip())) and current.kind == "paragraph" and len(current.lines) == 1:
            title, current.lines = current.lines, []
            if heading := _block("heading", title, page, level=1 if under[1].startswith("=") else 2):
                yield heading
        elif _stands_alone(line):
            yield from current.close()
            if block := _line_block(line, page):
                yield block
        else:
            yield from _add_line(current, line)
    yield from current.close()


def _stands_alone(line: str) -> bool:
    """Whether a line is a block of its own, or nothing but a border between blocks."""
    if not line.strip():
        return True
    line = line.rstrip()
    return any(pattern.fullmatch(line) for pattern in (_HEADING, _RULE, _FENCE, _TABLE_ROW, _BOLD_LINE)) or (
        "|" in line and _TABLE_RULE.fullmatch(line) is not None
    )


def _line_block(line: str, page: int | None) -> Block | None:
    line = line.rstrip()
    if heading := _HEADING.fullmatch(line):
        return _block("heading", [heading[2] or ""], page, level=len(heading[1]))
    if bold := _BOLD_LINE.fullmatch(line):
        return _block("heading", [bold[2]], page)
    if _TABLE_ROW.fullmatch(line) and not _TABLE_RULE.fullmatch(line):
        return _row(line, page)
    return None


def _add_line(current: _Open, line: str) -> Iterator[Block]:
    """Adds a line of running text or of a list; a hard break (two spaces, a backslash, `<br>`) ends the unit."""
    has_hard_break = _HARD_BREAK.search(line) is not None
    line = line.rstrip().removesuffix("\\")
    if _begins_item(line, current):
        yield from current.close()
        current.kind = "list_item"
        line = _BULLET.sub("", line, count=1)
    *broken, last = _LINE_BREAK_TAG.split(line)
    for piece in broken:
        current.lines.append(piece)
        yield from current.close()
    current.lines.append(last)
    if has_hard_break:
        yield from current.close()


def _begins_item(line: str, current: _Open) -> bool:
    """A bullet always does; a number only where no sentence runs on (CommonMark: a list that starts with 1 may)."""
    if _BULLET.match(line):
        return True
    return bool(_NUMBERED.match(line)) and (
        not current.lines or current.kind == "list_item" or current.lines[-1].rstrip().endswith(":")
    )


def _block(kind: BlockKind, raw_lines: list[str], page: int | None, *, level: int | None = None) -> Block | None:
    # Marks may open on one line and close on another, so the lines are cleaned together.
    cleaned = plain("\n".join(raw_lines)).split("\n")
    lines = tuple(Line(text, page) for line in cleaned if (text := _SPACES.sub(" ", line).strip()))
    return Block(kind, lines, level) if lines else None


def _row(line: str, page: int | None) -> Block | None:
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells = [_SPACES.sub(" ", plain(_LINE_BREAK_TAG.sub(" ", cell))).strip() for cell in re.split(r"(?<!\\)\|", inner)]
    text = "\t".join(cells).rstrip("\t")
    filled = tuple(column for column, cell in enumerate(cells) if cell)
    return Block("table_row", (Line(text, page),), columns=filled) if filled else None


def plain(text: str) -> str:
    """Text without the marks of Markdown: emphasis, links, code, tags, escapes, entities."""
    kept: list[str] = []

    def protect(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\ue000{len(kept) - 1}\ue001"

    text = _ESCAPE.sub(protect, text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _AUTOLINK.sub(protect, text)
    text = _TAG.sub("", text)
    text = _CODE.sub(r"\1", text)
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    text = html.unescape(text)
    return _PROTECTED.sub(lambda match: kept[int(match[1])], text)
