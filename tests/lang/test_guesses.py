"""Words that no dictionary has: acronyms, surnames in their cases, compounds, rubbish."""

import pytest

from policysearch.lang.fi import Finnish

GUESSES = [
    ("STM:n", "STM", "genitive"),
    ("THL:lle", "THL", "allative"),
    ("STM:ään", "STM", "illative"),
    ("VTV:ssä", "VTV", "inessive"),
    ("Migrin", "Migri", "genitive"),
    ("Migrille", "Migri", "allative"),
    ("Rothin", "Roth", "genitive"),
    ("Rothille", "Roth", "allative"),
    ("Rothilta", "Roth", "ablative"),
    ("Biaudet'n", "Biaudet", "genitive"),
    ("Biaudet’lle", "Biaudet", "allative"),
    ("Kotamösen", "Kotamönen", "genitive"),
    ("Kotamönen", "Kotamönen", "nominative"),
    ("Kotamöselle", "Kotamönen", "allative"),
    ("Paateriksen", "Paateris", "genitive"),
    ("Sarvikiran", "Sarvikira", "genitive"),
    ("Sarvikiraan", "Sarvikira", "illative"),
    ("Sarvikiraa", "Sarvikira", "partitive"),
    ("Bergqvistin", "Bergqvist", "genitive"),
    ("Ohrberg", "Ohrberg", "nominative"),
    ("Ohlmansson", "Ohlmansson", "nominative"),
    ("Löyhäjärven", "Löyhäjärvi", "genitive"),
    ("2020:ssä", "2020", "inessive"),
    ("TEKESin", "TEKES", "genitive"),
]


@pytest.mark.parametrize(("form", "lemma", "case"), GUESSES, ids=[form for form, _, _ in GUESSES])
def test_ending_tells_lemma_and_case(finnish: Finnish, form: str, lemma: str, case: str) -> None:
    """The ending of an unknown word is taken off, and says which case it is."""
    reading = finnish.readings(form)[0]
    assert (reading.lemma, reading.case) == (lemma, case)


@pytest.mark.parametrize("form", ["STM:n", "Bergqvist'n", "zqxwv", "Löyhäjärven", "kansvälinen"])
def test_guesses_say_that_they_are(either: Finnish, form: str) -> None:
    """No guess passes for a reading of the dictionary."""
    assert all(reading.guessed for reading in either.readings(form))


COMPOUNDS = [
    ("blorposuunnitelman", "blorposuunnitelma"),
    ("Brexit-neuvotteluissa", "Brexit-neuvottelu"),
    ("zipzap-hankkeen", "zipzap-hanke"),
]


@pytest.mark.parametrize(("form", "lemma"), COMPOUNDS, ids=[form for form, _ in COMPOUNDS])
def test_unknown_compound_ends_in_a_known_noun(finnish: Finnish, form: str, lemma: str) -> None:
    """The longest known noun at the end, or the word after the last hyphen, says how the whole inflects."""
    assert finnish.readings(form)[0].lemma == lemma


@pytest.mark.parametrize("form", ["l1st", "zqxwv", "|||", "a.b@c.fi", "€", "x" * 300])
def test_rubbish_stays_as_it_is(finnish: Finnish, form: str) -> None:
    """What is no word is its own lemma."""
    assert finnish.readings(form)[0].lemma == form


def test_short_capitals_are_kept(finnish: Finnish) -> None:
    """An acronym is never taken apart."""
    assert [finnish.readings(form)[0].lemma for form in ("OM", "TEM", "KRP")] == ["OM", "TEM", "KRP"]


def test_capital_inside_a_sentence_asks_for_a_name(finnish: Finnish) -> None:
    """A common noun with a capital may be a surname: that reading is there, and marked as guessed."""
    last = finnish.readings("Kiurun")[-1]
    assert (last.lemma, last.word_class, last.case, last.guessed) == ("Kiuru", "proper", "genitive", True)
