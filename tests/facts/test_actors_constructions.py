"""Bodies by kind of construction: offices of a town, names beside their head, shared heads, former names."""

import pytest

from tests.facts.test_actors import _named

TOWN = "Kuusjärven kaupunginhallitus"
CASES = [
    # Offices and councils of a town
    ("Tekninen toimi valmistelee asian.", TOWN, [("Tekninen toimi", "Kuusjärven tekninen toimi")]),
    (
        "Sosiaali- ja terveystoimi järjestää koulutuksen.",
        TOWN,
        [("Sosiaali- ja terveystoimi", "Kuusjärven sosiaali- ja terveystoimi")],
    ),
    ("Asia siirretään kaupungin sivistystoimelle.", TOWN, [("kaupungin sivistystoimelle", "Kuusjärven sivistystoimi")]),
    ("Konsernihallinto ohjeistaa toimialoja.", TOWN, [("Konsernihallinto", "Kuusjärven konsernihallinto")]),
    (
        "Lehtorannan kunnan konsernihallinto osallistuu.",
        TOWN,
        [("Lehtorannan kunnan konsernihallinto", "Lehtorannan konsernihallinto")],
    ),
    ("Oulun konsernihallinto ohjeistaa toimialoja.", TOWN, [("Oulun konsernihallinto", "Oulun konsernihallinto")]),
    ("Valtuusto hyväksyi talousarvion.", TOWN, [("Valtuusto", "Kuusjärven kaupunginvaltuusto")]),
    (
        "Asiasta raportoidaan kaupungin valtuustolle.",
        TOWN,
        [("kaupungin valtuustolle", "Kuusjärven kaupunginvaltuusto")],
    ),
    (
        "Sosiaali- ja terveystoimen menot kasvoivat; sosiaali- ja terveystoimiala säästää.",
        TOWN,
        [
            ("Sosiaali- ja terveystoimen", "Kuusjärven sosiaali- ja terveystoimiala"),
            ("sosiaali- ja terveystoimiala", "Kuusjärven sosiaali- ja terveystoimiala"),
        ],
    ),
    (
        "Nuorisovaltuusto ja vanhusneuvosto antoivat lausunnon.",
        TOWN,
        [("Nuorisovaltuusto", "Kuusjärven nuorisovaltuusto"), ("vanhusneuvosto", "Kuusjärven vanhusneuvosto")],
    ),
    (
        "Kuusjärven kaupungin Tekninen lautakunta kokoontui.",
        TOWN,
        [("Kuusjärven kaupungin Tekninen lautakunta", "Kuusjärven tekninen lautakunta")],
    ),
    (
        "Kaupunginhallitus kehotti hankintapalveluja päivittämään ehdot.",
        TOWN,
        [("Kaupunginhallitus", "Kuusjärven kaupunginhallitus"), ("hankintapalveluja", "hankintapalvelut")],
    ),
    # Bodies with their name beside the head
    ("Tukikeskus Majakan toiminta laajenee.", None, [("Tukikeskus Majakan", "Tukikeskus Majakka")]),
    ("Tutkimusosuuskunta Lampi teki arvion.", None, [("Tutkimusosuuskunta Lampi", "Tutkimusosuuskunta Lampi")]),
    (
        "Keskinäinen Vakuutusyhtiö Kivijalka omistaa kiinteistön.",
        None,
        [("Keskinäinen Vakuutusyhtiö Kivijalka", "Keskinäinen Vakuutusyhtiö Kivijalka")],
    ),
    (
        "Vastaava on sosiaali- ja terveysalan lupa- ja valvontavirasto Valvira.",
        None,
        [
            (
                "sosiaali- ja terveysalan lupa- ja valvontavirasto Valvira",
                "Sosiaali- ja terveysalan lupa- ja valvontavirasto",
            )
        ],
    ),
    ("Maailman terveysjärjestö WHO suosittelee.", None, [("Maailman terveysjärjestö WHO", "Maailman terveysjärjestö")]),
    (
        "Rakennukset ja yleiset alueet -palvelukokonaisuus vastaa asiasta.",
        None,
        [("Rakennukset ja yleiset alueet -palvelukokonaisuus", "Rakennukset ja yleiset alueet -palvelukokonaisuus")],
    ),
    ("Virka sijaitsee talouden ohjaus -yksikössä.", None, [("talouden ohjaus -yksikössä", "talouden ohjaus -yksikkö")]),
    (
        "Selvitys toimitetaan ympäristöseuranta- ja -valvontayksikölle.",
        None,
        [("ympäristöseuranta- ja -valvontayksikölle", "ympäristöseuranta- ja -valvontayksikkö")],
    ),
    (
        "Tulevaisuuden kunta -työryhmä kokoontui.",
        None,
        [("Tulevaisuuden kunta -työryhmä", "Tulevaisuuden kunta -työryhmä")],
    ),
    # Bodies that share a head
    (
        "Joutsenon ja Oulun vastaanottokeskukset vastaavat.",
        None,
        [("Joutsenon", "Joutsenon vastaanottokeskus"), ("Oulun vastaanottokeskukset", "Oulun vastaanottokeskus")],
    ),
    (
        "Helsingin, Turun ja Vaasan hovioikeudet lausuivat.",
        None,
        [
            ("Helsingin", "Helsingin hovioikeus"),
            ("Turun", "Turun hovioikeus"),
            ("Vaasan hovioikeudet", "Vaasan hovioikeus"),
        ],
    ),
    (
        "Oikeus- ja sisäministeriö valmistelevat lakia.",
        None,
        [("Oikeus-", "oikeusministeriö"), ("sisäministeriö", "sisäministeriö")],
    ),
    # Counties, committees, departments
    ("Pirkanmaan hyvinvointialue ottaa vastuun.", None, [("Pirkanmaan hyvinvointialue", "Pirkanmaan hyvinvointialue")]),
    (
        "Vantaan ja Keravan hyvinvointialueella kehitetään palveluja.",
        None,
        [("Vantaan ja Keravan hyvinvointialueella", "Vantaan ja Keravan hyvinvointialue")],
    ),
    (
        "Kainuun hyvinvointialueen aluehallitus päätti.",
        None,
        [("Kainuun hyvinvointialueen aluehallitus", "Kainuun hyvinvointialueen aluehallitus")],
    ),
    (
        "Hallintovaliokunta antoi mietinnön eduskunnalle.",
        None,
        [("Hallintovaliokunta", "hallintovaliokunta"), ("eduskunnalle", "eduskunta")],
    ),
    (
        "Sosiaali- ja terveysvaliokunnalle annettiin lausunto.",
        None,
        [("Sosiaali- ja terveysvaliokunnalle", "sosiaali- ja terveysvaliokunta")],
    ),
    (
        "Lehtolan kunnan tekninen valiokunta päätti.",
        None,
        [("Lehtolan kunnan tekninen valiokunta", "Lehtolan tekninen valiokunta")],
    ),
    (
        "Sisäministeriön maahanmuutto-osasto valmistelee asian.",
        None,
        [("Sisäministeriön maahanmuutto-osasto", "sisäministeriön maahanmuutto-osasto")],
    ),
    (
        "Oikeusministeriön kriminaalipoliittinen osasto lausui.",
        None,
        [("Oikeusministeriön kriminaalipoliittinen osasto", "oikeusministeriön kriminaalipoliittinen osasto")],
    ),
    (
        "Poliisihallituksen teknologiayksikkö vastaa järjestelmästä.",
        None,
        [("Poliisihallituksen teknologiayksikkö", "Poliisihallituksen teknologiayksikkö")],
    ),
    (
        "Etelä-Suomen aluehallintoviraston työsuojelun vastuualue tarkasti kohteen.",
        None,
        [
            (
                "Etelä-Suomen aluehallintoviraston työsuojelun vastuualue",
                "Etelä-Suomen aluehallintoviraston työsuojelun vastuualue",
            )
        ],
    ),
    (
        "Uudenmaan ELY-keskus ja Uudenmaan TE-toimisto osallistuivat.",
        None,
        [("Uudenmaan ELY-keskus", "Uudenmaan ELY-keskus"), ("Uudenmaan TE-toimisto", "Uudenmaan TE-toimisto")],
    ),
    (
        "Helsingin käräjäoikeus tuomitsi, Helsingin hovioikeus alensi.",
        None,
        [("Helsingin käräjäoikeus", "Helsingin käräjäoikeus"), ("Helsingin hovioikeus", "Helsingin hovioikeus")],
    ),
    # Networks and groups with a purpose
    (
        "Kansallinen ihmiskaupan vastainen verkosto kokoontuu.",
        None,
        [("Kansallinen ihmiskaupan vastainen verkosto", "kansallinen ihmiskaupan vastainen verkosto")],
    ),
    (
        "Ihmiskaupan vastaisen yhteistyöverkoston kokous.",
        None,
        [("Ihmiskaupan vastaisen yhteistyöverkoston", "ihmiskaupan vastainen yhteistyöverkosto")],
    ),
    (
        "IHMISKAUPAN VASTAINEN YHTEISTYÖVERKOSTO",
        None,
        [("IHMISKAUPAN VASTAINEN YHTEISTYÖVERKOSTO", "ihmiskaupan vastainen yhteistyöverkosto")],
    ),
    (
        "Ihmiskaupan vastaisen toiminnan koordinaatiosihteeristö kokoontuu.",
        None,
        [
            (
                "Ihmiskaupan vastaisen toiminnan koordinaatiosihteeristö",
                "ihmiskaupan vastaisen toiminnan koordinaatiosihteeristö",
            )
        ],
    ),
    # European and international bodies, associations
    ("YK:n ihmisoikeusneuvosto käsitteli raportin.", None, [("YK:n ihmisoikeusneuvosto", "YK:n ihmisoikeusneuvosto")]),
    (
        "Euroopan neuvoston ministerikomitea seuraa täytäntöönpanoa.",
        None,
        [("Euroopan neuvoston ministerikomitea", "Euroopan neuvoston ministerikomitea")],
    ),
    (
        "Euroopan syyttäjänvirasto (EPPO) tutkii.",
        None,
        [("Euroopan syyttäjänvirasto", "Euroopan syyttäjänvirasto"), ("EPPO", "Euroopan syyttäjänvirasto")],
    ),
    (
        "Euroopan unionin neuvosto hyväksyi direktiivin.",
        None,
        [("Euroopan unionin neuvosto", "Euroopan unionin neuvosto")],
    ),
    (
        "ECRI ja Venetsian komissio antoivat lausunnon.",
        None,
        [
            ("ECRI", "Euroopan rasismin ja suvaitsemattomuuden vastainen komissio"),
            ("Venetsian komissio", "Venetsian komissio"),
        ],
    ),
    (
        "Kansainvälinen siirtolaisuusjärjestö (IOM) kouluttaa.",
        None,
        [
            ("Kansainvälinen siirtolaisuusjärjestö", "Kansainvälinen siirtolaisuusjärjestö"),
            ("IOM", "Kansainvälinen siirtolaisuusjärjestö"),
        ],
    ),
    ("Suomen Pakolaisapu ry kouluttaa.", None, [("Suomen Pakolaisapu ry", "Suomen Pakolaisapu")]),
    ("Kirkon Ulkomaanavulle myönnettiin tukea.", None, [("Kirkon Ulkomaanavulle", "Kirkon Ulkomaanapu")]),
    (
        "Suomen Nuorisovaltuustojen Liitto järjestää tapahtuman.",
        None,
        [("Suomen Nuorisovaltuustojen Liitto", "Suomen Nuorisovaltuustojen Liitto")],
    ),
    # Former names
    ("Ulkomaalaisvirastosta siirtyi väkeä.", None, [("Ulkomaalaisvirastosta", "Maahanmuuttovirasto")]),
    (
        "Terveydenhuollon oikeusturvakeskus antoi luvan.",
        None,
        [("Terveydenhuollon oikeusturvakeskus", "Sosiaali- ja terveysalan lupa- ja valvontavirasto")],
    ),
    (
        "Lääninhallitus ja Raha-automaattiyhdistys tukivat.",
        None,
        [("Lääninhallitus", "lääninhallitus"), ("Raha-automaattiyhdistys", "Raha-automaattiyhdistys")],
    ),
    (
        "Opetusministeriön ja kauppa- ja teollisuusministeriön ohje.",
        None,
        [
            ("Opetusministeriön", "opetus- ja kulttuuriministeriö"),
            ("kauppa- ja teollisuusministeriön", "työ- ja elinkeinoministeriö"),
        ],
    ),
    # Authorities and companies
    (
        "Kuhmon kaupungin rakennusvalvontaviranomainen lausui.",
        None,
        [("Kuhmon kaupungin rakennusvalvontaviranomainen", "Kuhmon kaupungin rakennusvalvontaviranomainen")],
    ),
    (
        "Arviointitoimisto Oy Mikko Metsälä & Co:n arvio luettiin.",
        None,
        [("Arviointitoimisto Oy Mikko Metsälä & Co:n", "Arviointitoimisto Oy Mikko Metsälä & Co")],
    ),
    (
        "Keskinäinen Kiinteistö Oy Metsätorppa myi osakkeet.",
        None,
        [("Keskinäinen Kiinteistö Oy Metsätorppa", "Keskinäinen Kiinteistö Oy Metsätorppa")],
    ),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), CASES, ids=[text for text, _, _ in CASES])
