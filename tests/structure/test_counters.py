"""Pages of plain text from printed counters, only where they are certain."""

import pytest

from policysearch.lang.fi import Finnish
from tests.structure.made import of_text

HEAD = "Kuusjärven kaupunki Pöytäkirja 3/2019 {}\nKunnanhallitus\n\n"
CASES = [
    pytest.param(["1 (3)", "A", "2 (3)", "B", "3 (3)", "C"], {"A": 1, "B": 2, "C": 3}, id="heads of all pages"),
    pytest.param(["A", "1 (3)", "B", "2 (3)", "C", "3 (3)"], {"A": 1, "B": 2, "C": 3}, id="feet of all pages"),
    pytest.param(["A", "2 (3)", "B", "3 (3)", "C"], {"A": 1, "B": 2, "C": 3}, id="no head on the first page"),
    pytest.param(
        ["A", "5 (7)", "B", "6 (7)", "C", "7 (7)", "D"], {"A": None, "B": 5, "C": 6, "D": 7}, id="from inside"
    ),
    pytest.param(["1 (5)", "A", "2 (5)", "B", "4 (5)", "C"], {"A": 1, "B": None, "C": None}, id="a counter is lost"),
    pytest.param(["A", "5 (7)", "B"], {"A": None, "B": None}, id="one counter inside the text"),
    pytest.param(["A", "1 (2)", "B", "2 (2)", "C"], {"A": None, "B": None, "C": None}, id="text on both sides"),
    pytest.param(["1 (2)", "A", "2 (2)", "B", "1 (4)", "C"], {"A": None, "B": None, "C": None}, id="two documents"),
    pytest.param(["2 (3)", "A", "1 (3)", "B"], {"A": None, "B": None}, id="out of order"),
]


@pytest.mark.parametrize(("pieces", "pages"), CASES)
def test_pages_from_counters(pieces: list[str], pages: dict[str, int | None], finnish: Finnish) -> None:
    """Text between two counters is on the page that both agree on, and unknown where they leave it open."""
    text = "".join(
        HEAD.format(piece)
        if "(" in piece
        else f"Kappale {piece} kertoo, miten neuvonta on järjestetty kunnassa ja kuka siitä vastaa.\n\n"
        for piece in pieces
    )
    document = of_text(text, finnish)
    found = {name: document.page_at(document.text.index(f"Kappale {name}")) for name in pages}
    assert found == pages
    assert "(" not in document.text
