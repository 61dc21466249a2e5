"""Sentences of our own making with the entry that a careful reader makes of them, by the place they stand in."""

from dataclasses import dataclass
from typing import NamedTuple

from policysearch.model.document import Part
from policysearch.model.source import DocumentType


@dataclass(frozen=True)
class Place:
    """Where a sentence stands: type, part and issuer of its document."""

    type: DocumentType
    part: Part | None
    issuer: str | None


class Case(NamedTuple):
    """A sentence with one entry: its kind, the verb that carries the act, and who acts."""

    text: str
    kind: str
    action: str | None
    actors: tuple[str, ...] = ()


CITY = "Kuusjärven kaupunginhallitus"
BOARD = "Kuusjärven sosiaalilautakunta"
MINISTRY = "oikeusministeriö"
MINUTES = Place("minutes", None, "ohjausryhmä")
DECISION = Place("decision", "decision", CITY)
HANDLING = Place("decision", "handling", CITY)
PROPOSAL = Place("decision", "proposal", CITY)
RATIONALE = Place("decision", "rationale", CITY)
STATEMENT = Place("statement", "statement", BOARD)
RELEASE = Place("press_release", None, MINISTRY)
PLAN = Place("plan", None, "Kuusjärven kaupunki")

ENTRIES: dict[Place, tuple[Case, ...]] = {
    MINUTES: (
        Case("Sihteeristön tehtäväksi annettiin laatia yhteenveto.", "decision", "laatia", ("ohjausryhmä",)),
        Case(
            "Sisäministeriö ilmoitti, että se nimeää jäsenen myöhemmin.", "undertaking", "nimetä", ("sisäministeriö",)
        ),
        Case("Jäsenet toimittavat huomionsa sihteeristölle 28.2. mennessä.", "undertaking", "toimittaa", ("jäsenet",)),
        Case("Esityslista hyväksyttiin sellaisenaan.", "decision", "hyväksyä", ("ohjausryhmä",)),
        Case("Edellisen kokouksen muistio hyväksyttiin pienin korjauksin.", "decision", "hyväksyä", ("ohjausryhmä",)),
        Case("Ryhmän sihteeriksi valittiin erityisasiantuntija Oona Kivelaho.", "decision", "valita", ("ohjausryhmä",)),
        Case("Selvitys merkittiin tiedoksi.", "decision", "merkitä", ("ohjausryhmä",)),
        Case("Asia jätettiin pöydälle seuraavaan kokoukseen.", "decision", "jättää", ("ohjausryhmä",)),
        Case("Päätettiin pyytää lausunnot kunnilta.", "decision", "pyytää", ("ohjausryhmä",)),
        Case(
            "Päätettiin, että koulutuksia järjestetään kaksi syksyllä 2024.", "decision", "järjestää", ("ohjausryhmä",)
        ),
        Case("Sovittiin, että sihteeristö lähettää luonnoksen jäsenille.", "decision", "lähettää", ("sihteeristö",)),
        Case("Kysymys rahoituksesta jää ratkaistavaksi talousarvion yhteydessä.", "decision", "ratkaista"),
        Case("Sihteeristö kokoaa kommentit viikon kuluessa.", "undertaking", "koota", ("sihteeristö",)),
        Case("Työryhmä jatkaa työtään keväällä.", "undertaking", "jatkaa", ("työryhmä",)),
        Case("Seuraava kokous pidetään tiistaina 4. kesäkuuta 2024.", "undertaking", "pitää", ("ohjausryhmä",)),
        Case("Luonnos viimeistellään tammikuussa.", "undertaking", "viimeistellä"),
        Case("Sisäministeriö ehdotti, että kuntia kuullaan.", "proposal", "ehdottaa", ("sisäministeriö",)),
        Case("STM piti tärkeänä koulutuksen jatkamista.", "proposal", "jatkaa", ("sosiaali- ja terveysministeriö",)),
        Case("Olisi hyvä kartoittaa kuntien tarpeet.", "proposal", "kartoittaa"),
        Case("Arvioinnin tulisi keskittyä tuloksiin.", "proposal", "keskittyä"),
        Case("Todettiin olevan suotavaa, että yhteistyötä tiivistetään.", "proposal", "tiivistää"),
        Case(
            "Valtiovarainministeriö esitti toiveen tarkistaa kustannukset.",
            "proposal",
            "tarkistaa",
            ("valtiovarainministeriö",),
        ),
        Case("Poliisihallitus on nimennyt yhdyshenkilöt.", "accomplishment", "nimetä", ("Poliisihallitus",)),
        Case("Kysely lähetettiin kuntiin maaliskuussa 2023.", "accomplishment", "lähettää"),
        Case("Ministeriön edustaja kertoi, että opas on julkaistu.", "accomplishment", "julkaista"),
        Case(
            "Oikeusministeriö ilmoitti osallistuvansa rahoitukseen.", "undertaking", "osallistua", ("oikeusministeriö",)
        ),
        Case(
            "Maahanmuuttovirasto kertoi aloittaneensa koulutuksen.",
            "accomplishment",
            "aloittaa",
            ("Maahanmuuttovirasto",),
        ),
    ),
    DECISION: (
        Case("Työryhmään kutsutaan edustajat poliisista ja järjestöistä.", "decision", "kutsua", (CITY,)),
        Case("Avustuksen saajan on toimitettava selvitys 31.3.2025 mennessä.", "obligation", "toimittaa", ("saaja",)),
        Case("Kaupunginhallitus päätti hyväksyä toimintaohjelman vuosille 2022–2024.", "decision", "hyväksyä", (CITY,)),
        Case("Kaupunginhallitus päätti, ettei ohjelmaa jatketa.", "decision", "jatkaa", (CITY,)),
        Case("Kaupunginhallitus hylkäsi oikaisuvaatimuksen.", "decision", "hylätä", (CITY,)),
        Case(
            "Samalla kaupunginhallitus kehotti sosiaalilautakuntaa laatimaan suunnitelman.",
            "decision",
            "kehottaa",
            (CITY,),
        ),
        Case("Kaupunginhallitus katsoo aloitteen loppuun käsitellyksi.", "decision", "katsoa", (CITY,)),
        Case(
            "Kaupunginhallitus valtuutti kaupunginjohtajan allekirjoittamaan sopimuksen.",
            "decision",
            "valtuuttaa",
            (CITY,),
        ),
        Case("Asia palautettiin valmisteluun.", "decision", "palauttaa", (CITY,)),
        Case("Tällä päätöksellä kumotaan aiempi ohje.", "decision", "kumota", (CITY,)),
        Case("Kustannukset maksetaan talousarvion kohdasta 2 10.", "decision", "maksaa", (CITY,)),
        Case("Kaupunginhallitus päätti esittää valtuustolle määrärahan korottamista.", "decision", "esittää", (CITY,)),
        Case("Avustus on käytettävä vuoden 2024 loppuun mennessä.", "obligation", "käyttää"),
        Case("Hakijan tulee toimittaa selvitys 31.1.2025 mennessä.", "obligation", "toimittaa", ("hakija",)),
        Case("Päätös on ehdotuksen mukainen.", "decision", None, (CITY,)),
        Case("Merkittiin tiedoksi.", "decision", "merkitä", (CITY,)),
        Case("Hyväksyttiin.", "decision", "hyväksyä", (CITY,)),
    ),
    HANDLING: (
        Case("Vastaehdotus: Oona Kivelaho: Poistetaan kappale 3.", "proposal", "poistaa", ("Oona Kivelaho",)),
        Case("Äänestyksessä esittelijän ehdotus voitti.", "decision", "voittaa", (CITY,)),
        Case("14.03.2022 Pöydälle", "decision", None, (CITY,)),
        Case("28.03.2022 Ehdotuksen mukaan", "decision", None, (CITY,)),
        Case("Jäsen Iiris Vaskela ehdotti, että asia palautetaan.", "proposal", "ehdottaa", ("Iiris Vaskela",)),
        Case("Puheenjohtaja totesi kaupunginhallituksen hylänneen vastaehdotuksen.", "decision", "hylätä", (CITY,)),
        Case("Kaupunginhallitus hyväksyi muutosehdotuksen yksimielisesti.", "decision", "hyväksyä", (CITY,)),
    ),
    PROPOSAL: (
        Case("Kaupunginhallitus päättää hyväksyä ohjelman.", "proposal", "hyväksyä", (CITY,)),
        Case("Kaupunginhallitus merkitsee selvityksen tiedoksi.", "proposal", "merkitä", (CITY,)),
        Case("Merkitään tiedoksi.", "proposal", "merkitä", (CITY,)),
        Case("Hankkeelle laaditaan talousarvio.", "proposal", "laatia"),
        Case(
            "Kaupunginvaltuusto myöntää yhdistykselle avustuksen.",
            "proposal",
            "myöntää",
            ("Kuusjärven kaupunginvaltuusto",),
        ),
    ),
    RATIONALE: (
        Case("Kuntalain 107 §:n mukaan päätöksistä pidetään pöytäkirjaa.", "obligation", "pitää"),
        Case(
            "Kaupunginvaltuusto hyväksyi strategian 12.6.2023.",
            "decision",
            "hyväksyä",
            ("Kuusjärven kaupunginvaltuusto",),
        ),
        Case("Ohjelma on valmisteltu yhdessä järjestöjen kanssa.", "accomplishment", "valmistella"),
        Case("Poliisi on perustanut tutkintaryhmän.", "accomplishment", "perustaa", ("poliisi",)),
        Case("Hanketta varten on varattu 30 000 euroa.", "accomplishment", "varata"),
        Case("Uusi ohje otetaan käyttöön syyskuussa 2024.", "undertaking", "ottaa"),
        Case("Kartoitus tullaan tekemään vuoden 2024 aikana.", "undertaking", "tehdä"),
        Case("Lausuntoa on pyydetty 30.4.2024 mennessä.", "accomplishment", "pyytää"),
        Case("Järjestöt ehdottavat neuvontapisteen avaamista.", "proposal", "ehdottaa", ("järjestöt",)),
        Case("Neuvontaa on syytä lisätä.", "proposal", "lisätä"),
        Case("Luvanhaltijan on esitettävä seurantasuunnitelma.", "obligation", "esittää", ("luvanhaltija",)),
        Case("Työssä on tarkoitus selvittää asumisen tarpeet.", "undertaking", "selvittää"),
        Case(
            "Laki uhrien auttamisesta on valmisteilla oikeusministeriössä.", "undertaking", "valmistella", (MINISTRY,)
        ),
        Case(
            "Aloitteessa edellytetään, että kaupunki laatii suunnitelman.",
            "proposal",
            "edellyttää",
            ("Kuusjärven kaupunki",),
        ),
        Case(
            "Terveyden ja hyvinvoinnin laitos selvittää tarpeet vuosina 2024–2025.",
            "undertaking",
            "selvittää",
            ("Terveyden ja hyvinvoinnin laitos",),
        ),
    ),
    STATEMENT: (
        Case("Kuntaliitto vastustaa uusia velvoitteita.", "proposal", "vastustaa", ("Kuntaliitto",)),
        Case("Esitämme, että toipumisaikaa pidennetään.", "proposal", "esittää", (BOARD,)),
        Case("Kaupunki pitää muutoksia kannatettavina.", "proposal", "pitää", ("Kuusjärven kaupunki",)),
        Case("Sosiaalilautakunta pitää tärkeänä, että rahoitus turvataan.", "proposal", "turvata", (BOARD,)),
        Case("Lautakunta näkee perusteltuna työryhmän perustamisen.", "proposal", "perustaa", (BOARD,)),
        Case("Sosiaalilautakunta katsoo, että ohjeita on tarpeen täsmentää.", "proposal", "täsmentää", (BOARD,)),
        Case("Työryhmään ehdotetaan kutsuttavaksi poliisin edustaja.", "proposal", "kutsua"),
        Case("Työryhmän tehtävänä olisi seurata toimeenpanoa.", "proposal", "seurata", ("työryhmä",)),
        Case("Henkilöstön osaamista tulee vahvistaa.", "proposal", "vahvistaa"),
        Case("Neuvontaa olisi lisättävä.", "proposal", "lisätä"),
        Case("Työntekijöitä tulisi kouluttaa enemmän.", "proposal", "kouluttaa"),
        Case("Poliisin tulee ohjata uhri palvelujen piiriin.", "obligation", "ohjata", ("poliisi",)),
        Case("Sosiaalitoimi tulee osallistumaan yhteistyöhön.", "undertaking", "osallistua", ("Kuusjärven sosiaalitoimi",)),
        Case("Sosiaalilautakunta ei kannata määräajan lyhentämistä.", "proposal", "kannattaa", (BOARD,)),
        Case("GRETA on suositellut, että henkilöstöä koulutetaan.", "proposal", "suositella", ("GRETA",)),
        Case("Sosiaalilautakunta antoi seuraavan lausunnon:", "decision", "antaa", (BOARD,)),
        Case(
            "Lautakunta toteaa, että kaupunki on aloittanut kokeilun.",
            "accomplishment",
            "aloittaa",
            ("Kuusjärven kaupunki",),
        ),
    ),
    RELEASE: (
        Case("Lisäksi selvitetään mahdollisuutta perustaa kansallinen verkosto.", "undertaking", "selvittää"),
        Case("Ohjelmassa on toimia, jotka toteutetaan vuosina 2024–2025.", "undertaking", "toteuttaa"),
        Case("Poliisihallitus ohjeistaa poliisilaitoksia.", "undertaking", "ohjeistaa", ("Poliisihallitus",)),
        Case("Suunnitteilla on valtakunnallinen kampanja.", "undertaking", "suunnitella"),
        Case("Laki tulee voimaan 1.9.2024.", "undertaking", "tulla"),
        Case("Oikeusministeriössä käynnistyy selvityshanke.", "undertaking", "käynnistyä", (MINISTRY,)),
        Case("Hankkeessa valmistuu opas vuonna 2025.", "undertaking", "valmistua"),
        Case("Oikeusministeriö asetti työryhmän 3.5.2023.", "accomplishment", "asettaa", (MINISTRY,)),
        Case("Ministeriö on sitoutunut rahoittamaan neuvontaa.", "undertaking", "rahoittaa", (MINISTRY,)),
        Case("Sisäministeriö aikoo uudistaa ohjeet.", "undertaking", "uudistaa", ("sisäministeriö",)),
        Case("Hallitus lupaa lisätä määrärahoja.", "undertaking", "lisätä", ("hallitus",)),
        Case("Ohjelmasta teetetään ulkopuolinen arviointi.", "undertaking", "teettää"),
        Case("Kukin ministeriö vastaa oman hallinnonalansa toimista.", "obligation", "vastata", ("ministeriö",)),
        Case(
            "Toimintaa koordinoi Joutsenon vastaanottokeskus.",
            "obligation",
            "koordinoida",
            ("Joutsenon vastaanottokeskus",),
        ),
        Case(
            "Yhdenvertaisuusvaltuutettu toimii kansallisena raportoijana.",
            "obligation",
            "toimia",
            ("yhdenvertaisuusvaltuutettu",),
        ),
        Case("Koordinaattorin tehtäviin kuuluu verkoston johtaminen.", "obligation", "kuulua", ("koordinaattori",)),
        Case("Seurannasta on vastuussa sihteeristö.", "obligation", "vastata", ("sihteeristö",)),
        Case("Maahanmuuttovirasto huolehtii tiedottamisesta.", "obligation", "huolehtia", ("Maahanmuuttovirasto",)),
        Case("Ohjelma julkaistiin 7.5.2021.", "accomplishment", "julkaista"),
        Case("Sisäministeriö on valmistellut lakiehdotuksen.", "accomplishment", "valmistella", ("sisäministeriö",)),
        Case("Ministerityöryhmä linjasi rahoituksen jatkosta.", "decision", "linjata", ("ministerityöryhmä",)),
        Case("Hankkeen tavoitteena on tunnistaa uhrit aiemmin.", "undertaking", "tunnistaa"),
        Case("Työryhmän toimikausi päättyy 31.12.2025.", "undertaking", "päättyä"),
        Case("Suomi on ratifioinut sopimuksen.", "accomplishment", "ratifioida", ("Suomi",)),
        Case("Ministeriö suosittelee kunnille yhteyshenkilön nimeämistä.", "proposal", "suositella", (MINISTRY,)),
    ),
    PLAN: (
        Case("Laaditaan opas työnantajille.", "undertaking", "laatia"),
        Case("Koulutetaan koulujen henkilöstö tunnistamaan hyväksikäyttö.", "undertaking", "kouluttaa"),
        Case("Kaupunki perustaa neuvontapisteen vuonna 2025.", "undertaking", "perustaa", ("Kuusjärven kaupunki",)),
        Case("Toimien etenemisestä raportoidaan vuosittain.", "undertaking", "raportoida"),
        Case("Hyvinvointipalvelut nimeää yhdyshenkilön.", "undertaking", "nimetä", ("hyvinvointipalvelut",)),
        Case("Palveluohjaajan tehtävänä on neuvoa henkilöstöä.", "obligation", "neuvoa", ("palveluohjaaja",)),
        Case("Yhteistyötä poliisin kanssa tiivistetään.", "undertaking", "tiivistää"),
        Case("Mikäli rahoitus päättyy, toiminta siirretään kaupungille.", "undertaking", "siirtää"),
    ),
}

