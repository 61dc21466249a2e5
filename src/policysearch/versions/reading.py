"""Whether two originals of one address say the same: a counter in a page is no new version. Pure functions."""

import re
from collections.abc import Collection, Sequence
from dataclasses import fields

from policysearch.model.document import Document
from policysearch.model.source import Metadata

_DRAFT = re.compile(r"\b(luonnos\w*|\w+luonnos|tarkastamaton|hyväksymätön|utkast\w*|ojusterat|draft)\b", re.IGNORECASE)
_HEAD = 400
"""Letters at the beginning of a text in which a draft calls itself one."""


def say_the_same(old: Sequence[Document], new: Sequence[Document], told: Collection[str] = ()) -> bool:
    """Whether the documents of the newer original have the text, pages, metadata and lists of the older ones.

    Pages that nobody has read may say anything, so they are never the same.

    Args:
        old: The documents of the older original, in order.
        new: Those of the newer one.
        told: Fields that the user said of the older one alone: the newer one may state otherwise, as that one did.
    """
    return len(old) == len(new) and all(_says_the_same(was, now, told) for was, now in zip(old, new, strict=True))


def _says_the_same(old: Document, new: Document, told: Collection[str]) -> bool:
    if not new.text or any(page.status == "unread" for page in (*old.pages, *new.pages)):
        return False
    return (
        (old.locator, old.media_type, old.text, old.page_spans, old.listed)
        == (new.locator, new.media_type, new.text, new.page_spans, new.listed)
        and not any(
            _states_otherwise(field.name, old.metadata, new.metadata)
            for field in fields(Metadata)
            if field.name not in told
        )
        and _is_draft(old) == _is_draft(new)
    )


def _states_otherwise(name: str, old: Metadata, new: Metadata) -> bool:
    """Whether the newer one has another value; to know less is not to state otherwise."""
    value = getattr(new, name)
    return value is not None and value != getattr(old, name)


def calls_itself_a_draft(title: str | None, text: str, furniture: Sequence[tuple[int | None, str]]) -> bool:
    """Whether title, beginning, or a running header says that this is a draft."""
    return bool(_DRAFT.search("\n".join((title or "", text[:_HEAD], *(line for _, line in furniture)))))


def _is_draft(document: Document) -> bool:
    return calls_itself_a_draft(document.metadata.title, document.text, document.furniture)
