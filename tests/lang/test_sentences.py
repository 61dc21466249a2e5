"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.lang.fi import Finnish

# Sentences are set apart by " | ".
TEXTS = {
    "plain": "Kokous alkoi. | Se päättyi! | Miksi? | Ei tiedetä…",
    "abbreviations": "Ks. liite 2, esim. Kuusjärven kunta ja mm. Oy Koe Ab. | Seuraava asia.",
    "final abbreviation": "Läsnä olivat jäsenet ym. | Kokous alkoi.",
    "section": "Sovelletaan 5 §:n 2 momenttia. | Laki on voimassa.",
    "ordinals": "Kokous oli 9. helmikuuta 2021 ja 3. kokous oli viimeinen.",
    "date": "Toimikausi päättyy 31.12.2022. | Työ jatkuu.",
    "date before lower case": "Huomiot torstaihin 11.2. mennessä. | Sitten jatketaan.",
    "year": "Näin tehtiin vuonna 2021. | Työ jatkuu.",
    "initials": "Puhui J. K. Aho. | Kirjasi E. Koski.",
    "numbered": "1. Kokouksen avaus | ",
    "numbered heading": "2.1. Tavoitteet ja keinot | ",
    "numbered quote": "Määräys on: ”7. Toiminta on lopetettava.” | Näin päätettiin.",
    "quotes": "Hän sanoi: ”Asia on selvä.” | Sitten mentiin.",
    "quote continues": "”Asia on selvä”, hän sanoi. | Sitten mentiin.",
    "brackets": "Näin on (ks. liite). | Näin oli. | (Liite 2.) | Sitten mentiin.",
    "time": "Kokous alkoi klo 9.00. | Läsnä oli kuusi.",
    "lower case": "Luku 5. luokka alkoi.",
    "phone": "Lisätietoja: Eeva Koe, p. 0295 000 111",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_sentences_of_kinds_of_text(finnish: Finnish, text: str) -> None:
    """Abbreviations, ordinals, dates, initials and closing quotes are seen through."""
    expected = [sentence for sentence in text.split(" | ") if sentence]
    joined = " ".join(expected)
    assert [span.of(joined) for span in finnish.sentences(joined)] == expected


LINES = {
    "paragraphs": "Otsikko\n\nTeksti alkaa\n\ntoinen kappale",
    "list": "Hanke aikoo:\n• koota tietoa\n• jakaa osaamista",
    "row": "Eeva Koe\tjohtaja\tOM",
    "lines": "Puheenjohtaja Eeva Koe\nSihteeri Olli Koe",
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_lines_and_cells_are_borders(finnish: Finnish, text: str) -> None:
    """A blank line, a tab, and a new line with a bullet or a capital begin a new sentence."""
    expected = [piece for line in text.split("\n") for piece in line.split("\t") if piece]
    assert [span.of(text) for span in finnish.sentences(text)] == expected


def test_hard_wrapped_line_reads_on(finnish: Finnish) -> None:
    """A line that begins in lower case belongs to the sentence before."""
    assert len(finnish.sentences("Kaupunginhallitus päätti asiasta\nkokouksessaan. Asia ratkesi.")) == 2


@given(st.text(st.sampled_from("aÄB1 .!?:”(\n\t-•§"), max_size=60))
def test_sentences_cover_everything_but_white_space(finnish: Finnish, text: str) -> None:
    """Sentences are in order, do not overlap, and leave out white space only."""
    end = 0
    for span in finnish.sentences(text):
        assert text[end : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert text[end:].strip() == ""
