"""The gazetteer: its data holds together, and every name of a body leads to it."""

import tomllib
from importlib import resources

import pytest

from policysearch.facts.gazetteer import (
    Gazetteer,
    actor_of,
    bodies_with,
    open_gazetteer,
    read_bodies,
    read_municipalities,
)
from tests.facts.made import FINNISH


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of Finnish."""
    return open_gazetteer(FINNISH)


def _records() -> list[dict[str, object]]:
    data = resources.files("policysearch.facts").joinpath("data")
    files = sorted(file for file in data.iterdir() if file.name.startswith("gazetteer-"))
    return [record for file in files for record in tomllib.loads(file.read_text(encoding="utf-8"))["bodies"]]


SAME = [
    (
        "stm",
        [
            "STM",
            "STM:n",
            "stm",
            "sosiaali- ja terveysministeriön",
            "Social Affairs and Health",
            "Ministry of Social Affairs and Health",
            "social- och hälsovårdsministeriet",
        ],
    ),
    ("om", ["OM", "oikeusministeriöstä", "Ministry of Justice", "justitieministeriet"]),
    ("sm", ["SM:lle", "sisäministeriössä", "sisäasiainministeriö"]),
    ("yvv", ["yhdenvertaisuusvaltuutettua", "vähemmistövaltuutetun", "Diskrimineringsombudsmannen"]),
    ("migri", ["Migri", "Migrille", "Maahanmuuttoviraston", "Finnish Immigration Service"]),
    ("kho", ["korkeimman hallinto-oikeuden", "KHO"]),
    ("spr", ["Suomen Punaisen Ristin", "SPR", "Finnish Red Cross"]),
    ("greta", ["GRETA", "Greta", "GRETA:n"]),
    ("itameren-maiden-neuvosto", ["Itämeren valtioiden neuvosto", "Council of the Baltic Sea States"]),
]


@pytest.mark.parametrize(("body", "names"), SAME, ids=[body for body, _ in SAME])
def test_resolve_leads_every_name_to_one_body(gazetteer: Gazetteer, body: str, names: list[str]) -> None:
    """Abbreviated, inflected, former, Swedish and English names are the same actor."""
    found = [gazetteer.resolve(name) for name in names]
    assert [actor.id if actor else None for actor in found] == [body] * len(names)


def test_resolve_gives_the_municipality(gazetteer: Gazetteer) -> None:
    """The name of a municipality, in either language, is the municipality as an actor."""
    assert {gazetteer.resolve(name) for name in ("Espoo", "Esbo", "Espoon kaupunki")} == {
        actor_of("Espoon kaupunki", "organisation")
    }


@pytest.mark.parametrize("name", ["Kuusjärven kaupunki", "", "ministeriö", "kelaus"])
def test_resolve_does_not_guess(gazetteer: Gazetteer, name: str) -> None:
    """A name that the data does not have is nobody's."""
    assert gazetteer.resolve(name) is None


def test_names_begin_with_the_canonical_one(gazetteer: Gazetteer) -> None:
    """All names of a body are given, the canonical first; an unknown id has none."""
    names = gazetteer.names("stm")
    assert names[0] == "sosiaali- ja terveysministeriö"
    assert "STM" in names
    assert gazetteer.names("person:maija-aalto") == ()


def test_parent_is_a_body(gazetteer: Gazetteer) -> None:
    """A body's parent is an actor, and the highest have none."""
    parent = gazetteer.parent("yvv")
    assert parent is not None
    assert parent.id == "om"
    assert gazetteer.parent("vn") is None


def test_match_needs_the_capital_of_a_name(gazetteer: Gazetteer) -> None:
    """*kelan* is a reel, *Kelan* the institution."""
    assert gazetteer.match(FINNISH.tokens("lankaa on kelan ympärillä")) == ()
    assert [match.actor.id for match in gazetteer.match(FINNISH.tokens("tukea haetaan Kelan sivuilta"))] == ["kela"]


def test_data_has_unique_ids_and_known_parents() -> None:
    """Ids are unique, parents exist, and no name in Finnish belongs to two bodies."""
    records = _records()
    ids = [record["id"] for record in records]
    names = [record["fi"] for record in records]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))
    assert {record["parent"] for record in records if "parent" in record} <= set(ids)


def test_data_has_every_ministry() -> None:
    """The twelve ministries and the government are there with their abbreviations."""
    short = {name for record in _records() for name in record.get("short", ())}  # type: ignore[attr-defined]
    assert {"OM", "SM", "STM", "TEM", "UM", "VM", "OKM", "MMM", "LVM", "YM", "PLM", "VNK", "VN"} <= short


def test_municipalities_have_genitives_that_voikko_reads() -> None:
    """There are 309 of them; the analyser reads nearly every genitive as a form of its name."""
    municipalities = read_municipalities()
    assert len(municipalities.genitives) == 309
    unread = [
        name
        for name, genitive in municipalities.genitives.items()
        if not any(
            reading.case == "genitive" and reading.lemma.lower() == name.lower()
            for token in FINNISH.tokens(f"asuu {genitive}")[1:]
            for reading in token.readings
        )
    ]
    assert len(unread) <= 25, unread


def test_actor_of_is_a_pure_function_of_kind_and_name() -> None:
    """The same name gives the same id, whatever its case; another kind another id."""
    assert actor_of("Maija Aalto", "person") == actor_of("Maija Aalto", "person")
    assert actor_of("maija aalto", "person").id == actor_of("Maija Aalto", "person").id
    assert actor_of("Maija Aalto", "person").id != actor_of("Maija Aalto", "organisation").id


def test_bodies_are_found_by_a_word_of_a_name_alone() -> None:
    """Each body stands on a line of its own, and is read alike alone and with all others."""
    for body in read_bodies():
        word = body.name.casefold().split()[0].strip(",")
        assert body in bodies_with([word]), body.id
    assert bodies_with(["uhri"]) == ()
    found = [body.id for body in bodies_with(["migri"])]
    assert "migri" in found
    assert len(found) < 10