NOTHING: dict[Place, tuple[str, ...]] = {
    MINUTES: (
        "Kokous päättyi klo 15.10.",
        "Merkittiin, että Elo Hyrkkö poistui esteellisenä.",
        "Todettiin, että hanke etenee suunnitelman mukaisesti.",
        "Puheenjohtaja avasi kokouksen klo 9.00.",
        "Puheenjohtaja päätti kokouksen klo 11.15.",
        "Sihteeristö esitteli hankkeen tilannetta.",
        "Oona Kivelaho saapui kokoukseen klo 9.20.",
        "Keskustelua käytiin rakentavassa hengessä.",
        "Keskusteltiin rahoituksen riittävyydestä.",
        "Luonnosta pidettiin selkeänä.",
        "Ehdotuksia ei ole vielä käsitelty.",
        "Aikataulu on tiukka.",
        "Työryhmän työ tulee vaatimaan paljon resursseja.",
        "Ohjelma saattaa viivästyä.",
    ),
    DECISION: (
        "Sopimuskausi on kaksi vuotta.",
        "Päätös on sähköisesti allekirjoitettu.",
        "Kustannusarvio perustuu aiempiin kokemuksiin.",
        "Tarjouksia saatiin kolme.",
    ),
    RATIONALE: (
        "Hallintolain 45 §:ssä säädetään päätöksen perustelemisesta.",
        "Ihmiskauppa on vakava rikos.",
        "Uhrien määrä kasvaa nopeasti.",
        "Palvelut muodostavat tärkeän kokonaisuuden.",
        "Aloite koskee uhrien palveluja.",
        "Ohjelmaan sisältyy kymmenen toimenpidettä.",
        "Poliisi voi tehdä ilmoituksen sosiaalitoimelle.",
        "Avustusta voidaan myöntää hakemuksesta.",
        "Kehitys on huolestuttava.",
        "Kokeilu on ollut onnistunut.",
        "Yhteistyö toimii pääosin hyvin.",
        "Uhrit eivät aina uskalla hakea apua.",
        "Kustannusten arvioidaan kasvavan ensi vuonna.",
        "Hankkeen kesto on enintään kaksi vuotta.",
        "Asia ei kuulu kaupungin toimivaltaan.",
        "Ajan pidentäminen ei ole kaupungin toimivallassa.",
        "Tiedot on esitetty taulukossa 3.",
        "Selvitys on jaettu neljään osaan.",
        "Tapauksia oli viime vuonna kolmekymmentä.",
        "Ohjelma on saatavilla kaupungin verkkosivuilla.",
        "Työttömyys lisäsi riskiä joutua hyväksikäytetyksi.",
    ),
    STATEMENT: (
        "Uhrien on mahdollista saada apua maksutta.",
        "On hyvä muistaa, että tilanteet vaihtelevat.",
        "Järjestöt nostavat esille pitkät jonotusajat.",
        "Verkoston tärkeimmät toimijat ovat järjestöt ja poliisi.",
        "Palvelut parantavat yhteiskunnan turvallisuutta.",
        "Tehokas tutkinta luo luottamusta viranomaisiin.",
    ),
    RELEASE: (
        "Auttamisjärjestelmä voi tarjota tukea ja neuvontaa.",
        "Ohjelman löydät ministeriön verkkosivuilta.",
        "Koordinaattorin työhuone on oikeusministeriössä.",
        "Hyökkäyssota on tuonut uusia riskejä.",
        "Tilaisuus on avoin kaikille.",
        "Lisätietoja antaa erityisasiantuntija Oona Kivelaho.",
        "Ilmiö tunnetaan huonosti.",
    ),
}
