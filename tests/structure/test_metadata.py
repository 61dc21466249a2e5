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
