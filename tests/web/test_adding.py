"""Documents handed over on the page: read like those of `ingest`, shown with what was not read, whatever they hold."""

import html
import io
import re
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from policysearch.cli import main
from policysearch.corpus import Corpus, open_corpus
from policysearch.web.app import create_app
from tests.test_broken_inputs import pdf, png
from tests.web.conftest import BROWSER, Open, site_of

HERE = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
MEMO = "Muistio\n\nKuusjärven kaupunginhallitus päätti 12.3.2024 perustaa tukipisteen ihmiskaupan uhreille.\n"
PAPER = ("muistio.txt", MEMO.encode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one document."""
    paper = tmp_path / "alku.txt"
    paper.write_text("Lausunto\n\nPoliisi selvittää lapsiuhrien palvelupolun.\n", encoding="utf-8")
    places = ["--corpus", str(tmp_path / "one/corpus"), "--index", str(tmp_path / "one/index")]
    assert CliRunner().invoke(main, ["ingest", str(paper), *places]).exit_code == 0
    return tmp_path / "one"


@pytest.fixture
def site(folder: Path, open_site: Open) -> TestClient:
    return open_site(folder)


def send(site: TestClient, *files: tuple[str, bytes], **fields: str) -> Any:
    """Send files as the form does."""
    token = re.search(r'name="token" value="(\w+)"', site.get("/add").text)
    assert token is not None
    sent = [("files", file) for file in files]
    return site.post("/add", data={"token": token[1], **fields}, files=sent, headers=HERE)


def told(site: TestClient, answer: Any) -> str:
    """What the page says became of them, once everything is read."""
    assert answer.status_code == 303, answer.text
    for _ in range(20):  # each look waits for the files; nothing here is timed
        text = str(site.get(answer.headers["location"]).text)
        if "data-waits" not in text:
            break
        threading.Event().wait(2)
    return html.unescape(text)


def test_a_document_is_added_and_shown(site: TestClient) -> None:
    """What was read of it, a way to it, and it is found by its words."""
    text = told(site, send(site, PAPER))
    assert "muistio.txt" in text
    assert "otettu aineistoon" in text
    link = re.search(r'<h3 lang="fi"><a href="(/documents/\w+)">', text)
    assert link is not None
    page = site.get(link[1]).text
    assert "tukipisteen" in page
    assert "given:" not in page
    assert link[1] in site.get("/?q=tukipiste").text
    assert "oli jo aineistossa" in told(site, send(site, PAPER))
    assert 'filename="muistio.txt"' in site.get(f"{link[1]}/original").headers["content-disposition"]


def test_what_the_reader_knows_better_holds(site: TestClient) -> None:
    """Type, date, issuer and address win over what is read."""
    answer = send(
        site, PAPER, type="press_release", date="2024-03-13", issuer="Kuusjärven kaupunki",
        url="https://kuusjarvi.example/muistio.txt",
    )  # fmt: skip
    text = told(site, answer)
    assert "<dd>tiedote</dd>" in text
    assert "<dd>13.3.2024</dd>" in text
    assert "<dd>Kuusjärven kaupunki</dd>" in text
    link = re.search(r"/documents/\w+", text)
    assert link is not None
    assert "https://kuusjarvi.example/muistio.txt" in site.get(link[0]).text


@pytest.mark.parametrize(
    ("files", "fields", "said"),
    [
        ([], {}, "Valitse tiedosto."),
        ([("a.txt", b"")], {}, "Tiedosto on tyhjä."),
        ([PAPER], {"type": "poem"}, "Sellaista asiakirjan lajia ei ole."),
        ([PAPER], {"date": "eilen"}, "on oltava päivä"),
        ([PAPER], {"url": "file:///etc/passwd"}, "https:// tai http://"),
        ([PAPER], {"url": "http://[::1"}, "https:// tai http://"),
        ([PAPER, ("b.txt", b"x")], {"url": "https://a.example/"}, "yksitellen"),
    ],
)
def test_what_cannot_be_taken_is_said(
    site: TestClient, files: list[tuple[str, bytes]], fields: dict[str, str], said: str
) -> None:
    """On the form, with what was typed."""
    answer = send(site, *files, **fields)
    assert answer.status_code == 400
    assert said in html.unescape(answer.text)


def bomb() -> bytes:
    """A DOCX whose text unpacks to 400 MiB."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as file:
            for _ in range(400):
                file.write(b" " * 2**20)
    return data.getvalue()


def entities() -> bytes:
    """A DOCX whose text is entities of entities."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><x>&a9;</x>')
    return data.getvalue()


def pdf_with_script() -> bytes:
    """A PDF that would run JavaScript when it is opened, with a sentence."""
    data = pdf().replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", 1
    )
    assert b"/JavaScript" in data
    return data


PAGE = """<!doctype html><html lang="fi"><head><title>Kunnan päätös uhrien palveluista</title>
<script>alert("skripti")</script></head><body onload="alert(1)"><main><h1>Kunnan päätös uhrien palveluista</h1>
<p>Kunnanhallitus päätti <img src=x onerror=alert(2)> perustaa tukipisteen uhreille vuonna 2024.
<a href="javascript:alert(3)">Lue lisää</a></p><iframe src="https://evil.example/"></iframe></main></body></html>"""


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("pommi.docx", bomb, None),
        ("naurut.docx", entities, None),
        ("kuva.pdf", png, "PNG"),
        ("rikki.pdf", lambda: b"%PDF-1.7\n" + b"\0" * 3000, None),
        ("ohjelma.exe", lambda: b"MZ" + bytes(range(256)) * 20, None),
    ],
)
def test_hostile_files_end_in_a_line(site: TestClient, name: str, make: Callable[[], bytes], said: str | None) -> None:
    """With the reason; the pages answer as before, and a good file beside it is taken."""
    text = told(site, send(site, (name, make()), PAPER))
    line = re.search(r'<p class="warning">(ei voitu lukea|ei otettu aineistoon): <span lang="fi">([^<]+)</span>', text)
    assert line is not None, text
    assert said is None or said in line[2]
    assert "Traceback" not in text
    assert text.count("<h3 ") == 1
    assert site.get("/?q=tukipiste").status_code == 200


@pytest.mark.parametrize(
    ("name", "make", "words"), [("skripti.html", PAGE.encode, "tukipisteen"), ("js.pdf", pdf_with_script, "valtuusto")]
)
def test_scripts_in_files_stay_text(site: TestClient, name: str, make: Any, words: str) -> None:
    """They are read; nothing of them runs: not on the page, nor where the original is saved."""
    data = make() if name.endswith("pdf") else PAGE.encode()
    text = told(site, send(site, (name, data)))
    link = re.search(r"/documents/\w+", text)
    assert link is not None, text
    page = site.get(link[0]).text
    assert words in page
    for sign in ("alert(", "javascript:", "evil.example", "<iframe", "onload"):
        assert sign not in page, sign
    saved = site.get(f"{link[0]}/original")
    assert saved.content == data
    assert saved.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in saved.headers["content-security-policy"]


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/oma.txt", "..\\..\\windows\\oma.txt", "/etc/passwd", "%2e%2e%2foma.txt",
        "a" * 400 + ".txt", "<script>alert(1)</script>.txt", 'nimi".txt', "nimi\r\nSet-Cookie: a=b.txt",
        "\u202etxt.exe", ".txt", "..",
    ],
)  # fmt: skip
def test_names_are_only_words(site: TestClient, folder: Path, name: str) -> None:
    """No name becomes a path, a header or markup; the bytes lie under their hash."""
    before = set(folder.parent.rglob("*"))
    text = told(site, send(site, (name, MEMO.encode())))
    new = set(folder.parent.rglob("*")) - before
    assert all(folder in path.parents for path in new)
    originals = [path for path in new if "snapshots" in path.parts and path.is_file()]
    assert all(re.fullmatch(r"[0-9a-f]{64}(\.json)?", path.name) for path in originals)
    assert "<script>alert" not in text.replace("&lt;", "<") or "<h2" in text
    link = re.search(r"/documents/\w+", text)
    if link is None:  # the name claims a format that it is not
        assert 'class="warning"' in text
        return
    assert "<script>alert" not in site.get(link[0]).text
    headers = site.get(f"{link[0]}/original").headers
    assert "set-cookie" not in headers
    assert re.fullmatch(
        r"attachment; filename=\"[^\"\r\n\\/]*\"; filename\*=UTF-8''[\w.%~()-]*", headers["content-disposition"]
    )


def test_limits_hold(site: TestClient) -> None:
    """Too much, too many, or no form at all."""
    token = re.search(r'name="token" value="(\w+)"', site.get("/add").text)
    assert token is not None
    many = [("files", (f"{n}.txt", b"x")) for n in range(30)]
    assert site.post("/add", data={"token": token[1]}, files=many, headers=HERE).status_code == 400
    headers = {**HERE, "content-type": "multipart/form-data; boundary=x"}
    assert site.post("/add", content=b"rubbish", headers=headers).status_code in (400, 403)
    too_large = {**headers, "content-length": str(2**40)}
    assert site.post("/add", content=b"--x--", headers=too_large).status_code == 413
    assert site.post("/add", json={"files": []}, headers=HERE).status_code == 403
    assert site.get("/add/nothing").status_code == 404


def test_only_the_form_of_the_page_adds(site: TestClient, folder: Path) -> None:
    """No token, a wrong one, or another site: nothing is taken in."""
    site.get("/add")
    for data, headers in (
        ({}, HERE),
        ({"token": "0" * 64}, HERE),
        ({"token": "ä"}, HERE),
        ({}, {"origin": "http://evil.example"}),
    ):
        assert site.post("/add", data=data, files=[("files", PAPER)], headers=headers).status_code == 403
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        assert len(corpus.documents()) == 1


def test_pages_answer_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the last complete state; the outcome says that it is not there yet."""
    going_on, begun = threading.Event(), threading.Event()
    updating = Corpus.update_index

    def held(corpus: Corpus) -> None:
        begun.set()
        assert going_on.wait(60)
        updating(corpus)

    monkeypatch.setattr("policysearch.web.app._SECONDS_WAITED", 0)
    monkeypatch.setattr(Corpus, "update_index", held)
    with TestClient(create_app(site_of(folder)), **BROWSER) as site:
        answer = send(site, PAPER)
        assert begun.wait(60)
        assert "data-waits" in site.get(answer.headers["location"]).text
        assert "palvelupolun" in html.unescape(site.get("/?q=lapsiuhri").text)
        assert "/documents/" not in site.get("/?q=tukipiste").text
        going_on.set()
        assert "otettu aineistoon" in told(site, answer)
        assert "/documents/" in site.get("/?q=tukipiste").text
