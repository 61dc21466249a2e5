"""One document in several originals, and in several languages; and what is only alike."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from policysearch import open_corpus
from policysearch.sameness.measure import SKETCH, sketch
from tests.conftest import Run
from tests.shared import shared_folder

TITLE = "Ihmiskaupan uhrien palvelut vuonna 2024"
PARAGRAPHS = (
    "Kuusjärven kaupungin hyvinvointilautakunta käsitteli ihmiskaupan uhrien palveluja ja niiden rahoitusta.",
    "Lautakunta päätti, että turvakodin toimintaa jatketaan 31.12.2024 saakka ja että siihen varataan 120 000 euroa.",
    "Hyvinvointijohtaja laatii selvityksen uhrien tunnistamisesta, ja se tuodaan lautakunnalle 30.9.2024 mennessä.",
    "Kaupunki tekee yhteistyötä poliisin, järjestöjen ja naapurikuntien kanssa, jotta apua saadaan ympäri vuorokauden.",
    "Henkilöstölle järjestetään koulutusta neljä kertaa vuodessa, ja siitä vastaa sosiaalipalvelujen päällikkö.",
    "Lautakunta pitää tärkeänä, että uhrit ohjataan auttamisjärjestelmään, vaikka rikosilmoitusta ei ole tehty.",
)
HEAD = ("Kuusjärven kaupunki", "Tiedote 5.2.2024")


def as_html(folder: Path, name: str = "sivu.html", *, title: str = TITLE, words: tuple[str, ...] = PARAGRAPHS) -> Path:
    """A page, with navigation of its own."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*HEAD, *words))
    page = f'<html lang="fi"><body><nav><a href="/">Etusivu</a></nav><main><h1>{title}</h1>{body}</main></body></html>'
    (folder / name).write_text(page, encoding="utf-8")
    return folder / name


def as_pdf(folder: Path) -> Path:
    """In print, its lines broken otherwise."""
    styles = getSampleStyleSheet()
    story = [Paragraph(TITLE, styles["Heading1"])]
    story += [Paragraph(paragraph, styles["Normal"]) for paragraph in (*HEAD, *PARAGRAPHS)]
    SimpleDocTemplate(str(folder / "tuloste.pdf"), pagesize=A4).build(story)
    return folder / "tuloste.pdf"


