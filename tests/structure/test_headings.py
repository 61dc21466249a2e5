"""What single headings say."""

import datetime as dt

import pytest

from policysearch.model.document import Part
from policysearch.structure.headings import Handling, handling_of, labelled, number_of, part_of


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Päätös", "decision"),
        ("Päätös:", "decision"),
        ("PÄÄTÖSEHDOTUS", "proposal"),
        ("Kaupunginjohtajan esitys:", "proposal"),
        ("Kunnanhallituksen päätösehdotus", "proposal"),
        ("Perusturvalautakunnan lausunto", "statement"),
        ("Valmistelijat / lisätiedot:", "contacts"),
        ("Valmistelijat/Lisätietojen antaja", "contacts"),
        ("Asian aikaisempi käsittely", "history"),
        ("Täytäntöönpanotiedot", "notification"),
        ("Oikaisuvaatimusohje", "appeal"),
        ("päätös", None),
        ("Markkinaoikeuden päätös", None),
        ("Päätös avustuksen myöntämisestä", None),
        ("Yhteenveto", None),
    ],
)
def test_part_of_knows_the_words_of_parts(text: str, part: Part | None) -> None:
    """The whole line must be the heading, with the body it belongs to at most."""
    assert part_of(text) == part


def test_part_of_trusts_the_first_word_of_marked_headings() -> None:
    """Where the format marks headings, more words may follow."""
    assert part_of("Tiedoksi Lupavirastolle", marked=True) == "notification"
    assert part_of("Tiedoksi Lupavirastolle") is None


@pytest.mark.parametrize(
    ("text", "handling"),
    [
        ("Kaupunginhallitus 20.3.2017 § 10", Handling("Kaupunginhallitus", dt.date(2017, 3, 20), "10")),
        (
            "Sosiaali- ja terveyslautakunta 30.03.2021 § 69",
            Handling("Sosiaali- ja terveyslautakunta", dt.date(2021, 3, 30), "69"),
        ),
        ("Aluehallitus 04.12.2023 § 198", Handling("Aluehallitus", dt.date(2023, 12, 4), "198")),
        ("Kh § 190", Handling("Kh", None, "190")),
        ("Kuntavisio 2030 -ohjausryhmä 4.5.2016", None),
        ("Asia käsiteltiin 4.5.2016 § 10", None),
        ("Kaupunginhallitus", None),
    ],
)
def test_handling_of_reads_body_day_and_section(text: str, handling: Handling | None) -> None:
    """A body with a day, a § or both; nothing else."""
    assert handling_of(text) == handling


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1) Kokouksen avaus", ("1", "Kokouksen avaus", False)),
        ("3. Muut asiat", ("3", "Muut asiat", False)),
        ("2.1 Tavoitteet", ("2.1", "Tavoitteet", False)),
        ("§ 126", ("126", "", True)),
        ("126 § Talousarvio", ("126", "Talousarvio", True)),
        ("3. KOKOUS", None),
        ("12.3.2020 Pöydälle", None),
        ("2 kappaletta", None),
    ],
)
def test_number_of_reads_items(text: str, number: tuple[str, str, bool] | None) -> None:
    """Numbers of items and sections, not of meetings and days."""
    found = number_of(text)
    assert (None if found is None else (found.number, found.title, found.is_section)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Täytäntöönpano: kaupunginkanslia", "kaupunginkanslia"),
        ("Päätösehdotus Hallintojohtaja Maija Mallila", "Hallintojohtaja Maija Mallila"),
        ("Esittelijä Vs. kunnanjohtaja Onni Oksa", "Vs. kunnanjohtaja Onni Oksa"),
        ("Päätös merkittiin tiedoksi.", None),
        ("Esitys hyväksyttiin", None),
    ],
)
def test_labelled_cuts_label_from_value(text: str, value: str | None) -> None:
    """A label and its value on one line are two things."""
    at = labelled(text)
    assert (None if at is None else text[at:]) == value
