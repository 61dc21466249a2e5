"""Three decisions of the city of Kuusjärvi as records: the programme approved, a grant, a follow-up tabled."""

from examples.record import Record

NAME = "paatokset-kuusjarvi-2022-2023.json"
SECTOR = "Hyvinvointi"

RECORDS = (
    Record(
        native_id="7A10C0DE-0143-2022-0523-00000000A143",
        title="Kuusjärven ihmiskaupan vastaisen toimintaohjelman 2022–2024 hyväksyminen",
        case_label="KUU 2022-000188",
        classification=("00 00 02", "Toiminnan suunnittelu ja seuranta"),
        section="143",
        body="Kaupunginhallitus",
        body_id="K00100",
        body_type="Hallitus",
        sector="Keskushallinto",
        meeting="2022-05-23T15:00",
        parts=(
            (
                "Päätös",
                (
                    (
                        "Kaupunginhallitus päätti hyväksyä liitteenä 1 olevan Kuusjärven ihmiskaupan vastaisen "
                        "toimintaohjelman vuosille 2022–2024."
                    ),
                    (
                        "Samalla kaupunginhallitus kehotti hankintapalveluja valmistelemaan ohjeen alihankintaketjujen "
                        "valvonnasta 31.12.2023 mennessä."
                    ),
                ),
            ),
            (
                "Käsittely",
                (
                    (
                        "Vastaehdotus: Aino-Liisa Ketomaa ehdotti, että ohjelmaan varataan vuosittain 80 000 euroa. "
                        "Vastaehdotus raukesi kannattamattomana."
                    ),
                ),
            ),
            (
                "Esittelijän perustelut",
                (
                    (
                        "Hyvinvointilautakunta esitti 12.4.2022 kaupunginhallitukselle toimintaohjelman hyväksymistä. "
                        "Lautakunta on täydentänyt ohjelmaa kustannusarviolla."
                    ),
                    (
                        "Ohjelma toteutetaan pääosin hyvinvointiministeriön valtionavustuksella. Mikäli "
                        "avustus päättyy, "
                        "palveluohjaajan palkkaus siirretään kaupungin talousarvioon vuoden 2024 alusta."
                    ),
                    "Ihmiskaupan vastainen työ on osa kaupungin turvallisuustyötä.",
                ),
            ),
        ),
        presenter=("kaupunginjohtaja", "Aatu Helmikoski"),
        contact=("Reko Sinervä", "palvelujohtaja", "000 555 1340", "reko.sinerva@kuusjarvi.example"),
        attachments=("Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024",),
    ),
    Record(
        native_id="7A10C0DE-0031-2022-0830-00000000B031",
        title="Avustus Lyhtytupa ry:lle ihmiskaupan uhrien oikeudelliseen neuvontaan",
        case_label="KUU 2022-000402",
        classification=("02 05 01", "Avustusten myöntäminen"),
        section="31",
        body="Palvelujohtaja",
        body_id="K40210VH1",
        body_type="Viranhaltija",
        sector=SECTOR,
        meeting=None,
        parts=(
            (
                "Päätös",
                (
                    (
                        "Palvelujohtaja päätti myöntää Lyhtytupa ry:lle 45 000 euron avustuksen ihmiskaupan uhrien "
                        "oikeudelliseen neuvontaan ajalle 1.9.2022–31.8.2023."
                    ),
                    "Avustuksen saajan tulee toimittaa selvitys avustuksen käytöstä 30.11.2023 mennessä.",
                ),
            ),
            (
                "Päätöksen perustelut",
                (
                    (
                        "Lyhtytupa ry on hakenut avustusta 50 000 euroa. Hakemus täyttää avustusohjeen edellytykset, "
                        "mutta määräraha ei riitä avustuksen myöntämiseen täysimääräisenä."
                    ),
                    "Neuvonta on tarkoitus aloittaa syyskuussa 2022 palveluohjaajan vastaanotolla.",
                ),
            ),
        ),
        presenter=("palvelujohtaja", "Reko Sinervä"),
        contact=("Alviina Hietarinne", "suunnittelija", "000 555 1352", "alviina.hietarinne@kuusjarvi.example"),
    ),
    Record(
        native_id="7A10C0DE-0012-2023-0214-00000000C012",
        title="Ihmiskaupan vastaisen toimintaohjelman seuranta vuonna 2022",
        case_label="KUU 2022-000188",
        classification=("00 00 02", "Toiminnan suunnittelu ja seuranta"),
        section="12",
        body="Hyvinvointilautakunta",
        body_id="K40000",
        body_type="Lautakunta",
        sector=SECTOR,
        meeting="2023-02-14T16:00",
        parts=(
            ("Päätös", ("Hyvinvointilautakunta päätti panna asian pöydälle kahdeksi viikoksi.",)),
            (
                "Käsittely",
                ("Iiris Vaskela ehdotti Elmeri Tuomikosken kannattamana, että asia jätetään pöydälle.",),
            ),
            (
                "Esittelijän perustelut",
                (
                    (
                        "Palveluohjaaja on aloittanut työnsä 1.9.2022, ja kriisimajoitusyksikkö on otettu käyttöön "
                        "lokakuussa 2022. Tunnistamisen opas viimeistellään helmikuun loppuun mennessä."
                    ),
                    (
                        "Henkilöstökoulutusta ei ole voitu järjestää suunnitellussa laajuudessa. Koulutukset "
                        "siirretään vuodelle 2023."
                    ),
                ),
            ),
        ),
        presenter=("hyvinvointijohtaja", "Seija Lammensalo"),
        contact=("Reko Sinervä", "palvelujohtaja", "000 555 1340", "reko.sinerva@kuusjarvi.example"),
        motion=(
            (
                "Hyvinvointilautakunta merkitsee seurantatiedot tiedoksi ja kehottaa raportoimaan niistä "
                "kaupunginhallitukselle."
            ),
        ),
    ),
)
