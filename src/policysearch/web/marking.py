"""Text of documents as HTML, with words marked in it."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from policysearch.model.text import Span


def marked(text: str, spans: Iterable[Span], *, offset: int = 0) -> Markup:
    """Escaped text with `<mark>` around spans.

    Args:
        text: Part of a document.
        spans: Of the whole document; what lies outside `text` is left out.
        offset: Where `text` begins in it.
    """
    pieces: list[Markup] = []
    at = 0
    for span in sorted(spans):
        start, end = max(span.start - offset, at), min(span.end - offset, len(text))
        if start >= end:
            continue
        pieces += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        at = end
    return Markup("").join([*pieces, escape(text[at:])])
