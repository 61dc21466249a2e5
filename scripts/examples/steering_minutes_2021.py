"""A steering group's minutes in the classic ministry layout: letterhead, people as a list, numbered items."""

from examples.elements import Example, Labelled, Layout, Style, Text

SERIF = Style("Times-Roman", 11.5, 14.5, after=8, indent=76)
ITEM = Style("Times-Bold", 11.5, 14.5, before=6, after=5, indent=76, keep=True)
NAME = Style("Times-Bold", 14, 17, before=10, after=10, keep=True)
LINE = Style("Times-Roman", 11.5, 14.5, after=1, indent=76)
BESIDE = Style("Times-Roman", 11.5, 14.5, after=1)
LABEL = Style("Times-Roman", 11.5, 14.5)
SIGNED = Style("Times-Roman", 11.5, 14.5, before=16, after=2, indent=76)

EXAMPLE = Example(
    name="poytakirja-ohjausryhma-2021-11-25.pdf",
    title="Ihmiskaupan vastaisen toimintaohjelman ohjausryhmä, 2. kokous",
    author="Saarimaan turvallisuusministeriö",
    layout=Layout(
        header=(
            ((68, "SAARIMAAN TURVALLISUUSMINISTERIÖ"), (360, "PÖYTÄKIRJA"), (500, "{page}({pages})")),
            ((360, "25.11.2021"),),
            ((360, "TUM/118/2021"),),
        ),
        left=68,
        right=70,
        top=118,
        bottom=104,
        label_width=76,
        header_font="Times-Roman",
        header_size=10.5,
    ),
    content=(
        Text("IHMISKAUPAN VASTAISEN TOIMINTAOHJELMAN OHJAUSRYHMÄ\n2. KOKOUS", NAME),
        Labelled("Aika", ("torstai 25. marraskuuta 2021 klo 9.00–10.45",), BESIDE, LABEL),
        Labelled("Paikka", ("turvallisuusministeriö, neuvotteluhuone 3",), BESIDE, LABEL),
        Text("Läsnä", ITEM),
        Text("kansliapäällikkö Joonatan Rautaharju, turvallisuusministeriö (puheenjohtaja)", LINE),
        Text("ylijohtaja Ilpo Merikallas, hyvinvointiministeriö (varapuheenjohtaja)", LINE),
        Text(
            "ihmiskaupan vastaisen työn koordinaattori Tuulikki Haapsalmi, turvallisuusministeriö (pääsihteeri)", LINE
        ),
        Text("hyvinvointijohtaja Seija Lammensalo, Kuusjärven kaupunki (jäsen)", LINE),
        Text("toiminnanjohtaja Eerika Valkjoki, Lyhtytupa ry (jäsen), poistui klo 10.20", LINE),
        Text("erityisasiantuntija Nestori Kuivasalmi, turvallisuusministeriö (sihteeri)", SERIF),
        Text("1. Kokouksen avaus", ITEM),
        Text(
            "Puheenjohtaja avasi kokouksen klo 9.02. Hyväksyttiin asialista ja edellisen kokouksen pöytäkirja.", SERIF
        ),
        Text("2. Toimintaohjelman luonnos", ITEM),
        Text(
            "Koordinaattori esitteli luonnoksen ja siitä saadun palautteen. Luonnosta pidettiin selkeänä. "
            "Hyvinvointiministeriö ehdotti, että lapsiuhreja koskevat toimet kootaan omaksi luvukseen. Ehdotus "
            "hyväksyttiin.",
            SERIF,
        ),
        Text(
            "Kuusjärven kaupungin edustaja piti tärkeänä, että kunnat saavat ohjelman toimeenpanoon valtion "
            "rahoitusta. Rahoituksen määrä jää ratkaistavaksi kehysneuvotteluissa keväällä 2022. Keskustelussa "
            "todettiin, että kuntien lähtökohdat ovat hyvin erilaiset.",
            SERIF,
        ),
        Text(
            "Tarkennukset luonnokseen toimitetaan sihteeristölle perjantaihin 10.12. mennessä. Sihteeristö "
            "viimeistelee ohjelman, minkä jälkeen se viedään hallituksen käsittelyyn tammikuussa 2022.",
            SERIF,
        ),
        Text("3. Seuranta ja arviointi", ITEM),
        Text(
            "Päätettiin, että toimintaohjelman toteutumisesta laaditaan väliraportti vuoden 2022 loppuun mennessä "
            "ja että ohjelmasta teetetään ulkopuolinen arviointi keväällä 2023. Kukin ministeriö vastaa oman "
            "hallinnonalansa toimenpiteiden toteutumisesta. Arviointi tulee vaatimaan kaikilta osapuolilta aikaa "
            "ja yhtenäisiä tilastoja.",
            SERIF,
        ),
        Text(
            "Sihteeristön tehtävänä on koota ministeriöiden tiedot seurantataulukkoon. Lyhtytupa ry:n edustaja "
            "esitti, että arvioinnissa kuullaan myös palveluja käyttäneitä uhreja.",
            SERIF,
        ),
        Text("4. Muut asiat", ITEM),
        Text(
            "Lyhtytupa ry on julkaissut oppaan kausityöntekijöiden työnantajille. Auttamista koskevaa lainsäädäntöä "
            "valmisteleva työryhmä kokoontuu noin kerran kuukaudessa.",
            SERIF,
        ),
        Text("5. Seuraava kokous", ITEM),
        Text(
            "Mikäli hallitus hyväksyy ohjelman helmikuussa, seuraava kokous pidetään maaliskuussa. Jos hyväksyminen "
            "viivästyy, sihteeristö kutsuu ohjausryhmän koolle viimeistään toukokuussa 2022.",
            SERIF,
        ),
        Text("6. Kokouksen päättäminen", ITEM),
        Text("Puheenjohtaja päätti kokouksen klo 10.45.", SERIF),
        Text("Joonatan Rautaharju\npuheenjohtaja", SIGNED),
        Text("Nestori Kuivasalmi\nsihteeri", SIGNED),
        Text("LIITE  Toimintaohjelman luonnos 18.11.2021", SIGNED),
    ),
)
