"""Headers, footers, counters and navigation are taken off; sentences read on."""

from policysearch.lang.fi import Finnish
from policysearch.model.text import Block
from tests.structure.made import block, of_blocks, of_text, printed

CUT = """§ 12
Lautakunnan selvitys

Päätös

Kuusjärven kaupunki on asettanut palveluja uudistavan työryhmän toimikaudelle 1.2.2021–



Kuusjärven kaupunki Pöytäkirja 7/2021 3 (5)
Kaupunginhallitus

Asia/4
12.04.2021

Postiosoite Käyntiosoite Puhelin Y-tunnus Tilinro
PL 1 Satamakatu 2 +358 00 555 0100 0000000-0 FI0000000000000000
99990 KUUSJÄRVEN KAUPUNKI Kuusjärvi Faksi Alv.nro

30.6.2022. Työryhmä raportoi vuosittain.
"""


def test_furniture_in_the_middle_of_a_sentence_is_taken_off(finnish: Finnish) -> None:
    """The range reads on over header and footer, and they are kept beside the text."""
    document = of_text(CUT, finnish)
    assert "toimikaudelle 1.2.2021–30.6.2022. Työryhmä raportoi" in document.text
    assert "Postiosoite" not in document.text
    assert "Kuusjärven kaupunki Pöytäkirja 7/2021 3 (5)" in [line for _, line in document.furniture]
    assert document.metadata.meeting_number == "7"
    assert str(document.metadata.date) == "2021-04-12"
    assert document.metadata.issuer == "Kuusjärven kaupunginhallitus"


def test_running_lines_of_pages_are_known_by_repetition(finnish: Finnish) -> None:
    """What stands at the same edge of several pages, digits aside, is furniture; body text never is."""
    blocks: list[Block] = []
    for page in (1, 2, 3):
        blocks += [
            Block("paragraph", (printed("Kuusjärven hyvinvointikertomus", page=page, top=40),)),
            Block("paragraph", (printed(f"Tässä luvussa {page} kerrotaan vuoden toimista.", page=page, top=300),)),
            Block("paragraph", (printed(str(page), page=page, top=800, x0=300),)),
        ]
    document = of_blocks(blocks, finnish)
    assert [line for _, line in document.furniture].count("Kuusjärven hyvinvointikertomus") == 3
    assert "Tässä luvussa 2 kerrotaan vuoden toimista." in document.text
    assert sorted(line for _, line in document.furniture if line.isdigit()) == ["1", "2", "3"]


def test_page_of_each_half_of_a_sentence_is_exact(finnish: Finnish) -> None:
    """A paragraph over a page break is one block on two pages."""
    blocks = [
        block("Kunta laatii uuden suunnitelman palvelujen järjestä-", page=1),
        block("misestä ja hyväksyy sen keväällä.", page=2),
    ]
    document = of_blocks(blocks, finnish)
    assert document.text == "Kunta laatii uuden suunnitelman palvelujen järjestämisestä ja hyväksyy sen keväällä."
    assert document.page_at(document.text.index("järjestä")) == 1
    assert document.page_at(document.text.index("misestä")) == 2


def test_navigation_of_pages_is_furniture(finnish: Finnish) -> None:
    """Lines of the site go, the article stays."""
    text = (
        "Hyppää sisältöön\nMedia\n\nKunta avaa neuvontapisteen\n\nPiste palvelee arkisin kello 9–15.\n\nSivun alkuun\n"
    )
    document = of_text(text, finnish)
    assert document.text == "Kunta avaa neuvontapisteen\n\nPiste palvelee arkisin kello 9–15."
    assert [line for _, line in document.furniture] == ["Hyppää sisältöön", "Media", "Sivun alkuun"]


def test_a_joined_word_is_printed_in_two_places(finnish: Finnish) -> None:
    """Each half has its span and its box; the hyphen belongs to neither."""
    lines = (printed("Kunta järjestää palve-", page=1, top=100), printed("luja uhreille.", page=1, top=114))
    document = of_blocks([Block("paragraph", lines)], finnish)
    assert document.text == "Kunta järjestää palveluja uhreille."
    halves = [(word.span.of(document.text), word.box.top) for word in document.printed]
    assert halves == [("Kunta", 100), ("järjestää", 100), ("palve", 100), ("luja", 114), ("uhreille.", 114)]


def test_appeal_instructions_are_furniture_and_a_note_stays(finnish: Finnish) -> None:
    """Boilerplate goes, the line that says so stays with its part."""
    long = (
        "Oikaisuvaatimus on tehtävä kirjallisesti ja toimitettava kirjaamoon määräajassa. Oikaisuvaatimusaika on "
        "14 päivää päätöksen tiedoksisaannista. Oikaisuvaatimuksessa on ilmoitettava päätös, johon vaaditaan oikaisua. "
    ) * 4
    decided = "§ 4\nVuokrasopimus\n\nPäätös\n\nLautakunta hyväksyi sopimuksen."
    text = f"{decided}\n\nOikaisuvaatimusohje\n\n{long}\n\nTiedoksi\n\nTalouspalvelut\n"
    document = of_text(text, finnish)
    assert "määräajassa" not in document.text
    assert document.text.endswith("Oikaisuvaatimusohje\n\nTiedoksi\n\nTalouspalvelut")
    case = "Hakija vaatii päätöksen oikaisemista, koska naapuri ei vastusta aitaa ja rakentaminen viivästyi. " * 8
    argued = of_text(f"{decided}\n\nOikaisuvaatimus\n\n{case}\n\nTiedoksi\n\nHakija\n", finnish)
    assert "naapuri ei vastusta aitaa" in argued.text
    note = of_text(text.replace(long, "Päätökseen ei saa hakea muutosta."), finnish)
    assert ("Päätökseen ei saa hakea muutosta.", "appeal") in [(p.span.of(note.text), p.part) for p in note.passages]
