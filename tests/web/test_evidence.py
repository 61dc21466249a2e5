"""Evidence files: complete, opened without a network, and checked without this program."""

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from policysearch.model.facts import COMMITMENT_KINDS, Outcome
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.present.wording import CITATION, EVIDENCE, GENRES, KINDS, OUTCOMES, PARTS, SETTLED
from tests.conftest import EXAMPLES, Run

ORIGINAL = EXAMPLES / "poytakirja-ohjausryhma-2021-11-25.pdf"
QUOTE = "Päätettiin, että toimintaohjelman toteutumisesta laaditaan väliraportti vuoden 2022 loppuun mennessä"


@pytest.fixture
def commitment(run: Run, examples: Path) -> str:
    """The id of a decision with a page."""
    found = json.loads(run("commitments", "väliraportti", "--format", "json", examples=examples).stdout)
    return next(row["id"] for row in found if row["quote"] == QUOTE)


def script_of(page: str, folder: Path) -> Path:
    """The ten lines that the file itself shows."""
    path = folder / "check.py"
    code = re.search(r'<pre lang="en">(import base64.*?)</pre>', page, re.DOTALL)
    assert code
    path.write_text(html.unescape(code[1]), encoding="utf-8")
    return path


def check(script: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    """Run it as a stranger would: the standard library only."""
    return subprocess.run([sys.executable, "-I", script, *files], capture_output=True, text=True, check=False)


LANGUAGES = pytest.mark.parametrize("language", ["fi", "sv", "en"])


@LANGUAGES
def test_checked_by_ten_lines(run: Run, examples: Path, commitment: str, tmp_path: Path, language: str) -> None:
    """The original inside, or beside it, is told from any other; a changed word or picture is found out."""
    out = tmp_path / "e.html"
    asked = ("evidence", commitment, "--out", out, "--with-original", "--language", language)
    assert run(*asked, examples=examples).exit_code == 0
    page = out.read_text(encoding="utf-8")
    script = script_of(page, tmp_path)
    assert len(script.read_text(encoding="utf-8").strip().splitlines()) == 10
    assert "the one that was read" in check(script, out).stdout
    assert "the one that was read" in check(script, out, ORIGINAL).stdout
    assert "ANOTHER FILE" in check(script, out, EXAMPLES / "lausunto-lyhtytupa-2023-02-17.pdf").stdout
    forged = tmp_path / "forged.html"
    forged.write_text(page.replace('"context": "', '"context": "Ei. '), encoding="utf-8")
    assert "does not stand in its context" in check(script, forged).stderr
    forged.write_text(page.replace("data:image/png;base64,iVBORw0KGgo", "data:image/png;base64,iVBORw0KGgp"), "utf-8")
    assert "a picture was changed" in check(script, forged).stderr


@LANGUAGES
def test_opened_without_a_network(
    run: Run, examples: Path, commitment: str, tmp_path: Path, browser: Browser, language: str
) -> None:
    """It asks for nothing; the words are marked in the text and on the picture, where they are printed."""
    out = tmp_path / "e.html"
    assert run("evidence", commitment, "--out", out, "--language", language, examples=examples).exit_code == 0
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url[:40]))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(out.as_uri())
    assert page.locator("html").get_attribute("lang") == language
    assert page.inner_text("mark") == QUOTE
    shown = page.inner_text("main")
    for name in ("as_read", "as_printed", "whose", "where", "check", "fetch", "changed", "same_bytes", "cite"):
        assert EVIDENCE[language][name] in shown  # type: ignore[index]  # a language from the list above
    assert page.locator("figure").count() == 1
    assert page.locator("figure rect").count() == 2
    assert page.evaluate("document.querySelector('figure img').naturalWidth") == 1200
    assert all(address.startswith(("file:", "data:")) for address in asked)
    assert wrong == []
    context.close()


