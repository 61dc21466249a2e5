"""The open interface of Parliament: search and papers, after two clients of it. All papers are invented."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from policysearch.model.channel import Channel
from tests.sources.servers import json_page
from tests.sources.site import Page, Site

PAPER = """<!DOCTYPE html><html lang="{language}"><head><title>{title}</title></head><body><main><h1>{title}</h1>
<p>{code}</p><h2>VALIOKUNNAN PERUSTELUT</h2><p>{text}</p></main></body></html>"""


def paper(name: str, code: str, title: str, language: str = "fi", **more: Any) -> dict[str, Any]:
    """A paper among the main ones of a matter."""
    return {
        "edktunnus": name,
        "eduskuntatunnus": f"{code} {'rd' if language == 'sv' else 'vp'}",
        "asiakirjatyyppikoodi": code.split(" ")[0],
        "valiokuntanimi": "Lakivaliokunta" if language == "fi" else "Lagutskottet",
        "nimeketeksti": title,
        "laadintapvm": "2031-11-04",
        "htmlSaatavilla": True,
        **more,
    }


class EduskuntaServer:
    """One matter with a report, a statement in both languages, and a bill; one statement that is found by itself."""

    page_size = 100

    def __init__(self, site: Site) -> None:
        self.site = site
        self.asked: list[dict[str, Any]] = []
        self.texts = {
            "EDK-2031-AK-1": "Valiokunta puoltaa ihmiskaupan uhrien auttamista koskevan lain hyväksymistä.",
            "EDK-2031-AK-2": "Valiokunta pitää tärkeänä, että ihmiskaupan uhrien asuminen järjestetään.",
            "EDK-2031-AK-3": "Utskottet anser det viktigt att offren för människohandel får ett boende.",
            "EDK-2031-AK-5": "Valiokunta edellyttää, että työperäinen hyväksikäyttö estetään.",
        }
        self.matter = {
            "eduskuntatunnus": {"fi": "HE 65/2031 vp", "sv": "RP 65/2031 rd"},
            "nimeke": {"fi": "Hallituksen esitys laiksi ihmiskaupan uhrien auttamisesta", "sv": None},
            "tila": {"fi": "Käsittelyssä"},
            "kasittelyt": {"fi": [{"tapahtumapvm": "2031-10-01", "kasittelyvaihe": "Lähetekeskustelu"}]},
            "keskeisetAsiakirjat": {
                "fi": [
                    paper("EDK-2031-AK-1", "LaVM 6/2031", "Lakivaliokunnan mietintö"),
                    paper("EDK-2031-AK-2", "LaVL 2/2031", "Lakivaliokunnan lausunto"),
                    paper("EDK-2031-AK-4", "HE 65/2031", "Hallituksen esitys"),
                ],
                "sv": [paper("EDK-2031-AK-3", "LaUU 2/2031", "Lagutskottets utlåtande", "sv")],
            },
        }
        self.papers = [
            # The statement of the matter again, and one of another matter, a PDF only.
            {**paper("EDK-2031-AK-2", "LaVL 2/2031", "Lakivaliokunnan lausunto"), "kielikoodi": "fi"},
            {**paper("EDK-2031-AK-5", "TyVL 9/2031", "Lausunto", htmlSaatavilla=False), "kielikoodi": "fi"},
        ]
        self.channel = Channel("eduskunta", "eduskunta", "Eduskunta", site.base + "/api/v1", queries=("ihmiskauppa",))
        self.publish()

    def publish(self) -> None:
        """Serves what there is now."""
        self.site.pages = {}
        for language, papers in [*self.matter["keskeisetAsiakirjat"].items(), ("fi", self.papers)]:  # type: ignore[attr-defined]
            for one in papers:
                name = one["edktunnus"]
                if name in self.texts:
                    form = "html" if one["htmlSaatavilla"] else "pdf"
                    # The interface sends on to the file.
                    self.site.pages[f"/api/v1/asiakirjat/edktunnus/{name}/{form}"] = Page(
                        "", 302, headers={"Location": f"/files/{name}"}, validators=False
                    )
                    self.site.pages[f"/files/{name}"] = Page(
                        PAPER.format(
                            language=language,
                            title=f"{one['nimeketeksti']} {one['eduskuntatunnus']}",
                            code=one["eduskuntatunnus"],
                            text=self.texts[name],
                        )
                    )
        self.site.pages = _Searching(self)

    def search(self, asked: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(asked)
        matters: list[dict[str, Any]] = [self.matter]
        hits = matters if asked["category"] == "valtiopaivaasia" else self.papers
        begin = asked["startFromIndex"]
        part = hits[begin : begin + min(asked["maxResults"], self.page_size)]
        return {
            "searchMetadata": {"totalResultCount": len(hits), "startFromIndex": begin, "actualResultCount": len(part)},
            "results": [{asked["category"]: hit} for hit in part],
        }

    def change(self) -> None:
        self.texts["EDK-2031-AK-2"] = "Valiokunta edellyttää, että ihmiskaupan uhrien asuminen järjestetään."
        self.publish()

    def withdraw(self) -> None:
        del self.texts["EDK-2031-AK-3"]
        self.publish()

    def add(self) -> None:
        self.texts["EDK-2031-AK-6"] = "Valiokunta katsoo, että pakkotyö on tunnistettava paremmin."
        self.papers.append({**paper("EDK-2031-AK-6", "HaVL 11/2031", "Lausunto"), "kielikoodi": "fi"})
        self.publish()


class _Searching(dict[str, Any]):
    """The pages of the server, with an answer to every search."""

    def __init__(self, server: EduskuntaServer) -> None:
        super().__init__(server.site.pages)
        self.server = server

    def get(self, path: str, default: Any = None) -> Any:
        if path in self or not path.startswith("/api/v1/search?"):
            return super().get(path, default)
        return json_page(self.server.search(json.loads(parse_qs(urlsplit(path).query)["q"][0])))
