"""Lines joined: hyphens of line ends dropped or kept, letters never changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.lang.fi import Finnish
from policysearch.model.text import Line
from policysearch.structure.joining import join_lines

CASES = [
    pytest.param(["palve-", "lujen määrä"], "palvelujen määrä", id="word"),
    pytest.param(["työtä tehdään pää-", " osin hyvin"], "työtä tehdään pääosin hyvin", id="stray space"),
    pytest.param(["sosiaali-", "ja terveyspalvelut"], "sosiaali- ja terveyspalvelut", id="elliptic"),
    pytest.param(["monia palvelu-", "ja tarvitaan"], "monia palveluja tarvitaan", id="word that ends in ja"),
    pytest.param(["Sosiaa-", "li- ja terveysala"], "Sosiaali- ja terveysala", id="elliptic member cut"),
    pytest.param(["EU-", "maiden kesken"], "EU-maiden kesken", id="abbreviation"),
    pytest.param(["vapaa-", "ajan toimiala"], "vapaa-ajan toimiala", id="hyphen of the word"),
    pytest.param(["hallinto-", "oikeuden päätös"], "hallinto-oikeuden päätös", id="same vowels"),
    pytest.param(["Maija Virtanen-", "Kankaanpää"], "Maija Virtanen-Kankaanpää", id="double name"),
    pytest.param(["Täytäntöönpano-", "tiedot"], "Täytäntöönpanotiedot", id="label"),
    pytest.param(["ajalle 1.6.2020–", "31.12.2022."], "ajalle 1.6.2020–31.12.2022.", id="range of dates"),
    pytest.param(["vuosina 2020-", "2021"], "vuosina 2020-2021", id="range with a hyphen"),
    pytest.param(["toiminta –", "myös muu"], "toiminta – myös muu", id="dash of a sentence"),
    pytest.param(["Valmistelijat/", "Lisätiedot"], "Valmistelijat/Lisätiedot", id="slash"),
    pytest.param(["IHMIS-", "KAUPPA"], "IHMISKAUPPA", id="capitals"),
    pytest.param(["kaksi  väliä", "ja rivi"], "kaksi väliä ja rivi", id="spaces"),
]


@pytest.mark.parametrize(("lines", "text"), CASES)
def test_join_lines_joins_what_the_line_end_cut(lines: list[str], text: str, finnish: Finnish) -> None:
    """A hyphen that breaks a word goes, one that belongs to the word stays."""
    assert join_lines([Line(line) for line in lines], finnish).text == text


LINES = st.lists(
    st.text(st.sampled_from("abäKÖ19-–/., \t"), min_size=1, max_size=12).filter(lambda line: bool(line.strip())),
    min_size=1,
    max_size=5,
)


@given(lines=LINES)
def test_join_lines_keeps_every_letter_in_order(lines: list[str], finnish: Finnish) -> None:
    """Only white space and line-end hyphens differ, and every place points at its letter."""
    joined = join_lines([Line(line) for line in lines], finnish)
    letters = [letter for line in lines for letter in line if letter.isalnum()]
    assert [letter for letter in joined.text if letter.isalnum()] == letters
    for line, places in zip(lines, joined.places, strict=True):
        assert len(places) == len(line) + 1
        assert list(places) == sorted(places)
        assert all(joined.text[places[i]] == letter for i, letter in enumerate(line) if letter.isalnum())


def test_join_lines_keeps_the_tabs_of_rows(finnish: Finnish) -> None:
    """Cells of a row stay apart."""
    assert join_lines([Line("Toimi\tVastuu \t 2022")], finnish, rows=True).text == "Toimi\tVastuu\t2022"
