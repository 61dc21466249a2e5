"""Blocks of an original -> a document: one text, and what stands where in it.

`build_document` is the whole of it and reads top to bottom; every step is a function of a module of its own.
"""

from policysearch.lang.base import Language
from policysearch.model.document import Document
from policysearch.model.ids import document_id
from policysearch.model.source import Extract, Metadata
from policysearch.model.text import Page
from policysearch.structure.agenda import agenda_in
from policysearch.structure.appeals import without_appeal_instructions
from policysearch.structure.assemble import assemble
from policysearch.structure.evidence import evidence_in
from policysearch.structure.furniture import without_furniture
from policysearch.structure.mending import mended
from policysearch.structure.metadata import metadata_of
from policysearch.structure.passages import passages_of
from policysearch.structure.people import participants_in
from policysearch.structure.running import ends_of_lists
from policysearch.structure.sections import sections_of, with_sections
from policysearch.structure.titles import title_of, with_headings
from policysearch.structure.two_bodies import with_first_body
from policysearch.structure.units import into_units
from policysearch.structure.wrapping import wrapping_of

__all__ = ["build_document"]

_NO_OVERRIDES = Metadata()


def build_document(
    extract: Extract, *, sha256: str, language: Language, overrides: Metadata = _NO_OVERRIDES
) -> Document:
    """Builds the document of one extract.

    Args:
        extract: What the extractor found.
        sha256: Hash of the original, 64 hex digits.
        language: Reads the words; decides which line-end hyphens are dropped.
        overrides: What the user says of the document; stronger than anything found.

    Returns:
        The same document for the same arguments, always.
    """
    document = document_id(sha256, extract.locator)

    from policysearch.structure.languages import with_languages  # late: it loads a model

    bared = without_furniture(extract.blocks, extract.pages)
    units = into_units(bared.blocks, bared.cuts, wrapping_of(bared.blocks, has_lines=_has_lines(extract)))
    whole = mended(units.blocks, units.cuts)
    titled = with_headings(whole, title_of(whole, overrides.over(extract.hints).title), unmarked=_is_unmarked(extract))
    shortened = without_appeal_instructions(titled)

    assembled = assemble(shortened.blocks, language)
    sections = sections_of(shortened.blocks, assembled.blocks, ends_of_lists(shortened.blocks, language))
    blocks = with_sections(assembled.blocks, sections)
    passages = passages_of(document, assembled.text, blocks, sections, assembled.page_spans, language)
    evidence = evidence_in(shortened.blocks, bared.furniture, extract.media_type)
    furniture = (*bared.furniture, *shortened.furniture)

    metadata = metadata_of(evidence, assembled.text, said=overrides, stated=extract.hints, language=language)
    sections = with_first_body(sections, assembled.text, metadata.issuer, language)
    passages = with_languages(passages, assembled.text, metadata.language, language)

    return Document(
        id=document,
        sha256=sha256,
        locator=extract.locator,
        media_type=extract.media_type,
        metadata=metadata,
        text=assembled.text,
        blocks=blocks,
        sections=sections,
        passages=passages,
        participants=participants_in(
            assembled.text,
            blocks,
            sections,
            language,
            signed_for=metadata.issuer if metadata.type == "statement" and "decision" not in evidence.parts else None,
        ),
        agenda=agenda_in(assembled.text, blocks, sections) if metadata.type == "minutes" else (),
        pages=extract.pages or tuple(Page(number) for number, _ in assembled.page_spans),
        page_spans=assembled.page_spans,
        printed=assembled.printed,
        furniture=tuple((line.page, line.text) for line in furniture),
        warnings=extract.warnings,
        reader=extract.reader,
        listed=extract.listed,
    )


def _has_lines(extract: Extract) -> bool:
    """Whether line ends of the format are those of a page, not of its writer."""
    return extract.media_type in ("application/pdf", "text/plain", "text/markdown")


def _is_unmarked(extract: Extract) -> bool:
    """Whether the format leaves its headings unmarked."""
    return _has_lines(extract) and not any(
        block.kind == "heading" and block.level is not None and not block.is_label for block in extract.blocks[1:]
    )
