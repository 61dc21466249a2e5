"""Every page that a reader can meet, with all that makes it look different, for the tests that go through all."""

import html
import io
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from starlette.testclient import TestClient

from policysearch.cli import main
from tests.conftest import TODAY
from tests.test_broken_inputs import pdf, png

HERE = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
TOKEN = "salainen-tunnus-1234"
UNBROKEN = "Ihmiskaupanvastaisentoimintaohjelmantoimeenpanosuunnitelmanseurantaryhmänväliraportti" * 3
HOSTILE = """<!doctype html><html lang="fi"><head><title>&lt;script&gt;alert("x")&lt;/script&gt; &amp; 'toinen'</title>
</head><body><main><h1>&lt;script&gt;alert("x")&lt;/script&gt; &amp; 'toinen'</h1><h5>Väliotsikko&lt;b&gt;</h5>
<p>Kunnanhallitus päätti 3.4.2023 &lt;img src=x onerror=alert(2)&gt; perustaa "tukipisteen" viimeistään 30.6.2023.</p>
<table><tr><th>Toimi</th><th>Vastuu</th></tr><tr><td>Koulutus &lt;/td&gt;</td><td>Poliisi</td></tr></table>
<ol><li>yksi<ul><li>sisempi</li></ul></li></ol><h2></h2></main></body></html>"""
SWEDISH = """Utlåtande om offer för människohandel

Kommunstyrelsen beslutade den 4 maj 2023 att stödtjänster för offer för människohandel ordnas i hela landskapet.
Polisen och social- och hälsovårdsministeriet ska samarbeta om identifieringen av offren.
"""
ENGLISH = """Report on action against trafficking in human beings

The authorities should strengthen the identification of victims of trafficking and ensure their access to assistance.
GRETA urges the Finnish authorities to provide a recovery and reflection period to all presumed victims.
"""
OFTEN = "\n\n".join(
    f"{number} § Asia {number}\n\nKaupunginhallitus päätti, että toimenpide {number} toteutetaan viimeistään "
    f"{number}.9.2024. Soita numeroon 040 123 4567 tai kirjoita aino.vaisanen@kuusjarvi.example.\n\n" + "Se käy. " * 600
    for number in range(1, 28)
)
EXTRA: Mapping[str, Callable[[], bytes]] = {
    "vihamielinen.html": HOSTILE.encode,
    "pitka-nimi.md": lambda: f"# {UNBROKEN}\n\nPoliisi selvittää lapsiuhrien palvelupolun.\n".encode(),
    "lausunto.txt": SWEDISH.encode,
    "raportti.txt": ENGLISH.encode,
    "nimeton.txt": "…\n\nPalvelua kehitetään.\n".encode,
    "pitka.md": lambda: f"# Toimenpiteiden luettelo\n\nKuusjärven kaupunginhallitus 2.5.2024\n\n{OFTEN}\n".encode(),
    "rikki.pdf": lambda: b"%PDF-1.7\n" + b"\0" * 3000,
    "kuva.pdf": png,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer of the page: the path that was asked, its status, and its HTML."""

    path: str
    status: int
    html: str


def fill(examples: Path, folder: Path) -> Path:
    """A copy of the corpus of the examples with what they lack: other languages, hostile titles, versions, reviews."""
    shutil.copytree(examples, folder)
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index"), "--today", TODAY]
    given = folder / "in"
    given.mkdir()
    for name, make in EXTRA.items():
        (given / name).write_bytes(make())
    run(["ingest", str(given), *places])
    memo = given / "muistio.md"
    for day in ("30.6.2023", "31.12.2023"):
        memo.write_text(
            f"# Muistio polusta\n\nPoliisi selvittää lapsiuhrien polun viimeistään {day}.\n", encoding="utf-8"
        )
        run(["ingest", str(memo), "--url", "https://kuusjarvi.example/muistio.md", *places])
    return folder


def run(arguments: list[str]) -> None:
    """A command that may leave files unread, and nothing else."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1), result.output


PATHS: Mapping[str, str] = {
    "search": "/",
    "search-hits": "/?q=uhri",
    "search-narrowed": "/?q=uhri&type=statement&after=2022-01-01",
    "search-suggests": "/?q=ihmiskuppa",
    "search-nothing": "/?q=zxzxzx&type=statement",
    "search-folded": "/?q=uhri&fold=1&sort=date&page=2",
    "query-broken": "/?q=(uhri",
    "bad-request": "/?size=7",
    "not-found": "/nothing",
    "commitments": "/commitments",
    "commitments-open": "/commitments?open=1&routine=1&actor=poliisi",
    "commitments-nothing": "/commitments?q=zxzxzx",
    "commitments-reviewed": "/commitments?as=reviewed&routine=1",
    "commitments-years": "/commitments/years",
    "commitments-years-nothing": "/commitments/years?q=zxzxzx",
    "deadlines": "/deadlines",
    "deadlines-month": "/deadlines?view=month&month=2023-09",
    "deadlines-past": "/deadlines?view=past",
    "deadlines-undated": "/deadlines?view=undated",
    "deadlines-nothing": "/deadlines?q=zxzxzx",
    "deadlines-empty-month": "/deadlines?view=month&month=1999-01",
    "actors": "/actors",
    "actors-nothing": "/actors?q=zxzxzx",
    "cases": "/cases",
    "actor": "/actors/organisation:kuusjärven-kaupunginhallitus",
    "case": "/cases/KUU%202022-000188",
    "meetings": "/meetings?body=Kuusjärven%20kaupunginhallitus",
    "corpus": "/corpus",
    "corpus-nothing": "/corpus?q=zxzxzx",
    "coverage": "/corpus/coverage",
    "concordance": "/concordance",
    "concordance-lines": "/concordance?q=uhri&group=form",
    "concordance-nothing": "/concordance?q=zxzxzx",
    "frequency": "/concordance/years",
    "frequency-chart": "/concordance/years?q=uhri",
    "frequency-nothing": "/concordance/years?q=zxzxzx",
    "quotation": "/quotation",
    "quotation-printed": "/quotation?quote=lapsiuhrien",
    "quotation-differs": "/quotation?quote=lapsiuhrin+palvelupolku+on+kuvattu",
    "quotation-absent": "/quotation?quote=zxzxzx+yxyxyx+qqqq",
    "measures": "/documents/fd5efba9/measures",
    "add": "/add",
    "accessibility": "/accessibility",
}
"""Addresses by the name of what they show."""
FOUND = (
    "document",
    "document-marked",
    "document-web",
    "document-docx",
    "document-scanned",
    "document-long",
    "document-long-later",
    "document-hostile",
    "document-long-title",
    "document-nameless",
    "document-swedish",
    "document-english",
    "document-old-version",
    "document-adds",
    "document-plain",
    "page",
    "article",
    "article-hostile",
    "evidence",
    "meeting",
    "meeting-file",
    "actor-person",
    "thread",
    "review",
    "review-said",
    "review-wrong",
    "mark",
    "mark-found",
    "mark-later",
    "mark-nothing",
    "added",
    "add-wrong",
    "old-form",
    "forbidden",
    "failed",
    "login",
    "login-wrong",
)
"""What is found on other pages, or only comes of sending a form."""
NAMES = (*PATHS, *FOUND)


def gathered(
    site: TestClient, guarded: TestClient, stranger: TestClient, empty: TestClient, lang: str
) -> dict[str, Shown]:
    """All of them, in one language.

    Args:
        site: Over the corpus of `fill`; written to.
        guarded: The same with the token `TOKEN`.
        stranger: The same, where nobody may write.
        empty: Where there is no corpus.
        lang: One of the three.
    """
    site.cookies.set("lang", lang)
    found = {name: ask(site, path) for name, path in PATHS.items()}
    for name, path in _documents(site):
        found[name] = ask(site, path)
    found |= dict(_sent(site, found))
    found["forbidden"] = ask(stranger, "/add?lang=" + lang)
    found["failed"] = ask(empty, "/?lang=" + lang)
    found["login"] = ask(guarded, f"/login?lang={lang}")
    wrong = guarded.post("/login", data={"token": "arvaus"}, headers={"cookie": f"lang={lang}"})
    found["login-wrong"] = Shown("/login", wrong.status_code, wrong.text)
    return found


def ask(site: TestClient, path: str) -> Shown:
    answer = site.get(path, follow_redirects=True)
    return Shown(path, answer.status_code, answer.text)


def _link(site: TestClient, path: str, pattern: str) -> str:
    """The first address on the page of `path` that matches."""
    match = re.search(pattern, site.get(path).text)
    assert match is not None, f"{pattern} is not on {path}"
    return html.unescape(match[1])


def _document(site: TestClient, words: str) -> str:
    return _link(site, f"/corpus?q={words}", r'<h3[^>]*><a href="(/documents/\w+)"')


def _documents(site: TestClient) -> Iterator[tuple[str, str]]:
    report = _link(site, "/?q=lapsiuhri&type=report", r'<h3[^>]*><a href="(/documents/[^"]+)"')
    bare, long = report.partition("?")[0], _document(site, "luettelo")
    web, hostile = _document(site, "Kunnille avustusta"), _document(site, "alert")
    minutes = _document(site, "pöytäkirja 4")
    old = _document(site, "polusta")
    yield from (
        ("document", bare),
        ("document-marked", report),
        ("document-web", web),
        ("document-scanned", minutes),
        ("document-docx", _document(site, "toimintaohjelma 2022")),
        ("document-long", long),
        ("document-long-later", _link(site, long, r'<a href="(/documents/\w+\?at=[^"]+)"')),
        ("document-hostile", hostile),
        ("document-long-title", _document(site, "seurantaryhmänväliraportti")),
        ("document-nameless", _link(site, "/?q='palvelua kehitetään'", r'<h3[^>]*><a href="(/documents/\w+)')),
        ("document-swedish", _document(site, "Utlåtande")),
        ("document-english", _document(site, "trafficking")),
        ("document-adds", f"{minutes}?add=1"),
        ("document-plain", f"{bare}?plain=1"),
        ("document-old-version", _link(site, old, r'<a href="(/documents/\w+)"><code>')),
        ("page", _link(site, report, r'<a href="(/documents/\w+/pages/\d+[^"]*mark[^"]*)"')),
        ("article", f"{web}/article"),
        ("article-hostile", f"{hostile}/article"),
        ("evidence", _link(site, "/commitments?kind=decision", r'href="(/evidence/\w+.html)"')),
        ("meeting", minutes.replace("documents", "meetings")),
        ("meeting-file", minutes.replace("documents", "meetings") + "/sheet.html"),
        ("actor-person", _link(site, "/actors?kind=person", r'href="(/actors/person[^"]+)"')),
        ("thread", _link(site, "/commitments?routine=1&size=100", r'href="(/commitments/\w+/thread)"')),
        ("review", _link(site, "/commitments?kind=undertaking", r'href="(/commitments/\w+/review)"')),
        ("mark", f"{minutes}/mark"),
        ("mark-later", f"{long}/mark?at=3000"),
        ("mark-found", f"{bare}/mark?words=lapsiuhrien"),
        ("mark-nothing", f"{bare}/mark?words=zxzxzx"),
    )


def _sent(site: TestClient, found: Mapping[str, Shown]) -> Iterator[tuple[str, Shown]]:
    review = found["review"].path
    said = {
        "verdict": "confirm",
        "kind": "obligation",
        "was_kind": "undertaking",
        "date": "2024-06",
        "status": "partly",
        "evidence": "pöytäkirja 4",
        "note": "ks. liite",
        "tags": "rahoitus, lapset",
        "by": "Aino Väisänen",
    }
    yield "review-said", _post(site, review, review, data=said)
    yield "review-wrong", _post(site, review, review, data={**said, "date": "eilen"})
    yield "add-wrong", _post(site, "/add", "/add", data={"date": "eilen"}, files=[("files", ("a.txt", b"x"))])
    files = [
        ("muistio.txt", "Muistio\n\nPoliisi selvittää 12.3.2024 mennessä uhrien polun.\n".encode()),
        ("../<b>kuva</b>.pdf", png()),
        ("paatos.pdf", pdf(2)),
        ("rikki.docx", b"PK\3\4rubbish"),
        (f"{UNBROKEN}.txt", b"\0\1\2" * 99),
    ]
    yield "added", _post(site, "/add", "/add", files=[("files", (name, io.BytesIO(data))) for name, data in files])
    old = site.post(review, data={**said, "token": "0" * 64}, headers=HERE)
    yield "old-form", Shown(review, old.status_code, old.text)


def _post(site: TestClient, form: str, path: str, *, data: Mapping[str, str] | None = None, **more: Any) -> Shown:
    """What is shown once the form of a page was sent."""
    token = re.search(r'name="token" value="(\w+)"', site.get(form).text)
    assert token is not None
    answer = site.post(path, data={**(data or {}), "token": token[1]}, headers=HERE, **more)
    return (
        ask(site, answer.headers["location"])
        if answer.status_code == 303
        else Shown(path, answer.status_code, answer.text)
    )
