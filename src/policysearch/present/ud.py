"""Readings of Finnish words in the terms of Universal Dependencies, as far as they are sure (docs/exchange.md).

What is told follows the Finnish pages of universaldependencies.org, as UD Finnish-TDT applies them. Where a class of
ours is several of theirs, by a syntax that nobody has read here, it is `_`.
"""

from policysearch.model.language import Reading, Token

UNKNOWN = "_"
_CASES = {
    "nominative": "Nom", "genitive": "Gen", "partitive": "Par", "accusative": "Acc", "inessive": "Ine",
    "elative": "Ela", "illative": "Ill", "adessive": "Ade", "ablative": "Abl", "allative": "All", "essive": "Ess",
    "translative": "Tra", "abessive": "Abe", "comitative": "Com", "instructive": "Ins",
}  # fmt: skip
_MOODS = {"indicative": "Ind", "conditional": "Cnd", "imperative": "Imp", "potential": "Pot"}
_INFINITIVES = {"A-infinitive": "1", "E-infinitive": "2", "MA-infinitive": "3"}
_PARTICIPLES = {
    "present_active": ("Pres", "Act"), "present_passive": ("Pres", "Pass"), "past_active": ("Past", "Act"),
    "past_passive": ("Past", "Pass"), "agent": ("Agt", "Act"), "negative": ("Neg", "Act"),
}  # fmt: skip
_NUMBERS = {"singular": "Sing", "plural": "Plur"}
_DEGREES = {None: "Pos", "comparative": "Cmp", "superlative": "Sup"}
_OWNERS = {"1s": ("1", "Sing"), "2s": ("2", "Sing"), "1p": ("1", "Plur"), "2p": ("2", "Plur"), "3": ("3", None)}
_CLASSES = {
    "noun": "NOUN", "proper": "PROPN", "adjective": "ADJ", "numeral": "NUM", "pronoun": "PRON", "adverb": "ADV",
    "adposition": "ADP", "interjection": "INTJ", "verb": "VERB", "negation": "AUX",
}  # fmt: skip
_COORDINATING = frozenset({"ja", "sekä", "tai", "eli", "mutta", "vaan", "vai", "taikka", "tahi"})
_SUBORDINATING = frozenset({"että", "jos", "koska", "kun", "vaikka", "jotta", "jollei", "ellei", "mikäli"})
_AUXILIARIES = frozenset({"olla", "voida", "pitää", "saattaa", "täytyä", "saada", "taitaa", "joutua", "aikoa", "tulla"})
"""Verbs that are AUX beside another verb, and VERB alone."""
_ADPOSITIONS = frozenset({
    "aikana", "alla", "alle", "ansiosta", "edellä", "edessä", "eteen", "ilman", "jälkeen", "kanssa", "kautta",
    "kesken", "kohdalla", "kohti", "lisäksi", "lähellä", "läpi", "mukaan", "mukaisesti", "ohella", "osalta",
    "perusteella", "puolesta", "päästä", "päälle", "rinnalla", "sijaan", "sijasta", "takia", "varten", "vastaan",
    "vuoksi", "välillä", "yli", "yllä", "ympäri", "ympärillä", "yhteydessä", "johdosta", "mennessä", "alkaen", "asti",
    "saakka",
})  # fmt: skip
"""Words that are ADP beside a noun, and ADV alone."""
_SYMBOLS = frozenset("§%€$£+=<>|~^°")


def upos_of(token: Token) -> str:
    """The universal part of speech, `_` where it is not sure."""
    if token.surface[0] in _SYMBOLS:
        return "SYM"
    if token.kind == "punctuation":
        return "PUNCT"
    return _upos(token.readings[0])


def feats_of(token: Token) -> str:
    """The features of the best reading in the order of UD, `_` where there are none, or they are guessed."""
    if token.kind != "word":
        return UNKNOWN
    return _feats(token.readings[0])


def is_ambiguous(token: Token) -> bool:
    """Whether another reading would say something else."""
    return len({(reading.lemma, _upos(reading), _feats(reading)) for reading in token.readings}) > 1


def _upos(reading: Reading) -> str:
    lemma = reading.lemma
    if reading.guessed or reading.word_class == "unknown":
        return UNKNOWN
    if reading.participle:
        # *merkittävä* is a word of its own, noun or adjective; *laadittu* a form of *laatia*.
        return "VERB" if lemma == reading.verb and lemma not in _AUXILIARIES else UNKNOWN
    match reading.word_class:
        case "conjunction":
            return "CCONJ" if lemma in _COORDINATING else "SCONJ" if lemma in _SUBORDINATING else UNKNOWN
        case "verb" if lemma in _AUXILIARIES:
            return UNKNOWN
        case "adverb" | "adposition" if lemma in _ADPOSITIONS:
            return UNKNOWN
        case word_class:
            return _CLASSES.get(word_class, UNKNOWN)


def _feats(reading: Reading) -> str:
    if reading.guessed:
        return UNKNOWN
    found: dict[str, str | None] = {
        "Case": _CASES.get(reading.case or ""),
        "Number": _NUMBERS.get(reading.number or ""),
    }
    if reading.possessive in _OWNERS:
        found["Person[psor]"], found["Number[psor]"] = _OWNERS[reading.possessive]
    if reading.word_class == "abbreviation":
        found["Abbr"] = "Yes"
    if reading.participle:
        found |= _of_participle(reading)
    elif reading.word_class in ("verb", "negation"):
        found |= _of_verb(reading)
    elif reading.word_class == "adjective":
        found["Degree"] = _DEGREES[reading.comparison]
    elif reading.word_class == "noun" and reading.verb and reading.lemma.endswith("minen"):
        found["Derivation"] = "Minen"
    kept = sorted(((name, value) for name, value in found.items() if value), key=lambda item: item[0].casefold())
    return "|".join(f"{name}={value}" for name, value in kept) or UNKNOWN


def _of_participle(reading: Reading) -> dict[str, str | None]:
    if reading.lemma != reading.verb:
        return {}
    form, voice = _PARTICIPLES[reading.participle or ""]
    return {"VerbForm": "Part", "PartForm": form, "Voice": voice, "Degree": _DEGREES[reading.comparison]}


def _of_verb(reading: Reading) -> dict[str, str | None]:
    if reading.mood in _INFINITIVES:
        return {"VerbForm": "Inf", "InfForm": _INFINITIVES[reading.mood], "Number": None}
    if reading.mood is None:
        return {}
    is_negation = reading.word_class == "negation"
    is_passive = reading.person == 4
    return {
        "VerbForm": "Fin",
        "Mood": _MOODS[reading.mood] if not is_negation or reading.mood == "imperative" else None,
        "Tense": {"present": "Pres", "past": "Past"}.get(reading.tense or "") if reading.mood == "indicative" else None,
        "Voice": "Pass" if is_passive else "Act",
        "Person": str(reading.person) if reading.person and not is_passive and not reading.negative else None,
        "Number": _NUMBERS.get(reading.number or "") if not is_passive and not reading.negative else None,
        "Connegative": "Yes" if reading.negative else None,
        "Polarity": "Neg" if is_negation else None,
    }
