"""The client is polite, and cannot be led astray: against a server on loopback, with a clock that nobody waits for."""

import datetime as dt
import gzip
import ssl
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from policysearch.errors import BudgetError, FetchError, RefusedError, RobotsError
from policysearch.notes import Note, say_nothing
from policysearch.settings import Pull
from policysearch.sources.addresses import private_kind
from policysearch.sources.cache import Cache
from policysearch.sources.http import Download, PoliteClient
from policysearch.sources.transport import Guard, Wire
from tests.sources.site import FakeClock, Page, Site, open_site

SETTINGS = Pull(contact="keeper@example.fi", delay=2.0, file_mb=1, allow_hosts=("127.0.0.1",))


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


def client_of(site: Site, folder: Path | None = None, **changes: Any) -> PoliteClient:
    """A client whose clock is the site's."""
    return PoliteClient(replace(SETTINGS, **changes), Cache(folder), site.clock.clock)


def fetch(client: PoliteClient, uri: str, **known: str) -> tuple[Download, bytes]:
    with tempfile.TemporaryFile() as file:
        done = client.download(uri, file, **known)
        file.seek(0)
        return done, file.read()


# --- manners -----------------------------------------------------------------------------------------------------


def test_client_says_who_it_is(site: Site) -> None:
    """Program, version and contact stand in every request, that for robots.txt included."""
    site.pages["/a"] = Page("<p>a</p>")
    client_of(site).get(site.base + "/a")
    assert [a.path for a in site.log] == ["/robots.txt", "/a"]
    assert {a.headers["user-agent"].split("/")[0] for a in site.log} == {"policysearch"}
    assert all("(+keeper@example.fi)" in a.headers["user-agent"] for a in site.log)
    assert {a.headers["from"] for a in site.log} == {"keeper@example.fi"}


def test_client_pauses_between_requests_to_a_host(site: Site) -> None:
    """There is a delay between any two requests, and the longer one where robots.txt asks for it."""
    for name in "abc":
        site.pages[f"/{name}"] = Page(name)
    client = client_of(site)
    for name in "abc":
        client.get(f"{site.base}/{name}")
    times = [a.at for a in site.log]
    assert [later - earlier for earlier, later in pairwise(times)] == [2.0, 2.0, 2.0]
    site.log.clear()
    site.pages["/robots.txt"] = Page("User-agent: *\nCrawl-delay: 7\n", media_type="text/plain")
    client = client_of(site)
    for name in "ab":
        client.get(f"{site.base}/{name}")
    times = [a.at for a in site.log]
    assert [later - earlier for earlier, later in pairwise(times)] == [7.0, 7.0]


def test_client_obeys_robots_txt_with_wildcards(site: Site) -> None:
    """A disallowed address is never asked for; the error has the words of the rule. Allowed ones are read."""
    site.pages["/robots.txt"] = Page(
        "User-agent: *\nDisallow: /*?*from=*\nDisallow: /secret # not for you\nAllow: /secret/open\n"
    )
    site.pages["/secret/open"] = Page("open")
    site.pages["/list?decision=1"] = Page("fine")
    client = client_of(site)
    for path, rule in (("/secret/x", "Disallow: /secret"), ("/list?a=1&from=2", "Disallow: /*?*from=*")):
        with pytest.raises(RobotsError) as caught:
            client.get(site.base + path)
        assert caught.value.rule == f"robots.txt: {rule}"
    assert client.get(site.base + "/secret/open").content == b"open"
    assert client.get(site.base + "/list", params={"decision": 1}).content == b"fine"
    assert [a.path for a in site.asked()] == ["/secret/open", "/list?decision=1"]
    assert len(site.asked("/robots.txt")) == 1


