"""Who may ask, under which name, and what a browser may do with an answer."""

import base64
import csv
import io
import re
from pathlib import Path
from urllib.parse import quote

import lxml.etree
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from policysearch.cli import main
from policysearch.corpus import open_corpus
from policysearch.model.search import FactFilters
from policysearch.web.api.document import BASE
from policysearch.web.api.operations import OPERATIONS
from policysearch.web.app import FORMS, PAGES
from tests.web.conftest import Open

TOKEN = "salainen-tunnus-1234"  # the token of these tests


def test_every_answer_is_guarded(client: TestClient) -> None:
    """Pages, errors and files all forbid scripts and styles of others, frames, and guessing of types."""
    for address in ("/", "/?q=uhri", "/?q=(uhri", "/nothing", "/static/style.css", "/static/nothing"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_pages_have_no_script_or_style_inside(client: TestClient) -> None:
    """The policy would stop them: nothing is lost by it."""
    for address in ("/", "/?q=uhri", "/?q=(uhri"):
        html = client.get(address).text
        assert "<style" not in html
        assert ' style="' not in html
        assert " on" not in "".join(part.split(">")[0] for part in html.split("<")[1:] if part[:1].isalpha()), address
        assert html.count("<script") == html.count('<script src="/static/')


def test_nothing_is_asked_of_others(client: TestClient) -> None:
    """No address of another site is loaded."""
    html = client.get("/?q=uhri").text
    assert 'src="http' not in html
    assert 'href="http' not in html
    for name in ("style.css", "page.js"):
        assert "http" not in client.get(f"/static/{name}").text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8765", 200),
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("192.168.1.5", 200),
        ("aineisto.example.fi", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
        ("[::1", 421),
    ],
)
def test_only_known_names_are_answered(open_site: Open, host: str, status: int) -> None:
    """A foreign name that leads to this machine is an attack from a page elsewhere (DNS rebinding)."""
    site = open_site(hosts=frozenset({"aineisto.example.fi"}))
    assert site.get("/", headers={"host": host}).status_code == status


def test_without_the_token_nothing_is_shown(open_site: Open) -> None:
    """A browser is led to the login; a program is told so."""
    site = open_site(token=TOKEN)
    led = site.get("/?q=uhri", headers={"accept": "text/html"})
    assert (led.status_code, led.headers["location"]) == (303, "/login")
    told = site.get("/?q=uhri", headers={"accept": "application/json"})
    assert told.status_code == 401
    assert "uhri" not in told.text


def test_the_token_opens_the_page(open_site: Open) -> None:
    """Given once by POST it is kept in a cookie that no script reads, and that does not hold it."""
    site = open_site(token=TOKEN)
    wrong = site.post("/login", data={"token": "arvaus"})
    assert wrong.status_code == 403
    assert "set-cookie" not in wrong.headers
    right = site.post("/login", data={"token": TOKEN})
    assert right.status_code == 303
    cookie = right.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert TOKEN not in cookie
    assert site.get("/?q=uhri").status_code == 200
    site.cookies.clear()
    site.cookies.set("policysearch", TOKEN)
    assert site.get("/?q=uhri").status_code == 401


def test_programs_show_the_token_in_a_header(open_site: Open) -> None:
    """Bearer for programs, Basic for calendars and feed readers."""
    site = open_site(token=TOKEN)
    basic = base64.b64encode(f"kuka:{TOKEN}".encode()).decode()
    for value, status in [
        (f"Bearer {TOKEN}", 200),
        (f"Basic {basic}", 200),
        ("Bearer x", 401),
        ("Basic %%%", 401),
        ("Basic", 401),
        (f"Basic {base64.b64encode(bytes([255])).decode()}", 401),
    ]:
        assert site.get("/", headers={"authorization": value}).status_code == status


def test_other_sites_cannot_send_forms(open_site: Open) -> None:
    """A form on another page is refused, whatever it knows."""
    site = open_site(token=TOKEN)
    for headers in (
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "http://localhost:9999"},
    ):
        assert site.post("/login", data={"token": TOKEN}, headers=headers).status_code == 403
    own = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    assert site.post("/login", data={"token": TOKEN}, headers=own).status_code == 303


def test_requests_have_limits(open_site: Open) -> None:
    """Long addresses, long queries, far offsets and large forms end early."""
    site = open_site(token=TOKEN)
    site.headers["authorization"] = f"Bearer {TOKEN}"
    assert site.get("/?q=" + "a" * 9000).status_code == 414
    assert site.get("/?q=" + "a" * 2000).status_code == 400
    assert site.get("/?q=uhri&page=99999999").status_code == 400
    assert site.get("/?q=uhri&size=5000").status_code == 400
    assert site.post("/login", content=b"token=" + b"a" * 10_000).status_code == 413


