import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.extract.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("määräaika", "määräaika", id="plain"),
        pytest.param(unicodedata.normalize("NFD", "Näkyvä työ Åbo"), "Näkyvä työ Åbo", id="nfd"),
        pytest.param("ihmis\u00adkauppa", "ihmiskauppa", id="soft-hyphen-inside"),
        pytest.param("ihmis\u00ad\nkauppa", "ihmis-\nkauppa", id="soft-hyphen-at-line-end"),
        pytest.param("ihmis\u00ad \nkauppa", "ihmis- \nkauppa", id="soft-hyphen-before-trailing-space"),
        pytest.param("ihmis\u00ad\r\nkauppa", "ihmis-\nkauppa", id="soft-hyphen-before-crlf"),
        pytest.param("koulutus\u200b\u200d\ufeff\u2060", "koulutus", id="zero-width"),
        pytest.param("\u200elausunto\u202c", "lausunto", id="direction-marks"),
        pytest.param("o\ufb03ce e\ufb00ekti \ufb01rma \ufb02unssa", "office effekti firma flunssa", id="ligatures"),
        pytest.param("12\u00a0000\u202feuroa\u2003ja", "12 000 euroa ja", id="spaces"),
        pytest.param("sosiaali\u2010 ja terveys\u2011ala", "sosiaali- ja terveys-ala", id="hyphens"),
        pytest.param("2016–2017 — loppu", "2016–2017 — loppu", id="dashes-stay"),
        pytest.param("\uf0b7 Poliisi \uf0fc", "• Poliisi ✓", id="wingdings"),
        pytest.param("a\ue123b", "a\ufffdb", id="private-use"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone-surrogate"),
        pytest.param("\x93lainaus\x94 \x96 \x80", "“lainaus” – €", id="windows-1252-as-latin-1"),
        pytest.param("rivi\u2028toinen\rkolmas\x0bneljäs", "rivi\ntoinen\nkolmas\nneljäs", id="line-ends"),
        pytest.param("a\tb\fc\x00d\x1fe", "a\tb\fcde", id="controls"),
        pytest.param("m¨a¨ar¨a", "määrä", id="tex-accents"),
        pytest.param("20 m² ½ ³", "20 m² ½ ³", id="no-compatibility-forms"),
        pytest.param("", "", id="empty"),
    ],
)
def test_normalise_spells_alike(text: str, expected: str) -> None:
    """Each kind of odd character becomes the one that readers and the dictionary know."""
    assert normalise(text) == expected


@given(st.text())
def test_normalise_is_idempotent(text: str) -> None:
    """Normalising twice is normalising once."""
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.characters(codec="utf-16")) | st.text())
def test_normalise_gives_nfc_that_can_be_stored(text: str) -> None:
    """The result is NFC and holds nothing that UTF-8 cannot store."""
    result = normalise(text)
    assert unicodedata.is_normalized("NFC", result)
    result.encode("utf-8")
