"""Type, title, date, issuer and numbers of whole documents of each kind."""

import datetime as dt

import pytest

from policysearch.lang.fi import Finnish
from policysearch.model.source import Metadata
from policysearch.model.text import Block
from tests.structure import samples
from tests.structure.made import block, of_blocks, of_text

DOCUMENTS = [
    pytest.param(
        samples.COUNCIL,
        Metadata(
            "decision",
            "Valtuustoaloite neuvontapisteen avaamisesta kausityötä tekeville",
            dt.date(2019, 5, 6),
            "Lehtorannan kunnanhallitus",
            "fi",
            "LEHT 2019-000411",
            "87",
            None,
        ),
        id="decision with letterhead and history",
    ),
    pytest.param(
        samples.CHAIN,
        Metadata(
            "decision",
            "Yhdyshenkilön nimeäminen",
            dt.date(2017, 12, 4),
            "kunnanhallitus",
            "fi",
            "146/01.04.00/2017",
            "198",
            None,
        ),
        id="decision with a chain of handlings",
    ),
    pytest.param(
        samples.STATE_MINUTES,
        Metadata(
            "minutes",
            "Sujuvan työnvälityksen seurantaryhmä, pöytäkirja 4/2018",
            dt.date(2018, 10, 3),
            "Sujuvan työnvälityksen seurantaryhmä",
            "fi",
            None,
            None,
            "4",
        ),
        id="minutes of a state group",
    ),
    pytest.param(
        samples.PRESS,
        Metadata(
            "press_release",
            "Ministeriö avaa haun neuvonnan avustuksiin",
            dt.date(2016, 10, 18),
            "hyvinvointiministeriö",
            "fi",
        ),
        id="press release",
    ),
    pytest.param(
        samples.LETTER,
        Metadata(
            "statement",
            "Lausunto luonnoksesta neuvontalaiksi",
            dt.date(2022, 5, 12),
            "Lyhtytupa ry",
            "fi",
            "HYM/412/2022",
        ),
        id="statement as a letter",
    ),
    pytest.param(
        samples.OFFICIAL,
        Metadata(
            "decision",
            "Avustuksen myöntäminen neuvontapalveluun",
            dt.date(2022, 3, 15),
            "palvelujohtaja",
            "fi",
            "KUU/88/02.05.01/2022",
            "14",
        ),
        id="decision of an official",
    ),
    pytest.param(
        samples.EARLIER_LIST,
        Metadata(
            "decision",
            "Lausunto aluehallintovirastolle valvontasuunnitelmasta",
            dt.date(2020, 5, 18),
            "kunnanhallitus",
            "fi",
            "LEHDno-2020-1031",
            "198",
        ),
        id="decision with a list of earlier handlings",
    ),
    pytest.param(
        samples.MINISTRY_MINUTES,
        Metadata(
            "minutes",
            "Neuvontaverkoston kokous 3/2017",
            dt.date(2017, 9, 14),
            "Neuvontaverkosto",
            "fi",
            "HYM 5/021/2017",
            None,
            "3",
        ),
        id="minutes under a ministry's letterhead",
    ),
    pytest.param(
        samples.SERIES,
        Metadata("report", "Uhrien palvelujen selvitys 2019", None, "hyvinvointiministeriö", "fi"),
        id="report in a series",
    ),
    pytest.param(
        samples.REPLY,
        Metadata(
            "statement",
            "Lausuntopyyntö hallituksen esityksestä neuvontalaiksi",
            dt.date(2021, 10, 8),
            "Lupavirasto",
            "fi",
            "LUPA/14/2021",
        ),
        id="statement of an agency",
    ),
    pytest.param(
        samples.PAGE,
        Metadata("web_page", "Neuvontapiste kausityötä tekeville", None, None, "fi"),
        id="web page",
    ),
]


