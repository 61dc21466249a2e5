"""Where words, numbers and marks begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.lang.fi import Finnish
from policysearch.lang.fi.tokenizer import raw_tokens

TEXTS = {
    "words": ("STM:n EU-maat Biaudet’n", "STM:n EU-maat Biaudet’n"),
    "elliptic": ("sosiaali- ja terveys, työ-, perhe-", "sosiaali- ja terveys , työ- , perhe-"),
    "dates": ("31.12.2022 ja 11.2. mennessä", "31.12.2022 ja 11.2. mennessä"),
    "date range": ("1.6.2020–31.12.2022", "1.6.2020 – 31.12.2022"),
    "date at the end": ("Päättyy 31.12.2022.", "Päättyy 31.12.2022 ."),
    "time range": ("klo 13:30-15:00", "klo 13:30 - 15:00"),
    "years": ("2016-2017", "2016 - 2017"),
    "ordinal": ("9. helmikuuta", "9 . helmikuuta"),
    "section": ("5 §:n 2 momentti, § 69", "5 §:n 2 momentti , § 69"),
    "compound number": ("2020-luvulla 15-vuotias", "2020-luvulla 15-vuotias"),
    "case number": ("HEL 2021-001526 T 00", "HEL 2021 - 001526 T 00"),
    "abbreviations": ("mm. esim. n. 5, jne.", "mm. esim. n. 5 , jne."),
    "initials": ("J. K. Aho ja A.-L. Koski", "J. K. Aho ja A.-L. Koski"),
    "addresses": ("eeva.koe(a)kunta.fi, www.kunta.fi/a?b=1.", "eeva.koe(a)kunta.fi , www.kunta.fi/a?b=1 ."),
    "bullets": ("• yksi\n- kaksi", "• yksi - kaksi"),
    "quotes": ("”Asia”, sanoi", "” Asia ” , sanoi"),
    "amounts": ("1 000,50 € 20 %:n", "1 000,50 € 20 %:n"),
    "en dash": ("tammi–helmikuussa", "tammi – helmikuussa"),
    "slash": ("ja/tai 18/2021", "ja / tai 18 / 2021"),
    "dots": ("sisältö ....... 7", "sisältö ....... 7"),
    "soft hyphen": ("ihmis\u00adkauppa", "ihmis\u00adkauppa"),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_tokens_of_kinds_of_text(text: str, expected: str) -> None:
    """Each kind of thing is cut as the module says."""
    assert " ".join(text[token.start : token.end] for token in raw_tokens(text)) == expected


def test_kinds() -> None:
    """Words, numbers and marks are told apart."""
    kinds = [token.kind for token in raw_tokens("Kokous 9.2.2021 : 5 §:n 15-vuotias")]
    assert kinds == ["word", "number", "punctuation", "number", "word", "word"]


LETTERS = st.text(st.sampled_from("aäöåABÄ01239.,:;-–§%€/()’'”\"•*_@ \n\t\u00ad\u0301\u00a0…!?😀"), max_size=60)


@given(st.one_of(LETTERS, st.text(max_size=40)))
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    """Nothing is lost: tokens are in order, do not overlap, and leave out white space only."""
    end = 0
    for token in raw_tokens(text):
        assert text[end : token.start].strip() == ""
        assert token.start < token.end
        assert token.end == token.start + len(text[token.start : token.end].strip())
        end = token.end
    assert text[end:].strip() == ""


@given(LETTERS)
def test_surface_is_the_text_at_the_span(finnish: Finnish, text: str) -> None:
    """A token quotes the text, and always has a reading with a lemma."""
    for token in finnish.tokens(text):
        assert token.surface == token.span.of(text)
        assert token.lemma
