"""Documents made of Markdown, HTML or text, with the measures that are found in them."""

from policysearch.extract import extract
from policysearch.facts import find_facts
from policysearch.lang.fi import open_finnish
from policysearch.measures import find_measures
from policysearch.model.document import Document
from policysearch.model.facts import Measure
from policysearch.pipeline import analyse
from policysearch.structure import build_document

FINNISH = open_finnish()


def read(text: str, name: str = "suunnitelma.md") -> tuple[Document, tuple[Measure, ...]]:
    """A document of that text, and its measures."""
    (one,) = extract(text.encode(), name=name)
    document = build_document(one, sha256="0" * 64, language=FINNISH)
    passages = tuple(found for found in analyse(document, FINNISH) if found.passage.kind != "heading")
    return document, find_measures(document, find_facts(document, passages, FINNISH))


def shown(measures: tuple[Measure, ...]) -> list[tuple[str | None, str, dict[str, str]]]:
    """Number, words, and the words of each part."""
    return [
        (m.number, m.quote, {f.name: " | ".join(g.quote for g in m.parts(f.name)) for f in m.fields}) for m in measures
    ]
