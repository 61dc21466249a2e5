"""Which reading of a word form is the best, before any context: rules on its grammar, and how common its lemma is.

Values are natural logarithms of odds, set by hand and checked on the development halves of UD Finnish-TDT and -FTB
(benchmarks/lemmas.py). Voikko's own order decides between equals.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import get_args

from policysearch.lang.fi.readings import n_derivations, readings_of_analysis
from policysearch.model.language import Case, Reading

_PART = -2.0  # a compound of fewer parts is likelier (alue+hallinto+virasto, not alue+halli+tovi+rasta)
_DERIVATION = -1.0  # of a verb: *todeta*, not *todentua*
_NAME = 6.0  # a name where a capital does not come from the beginning of a sentence
_LOWER_CASE_NAME = -50.0
_NOMINATIVE_NAME = 1.0  # Janina, not Jani in the essive
_CLASSES = {"interjection": -4.0, "adverb": 1.0, "adposition": 1.0, "conjunction": 1.0, "pronoun": 1.0, "negation": 1.0}
_MOODS = {
    "imperative": -4.0,
    "potential": -4.0,
    "MA-infinitive": -2.0,
    "E-infinitive": 0.0,
    "indicative": 0.5,
    None: 0.0,
}
_OTHER_MOOD = 0.4
_SPEAKER = -1.5  # verbs in the 1st or 2nd person: rare in official text
_SPEAKERS_OWN = -4.0  # possessive of the 1st or 2nd person
_RARE_CASES = {"comitative": -3.0, "instructive": -4.0, "abessive": -3.0}
_PAST = -1.0  # *tuki* and *laki* are nouns more often than verbs in the past
_PARTICIPLE = -0.2  # a word of its own wins between equals: *tehtävä*
_PARTICIPLES: dict[tuple[str, str | None], float] = {("past_passive", "elative"): -4.0}  # *selvitystä* is of *selvitys*
_PARTICIPLES |= {("agent", case): -3.0 for case in (*get_args(Case), None)}
_PERSONS = -3.0  # the plural of a person's name
_LEMMA_SHARE = 0.5  # of the lemma's weight


@lru_cache(maxsize=1)
def _lemma_weights() -> dict[str, int]:
    text = files(__package__).joinpath("lemma_weights.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {lemma: int(weight) for weight, lemmas in rows for lemma in lemmas.split(" ")}


def readings_of(analyses: Iterable[dict[str, str]]) -> list[Reading]:
    """All readings of a form in Voikko's order, none twice."""
    return list(dict.fromkeys(reading for analysis in analyses for reading in readings_of_analysis(analysis)))


def best_first(analyses: list[dict[str, str]], form: str, *, initial: bool) -> tuple[Reading, ...]:
    """The readings of `form` without repetitions, best first.

    Args:
        analyses: What Voikko says of the form.
        form: The form as printed.
        initial: It begins a sentence, so that its capital tells nothing.
    """
    scores: dict[Reading, float] = {}
    for analysis in analyses:
        found = [_capitalised(reading, form) for reading in readings_of_analysis(analysis)]
        best = max(score(reading, form, initial=initial) for reading in found)
        for place, reading in enumerate(found):
            # The second reading of one analysis is the verb behind a word of its own: merkitä behind merkittävä.
            value = best - place
            if reading.word_class == "verb" or reading.verb:
                value += _DERIVATION * n_derivations(analysis)
            scores[reading] = max(value, scores.get(reading, value))
    if len(scores) == 1:
        return tuple(scores)
    return tuple(sorted(scores, key=lambda reading: -scores[reading]))


def _capitalised(reading: Reading, form: str) -> Reading:
    """*Huttu-Juntunen*, where Voikko writes the first half of a double name small."""
    if reading.word_class != "proper" or not form[:1].isupper() or not reading.lemma[:1].islower():
        return reading
    return replace(reading, lemma=reading.lemma[:1].upper() + reading.lemma[1:])


def score(reading: Reading, form: str, *, initial: bool) -> float:
    """How likely a reading is; higher is likelier."""
    value = _LEMMA_SHARE * _lemma_weights().get(reading.lemma.lower(), 0)
    value += _PART * len(reading.parts) + _CLASSES.get(reading.word_class, 0.0)
    value += _MOODS.get(reading.mood, _OTHER_MOOD) + _RARE_CASES.get(reading.case or "", 0.0)
    if reading.word_class == "proper":
        value += _name_score(reading, form, initial=initial)
    if reading.possessive and reading.possessive[0] in "12":
        value += _SPEAKERS_OWN
    if reading.person in (1, 2):
        value += _SPEAKER
    if reading.participle:
        value += _PARTICIPLES.get((reading.participle, reading.case), _PARTICIPLE)
    if reading.tense == "past" and reading.person in (1, 2, 3):
        value += _PAST
    return value


def _name_score(reading: Reading, form: str, *, initial: bool) -> float:
    # The capital of the name itself counts: EU-Maa is no reading of EU-maiden.
    if form.rpartition("-")[2][:1].islower():
        return _LOWER_CASE_NAME
    value = 0.0 if initial or form.isupper() else _NAME
    if reading.case == "nominative" and reading.number == "singular":
        value += _NOMINATIVE_NAME
    return value + (_PERSONS if reading.name == "person" and reading.number == "plural" else 0.0)