def as_docx(folder: Path) -> Path:
    """From Word."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for paragraph in (*HEAD, *PARAGRAPHS):
        document.add_paragraph(paragraph)
    document.save(str(folder / "teksti.docx"))
    return folder / "teksti.docx"


def listed(run: Run, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("show", "--format", "json", *options).stdout)
    return found


@pytest.mark.parametrize("forms", [(as_html, as_pdf), (as_docx, as_html), (as_html, as_docx, as_pdf)])
def test_one_document_in_several_forms(run: Run, tmp_path: Path, forms: tuple[Callable[[Path], Path], ...]) -> None:
    """It is listed, found and counted once, with all its addresses; each original stays and can be shown."""
    files = [form(tmp_path) for form in forms]
    assert run("ingest", *files).exit_code == 0
    (document,) = listed(run)
    assert {source["uri"] for source in document["sources"]} == {file.as_uri() for file in files}
    assert document["source"]["uri"] == next(
        (file.as_uri() for file in files if file.suffix == ".pdf"), document["source"]["uri"]
    )
    every = listed(run, "--all-versions")
    assert len(every) == len(files)
    copies = [one for one in every if one["same_as"]]
    assert {one["same_as"] for one in copies} == {document["id"]}
    assert len(json.loads(run("search", "rikosilmoitus", "--format", "json").stdout)["hits"]) == 1
    rows = json.loads(run("commitments", "--format", "json", "--limit", "0", "--routine").stdout)
    assert {row["document"]["id"] for row in rows} == {document["id"]}
    cited = run("cite", document["id"]).stdout
    assert all(file.as_uri() in cited for file in files)
    assert "the same text in another original" in cited
    shown = run("show", copies[0]["id"]).stdout
    assert "which stands for it" in shown
    assert f"{len(copies)} other originals" in run("status").stdout


def test_it_is_settled_anew_from_the_originals(run: Run, tmp_path: Path) -> None:
    """Whatever the order, and also where corpus.db is gone, the same one stands for the others."""
    run("ingest", as_pdf(tmp_path))
    run("ingest", as_html(tmp_path))
    (before,) = listed(run)
    for file in (tmp_path / "corpus").glob("corpus.db*"):
        file.unlink()
    run("reindex")
    assert [one["id"] for one in listed(run)] == [before["id"]]
    as_html(tmp_path, words=(*PARAGRAPHS[:1], "Lautakunta jätti kaiken pöydälle.", *PARAGRAPHS[2:]))
    run("ingest", tmp_path / "sivu.html")
    assert len(listed(run)) == 2


CHANGES: dict[str, Callable[[str], str]] = {
    "another deadline": lambda text: text.replace("30.9.2024", "30.11.2024"),
    "another sum": lambda text: text.replace("120 000", "150 000"),
    "another day": lambda text: text.replace("5.2.2024", "12.2.2024"),
    "another town": lambda text: text.replace("Kuusjärven", "Lehtorannan"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_only_alike(run: Run, tmp_path: Path, change: str) -> None:
    """A new date or sum, or another body: two documents, however alike their words."""
    first = as_html(tmp_path)
    second = tmp_path / "toinen.html"
    second.write_text(CHANGES[change](first.read_text(encoding="utf-8")), encoding="utf-8")
    run("ingest", first, second)
    assert len(listed(run)) == 2


MEETING = """Kuusjärven kaupunki
Hyvinvointilautakunta
Pöytäkirja {number}/2024
{day}

§ {section}

Kokouksen laillisuus ja päätösvaltaisuus

Päätös

Lautakunta totesi kokouksen lailliseksi ja päätösvaltaiseksi. Kokouskutsu on toimitettu jäsenille kuntalain ja \
hallintosäännön mukaisesti vähintään neljä päivää ennen kokousta, ja läsnä on yli puolet jäsenistä. Lautakunta \
valitsi pöytäkirjan tarkastajiksi kaksi jäsentä ja totesi, että pöytäkirja pidetään yleisesti nähtävänä kaupungin \
verkkosivuilla sen jälkeen, kun se on tarkastettu.
"""
MOTION = """Kuusjärven kaupunki
Hyvinvointilautakunta
{kind}
5.2.2024

{section}Turvakodin rahoitus

KUU 2024-000012

{decision}Päätösehdotus

Lautakunta päättää myöntää turvakodille 120 000 euroa vuodelle 2024.

Esittelijän perustelut

