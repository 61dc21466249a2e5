"""Sections, parts and speakers of decisions and minutes."""

import datetime as dt

from policysearch.lang.fi import Finnish
from policysearch.model.source import Metadata
from tests.structure import samples
from tests.structure.made import block, of_blocks, of_text, parts, section


def test_parts_of_a_decision(finnish: Finnish) -> None:
    """Every passage knows the part that it stands in."""
    found = dict(parts(of_text(samples.COUNCIL, finnish)))
    assert found["Kunnanhallitus päätti esittää valtuustolle, että aloite katsotaan käsitellyksi."] == "decision"
    assert found["kunnanjohtaja"] == "presenter"
    assert found["2 Lausunto, työsuojelutoimikunta, 4.3.2019"] == "attachments"
    assert found["Perusturvalautakunta puoltaa aloitetta ja varaa pisteelle työntekijän."] == "statement"
    assert found["16.04.2019 Ehdotuksen mukaan"] == "handling"


def test_unmarked_headings_stand_under_their_part(finnish: Finnish) -> None:
    """A short line above a paragraph is a heading and inherits the part."""
    document = of_text(samples.COUNCIL, finnish)
    found = section(document, "Tausta ja tarve")
    assert (found.part, found.level) == ("rationale", 3)


def test_history_has_speaker_and_day(finnish: Finnish) -> None:
    """All under an earlier handling are that body's words; the record's own parts are not."""
    document = of_text(samples.COUNCIL, finnish)
    history = section(document, "Perusturvalautakunta 16.04.2019 § 31")
    inside = [s for s in document.sections if history.span.contains(s.span)]
    assert {(s.speaker, s.said_on) for s in inside} == {("Perusturvalautakunta", dt.date(2019, 4, 16))}
    assert [s.heading.of(document.text) for s in inside][1:] == ["Lausunto", "Käsittely", "Esittelijä"]
    assert section(document, "Päätös").speaker is None


def test_the_last_handling_of_a_chain_is_the_records_own(finnish: Finnish) -> None:
    """Earlier ones have a speaker, the last one has none."""
    document = of_text(samples.CHAIN, finnish)
    assert section(document, "Perusturvalautakunta 14.11.2017 § 66").speaker == "Perusturvalautakunta"
    own = section(document, "Kunnanhallitus 04.12.2017 § 198")
    assert (own.speaker, own.said_on) == (None, None)
    decisions = [s for s in document.sections if s.part == "decision"]
    assert [s.speaker for s in decisions] == ["Perusturvalautakunta", None]


def test_a_label_and_its_value_on_one_line_are_cut(finnish: Finnish) -> None:
    """*Täytäntöönpano: talouspalvelut* is a heading and a passage."""
    text = "Päätös:\nHyväksyttiin.\n\nTäytäntöönpano: talouspalvelut\n"
    assert parts(of_text(text, finnish)) == [("Hyväksyttiin.", "decision"), ("talouspalvelut", "notification")]


def test_a_quoted_paragraph_number_opens_no_item(finnish: Finnish) -> None:
    """A § of a rule inside the grounds stays inside them."""
    grounds = "Perustelut\n\nSääntöä muutetaan.\n\n7 §\n\nJaosto kokoontuu kuukausittain."
    text = f"§ 4\nSääntö\n\n{grounds}\n\nPäätös\n\nHyväksyttiin.\n"
    assert ("Jaosto kokoontuu kuukausittain.", "rationale") in parts(of_text(text, finnish))


def test_items_of_minutes_are_numbered(finnish: Finnish) -> None:
    """Agenda items in order, with the span of their title."""
    document = of_text(samples.STATE_MINUTES, finnish)
    assert [(item.number, item.title) for item in document.agenda] == [
        ("1", "Kokouksen avaus"),
        ("2", "Neuvonnan järjestäminen"),
        ("3", "Seuraava kokous"),
    ]
    assert all(item.span.of(document.text) == item.title for item in document.agenda)


def test_rows_of_a_table_of_contents_are_an_agenda(finnish: Finnish) -> None:
    """Number and title in two cells."""
    blocks = [
        block("Perusturvalautakunta", kind="heading", level=1),
        block("Pöytäkirja 3/2020", kind="heading", level=2),
        block("Pykälä\tOtsikko", kind="table_row"),
        block("12\tNeuvonnan jatkaminen", kind="table_row"),
        block("13 §\tTilojen vuokraus", kind="table_row"),
    ]
    document = of_blocks(blocks, finnish, media_type="text/html")
    assert [(item.number, item.title) for item in document.agenda] == [
        ("12", "Neuvonnan jatkaminen"),
        ("13", "Tilojen vuokraus"),
    ]