def test_who_when_and_whether_final(run: Run, examples: Path, tmp_path: Path) -> None:
    """A proposal says so, and what its document did with it."""
    found = json.loads(
        run("commitments", "--kind", "proposal", "-n", "0", "--format", "json", examples=examples).stdout
    )
    proposal = next(row["id"] for row in found if row["quote"].startswith("Hyvinvointiministeriö ehdotti"))
    out = tmp_path / "e.html"
    assert run("evidence", proposal, "--out", out, examples=examples).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert "ehdotus tai toive, ei lopullinen" in page
    assert "hyväksyttiin samassa asiakirjassa" in page
    assert run("evidence", proposal, "--out", out, "--language", "en", examples=examples).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert "a proposal or a wish, not final" in page
    assert "adopted in the same document" in page


@pytest.mark.parametrize("table", [EVIDENCE, KINDS, SETTLED, PARTS, GENRES, CITATION])
def test_every_language_has_every_word(table: Mapping[str, Mapping[str, str]]) -> None:
    """The same words, with the same blanks."""
    english = table["en"]
    for words in table.values():
        assert words.keys() == english.keys()
        for name, text in words.items():
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[name])), text


def test_every_value_has_its_words() -> None:
    """Kinds, outcomes and types of documents that there are."""
    assert set(KINDS["fi"]) == set(COMMITMENT_KINDS)
    assert set(OUTCOMES["fi"]) == set(OUTCOMES["sv"]) == set(get_args(Outcome))
    assert set(GENRES["fi"]) == set(DOCUMENT_TYPES)


def test_the_page_gives_it_in_its_language(client: TestClient, commitment: str) -> None:
    """Evidence and citation; the words stay as they are."""
    for language, cited in (("fi", "haettu"), ("sv", "hämtad"), ("en", "retrieved")):
        client.cookies.clear()
        headers = {"accept-language": language}
        page = client.get(f"/evidence/{commitment}.html", headers=headers).text
        assert f'<html lang="{language}">' in page
        assert f"({cited} 20" in page
        assert QUOTE in page
        document = client.get(f"/commitments/{commitment}", headers=headers, follow_redirects=True).text
        assert f"({cited} 20" in document


def test_printed_as_on_the_page(run: Run, examples: Path, tmp_path: Path) -> None:
    """A word that is cut at a line end is shown whole as read, and cut as printed."""
    hits = json.loads(run("search", "'rahoituksen määrä jää'", "--format", "json", examples=examples).stdout)["hits"]
    out = tmp_path / "e.html"
    assert run("evidence", hits[0]["passage"], "--out", out, examples=examples).exit_code == 0
    page = out.read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="evidence">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    cut = [line for line in data["printed_lines"] if line.endswith("-")]
    assert cut
    assert all(line not in data["quote"] for line in cut)
    joined = re.sub(r"-\n", "", "\n".join(data["printed_lines"])).replace("\n", " ")
    assert joined == " ".join(data["quote"].split())


def test_contacts_are_covered(run: Run, examples: Path, tmp_path: Path) -> None:
    """Phone numbers of persons are hidden unless they are asked for."""
    hits = json.loads(run("search", "Merikallas", "--format", "json", "-n", "0", examples=examples).stdout)["hits"]
    passage = next(hit["passage"] for hit in hits if "000 555" in hit["snippet"]["text"])
    out = tmp_path / "e.html"
    assert run("evidence", passage, "--out", out, examples=examples).exit_code == 0
    assert "000 555" not in out.read_text(encoding="utf-8")
    assert run("evidence", passage, "--out", out, "--show-contacts", examples=examples).exit_code == 0
    assert "000 555" in out.read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium prints the PDF here")
def test_as_pdf(run: Run, examples: Path, commitment: str, tmp_path: Path) -> None:
    """The same on paper."""
    out = tmp_path / "e.pdf"
    assert run("evidence", commitment, "--out", out, examples=examples).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("name", "said"), [("e.txt", "end its name"), ("e.pdf", "cannot hold the original")])
def test_what_cannot_be_written(
    run: Run, examples: Path, commitment: str, tmp_path: Path, name: str, said: str
) -> None:
    """Refused in a sentence."""
    result = run("evidence", commitment, "--out", tmp_path / name, "--with-original", examples=examples)
    assert result.exit_code == 2
    assert said in result.stderr