def test_robots_txt_that_cannot_be_had_forbids_everything(site: Site) -> None:
    """A server in trouble is not entered on the guess that it allows it (RFC 9309)."""
    site.pages["/robots.txt"] = Page("", 503)
    site.pages["/a"] = Page("a")
    with pytest.raises(FetchError, match=r"robots.txt cannot be had.*503"):
        client_of(site).get(site.base + "/a")
    assert site.asked("/a") == []


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        (Page('<html><head><meta name="robots" content="noindex, nofollow"></head></html>'), "meta robots: noindex"),
        (Page('<html><META content="NONE" NAME="Robots"></html>'), "meta robots: none"),
        (Page('<meta name="policysearch" content="noindex">'), "meta policysearch: noindex"),
        (Page('<meta name="robots" content="index, follow">'), None),
        (Page('<meta name="googlebot" content="noindex">'), None),
        (Page(b"%PDF-1.4", media_type="application/pdf", headers={"X-Robots-Tag": "noindex"}), "X-Robots-Tag: noindex"),
        (Page(b"%PDF-1.4", headers={"X-Robots-Tag": "googlebot: noindex, nofollow"}), None),
        (Page(b"%PDF-1.4", headers={"X-Robots-Tag": "unavailable_after: 25 Jun 2030, none"}), "X-Robots-Tag: none"),
    ],
)
def test_documents_that_ask_to_be_left_alone_say_so(site: Site, page: Page, rule: str | None) -> None:
    """Meta tags and headers that are meant for us are found, and those for others are not."""
    site.pages["/a"] = page
    done, _ = fetch(client_of(site), site.base + "/a")
    assert done.rule == rule


def test_links_of_a_nofollow_page_are_not_followed(site: Site) -> None:
    """A listing that asks programs not to follow its links is no listing for us."""
    site.pages["/list"] = Page('<meta name="robots" content="nofollow"><a href="/x">x</a>')
    with pytest.raises(RobotsError, match="nofollow"):
        client_of(site).get(site.base + "/list")


def test_listings_are_asked_for_conditionally_and_once_a_run(site: Site, tmp_path: Path) -> None:
    """Within a run the answer is remembered; the next run asks whether it still holds, robots.txt included."""
    site.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /no\n")
    site.pages["/list"] = Page("ä ö".encode("latin-1"), media_type="text/html; charset=ISO-8859-1")
    client = client_of(site, tmp_path)
    first, again = client.get(site.base + "/list"), client.get(site.base + "/list")
    assert (first.text(), first.from_cache, again.from_cache) == ("ä ö", False, True)
    assert len(site.log) == 2
    client = client_of(site, tmp_path)
    second = client.get(site.base + "/list")
    assert (second.content, second.encoding, second.from_cache) == (first.content, "iso-8859-1", True)
    assert [(a.status, a.is_conditional) for a in site.log[2:]] == [(304, True), (304, True)]
    assert client.requests == {"all": 2, "conditional": 2, "not modified": 2}
    site.pages["/list"] = Page("new")
    assert client_of(site, tmp_path).get(site.base + "/list").content == b"new"


def test_damaged_cache_is_asked_anew(site: Site, tmp_path: Path) -> None:
    """An answer that a killed run left half written is not believed."""
    site.pages["/list"] = Page("whole")
    client_of(site, tmp_path).get(site.base + "/list")
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-2])
    assert client_of(site, tmp_path).get(site.base + "/list").content == b"whole"
    assert not site.asked("/list")[-1].is_conditional


def test_documents_are_asked_for_conditionally(site: Site) -> None:
    """A known document costs one question; a changed one comes, a missing one is told."""
    site.pages["/a.txt"] = Page("one")
    client = client_of(site)
    done, body = fetch(client, site.base + "/a.txt")
    assert (done.status, body, done.size) == (200, b"one", 3)
    assert fetch(client, site.base + "/a.txt", etag=done.etag or "")[0].status == 304
    site.pages["/a.txt"] = Page("two")
    assert fetch(client, site.base + "/a.txt", etag=done.etag or "")[1] == b"two"
    site.pages["/a.txt"] = Page("gone", 410)
    assert fetch(client, site.base + "/a.txt", etag=done.etag or "")[0].status == 410


