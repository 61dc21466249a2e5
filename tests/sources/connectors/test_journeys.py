"""Each connector from end to end: pull, pull again, then one changed, one withdrawn and one new document.

What the server saw is held to: who asks, the rules of robots.txt, the pause between requests, and that nothing is sent
twice. The clock is the test's: nobody waits.
"""

import functools
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import policysearch.pull
from policysearch import ingest as ingesting
from policysearch.cli import main
from policysearch.journal import Journal
from policysearch.model.channel import Channel
from tests.pull.test_kill import read_here, warm_finnish
from tests.sources.servers.casem import CasemServer
from tests.sources.servers.dynasty import DynastyServer
from tests.sources.servers.eduskunta import EduskuntaServer
from tests.sources.servers.feeds import FeedServer, GovernmentServer
from tests.sources.servers.folder import FolderServer
from tests.sources.servers.hankeikkuna import HankeikkunaServer
from tests.sources.servers.helsinki import HelsinkiServer
from tests.sources.servers.valto import ValtoServer
from tests.sources.servers.web import WebServer
from tests.sources.site import Access, Page, Site, open_site

DELAY = 2.0
ROBOTS = "User-agent: *\nDisallow: /salainen/\n"


@dataclass(frozen=True)
class Journey:
    """What a connector is expected to bring: how many at first, and the keys that are changed, withdrawn and new."""

    make: Callable[[Site], Any]
    n_first: int
    changed: str
    withdrawn: str
    new: str


COUNCIL = "HEL 2031-000526/Kaupunginvaltuusto/2031-10-13/§ 205"
COMMITTEE = "HEL 2031-000526/ed6e6ecb-0000-4000-8000-000000000001"
JOURNEYS = {
    "web": Journey(WebServer, 3, "/katsaukset/2022", "/katsaukset/2021", "/katsaukset/2024"),
    "feed": Journey(FeedServer, 3, "tyoryhma-esittaa", "arbetsgruppen-foreslar", "uusi-ohje"),
    "valtioneuvosto": Journey(GovernmentServer, 3, "tyoryhma-esittaa", "arbetsgruppen-foreslar", "uusi-ohje"),
    "helsinki": Journey(HelsinkiServer, 4, COUNCIL, COMMITTEE, "HEL 2031-000526/Kaupunginhallitus/2032-01-12/§ 14"),
    "hankeikkuna": Journey(HankeikkunaServer, 3, "SM027:00/2031/a2", "SM031:00/2031/a3", "SM027:00/2031/a4"),
    "eduskunta": Journey(EduskuntaServer, 4, "LaVL 2/2031", "LaUU 2/2031", "HaVL 11/2031"),
    "valto": Journey(ValtoServer, 3, "10024/1001", "10024/1003/osa2.pdf", "10024/1004"),
    "dynasty": Journey(DynastyServer, 3, "2031277-2", "2031277-3", "2031277-4"),
    "casem": Journey(CasemServer, 4, "4101", "4103", "4104"),
}


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def pull(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Callable[[Channel], Result]:
    """The command, on a catalogue of one channel, by the clock of the site."""
    timed = functools.partial(policysearch.pull.open_client, clock=site.clock.clock)
    monkeypatch.setattr(policysearch.pull, "open_client", timed)
    # Child processes read documents for the folder alone: their start would take most of the time of the others.
    if "folder" not in request.node.name:
        language = warm_finnish()
        monkeypatch.setattr("policysearch.lang.fi.open_finnish", lambda: language)
        monkeypatch.setattr(ingesting, "run", functools.partial(read_here, language))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policysearch.toml").write_text(
        '[pull]\ncontact = "keeper@example.fi"\ncatalogue = "channels.toml"\nallow_hosts = ["127.0.0.1"]\n'
        f"recheck_days = 0\ndelay = {DELAY}\nattempts = 1\n",
        encoding="utf-8",
    )

    def call(channel: Channel) -> Result:
        entry = {
            "id": channel.id,
            "name": channel.name,
            "base": channel.address,
            "connector": channel.connector,
            "queries": list(channel.queries),
            "options": dict(channel.options),
        }
        (tmp_path / "channels.toml").write_text(_toml(entry), encoding="utf-8")
        return CliRunner().invoke(main, ["pull", "--corpus", "corpus", "--index", "index", "--verbose"])

    return call


def _toml(entry: dict[str, Any]) -> str:
    """The entry as TOML, of which JSON is a part but for the objects."""

    def value(one: Any) -> str:
        if isinstance(one, dict):
            return "{ " + ", ".join(f"{key} = {value(inner)}" for key, inner in one.items()) + " }"
        return json.dumps(one, ensure_ascii=False)

    return "[[channel]]\n" + "".join(f"{key} = {value(one)}\n" for key, one in entry.items())


def outcomes(folder: Path) -> dict[str, list[str]]:
    """What the journal says of each key, in order."""
    journal = Journal(folder / "corpus")
    found: dict[str, list[str]] = {}
    for uri in journal.latest():
        for line in journal.history(uri):
            found.setdefault(line.key, []).append(line.outcome)
    return found


