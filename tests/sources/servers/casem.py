"""A CaseM installation: nodes, contents and properties as its open interface answers, pages of items, files.

The shape is that of real answers of 2017, which the tests of the connector read as well; all texts are invented.
"""

from dataclasses import dataclass, replace
from html import escape
from typing import Any

from policysearch.model.channel import Channel
from tests.sources.servers import json_page, pdf_page, query_of
from tests.sources.site import Page, Site

API = "/api/opennc/v1"
PAGE = """<!DOCTYPE html><html lang="fi"><head><title>{title}</title></head><body>
<div id="Content_sidenaviArea"><a href="/fi-FI/Toimielimet">Toimielimet</a></div>
<div><a id="ContentStart"></a><h1>{body}, kokous {day}</h1><h2>§ {article} {title}</h2><p>{case}</p>
<h3>Perustelut</h3>{description}<h3>Päätös</h3>{decision}</div><div class="right-content">Oikea</div></body></html>"""


@dataclass(frozen=True)
class Content:
    """An item of the meeting; files are numbers with a title, or with none where their address is not told."""

    id: int
    article: str
    title: str
    decision: str
    has_page: bool = True
    files: tuple[tuple[int, str | None], ...] = ()


CONTENTS = (
    Content(
        4101,
        "33",
        "Ihmiskaupan uhrien neuvontapiste",
        "Hallitus päätti, että ihmiskaupan uhrien neuvontapiste avataan 1.3.2032.",
        files=((57432, "Liite 1. Selvitys"), (57431, None)),
    ),
    Content(
        4102,
        "34",
        "Lausunto pakkotyöstä",
        "Hallitus antaa lausunnon pakkotyön ja työperäisen hyväksikäytön torjunnasta.",
        has_page=False,
    ),
    Content(4103, "35", "Ihmiskaupan vastainen ohjelma", "Hallitus asetti työryhmän ihmiskauppaa vastaan."),
)


def node(number: int, parent: int, name: str, kind: int) -> dict[str, Any]:
    """A node as the interface describes it."""
    names = [{"LanguageId": 1, "Name": name, "Link": None}, {"LanguageId": 3, "Name": f"{name} (sv)", "Link": None}]
    return {"NodeId": number, "ParentId": parent, "Names": names, "SortOrder": 0, "Date": "2031-12-01", "Type": kind}


class CasemServer:
    """Two bodies, of which the board has two meetings; the second meeting has the items."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.contents = {content.id: content for content in CONTENTS}
        self.withdrawn: set[int] = set()
        self.channel = Channel(
            "kuusjarvi",
            "casem",
            "Kuusjärven pöytäkirjat",
            site.base + API,
            options={"bodies": ["Kaupunginhallitus"], "municipality": "Kuusjärven", "meetings": 1},
        )
        self.publish()

    def publish(self) -> None:
        """Serves what there is now."""
        self.site.pages = {}
        self.values("/Nodes", [node(10, 23, "Viranhaltijat", 0), node(11, 23, "Toimielimet", 8)])
        self.values("/Nodes(11)/SubNodes()", [node(20, 11, "Kaupunginhallitus", 144), node(21, 11, "Jaosto", 144)])
        self.values("/Nodes(11)/SubNodes(20)/SubNodes()", [node(30, 20, "Kokoukset", 0)])
        meetings = [node(40, 30, "Kokous 3.11.2031", 143), node(41, 30, "Kokous 1.12.2031", 143)]
        self.values("/Nodes(11)/SubNodes(20)/SubNodes(30)/SubNodes()", meetings)
        contents = [self.content(one) for one in self.contents.values()]
        self.values("/Contents()?" + query_of({"$filter": "Classifications/any(f:f/NodeId eq 41)"}), contents)
        for one in self.contents.values():
            if one.id not in self.withdrawn:
                self.item(one)

    def values(self, path: str, values: list[dict[str, Any]]) -> None:
        self.site.pages[API + path] = json_page({"odata.metadata": f"{self.site.base}{API}/$metadata", "value": values})

    def content(self, one: Content) -> dict[str, Any]:
        return {
            "ContentId": one.id,
            "Subject": one.title,
            "LanguageId": 1,
            "PublicDate": "2031-12-02T11:02:53.2",
            "ExpiryDate": "2036-12-02T11:02:53.2",
            "TemplateId": 70,
            "Version": 1,
            "Classifications": [{"NodeId": 41, "NodeName": "Kokous 1.12.2031", "Type": 7}],
            "FileLinks": [{"FileId": number} for number, _ in one.files],
        }

    def item(self, one: Content) -> None:
        texts = {
            "Name": one.title,
            "Article": one.article,
            "CaseNativeId": "KuuDno-2031-206",
            "Description": "<p>Neuvontapisteest&auml; on sovittu.</p>",
            "Decisionproposal": "",
            "Decision": f"<p>{escape(one.decision)}</p>",
        }
        values = [{"Id": number, "Name": name, "Text": text} for number, (name, text) in enumerate(texts.items())]
        for number, title in one.files:
            if title:
                guid = f"bdc88fb4-0000-4000-8000-{number:012}"
                link = f"<a href='download.aspx?ID={number}&GUID={{{guid}}}' target='_blank'>{title}</a>"
                values.append({"Id": 1703, "Name": "Attachments", "Text": link})
                path = f"/download/noname/%7B{guid}%7D/{number}"
                self.site.pages[path] = pdf_page(title, "Selvitys ihmiskaupan uhrien palveluista.")
        self.values(f"/Contents({one.id})/ExtendedProperties", values)
        if one.has_page:
            page = PAGE.format(
                title=one.title,
                body="Kaupunginhallitus",
                day="1.12.2031",
                article=one.article,
                case=texts["CaseNativeId"],
                description=texts["Description"],
                decision=texts["Decision"],
            )
            self.site.pages[f"/fi-FI/content/{one.id}/23"] = Page(page)

    def change(self) -> None:
        decision = "Hallitus päätti, että ihmiskaupan uhrien neuvontapiste avataan 1.6.2032."
        self.contents[4101] = replace(self.contents[4101], decision=decision)
        self.publish()

    def withdraw(self) -> None:
        self.withdrawn.add(4103)
        self.publish()

    def add(self) -> None:
        self.contents[4104] = Content(4104, "36", "Ihmiskaupan uhrien asuminen", "Hallitus varaa rahaa asumiseen.")
        self.publish()
