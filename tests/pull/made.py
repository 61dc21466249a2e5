"""A channel of an invented publisher on a site of our own, with documents on the topic and beside it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from policysearch.model.channel import Channel, Expectation, Listing, Offer, Trouble
from policysearch.model.source import Metadata
from policysearch.sources import connectors
from policysearch.sources.connectors import Client
from tests.sources.site import Page, Site

ON_TOPIC = """<!doctype html><html lang="fi"><head><title>{title}</title></head><body><main><h1>{title}</h1>
<p>Kuusjärven kaupunki {day}.{month}.2024.</p>
<p>Kaupunginhallitus päätti, että ihmiskaupan uhrien palveluja kehitetään {until} mennessä.</p></main></body></html>"""
BESIDE = """<!doctype html><html lang="fi"><head><title>{title}</title></head><body><main><h1>{title}</h1>
<p>Kaupunginhallitus päätti hankkia kaksi puistonpenkkiä rantaan.</p></main></body></html>"""


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The connector of the tests: `list.json` says what there is."""
    response = client.get(channel.address)
    for entry in json.loads(response.content):
        if "expect" in entry:
            yield Expectation(entry["series"], "item", tuple(entry["expect"]))
        elif "trouble" in entry:
            yield Trouble(entry["trouble"], "cannot be read")
        else:
            day = date.fromisoformat(entry["date"]) if "date" in entry else None
            body = entry.get("body")
            yield Offer(
                uri=urljoin(response.uri, entry["uri"]),
                key=entry["key"],
                title=entry.get("title"),
                hints=Metadata(title=entry.get("title"), date=day),
                series=entry.get("series"),
                parent=entry.get("parent"),
                is_public=entry.get("public", True),
                note=entry.get("note"),
                body=None if body is None else body.encode(),
                media_type="text/html" if body else None,
            )


@dataclass
class Publisher:
    """Documents of a site, and its listing."""

    site: Site
    entries: list[dict[str, Any]] = field(default_factory=list)

    def put(self, name: str, *, topic: bool = True, until: str = "31.12.2025", **entry: Any) -> str:
        """A document with that name at its own address, listed."""
        number = len(self.entries) + 1
        shape = ON_TOPIC if topic else BESIDE
        page = shape.format(title=f"Päätös {name}", day=number % 28 + 1, month=number % 12 + 1, until=until)
        self.site.pages[f"/{name}.html"] = Page(page)
        known = next((e for e in self.entries if e.get("key") == name), None)
        if known is None:
            self.entries.append({"uri": f"/{name}.html", "key": name, "title": f"Päätös {name}", **entry})
        self.show()
        return f"{self.site.base}/{name}.html"

    def show(self) -> None:
        """Publish the listing as it is now."""
        self.site.pages["/list.json"] = Page(json.dumps(self.entries), media_type="application/json")

    def write_settings(self, folder: Path, *, topic: bool = True, more: str = "") -> None:
        """A catalogue with this channel, and the settings to pull from it."""
        (folder / "channels.toml").write_text(
            f'[[channel]]\nid = "kuusjarvi"\nname = "Kuusjärvi"\nbase = "{self.site.base}/list.json"\n'
            f'connector = "made"\ntopic = {str(topic).lower()}\n',
            encoding="utf-8",
        )
        (folder / "policysearch.toml").write_text(
            f'jobs = 1\n[pull]\ncontact = "keeper@example.fi"\ncatalogue = "{folder}/channels.toml"\ndelay = 0\n'
            f'recheck_days = 0\nallow_hosts = ["127.0.0.1"]\nattempts = 1\n{more}',
            encoding="utf-8",
        )


@pytest.fixture
def publisher(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    """A publisher whose channel the settings of the current folder name."""
    monkeypatch.setattr(connectors, "CONNECTORS", {**connectors.CONNECTORS, "made": listing})
    monkeypatch.chdir(tmp_path)
    publisher = Publisher(site)
    publisher.show()
    publisher.write_settings(tmp_path)
    return publisher
