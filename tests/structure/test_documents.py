"""What holds for every document: nothing lost, spans in range, passages inside sections, the same again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policysearch.lang.fi import Finnish
from policysearch.model.document import Document
from policysearch.model.text import Block, BlockKind, Line
from policysearch.structure.passages import MOST_WORDS
from tests.structure import samples
from tests.structure.made import SHA, of_blocks, of_text

KINDS: list[BlockKind] = ["heading", "paragraph", "list_item", "table_row"]
WORDS = [
    "Päätös", "Päätösehdotus", "Lisätiedot", "Muutoksenhaku", "Päätöshistoria", "Kunnanhallitus 3.4.2020 § 7", "§ 12",
    "Kunta laatii oh-", "jeen palveluista.", "1 (3)", "Asia/4", "Lehtorannan kunta", "12.3.2020", "Maija Mallila",
    "suunnittelija", "1) Avaus", "sosiaali-", "ja terveyspalvelut", "ajalle 1.2.2020–", "31.3.2021.", "Sivun alkuun",
    "Neuvontapiste palvelee arkisin ja auttaa kaikkia.", "x", "–", "…", "\t2",
]  # fmt: skip
BLOCKS = st.lists(
    st.builds(
        lambda kind, lines, page, level: Block(
            kind, tuple(Line(line, page) for line in lines), level if kind == "heading" else None
        ),
        st.sampled_from(KINDS),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
        st.none() | st.integers(1, 3),
        st.none() | st.integers(1, 6),
    ),
    min_size=1,
    max_size=14,
)


def letters(text: str) -> list[str]:
    return sorted(letter for letter in text if letter.isalnum())


def assert_whole(document: Document) -> None:
    """All spans lie in the text, passages lie in their sections and keep to the length, and all of it is found."""
    end = len(document.text)
    for block in document.blocks:
        assert block.span.end <= end
    for section in document.sections:
        assert section.span.contains(section.heading)
        assert section.span.end <= end
    headings = {block.span for block in document.blocks if block.kind == "heading"}
    assert headings == {section.heading for section in document.sections}
    for passage in document.passages:
        assert passage.span.end <= end
        assert len(passage.span) > 0
        assert len(passage.span.of(document.text).split()) <= MOST_WORDS + 25
        is_heading = any(passage.span.overlaps(heading) for heading in headings)
        assert is_heading == (passage.kind == "heading")
        if passage.section is not None:
            assert document.sections[passage.section].span.contains(passage.span)
            assert passage.part == document.sections[passage.section].part
    found = "".join(passage.span.of(document.text) for passage in document.passages)
    assert letters(found) == letters(document.text)
    for person in document.participants:
        assert sorted(person.span.of(document.text).split()) == sorted(person.name.split())
    assert [span.start for _, span in document.page_spans] == sorted(span.start for _, span in document.page_spans)


@settings(max_examples=150, deadline=None)
@given(blocks=BLOCKS)
def test_any_blocks_make_a_whole_document(blocks: list[Block], finnish: Finnish) -> None:
    """Every letter of the original is in the text or in the furniture; the same blocks make the same document."""
    document = of_blocks(blocks, finnish, media_type="text/plain")
    assert_whole(document)
    kept = document.text + "".join(line for _, line in document.furniture)
    assert letters(kept) == letters("".join(block.text for block in blocks))
    assert of_blocks(blocks, finnish, media_type="text/plain") == document


@pytest.mark.parametrize("name", [name for name in dir(samples) if name.isupper()])
def test_documents_are_whole(name: str, finnish: Finnish) -> None:
    """The documents of each kind hold together, and no passage of text is lost."""
    text = getattr(samples, name)
    document = of_text(text, finnish)
    assert_whole(document)
    kept = document.text + "".join(line for _, line in document.furniture)
    assert letters(kept) == letters(text)


def test_long_paragraphs_are_split_at_sentences(finnish: Finnish) -> None:
    """No passage is much longer than the limit, and each one ends with a sentence."""
    sentence = "Kunta järjestää neuvontaa kaikille niille, jotka sitä tarvitsevat, ja seuraa sen vaikutuksia. "
    document = of_text(sentence * 40, finnish)
    texts = [passage.span.of(document.text) for passage in document.passages]
    assert len(texts) > 2
    assert all(text.endswith(".") and text.startswith("Kunta") for text in texts)
    assert " ".join(texts) == document.text


def test_passage_ids_depend_on_document_and_place_alone(finnish: Finnish) -> None:
    """All differ within a document."""
    document = of_text(samples.COUNCIL, finnish)
    assert len({passage.id for passage in document.passages}) == len(document.passages)
    assert document.sha256 == SHA


def test_a_compound_parted_by_an_empty_line_is_one_paragraph(finnish: Finnish) -> None:
    """A part that begins with its hyphen belongs to the phrase before it; a list item has a space there."""
    document = of_text("Neuvontaa annetaan kunnassa asunto-osakeyhtiö\n\n-muotoisissa taloissa kaikille.\n", finnish)
    assert document.text == "Neuvontaa annetaan kunnassa asunto-osakeyhtiö -muotoisissa taloissa kaikille."
