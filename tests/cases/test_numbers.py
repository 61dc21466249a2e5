"""Diary numbers in their many shapes."""

import pytest

from policysearch.cases.bodies import municipality, same_body
from policysearch.cases.numbers import case_key, case_numbers, is_without_registry


@pytest.mark.parametrize(
    "forms",
    [
        ("HEL 2021-001526", "HEL-2021-001526", "hel-2021-001526", "HEL 2021-001526 T 00 00 03", "HEL 2021–1526"),
        ("MliDno-2017-206", "MliDno 2017-206", "mlidno-2017-206"),
        ("OUKA/1472/02.02.02/2017", "OUKA/1472/02.02/2017", "OUKA 1472/02.02.02/2017"),
        ("TRE:4456/00.01.02/2017", "TRE/4456/00.01.02/2017"),
        ("VN/1234/2021", "VN/1234/2021-OM-12"),
        ("4520/00.01.01/2015",),
    ],
    ids=lambda forms: forms[0],
)
def test_one_matter_has_one_key(forms: tuple[str, ...]) -> None:
    """Dashes, blanks, leading zeros, the class of the matter and the part of the case change nothing."""
    assert len({case_key(form) for form in forms}) == 1


def test_other_matters_have_other_keys() -> None:
    """Number, year and registry each tell them apart; numbers of no known shape are themselves."""
    numbers = [
        "HEL 2021-001526", "HEL 2020-001526", "HEL 2021-001527", "ESP 2021-001526", "OUKA/1526/02.02.02/2021",
        "1526/02.02.02/2021", "HE 12/2021 vp", "HE 12/2020 vp", "OM019:00/2021",
    ]  # fmt: skip
    assert len({case_key(number) for number in numbers}) == len(numbers)
    assert is_without_registry(case_key("1526/02.02.02/2021"))
    assert not is_without_registry(case_key("OUKA/1526/02.02.02/2021"))


def test_numbers_in_a_text() -> None:
    """Years of schools, sections of laws and dates are no diary numbers."""
    text = (
        "Lukuvuonna 2021-2022 asia HEL 2021-001526 T 00 00 03 ja OUKA/1472/02.02.02/2017 (4520/00.01.01/2015) sekä "
        "VN/5635/2018, JulkL (621/1999) 24.1 § 20 k, 31.12.2022, pöytäkirja 18/2021."
    )
    assert [match[0] for match in case_numbers(text)] == [
        "HEL 2021-001526", "OUKA/1472/02.02.02/2017", "4520/00.01.01/2015", "VN/5635/2018",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Helsingin kaupunginhallitus", "Kaupunginhallitus", True),
        ("Kuusjärven kunnanhallitus", "Kh", True),
        ("kaupunginvaltuusto", "Kv", True),
        ("Sosiaali- ja terveyslautakunta", "Helsingin sosiaali- ja terveyslautakunta", True),
        ("Helsingin kaupunginhallitus", "Espoon kaupunginhallitus", False),
        ("kaupunginhallitus", "kaupunginvaltuusto", False),
        ("kaupunginhallituksen konsernijaosto", "kaupunginhallitus", False),
        ("Helsingin ympäristölautakunta", "kaupunkiympäristölautakunta", False),
        (None, "Kh", False),
    ],
)
def test_names_of_one_body(one: str | None, other: str | None, same: bool) -> None:
    """With and without municipality, and in short; part of a word is no body."""
    assert same_body(one, other) is same
    assert same_body(other, one) is same


def test_municipality_of_a_body() -> None:
    """Its genitive, where the name begins so."""
    assert municipality("Espoon kaupunginhallitus") == "espoon"
    assert municipality("kaupunginhallitus") is None