def key_like(name: str, keys: Iterable[str]) -> str:
    """The one key that ends so."""
    (key,) = (key for key in keys if key.endswith(name))
    return key


def serve_robots(server: Any) -> None:
    server.site.pages["/robots.txt"] = Page(ROBOTS, media_type="text/plain")


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS)
def test_connector_brings_what_is_new_and_asks_for_the_rest(
    journey: Journey, site: Site, pull: Callable[[Channel], Result], tmp_path: Path
) -> None:
    """First everything, then nothing, then one changed, one withdrawn and one new document, politely."""
    server = journey.make(site)
    serve_robots(server)
    first = pull(server.channel)
    assert first.exit_code == 0, first.output
    assert f"{journey.n_first} added" in first.output
    polite(site.log)

    site.log.clear()
    second = pull(server.channel)
    assert second.exit_code == 0, second.output
    assert f"{journey.n_first} unchanged" in second.output
    asked_again(site.log)
    polite(site.log)

    site.log.clear()
    server.change()
    server.add()
    server.withdraw()
    serve_robots(server)
    told = pull(server.channel).output
    assert "1 added" in told
    assert "1 new versions" in told  # a new handling changes the list on every page of its case, and not what they say
    assert "1 withdrawn" in told
    found = outcomes(tmp_path)
    assert [found[key_like(name, found)][-1] for name in (journey.changed, journey.withdrawn, journey.new)] == [
        "new_version",
        "withdrawn",
        "added",
    ]
    polite(site.log)


def test_folder_is_watched(pull: Callable[[Channel], Result], tmp_path: Path) -> None:
    """What is new in a folder comes, what changed is a new version, what is gone is withdrawn at once."""
    server = FolderServer(tmp_path / "kansio")
    assert "3 added" in pull(server.channel).output
    assert "3 unchanged" in pull(server.channel).output
    server.change()
    server.withdraw()
    server.add()
    assert "1 added, 1 new versions, 1 unchanged, 1 withdrawn" in pull(server.channel).output
    assert {key: lines[-1] for key, lines in outcomes(tmp_path).items()} == {
        "2031/paatos.txt": "new_version",
        "2031/poistuva.txt": "withdrawn",
        "muistio.md": "unchanged",
        "uusi.txt": "added",
    }


def test_what_publishers_forbid_is_left_alone(site: Site, pull: Callable[[Channel], Result], tmp_path: Path) -> None:
    """An address that robots.txt forbids is noted with its rule and never asked for; nor is a listing."""
    server = WebServer(site)
    site.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /katsaukset/2021\n", media_type="text/plain")
    assert "2 added, 1 left out" in pull(server.channel).output
    assert site.asked("/katsaukset/2021") == []
    (gone,) = (line for line in Journal(tmp_path / "corpus").left_out())
    assert (gone.rule, gone.uri) == ("robots.txt: Disallow: /katsaukset/2021", f"{site.base}/katsaukset/2021")

    minutes = DynastyServer(site)
    site.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /cgi/\n", media_type="text/plain")
    site.log.clear()
    result = pull(minutes.channel)
    assert result.exit_code == 1
    assert "trouble: lehtoranta" in result.output
    assert "Disallow: /cgi/" in result.output
    assert site.asked() == []


def test_server_that_wants_time_gets_it(site: Site, pull: Callable[[Channel], Result]) -> None:
    """429 with Retry-After in the middle of a listing: the pull waits as long as it is told to, and goes on."""
    server = DynastyServer(site)
    serve_robots(server)
    path = "/cgi/DREQUEST.PHP?page=meetingitem&id=2031277-2"
    page = site.pages[path]
    site.pages[path] = [Page("", 429, headers={"Retry-After": "90"}), page]  # type: ignore[list-item]
    settings = Path("policysearch.toml")
    settings.write_text(settings.read_text(encoding="utf-8").replace("attempts = 1", "attempts = 3"), encoding="utf-8")
    assert "3 added" in pull(server.channel).output
    first, second = site.asked(path)
    assert second.at - first.at >= 90


def polite(log: list[Access]) -> None:
    """Everybody who was asked knows who asked, robots.txt came first, and there was a pause before each request."""
    assert log[0].path == "/robots.txt"
    assert {access.headers["user-agent"].split("/")[0] for access in log} == {"policysearch"}
    assert all("keeper@example.fi" in access.headers["user-agent"] for access in log)
    assert all(later.at - earlier.at >= DELAY for earlier, later in itertools.pairwise(log))


def asked_again(log: list[Access]) -> None:
    """Documents and listings were only asked about; a search is made anew, and what was not there is looked for."""
    gets = [
        access for access in log if access.method == "GET" and access.path != "/robots.txt" and access.status != 404
    ]
    assert [access.path for access in gets if not access.is_conditional] == []
    # 302: on the way to a file, which then is unchanged.
    assert {access.status for access in gets} <= {302, 304}
