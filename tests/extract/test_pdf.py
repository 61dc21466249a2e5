"""Reading order and kinds of blocks, on pages whose truth is known because the test sets them."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from policysearch.extract.pdf import extract_pdf
from policysearch.model.source import Extract
from policysearch.model.text import Block
from tests.extract.pdf_fixtures import BOLD, HEIGHT, VERA, WIDTH, Draw, pdf, put, put_table
from tests.shared import shared_folder

PROSE = (
    "Kuusjärven kaupunki laatii toimintaohjelman, jossa kuvataan uhrin palve-",
    "lupolku ja viranomaisten tehtävät. Ohjelma tuodaan valtuuston käsiteltäväksi",
    "ennen kesää, ja sen toteutumista seurataan vuosittain.",
)


def read(*pages: Draw) -> Extract:
    """Reads a PDF of drawn pages; checks what holds for every PDF."""
    extract = extract_pdf(pdf(*pages), ocr=False)
    assert [page.number for page in extract.pages] == list(range(1, len(pages) + 1))
    check_lines(extract)
    return extract


def check_lines(extract: Extract) -> None:
    """Every word of a line stands in its text, in order, with a box on its page."""
    sizes = {page.number: (page.width, page.height) for page in extract.pages}
    for block in extract.blocks:
        assert block.lines
        for line in block.lines:
            assert line.text.split() == [word.text for word in line.words]
            assert line.page is not None
            width, height = sizes[line.page]
            for word in line.words:
                box = word.box
                assert box.page == line.page
                assert -2 <= box.x0 < box.x1 <= width + 2
                assert -2 <= box.top < box.bottom <= height + 2


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Blocks as short strings: kind, then the text, lines parted by a stroke."""
    names = {"heading": "H", "paragraph": "P", "list_item": "I", "table_row": "T"}
    return [f"{'L' if block.is_label else names[block.kind]} {block.text.replace(chr(10), '|')}" for block in blocks]


