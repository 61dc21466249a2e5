"""Rows under a header of measures: what the plan promises, of whom and by when, and what it only counts or tells."""

from policysearch.extract import extract
from policysearch.facts import find_facts
from policysearch.model.facts import Commitment
from policysearch.pipeline import analyse
from policysearch.structure import build_document
from tests.facts.made import FINNISH

PLAN = """# Kuusjärven toimenpidesuunnitelma 2024–2025

Kuusjärven kaupunki

| Nro | Toimenpide | Vastuutaho | Yhteistyötahot | Aikataulu | Mittari |
|---|---|---|---|---|---|
| 1 | Laaditaan ohje tarkistamisesta | Hankintapalvelut | Lyhtytupa ry | 29.2.2024 mennessä | Ohje on hyväksytty |
| 2 | Järjestetään koulutus | Hyvinvointipalvelut | Lehtorannan kunta | Vuosittain | Koulutus on pidetty |

| Toimenpide | Tilanne |
|---|---|
| Nimetään palveluohjaaja | Palveluohjaaja aloitti työnsä syyskuussa 2022. |
"""


def found() -> list[Commitment]:
    (one,) = extract(PLAN.encode(), name="suunnitelma.md")
    document = build_document(one, sha256="0" * 64, language=FINNISH)
    passages = tuple(each for each in analyse(document, FINNISH) if each.passage.kind != "heading")
    return list(find_facts(document, passages, FINNISH).commitments)


def test_each_cell_is_read_for_what_its_column_says() -> None:
    """Who answers acts, partners do not; an indicator is no deed; what became of it is told apart from the measure."""
    rows = [(c.kind, c.action, [actor.name for actor in c.actors], "Ohje on" in c.quote) for c in found()]
    assert rows == [
        ("undertaking", "laatia", ["hankintapalvelut"], False),
        ("undertaking", "järjestää", ["hyvinvointipalvelut"], False),
        ("undertaking", "nimetä", [], False),
        ("accomplishment", "aloittaa", ["palveluohjaaja"], False),
    ]
    first, yearly, named, done = found()
    assert first.when is not None
    assert (first.when.role, str(first.when.end)) == ("deadline", "2024-02-29")
    assert first.quote.endswith("29.2.2024 mennessä")
    assert yearly.when is not None
    assert yearly.when.role == "recurrence"
    assert (named.quote, named.when) == ("Nimetään palveluohjaaja", None)
    assert done.quote == "Palveluohjaaja aloitti työnsä syyskuussa 2022."