def test_find_mentions_reads_constructions(text: str, issuer: str | None, expected: list[tuple[str, str]]) -> None:
    """Each sentence names exactly these bodies."""
    assert _named(text, issuer) == expected


NO_BODIES = [
    "Varhaisnuorten ryhmä kokoontuu keskiviikkoisin.",
    "Kaupunki perustaa poliisiyksikön asemalle.",
    "Taidemuseo avataan syksyllä.",
    "Potilas siirrettiin vuodeosastolle.",
    "Lähetetään poliiseille kysely.",
    "Yhtiön toimialana on vuokraus.",
    "Rakennusvalvontaviranomaisen on valvottava rakentamista.",
    "Sosiaalitoimen asiakkaat kuullaan.",
    "Valtuusto valitaan vaaleilla.",
    "Viraston osasto vastaa.",
    "Turvakoti Helsingissä on täynnä.",
    "Asunto Oy on yhtiömuoto.",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_find_mentions_leaves_near_misses_alone(text: str) -> None:
    """Indefinite units, groups of people, lines of business and places are no bodies."""
    assert _named(text) == []


def test_find_mentions_knows_an_indefinite_unit_that_the_document_names() -> None:
    """*taidemuseo* is the museum that the document has named."""
    found = _named("Oulun taidemuseo avataan syksyllä.\nLisäksi taidemuseo esittelee ohjelman.")
    assert [name for _, name in found] == ["Oulun taidemuseo"] * 2


def test_find_mentions_gives_the_organ_of_a_county_its_county() -> None:
    """*Aluehallitus* alone is that of the one county in the document."""
    found = _named("Kainuun hyvinvointialue tiedotti. Aluehallitus päätti asiasta.")
    assert [name for _, name in found] == ["Kainuun hyvinvointialue", "Kainuun hyvinvointialueen aluehallitus"]


def test_find_mentions_does_not_take_a_person_s_initiative_for_a_town() -> None:
    """A surname before *valtuustoaloite* names no municipality."""
    assert _named("Valtuutettu Aino Vaskelan valtuustoaloite.\nValtuusto hyväksyi sen.")[0][1] == "Aino Vaskela"
