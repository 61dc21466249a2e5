"""What decisions refer to: other handlings, and attachments."""

import datetime as dt
from dataclasses import replace

import pytest

from policysearch.cases.references import attachments, handling_references
from policysearch.model.document import Section
from policysearch.model.text import Span


def section(text: str, heading: str, part: str) -> Section:
    """A section from that heading to the end of the text."""
    at = text.index(heading)
    return Section(Span(at, at + len(heading)), Span(at, len(text)), 1, part)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Sosiaali- ja terveyslautakunta 30.03.2021 § 69", ("Sosiaali- ja terveyslautakunta", "2021-03-30", "69")),
        ("Kaupunginhallitus 10.4.2017 105 §", ("Kaupunginhallitus", "2017-04-10", "105")),
        ("Kaupunginhallitus\t105 §\t10.4.2017", ("Kaupunginhallitus", "2017-04-10", "105")),
        ("Kunnanhallitus § 5 / 12.1.2020", ("Kunnanhallitus", "2020-01-12", "5")),
        ("Kh 12.1.2020 § 5", ("Kh", "2020-01-12", "5")),
        ("Suomi 100 -toimikunta 19.4.2016 § 3", ("Suomi 100 -toimikunta", "2016-04-19", "3")),
    ],
)
def test_a_handling_on_its_own_line(line: str, found: tuple[str, str, str]) -> None:
    """Day and § in either order."""
    (reference,) = handling_references(f"Otsikko\n\n{line}\n\nLeipätekstiä.", ())
    assert (reference.body, reference.date.isoformat(), reference.section) == found
    assert reference.span.of(f"Otsikko\n\n{line}\n\nLeipätekstiä.") == line


@pytest.mark.parametrize(
    "line",
    [
        "Lautakunta käsitteli asiaa kokouksessaan 30.3.2021, ja kaupunginhallitus 3.5.2021 § 333.",
        "Kaupunginhallitus 31.2.2021 § 5",
        "Hallintosäännön 30 luvun 11 §:n 2 momentti",
        "Kaupunginhallitus 3.5.2021",
    ],
)
def test_no_handling(line: str) -> None:
    """Prose, days that do not exist, laws, and a meeting without a §."""
    assert handling_references(line, ()) == ()


def test_a_day_on_which_the_matter_was_put_off_is_a_handling() -> None:
    """A committee tabled it before it decided; the day of the decision itself is no other handling."""
    text = "Sosiaalilautakunta 30.03.2021 § 69\n\nKäsittely\n\n30.03.2021 Ehdotuksen mukaan\n\n16.03.2021 Pöydälle\n"
    told = replace(section(text, "Käsittely", "handling"), speaker="Sosiaalilautakunta", said_on=dt.date(2021, 3, 30))
    found = handling_references(text, (told,))
    assert [(r.body, r.date.isoformat(), r.section) for r in found] == [
        ("Sosiaalilautakunta", "2021-03-30", "69"),
        ("Sosiaalilautakunta", "2021-03-16", None),
    ]
    assert len(handling_references(text, (replace(told, speaker=None),))) == 1


def test_groups_without_sections_count_in_a_history() -> None:
    """A working group numbers none; several days are several meetings."""
    text = "Päätöshistoria\n\nJuhlatoimikunta 19.4.2016, 19.10.2016\n\nSivistyslautakunta 25.2.2016 § 32"
    found = handling_references(text, (section(text, "Päätöshistoria", "history"),))
    assert [(r.body, r.date.isoformat(), r.section) for r in found] == [
        ("Sivistyslautakunta", "2016-02-25", "32"),
        ("Juhlatoimikunta", "2016-04-19", None),
        ("Juhlatoimikunta", "2016-10-19", None),
    ]


def test_the_title_announces_the_council() -> None:
    """*V 19.5.2021, …* of a board's decision is to be handled by the council on that day."""
    (reference,) = handling_references("", (), "V 19.5.2021, Valtuutetun aloite")
    assert (reference.body, reference.date, reference.is_announced) == (
        "kaupunginvaltuusto",
        dt.date(2021, 5, 19),
        True,
    )


ATTACHED = """Päätös

Hyväksyttiin.

Liitteet

{}

Muutoksenhaku
"""


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("1 Aloite\n2 Lausunto, 1.3.2021", [("1", "Aloite", None), ("2", "Lausunto, 1.3.2021", None)]),
        ("Liite 1. Aloite\n\nLiite 2: Kartta", [("1", "Aloite", None), ("2", "Kartta", None)]),
        ("- Kommentit\n- Muistio", [(None, "Kommentit", None), (None, "Muistio", None)]),
        ("-", []),
        ("Ei liitteitä", []),
        (
            "1 Salassa pidettävä (JulkL 24.1 § 20 k)\n2 Ohjelma\n3 Salassa pidettävä (JulkL 24.1 § 20 k)",
            [
                ("1", "Salassa pidettävä (JulkL 24.1 § 20 k)", False),
                ("2", "Ohjelma", None),
                ("3", "Salassa pidettävä (JulkL 24.1 § 20 k)", False),
            ],
        ),
        ("Hallintosääntö\n730/2017\n00.01.01.00\nKaupunginhallitus 105 § 10.4.2017", [(None, "Hallintosääntö", None)]),
    ],
)
def test_attachments(lines: str, found: list[tuple[str | None, str, bool | None]]) -> None:
    """Numbered and not, closed ones one by one, and none; the number of the next matter ends the list."""
    text = ATTACHED.format(lines)
    end = text.index("Muutoksenhaku")
    at = text.index("Liitteet")
    listed = Section(Span(at, at + len("Liitteet")), Span(at, end), 1, "attachments")
    assert [(a.number, a.title, a.is_public) for a in attachments(text, (listed,))] == found
    assert all(a.title in a.span.of(text) for a in attachments(text, (listed,)))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Kh § 190", [("1", "Sopimus: luonnos 30.3.2017"), ("2", "Kartta")]),
        ("Kaupunginhallitus § 190", [("1", "Sopimus: luonnos 30.3.2017"), ("2", "Kartta")]),
        ("Muutoksenhaku", []),
    ],
)
def test_a_list_below_the_number_of_its_matter(line: str, found: list[tuple[str, str]]) -> None:
    """The heading of the list is followed by the § again, below which the attachments stand by their word alone."""
    text = f"Liitteet:\n\n{line}\n\nLiite 1: Sopimus: luonnos 30.3.2017\n\nLiite 2: Kartta\n\n3 Muuta\n"
    end = len("Liitteet:")
    at = text.index(line)
    listed = Section(Span(0, end), Span(0, end), 3, "attachments")
    following = Section(Span(at, at + len(line)), Span(at, len(text)), 3, "decision")
    assert [(one.number, one.title) for one in attachments(text, (listed, following))] == found


def test_a_list_before_and_after_the_motion_is_one() -> None:
    """The same attachments twice, and extracts are none."""
    text = "Liitteet\n\n1 Aloite\n\nOtteet\n\nMuistio\n\nLiitteet\n\n1 Aloite\n"
    first, second = text.index("Liitteet"), text.rindex("Liitteet")
    parts = [
        Section(Span(first, first + 8), Span(first, 18), 1, "attachments"),
        Section(Span(20, 26), Span(20, second), 1, "attachments"),
        Section(Span(second, second + 8), Span(second, len(text)), 1, "attachments"),
    ]
    assert [a.title for a in attachments(text, parts)] == ["Aloite"]
