"""Names of one body lead to one another, and words that are no names lead nowhere."""

import tomllib
from importlib import resources

import pytest

from policysearch.facts.gazetteer import read_bodies
from policysearch.facts.synonyms import Named, named_bodies
from policysearch.lang.fi import Finnish, open_finnish


@pytest.fixture(scope="module")
def finnish() -> Finnish:
    return open_finnish()


def named(finnish: Finnish, *words: str) -> list[tuple[str, Named]]:
    """The names among words of a query, each with its words."""
    asked = []
    for word in words:
        token = [token for token in finnish.tokens(word) if token.kind != "punctuation"][-1]
        lemmas = [token.ellipsis] if token.ellipsis else [reading.lemma for reading in token.readings]
        asked.append((word, lemmas))
    return [(" ".join(words[found.first : found.first + found.count]), found) for found in named_bodies(asked)]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (["STM"], {"sosiaali- ja terveysministeriö", "Social Affairs and Health"}),
        (["stm"], {"sosiaali- ja terveysministeriö"}),
        (["STM:n"], {"sosiaali- ja terveysministeriö"}),
        (["sosiaali- ja terveysministeriön"], {"STM", "Ministry of Social Affairs and Health"}),
        (["Ministry", "of", "Social", "Affairs", "and", "Health"], {"STM", "sosiaali- ja terveysministeriö"}),
        (["Migri"], {"Maahanmuuttovirasto", "Ulkomaalaisvirasto", "Finnish Immigration Service"}),
        (["migrin"], {"Maahanmuuttovirasto"}),
        (["Maahanmuuttovirastolle"], {"Migri", "Migrationsverket"}),
        (["Ulkomaalaisvirasto"], {"Migri", "Maahanmuuttovirasto"}),
        (["THL"], {"Terveyden ja hyvinvoinnin laitos", "Kansanterveyslaitos"}),
        (["Terveyden", "ja", "hyvinvoinnin", "laitoksen"], {"THL"}),
        (["Kansainvälisen", "siirtolaisuusjärjestön"], {"IOM"}),
        (["ihmiskaupparaportoijan"], {"yhdenvertaisuusvaltuutettu", "vähemmistövaltuutettu"}),
        (["OM"], {"oikeusministeriö"}),
        (["ILO"], {"Kansainvälinen työjärjestö"}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_name_leads_to_the_other_names(finnish: Finnish, words: list[str], others: set[str]) -> None:
    """Abbreviated, inflected, former, in three languages; the whole name is met, not a part of it."""
    ((met, found),) = named(finnish, *words)
    assert met == " ".join(words)
    assert others <= {other.text for other in found.others}


@pytest.mark.parametrize(
    "words",
    [
        ["uhri"],
        ["ohjausryhmä"],
        ["om"],
        ["ilo"],
        ["riku"],
        ["pace"],
        ["kiinteä", "siirtolaisuus"],
        ["ministeriö"],
        ["2021"],
        [],
    ],
    ids="-".join,
)
def test_other_words_name_nobody(finnish: Finnish, words: list[str]) -> None:
    """Common words, also those that only capitals would make an abbreviation."""
    assert named(finnish, *words) == []


def test_former_names_say_until_when(finnish: Finnish) -> None:
    """A former name carries its last year, on either side."""
    ((_, found),) = named(finnish, "Migri")
    assert {other.text: other.until for other in found.others if other.until} == {"Ulkomaalaisvirasto": 2007}
    assert found.others[-1].text == "Ulkomaalaisvirasto"
    ((_, found),) = named(finnish, "Ulkomaalaisvirasto")
    assert found.until == 2007


def test_longest_name_wins_and_the_rest_is_looked_at(finnish: Finnish) -> None:
    """*Euroopan neuvosto* in a longer query, and the second name beside it."""
    found = named(finnish, "Euroopan", "neuvoston", "yleissopimus", "ja", "Migri")
    assert [met for met, _ in found] == ["Euroopan neuvoston", "Migri"]


def test_no_ambiguous_abbreviation_is_searched_for(finnish: Finnish) -> None:
    """*oikeusministeriö* is not searched as *om*, which every Swedish text holds."""
    ((_, found),) = named(finnish, "oikeusministeriö")
    assert "OM" not in {other.text for other in found.others}


def test_names_that_hold_the_typed_one_are_left_out(finnish: Finnish) -> None:
    """They are found anyway, and would only fill the line that is shown."""
    ((_, found),) = named(finnish, "komissio")
    assert not any("komissio" in other.text.split() for other in found.others)


def test_ambiguous_abbreviations_are_all_listed(finnish: Finnish) -> None:
    """Every abbreviation that is a Finnish word or a given name in lower case stands in the list."""
    path = resources.files("policysearch.facts").joinpath("data", "synonyms.toml")
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    shorts = {short for body in read_bodies() for short in body.short}
    names = {name for body in read_bodies() for name in body.names} | shorts
    assert set(listed["ambiguous"]) <= shorts
    assert set(listed["not_same"]) <= names
    fine = {"Kela", "KELA", "Unicef"}  # kela, a reel, stands in no document of this field
    for short in shorts - fine:
        classes = {reading.word_class for reading in finnish.readings(short.lower()) if not reading.guessed}
        given = any(r.name == "person" for r in finnish.readings(short.capitalize()) if not r.guessed)
        if classes & {"noun", "verb", "interjection", "adjective", "adverb", "particle"} or given:
            assert short in listed["ambiguous"], short
