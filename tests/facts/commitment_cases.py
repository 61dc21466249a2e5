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
        Case("Sihteeri varaa salin.", "undertaking", "varata", ("sihteeri",)),
        Case("Toimisto muuttaa uusiin tiloihin kesäkuussa 2023.", "undertaking", "muuttaa", ("toimisto",)),
        Case("Päätettiin lykätä kampanjaa syksyyn.", "decision", "lykätä", ("ohjausryhmä",)),
        Case("Ulkopuolista tuottajaa päätettiin olla palkkaamatta.", "decision", "palkata", ("ohjausryhmä",)),
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
        Case("Aloite todettiin loppuun käsitellyksi.", "decision", "todeta", ("Kuusjärven kaupunginhallitus",)),
        Case(
            "Kaupunginhallitus kuuli johtajaa ja hyväksyi esityksen.",
            "decision",
            "hyväksyä",
            ("Kuusjärven kaupunginhallitus",),
        ),
        Case(
            "Puheenjohtaja totesi, että esitys on tullut kaupunginhallituksen päätökseksi.",
            "decision",
            "tulla",
            ("Kuusjärven kaupunginhallitus",),
        ),
        Case("Sopimusta jatketaan kahdella vuodella.", "decision", "jatkaa", ("Kuusjärven kaupunginhallitus",)),
        Case(
            "Kaupunginhallitus päätti, ettei tarjousta hyväksytä.",
            "decision",
            "hyväksyä",
            ("Kuusjärven kaupunginhallitus",),
        ),
        Case(
            "Suoritetussa äänestyksessä esittelijän ehdotus voitti äänin 9–4.",
            "decision",
            "voittaa",
            ("Kuusjärven kaupunginhallitus",),
        ),
        Case(
            "Kaupunginhallitus päätti äänin 7–4 jatkaa asian käsittelyä.",
            "decision",
            "jatkaa",
            ("Kuusjärven kaupunginhallitus",),
        ),
        Case("Iiris Vaskela jätti päätökseen eriävän mielipiteen.", "decision", "jättää", ("Iiris Vaskela",)),
        Case(
            "Kaupunginhallitus päätti lähettää asian valmisteltavaksi lautakunnalle.",
            "decision",
            "lähettää",
            ("Kuusjärven kaupunginhallitus",),
        ),
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
        Case(
            "Iiris Vaskela muutti esitystään siten, että hankkeesta luovutaan.",
            "proposal",
            "luopua",
            ("Iiris Vaskela",),
        ),
        Case(
            "Esittelijä täydensi ehdotustaan siten, että raportti toimitetaan valtuustolle.",
            "proposal",
            "toimittaa",
            ("esittelijä",),
        ),
        Case("Iiris Vaskela jätti aloitteen 9.5.2022.", "accomplishment", "jättää", ("Iiris Vaskela",)),
        Case("Kaupunginhallitus merkitsi arvion tiedoksi.", "decision", "merkitä", ("Kuusjärven kaupunginhallitus",)),
        Case("Vastaehdotus: Oona Kivelaho: Poistetaan kappale 3.", "proposal", "poistaa", ("Oona Kivelaho",)),
        Case("Äänestyksessä esittelijän ehdotus voitti.", "decision", "voittaa", (CITY,)),
        Case("14.03.2022 Pöydälle", "decision", None, (CITY,)),
        Case("28.03.2022 Ehdotuksen mukaan", "decision", None, (CITY,)),
        Case("Jäsen Iiris Vaskela ehdotti, että asia palautetaan.", "proposal", "ehdottaa", ("Iiris Vaskela",)),
        Case("Puheenjohtaja totesi kaupunginhallituksen hylänneen vastaehdotuksen.", "decision", "hylätä", (CITY,)),
        Case("Kaupunginhallitus hyväksyi muutosehdotuksen yksimielisesti.", "decision", "hyväksyä", (CITY,)),
    ),
    PROPOSAL: (
        Case("päättää hyväksyä sopimuksen", "proposal", "hyväksyä", ("Kuusjärven kaupunginhallitus",)),
        Case("esittää valtuustolle sopimuksen hyväksymistä", "proposal", "esittää", ("Kuusjärven kaupunginhallitus",)),
        Case(
            "Kaupunginhallitus kehottaa lautakuntaa laatimaan suunnitelman.",
            "proposal",
            "kehottaa",
            ("Kuusjärven kaupunginhallitus",),
        ),
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
        Case("Kyseessä ovat asiakirjat, jotka on säilytettävä kymmenen vuotta.", "obligation", "säilyttää"),
        Case("Hallintosäännön 12 §:n mukaan lautakunta päättää maksuista.", "obligation", "päättää", ("lautakunta",)),
        Case("Lain 8 §:n mukaan pöytäkirja pidetään yleisesti nähtävänä.", "obligation", "pitää"),
        Case("Henkilötiedot on poistettava rekisteristä.", "obligation", "poistaa"),
        Case("Palvelun tulee perustua asiakassuunnitelmaan.", "obligation", "perustua"),
        Case(
            "Kuusjärven poliisilaitos on vastaanottanut pyynnön 3.11.2022.",
            "accomplishment",
            "vastaanottaa",
            ("Kuusjärven poliisilaitos",),
        ),
        Case("Kunnat ovat käyneet asiasta neuvottelut 30.3.2023.", "accomplishment", "käydä", ("kunnat",)),
        Case(
            "Kuusjärven kaupunki on neuvotellut järjestöjen kanssa.",
            "accomplishment",
            "neuvotella",
            ("Kuusjärven kaupunki",),
        ),
        Case(
            "Sosiaalilautakunta on kuullut yhdistystä.", "accomplishment", "kuulla", ("Kuusjärven sosiaalilautakunta",)
        ),
        Case("Palveluverkko päivitetään uuden lain mukaiseksi.", "undertaking", "päivittää"),
        Case("Nykyiset yksiköt yhdistetään vuoden 2024 alussa.", "undertaking", "yhdistää"),
        Case("Parhaillaan on menossa palvelumallin kehittäminen.", "undertaking", "kehittää"),
        Case("Hankesuunnittelu on käynnistymässä.", "undertaking", "käynnistyä"),
        Case("Kokeilun tavoitteena on saada pysyvä työtapa.", "undertaking", "saada"),
        Case("Hankinnoissa pyritään huomioimaan vastuullisuus.", "undertaking", "huomioida"),
        Case("Kuusjärven kaupunki haluaa säilyttää toimitilat.", "undertaking", "säilyttää", ("Kuusjärven kaupunki",)),
        Case("Uuden mallin tavoitteena on vuokrajärjestelmän uudistaminen.", "undertaking", "uudistaa"),
        Case("Tähän mennessä töitä on tilattu 30 000 eurolla.", "accomplishment", "tilata"),
        Case(
            "Palvelu katsotaan valvottavaksi sosiaalipalveluksi.",
            "decision",
            "katsoa",
            ("Kuusjärven kaupunginhallitus",),
        ),
        Case("Tuottaja on velvollinen laatimaan suunnitelman.", "obligation", "laatia", ("tuottaja",)),
        Case("Sopimus astuu voimaan 1.6.2023 edellytyksellä, että valtuusto hyväksyy sen.", "undertaking", "astua"),
        Case("Tietoja ei saa luovuttaa sivullisille.", "obligation", "luovuttaa"),
        Case("Kh hyväksyi ohjeen 1.2.2023.", "decision", "hyväksyä", ("Kuusjärven kaupunginhallitus",)),
        Case(
            "Lautakunta on esittänyt tilinpäätöksessä yhden tavoitteen.", "accomplishment", "esittää", ("lautakunta",)
        ),
        Case("Päivystyksen tehtävänä on huolehtia kiireellisestä avusta.", "obligation", "huolehtia"),
        Case("Poliisilaitos tulee vastaamaan tiloista.", "undertaking", "vastata", ("poliisilaitos",)),
        Case("Uusi neuvontapuhelin avataan toukokuussa 2023.", "undertaking", "avata"),
        Case("Jatko-ohjauksesta vastaa sosiaalipäivystys.", "obligation", "vastata", ("sosiaalipäivystys",)),
        Case("Projektiryhmä kuvaa palvelupolun syksyllä 2023.", "undertaking", "kuvata", ("projektiryhmä",)),
        Case("Erillistä kampanjaa ei järjestetä.", "undertaking", "järjestää"),
        Case("Ministeriö harkitsee sarjan jatkamista.", "undertaking", "harkita", ("ministeriö",)),
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
        Case("Mielestämme poliisin on ilmoitettava asiasta uhrille.", "proposal", "ilmoittaa", ("poliisi",)),
        Case("Mallia kannattaisi hyödyntää muuallakin.", "proposal", "hyödyntää"),
        Case("Lautakunnan näkemyksen mukaan ohjeet tulee päivittää.", "proposal", "päivittää"),
        Case(
            "Sosiaalilautakunta pitää esitystä tarpeellisena ja puoltaa sitä.",
            "proposal",
            "puoltaa",
            ("Kuusjärven sosiaalilautakunta",),
        ),
        Case(
            "Sosiaalilautakunta yhtyy ministeriön näkemykseen.", "proposal", "yhtyä", ("Kuusjärven sosiaalilautakunta",)
        ),
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
        Case(
            "Sosiaalitoimi tulee osallistumaan yhteistyöhön.",
            "undertaking",
            "osallistua",
            ("Kuusjärven sosiaalitoimi",),
        ),
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
        Case(
            "Komissio kehotti jäsenvaltioita tiivistämään yhteistyötä.", "proposal", "kehottaa", ("Euroopan komissio",)
        ),
        Case("Poliisilaitos on kouluttanut koko henkilöstönsä.", "accomplishment", "kouluttaa", ("poliisilaitos",)),
        Case("Kaupunki maksoi vuokran vuonna 2022.", "accomplishment", "maksaa", ("kaupunki",)),
        Case("Viranomaisen on ilmoitettava asiasta viipymättä.", "obligation", "ilmoittaa", ("viranomainen",)),
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
        Case("Toimeenpanossa pyritään kuulemaan uhreja.", "undertaking", "kuulla"),
        Case("Opas päivitetään kahden vuoden välein.", "undertaking", "päivittää"),
        Case("Valvonnasta vastaa työsuojelu.", "obligation", "vastata", ("työsuojelu",)),
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