@pytest.mark.parametrize(
    "address",
    ["/static/../app.py", "/static/%2e%2e%2fapp.py", "/static//etc/passwd", "/static/..%2f..%2fcorpus.py", "/%00"],
)
def test_no_path_reaches_the_disk(client: TestClient, address: str) -> None:
    """Only the files that the page is made of are given out."""
    assert client.get(address).status_code == 404


def test_what_is_typed_is_escaped(client: TestClient) -> None:
    """A query with markup is shown as text, on the page of results and on that of errors."""
    for query in ("<script>alert(1)</script>", '("><img src=x onerror=alert(1)>'):
        html = client.get("/", params={"q": query}).text
        assert "<script>alert" not in html
        assert "<img" not in html


# --- probes as OWASP lists them: whatever is asked, the page answers harmlessly, and never with a fault of ours -------

TRAVERSALS = (
    "../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%252e%252e%252fetc",
    "....//....//etc/passwd", "..%5c..%5cwindows", "%2fetc%2fpasswd", "C:%5cwindows%5cwin.ini", "%00", "abc%00.html",
    "file:%2f%2f%2fetc%2fpasswd", "%0d%0aSet-Cookie:%20a=b", "*", "[a-f]*", "'%20OR%201=1--", "a" * 300, "%ff%fe",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "%E2%80%AE", "-1", "0", "",
)  # fmt: skip


def filled_paths() -> list[str]:
    """Each path of the page that has a parameter, with the parameter as a blank."""
    forms = [path for path, *_ in FORMS]
    every = [*(path for path, *_ in PAGES), *forms, *(f"{BASE}{each.path}" for each in OPERATIONS), "/add/{id}"]
    return [path for path in [*every, "/static/{name}"] if "{" in path]


@pytest.mark.parametrize("path", filled_paths())
def test_no_parameter_of_a_path_is_a_path(client: TestClient, path: str) -> None:
    """What is not known is not found; no file is read, no header made, nothing reflected as markup."""
    for probe in TRAVERSALS:
        answer = client.get(re.sub(r"\{[^}]+\}", probe.replace("\\", r"\\"), path))
        assert answer.status_code in (200, 303, 307, 400, 404, 421), probe
        if "location" in answer.headers:
            assert re.match(r"(?:http://localhost)?/(?![/\\\\])", answer.headers["location"]), probe
        if answer.status_code == 200:  # the probe was empty, or spells a number: a page of that name
            assert "text/html" in answer.headers["content-type"] or path.startswith(BASE)
        assert "root:" not in answer.text
        assert "<script>alert" not in answer.text
        assert "a" not in answer.cookies


@pytest.mark.parametrize("name", sorted({name for path, name, *_ in PAGES if "{" not in path}))
@pytest.mark.parametrize(
    "query",
    [
        "q=" + "(" * 900,
        "q=" + "%28a+AND+" * 300 + "a" + "%29" * 300,
        "q=" + "%28a%2B%29%2B" * 60 + "%24",
        "q=" + "a*+" * 300,
        "q=" + "-a+" * 300,
        "q=%22" + "a+" * 450 + "%22",
        "q=" + "lemma:a~2+" * 90,
        "q=%F0%9F%98%80&actor=%F0%9F%98%80&issuer=%CC%81",
        "q=%ff%fe",
        "q=a&" + "&".join(f"x{number}=1" for number in range(900)),
        "&".join("kind=decision" for _ in range(500)),
        "page=%2B1&size=%D9%A1",
        "after=0000-00-00",
        "after=9999-12-31&before=0001-01-01&due_after=9999-12-31",
        "mark=1-2&of=%27&month=9999-99&view=x&lang=%3Cscript%3E",
        "year=99999999999999999999&width=-1&sort=%00",
    ],
)  # fmt: skip
def test_hostile_queries_end_in_an_answer(client: TestClient, name: str, query: str) -> None:
    """Deep, long, many, broken: an answer or a page that says what is wrong, and no fault."""
    path = next(path for path, own, *_ in PAGES if own == name)
    answer = client.get(f"{path}?{query}")
    assert answer.status_code in (200, 400, 404), answer.status_code


HOSTILE = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
PAPER = f"""# Päätös {HOSTILE} uhrien palveluista

Kuusjärven kaupunginhallitus {IMAGE}

12.3.2024

## Otsikko {IMAGE}

Kuusjärven kaupunginhallitus päätti perustaa {HOSTILE} tukipisteen ihmiskaupan uhreille 30.6.2024 mennessä.

| Toimenpide | Vastuutaho |
|---|---|
| =HYPERLINK("http://evil.example") {HOSTILE} | STM {IMAGE} |
"""


