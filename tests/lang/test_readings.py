"""What words are read as: lemma, parts, features, by kinds of words."""

import pytest

from policysearch.lang.fi import Finnish

LEMMAS = [
    ("uhreille", "uhri"),
    ("määräaikojen", "määräaika"),
    ("laaditaan", "laatia"),
    ("laadittava", "laatia"),
    ("kohdistuneiden", "kohdistua"),
    ("päättämättä", "päättää"),
    ("tekemättömien", "tehdä"),
    ("laatiminen", "laatiminen"),
    ("toimeenpanemisesta", "toimeenpaneminen"),
    ("merkittävän", "merkittävä"),
    ("valtuutettujen", "valtuutettu"),
    ("riippuvaisten", "riippuvainen"),
    ("vastaavanlaista", "vastaavanlainen"),
    ("sosiaali-", "sosiaali"),
    ("aluehallintovirastojen", "aluehallintovirasto"),
    ("vuotta", "vuosi"),
    ("ajan", "aika"),
    ("maassa", "maa"),
    ("Yhdysvalloissa", "Yhdysvallat"),
    ("Helsingin", "Helsinki"),
    ("PÖYTÄKIRJAN", "pöytäkirja"),
    ("paremmin", "hyvä"),
]
PARTS = [
    ("ihmiskaupparikosten", ("ihminen", "kauppa", "rikos"), ("ihmis", "kauppa", "rikos")),
    ("terveysministeriön", ("terveys", "ministeriö"), ("terveys", "ministeriö")),
    ("oikeusministeriölle", ("oikeus", "ministeriö"), ("oikeus", "ministeriö")),
    ("toimeenpanoa", (), ()),
    ("kunnassa", (), ()),
    ("määräajan", ("määrä", "aika"), ("määrä", "aika")),
    ("lapsenhuoltajien", ("lapsi", "huoltaja"), ("lapsen", "huoltaja")),
    ("EU-maiden", ("EU", "maa"), ("EU", "maa")),
    ("työelämätaitoja", ("työ", "elämä", "taito"), ("työ", "elämä", "taito")),
]


@pytest.mark.parametrize(("form", "lemma"), LEMMAS, ids=[form for form, _ in LEMMAS])
def test_best_reading_has_the_dictionary_form(either: Finnish, form: str, lemma: str) -> None:
    """Participles meet their verb, names keep their capital, common words win over rare ones."""
    assert either.readings(form)[0].lemma == lemma


@pytest.mark.parametrize(("form", "parts", "pieces"), PARTS, ids=[form for form, _, _ in PARTS])
def test_compounds_are_cut_at_true_borders(
    either: Finnish, form: str, parts: tuple[str, ...], pieces: tuple[str, ...]
) -> None:
    """Parts are dictionary forms, pieces are the lemma cut at the same borders."""
    reading = either.readings(form)[0]
    assert (reading.parts, reading.pieces) == (parts, pieces)


FEATURES = [
    ("laaditaan", {"word_class": "verb", "mood": "indicative", "tense": "present", "person": 4, "negative": False}),
    ("päätettiin", {"mood": "indicative", "tense": "past", "person": 4}),
    ("tulisi", {"mood": "conditional", "person": 3, "number": "singular", "negative": None}),
    ("säädetä", {"person": 4, "negative": True}),
    ("laatimaan", {"mood": "MA-infinitive", "case": "illative", "lemma": "laatia"}),
    ("laadittava", {"participle": "present_passive", "verb": "laatia", "case": "nominative"}),
    ("laadittu", {"participle": "past_passive", "verb": "laatia"}),
    ("tekemättömät", {"participle": "negative", "verb": "tehdä", "number": "plural"}),
    ("laatimisen", {"lemma": "laatiminen", "verb": "laatia", "word_class": "noun", "case": "genitive", "mood": None}),
    ("sovittavissa", {"participle": "present_passive", "case": "inessive", "number": "plural"}),
    ("kunnassaan", {"possessive": "3", "case": "inessive"}),
    ("suuremmissa", {"comparison": "comparative", "lemma": "suuri"}),
    ("Helsingissä", {"word_class": "proper", "name": "place", "case": "inessive"}),
    ("Virtasen", {"word_class": "proper", "name": "person", "case": "genitive"}),
    ("eivät", {"word_class": "negation", "lemma": "ei", "number": "plural"}),
    ("THL", {"word_class": "abbreviation"}),
]


@pytest.mark.parametrize(("form", "features"), FEATURES, ids=[form for form, _ in FEATURES])
def test_best_reading_has_the_features(either: Finnish, form: str, features: dict[str, object]) -> None:
    """Case, number, person, mood, tense, participle, verb and kind of name come out of Voikko's attributes."""
    reading = either.readings(form)[0]
    assert {name: getattr(reading, name) for name in features} == features


def test_all_readings_are_kept(finnish: Finnish) -> None:
    """An ambiguous form offers every reading, each once."""
    lemmas = [reading.lemma for reading in finnish.readings("hyvin")]
    assert lemmas == ["hyvin", "hyvä"]
    assert len(set(finnish.readings("laatimalla"))) == len(finnish.readings("laatimalla"))


def test_participle_of_its_own_keeps_its_verb(finnish: Finnish) -> None:
    """*merkittävä* is an adjective first, and still says which verb and participle it is."""
    first, second, *_ = finnish.readings("merkittävää")
    assert (first.lemma, first.verb, first.participle) == ("merkittävä", "merkitä", "present_passive")
    assert second.lemma == "merkitä"


def test_institution_may_be_a_name(either: Finnish) -> None:
    """A compound with the head of an institution is offered as the name of an organisation as well."""
    names = [reading for reading in either.readings("Poliisihallituksen") if reading.name == "organisation"]
    assert [name.lemma for name in names] == ["Poliisihallitus"]


def test_capital_counts_inside_a_sentence_only(finnish: Finnish) -> None:
    """*Maa* at the beginning is a common noun, *maassa* never a name."""
    assert finnish.readings("Kiurun", initial=True)[0].lemma == "kiuru"
    assert finnish.readings("Turkissa")[0].lemma == "Turkki"
    assert all(reading.word_class != "proper" for reading in finnish.readings("maassa")[:1])
