"""An entry that a person adds: the sentences of a place in a document, one of them chosen, and its kind."""

import hashlib
import re
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from policysearch.errors import UsageError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.reviews import Saying
from policysearch.model.text import Span
from policysearch.web.asking import Asked
from policysearch.web.forms import Form
from policysearch.web.pages.reviews import remember, reviewer
from policysearch.web.sayings import said

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})-([0-9a-f]{12})")
_LONGEST = 2000
"""Code points of an entry."""
_MOST_PLACES = 20
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """Words that may be the entry; `value` names their place, and changes when other words stand there."""

    value: str
    text: Markup


def page(asked: Asked) -> Response:
    """The sentences at a place (`at`), or those that hold words of the reader (`words`), to choose from."""
    return _shown(asked, chosen="", kind="", by=reviewer(asked))


def keep(asked: Asked, form: Form) -> Response:
    """Keep the entry, and lead to its review."""
    summary = asked.corpus.summary(asked.path("id"))
    by, kind, place = form.line("by", most=_LONGEST_NAME), form.text("kind"), form.text("place")
    try:
        if not by:
            raise UsageError(asked.words.gettext("Who says so? Give your name."))
        if kind not in COMMITMENT_KINDS:
            raise UsageError(asked.words.gettext("Choose what kind of commitment it is."))
        span = _span(asked, summary.id, place)
        _, entry = asked.corpus.reviews.add_at(summary.id, span, kind, by=by)
        if note := form.text("note", most=5000):
            asked.corpus.reviews.say_all(entry, [Saying("note", value=note)], by=by)
    except UsageError as error:
        return _shown(asked, chosen=place, kind=kind, by=by, error=said(asked.words, str(error)))
    response = asked.go(asked.address("review", id=entry, kept=1) + "#kept")
    remember(response, by)
    return response


def _span(asked: Asked, document: str, place: str) -> Span:
    """The words that were chosen, if they still stand where they stood."""
    match = _PLACE.fullmatch(place)
    if match is None:
        raise UsageError(asked.words.gettext("Choose the words of the commitment."))
    span, text = Span(int(match[1]), int(match[2])), asked.corpus.document(document).text
    if not (span.start < span.end <= len(text) and _value(span, text) == place):
        raise UsageError(asked.words.gettext("The text of the document has changed since: choose the words again."))
    if len(span) > _LONGEST:
        raise UsageError(asked.words.gettext("These are too many words for one commitment."))
    return span


def _shown(asked: Asked, *, chosen: str, kind: str, by: str, error: tuple[str, str] | None = None) -> Response:
    summary = asked.corpus.summary(asked.path("id"))
    text = asked.corpus.document(summary.id).text
    words = asked.text("words", most=_LONGEST)
    at = asked.number("at", default=0, most=len(text))
    spans = _holding(asked, summary.id, words) if words else asked.corpus.reviews.sentences(summary.id, at)
    return asked.page(
        "by_hand.html",
        status=400 if error else 200,
        summary=summary,
        choices=[Choice(_value(span, text), asked.marked(span.of(text), ())) for span in spans],
        after=max((span.end for span in spans), default=0) if not words else None,
        length=len(text),
        words_asked=words,
        most=_LONGEST,
        kinds=COMMITMENT_KINDS,
        chosen=chosen,
        kind=kind,
        by=by,
        error=error,
    )


def _holding(asked: Asked, document: str, words: str) -> tuple[Span, ...]:
    """The words themselves where they stand, and the sentences that hold them."""
    found: dict[Span, None] = {}
    for place in asked.corpus.reviews.places(document, words)[:_MOST_PLACES]:
        found |= dict.fromkeys([place])
        found |= dict.fromkeys(
            sentence for sentence in asked.corpus.reviews.sentences(document, place.start) if sentence.overlaps(place)
        )
    return tuple(span for span in found if len(span) <= _LONGEST)


def _value(span: Span, text: str) -> str:
    digest = hashlib.sha256(span.of(text).encode()).hexdigest()[:12]
    return f"{span.start}-{span.end}-{digest}"
