"""A Dynasty installation: the feed of items in ISO-8859-1, pages of meetings and items in UTF-8, PDFs.

The feed and the classes of the pages are after a sample of one installation that a project holds; all texts are
invented. Real pages of the files of 2017 are read in the tests of the connector.
"""

from dataclasses import dataclass, replace
from html import escape

from policysearch.model.channel import Channel
from tests.sources.servers import pdf_page
from tests.sources.site import Page, Site

PORTAL = "/cgi/DREQUEST.PHP"
ITEM = """<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>Dynasty tietopalvelu</title></head><body>
<div class='data-part page-navigation'><a href="?page=meeting_frames">Haku</a> <a href="?page=rss/meetingitems">RSS</a>
<a target='_blank' href='../kokous/{id}.PDF'>Kokousasia PDF-muodossa</a></div>
<h1 class="h1title">{body} Pöytäkirja {day}/Pykälä {section}</h1>
<div class='data-part'>{attachments}</div>
<div class='data-part meetingitem'><div class='data-part-block-htm'><div>
<p><b>{title}</b></p><p>{diary}&#xa0;</p><h2>Päätösehdotus</h2><p>{proposal}</p><h2>Päätös</h2><p>{text}</p>
</div></div></div></body></html>"""
MEETING = """<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>Dynasty</title></head><body>
<h1 class="h1title">{body} Pöytäkirja {day}</h1><table>{rows}</table></body></html>"""


@dataclass(frozen=True)
class Entry:
    """An item; attachments by their title."""

    id: str
    section: str
    title: str
    text: str
    in_feed: bool = True
    attachments: tuple[str, ...] = ()


ENTRIES = (
    Entry("2031277-1", "197", "Kokouksen laillisuus", "Kokous todettiin lailliseksi.", in_feed=False),
    Entry(
        "2031277-2",
        "198",
        "Ihmiskaupan uhrien neuvontapiste – jatko",
        "Hallitus päätti, että ihmiskaupan uhrien neuvontapistettä jatketaan vuoden 2032 loppuun.",
        attachments=("Liite 1. Selvitys ihmiskaupan uhrien palveluista",),
    ),
    Entry("2031277-3", "199", "Työperäisen hyväksikäytön torjunta", "Hallitus asetti työryhmän pakkotyötä vastaan."),
)


class DynastyServer:
    """One meeting of one body."""

    body, day = "Kunnanhallitus", "04.12.2031"

    def __init__(self, site: Site) -> None:
        self.site = site
        self.entries = {entry.id: entry for entry in ENTRIES}
        self.withdrawn: set[str] = set()
        self.channel = Channel(
            "lehtoranta",
            "dynasty",
            "Lehtorannan pöytäkirjat",
            site.base + PORTAL,
            options={"municipality": "Lehtorannan"},
        )
        self.publish()

    def publish(self) -> None:
        """Serves what there is now."""
        self.site.pages = {f"{PORTAL}?page=rss%2Fmeetingitems&show=100": self.feed()}
        rows = ""
        for entry in self.entries.values():
            rows += (
                f"<tr><td>{entry.section}<td><a href='?id={entry.id}&amp;page=meetingitem'>{escape(entry.title)}</a>"
            )
            if entry.id not in self.withdrawn:
                self.site.pages[f"{PORTAL}?page=meetingitem&id={entry.id}"] = self.page(entry)
                self.site.pages[f"/kokous/{entry.id}.PDF"] = pdf_page(entry.title, entry.text)
                for number, title in enumerate(entry.attachments, 1):
                    self.site.pages[f"/kokous/{entry.id}-{number}.PDF"] = pdf_page(
                        title, "Ihmiskaupan uhrien palvelut."
                    )
        self.site.pages[f"{PORTAL}?page=meeting&id=2031277"] = Page(
            MEETING.format(body=self.body, day=self.day, rows=rows)
        )

    def feed(self) -> Page:
        # The dash is no letter of ISO-8859-1: the server writes it as an entity inside CDATA.
        items = "".join(
            f"<item><title><![CDATA[{self.body} {self.day} / {entry.title.replace('–', '&ndash;')}]]></title>"
            f"<description><![CDATA[{entry.title.replace('–', '&ndash;')}]]></description>"
            f"<link><![CDATA[{self.site.base}{PORTAL}?id={entry.id}&page=meetingitem]]></link></item>"
            for entry in self.entries.values()
            if entry.in_feed
        )
        feed = (
            "<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><title><![CDATA[Dynasty]]></title>"
            f"<link><![CDATA[{self.site.base}{PORTAL}?page=meeting_frames]]></link>{items}</channel></rss>"
        )
        return Page(feed.encode("iso-8859-1"), media_type="text/xml; charset=iso-8859-1")

    def page(self, entry: Entry) -> Page:
        attachments = "".join(
            f'<a href="../kokous/{entry.id}-{number}.PDF">{title}</a>'
            for number, title in enumerate(entry.attachments, 1)
        )
        page = ITEM.format(
            id=entry.id,
            body=self.body,
            day=self.day,
            section=entry.section,
            attachments=attachments,
            title=escape(entry.title),
            diary="5146/01.04.00/2031",
            proposal="Hallitus hyväksyy esityksen.",
            text=entry.text,
        )
        return Page(page.encode(), media_type="text/html; charset=UTF-8")

    def change(self) -> None:
        text = "Hallitus päätti, että ihmiskaupan uhrien neuvontapistettä jatketaan kesäkuun 2033 loppuun."
        self.entries["2031277-2"] = replace(self.entries["2031277-2"], text=text)
        self.publish()

    def withdraw(self) -> None:
        """The page of an item is gone, while feed and meeting go on listing it."""
        self.withdrawn.add("2031277-3")
        self.publish()

    def add(self) -> None:
        self.entries["2031277-4"] = Entry(
            "2031277-4", "200", "Ihmiskaupan vastainen ohjelma", "Hallitus hyväksyi ihmiskaupan vastaisen ohjelman."
        )
        self.publish()
