"""A document, passage, commitment or measure as it is cited: whose it is, where it stands, where it was got, its hash."""

from policysearch.model.document import page_at
from policysearch.model.research import Citation
from policysearch.model.source import Source
from policysearch.store import Store


def citation_of(store: Store, ref: str) -> Citation:
    """The citation of what has the id `ref`, or one that begins so.

    Raises:
        DocumentNotFoundError: Nothing has such an id, or several things do.
    """
    kind, id_ = store.find_any(ref)
    if kind == "document":
        return Citation("document", id_, store.summary(id_), _sources(store, id_))
    if kind == "passage":
        document, stored = store.passage(id_)
        passage, text = stored.passage, store.text(document)
        return Citation(
            "passage",
            id_,
            store.summary(document),
            _sources(store, document),
            page=page_at(store.page_spans(document), text, passage.span.start),
            span=passage.span,
            heading=store.heading(document, passage),
            quote=passage.span.of(text),
            ocr=passage.ocr,
        )
    commitment = store.commitments((id_,)).get(id_)
    fact = commitment or store.measures((id_,))[id_]
    document = fact.document
    around = (stored.passage for stored in store.passages(document))
    passage_around = next((passage for passage in around if passage.span.overlaps(fact.span)), None)
    return Citation(
        "commitment" if commitment else "measure",
        id_,
        store.summary(document),
        _sources(store, document),
        page=fact.page,
        span=fact.span,
        heading=None if passage_around is None else store.heading(document, passage_around),
        quote=fact.quote,
        ocr=fact.ocr,
        commitment=commitment,
    )


def _sources(store: Store, document: str) -> tuple[Source, ...]:
    return store.summary(document).sources
