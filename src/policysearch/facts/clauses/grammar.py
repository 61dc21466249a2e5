"""What a word form may be: questions put to every reading of a token, not only to the best one.

Taking any reading rather than the best lifts the recall of A-infinitives from 0.57 to 0.97 (measured with Voikko on
UD Finnish TDT); the pattern around the word then decides, which is the work of `verbgroups` and `clauses`.
"""

from collections.abc import Iterator

from policysearch.model.language import Case, Mood, Participle, Reading, Token

#: Cases in which a body does something in the passive: *oikeusministeriössä*, *poliisilaitoksella*, *ministeriöstä*.
LOCAL_CASES: frozenset[Case] = frozenset({"inessive", "adessive", "elative", "ablative"})
NOMINALS = frozenset({"noun", "proper", "adjective", "pronoun", "numeral", "abbreviation", "unknown"})


def lemmas(token: Token) -> frozenset[str]:
    """The dictionary forms of all readings in lower case, verbs behind participles and -minen nouns included."""
    # Made anew each time: hashing readings for a cache costs more than reading their one or two lemmas.
    readings = token.readings
    if len(readings) == 1 and readings[0].verb is None:
        return frozenset((readings[0].lemma.lower(),))
    found = {reading.lemma.lower() for reading in readings}
    found.update(reading.verb.lower() for reading in readings if reading.verb is not None)
    return frozenset(found)


def word(token: Token) -> str:
    """The word as printed, in lower case, for words that do not inflect."""
    return token.surface.lower()


def finite_readings(token: Token) -> Iterator[Reading]:
    """The readings that can be the finite verb of a clause, the present before a past that looks like it (*koordinoi*).

    Imperatives are none: policy prose has none.
    """
    found = [
        reading
        for reading in token.readings
        if reading.person
        and reading.mood in {"indicative", "conditional", "potential"}
        and not reading.participle
        and reading.negative is not True
    ]
    if len(found) > 1 and found[0].tense == "past":
        same = [r for r in found if r.tense == "present" and (r.lemma, r.person) == (found[0].lemma, found[0].person)]
        found = same + [r for r in found if r not in same]
    yield from found


def is_negation(token: Token) -> bool:
    """Whether the word is *ei*, *eivät*, *eikä* or *ettei*; *Emme* at the start of a sentence looks like a name."""
    return token.readings[0].word_class == "negation" or word(token) == "emme"


def speaks(token: Token) -> Reading | None:
    """The reading as a finite verb of *we* (*lisäsimme*, *olemme*), or None where it can be a noun (*työmme*)."""
    if not word(token).endswith("mme"):
        return None
    if token.readings[0].person != 1 and any(reading.possessive for reading in token.readings):
        return None
    return next((r for r in finite_readings(token) if r.person == 1 and r.number == "plural"), None)


def reading_in_mood(token: Token, mood: Mood) -> Reading | None:
    """The first reading in `mood` (an infinitive or a finite mood), or None."""
    return next((reading for reading in token.readings if reading.mood == mood and not reading.participle), None)


def participle(token: Token, *kinds: Participle, case: Case | None = None) -> Reading | None:
    """The first reading that is a participle of one of `kinds` with its verb known, in `case` if one is given."""
    for reading in token.readings:
        if reading.participle in kinds and (case is None or reading.case == case):
            return reading
    return None


def verb_of(reading: Reading) -> str:
    """The dictionary form of the verb in a finite verb, infinitive, participle or -minen noun."""
    return (reading.verb or reading.lemma).lower()


def cases(token: Token) -> frozenset[Case]:
    """Every case that the form can be."""
    return frozenset(reading.case for reading in token.readings if reading.case)


def is_nominal(token: Token) -> bool:
    """Whether the best reading is a noun, name, adjective, pronoun or numeral."""
    return token.kind == "word" and token.readings[0].word_class in NOMINALS


def is_noun(token: Token) -> bool:
    """Whether some reading is a noun or name in a case."""
    return any(reading.word_class in {"noun", "proper"} and reading.case for reading in token.readings)


def connegative(token: Token, *, active: bool = False) -> Reading | None:
    """The form that follows a negation verb: *(ei) muuteta*, *(ei) ole*, *(ei) katsonut*, *(ei) päätetty*.

    With `active` a form that can be both is no passive: *emme luovuta*, *eivät luovuta*.
    """
    if active and (found := reading_in_mood(token, "imperative")) is not None and found.person == 2:
        return found
    if token.readings[0].word_class == "pronoun":
        return None
    for reading in token.readings:
        if reading.negative and reading.mood in {"indicative", "potential"}:
            return reading
    for reading in token.readings:
        if reading.participle in {"past_active", "past_passive"} and reading.case in {None, "nominative"}:
            return reading
    for reading in token.readings:
        if reading.mood in {"conditional", "imperative"} and reading.negative is not False:
            return reading
    return None


def deverbal(token: Token) -> str | None:
    """The verb behind a -minen noun (*perustamisen* → *perustaa*), or None."""
    for reading in token.readings:
        if reading.verb and not reading.participle and reading.lemma.endswith("minen"):
            return reading.verb.lower()
    return None
