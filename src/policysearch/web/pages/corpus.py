"""What is in the corpus, what should be there and is not, what could not be read, and how words are read."""

from starlette.responses import Response

from policysearch.model.coverage import GAP_STATES, CoverageGroup
from policysearch.model.source import DOCUMENT_TYPES, shown_address
from policysearch.web.asking import Asked
from policysearch.web.labels import N_
from policysearch.web.paging import paging, wanted
from policysearch.web.sayings import said

GROUPS = {
    "meetings": N_("Meetings"),
    "sections": N_("Sections"),
    "items": N_("Items of the agenda"),
    "attachments": N_("Attachments"),
    "case": N_("Cases"),
    "pages": N_("Pages"),
    "originals": N_("Originals"),
    "channel": N_("Channels"),
}
"""What is counted, in the order in which it is shown."""
_MOST_GAPS = 30
_MOST_LISTED = 200


def page(asked: Asked) -> Response:
    """Documents by type, the list of them, what failed, and who reads Finnish here."""
    status = asked.corpus.status()
    type_, typed = asked.choice("type", DOCUMENT_TYPES), asked.text("q").casefold()
    limit, offset = wanted(asked, size=20)
    documents = [
        document
        for document in reversed(asked.corpus.documents())
        if type_ in (None, document.metadata.type)
        and typed in f"{document.metadata.title} {document.metadata.issuer} {document.metadata.case_number}".casefold()
    ]
    documents.sort(key=lambda document: document.metadata.date is None)
    return asked.page(
        "corpus.html",
        state=status,
        types=sorted(status.types.items(), key=lambda pair: -pair[1]),
        type=type_,
        documents=documents[offset : offset + limit],
        total=len(documents),
        offset=offset,
        failures=[(failure.uri, failure) for failure in status.failures[:_MOST_LISTED]],
        skipped=[(each.uri, each.reason) for each in status.skipped[:_MOST_LISTED]],
        warnings=[(id_, said(asked.words, text)) for id_, text in status.warnings[:_MOST_LISTED]],
        language=said(asked.words, status.language),
        pages=paging(asked, total=len(documents), limit=limit, offset=offset),
    )


def coverage(asked: Asked) -> Response:
    """What documents and channels let us expect, and what of it is not in this corpus."""
    found = asked.corpus.coverage()
    groups: dict[str, list[tuple[CoverageGroup, tuple[str, str]]]] = {}
    for kind in GROUPS:
        of_kind = [(group, said(asked.words, group.basis)) for group in found.groups if group.kind == kind]
        if of_kind:
            groups[kind] = of_kind
    return asked.page(
        "coverage.html",
        groups=groups,
        titles=GROUPS,
        counts=[(state, found.count(state)) for state in GAP_STATES if found.count(state)],
        most_gaps=_MOST_GAPS,
        named=lambda name: said(asked.words, shown_address(name))[0],
    )