def test_failing_server_is_tried_again_with_growing_pauses(site: Site) -> None:
    """Three errors and then an answer: three pauses, each twice as long; nothing of the errors is kept."""
    site.pages["/a"] = [Page("e", 500), Page("e", 502), Page("e", 503), Page("well")]
    assert fetch(client_of(site, delay=0.0), site.base + "/a")[1] == b"well"
    assert site.clock.slept == [2.0, 4.0, 8.0]


def test_answer_that_breaks_off_is_tried_again_from_the_start(site: Site) -> None:
    """A connection that ends in the middle of the body gives no half document."""

    def breaks(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    site.pages["/a"] = [breaks, Page("whole")]
    assert fetch(client_of(site), site.base + "/a")[1] == b"whole"


@pytest.mark.parametrize("value", ["90", "Mon, 02 Nov 2026 12:01:30 GMT"])
def test_retry_after_is_waited_for(site: Site, value: str) -> None:
    """As seconds or as a date; the next request comes no earlier."""
    site.pages["/robots.txt"] = Page("", headers={"Crawl-delay": "0"})
    site.pages["/a"] = [Page("slow down", 429, headers={"Retry-After": value}), Page("well")]
    client = client_of(site, delay=0.0)
    assert client.get(site.base + "/a").content == b"well"
    first, second = site.asked("/a")
    assert second.at - first.at == pytest.approx(90.0)


def test_host_that_asks_for_hours_is_left_alone(site: Site) -> None:
    """Nobody waits a day inside a run, and the host is not asked again in it."""
    site.pages["/a"] = Page("", 503, headers={"Retry-After": "86400"})
    client = client_of(site)
    for _ in range(3):
        with pytest.raises(FetchError, match="86400 s: left alone until the next run"):
            client.get(site.base + "/a")
    assert len(site.asked("/a")) == 1


def test_host_that_keeps_failing_is_left_alone(site: Site) -> None:
    """After three addresses in vain the others of the host are not tried."""
    for number in range(5):
        site.pages[f"/{number}"] = Page("", 500)
    client = client_of(site, attempts=2)
    for number in range(5):
        with pytest.raises(FetchError):
            client.get(f"{site.base}/{number}")
    assert [a.path for a in site.asked()] == ["/0", "/0", "/1", "/1", "/2", "/2"]


def test_budget_ends_a_run(site: Site) -> None:
    """When the minutes are spent the next request is not made."""
    for number in range(40):
        site.pages[f"/{number}"] = Page("x")
    client = client_of(site, minutes=1)

    def ask_all() -> None:
        for number in range(40):
            client.get(f"{site.base}/{number}")

    with pytest.raises(BudgetError, match=r"pull\.minutes"):
        ask_all()
    assert 25 < len(site.log) <= 31


# --- what is refused: must show 4 of the issue -------------------------------------------------------------------


def refused(client: PoliteClient, uri: str) -> str:
    with pytest.raises(RefusedError) as caught:
        fetch(client, uri)
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    "uri", ["file:///etc/passwd", "ftp://example.fi/a", "gopher://example.fi/", "data:text/html,x", "javascript:1"]
)
def test_other_schemes_are_refused(site: Site, uri: str) -> None:
    """Only http and https, asked for or redirected to."""
    client = client_of(site)
    assert "only http and https addresses are fetched" in refused(client, uri)
    site.pages["/a"] = Page("", 302, headers={"Location": uri})
    assert "only http and https addresses are fetched" in refused(client, site.base + "/a")


def test_address_with_a_password_is_refused(site: Site) -> None:
    """A name and password in an address are no way in, and are not printed."""
    message = refused(client_of(site), f"http://user:hunter2@{site.host}/")
    assert "hunter2" not in message


