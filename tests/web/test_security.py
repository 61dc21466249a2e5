"""Who may ask, under which name, and what a browser may do with an answer."""

import base64

import pytest
from starlette.testclient import TestClient

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
