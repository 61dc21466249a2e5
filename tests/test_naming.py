"""Names typed by a person, met with names in documents."""

import pytest

from policysearch.lang.fi import open_finnish
from policysearch.naming import listed, names_like

NAMES = (
    "Kuusjärven kaupunginhallitus",
    "Lehtorannan kunnanhallitus",
    "Kuusjärven sosiaali- ja terveyslautakunta",
    "sosiaali- ja terveysministeriö",
    "Helsingin kaupunginhallitus",
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Helsinki", ["Helsingin kaupunginhallitus"]),
        ("Kuusjärvi", ["Kuusjärven kaupunginhallitus", "Kuusjärven sosiaali- ja terveyslautakunta"]),
        ("kaupunginhallitukselle", ["Kuusjärven kaupunginhallitus", "Helsingin kaupunginhallitus"]),
        ("lautakunta", ["Kuusjärven sosiaali- ja terveyslautakunta"]),
        ("sosiaali- ja terveysministeriön", ["sosiaali- ja terveysministeriö"]),
        ("Espoo", []),
        ("", []),
    ],
    ids=str,
)
def test_names_like(wanted: str, found: list[str]) -> None:
    """Any inflection, and a part of the name, will do."""
    assert list(names_like(wanted, NAMES, open_finnish())) == (found if wanted else list(NAMES))


def test_listed_is_short() -> None:
    """A long list says how much it leaves out."""
    assert listed("abcdefg") == "a, b, c, d, e and 2 more"