def public_client(
    site: Site, answers: dict[str, list[list[str]]], on_note: Note = say_nothing
) -> tuple[PoliteClient, list[str]]:
    """A client that finds names by `answers`, one list of addresses a look-up, and reaches public ones at the site."""
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        found = answers[host]
        return found.pop(0) if len(found) > 1 else found[0]

    settings = replace(SETTINGS, allow_hosts=())
    guard = Guard(site.clock.seconds, settings.seconds, settings.least_rate)
    wire = Wire(guard, (), resolve, dial=lambda address, port: ("127.0.0.1", site.port if port == 80 else 1))
    return PoliteClient(settings, Cache(None), site.clock.clock, wire, on_note), looked_up


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:1/x", "http://localhost/x", "http://[::1]/x", "http://2130706433/"]
)
def test_redirect_to_loopback_is_refused(site: Site, target: str) -> None:
    """A public page cannot send us to this machine, however it spells it; nothing is connected to."""
    site.pages["/a"] = Page("", 302, headers={"Location": target})
    answers = {"kunta.example": [["93.184.216.34"]], "localhost": [["127.0.0.1"]], "127.0.0.1": [["127.0.0.1"]]}
    answers |= {"::1": [["::1"]], "2130706433": [["127.0.0.1"]]}
    client, _ = public_client(site, answers)
    message = refused(client, "http://kunta.example/a")
    assert message.startswith("redirects to http://")
    assert "a loopback address" in message
    assert "pull.allow_hosts" in message


def test_who_is_never_asked_is_neither_told_nor_counted(site: Site) -> None:
    """An address that is refused before anything is sent is no request, and nothing came over http from it."""
    notes: list[str] = []
    client, _ = public_client(site, {"127.0.0.1": [["127.0.0.1"]]}, on_note=notes.append)
    assert "a loopback address" in refused(client, "http://127.0.0.1:1/x")
    assert (notes, client.requests["all"], client.requests["conditional"]) == ([], 0, 0)


def test_name_that_turns_private_at_the_second_look_up_is_refused(site: Site) -> None:
    """A name is looked up once for each connection and the connection made to what was checked."""

    def closes(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "2")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(b"ok")

    site.pages["/robots.txt"] = closes
    site.pages["/a"] = closes
    public, private = ["93.184.216.34"], ["10.0.0.7"]
    # The first look-up is that of the try with https, which nothing answers.
    client, looked_up = public_client(site, {"kunta.example": [public, public, private]})
    message = refused(client, "http://kunta.example/a")
    assert message.startswith("kunta.example (10.0.0.7) is refused: it is a private address")
    assert [a.path for a in site.log] == ["/robots.txt"]
    assert len(looked_up) == 3


def test_name_with_a_private_address_beside_a_public_one_is_refused(site: Site) -> None:
    """Otherwise the order of the answers would decide."""
    client, _ = public_client(site, {"kunta.example": [["93.184.216.34", "192.168.1.1"]]})
    assert "192.168.1.1" in refused(client, "http://kunta.example/a")
    assert site.log == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
     "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
     "ff02::1", "::ffff:127.0.0.1", "::ffff:93.184.216.34", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
     "2001:0:4136:e378:8000:63bf:3fff:fdd2", "nonsense"],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    """All that a stranger must not lead us to."""
    assert private_kind(address) is not None


@pytest.mark.parametrize("address", ["93.184.216.34", "193.166.3.2", "2a00:1450:400f:80d::200e", "2001:708::1"])
def test_public_addresses_are_known(address: str) -> None:
    """And what is fetched from."""
    assert private_kind(address) is None


def test_body_of_ten_gigabytes_is_refused_by_its_header(site: Site) -> None:
    """What says that it is too large is not read at all."""

    def huge(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(10 * 2**30))
        handler.end_headers()
        handler.close_connection = True

    site.pages["/a"] = huge
    assert refused(client_of(site), site.base + "/a") == "is 10240 MiB, more than the 1 MiB that pull.file_mb allows"


def test_body_without_an_end_is_refused_at_the_limit(site: Site) -> None:
    """What does not say how large it is is read up to the limit, and its connection dropped."""
    sent = 0

    def endless(handler: Any) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            while sent < 10 * 2**30:
                handler.wfile.write(b"x" * 65536)
                sent += 65536
        except OSError:
            handler.close_connection = True

    site.pages["/a"] = endless
    assert refused(client_of(site), site.base + "/a") == "is more than the 1 MiB that pull.file_mb allows"
    assert sent < 2**26


