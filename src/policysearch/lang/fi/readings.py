"""Voikko's attributes -> readings: lemma, class, compound parts, features.

A participle has its verb as lemma, a -minen noun itself (Voikko says the participle and the verb), so that word
forms of one word meet in one lemma. A participle that has become a word of its own (*merkittävä*) is read twice,
first as that word, with the verb beside it, then as a form of the verb.
"""

from dataclasses import replace
from typing import get_args

from policysearch.lang.fi.fst import Segment, segments
from policysearch.lang.fi.words import LEXICAL_PARTICIPLES, NOUNS, PLURAL_NAMES
from policysearch.model.language import Case, Mood, NameKind, Participle, Reading, WordClass

_CLASSES: dict[str, WordClass] = {
    "nimisana": "noun", "laatusana": "adjective", "nimisana_laatusana": "adjective", "huudahdussana": "interjection",
    "etunimi": "proper", "sukunimi": "proper", "paikannimi": "proper", "nimi": "proper", "teonsana": "verb",
    "lyhenne": "abbreviation", "seikkasana": "adverb", "lukusana": "numeral", "asemosana": "pronoun",
    "sidesana": "conjunction", "suhdesana": "adposition", "kieltosana": "negation", "etuliite": "prefix",
}  # fmt: skip
_NAMES: dict[str, NameKind] = {"etunimi": "person", "sukunimi": "person", "paikannimi": "place", "nimi": "other"}
_CASES: dict[str, Case] = {
    "nimento": "nominative", "omanto": "genitive", "osanto": "partitive", "kohdanto": "accusative",
    "sisaolento": "inessive", "sisaeronto": "elative", "sisatulento": "illative", "ulkoolento": "adessive",
    "ulkoeronto": "ablative", "ulkotulento": "allative", "olento": "essive", "tulento": "translative",
    "vajanto": "abessive", "seuranto": "comitative", "keinonto": "instructive", "kerrontosti": "adverbial",
}  # fmt: skip
_MOODS: dict[str, Mood] = {mood: mood for mood in get_args(Mood)}
_PARTICIPLES: dict[str, Participle] = {participle: participle for participle in get_args(Participle)} | {
    "negation": "negative"
}
_PARTICIPLE_ENDINGS = {
    "present_active": ("va", "vä"), "present_passive": ("va", "vä"), "past_active": ("ut", "yt"),
    "past_passive": ("tu", "ty"), "agent": ("ma", "mä"), "negation": ("ton", "tön"),
}  # fmt: skip
_NUMBERS = {"singular": "singular", "plural": "plural"}
_TENSES = {"present_simple": "present", "past_imperfective": "past"}
_COMPARISONS = {"comparative": "comparative", "superlative": "superlative"}
_PERSONS = {"1": 1, "2": 2, "3": 3, "4": 4}
_NEGATIVES = {"true": True, "false": False}


def readings_of_analysis(attributes: dict[str, str]) -> tuple[Reading, ...]:
    """One of Voikko's analyses as readings, best first: one, but two for a participle that is a word of its own."""
    found = segments(attributes.get("FSTOUTPUT", ""))
    reading = _reading(attributes, found)
    if reading.participle and found[-1].base in LEXICAL_PARTICIPLES:
        base = attributes["BASEFORM"].replace("=", "")
        parts, pieces = _parts(found, base)
        return replace(reading, lemma=base, parts=parts, pieces=pieces), reading
    if reading.name == "place" and reading.number == "plural" and reading.lemma in PLURAL_NAMES:
        return (replace(reading, lemma=PLURAL_NAMES[reading.lemma], parts=(), pieces=()),)
    return (reading,)


def n_derivations(attributes: dict[str, str]) -> int:
    """How many endings of derivation the form has, beside those that make a participle."""
    endings = attributes.get("FSTOUTPUT", "").count("[Xj]")
    own = {None: 0, "negation": 2}.get(attributes.get("PARTICIPLE"), 1)
    return max(0, endings - own)


def _reading(attributes: dict[str, str], found: tuple[Segment, ...]) -> Reading:
    get = attributes.get
    base = get("BASEFORM", "").replace("=", "").strip("-‑")
    word_class = _CLASSES.get(get("CLASS", ""), "unknown")
    if word_class == "adjective" and base.endswith(NOUNS):
        word_class = "noun"
    last = found[-1] if found else None
    participle = _participle(get("PARTICIPLE", ""), last)
    lemma, verb = base, None
    if word_class in ("adverb", "adposition") and found and not any(tag[0] in "FO" for tag in found[-1].tags):
        # Voikko gives one base for a whole series of local adverbs: *edessä* for *edellä*, *erillään* for *erikseen*.
        lemma = "".join(segment.surface for segment in found)
    if last is not None and last.verb and (participle or get("MOOD") == "MINEN-infinitive"):
        head = _head(found, base)
        verb = head + last.verb
        if participle:
            lemma, word_class = verb, "adjective"
        else:
            lemma, word_class = head + last.base, "noun"
    parts, pieces = _parts(found, lemma)
    return Reading(
        lemma=lemma,
        word_class=word_class,
        parts=parts,
        pieces=pieces,
        case=_CASES.get(get("SIJAMUOTO", "")),
        number=_NUMBERS.get(get("NUMBER", "")),  # type: ignore[arg-type]  # the tables hold literals only
        person=_PERSONS.get(get("PERSON", "")),  # type: ignore[arg-type]
        mood=_MOODS.get(get("MOOD", "")),
        tense=_TENSES.get(get("TENSE", "")),  # type: ignore[arg-type]
        participle=participle,
        negative=_NEGATIVES.get(get("NEGATIVE", "")),
        possessive=get("POSSESSIVE"),
        comparison=_COMPARISONS.get(get("COMPARISON", "")),  # type: ignore[arg-type]
        verb=verb,
        # Voikko makes names without FSTOUTPUT of compounds whose head is an institution (Poliisihallitus).
        name="organisation" if word_class == "proper" and not found else _NAMES.get(get("CLASS", "")),
    )


def _participle(name: str, last: Segment | None) -> Participle | None:
    """Voikko marks words made of a participle as well: *riippuvainen*, *vastaavanlainen*; those are none."""
    if last is None or last.verb is None or not last.base.endswith(_PARTICIPLE_ENDINGS.get(name, ())):
        return None
    return _PARTICIPLES[name]


def _head(found: tuple[Segment, ...], base: str) -> str:
    """The letters before the last part of a compound, as the dictionary form has them."""
    head = "".join(segment.surface for segment in found[:-1])
    return base[: len(head)] if base[: len(head)].lower() == head.lower() else head


def _parts(found: tuple[Segment, ...], lemma: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Dictionary forms of the parts, and the lemma cut at the same borders; both empty for a simple word."""
    inner = [segment for segment in found if segment.surface.strip("-")]
    if len(inner) < 2:
        return (), ()
    parts: list[str] = []
    pieces: list[str] = []
    rest = lemma
    for segment in inner[:-1]:
        # An adjective inside a compound may be inflected with it: vanhallepojalle, but vanhapoika.
        for head in (segment.surface, segment.base):
            if rest.lower().startswith(head.lower()):
                break
        else:
            return (), ()
        pieces.append(rest[: len(head)].strip("-"))
        parts.append(segment.base.strip("-"))
        rest = rest[len(head) :]
    last = rest.strip("-")
    return (*parts, last), (*pieces, last)
