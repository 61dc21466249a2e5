"""Phone numbers and e-mail addresses of persons are found in sentences as they stand; those of offices stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.contacts import contact_spans, without_contacts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reko Sinervä, palvelujohtaja, puhelin: 000 555 1340", ["000 555 1340"]),
        ("Anna Esimerkki, puhelin: 310 36279", ["310 36279"]),
        ("johtaja Ilpo Merikallas, p. 000 555 4011, ilpo.merikallas@ministerio.example",
         ["000 555 4011", "ilpo.merikallas@ministerio.example"]),
        ("oona.kivelaho(a)kuusjarvi.example", ["oona.kivelaho(a)kuusjarvi.example"]),
        ("Kysy numerosta 050 123 4567 tai +358 50 1234567.", ["050 123 4567", "+358 50 1234567"]),
        ("Mobil: 0401234567, fornamn.efternamn@example.fi", ["0401234567"]),
        ("tel. 09-310 89044", ["09-310 89044"]),
    ],
)  # fmt: skip
def test_contact_details_are_found(text: str, found: list[str]) -> None:
    """With a word before the number or without, in the spellings of Finnish public bodies."""
    assert [span.of(text) for span in contact_spans(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "HEL 2021-001526 T 00 01 06",
        "KUU 2022-000188 T 00 00 03, 5146/01.04.00/2023",
        "määräraha 1 500 000 euroa vuonna 2024",
        "toimikausi 1.11.2021–30.4.2022, vuodet 2016 - 2017",
        "Y-tunnus 0201256-6",
        "kiinteistö 49-54-26-4",
        "s. 123-130, p. 123-130",
        "kirjaamo@hyvinvointiministerio.example ja info@example.fi",
        "etunimi.sukunimi@turvallisuusministerio.example",
        "Vaihde 09 310 1641, kirjaamo 000 555 1200",
        "Rikosuhripäivystyksen auttava puhelin 116 006",
        "laki (1326/2010) 107 §:n 2 momentti",
    ],
)
def test_other_numbers_and_offices_stay(text: str) -> None:
    """Case numbers, sums, years, pages, registers, and the contact details of an office."""
    assert without_contacts(text) == text


@given(st.text(st.sampled_from("puh. 0123456789+()-@a.fi\n "), max_size=120))
def test_covering_keeps_every_place(text: str) -> None:
    """As long as before, blank where it was blank, and nothing left to find."""
    covered = without_contacts(text)
    assert len(covered) == len(text)
    assert [c.isspace() for c in covered] == [c.isspace() for c in text]
    for span in contact_spans(text):
        assert not any(c.isalnum() for c in span.of(covered))
