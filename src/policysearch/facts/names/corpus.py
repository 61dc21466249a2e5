"""Tagged text for training and measuring: `word<TAB>tag` a line, a blank line behind each sentence, tags in BIO."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policysearch.errors import ReadError
from policysearch.model.language import Token
from policysearch.model.text import Span

OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A name of the kind `label` (*PER*, *ORG*, *DATE*, …) at `span` of its sentence."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence, its words with one space between them, and its names."""

    text: str
    spans: tuple[TaggedSpan, ...]


def read_tagged(path: Path) -> Iterator[TaggedSentence]:
    """The sentences of a file in the order of the file.

    Raises:
        ReadError: A line has no tag.
    """
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        word, _, tag = line.partition("\t")
        if word and not tag:
            raise ReadError(f"{path}, line {number}: no tag behind {word!r}. Give one word, a tab and its tag a line.")
        if word:
            rows.append((word, tag))
        elif rows:
            yield _sentence(rows)
            rows = []
    if rows:
        yield _sentence(rows)


def tags_of(sentence: TaggedSentence, tokens: Sequence[Token]) -> list[str]:
    """The BIO tag of each token: the first one that overlaps a name begins it."""
    tags = [OUTSIDE] * len(tokens)
    for tagged in sentence.spans:
        inside = [index for index, token in enumerate(tokens) if token.span.overlaps(tagged.span)]
        for place, index in enumerate(inside):
            tags[index] = f"{'I' if place else 'B'}-{tagged.label}"
    return tags


def _sentence(rows: list[tuple[str, str]]) -> TaggedSentence:
    spans: list[TaggedSpan] = []
    start = 0
    for word, tag in rows:
        end = start + len(word)
        if tag.startswith("B-"):
            spans.append(TaggedSpan(Span(start, end), tag[2:]))
        elif tag.startswith("I-") and spans:
            spans[-1] = TaggedSpan(Span(spans[-1].span.start, end), spans[-1].label)
        start = end + 1
    return TaggedSentence(" ".join(word for word, _ in rows), tuple(spans))
