"""The journalist: were these words said, where exactly, and how can anybody else see it?"""

import hashlib
import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.conftest import EXAMPLES
from tests.web.journeys.conftest import Walk
from tests.web.journeys.pictures import compare, printed
from tests.web.journeys.reader import WAYS, Reader, Way

ORIGINAL = EXAMPLES / "poytakirja-ohjausryhma-2021-11-25.pdf"
SAID = "ohjelmasta teetetään ulkopuolinen arviointi keväällä 2023"
OTHERWISE = "ohjelmasta teetettiin ulkopuolinen arviointi keväällä 2023"
INVENTED = "perunoiden istutus aloitettiin vappuna pelloilla"


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_were_these_words_said(walk: Walk, browser: Browser, tmp_path: Path, way: Way) -> None:
    """From the words to their place, its picture, its citation, its proof, and the file itself."""
    reader = walk(way, permissions=["clipboard-read", "clipboard-write"])
    check_words_nobody_said(reader)
    check_words_said_otherwise(reader)
    check_words_that_were_said(reader)
    see_them_on_the_page(reader)
    sha256 = copy_the_citation(reader)
    open_the_proof(reader, browser, tmp_path, sha256)
    check_the_original(reader, tmp_path, sha256)


def check(reader: Reader, quote: str) -> str:
    """Ask whether words stand in the corpus; what is answered."""
    reader.go_to("Check a quotation")
    reader.write(reader.field("Quoted words"), quote)
    reader.follow(reader.button("Check"))
    return reader.page.locator(".verdict").inner_text()


def check_words_nobody_said(reader: Reader) -> None:
    """No place is offered for them."""
    said = check(reader, INVENTED)
    assert said == reader.message("These words are not in this corpus, and nothing is near to them.")
    assert reader.page.locator(".hits li").count() == 0


def check_words_said_otherwise(reader: Reader) -> None:
    """The word that differs stands beside the printed one."""
    said = check(reader, OTHERWISE)
    assert said == reader.message("Words like these stand in the corpus, but not these.")
    row = reader.page.locator(".hits tbody tr").first
    assert row.locator("td").all_inner_texts() == ["teetettiin", "teetetään", reader.message("another form")]


def check_words_that_were_said(reader: Reader) -> None:
    """Exactly so, on a page that is named; its document is one step away."""
    assert check(reader, SAID) == reader.message("These words stand in the corpus exactly so.")
    assert reader.message("page %(page)s", page=1) in reader.page.locator(".hits .about").first.inner_text()
    reader.follow(reader.page.locator(".hits h3 a").first)


def see_them_on_the_page(reader: Reader) -> None:
    """The words are marked in the text, and on the picture where they are printed."""
    expect(reader.page.locator("#mark")).to_be_in_viewport()
    assert "".join(reader.page.locator(".document-text mark").all_inner_texts()) == SAID
    compare(reader.page.locator("#picture .sheet"), printed(ORIGINAL, SAID)[1])


def copy_the_citation(reader: Reader) -> str:
    """With a button, or by hand where nothing runs in the page; the hash of the file that it names."""
    citation = reader.page.locator("#cite-text")
    button = reader.page.locator("[data-copies=cite-text]")
    if reader.way.scripts:
        reader.press(button)
        expect(reader.page.locator("#copied-text")).to_have_text(reader.message("Copied"))
    else:
        expect(button).to_be_hidden()
        citation.focus()
        reader.page.keyboard.press("Control+a")
        reader.page.keyboard.press("Control+c")
    copied = str(reader.page.evaluate("navigator.clipboard.readText()"))
    assert copied == citation.input_value()
    assert SAID in " ".join(copied.split())
    found = re.search(r"SHA-256 (\w{64})", copied)
    assert found
    return found[1]


def open_the_proof(reader: Reader, browser: Browser, folder: Path, sha256: str) -> None:
    """A file that shows words and mark with no network, and asks for nothing."""
    proof = reader.save(reader.page.locator("#cite").get_by_role("link", name=reader.message("Evidence file")), folder)
    context = browser.new_context(offline=True, device_scale_factor=2)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(proof.as_uri())
    assert SAID in page.locator("mark").inner_text()
    expect(page.locator("body")).to_contain_text(sha256)
    seen = Image.open(io.BytesIO(page.locator("figure div").first.screenshot()))
    assert seen.width > 600
    compare(page.locator("figure div").first, printed(ORIGINAL, page.locator("mark").inner_text())[1])
    assert all(url.startswith(("file:", "data:")) for url in asked)
    context.close()


def check_the_original(reader: Reader, folder: Path, sha256: str) -> None:
    """The file that is saved is the one that was read: the same bytes as the example, and as the hash on the page."""
    data = reader.save(reader.link("Download the original"), folder).read_bytes()
    assert hashlib.sha256(data).hexdigest() == sha256
    assert reader.page.locator("#about .hash").inner_text() == sha256
    assert data == ORIGINAL.read_bytes()
