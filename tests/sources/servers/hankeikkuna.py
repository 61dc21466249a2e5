"""Hankeikkuna: the search for projects, after three clients of it, and its files. All projects are invented."""

from typing import Any

from policysearch.model.channel import Channel
from tests.sources.servers import answer_posts, pdf_page
from tests.sources.site import Site

SEARCH = "/api/v2/kohteet/haku"
GROUP = "11111111-1111-4111-8111-111111111111"
PROGRAMME = "22222222-2222-4222-8222-222222222222"


def item(uuid: str, name: str, kind: str, file: str, **more: Any) -> dict[str, Any]:
    """A document as the code of one client reads it."""
    return {
        "uuid": uuid,
        "nimi": {"fi": name, "sv": None, "en": None},
        "tyyppi": kind,
        "url": f"/asiakirjat/{GROUP}/{uuid}/{file}",
        "luotu": "2031-03-05T09:15:00.000",
        **more,
    }


APPOINTMENT = item("a1", "Asettamispäätös", "ASETTAMISPAATOS", "ASETTAMISPAATOS_20310305091500.pdf")
MINUTES = item("a2", "Pöytäkirja 3/2031", "POYTAKIRJA", "POYTAKIRJA_20310912120000.PDF", pvm="2031-09-10T00:00:00")
REPORT = item("a3", "Ohjelman loppuraportti", "RAPORTTI", "RAPORTTI_20311001120000.pdf", kieli="fi")


class HankeikkunaServer:
    """Two projects; a page of the search holds one of them."""

    size = 1

    def __init__(self, site: Site) -> None:
        self.site = site
        self.searches: list[dict[str, Any]] = []
        self.projects = {
            GROUP: self.project(GROUP, "SM027:00/2031", "Ihmiskaupan vastainen ohjausryhmä", [APPOINTMENT, MINUTES]),
            PROGRAMME: self.project(PROGRAMME, "SM031:00/2031", "Toimintaohjelma", [REPORT]),
        }
        self.texts = {
            "a1": "Ministeriö asettaa ihmiskaupan vastaisen ohjausryhmän ajalle 1.3.2031–31.12.2032.",
            "a2": "Ohjausryhmä päätti, että sihteeristö valmistelee ihmiskaupan vastaisen ohjelman 1.12.2031 mennessä.",
            "a3": "Loppuraportti ehdottaa ihmiskaupan uhrien palvelujen vakinaistamista.",
        }
        self.channel = Channel(
            "hankeikkuna", "hankeikkuna", "Hankeikkuna", site.base + "/api/v2", queries=("ihmiskauppa",)
        )
        self.publish()

    def project(self, uuid: str, number: str, name: str, items: list[dict[str, Any]]) -> dict[str, Any]:
        kohde = {
            "uuid": uuid,
            "tunnus": number,
            "nimi": {"fi": name, "sv": None, "en": None},
            "tila": "KAYNNISSA",
            "asettamisPaiva": "2031-03-01T00:00:00",
            "asianumerot": ["VN/4711/2031"],
        }
        return {"kohde": kohde, "lainsaadanto": None, "etapit": [], "asiakirjat": items, "asiasanat": [], "linkit": []}

    def search(self, asked: dict[str, Any]) -> dict[str, Any]:
        self.searches.append(asked)
        found = list(self.projects.values())
        begin = int(asked["searchAfter"][0]) if asked.get("searchAfter") else 0
        part = found[begin : begin + self.size]
        # The cursor is given as long as there were hits, on the last page as well.
        following = [str(begin + self.size), "uuid"] if part else None
        return {"result": part, "nextSearchAfter": following, "size": len(part), "totalHits": len(found)}

    def publish(self) -> None:
        """Serves what there is now."""
        self.site.pages = {}
        answer_posts(self.site, SEARCH, self.search)
        for project in self.projects.values():
            for one in project["asiakirjat"]:
                if isinstance(one, dict) and "url" in one:
                    self.site.pages[one["url"]] = pdf_page(one["nimi"]["fi"], self.texts[one["uuid"]])

    def change(self) -> None:
        self.texts["a2"] = (
            "Ohjausryhmä päätti, että sihteeristö valmistelee ihmiskaupan vastaisen ohjelman 1.2.2032 mennessä."
        )
        self.publish()

    def withdraw(self) -> None:
        self.projects[PROGRAMME]["asiakirjat"] = []
        self.publish()

    def add(self) -> None:
        self.texts["a4"] = "Ohjausryhmä hyväksyi ihmiskaupan vastaisen ohjelman luonnoksen."
        new = item("a4", "Pöytäkirja 4/2031", "POYTAKIRJA", "POYTAKIRJA_20311212120000.PDF")
        self.projects[GROUP]["asiakirjat"] = [*self.projects[GROUP]["asiakirjat"], new]
        self.publish()
