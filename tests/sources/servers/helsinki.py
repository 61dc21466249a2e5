"""The search proxy and the case pages of the city, after its own templates and the fields of its index.

Host, case and texts are invented. The page prints its body, day and section as the theme of the site does.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from policysearch.model.channel import Channel
from tests.sources.servers import answer_posts, pdf_page
from tests.sources.site import Page, Site

SEARCH = "/paatokset_decisions/_search"

PAGE = """<!DOCTYPE html><html lang="fi"><head><title>{title} | Helsingin kaupunki</title></head><body>
<header><nav><a href="/fi">Etusivu</a></nav></header>
<main><article class="issue"><header id="case-header" data-case-id="{case}">
<h1 class="issue__title">{title}</h1><div class="issue__diarynumber"><span>{number}</span></div></header>
<div class="issue__meetings-select"><ul>{choices}</ul></div>
<div class="issue-content"><div class="issue-content__title"><h2>{title}</h2></div>
<div class="issue-content__indices">Asia 3. / {section} §</div>
<div class="issue-content__policymaker-label--with-icon"><span>{body}</span></div>
<div class="issue__decision-date">{day}</div>{motion}
<div class="issue-content imported-content">{text}</div>
<div class="issue__attachments">{attachments}</div>
<div class="issue__pdf"><a href="{pdf}">Lataa PDF</a></div></div></article></main></body></html>"""
TEXT = '<div class="paatos"><div class="SisaltoSektio"><h3 class="SisaltoOtsikko">Päätös</h3><p>{0}</p></div></div>'


@dataclass(frozen=True)
class Handled:
    """One handling of the case; attachments are titles with a path, or none."""

    guid: str
    body: str
    day: str
    section: str
    text: str
    attachments: tuple[tuple[str, str | None], ...] = ()
    extra: dict[str, str] = field(default_factory=dict)


CASE = "hel-2031-000526"
TITLE = "Valtuutetun aloite ihmiskaupan uhrien palvelujen kehittämisestä"
HANDLINGS = (
    Handled(
        "ccf959c7-0000-4000-8000-000000000003",
        "Kaupunginvaltuusto",
        "13.10.2031",
        "205",
        "Kaupunginvaltuusto katsoi aloitteen loppuun käsitellyksi ja edellyttää, että ihmiskaupan uhreille avataan "
        "neuvontapiste vuonna 2032.",
        (("Liite 1. Aloite", "/2D4215DF-7A81-C9A1-B00F-95B2ED200004.pdf"), ("Liite 2. Salainen muistio", None)),
    ),
    Handled(
        "ccf959c7-0000-4000-8000-000000000002",
        "Kaupunginhallitus",
        "20.9.2031",
        "612",
        "Kaupunginhallitus puolsi esitystä ihmiskaupan uhrien palveluista.",
        (("Liite 1. Tilasto", ":9802/ahjorest/v1/records/1.pdf"), ("Liite 2. Luonnos", "https://testi.example/x.pdf")),
    ),
    Handled(
        "ed6e6ecb-0000-4000-8000-000000000001",
        "Sosiaali- ja terveyslautakunta",
        "5.5.2031",
        "55",
        "Sosiaali- ja terveyslautakunta antaa lausunnon ihmiskaupan uhrien palveluista.",
    ),
)


class HelsinkiServer:
    """Search, case page, handlings, files."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.handlings = {handling.guid: handling for handling in HANDLINGS}
        self.searches: list[dict[str, Any]] = []
        self.hits = [self.hit(f"/fi/asia/{CASE}?decision={guid}") for guid in self.handlings]
        # The index serves the same case in other languages, and carries a staging host.
        self.hits += [self.hit(f"/sv/arende/{CASE}"), self.hit(f"https://testi.example/en/case/{CASE}")]
        self.channel = Channel(
            "helsinki",
            "helsinki",
            "Helsingin päätökset",
            site.base,
            queries=("ihmiskaup*",),
            options={"search": site.base + SEARCH},
        )
        self.publish()

    def hit(self, path: str) -> dict[str, Any]:
        source = {"subject": [TITLE], "decision_url": [path], "unique_issue_id": [CASE.upper()], "meeting_date": [1]}
        return {"_index": "paatokset_decisions", "_id": "entity:node/1:fi", "_source": source, "sort": [1000]}

    def search(self, asked: dict[str, Any]) -> dict[str, Any]:
        self.searches.append(asked)
        hits = self.hits[asked["from"] : asked["from"] + asked["size"]]
        total = {"value": len(self.hits), "relation": "eq"}
        return {"took": 3, "timed_out": False, "_shards": {}, "hits": {"total": total, "hits": hits}}

    def publish(self) -> None:
        """Serves what there is now."""
        self.site.pages = {}
        answer_posts(self.site, SEARCH, self.search)
        for handling in self.handlings.values():
            self.site.pages[f"/fi/asia/{CASE}?decision={handling.guid}"] = self.page(handling)
            self.site.pages[f"/{handling.guid}.pdf"] = pdf_page(f"Helsingin kaupunki {handling.section}", handling.text)
            for title, path in handling.attachments:
                if path and path.startswith("/"):
                    self.site.pages[path] = pdf_page("Liite", title, "Aloite ihmiskaupan uhrien palveluista.")
        if self.handlings:
            self.site.pages[f"/fi/asia/{CASE}"] = self.page(next(iter(self.handlings.values())))

    def page(self, handling: Handled) -> Page:
        choices = "".join(
            f'<li data-link="?decision={one.guid}"><a href="?decision={one.guid}">{one.day} {one.body}</a></li>'
            for one in self.handlings.values()
        )
        attachments = "".join(
            f'<div class="issue__attachment">{self.link(path, title)}</div>' for title, path in handling.attachments
        )
        values = {
            "title": TITLE,
            "case": CASE,
            "number": CASE.upper().replace("-", " ", 1),
            "choices": choices,
            "section": handling.section,
            "body": handling.body,
            "day": handling.day,
            "motion": "",
            "text": TEXT.format(handling.text),
            "attachments": attachments,
            "pdf": f"/{handling.guid}.pdf",
        }
        return Page(PAGE.format(**values | handling.extra))

    def link(self, path: str | None, title: str) -> str:
        if path is None:
            return f"<span>{title}</span>"
        href = f"https://127.0.0.1{path}" if path.startswith(":") else path
        return f'<a href="{href}">{title}</a>'

    def replace(self, guid: str, **changes: Any) -> None:
        self.handlings[guid] = replace(self.handlings[guid], **changes)
        self.publish()

    def change(self) -> None:
        text = (
            "Kaupunginvaltuusto katsoi aloitteen loppuun käsitellyksi ja edellyttää, että ihmiskaupan uhreille avataan "
            "neuvontapiste vuonna 2033."
        )
        self.replace(HANDLINGS[0].guid, text=text)

    def withdraw(self) -> None:
        """The page of the committee is gone, while the case goes on listing it."""
        guid = HANDLINGS[2].guid
        self.publish()
        self.site.pages[f"/fi/asia/{CASE}?decision={guid}"] = Page("Sivua ei löytynyt", 404)

    def add(self) -> None:
        """A new handling, newest first."""
        new = Handled(
            "aaaaaaaa-0000-4000-8000-000000000004",
            "Kaupunginhallitus",
            "12.1.2032",
            "14",
            "Kaupunginhallitus päätti, että ihmiskaupan uhrien neuvontapiste avataan 1.3.2032.",
        )
        self.handlings = {new.guid: new, **self.handlings}
        self.publish()
