"""Feeds: an RSS of articles, the feed of the government portal with its escaped descriptions, an Atom twin.

The shape of the government feed: a stored copy of its channel and items (title, link, description); that its items
carry `pubDate`, `guid` and `dc:creator` is told by a consumer. All texts are invented.
"""

import datetime as dt
from dataclasses import dataclass, replace
from email.utils import format_datetime
from html import escape

from policysearch.model.channel import Channel
from tests.sources.site import Page, Site

ARTICLE = """<!DOCTYPE html><html lang="{language}"><head><title>{title} - Valtioneuvosto</title></head><body>
<a href="#sisalto">Hyppää sisältöön</a><header><nav><a href="/media">Media</a></nav></header>
<main id="sisalto"><article><h1>{title}</h1>
<div>{publisher}</div><div>{word} {stamp}</div><div>{kind}</div>
<p>{text}</p></article></main></body></html>"""
_WORDS = {"fi": ("Julkaisuajankohta", "Tiedote"), "sv": ("Utgivningsdatum", "Pressmeddelande")}


@dataclass(frozen=True)
class Release:
    """A press release of an invented ministry; `at` is UTC."""

    slug: str
    title: str
    text: str
    at: dt.datetime
    publisher: str = "turvallisuusministeriö"
    language: str = "fi"
    path: str = "/-/1410869/{slug}"


RELEASES = (
    Release(
        "tyoryhma-esittaa",
        "Työryhmä esittää ihmiskaupan vastaisen ohjelman jatkamista",
        "Turvallisuusministeriön työryhmä esittää, että ihmiskaupan vastaista ohjelmaa jatketaan vuoteen 2034.",
        # Past midnight in Finland, the evening before in UTC.
        dt.datetime(2031, 5, 6, 22, 30, tzinfo=dt.UTC),
    ),
    Release(
        "auttamisjarjestelma-saa-lisaa",
        "Auttamisjärjestelmä saa lisää rahaa",
        "Ministeriö myöntää ihmiskaupan uhrien auttamisjärjestelmälle 200 000 euroa vuonna 2032.",
        dt.datetime(2031, 4, 2, 6, 15, tzinfo=dt.UTC),
        path="/en/-/1410869/{slug}?languageId=fi_FI",
    ),
    Release(
        "arbetsgruppen-foreslar",
        "Arbetsgruppen föreslår att programmet mot människohandel fortsätter",
        "Arbetsgruppen föreslår att programmet mot människohandel fortsätter till 2034.",
        dt.datetime(2031, 5, 6, 22, 30, tzinfo=dt.UTC),
        language="sv",
        path="/sv/-/1410869/{slug}",
    ),
)


class GovernmentServer:
    """The feed and the articles of the portal."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.releases = {release.slug: release for release in RELEASES}
        self.channel = Channel("tiedotteet", "valtioneuvosto", "Tiedotteet", site.base + "/syotteet/rss")
        self.publish()

    def publish(self) -> None:
        """Serves what there is now; what was withdrawn is gone from the feed as well."""
        self.site.pages = {"/syotteet/rss": Page(self.feed(), media_type="text/xml;charset=UTF-8")}
        for release in self.releases.values():
            word, kind = _WORDS[release.language]
            local = release.at + dt.timedelta(hours=3)
            self.site.pages[self.path(release)] = Page(
                ARTICLE.format(
                    language="fi" if "/en/" in release.path else release.language,
                    title=release.title,
                    publisher=release.publisher,
                    word=word,
                    stamp=f"{local.day}.{local.month}.{local.year} {local.hour}.{local.minute:02}",
                    kind=kind,
                    text=release.text,
                )
            )

    def path(self, release: Release) -> str:
        return release.path.format(slug=release.slug)

    def feed(self) -> str:
        items = "".join(map(self.item, self.releases.values()))
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">'
            "<channel><title>Tiedotteet</title><link>https://portaali.example</link><description></description>"
            "<pubDate>Wed, 07 May 2031 06:00:00 GMT</pubDate><dc:date>2031-05-07T06:00:00Z</dc:date>"
            f"{items}</channel></rss>"
        )

    def item(self, release: Release) -> str:
        # The description is escaped text that begins with a literal CDATA section and holds the whole article.
        body = escape(f"<![CDATA[<p>{escape(release.text)}</p>]]>")
        link = escape(self.site.base + self.path(release))
        return (
            f"<item><title>{escape(release.title)}</title><link>{link}</link><description>{body}</description>"
            f"<pubDate>{format_datetime(release.at, usegmt=True)}</pubDate><guid>{link}</guid>"
            f"<dc:creator>{release.publisher}</dc:creator><dc:date>{release.at:%Y-%m-%dT%H:%M:%SZ}</dc:date></item>"
        )

    def change(self) -> None:
        slug = "tyoryhma-esittaa"
        text = "Turvallisuusministeriön työryhmä esittää, että ihmiskaupan vastaista ohjelmaa jatketaan vuoteen 2036."
        self.releases[slug] = replace(self.releases[slug], text=text)
        self.publish()

    def withdraw(self) -> None:
        del self.releases["arbetsgruppen-foreslar"]
        self.publish()

    def add(self) -> None:
        self.releases["uusi-ohje"] = Release(
            "uusi-ohje",
            "Uusi ohje ihmiskaupan uhrien tunnistamisesta",
            "Ministeriö julkaisee uuden ohjeen ihmiskaupan uhrien tunnistamisesta syyskuussa 2031.",
            dt.datetime(2031, 6, 1, 7, 0, tzinfo=dt.UTC),
        )
        self.publish()


class FeedServer(GovernmentServer):
    """The same articles behind a plain feed, with an Atom twin at `/atom`."""

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.channel = Channel("uutiset", "feed", "Uutiset", site.base + "/syotteet/rss")

    def publish(self) -> None:
        super().publish()
        entries = "".join(
            f"<entry><id>tag:portaali.example,2031:{release.slug}</id>"
            f"<title type='html'>{escape(escape(release.title))}</title>"
            f"<link rel='alternate' href='{escape(self.path(release))}'/>"
            f"<updated>{release.at:%Y-%m-%dT%H:%M:%SZ}</updated>"
            f"<content type='html'>{escape(release.text)}</content></entry>"
            for release in self.releases.values()
        )
        self.site.pages["/atom"] = Page(
            '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi">'
            f"<id>tag:portaali.example,2031:feed</id><title>Uutiset</title>{entries}</feed>",
            media_type="application/atom+xml",
        )
