"""A document, passage or fact as it is cited: whose it is, where it stands, where it was got, and its hash."""

from collections.abc import Callable, Iterable

from policysearch.errors import DocumentNotFoundError
from policysearch.model.document import page_at
from policysearch.model.facts import Commitment, Measure
from policysearch.model.research import Citation
from policysearch.model.source import Source
from policysearch.store import Store


def citation_of(store: Store, ref: str, added: Callable[[], Iterable[Commitment]] = tuple) -> Citation:
    """The citation of what has the id `ref`, or one that begins so.

    Args:
        store: Where it is looked up.
        ref: Its id.
        added: Gives the entries that people added by hand, which the store does not know.

    Raises:
        DocumentNotFoundError: Nothing has such an id, or several things do.
    """
    try:
        kind, id_ = store.find_any(ref)
    except DocumentNotFoundError:
        by_hand = [commitment for commitment in added() if ref and commitment.id.startswith(ref)]
        if len(by_hand) != 1:
            raise
        return _fact_citation(store, by_hand[0])
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
    return _fact_citation(store, commitment or store.measures((id_,))[id_])


def _fact_citation(store: Store, fact: Commitment | Measure) -> Citation:
    document = fact.document
    around = (stored.passage for stored in store.passages(document))
    passage_around = next((passage for passage in around if passage.span.overlaps(fact.span)), None)
    return Citation(
        "commitment" if isinstance(fact, Commitment) else "measure",
        fact.id,
        store.summary(document),
        _sources(store, document),
        page=fact.page,
        span=fact.span,
        heading=None if passage_around is None else store.heading(document, passage_around),
        quote=fact.quote,
        ocr=fact.ocr,
        commitment=fact if isinstance(fact, Commitment) else None,
    )


def _sources(store: Store, document: str) -> tuple[Source, ...]:
    return store.summary(document).sources
