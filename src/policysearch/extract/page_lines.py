"""Lines in which a page introduces itself: who publishes, what kind of text it is (`data/page_lines.toml`)."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from policysearch.extract.dates import day_in
from policysearch.model.source import DocumentType, Metadata
from policysearch.model.text import Block

_NUMBERED_TYPE = re.compile(r"\s+\d+\s*/\s*\d{4}$")
_LONGEST_NAME = 80
_SEPARATORS = " \t|,:;–-•·/"
_TIME = r"(?:\s*,?\s*(?:klo|kello|kl\.?|at)?\s*\d{1,2}[.:]\d{2})"
_DATED = re.compile(rf"(?P<before>.*?)\s*(?P<date>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?P<time>{_TIME})?(?P<after>.*)")
# Where a page introduces itself: its first blocks, before the running text.
_N_FIRST_BLOCKS, _RUNNING_TEXT = 15, 200


@dataclass(frozen=True, slots=True)
class _Cues:
    date_labels: tuple[str, ...]
    publisher_endings: tuple[str, ...]
    types: dict[str, DocumentType]
    types_beside_date: dict[str, DocumentType]


@cache
def _cues() -> _Cues:
    path = resources.files("policysearch.extract").joinpath("data", "page_lines.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Cues(tuple(data["date_labels"]), tuple(data["publisher_endings"]), data["types"], data["types_beside_date"])


def hints_of_lines(blocks: Sequence[Block]) -> Metadata:
    """Date, publisher and type that the first lines of a page state."""
    found = Metadata()
    publisher: str | None = None
    for line in _first_lines(blocks):
        found = found.over(_of_dated_line(line, publisher)).over(Metadata(type=type_of(line)))
        # Of several publishers in a row, the first one counts.
        publisher = (publisher or line) if is_publisher(line) else None
    return found


def _first_lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks[:_N_FIRST_BLOCKS]:
        if len(block.text) > _RUNNING_TEXT:
            return
        yield from (line.text for line in block.lines)


def _of_dated_line(line: str, publisher: str | None) -> Metadata:
    """What a line with one date says: *Julkaistu 8.6.2023*, *18.10.2016 8.48*, *13.3.2024 | News item*.

    `publisher` is named on the line before.
    """
    match = _DATED.fullmatch(line)
    if match is None or (date := day_in(match["date"])) is None:
        return Metadata()
    before, after = match["before"].strip(_SEPARATORS), match["after"].strip(_SEPARATORS)
    kind = type_of(after, beside_date=True)
    if after and kind is None:
        return Metadata()
    if (rest := before_date_label(before)) is not None:
        return Metadata(
            kind or type_of(rest, beside_date=True), date=date, issuer=rest if is_publisher(rest) else publisher
        )
    if not before and (match["time"] or kind):
        return Metadata(kind, date=date, issuer=publisher)
    if is_publisher(before) and match["time"]:
        return Metadata(kind, date=date, issuer=before)
    if (kind_before := type_of(before, beside_date=True)) is not None:
        return Metadata(kind_before, date=date, issuer=publisher)
    return Metadata()


def is_publisher(line: str) -> bool:
    """Whether a line is nothing but the name of a body that publishes."""
    return 0 < len(line) <= _LONGEST_NAME and line.casefold().endswith(_cues().publisher_endings)


def type_of(line: str, *, beside_date: bool = False) -> DocumentType | None:
    """The type that a line names by nothing but a word for it and perhaps a number (*Tiedote 33/2021*)."""
    word = _NUMBERED_TYPE.sub("", line.strip(_SEPARATORS)).strip(_SEPARATORS).casefold()
    return _cues().types.get(word) or (_cues().types_beside_date.get(word) if beside_date else None)


def before_date_label(text: str) -> str | None:
    """What stands before a label of the date of publication at the end of `text`; None where there is no label."""
    stripped = text.strip(_SEPARATORS)
    for label in _cues().date_labels:
        if stripped.casefold().endswith(label):
            rest = stripped[: len(stripped) - len(label)]
            if not rest or not rest[-1].isalnum():
                return rest.strip(_SEPARATORS)
    return None