@pytest.mark.parametrize("where", ["body", "headers"])
def test_endless_answer_at_one_byte_a_second_is_given_up(where: str) -> None:
    """A server that keeps us listening, in the body or already in the headers, is left after a minute."""
    clock = FakeClock()
    with open_site(clock) as site:
        rounds = 0

        def drips(handler: Any) -> None:
            nonlocal rounds
            if where == "body":
                handler.send_response(200)
                handler.end_headers()
            else:
                handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            try:
                while rounds < 10_000 and clock.looks.acquire(timeout=20):
                    handler.wfile.write(b"x")
                    handler.wfile.flush()
                    rounds += 1
            except OSError:
                pass
            handler.close_connection = True

        site.pages["/a"] = drips
        client = client_of(site)
        client.look(site.base + "/a")  # which fetches robots.txt
        clock.tick = 1.0  # from now on each piece that comes takes a second
        message = refused(client, site.base + "/a")
        assert message.startswith("comes at ")
        assert message.endswith("less than the 500 of pull.least_rate")
        assert rounds < 200


def test_endless_answer_at_a_fair_rate_ends_by_the_time_limit() -> None:
    """Fast enough, small enough, and still without an end."""
    clock = FakeClock()
    with open_site(clock) as site:

        def flows(handler: Any) -> None:
            handler.send_response(200)
            handler.end_headers()
            try:
                while clock.looks.acquire(timeout=20):
                    handler.wfile.write(b"x" * 1000)
                    handler.wfile.flush()
            except OSError:
                handler.close_connection = True

        site.pages["/a"] = flows
        client = client_of(site, seconds=100)
        client.look(site.base + "/a")
        clock.tick = 1.0
        assert refused(client, site.base + "/a") == "takes longer than the 100 s that pull.seconds allows"


def packed(data: bytes, how: str) -> bytes:
    if how == "gzip":
        return gzip.compress(data, 9)
    pack = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS if how == "raw deflate" else zlib.MAX_WBITS)
    return pack.compress(data) + pack.flush()


@pytest.mark.parametrize("how", ["gzip", "deflate"])
def test_bombs_are_refused(site: Site, how: str) -> None:
    """A packed body is unpacked piece by piece: its size and its ratio have limits."""
    site.pages["/a"] = Page(packed(bytes(60 * 2**20), how), headers={"Content-Encoding": how})
    assert refused(client_of(site), site.base + "/a") == "is more than the 1 MiB that pull.file_mb allows"
    message = refused(client_of(site, file_mb=200), site.base + "/a")
    assert message == "unpacks to more than 200 times its size: taken for a bomb"


@pytest.mark.parametrize("how", ["gzip", "deflate", "raw deflate"])
def test_packed_bodies_are_unpacked(site: Site, how: str) -> None:
    """Honest packing is read, in the three forms that servers use, and two members one after another."""
    data = "".join(f"rivi {number}\n" for number in range(20_000)).encode()
    site.pages["/a"] = Page(packed(data, how), headers={"Content-Encoding": how.split()[-1]})
    assert fetch(client_of(site), site.base + "/a")[1] == data
    if how == "gzip":
        site.pages["/a"] = Page(packed(b"one", how) + packed(b"two", how), headers={"Content-Encoding": how})
        assert fetch(client_of(site), site.base + "/a")[1] == b"onetwo"
        site.pages["/a"] = Page(packed(data, how)[:-20], headers={"Content-Encoding": how})
        with pytest.raises(FetchError, match="cut short"):
            fetch(client_of(site), site.base + "/a")


def test_redirects_in_a_circle_are_refused(site: Site) -> None:
    """A circle is named; a way without an end is cut."""
    site.pages["/a"] = Page("", 302, headers={"Location": "/b"})
    site.pages["/b"] = Page("", 301, headers={"Location": "/a"})
    base = site.base
    assert refused(client_of(site), f"{base}/a") == f"redirects in a circle: {base}/a → {base}/b → {base}/a"
    for number in range(20):
        site.pages[f"/{number}"] = Page("", 302, headers={"Location": f"/{number + 1}"})
    assert "redirects more than 10 times" in refused(client_of(site), f"{base}/0")