def test_marked_headings_inside_a_part_inherit_it(finnish: Finnish) -> None:
    """In a record a plain heading of the same level as the part stands inside it."""
    blocks = [
        block("§ 8"),
        block("Maaperän puhdistaminen", kind="heading", level=1),
        block("Päätös", kind="heading", level=3),
        block("Suunnitelma hyväksyttiin.", level=None),
        block("Alueen sijainti", kind="heading", level=3),
        block("Alue on rannassa."),
        block("Lisätiedot", kind="heading", level=3),
        block("Maija Mallila, puhelin: 000 555 1000"),
    ]
    document = of_blocks(blocks, finnish, media_type="text/html")
    assert ("Alue on rannassa.", "decision") in parts(document)
    assert section(document, "Lisätiedot").part == "contacts"


def test_a_list_of_earlier_handlings_speaks_for_nobody(finnish: Finnish) -> None:
    """Parts below a mere list of handlings are the record's own, and the proposal goes on below its presenter."""
    document = of_text(samples.EARLIER_LIST, finnish)
    assert {s.speaker for s in document.sections} == {None}
    found = dict(parts(document))
    assert found["Perusturvalautakunta 5.5.2020 § 44"] == "history"
    assert found["Kunnanhallitus antaa liitteen mukaisen lausunnon."] == "proposal"
    assert found["Hyväksyttiin yksimielisesti."] == "decision"


def test_a_history_below_the_decision_holds_the_parts_of_an_earlier_handling(finnish: Finnish) -> None:
    """They are words of the body and day that its line names, and the record goes on at its own end."""
    blocks = [
        block("§ 41"),
        block("Leirialueen säännöt", kind="heading", level=1),
        block("Päätös", kind="heading", level=2),
        block("Kunnanhallitus hyväksyi säännöt."),
        block("Päätöshistoria", kind="heading", level=3),
        block("Kunnanhallitus 4.3.2019 § 30", kind="table_row"),
        block("Päätösehdotus", kind="heading", level=2),
        block("Kunnanhallitus hyväksyy säännöt."),
        block("Käsittely", kind="heading", level=2),
        block("Oksa ehdotti pöydällepanoa."),
        block("Päätös", kind="heading", level=2),
        block("Asia jätettiin pöydälle."),
        block("Tiedoksi", kind="heading", level=3),
        block("Leirikeskus"),
        block("§ 42", kind="heading", level=1),
        block("Päätös", kind="heading", level=2),
        block("Kokous päättyi."),
    ]
    document = of_blocks(blocks, finnish, media_type="text/html")
    history = section(document, "Päätöshistoria")
    inside = [s for s in document.sections if history.span.contains(s.span)][1:]
    assert [(s.part, s.speaker, s.said_on) for s in inside] == [
        (part, "Kunnanhallitus", dt.date(2019, 3, 4)) for part in ("proposal", "handling", "decision")
    ]
    outside = [s for s in document.sections if not history.span.contains(s.span)]
    assert {s.speaker for s in outside} == {None}
    assert [s.part for s in outside if s.part] == ["decision", "notification", "decision"]


TWO_BODIES = """# Juhlavuoden päätös

Dno LEHTO/14/12.00.02/2031

## Kunnanhallituksen käsittely

## Tiivistelmä

Juhlatoimikunta esittää juhlapäätöstä.

## Päätösesitys

Kunnanhallitus esittää, että valtuusto tekee juhlapäätöksen.

## Päätös

Päätösesitys hyväksyttiin.

## Liitteet

-

## Kunnanhallituksen {second}

Valtuusto tekee juhlapäätöksen.

## Päätös

Kunnanhallituksen päätösehdotus hyväksyttiin.

Lehtorannan kunnanvaltuusto
"""


def test_what_the_board_did_before_the_council_is_its_own(finnish: Finnish) -> None:
    """From the heading of its handling down to its proposal; the decision below that is the council's."""
    council = Metadata(issuer="Lehtorannan kunnanvaltuusto", type="decision")
    text = TWO_BODIES.format(second="päätösehdotus")
    document = of_text(text, finnish, name="x.md", overrides=council)
    said = [(s.heading.of(document.text), s.speaker) for s in document.sections if s.part in ("proposal", "decision")]
    assert said == [
        ("Päätösesitys", "Kunnanhallitus"),
        ("Päätös", "Kunnanhallitus"),
        ("Kunnanhallituksen päätösehdotus", "Kunnanhallitus"),
        ("Päätös", None),
    ]
    own = of_text(text, finnish, name="x.md", overrides=Metadata(issuer="Lehtorannan kunnanhallitus", type="decision"))
    other = of_text(TWO_BODIES.format(second="terveiset"), finnish, name="x.md", overrides=council)
    assert {s.speaker for document in (own, other) for s in document.sections} == {None}
