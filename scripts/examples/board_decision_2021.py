"""A city board answers a council initiative: running text under a letterhead, a committee's statement quoted."""

from examples.elements import Example, Layout, Style, Text

LEFT = Style(indent=72)
PART = Style("Helvetica-Bold", 11, 14, before=8, after=6, indent=72, keep=True)
SUBPART = Style("Helvetica", 11, 14, before=6, after=5, indent=72, keep=True)
NAME = Style("Helvetica-Bold", 13, 16, before=2, after=8, indent=72, keep=True)
LINE = Style(after=1, indent=72)
LAST_LINE = Style(after=8, indent=72)

CONTACT = (
    Text("Esittelijä", SUBPART),
    Text("kaupunginjohtaja", LINE),
    Text("Aatu Helmikoski", LAST_LINE),
    Text("Lisätiedot", SUBPART),
    Text("Oona Kivelaho, kaupunginsihteeri, puhelin: 000 555 1201", LINE),
    Text("oona.kivelaho(a)kuusjarvi.example", LAST_LINE),
)
ATTACHMENTS = (
    Text("Liitteet", SUBPART),
    Text("1 Valtuutettu Iiris Vaskelan aloite", LINE),
    Text("2 Lausunto, Kuusjärven poliisilaitos, 30.8.2021", LAST_LINE),
)
APPEAL = (Text("Muutoksenhaku", SUBPART), Text("Muutoksenhakukielto, valmistelu tai täytäntöönpano", LAST_LINE))