_BODY = (
    "\n\nKunnat tarvitsevat tukea, jotta hyväksikäytetyt työntekijät saavat apua omalla kielellään."
    " Neuvontaa on annettu vuodesta 2015.\n"
)
DOCUMENTS += [
    pytest.param(
        "Hyvinvointiministeriö tiedottaa\n4.3.2013\n\nKunnille tukea neuvontaan" + _BODY,
        Metadata("press_release", "Kunnille tukea neuvontaan", dt.date(2013, 3, 4), "hyvinvointiministeriö", "fi"),
        id="release of a ministry that informs",
    ),
    pytest.param(
        "Lyhtytupa ry\nLehdistötiedote, julkaisuvapaa 4.3.2018 klo 6.00\n\nLyhtytupa: Apua liian harvalle" + _BODY,
        Metadata("press_release", "Lyhtytupa: Apua liian harvalle", dt.date(2018, 3, 4), "Lyhtytupa ry", "fi"),
        id="release with an embargo",
    ),
    pytest.param(
        "Siirry sisältöön\nEtusivu Ajankohtaista Tiedotteet\n\nKunnille tukea neuvontaan\n\nhyvinvointiministeriö\n"
        "Julkaisuajankohta 4.3.2022 10.03\nTiedote" + _BODY,
        Metadata("press_release", "Kunnille tukea neuvontaan", dt.date(2022, 3, 4), "hyvinvointiministeriö", "fi"),
        id="release below a menu",
    ),
    pytest.param(
        "HYVINVOINTIMINISTERIÖ\n\nNEUVONNAN KEHITTÄMISOHJELMA 2011–2013\n\n"
        "Hyväksytty neuvonnan johtoryhmässä 4.12.2010\n\n1 Johdanto" + _BODY,
        Metadata("plan", "Neuvonnan kehittämisohjelma 2011–2013", dt.date(2010, 12, 4), "hyvinvointiministeriö", "fi"),
        id="programme that a group approved",
    ),
    pytest.param(
        "Lyhtytupa ry\n\nHALLITUKSEN KOKOUS 3/2017\n\nAika: keskiviikko 8.3.2017 klo 17.30\nPaikka: toimisto\n"
        "Paikalla: Leena Aallokas (puheenjohtaja), Teuvo Nyrhi\n\n1. Avaus" + _BODY + "\n2. Talous" + _BODY,
        Metadata("minutes", "Hallituksen kokous 3/2017", dt.date(2017, 3, 8), "Lyhtytupa ry", "fi", None, None, "3"),
        id="minutes of the board of an association",
    ),
    pytest.param(
        "Järviseudun hyvinvointialue                         Pöytäkirja 9/2023\n"
        "Aluehallitus                                        08.05.2023/Pykälä 112\n\n"
        "§ 112 Vastaus aloitteeseen neuvonnasta\n\nJSHVADno-2023-1187\n\nPäätös\n\nAluehallitus hyväksyi vastauksen."
        + _BODY,
        Metadata(
            "decision",
            "Vastaus aloitteeseen neuvonnasta",
            dt.date(2023, 5, 8),
            "Järviseudun hyvinvointialueen aluehallitus",
            "fi",
            "JSHVADno-2023-1187",
            "112",
            "9",
        ),
        id="one section of the minutes of a county",
    ),
    pytest.param(
        "Hyvinvointiministeriö            Asettamispäätös\n\n                            HVM/71/040:00/2018\n"
        "                            5.11.2018\n\nJakelussa mainitut\n\nNEUVONTAA KEHITTÄVÄN TYÖRYHMÄN ASETTAMINEN"
        "\n\nHyvinvointiministeriö on päättänyt asettaa työryhmän, jonka tavoitteena on parantaa neuvontaa." + _BODY,
        Metadata(
            "decision",
            "Neuvontaa kehittävän työryhmän asettaminen",
            dt.date(2018, 11, 5),
            "hyvinvointiministeriö",
            "fi",
            "HVM/71/040:00/2018",
        ),
        id="appointment with receivers in the letterhead",
    ),
    pytest.param(
        "TYÖELÄMÄVALIOKUNTA\n\nLAUSUNTO 19/2016 vp\n\nHallituksen esitys neuvontalaiksi\n\nHallintovaliokunnalle\n\n"
        "JOHDANTO\n\nHallintovaliokunta on pyytänyt asiasta työelämävaliokunnan lausuntoa." + _BODY,
        Metadata("statement", "Hallituksen esitys neuvontalaiksi", None, "työelämävaliokunta", "fi"),
        id="statement of a committee by its number",
    ),
    pytest.param(
        "HALLINTOVALIOKUNTA\n\nLAUSUNTO 41/2018 vp\n\nSelonteko neuvonnasta\n\n21.2.2019\n\n"
        "VALIOKUNNAN PERUSTELUT\n\nValiokunta pitää neuvontaa tärkeänä.\n\nVALIOKUNNAN PÄÄTÖSESITYS\n\n"
        "Hallintovaliokunta esittää,\n\nettä suuri valiokunta ottaa tämän huomioon." + _BODY,
        Metadata("statement", "Selonteko neuvonnasta", dt.date(2019, 2, 21), "hallintovaliokunta", "fi"),
        id="statement of a committee with a day and a proposal",
    ),
    pytest.param(
        "Lyhtytupa ry\n\nLausunto luonnoksesta neuvontaohjelmaksi\n\n10.3.2021\n\n"
        "Esitämme, että ohjelmaan kirjataan rahoitus." + _BODY,
        Metadata("statement", "Lausunto luonnoksesta neuvontaohjelmaksi", dt.date(2021, 3, 10), "Lyhtytupa ry", "fi"),
        id="statement by its title",
    ),
]