def test_one_column_gives_headings_paragraphs_and_list_items() -> None:
    """White, type and markers part the blocks of a page; a hyphen at a line end stays."""

    def page(canvas: Canvas) -> None:
        top = put(canvas, 70, 100, "Toimintaohjelman seuranta", font=BOLD, size=16)
        top = put(canvas, 70, top + 10, PROSE)
        top = put(canvas, 70, top + 8, "Seuraavat toimet", font=BOLD)
        top = put(canvas, 70, top + 4, "Lautakunta päätti seuraavaa:")
        for lines in (("koulutus järjestetään syksyllä kaikissa niissä yksiköissä, jotka", "sitä pyytävät"), ("opas",)):
            put(canvas, 84, top, "–")
            top = put(canvas, 98, top, lines)
        put(canvas, 70, top + 8, "Asia käsitellään uudelleen keväällä.")

    extract = read(page)
    assert shown(extract.blocks) == [
        "H Toimintaohjelman seuranta",
        "P " + "|".join(PROSE),
        "H Seuraavat toimet",
        "P Lautakunta päätti seuraavaa:",
        "I – koulutus järjestetään syksyllä kaikissa niissä yksiköissä, jotka|sitä pyytävät",
        "I – opas",
        "P Asia käsitellään uudelleen keväällä.",
    ]
    assert [block.level for block in extract.blocks if block.kind == "heading"] == [1, 2]


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column is read to its end, between headings over the whole width."""
    left = [f"vasen palsta rivi {n} jatkuu tasaisesti" for n in range(8)]
    right = [f"oikea palsta rivi {n} jatkuu tasaisesti" for n in range(6)]

    def page(canvas: Canvas) -> None:
        put(canvas, 70, 100, "Raportti ihmiskaupan vastaisesta työstä Kuusjärvellä 2023", font=BOLD, size=14)
        put(canvas, 70, 140, left)
        put(canvas, 310, 140, right)
        put(canvas, 70, 280, "Toinen luku alkaa tästä ja ulottuu molempien palstojen yli", font=BOLD, size=14)
        put(canvas, 70, 310, [line.replace("rivi", "kohta") for line in left])
        put(canvas, 310, 314, [line.replace("rivi", "kohta") for line in left])

    text = " ".join(block.text.replace("\n", " ") for block in read(page).blocks)
    order = ["Raportti", *left, *right, "Toinen luku", left[0].replace("rivi", "kohta"), "vasen palsta kohta 7"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def labels(canvas: Canvas) -> None:
    """A decision with labels beside its text: hyphenated, over three lines, wider than the column, without text."""
    put(canvas, 150, 110, "Yhteistyösopimus kriisimajoituksesta", font=BOLD)
    put(canvas, 56, 140, "Dno", font=BOLD)
    put(canvas, 150, 140, "KUU/12/05.06.01/2022")
    put(canvas, 56, 170, ("Valmistelijat/", "Lisätietojen", "antaja"), font=BOLD)
    put(canvas, 150, 170, ("Palvelujohtaja Reko Sinervä, puh. 000 555 1340,", "suunnittelija Alviina Hietarinne"))
    put(canvas, 56, 220, ("Hyvinvointilautakunnan", "käsittely"), font=BOLD)
    put(canvas, 150, 250, PROSE)
    put(canvas, 150, 310, "Toinen kappale on oma lohkonsa, vaikka sen vieressä ei ole otsikkoa.")
    put(canvas, 56, 340, "Päätös", font=BOLD)
    put(canvas, 150, 340, "Ehdotus hyväksyttiin.")
    put(canvas, 56, 370, ("Täytäntöönpano-", "tiedot"), font=BOLD)
    put(canvas, 150, 370, ("Ote: tekninen toimi", "Ei muutoksenhakuoikeutta"))


def test_label_column_gives_label_then_text() -> None:
    """A label keeps its lines together and comes before all that stands beside and below it."""
    assert shown(read(labels).blocks) == [
        "H Yhteistyösopimus kriisimajoituksesta",
        "L Dno",
        "P KUU/12/05.06.01/2022",
        "L Valmistelijat/|Lisätietojen|antaja",
        "P Palvelujohtaja Reko Sinervä, puh. 000 555 1340,|suunnittelija Alviina Hietarinne",
        "L Hyvinvointilautakunnan|käsittely",
        "P " + "|".join(PROSE),
        "P Toinen kappale on oma lohkonsa, vaikka sen vieressä ei ole otsikkoa.",
        "L Päätös",
        "P Ehdotus hyväksyttiin.",
        "L Täytäntöönpano-|tiedot",
        "P Ote: tekninen toimi",
        "P Ei muutoksenhakuoikeutta",
    ]


def test_ruled_table_gives_its_rows() -> None:
    """Each row of a ruled table is one line, its cells parted by tabs, their lines joined."""

    def page(canvas: Canvas) -> None:
        put(canvas, 70, 100, "Toimenpiteet", font=BOLD)
        bottom = put_table(
            canvas,
            70,
            120,
            (150, 150, 120),
            [
                ["Toimi", "Vastuutaho", "Määräaika"],
                ["Henkilöstön\nkoulutus", "Kuusjärven kaupunki,\nhenkilöstöpalvelut", "31.12.2023"],
                ["Opas", "Lyhtytupa ry", ""],
            ],
        )
        put(canvas, 70, bottom + 30, "Taulukon jälkeen teksti jatkuu.")

    assert shown(read(page).blocks) == [
        "H Toimenpiteet",
        "T Toimi\tVastuutaho\tMääräaika",
        "T Henkilöstön koulutus\tKuusjärven kaupunki, henkilöstöpalvelut\t31.12.2023",
        "T Opas\tLyhtytupa ry",
        "P Taulukon jälkeen teksti jatkuu.",
    ]


def test_table_without_rules_gives_its_rows() -> None:
    """Participants set in columns stay row by row; a cell that goes on below belongs to its row."""

    def page(canvas: Canvas) -> None:
        top = put(canvas, 70, 100, PROSE)
        top = put(canvas, 70, top + 10, "Läsnä", font=BOLD)
        people = [
            ("Marketta Ojalehto", "puheenjohtaja", "hyvinvointiministeriö"),
            ("Väinö Kallioharju", "ylikomisario", "Kuusjärven poliisilaitos"),
            ("Iiris Vaskela", "erityisasiantuntija", "Lyhtytupa ry"),
        ]
        for row in people:
            for x, cell in zip((70, 200, 330), row, strict=True):
                put(canvas, x, top, cell)
            top += 13
        put(canvas, 330, top, "(etäyhteydellä)")

    assert shown(read(page).blocks) == [
        "P " + "|".join(PROSE),
        "H Läsnä",
        "T Marketta Ojalehto\tpuheenjohtaja\thyvinvointiministeriö",
        "T Väinö Kallioharju\tylikomisario\tKuusjärven poliisilaitos",
        "T Iiris Vaskela\terityisasiantuntija\tLyhtytupa ry (etäyhteydellä)",
    ]


def test_frame_around_the_page_is_no_table() -> None:
    """A border around running text changes nothing."""

    def page(canvas: Canvas) -> None:
        canvas.rect(40, 40, WIDTH - 80, HEIGHT - 80)
        put(canvas, 70, 120, PROSE)

    assert shown(read(page).blocks) == ["P " + "|".join(PROSE)]


def test_long_ruled_cell_beside_a_short_one_is_a_label_with_text() -> None:
    """A form with a label and running text in its cells is read as label and paragraphs."""

    def page(canvas: Canvas) -> None:
        put_table(canvas, 70, 100, (90, 380), [["Tiivistelmä", "\n".join([*PROSE, "", *PROSE, "", *PROSE])]])

    assert shown(read(page).blocks) == ["L Tiivistelmä", *["P " + "|".join(PROSE)] * 3]


def test_running_header_and_footer_are_blocks_of_their_own() -> None:
    """What repeats on other pages, and a page number, never join the text between."""
    words = {1: "Ensimmäisen", 2: "Toisen", 3: "Kolmannen"}

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            put(canvas, 70, 40, "Kuusjärven kaupunki", font=BOLD)
            put(canvas, 300, 40, "Pöytäkirja")
            put(canvas, 500, 40, f"{number} (3)")
            put(canvas, 70, 53, "Kaupunginhallitus")
            put(
                canvas,
                70,
                80,
                [f"{words[number]} sivun teksti alkaa heti ylätunnisteen", "alta ja jatkuu toiselle riville."],
            )
            put(canvas, 70, 780, "Postiosoite")
            put(canvas, 200, 780, "Käyntiosoite")
            put(canvas, 70, 793, "PL 10")
            put(canvas, 200, 793, "Rantatori 1")

        return draw

    assert shown(read(page(1), page(2), page(3)).blocks) == [
        line
        for number in (1, 2, 3)
        for line in (
            f"P Kuusjärven kaupunki Pöytäkirja {number} (3)",
            "P Kaupunginhallitus",
            f"P {words[number]} sivun teksti alkaa heti ylätunnisteen|alta ja jatkuu toiselle riville.",
            "P Postiosoite Käyntiosoite",
            "P PL 10 Rantatori 1",
        )
    ]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_page_reads_like_an_upright_one(rotation: int) -> None:
    """A page that the file turns is read as its reader sees it, whatever the turn."""

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        # reportlab swaps the sides of a page that lies on its side, so that this is its size before turning.
        width, height = (HEIGHT, WIDTH) if rotation in (90, 270) else (WIDTH, HEIGHT)
        canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[rotation])
        canvas.rotate(rotation)
        labels(canvas)

    upright = read(labels)
    extract = read(page)
    assert shown(extract.blocks) == shown(upright.blocks)
    box, expected = extract.blocks[2].lines[0].words[0].box, upright.blocks[2].lines[0].words[0].box
    assert (box.x0, box.top) == pytest.approx((expected.x0, expected.top), abs=1)


def test_text_on_its_side_is_read_upright() -> None:
    """A stamp along the edge does not disturb the text; its boxes lie where it is printed."""

    def page(canvas: Canvas) -> None:
        put(canvas, 70, 100, PROSE)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(300, -30, "Allekirjoitettu sähköisesti 1.2.2022")

    extract = read(page)
    assert shown(extract.blocks) == ["P " + "|".join(PROSE), "P Allekirjoitettu sähköisesti 1.2.2022"]
    box = extract.blocks[1].lines[0].words[0].box
    assert box.bottom - box.top > box.x1 - box.x0
    assert box.bottom == pytest.approx(HEIGHT - 300, abs=1)


def test_cropped_page_shows_only_what_is_inside() -> None:
    """Text outside the crop box is left out and said so; boxes count from the corner of the visible page."""

    def page(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, WIDTH - 50, HEIGHT - 60))
        put(canvas, 70, 30, "Painomerkki")
        put(canvas, 70, 160, "Näkyvä teksti on tässä.")

    extract = read(page)
    assert shown(extract.blocks) == ["P Näkyvä teksti on tässä."]
    box = extract.blocks[0].lines[0].words[0].box
    assert box.x0 == pytest.approx(20, abs=1)
    assert box.bottom == pytest.approx(102, abs=2)
    assert extract.pages[0].height == pytest.approx(HEIGHT - 160)
    assert "page 1 has letters that cannot be seen" in extract.warnings[0]


def test_white_text_is_left_out_unless_something_dark_is_behind_it() -> None:
    """White on white is hidden, white on a dark bar is a heading like any other."""

    def page(canvas: Canvas) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(60, HEIGHT - 105, 300, 20, stroke=0, fill=1)
        canvas.setFillGray(1)
        put(canvas, 70, 100, "Valkoinen otsikko", font=BOLD)
        put(canvas, 70, 200, "piilotettu teksti")
        canvas.setFillGray(0)
        put(canvas, 70, 140, PROSE)

    extract = read(page)
    assert shown(extract.blocks) == ["H Valkoinen otsikko", "P " + "|".join(PROSE)]
    assert len(extract.warnings) == 1


def test_letters_printed_twice_are_read_once_and_bold() -> None:
    """Fake bold, made by printing the letters twice, is bold."""

    def page(canvas: Canvas) -> None:
        put(canvas, 70, 100, "Kokouksen päätös")
        put(canvas, 70.4, 100, "Kokouksen päätös")
        put(canvas, 70, 130, PROSE)

    assert shown(read(page).blocks) == ["H Kokouksen päätös", "P " + "|".join(PROSE)]


def test_ligatures_and_odd_characters_are_normalised() -> None:
    """Ligatures become letters, no-break spaces part words, a soft hyphen at a line end is a hyphen."""

    def page(canvas: Canvas) -> None:
        lines = (
            "pro\ufb01ili ja \ufb02unssa 12\u00a0000 eu\u00adroa, jonka myöntää ihmis\u00ad",
            "kauppakoordinaattori",
        )
        put(canvas, 70, 100, lines, font=VERA)

    assert shown(read(page).blocks) == ["P profiili ja flunssa 12 000 euroa, jonka myöntää ihmis-|kauppakoordinaattori"]


@pytest.mark.parametrize("spacing", [0.0, 1.0, 3.0, 5.0])
def test_spaced_letters_stay_one_word(spacing: float) -> None:
    """A heading set wide is read by its words, not by its letters."""

    def page(canvas: Canvas) -> None:
        canvas.setFont(BOLD, 12)
        canvas.drawString(70, HEIGHT - 100, "Kokouksen PÖYTÄKIRJA", charSpace=spacing)
        put(canvas, 70, 140, PROSE)

    assert shown(read(page).blocks)[0] == "H Kokouksen PÖYTÄKIRJA"


def test_words_without_printed_spaces_are_parted_by_their_distance() -> None:
    """A file that places every word by itself has no spaces; small print has small gaps."""

    def page(canvas: Canvas) -> None:
        for top, size in ((100, 7.0), (130, 10.0), (170, 18.0)):
            x = 70.0
            canvas.setFont("Helvetica", size)
            for word in ("Ohjausryhmä", "asetti", "työryhmän"):
                canvas.drawString(x, HEIGHT - top, word)
                x += canvas.stringWidth(word, "Helvetica", size) + 0.22 * size

    assert [block.text for block in read(page).blocks] == ["Ohjausryhmä asetti työryhmän"] * 3


def test_footnote_mark_is_no_letter_of_its_word() -> None:
    """A raised small digit after a word stands apart from it."""

    def page(canvas: Canvas) -> None:
        put(canvas, 70, 100, "Hyväksikäyttö")
        put(canvas, 70 + canvas.stringWidth("Hyväksikäyttö", "Helvetica", 10), 96, "1", size=6)
        put(canvas, 140, 100, "on rikos.")

    assert read(page).blocks[0].text == "Hyväksikäyttö 1 on rikos."


@pytest.mark.parametrize(
    ("folder", "order"),
    [
        pytest.param("oulu/35090068.pdf", ["Dno", "Päätöshistoria", "Päätös", "Täytäntöönpano-|tiedot"], id="oulu-1"),
        pytest.param(
            "oulu/395959398.pdf", ["Dno", "Valmistelijat/|Lisätietojen|antaja", "Liitteet", "Päätös"], id="oulu-2"
        ),
    ],
)
def test_real_labels_come_before_their_text(folder: str, order: list[str]) -> None:
    """Labels of real minutes are headings, whole and in order, each followed by a text that is none."""
    extract = extract_pdf(shared_folder("real", folder).read_bytes(), ocr=False)
    check_lines(extract)
    found = [block.text.replace("\n", "|") for block in extract.blocks if block.is_label]
    places = [found.index(label) for label in order]
    assert places == sorted(places)
    for block, following in zip(extract.blocks, extract.blocks[1:], strict=False):
        assert not (block.is_label and following.is_label)


def test_real_attachments_are_list_items() -> None:
    """Dashes far left of their text, with hanging lines, are items of a list."""
    extract = extract_pdf(shared_folder("real", "vantaa", "510975521.pdf").read_bytes(), ocr=False)
    check_lines(extract)
    dashes = [block for block in extract.blocks if block.text.startswith("- ")]
    assert [block.kind for block in dashes] == ["list_item"] * 3
    assert all(len(block.lines) == 2 for block in dashes)


def test_letters_that_a_file_hides_in_a_ligature_are_reported() -> None:
    """An old export maps fi to f; the letter cannot be won back, so the reader is told."""
    extract = extract_pdf(shared_folder("real", "vantaa", "510975521.pdf").read_bytes(), ocr=False)
    assert extract.warnings == ("page 1 has fi or fl printed where the file says f: a letter is missing there",)


def test_line_of_a_table_of_contents_is_no_heading() -> None:
    """Bold entries with dots to a page number are text."""

    def page(canvas: Canvas) -> None:
        put(canvas, 70, 100, "1 Johdanto . . . . . . . . . . . . . . . . . 3", font=BOLD)
        put(canvas, 70, 150, PROSE)

    assert shown(read(page).blocks)[0].startswith("P 1 Johdanto")
