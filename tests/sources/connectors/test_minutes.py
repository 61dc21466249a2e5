"""Minutes of municipalities, by Dynasty and CaseM: items, what a meeting lists, attachments, and real answers."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from policysearch.extract import extract
from policysearch.model.channel import Channel
from policysearch.model.source import Metadata
from policysearch.sources.connectors.casem import properties_of
from tests.shared import shared_folder
from tests.sources.servers import expectations, json_page, listings, offers, query_of, troubles
from tests.sources.servers.casem import API, CasemServer
from tests.sources.servers.dynasty import PORTAL, DynastyServer
from tests.sources.site import Page, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


# --- dynasty -----------------------------------------------------------------------------------------------------


def test_items_of_a_meeting_are_offered_whether_or_not_the_feed_shows_them(site: Site) -> None:
    """The feed shows two items, the meeting has three: all are offered, in their order."""
    found = listings(DynastyServer(site).channel)
    by_key = offers(found)
    assert list(by_key) == ["2031277-1", "2031277-2", "2031277-2-1", "2031277-3"]
    assert expectations(found) == {
        ("Lehtorannan kunnanhallitus 2031-12-04", "item"): ("2031277-1", "2031277-2", "2031277-3"),
        ("2031277-2", "attachment"): ("2031277-2-1",),
    }
    assert troubles(found) == []


def test_items_say_body_day_and_title_whatever_their_encoding(site: Site) -> None:
    """The feed is ISO-8859-1 with entities, the page UTF-8: both are read right."""
    item = offers(listings(DynastyServer(site).channel))["2031277-2"]
    assert item.uri == f"{site.base}{PORTAL}?page=meetingitem&id=2031277-2"
    assert item.hints == Metadata(
        title="Ihmiskaupan uhrien neuvontapiste – jatko",
        date=dt.date(2031, 12, 4),
        issuer="Lehtorannan kunnanhallitus",
    )
    assert item.body is not None
    assert "jatketaan vuoden 2032 loppuun" in item.body.decode("utf-8")


def test_attachment_belongs_to_its_item(site: Site) -> None:
    """The PDF of an attachment is an offer with its words; the PDF of the item itself is none, its page is read."""
    attachment = offers(listings(DynastyServer(site).channel))["2031277-2-1"]
    assert attachment.uri == f"{site.base}/kokous/2031277-2-1.PDF"
    assert (attachment.parent, attachment.title) == ("2031277-2", "Liite 1. Selvitys ihmiskaupan uhrien palveluista")


def test_pages_of_items_are_read_without_furniture(site: Site) -> None:
    """What is handed over is read as an item of minutes: its text, its parts, its body and day."""
    item = offers(listings(DynastyServer(site).channel))["2031277-2"]
    (one,) = extract(item.body or b"", name=item.uri)
    texts = [block.text for block in one.blocks]
    assert "Haku" not in " ".join(texts)
    assert "Hallitus päätti, että ihmiskaupan uhrien neuvontapistettä jatketaan vuoden 2032 loppuun." in texts
    assert one.hints == Metadata(
        type="decision",
        title="Ihmiskaupan uhrien neuvontapiste – jatko",
        date=dt.date(2031, 12, 4),
        issuer="Kunnanhallitus",
        language="fi",
        section_number="198",
    )


def test_item_that_is_gone_is_still_offered(site: Site) -> None:
    """The pull asks for it once more, and notes that it was withdrawn."""
    server = DynastyServer(site)
    server.withdraw()
    found = listings(server.channel)
    assert offers(found)["2031277-3"].body is None
    assert troubles(found) == []


def test_page_of_another_item_is_not_taken(site: Site) -> None:
    """The server keeps sessions and may answer with the page that was asked for before."""
    server = DynastyServer(site)
    site.pages[f"{PORTAL}?page=meetingitem&id=2031277-3"] = server.page(server.entries["2031277-2"])
    found = listings(server.channel)
    assert "2031277-3" not in offers(found)
    assert "answered with the page of another item (2031277-2)" in troubles(found)[0]


def test_meeting_without_items_is_told(site: Site) -> None:
    """Where the page of the meeting lists nothing, the items of the feed are read and the gap is told."""
    server = DynastyServer(site)
    site.pages[f"{PORTAL}?page=meeting&id=2031277"] = Page("<html><body><p>Kirjaudu</p></body></html>")
    found = listings(server.channel)
    assert list(offers(found)) == ["2031277-2", "2031277-2-1", "2031277-3"]
    assert "lists none of its items: how many there are is not known" in troubles(found)[0]


def test_entries_that_are_no_items_are_told(site: Site) -> None:
    """A feed with other links says so, entry by entry."""
    server = DynastyServer(site)
    feed = server.feed().data.replace(b"id=2031277-3", b"id=uutinen")
    site.pages[f"{PORTAL}?page=rss%2Fmeetingitems&show=100"] = Page(feed, media_type="text/xml; charset=iso-8859-1")
    assert (
        "has an entry that is no item of a meeting: Kunnanhallitus 04.12.2031 / Työ"
        in troubles(listings(replace(server.channel, options={"items": "feed"})))[0]
    )


def test_real_pages_of_2017_are_read(site: Site) -> None:
    """Files of a real installation (windows-1252, Word): all its items, and the attachments of one."""
    folder = shared_folder("real", "espoo")
    old = b"http://espoo04.hosting.documenta.fi"
    for name in ("2017406946.HTM", "2017406946-3.HTM"):
        page = (folder / name).read_bytes().replace(old, site.base.encode())
        site.pages[f"/kokous/{name}"] = Page(page, media_type="text/html; charset=windows-1252")
    feed = (
        "<rss version='2.0'><channel><title>x</title><item><title>Kaupunginhallitus 08.05.2017 / Hallintosääntö</title>"
        f"<link>{site.base}/kokous/2017406946-3.HTM</link></item></channel></rss>"
    )
    site.pages[f"{PORTAL}?page=rss%2Fmeetingitems&show=100"] = Page(feed, media_type="text/xml")
    found = listings(Channel("espoo", "dynasty", "Espoo", site.base + PORTAL, options={"municipality": "Espoon"}))
    by_key = offers(found)
    assert by_key["2017406946-3"].uri == f"{site.base}/kokous/2017406946-3.HTM"
    assert by_key["2017406946-3"].hints.issuer == "Espoon kaupunginhallitus"
    assert by_key["2017406946-3-2"].title == "Äänestyslistat § 127"
    items = expectations(found)["Espoon kaupunginhallitus 2017-05-08", "item"]
    assert items[:3] == ("2017406946-1", "2017406946-2", "2017406946-3")
    # The pages of the other items are not served here: they are offered for the pull to find out.
    assert set(items) <= set(by_key)


# --- casem -------------------------------------------------------------------------------------------------------


def test_latest_meeting_of_a_body_is_read(site: Site) -> None:
    """Bodies, meetings and items by the interface; the meetings that are not read are expected."""
    found = listings(CasemServer(site).channel)
    by_key = offers(found)
    assert list(by_key) == ["4101", "4101/57432", "4101/57431", "4102", "4103"]
    assert by_key["4101"].hints == Metadata(
        title="Ihmiskaupan uhrien neuvontapiste",
        date=dt.date(2031, 12, 1),
        issuer="Kuusjärven kaupunginhallitus",
        language="fi",
        case_number="KuuDno-2031-206",
        section_number="33",
    )
    assert expectations(found) == {
        ("Kuusjärven kaupunginhallitus", "meeting"): (
            "Kuusjärven kaupunginhallitus 2031-11-03",
            "Kuusjärven kaupunginhallitus 2031-12-01",
        ),
        ("Kuusjärven kaupunginhallitus 2031-12-01", "item"): ("4101", "4102", "4103"),
        ("4101", "attachment"): ("4101/57432", "4101/57431"),
    }


def test_item_is_its_page_where_there_is_one(site: Site) -> None:
    """The page for people is handed over; where there is none, the properties are."""
    by_key = offers(listings(CasemServer(site).channel))
    assert by_key["4101"].uri == f"{site.base}/fi-FI/content/4101/23"
    assert by_key["4102"].uri == f"{site.base}{API}/Contents(4102)/ExtendedProperties"
    (one,) = extract(by_key["4102"].body or b"", name=by_key["4102"].uri)
    assert [block.text for block in one.blocks] == [
        "Lausunto pakkotyöstä",
        "Description",
        "Neuvontapisteestä on sovittu.",
        "Decision",
        "Hallitus antaa lausunnon pakkotyön ja työperäisen hyväksikäytön torjunnasta.",
    ]


def test_casem_item_that_is_gone_is_still_offered(site: Site) -> None:
    """The meeting lists it and its properties are gone: the pull looks at its page, and notes what it finds."""
    server = CasemServer(site)
    server.withdraw()
    found = listings(server.channel)
    assert (offers(found)["4103"].uri, offers(found)["4103"].body) == (f"{site.base}/fi-FI/content/4103/23", None)
    assert troubles(found) == []


def test_page_that_does_not_answer_is_not_replaced(site: Site) -> None:
    """A server in trouble does not turn a page into a list of properties: the next run has the page again."""
    server = CasemServer(site)
    site.pages["/fi-FI/content/4101/23"] = Page("", 503)
    found = listings(server.channel)
    assert "4101" not in offers(found)
    assert troubles(found) == ["23: answers 503"]


def test_files_without_an_address_are_told(site: Site) -> None:
    """A file that the interface lists without its id is a gap that is seen."""
    by_key = offers(listings(CasemServer(site).channel))
    assert by_key["4101/57432"].uri == f"{site.base}/download/noname/%7Bbdc88fb4-0000-4000-8000-000000057432%7D/57432"
    hidden = by_key["4101/57431"]
    assert (hidden.is_public, hidden.parent) == (False, "4101")
    assert hidden.note == "The interface lists the file without the id that its address needs."


def test_meetings_since_a_day_are_read(site: Site) -> None:
    """A first day wins over a number of meetings."""
    server = CasemServer(site)
    params = query_of({"$filter": "Classifications/any(f:f/NodeId eq 40)"})
    site.pages[f"{API}/Contents()?{params}"] = json_page({"value": []})
    channel = replace(server.channel, options={**server.channel.options, "since": "2031-11-01"})
    assert ("Kuusjärven kaupunginhallitus 2031-11-03", "item") in expectations(listings(channel))


def test_lists_in_pieces_are_read_on(site: Site) -> None:
    """A list that says where its next piece is is read to the end."""
    server = CasemServer(site)
    path = f"{API}/Nodes(11)/SubNodes()"
    first = json.loads(site.pages[path].data)["value"]  # type: ignore[union-attr]
    site.pages[path] = json_page({"value": first[1:], "odata.nextLink": "SubNodes()?skip=1"})
    site.pages[f"{API}/Nodes(11)/SubNodes()?skip=1"] = json_page({"value": first[:1]})
    assert "4101" in offers(listings(server.channel))


@pytest.mark.parametrize(
    ("path", "page", "reason"),
    [
        ("/Nodes", json_page({"value": [{"NodeId": 1, "Names": []}]}), "lists no node Toimielimet"),
        ("/Nodes(11)/SubNodes()", Page("<html>"), "answered with something that is no JSON"),
        ("/Nodes(11)/SubNodes(20)/SubNodes()", json_page({"a": 1}), "answered without the list value: it holds a"),
        ("/Contents(4102)/ExtendedProperties", Page("", 500), "answers 500"),
    ],
    ids=["no bodies", "html", "other fields", "one item"],
)  # fmt: skip
def test_interface_of_another_shape_is_told(site: Site, path: str, page: Page, reason: str) -> None:
    """Whatever part has changed, one sentence says so, and the rest goes on."""
    server = CasemServer(site)
    site.pages[API + path] = page
    found = listings(server.channel)
    assert any(reason in told for told in troubles(found))
    assert ("4101" in offers(found)) == ("ExtendedProperties" in path)


def test_real_answers_of_2017_are_read(site: Site) -> None:
    """Nodes, contents and properties of a real installation: one meeting, its items, three of them with their text."""
    folder = shared_folder("real", "mikkeli-casem")
    params = query_of({"$filter": "Classifications/any(f:f/NodeId eq 12381)"})
    for path, name in {
        "/Nodes": "nodes",
        "/Nodes(10717)/SubNodes()": "10717_subnodes",
        "/Nodes(10717)/SubNodes(11217)/SubNodes()": "10717_11217_subnodes",
        "/Nodes(10717)/SubNodes(11217)/SubNodes(11218)/SubNodes()": "10717_11217_11218_subnodes",
        f"/Contents()?{params}": "node_12381_contents",
        **{f"/Contents({n})/ExtendedProperties": f"contents_{n}_extended_properties" for n in (4020, 4021, 4022)},
    }.items():
        site.pages[API + path] = Page((folder / f"{name}.json").read_bytes(), media_type="application/json")
    options = {"bodies": ["Kaupunginhallitus"], "municipality": "Mikkelin", "meetings": 1, "text": "odata"}
    found = listings(Channel("mikkeli", "casem", "Mikkeli", site.base + API, options=options))
    by_key = offers(found)
    assert by_key["4020"].hints == Metadata(
        title="Mikkelin kaupungin luovuttamien tonttien hinnoittelu sekä muut luovutusperiaatteet vuosille 2018-2020",
        date=dt.date(2017, 6, 5),
        issuer="Mikkelin kaupunginhallitus",
        language="fi",
        case_number="MliDno-2017-206",
        section_number="233",
    )
    assert by_key["4020/57432"].title == "Liite kh Hinnoittelualuekartat 2018.pdf"
    (one,) = extract(by_key["4022"].body or b"", name=by_key["4022"].uri)
    assert one.hints.section_number == "212"
    assert len(expectations(found)["Mikkelin kaupunginhallitus 2017-06-05", "item"]) == 47
    assert len(expectations(found)["Mikkelin kaupunginhallitus", "meeting"]) == 51
    # The other items of the meeting were not captured: each is told, none is lost.
    assert len(troubles(found)) == 44


def test_properties_keep_their_order_and_leave_out_the_empty() -> None:
    """A property may come several times."""
    values = [{"Name": "A", "Text": "1"}, {"Name": "A", "Text": " "}, {"Name": "A", "Text": "2"}, {"Name": "B"}]
    assert properties_of({"value": values}, "x") == {"A": ["1", "2"]}