{reasons}
"""
REASONS = "\n\n".join(f"{paragraph} Perustelu {number}." for number, paragraph in enumerate(PARAGRAPHS * 4))


def test_items_of_successive_meetings(run: Run, tmp_path: Path) -> None:
    """The same formula in each meeting is a decision of each."""
    for number, day in ((2, "5.2.2024"), (3, "4.3.2024")):
        text = MEETING.format(number=number, day=day, section=number * 10)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    run("ingest", tmp_path / "2.txt", tmp_path / "3.txt")
    assert len(listed(run)) == 2


def test_a_motion_and_its_decision(run: Run, tmp_path: Path) -> None:
    """Pages of the same reasons, and one of them decides."""
    decision = "Päätös\n\nLautakunta päätti palauttaa asian valmisteltavaksi.\n\n"
    for name, kind, section, words in (
        ("esitys", "Esityslista", "", ""),
        ("paatos", "Pöytäkirja", "§ 12\n\n", decision),
    ):
        text = MOTION.format(kind=kind, section=section, decision=words, reasons=REASONS)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run("ingest", tmp_path / "esitys.txt", tmp_path / "paatos.txt")
    assert len(listed(run)) == 2


FINNISH = (
    "Oikeusministeriö asetti 5.2.2024 työryhmän, jonka puheenjohtaja on Venla Kuusimäki ja sihteeri Otso Leppälehto.",
    "Sen toimikausi päättyy 31.12.2025, ja sille on varattu 250 000 euroa. GRETA antoi suosituksia vuonna 2023.",
    "Lisätietoja antaa Venla Kuusimäki, puhelin 0295 150 123, Helsinki. Mukana on myös Amnesty International.",
)
SWEDISH = (
    "Den 5.2.2024 tillsattes en arbetsgrupp, där Venla Kuusimäki är ordförande och Otso Leppälehto sekreterare.",
    "Arbetsgruppens mandatperiod upphör den 31.12.2025 och får 250 000 euro. Organet GRETA gav råd år 2023.",
    "Mer information ges av Venla Kuusimäki, telefon 0295 150 123, Helsingfors. Med är också Amnesty International.",
)
OTHER_SWEDISH = (
    "Den 5.2.2024 utnämnde justitieministeriet häradsåklagare Maja Strömvik till tjänsten vid åklagardistriktet.",
    "Tjänsten inleds den 1.4.2024 och pågår till den 31.3.2029. Till tjänsten kom 17 ansökningar från hela landet.",
    "Ytterligare information ges av Nils Bergudd, telefon 0295 150 999, Åbo. Ministeriet tackar alla som sökte.",
)


def write_release(folder: Path, name: str, language: str, paragraphs: tuple[str, ...]) -> Path:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f'<html lang="{language}"><body><main><h1>{name}</h1><p>5.2.2024</p>{body}</main></body></html>'
    (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder / f"{name}.html"


def test_a_release_and_its_translation(run: Run, tmp_path: Path) -> None:
    """They are linked, and stay two documents; another release of the same day is no translation."""
    files = [
        write_release(tmp_path, "suomeksi", "fi", FINNISH * 2),
        write_release(tmp_path, "svenska", "sv", SWEDISH * 2),
        write_release(tmp_path, "annan", "sv", OTHER_SWEDISH * 2),
    ]
    for file in files:
        run("ingest", file, "--date", "2024-02-05", "--type", "press_release")
    documents = {document["title"]: document for document in listed(run)}
    assert len(documents) == 3
    languages = {title: document["language"] for title, document in documents.items()}
    assert languages == {"suomeksi": "fi", "svenska": "sv", "annan": "sv"}
    assert documents["suomeksi"]["translations"] == [{"document": documents["svenska"]["id"], "language": "sv"}]
    assert documents["svenska"]["translations"] == [{"document": documents["suomeksi"]["id"], "language": "fi"}]
    assert documents["annan"]["translations"] == []
    assert f"in other languages: {documents['svenska']['id']} (sv)" in run("show", documents["suomeksi"]["id"]).stdout


@given(st.lists(st.sampled_from(["uhri", "apu", "laki", "päätös", "raha"]), max_size=80))
def test_a_sketch_is_small_and_of_the_words_alone(words: list[str]) -> None:
    """The same words give the same numbers, in order, and never more than is kept."""
    values = sketch(words)
    assert values == sketch(tuple(words))
    assert list(values) == sorted(set(values))
    assert len(values) <= SKETCH


def test_real_decisions_that_are_only_alike(tmp_path: Path) -> None:
    """Of 118 decisions of a real city one stands there twice; some thirty of office holders differ in no word."""
    decisions = shared_folder("real", "helsinki") / "decisions.json"
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        list(corpus.ingest([decisions]))
        corpus.update_index()
        copies = [s for s in corpus.documents(all_versions=True) if s.same_as]
        assert [s.metadata.section_number for s in copies] == ["388"]
        main = corpus.summary(copies[0].same_as or "")
        assert (main.metadata.section_number, main.metadata.date) == ("388", copies[0].metadata.date)
        alike = [s for s in corpus.documents() if "pitäminen yleisesti nähtävänä" in (s.metadata.title or "")]
        assert len(alike) > 20
