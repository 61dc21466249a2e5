"""Encodings, declared and real."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.extract.decode import decode

SENTENCE = "Työryhmä päättää – viimeistään 30.6.2024 – hyväksikäytön ehkäisystä: 300 €."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", None),
        ("utf-8", "utf-8"),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("cp1252", "windows-1252"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "ISO-8859-1"),
    ],
)
def test_decode_reads_what_is_declared(encoding: str, declared: str | None) -> None:
    """Text comes out as written, without a warning, where bytes and declaration agree."""
    decoded = decode(SENTENCE.encode(encoding), declared=declared)
    assert (decoded.text, decoded.warnings) == (SENTENCE, ())


@pytest.mark.parametrize(
    ("data", "declared", "expected", "warning"),
    [
        pytest.param(SENTENCE.encode(), "windows-1252", SENTENCE, "declares windows-1252", id="utf-8 misnamed"),
        pytest.param(SENTENCE.encode("cp1252"), "utf-8", SENTENCE, "bytes are not", id="cp1252 misnamed"),
        pytest.param(SENTENCE.encode("cp1252"), None, SENTENCE, "names no encoding", id="cp1252 unnamed"),
        pytest.param(
            (SENTENCE * 3).encode() + "ä".encode("cp1252"), "utf-8", SENTENCE * 3 + "ä", "not valid UTF-8", id="mixed"
        ),
        pytest.param(
            SENTENCE.encode().decode("cp1252").encode(), "utf-8", SENTENCE, "in UTF-8 twice", id="encoded twice"
        ),
        pytest.param("päivä".encode("cp1252") + b"\x81", "windows-1252", "päivä\x81", "", id="undefined byte"),
        pytest.param(SENTENCE.encode("cp1252"), "koodisto-9", SENTENCE, "", id="unknown name"),
        pytest.param(b"\xff\xfeP\x00\x00\xd8", None, "P\ufffd", "could not be decoded", id="broken utf-16"),
    ],
)
def test_decode_repairs_and_says_so(data: bytes, declared: str | None, expected: str, warning: str) -> None:
    """Where the declaration is wrong, the text is right all the same, and a warning says what was done."""
    decoded = decode(data, declared=declared)
    assert decoded.text == expected
    assert warning in " ".join(decoded.warnings)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1252", "utf-7", "hex", "idna", "koi8-r"]))
def test_decode_never_fails(data: bytes, declared: str | None) -> None:
    """Any bytes under any declaration give some text."""
    assert isinstance(decode(data, declared=declared).text, str)
