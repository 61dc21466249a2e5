"""A corpus of five small documents: Swedish, English, Northern Sámi, Finnish with Sámi names, and one in three."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from policysearch.cli import main

SWEDISH = """Pressmeddelande 14.6.2023

Kommunen stärker stödet till offer för människohandel

Kommunstyrelsen beslutade att offren för människohandel ska få rådgivning på sitt eget språk senast 31.12.2024.

Beslut

Kommunstyrelsen beslutar att godkänna handlingsplanen mot människohandel. Planen ska uppdateras före den 31.12.2024.

Närvarande

Anna Lindqvist, ordförande
"""
ENGLISH = """# National action plan against trafficking in human beings

The Ministry of Justice will publish an evaluation of the action plan by 31 December 2025. Victims of trafficking are
referred to the assistance system, and the police shall inform each victim of their rights.

- Train the front-line staff of the municipalities
"""
MIXED = """Pöytäkirja 4/2023

Saarijoen kunnanhallitus

Aika 12.4.2023 klo 16.00

§ 31 Ihmiskaupan vastainen työ

Päätös

Kunnanhallitus päätti, että hyvinvointilautakunta laatii ohjeen ihmiskaupan uhrien auttamisesta 30.9.2023 mennessä.

Sammandrag

Kommunstyrelsen beslutade att välfärdsnämnden utarbetar en anvisning om hjälp till offren senast 30.9.2023.

The municipal board decided that the welfare committee will prepare guidelines for helping the victims of trafficking.

Läsnä

Maija Virtanen, puheenjohtaja
Bo Sandelin, jäsen
"""
SAMI = """Diedáhus 6.2.2024

Sámediggi ovddida olmmošgávppašeami vuostásaš barggu

Sámediggi lea sámiid álbmotválljen orgána. Sámediggi ja Siskkáldasministeriija leat mearridan, ahte olmmošgávppašeami
oaffariid veahkeheapmi galgá leat oažžumis maiddái davvisámegillii. Čállingoddi ráhkada rávvagiid ŋ ja ŧ bustávaid
geavaheamis. Đ-bustávva ja ž-bustávva galget bissut.
"""
SAMI_NAMES = """Tiedote 7.2.2024

Saamelaiskäräjät kehittää ihmiskaupan vastaista työtä

Saamelaiskäräjät (Sámediggi) julkaisee ohjeen pohjoissaameksi 31.5.2024 mennessä. Sen kääntää Áile Guttorm.
"""
DOCUMENTS = {"sv.txt": SWEDISH, "en.md": ENGLISH, "mixed.txt": MIXED, "se.txt": SAMI, "names.txt": SAMI_NAMES}


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `corpus` and `index` of these documents; read only."""
    folder = tmp_path_factory.mktemp("languages")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    result = CliRunner().invoke(main, ["ingest", *(str(folder / name) for name in DOCUMENTS), *places])
    assert result.exit_code == 0, result.output
    return folder