def test_markup_in_documents_stays_text(tmp_path: Path, open_site: Open) -> None:
    """In titles, headings, quotes, tables, names of files and of people who review: on every page and in every file."""
    paper = tmp_path / "x'onmouseover=alert(3)<svg onload=alert(4)>.md"
    paper.write_text(PAPER, encoding="utf-8")
    folder = tmp_path / "one"
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    assert CliRunner().invoke(main, ["ingest", str(paper), *places]).exit_code == 0
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        document = corpus.documents()[0]
        entry = corpus.commitments(filters=FactFilters(routine=True)).rows[0].commitment
        for kind in ("note", "tag"):
            corpus.reviews.say(entry.id, kind, by=HOSTILE, value=IMAGE)
        actors = [actor.id for actor in corpus.actors()]
    site = open_site(folder)
    answers = [
        "/?q=tukipiste", f"/documents/{document.id}", f"/documents/{document.id}?add=1", "/commitments?routine=1",
        f"/documents/{document.id}/mark", "/commitments?routine=1&as=reviewed", f"/commitments/{entry.id}/review",
        "/deadlines", "/deadlines?view=undated", "/corpus", "/corpus/coverage", "/concordance?q=tukipiste", "/cases",
        f"/meetings/{document.id}", f"/meetings/{document.id}/sheet.html", f"/evidence/{entry.id}.html",
        "/feeds/search?q=tukipiste", "/feeds/commitments", "/quotation?quote=perustaa+tukipisteen",
        *(f"/actors/{id_}" for id_ in actors),
    ]  # fmt: skip
    for address in answers:
        answer = site.get(address)
        assert answer.status_code == 200, address
        for sign in ("<script>alert", "<img src=x", "<svg onload"):
            assert sign not in answer.text, address
        if "xml" in answer.headers["content-type"]:
            lxml.etree.fromstring(answer.content)
    saved = site.get(f"/documents/{document.id}/original").headers["content-disposition"]
    assert not set("<>'") & set(saved.partition("filename*")[0])
    cells = [cell for line in csv.reader(io.StringIO(site.get("/search.csv?q=toimenpide").text)) for cell in line]
    assert not [cell for cell in cells if cell[:1] in "=+@" and cell]


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/%5Cevil.example/", "/%2F%2Fevil.example/", "//evil.example/%3Fa", "/%09/evil.example"]
)
def test_links_never_lead_elsewhere(client: TestClient, path: str) -> None:
    """Links of a page that repeat its own address stay on this site, whatever that address looks like."""
    answer = client.get(f"http://localhost{path}")
    assert answer.status_code == 404
    assert not re.search(r"""href=["'](?:https?:)?[/\\\s]{2}""", answer.text)


def test_headers_of_proxies_are_not_believed(client: TestClient) -> None:
    """The names in addresses come from nowhere but the guarded Host."""
    headers = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher", "forwarded": "host=evil.example"}
    for address in ("/", "/deadlines.ics", "/feeds/commitments", "/api/v1/openapi.json"):
        assert "evil.example" not in client.get(address, headers=headers).text


def test_other_methods_are_refused(client: TestClient) -> None:
    """Nothing that is read can be posted to, put or deleted."""
    own = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    for address in ("/", "/corpus", "/commitments", "/api/v1/search?q=a", "/static/style.css", "/documents/abc"):
        for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
            assert client.request(method, address, headers=own).status_code == 405, (method, address)
            assert client.request(method, address, headers={"origin": "http://evil.example"}).status_code == 403
    for address in ("/add", "/commitments/abc/review", "/documents/abc/mark"):
        assert client.request("PUT", address, headers=own).status_code == 405


@pytest.mark.parametrize(
    "guess", ["", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), " " + TOKEN[1:], "ä" * 19, "sälainen-tunnus-1234", "*", "%"]
)
def test_only_the_whole_token_opens(open_site: Open, guess: str) -> None:
    """Not a part of it, nor what looks like it; the time that it takes says nothing (hmac.compare_digest)."""
    site = open_site(token=TOKEN)
    assert site.post("/login", data={"token": guess}).status_code == 403
    basic = base64.b64encode(f"kuka:{guess}".encode()).decode()
    assert site.get("/", headers={"authorization": f"Basic {basic}"}).status_code == 401
    site.cookies.set("policysearch", quote(guess))
    assert site.get("/").status_code == 401


def test_cookies_are_kept_from_scripts_and_other_sites(open_site: Open, examples: Path) -> None:
    """That of the token, that of forms, and that of the reviewer's name."""
    with open_corpus(examples / "corpus", examples / "index") as corpus:
        entry = corpus.commitments().rows[0].commitment.id
    site = open_site()
    cookie = site.get(f"/commitments/{entry}/review").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "set-cookie" not in site.get("/commitments").headers
