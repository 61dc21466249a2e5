"""The words of what is handed on, evidence and citations, in Finnish, Swedish and English."""

from collections.abc import Mapping

from policysearch.model.meeting import SheetLanguage

EVIDENCE: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {
        "evidence": "Evidence", "untitled": "Untitled document", "unknown": "unknown",
        "as_read": "The words, as they were read", "as_printed": "The words, as they are printed",
        "line_by_line": "Line by line. A hyphen at the end of a line that parts one word is joined above; everything "
        "else is the same letters.",
        "whose": "Whose words", "said_by": "Said by", "said_on": "Said on", "what": "What it is",
        "negative": ", negative", "outcome": "Outcome", "became": "What became of it", "part": "Stands in",
        "heading": "Under the heading", "read_by": "Read by",
        "ocr": "OCR, from the picture of the page: compare with it",
        "where": "Where they stand", "document": "Document", "issuer": "Issued by", "date": "Date",
        "case_number": "Case number", "page": "Page", "address": "Address", "note": "Note",
        "picture_of": "Page {page} of the original", "marked": "The words, marked",
        "caption": "Page {page}, drawn from the original; the words are marked.",
        "check": "How to check this without the program that made it",
        "fetch": "Get the original from one of the addresses", "or_take": ", or take ",
        "inside": "the copy in this file", "changed": ". A publisher may have changed or withdrawn it since.",
        "compute": "Compute its SHA-256", "or": "or",
        "same_bytes": "If it is the one above, these are the very bytes that were read.",
        "open": "Open it", "at_page": " at page {page}", "read": ", and read the words.",
        "ten_lines": "Ten lines of Python check the same, and that this file is consistent",
        "cite": "To cite it",
    },
    "fi": {
        "evidence": "Todiste", "untitled": "Nimetön asiakirja", "unknown": "ei tiedossa",
        "as_read": "Sanat sellaisina kuin ne luettiin", "as_printed": "Sanat sellaisina kuin ne on painettu",
        "line_by_line": "Rivi riviltä. Rivin lopun tavuviivan katkaisema sana on yllä yhdistetty; muuten kirjaimet "
        "ovat samat.",
        "whose": "Kenen sanat", "said_by": "Kuka sanoo", "said_on": "Milloin sanottu", "what": "Mikä se on",
        "negative": ", kielteinen", "outcome": "Tulos", "became": "Mitä siitä tuli", "part": "Asiakirjan osa",
        "heading": "Otsikon alla", "read_by": "Miten luettu",
        "ocr": "tekstintunnistuksella sivun kuvasta: vertaa kuvaan",
        "where": "Missä sanat ovat", "document": "Asiakirja", "issuer": "Julkaisija", "date": "Päivämäärä",
        "case_number": "Asianumero", "page": "Sivu", "address": "Osoite", "note": "Huomautus",
        "picture_of": "Alkuperäisen sivu {page}", "marked": "Sanat merkittyinä",
        "caption": "Sivu {page} piirrettynä alkuperäisestä; sanat on merkitty.",
        "check": "Miten tämän voi tarkistaa ilman ohjelmaa, joka sen teki",
        "fetch": "Hae alkuperäinen jostakin osoitteesta", "or_take": " tai ota ",
        "inside": "tässä tiedostossa oleva kopio",
        "changed": ". Julkaisija on voinut sen jälkeen muuttaa sitä tai poistaa sen.",
        "compute": "Laske sen SHA-256", "or": "tai",
        "same_bytes": "Jos se on sama kuin yllä, kyseessä ovat juuri ne tavut, jotka luettiin.",
        "open": "Avaa se", "at_page": " sivulta {page}", "read": " ja lue sanat.",
        "ten_lines": "Kymmenen riviä Pythonia tarkistaa saman, ja sen, ettei tätä tiedostoa ole muutettu osittain",
        "cite": "Viittaus",
    },
    "sv": {
        "evidence": "Bevis", "untitled": "Namnlöst dokument", "unknown": "okänd",
        "as_read": "Orden så som de lästes", "as_printed": "Orden så som de är tryckta",
        "line_by_line": "Rad för rad. Ett ord som delas av ett bindestreck i slutet av en rad är hopskrivet ovan; i "
        "övrigt är bokstäverna desamma.",
        "whose": "Vems ord", "said_by": "Vem säger", "said_on": "När det sades", "what": "Vad det är",
        "negative": ", nekande", "outcome": "Utfall", "became": "Vad det blev av det", "part": "Del av dokumentet",
        "heading": "Under rubriken", "read_by": "Hur det lästes",
        "ocr": "med OCR från sidans bild: jämför med den",
        "where": "Var orden står", "document": "Dokument", "issuer": "Utgivare", "date": "Datum",
        "case_number": "Ärendenummer", "page": "Sida", "address": "Adress", "note": "Anmärkning",
        "picture_of": "Originalets sida {page}", "marked": "Orden markerade",
        "caption": "Sida {page}, ritad från originalet; orden är markerade.",
        "check": "Så kontrolleras detta utan programmet som gjorde det",
        "fetch": "Hämta originalet från någon av adresserna", "or_take": ", eller ta ",
        "inside": "kopian i den här filen", "changed": ". Utgivaren kan ha ändrat eller tagit bort det sedan dess.",
        "compute": "Räkna ut dess SHA-256", "or": "eller",
        "same_bytes": "Om den är densamma som ovan är det just de byte som lästes.",
        "open": "Öppna det", "at_page": " på sidan {page}", "read": " och läs orden.",
        "ten_lines": "Tio rader Python kontrollerar detsamma, och att den här filen stämmer med sig själv",
        "cite": "Källhänvisning",
    },
}  # fmt: skip
KINDS: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {
        "decision": "a decision", "undertaking": "an undertaking: somebody says that it will act",
        "obligation": "an obligation: somebody must act", "proposal": "a proposal or a wish, not final",
        "accomplishment": "a report that something was done",
    },
    "fi": {
        "decision": "päätös", "undertaking": "sitoumus: joku sanoo toimivansa",
        "obligation": "velvoite: jonkun on toimittava", "proposal": "ehdotus tai toive, ei lopullinen",
        "accomplishment": "tieto siitä, että jotakin on tehty",
    },
    "sv": {
        "decision": "ett beslut", "undertaking": "ett åtagande: någon säger sig handla",
        "obligation": "en förpliktelse: någon måste handla", "proposal": "ett förslag eller en önskan, inte slutligt",
        "accomplishment": "en uppgift om att något har gjorts",
    },
}  # fmt: skip
SETTLED: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {
        "decided": "adopted in the same document", "rejected": "rejected in the same document",
        "tabled": "tabled in the same document", "returned": "returned for preparation in the same document",
    },
    "fi": {
        "decided": "hyväksyttiin samassa asiakirjassa", "rejected": "hylättiin samassa asiakirjassa",
        "tabled": "pantiin pöydälle samassa asiakirjassa", "returned": "palautettiin valmisteluun samassa asiakirjassa",
    },
    "sv": {
        "decided": "godkändes i samma dokument", "rejected": "förkastades i samma dokument",
        "tabled": "bordlades i samma dokument", "returned": "återremitterades i samma dokument",
    },
}  # fmt: skip
OUTCOMES: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {},
    "fi": {
        "approved": "hyväksytty", "rejected": "hylätty", "returned": "palautettu valmisteluun",
        "tabled": "pantu pöydälle", "noted": "merkitty tiedoksi", "concluded": "todettu loppuun käsitellyksi",
        "forwarded": "lähetetty eteenpäin", "deferred": "siirretty",
    },
    "sv": {
        "approved": "godkänt", "rejected": "förkastat", "returned": "återremitterat", "tabled": "bordlagt",
        "noted": "antecknat för kännedom", "concluded": "konstaterat slutbehandlat", "forwarded": "sänt vidare",
        "deferred": "uppskjutet",
    },
}  # fmt: skip
PARTS: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {
        "decision": "the decision itself", "proposal": "a proposal for a decision",
        "rationale": "the presenter's reasons, not the decision", "summary": "a summary, not the decision",
        "statement": "a statement that is quoted or given, not the decision",
        "history": "the history of the matter, not this decision",
        "handling": "the record of how the matter was handled",
    },
    "fi": {
        "decision": "itse päätös", "proposal": "päätösehdotus",
        "rationale": "esittelijän perustelut, ei päätös", "summary": "tiivistelmä, ei päätös",
        "statement": "lainattu tai annettu lausunto, ei päätös",
        "history": "asian aiempi käsittely, ei tämä päätös", "handling": "merkintä siitä, miten asia käsiteltiin",
    },
    "sv": {
        "decision": "själva beslutet", "proposal": "ett förslag till beslut",
        "rationale": "föredragandens motivering, inte beslutet", "summary": "ett sammandrag, inte beslutet",
        "statement": "ett citerat eller givet utlåtande, inte beslutet",
        "history": "ärendets tidigare behandling, inte detta beslut",
        "handling": "anteckning om hur ärendet behandlades",
    },
}  # fmt: skip
GENRES: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {
        "minutes": "Minutes", "decision": "Decision", "press_release": "Press release", "plan": "Plan",
        "report": "Report", "statement": "Statement", "web_page": "Web page",
    },
    "fi": {
        "minutes": "Pöytäkirja", "decision": "Päätös", "press_release": "Tiedote", "plan": "Suunnitelma",
        "report": "Raportti", "statement": "Lausunto", "web_page": "Verkkosivu",
    },
    "sv": {
        "minutes": "Protokoll", "decision": "Beslut", "press_release": "Pressmeddelande", "plan": "Plan",
        "report": "Rapport", "statement": "Utlåtande", "web_page": "Webbsida",
    },
}  # fmt: skip
CITATION: Mapping[SheetLanguage, Mapping[str, str]] = {
    "en": {
        "undated": "undated", "no_issuer": "Issuer unknown", "no_page": "page unknown", "page": "p. {page}",
        "ocr": "read by OCR", "under": "Under", "said": "Said", "by": " by {who}", "on": " on {day}",
        "told": "given as the address of the file, ", "retrieved": "retrieved ",
        "newer": "; there is a newer version at this address",
        "withdrawn": "withdrawn from this address{answer}, seen {at}", "answered": ", which answered {status}",
        "other": "; the same text in another original, document {document}",
        "document": "document", "passage": "passage", "commitment": "commitment", "measure": "measure",
        "meeting": "meeting {number}",
    },
    "fi": {
        "undated": "päiväämätön", "no_issuer": "Julkaisija ei tiedossa", "no_page": "sivu ei tiedossa",
        "page": "s. {page}", "ocr": "luettu tekstintunnistuksella", "under": "Otsikko", "said": "Sanottu",
        "by": ", sanojana {who}", "on": " {day}", "told": "annettu tiedoston osoitteeksi, ",
        "retrieved": "haettu ", "newer": "; osoitteessa on uudempi versio",
        "withdrawn": "poistettu tästä osoitteesta{answer}, havaittu {at}", "answered": ", joka vastasi {status}",
        "other": "; sama teksti toisessa alkuperäisessä, asiakirja {document}",
        "document": "asiakirja", "passage": "katkelma", "commitment": "kirjaus", "measure": "toimenpide",
        "meeting": "kokous {number}",
    },
    "sv": {
        "undated": "odaterad", "no_issuer": "Okänd utgivare", "no_page": "okänd sida", "page": "s. {page}",
        "ocr": "läst med OCR", "under": "Rubrik", "said": "Sagt", "by": " av {who}", "on": " {day}",
        "told": "angiven som filens adress, ", "retrieved": "hämtad ",
        "newer": "; det finns en nyare version på den här adressen",
        "withdrawn": "borttagen från den här adressen{answer}, upptäckt {at}", "answered": ", som svarade {status}",
        "other": "; samma text i ett annat original, dokument {document}",
        "document": "dokument", "passage": "textställe", "commitment": "åtagande", "measure": "åtgärd",
        "meeting": "möte {number}",
    },
}  # fmt: skip


def day_text(iso: str, language: SheetLanguage) -> str:
    """A day in ISO 8601 as it is written in the language; English keeps ISO."""
    if language == "en":
        return iso
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"
