"""The state of a corpus, its index, and the machine that it is on."""

from policysearch.lang.fi import Finnish
from policysearch.model.report import Status, Tool
from policysearch.retrieval import Retrieval
from policysearch.settings import Settings
from policysearch.stamps import facts_stamp
from policysearch.store import Store


def status_of(settings: Settings, store: Store, language: Finnish, retrieval: Retrieval) -> Status:
    """What there is, what failed, and what is missing."""
    counts = store.counts()
    index = retrieval.state()
    detail = index.detail
    stale = len(store.stale_facts(facts_stamp(language)))
    if stale:
        detail += f" {stale} documents were read by other rules than today's: `policysearch reindex` reads them again."
    return Status(
        corpus=str(settings.corpus),
        index=str(settings.index),
        revision=store.revision,
        n_sources=counts.pop("sources"),
        n_snapshots=counts.pop("snapshots"),
        n_documents=counts.pop("documents"),
        n_current=counts.pop("current"),
        n_passages=counts.pop("passages"),
        n_copies=counts.pop("copies"),
        counts=counts,
        types=store.types(),
        readers=store.readers(),
        failures=store.failures(),
        skipped=store.skipped(),
        warnings=store.warnings(),
        language=language.backend_note,
        index_state=index.name,
        index_detail=detail,
        tools=_tools(),
    )


def _tools() -> tuple[Tool, ...]:
    from policysearch.extract.ocr import ocr_engine

    return (
        Tool(
            "Tesseract with Finnish",
            ocr_engine(),
            "reads pages that are pictures",
            "install it with `apt-get install tesseract-ocr tesseract-ocr-fin`",
        ),
    )
