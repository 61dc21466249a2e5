"""The publication archive: OAI-PMH with resumption tokens, pages of records, files. All publications are invented.

The format `kk` is after the code of two harvesters; pages of records after addresses of files old and new.
"""

from dataclasses import dataclass
from html import escape

from policysearch.model.channel import Channel
from tests.sources.servers import pdf_page, query_of
from tests.sources.site import Page, Site

OAI = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2031-11-02T08:00:00Z</responseDate>
<request verb="ListRecords">https://arkisto.example/oai/request</request>{body}</OAI-PMH>"""
RECORD = """<record><header{status}><identifier>oai:arkisto.example:{handle}</identifier>
<datestamp>2031-06-01T00:00:00Z</datestamp><setSpec>com_10024_59351</setSpec></header>{metadata}</record>"""


@dataclass(frozen=True)
class Publication:
    """A publication; `files` are paths with their texts."""

    handle: str
    title: str
    abstract: str
    files: tuple[tuple[str, str], ...]
    issued: str = "2031-05-20"
    subjects: tuple[str, ...] = ()
    language: str = "fi"


PUBLICATIONS = (
    Publication(
        "10024/1001",
        "Ihmiskaupan vastainen toimintaohjelma 2031–2034",
        "Ohjelma kuvaa toimenpiteet.",
        (
            (
                "/bitstream/handle/10024/1001/ohjelma_2031.pdf?sequence=1&isAllowed=y",
                "Ministeriö avaa ihmiskaupan uhrien neuvontapisteen 31.12.2032 mennessä.",
            ),
            ("/bitstream/handle/10024/1001/ohjelma_2031.pdf.txt?sequence=2&isAllowed=y", "sama tekstinä"),
        ),
    ),
    Publication("10024/1002", "Teiden kunto", "Tiet ja sillat.", (("/bitstream/handle/10024/1002/tiet.pdf", "Tiet."),)),
    Publication(
        "10024/1003",
        "Selvitys palveluista",
        "Palveluista.",
        (
            ("/bitstream/10024/1003/1/osa1.pdf", "Selvitys ehdottaa ihmiskaupan uhreille asumispalvelua."),
            ("/bitstream/10024/1003/2/osa2.pdf", "Ihmiskaupan uhrien palvelut, liitteet."),
        ),
        issued="2031",
        subjects=("ihmiskauppa", "palvelut"),
    ),
)


class ValtoServer:
    """Two records a page; the third page holds a record that was deleted."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.publications = {publication.handle: publication for publication in PUBLICATIONS}
        self.channel = Channel(
            "valto", "valto", "Valto", site.base + "/oai/request", queries=("ihmiskaup", "människohandel")
        )
        self.publish()

    def publish(self) -> None:
        """Serves what there is now, in pages of two records and one page with a deleted one."""
        self.site.pages = {}
        for publication in self.publications.values():
            for path, text in publication.files:
                self.site.pages[path] = pdf_page(publication.title, text)
        pages = [RECORD.format(status=' status="deleted"', handle="10024/999", metadata="")]
        records = list(map(self.record, self.publications.values()))
        pages = ["".join(records[begin : begin + 2]) for begin in range(0, len(records), 2)] + pages
        for number, records_here in enumerate(pages):
            token = f"kk///{number + 1}" if number + 1 < len(pages) else ""
            body = f"<ListRecords>{records_here}<resumptionToken>{token}</resumptionToken></ListRecords>"
            self.site.pages[self.address(number)] = Page(OAI.format(body=body), media_type="text/xml;charset=UTF-8")

    def address(self, number: int) -> str:
        asked = {"resumptionToken": f"kk///{number}"} if number else {"metadataPrefix": "kk"}
        return "/oai/request?" + query_of({"verb": "ListRecords", **asked})

    def record(self, publication: Publication) -> str:
        fields = [
            ("title", "", publication.title),
            ("description", "abstract", publication.abstract),
            ("date", "issued", publication.issued),
            ("language", "iso", publication.language),
            ("publisher", "", "Turvallisuusministeriö"),
            *(("subject", "", subject) for subject in publication.subjects),
        ]
        kk = "".join(
            f'<kk:field schema="dc" element="{element}"{f" qualifier={qualifier!r}" if qualifier else ""} '
            f'value="{escape(value)}"/>'
            for element, qualifier, value in fields
        )
        for path, _ in publication.files:
            kind = "text/plain" if ".txt" in path else "application/pdf"
            kk += f'<kk:file bundle="ORIGINAL" href="{escape(self.site.base + path)}" type="{kind}"/>'
        metadata = f'<metadata><kk:metadata xmlns:kk="http://kk/1.0">{kk}</kk:metadata></metadata>'
        return RECORD.format(status="", handle=publication.handle, metadata=metadata)

    def change(self) -> None:
        self._replace_files(
            "10024/1001", ("Ministeriö avaa ihmiskaupan uhrien neuvontapisteen 30.6.2033 mennessä.", "sama tekstinä")
        )

    def _replace_files(self, handle: str, texts: tuple[str, ...]) -> None:
        old = self.publications[handle]
        files = tuple((path, text) for (path, _), text in zip(old.files, texts, strict=True))
        self.publications[handle] = Publication(old.handle, old.title, old.abstract, files, old.issued, old.subjects)
        self.publish()

    def withdraw(self) -> None:
        """The second file of a publication is gone; the record goes on listing it."""
        del self.site.pages["/bitstream/10024/1003/2/osa2.pdf"]

    def add(self) -> None:
        self.publications["10024/1004"] = Publication(
            "10024/1004",
            "Rapport om människohandel",
            "Rapporten beskriver läget.",
            (("/bitstreams/33333333-3333-4333-8333-333333333333/download", "Rapporten om människohandel."),),
            language="sv",
        )
        self.publish()
