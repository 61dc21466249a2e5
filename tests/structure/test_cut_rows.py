"""Rows of tables that a page break cut."""

from dataclasses import replace

import pytest

from policysearch.lang.fi import Finnish
from policysearch.model.text import Block
from tests.structure.made import of_blocks, printed

Row = tuple[tuple[int, str], ...]
"""The filled cells of a row, by their columns."""
HEAD: Row = ((0, "Nro"), (1, "Toimenpide"), (2, "Vastuutaho"), (3, "Aikataulu"))
CUT: Row = ((0, "4"), (1, "Sovitaan kausityöpai-"), (2, "Kuusjärven kaupungin-"), (3, "30.4.2024 men-"))
REST: Row = ((1, "koille tehtävistä tarkastuskäynneistä"), (2, "hallitus"), (3, "nessä"))
WHOLE = "4\tSovitaan kausityöpaikoille tehtävistä tarkastuskäynneistä\tKuusjärven kaupunginhallitus\t30.4.2024 mennessä"


def row(cells: Row, *, page: int, top: float) -> Block:
    line = printed("\t".join(text for _, text in cells), page=page, top=top)
    return Block("table_row", (line,), columns=tuple(column for column, _ in cells))


def rows_of(finnish: Finnish, first: list[Row], second: list[Row]) -> list[str]:
    """The rows of a document whose table has some of its rows on page 1 and the others on page 2."""
    blocks = [
        row(cells, page=page, top=(500.0 if page == 1 else 100.0) + 20 * n)
        for page, rows in ((1, first), (2, second))
        for n, cells in enumerate(rows)
    ]
    document = of_blocks(blocks, finnish)
    return [block.span.of(document.text) for block in document.blocks]


def test_each_cell_goes_on(finnish: Finnish) -> None:
    """The rest of each cell stands in its cell, cut words joined; boxes stay on their pages."""
    assert rows_of(finnish, [HEAD, CUT], [REST])[1:] == [WHOLE]
    document = of_blocks([row(CUT, page=1, top=700), row(REST, page=2, top=100)], finnish)
    halves = [(word.span.of(document.text), word.box.page) for word in document.printed]
    assert ("Sovitaan", 1) in halves
    assert ("hallitus", 2) in halves
    assert halves.index(("kausityöpai", 1)) + 1 == halves.index(("koille", 2))
    assert document.page_at(document.text.index("tehtävistä")) == 1


def test_header_that_is_printed_again(finnish: Finnish) -> None:
    """The header of the second page stands between the two halves."""
    assert rows_of(finnish, [HEAD, CUT], [HEAD, REST])[1] == WHOLE


OWN_ROWS = {
    "a number of its own": ((0, "5"), (1, "ohje"), (2, "hallitus"), (3, "nessä")),
    "a measure of its own": ((1, "Avataan neuvontapiste"), (2, "hallitus")),
    "a column that was empty": ((4, "omana työnä"),),
}


@pytest.mark.parametrize("second", list(OWN_ROWS.values()), ids=list(OWN_ROWS))
def test_a_row_of_its_own(finnish: Finnish, second: Row) -> None:
    """What does not go on in every cell stays a row."""
    above = tuple((column, text.rstrip("-")) for column, text in CUT)
    assert len(rows_of(finnish, [HEAD, above], [second])) == 3


def test_only_a_page_break_cuts(finnish: Finnish) -> None:
    """The same rows on one page are two."""
    blocks = [row(CUT, page=1, top=100), row(REST, page=1, top=120)]
    assert len(of_blocks([replace(b) for b in blocks], finnish).blocks) == 2