def test_redirects_are_followed_and_told(site: Site) -> None:
    """The end of the way is what was fetched; robots rules hold for each step."""
    site.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /private\n")
    site.pages["/a"] = Page("", 302, headers={"Location": "/b"})
    site.pages["/b"] = Page("end")
    done, body = fetch(client_of(site), site.base + "/a")
    assert (done.final_uri, body) == (site.base + "/b", b"end")
    site.pages["/a"] = Page("", 302, headers={"Location": "/private/x"})
    with pytest.raises(RobotsError):
        fetch(client_of(site), site.base + "/a")
    assert site.asked("/private/x") == []


def test_http_is_used_and_told_where_https_does_not_answer(site: Site) -> None:
    """Port 443 is tried once for a host; the rest of the run goes on with http."""
    site.pages["/robots.txt"] = Page("")
    site.pages["/a"] = Page("plain")
    notes: list[str] = []
    client, looked_up = public_client(site, {"kunta.example": [["93.184.216.34"]]}, on_note=notes.append)
    assert fetch(client, "http://kunta.example/a")[1] == b"plain"
    assert fetch(client, "http://kunta.example/a#top")[0].final_uri == "http://kunta.example/a"
    assert notes == [
        "kunta.example is asked by http, not https: what comes from it could have been changed on the way."
    ]
    assert site.log[0].headers["host"] == "kunta.example"
    assert len(looked_up) == 2  # one connection was tried, one is kept


def test_https_is_used_where_it_answers_with_the_name_of_the_address() -> None:
    """An `http` address is fetched by `https`; the connection goes to the checked address, name and Host stay."""
    folder = Path(__file__).parent / "tls"
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    names: list[str | None] = []
    tls.sni_callback = lambda socket, name, context: names.append(name)
    with open_site(tls=tls) as site:
        site.pages["/a"] = Page("secret")
        looked_up: list[str] = []

        def resolve(host: str, port: int) -> list[str]:
            looked_up.append(host)
            return ["93.184.216.34"]

        trusted = ssl.create_default_context(cafile=folder / "cert.pem")
        guard = Guard(site.clock.seconds, 60, 1)
        wire = Wire(guard, (), resolve, dial=lambda *_: ("127.0.0.1", site.port), ssl_context=trusted)
        notes: list[str] = []
        client = PoliteClient(SETTINGS, Cache(None), site.clock.clock, wire, notes.append)
        done, body = fetch(client, "http://kunta.example/a")
        assert (done.final_uri, body, notes) == ("https://kunta.example/a", b"secret", [])
        assert {a.headers["host"] for a in site.log} == {"kunta.example"}
        assert set(names) == {"kunta.example"}
        stranger = Wire(guard, (), resolve, dial=lambda *_: ("127.0.0.1", site.port))
        with pytest.raises(FetchError, match="certificate"):
            fetch(PoliteClient(SETTINGS, Cache(None), site.clock.clock, stranger), "https://kunta.example/a")


def test_unknown_name_is_told(site: Site) -> None:
    """With what to do."""

    def resolve(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    wire = Wire(Guard(site.clock.seconds, 60, 1), (), resolve)
    client = PoliteClient(SETTINGS, Cache(None), site.clock.clock, wire)
    with pytest.raises(FetchError, match=r"the name kunta.example is not known"):
        fetch(client, "https://kunta.example/a")


def test_post_is_a_search_that_is_remembered_for_the_run(site: Site) -> None:
    """The payload goes as JSON; the same search is not asked twice."""
    site.pages["/search"] = Page('{"hits": []}', media_type="application/json")
    client = client_of(site)
    for _ in range(2):
        assert client.post_json(site.base + "/search", {"q": "ihmiskauppa"}).content == b'{"hits": []}'
    (asked,) = site.asked("/search")
    assert (asked.method, asked.body) == ("POST", b'{"q": "ihmiskauppa"}')
    assert site.clock.now() >= dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
