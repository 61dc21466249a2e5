"""A name in all its forms, in texts, lists and addresses; and what is somebody else's."""

import pytest

from policysearch.contacts import COVER
from policysearch.errors import UsageError
from policysearch.privacy.names import read_name


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Maija Hämäläinen", "Maija Hämäläisen esitys, Maija Hämäläiselle, M. Hämäläistä .", "esitys, , ."),
        ("Maija Hämäläinen", "Hämäläinen Maija; HÄMÄLÄINEN, Maija; MAIJA HÄMÄLÄISEN", "; ;"),
        ("Maija Hämäläinen", "Maija-Liisa Hämäläinen", "Maija-Liisa Hämäläinen"),
        ("Maija Hämäläinen", "Maija Liisa Hämäläinen ja Maija L. Hämäläinen", "ja"),
        ("Maija Hämäläinen", "maija.hamalainen@hel.fi, maija.l.hamalainen(a)hel.fi", ","),
        ("Maija Hämäläinen", "Hämäläisenkatu 3, Maija Meikäläinen", "Hämäläisenkatu 3, Maija Meikäläinen"),
        ("Matti Aalto", "Matti Aallon, Matti Aaltoa, Matti Aaltonen", ", , Matti Aaltonen"),
        ("Pekka Mäki", "Pekka Mäen, Pekka Mäkeä, Pekka Mäkinen", ", , Pekka Mäkinen"),
        ("Heikki Aho", "Heikki Ahon, Heikki Ahonen", ", Heikki Ahonen"),
        ("Van Nguyen", "Van Nguyenin, Van Nguyenille", ","),
        ("Liisa Lahti", "Liisa Lahden\nLiisa Lahtea Lahdessa", "Lahdessa"),
        ("Mattus, Eeva", "Eeva Mattuksen", ""),
    ],
)
def test_whole_names(name: str, text: str, left: str) -> None:
    """Whole names are met in every case, order and spelling; names that only begin alike are not."""
    covered = read_name(name).covered(text)
    assert covered.replace(COVER, "").split() == left.split()
    assert len(covered) == len(text)


def test_parts_of_a_name() -> None:
    """Where the whole name stands somewhere, its parts are the person's too; another's given name is not."""
    text = "Maija Hämäläinen avasi kokouksen. Hämäläisen mukaan asia on selvä. Maija Meikäläinen kiitti. Maija lopetti."
    covered = read_name("Maija Hämäläinen").covered(text, alone=True)
    assert covered.replace(COVER, "") == "  avasi kokouksen.  mukaan asia on selvä. Maija Meikäläinen kiitti.  lopetti."


def test_addresses_keep_their_host_alone() -> None:
    name = read_name("Maija Hämäläinen")
    covered = name.covered_address("https://kunta.example/a/maija-hamalaisen-nimitys?x=1")
    assert covered.startswith("https://kunta.example/covered-")
    assert name.covered_address("file:///omat/H%C3%A4m%C3%A4l%C3%A4inen_Maija.pdf").startswith("file:///covered-")
    assert name.covered_address("https://kunta.example/a/muu") == "https://kunta.example/a/muu"


@pytest.mark.parametrize("name", ["Maija", "", "M. Virtanen", "Maija V", "123 456"])
def test_half_a_name_is_none(name: str) -> None:
    """Too short a name would cover too much."""
    with pytest.raises(UsageError):
        read_name(name)