EXAMPLE = Example(
    name="paatos-kuusjarvi-kaupunginhallitus-2021-298.pdf",
    title="Kaupunginhallitus 18.10.2021 § 298",
    author="Kuusjärven kaupunki",
    layout=Layout(
        header=(
            ((68, "Kuusjärven kaupunki"), (330, "Pöytäkirja"), (420, "17/2021"), (500, "{page} ({pages})")),
            ((68, "Kaupunginhallitus"),),
            ((330, "Asia/11"),),
            ((330, "18.10.2021"),),
        ),
        footer=(
            ((68, "Postiosoite"), (190, "Käyntiosoite"), (312, "Puhelin"), (410, "Y-tunnus")),
            ((68, "PL 10"), (190, "Rantatori 1"), (312, "000 555 1200"), (410, "0000000-0")),
            ((68, "99990 KUUSJÄRVI"), (190, "Kuusjärvi")),
        ),
        top=118,
        bottom=112,
    ),
    content=(
        Text("§ 298", Style("Helvetica-Bold", 11, 14, after=2, indent=72, keep=True)),
        Text(
            "V 10.11.2021, Valtuutettu Iiris Vaskelan valtuustoaloite ihmiskaupan uhrien palvelujen vahvistamisesta",
            NAME,
        ),
        Text("KUU 2021-000417 T 00 00 03", LAST_LINE),
        Text("Päätös", PART),
        Text("Kaupunginhallitus esitti kaupunginvaltuustolle seuraavaa:", LEFT),
        Text(
            "Kaupunginvaltuusto katsoo aloitteen loppuun käsitellyksi ja kehottaa hyvinvointilautakuntaa laatimaan "
            "kaupungin ihmiskaupan vastaisen toimintaohjelman 30.4.2022 mennessä.",
            LEFT,
        ),
        Text(
            "Samalla kaupunginhallitus päätti asettaa toimintaohjelmaa valmistelevan työryhmän ajalle "
            "1.11.2021–30.4.2022.",
            LEFT,
        ),
        *CONTACT,
        *ATTACHMENTS,
        *APPEAL,
        Text("Päätösehdotus", PART),
        Text("Päätös on ehdotuksen mukainen.", LEFT),
        Text("Esittelijän perustelut", PART),
        Text(
            "Valtuutettu Iiris Vaskela ja 11 muuta valtuutettua esittävät aloitteessaan, että kaupunki laatii "
            "toimintaohjelman ihmiskaupan ehkäisemiseksi ja nimeää henkilön, joka vastaa uhrien palveluohjauksesta.",
            LEFT,
        ),
        Text(
            "Ihmiskaupan uhrit tunnistetaan kunnallisissa palveluissa edelleen harvoin, ja moni heistä jää vaille "
            "apua. Hyvinvointipalveluissa on toiminut keväästä 2021 lähtien palveluohjaaja, jonka työtä "
            "rahoitetaan Saarimaan hyvinvointiministeriön avustuksella. Avustuskausi päättyy 31.12.2021. Kokeilun "
            "jatkosta päätetään vuoden 2022 talousarvion yhteydessä.",
            LEFT,
        ),
        Text(
            "Saarimaan turvallisuusministeriö on kutsunut kaupungin edustajan ohjausryhmään, joka seuraa "
            "valtakunnallisen toimintaohjelman valmistelua. Kuusjärven poliisilaitos puoltaa aloitetta ja ehdottaa "
            "säännöllisiä tapaamisia kaupungin sosiaalityön kanssa.",
            LEFT,
        ),
        Text(
            "Kaupunginhallitus viittaa hyvinvointilautakunnan lausuntoon ja katsoo, että työnjaosta poliisin ja "
            "järjestöjen kanssa on syytä sopia kirjallisesti. Uuden viran perustaminen ei tässä vaiheessa ole "
            "perusteltua.",
            LEFT,
        ),
        Text(
            "Hallintosäännön 42 §:n mukaan kaupunginhallituksen on esitettävä kaupunginvaltuustolle vuosittain "
            "luettelo valtuustoaloitteista.",
            LEFT,
        ),
        *CONTACT,
        *ATTACHMENTS,
        *APPEAL,
        Text("Päätöshistoria", PART),
        Text("Hyvinvointilautakunta 21.09.2021 § 74", Style("Helvetica-Bold", before=4, after=6, indent=72, keep=True)),
        Text("KUU 2021-000417 T 00 00 03", LAST_LINE),
        Text("Lausunto", SUBPART),
        Text("Hyvinvointilautakunta antoi kaupunginhallitukselle seuraavan lausunnon:", LEFT),
        Text(
            "”Ihmiskauppa on rikos, jonka uhri harvoin hakee apua itse. Uhreja kohdataan muun muassa "
            "terveysasemilla, asumisneuvonnassa ja päihdepalveluissa, mutta heidän tilannettaan ei aina osata "
            "tunnistaa.",
            LEFT,
        ),
        Text(
            "Hyvinvointilautakunta ehdottaa, että toimintaohjelmassa kuvataan uhrin palvelupolku ja viranomaisten "
            "tehtävät. Henkilöstölle tulisi järjestää vuosittain koulutusta uhrien tunnistamisesta.",
            LEFT,
        ),
        Text(
            "Uhrin oleskelukunnan tulee sosiaalihuoltolain mukaan järjestää kiireellinen sosiaalihuolto kotikunnasta "
            "riippumatta. Poliisin on ilmoitettava alaikäisestä uhrista lastensuojeluun viipymättä.",
            LEFT,
        ),
        Text(
            "Hyvinvointilautakunta selvittää kriisimajoituksen tarpeen yhdessä Lehtorannan kunnan kanssa ja raportoi "
            "tuloksista kaupunginhallitukselle maaliskuun 2022 loppuun mennessä.”",
            LEFT,
        ),
        Text("Käsittely", SUBPART),
        Text("21.09.2021 Ehdotuksen mukaan", LAST_LINE),
        Text("07.09.2021 Pöydälle", LAST_LINE),
        Text("Esittelijä", SUBPART),
        Text("hyvinvointijohtaja", LINE),
        Text("Seija Lammensalo", LAST_LINE),
        Text("Lisätiedot", SUBPART),
        Text("Reko Sinervä, palvelujohtaja, puhelin: 000 555 1340", LINE),
        Text("reko.sinerva(a)kuusjarvi.example", LAST_LINE),
    ),
)