@pytest.mark.parametrize(("text", "metadata"), DOCUMENTS)
def test_metadata_of_each_kind_of_document(text: str, metadata: Metadata, finnish: Finnish) -> None:
    """What the document states, and nothing else."""
    assert of_text(text, finnish).metadata == metadata


def test_plans_and_reports_are_told_by_their_titles(finnish: Finnish) -> None:
    """A published file whose title ends in the word for it; the day is that of its publication."""

    def published(title: str, *lines: str) -> Metadata:
        blocks: list[Block] = [block(title, kind="heading", level=1, page=1)]
        blocks += [block(line, page=1) for line in (*lines, "Kunta järjestää neuvontaa kaikille sitä tarvitseville.")]
        return of_blocks(blocks, finnish).metadata

    plan = published("Kuusjärven neuvonnan kehittämisohjelma 2020–2023", "Kuusjärven kaupunki", "Julkaistu 3.2.2020")
    assert (plan.type, plan.date, plan.issuer) == ("plan", dt.date(2020, 2, 3), "Kuusjärven kaupunki")
    report = published("Neuvonnan seurantaraportti 2021", "Lupavirasto")
    assert (report.type, report.date, report.issuer) == ("report", None, "Lupavirasto")


def test_overrides_are_stronger_than_hints_and_text(finnish: Finnish) -> None:
    """What the user says stands."""
    said = Metadata(type="report", title="Oma otsikko", date=dt.date(2001, 2, 3), issuer="Oma virasto")
    found = of_text(samples.PRESS, finnish, overrides=said).metadata
    assert (found.type, found.title, found.date, found.issuer) == ("report", "Oma otsikko", said.date, "Oma virasto")


def test_a_day_of_the_body_is_never_the_day_of_the_document(finnish: Finnish) -> None:
    """Unknown stays unknown."""
    text = "§ 3\nNeuvonnan jatko\n\nPäätös\n\nJaosto päätti 4.5.2020 tehdyn esityksen mukaisesti jatkaa neuvontaa.\n"
    assert of_text(text, finnish).metadata.date is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kunden får råd på svenska varje vardag, och tjänsten är avgiftsfri för alla invånare i kommunen.", "sv"),
        ("The service gives advice in English on weekdays and is free of charge for all residents.", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str, finnish: Finnish) -> None:
    """Swedish and English beside Finnish."""
    assert of_text(text, finnish).metadata.language == language
