"""Lines that say whose a measure is and when: *Vastuutaho: THL*, *Aikataulu: 30.9.2011 mennessä*."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policysearch.facts.attribution import new_actor
from policysearch.facts.cues import Cues, load_cues
from policysearch.model.document import Document, Passage
from policysearch.model.facts import Actor, Commitment, Mention
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When

_KINDS = frozenset({"undertaking", "proposal", "obligation"})
_LONGEST_VALUE = 300
_LABEL = re.compile(r"(?:^|(?<=[\s.;|]))(?P<label>[A-ZÅÄÖ][\wåäö-]+)(?:[ ]?\([^)\n]{1,40}\))?[ ]?:\s", re.MULTILINE)

#: One to four words without figures: the name of somebody who is responsible.
_NAME = re.compile(r"[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,3}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with its value: who, or when."""

    span: Span
    actors: tuple[Actor, ...] = ()
    when: When | None = None


def with_labels(
    document: Document,
    found: Sequence[Commitment],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
) -> tuple[Commitment, ...]:
    """The commitments, measures among them with the actor and time that labelled lines below them give.

    The lines that stand together belong to the measure that opens the text since the lines before them, or to every
    item of a list of measures. What a measure says itself of who and when stands.

    Args:
        document: For its sections and passages.
        found: Its commitments in the order of the text.
        times: The time expressions found in it.
        mentions: Who is named in it.
    """
    lines = list(_lines(document, times, mentions))
    changed = list(found)
    starts = [passage.span.start for passage in document.passages]
    owners: list[int] = []
    for n, line in enumerate(lines):
        before = lines[n - 1].span.end if n else 0
        border = max(before, _heading_before(document, line, lines))
        since = [i for i, c in enumerate(found) if border <= c.span.start < line.span.start]
        apart = bool(document.text[before : line.span.start].strip())  # what it belongs to was not found
        if since or border != before or apart:
            measures = [i for i in since if found[i].kind in _KINDS]
            listed = [i for i in measures if _passage(document, starts, found[i]).kind == "list_item"]
            owners = listed or measures[:1]
        for i in owners:
            changed[i] = _completed(changed[i], line)
    return tuple(changed)


def _heading_before(document: Document, line: _Line, lines: Sequence[_Line]) -> int:
    """Where the last heading before a line ends, one that is such a line itself left out; 0 without one."""
    headings = (p.span for p in document.passages if p.kind == "heading" and p.span.end <= line.span.start)
    return max((h.end for h in headings if not any(h.overlaps(other.span) for other in lines)), default=0)


def _passage(document: Document, starts: Sequence[int], commitment: Commitment) -> Passage:
    return document.passages[bisect_right(starts, commitment.span.start) - 1]


def _completed(commitment: Commitment, line: _Line) -> Commitment:
    if line.actors and not commitment.actors:
        commitment = replace(commitment, actors=line.actors, possible_actors=(), cue=f"{commitment.cue}+labelled")
    if line.when is not None and commitment.when is None:
        commitment = replace(commitment, when=line.when)
    return commitment


def _lines(document: Document, times: Sequence[TimeExpression], mentions: Sequence[Mention]) -> Iterator[_Line]:
    """The labelled lines of the passages, in order."""
    cues = load_cues()
    for passage in document.passages:
        text = passage.span.of(document.text)
        labels = [m for m in _LABEL.finditer(text) if _is_label(m, cues)]
        for n, match in enumerate(labels):
            end = labels[n + 1].start() if n + 1 < len(labels) else len(text)
            value = Span(passage.span.start + match.end(), passage.span.start + min(end, match.end() + _LONGEST_VALUE))
            span = Span(passage.span.start + match.start(), value.end)
            if match["label"].casefold() in cues.words["label_who"]:
                actors = tuple(dict.fromkeys(m.actor for m in mentions if value.contains(m.span)))
                yield _Line(span, actors=actors or _named(value.of(document.text)))
            else:
                when = next((t.when for t in times if value.contains(t.span) and t.when.is_resolved), None)
                yield _Line(span, when=when)


def _is_label(match: re.Match[str], cues: Cues) -> bool:
    return match["label"].casefold() in cues.words["label_who"] | cues.words["label_when"]


def _named(value: str) -> tuple[Actor, ...]:
    """*kunnat, järjestöt*, *tekninen osasto*, *hankkeen projektipäällikkö*: who stands there, named nowhere else."""
    parts = (part.strip(" .\n") for part in re.split(r",| ja | sekä |/", value.split("\n")[0]))
    names = [part if part.isupper() else part.casefold() for part in parts]
    return tuple(new_actor(name) for name in names if _NAME.fullmatch(name))
