"""Guesses for words that the dictionary does not know: acronyms, names, compounds; always marked as guessed."""

import functools
import re
from collections.abc import Callable
from dataclasses import replace

from policysearch.lang.fi.words import PLACE_NOUNS
from policysearch.model.language import Case, Number, Reading, WordClass

Known = Callable[[str], tuple[Reading, ...]]
"""Readings of a form by the dictionary alone, best first; empty where it is unknown."""

_SHORTEST_TAIL = 3  # letters; measured with shorter and longer ones on UD-TDT dev
_ADDRESS = re.compile(r"[@/]|^www\.|\((?:a|at|ät)\)")
_SHORTEST_STEM = 3
_LONGEST_ACRONYM = 6
_NAME_TAIL = 4  # letters of a common noun that may end an unknown name: Lies|järvi
_ENDINGS: tuple[tuple[str, Case, Number], ...] = (
    (r"(?:i?d|i?tt)en|ien|jen", "genitive", "plural"),
    (r"h?[aeiouyäö]{1,2}n|h[aeiouyäö]n|seen", "illative", "singular"),
    (r"issa|issä", "inessive", "plural"), (r"ista|istä", "elative", "plural"), (r"ille", "allative", "plural"),
    (r"illa|illä", "adessive", "plural"), (r"ilta|iltä", "ablative", "plural"),
    (r"n", "genitive", "singular"), (r"ssa|ssä", "inessive", "singular"), (r"sta|stä", "elative", "singular"),
    (r"lla|llä", "adessive", "singular"), (r"lta|ltä", "ablative", "singular"), (r"lle", "allative", "singular"),
    (r"ksi", "translative", "singular"), (r"na|nä", "essive", "singular"),
    (r"tta|ttä|ta|tä|a|ä", "partitive", "singular"),
    (r"t", "nominative", "plural"),
)  # fmt: skip
_MARKED = re.compile(
    r"(?P<stem>.+)[:'’](?P<ending>[a-zåäö]+)|(?P<acronym>[A-ZÅÄÖ]{2,})i?(?P<last>n|[sl][st]?[tsl]?[aäe]n?|ksi)"
)
# Name endings: stem pattern, ending, what the stem ends with instead. First match is the best guess.
_C = "[bcdfghjklmnpqrstvwxzšž]"
_V = "[aeiouyåäöéü]"
_LOCAL: tuple[tuple[str, Case], ...] = (
    ("n", "genitive"), ("ssa", "inessive"), ("ssä", "inessive"), ("sta", "elative"), ("stä", "elative"),
    ("lla", "adessive"), ("llä", "adessive"), ("lta", "ablative"), ("ltä", "ablative"), ("lle", "allative"),
    ("ksi", "translative"), ("na", "essive"), ("nä", "essive"),
)  # fmt: skip


@functools.cache
def _after_mark() -> list[tuple[re.Pattern[str], Case, Number]]:
    return [(re.compile(rf"(?:{pattern})(?:kin|kaan|kään)?"), case, number) for pattern, case, number in _ENDINGS]


@functools.cache  # made when the first unknown name is met: compiling takes longer than many a search
def _name_rules() -> list[tuple[re.Pattern[str], str, Case]]:
    rules: list[tuple[str, str, Case]] = []
    for ending, case in _LOCAL:
        rules.append((rf"(.+{_V})kse{ending}", "s", case))
    for ending, case in _LOCAL:
        rules.append((rf"(.+{_V})se{ending}", "nen", case))
    rules.append((rf"(.+{_V})seen", "nen", "illative"))
    for ending, case in _LOCAL:
        # A rising cluster (Migr-) cannot end a name: its i belongs to the stem.
        rules.append((rf"(.+[bdfgkptv][rlvj]i){ending}", "", case))
        rules.append((rf"(.+{_C})i{ending}", "", case))
    rules += [
        (rf"(.+{_C})iin", "", "illative"),
        (rf"(.+{_C})iä", "", "partitive"),
        (rf"(.+{_V}{{2}})t[aä]", "", "partitive"),
    ]
    rules += [(rf"(.+{v}){v}n", "", "illative") for v in "aeiouyäö"]
    rules += [(r"(.+[aou])a", "", "partitive"), (r"(.+[äöy])ä", "", "partitive")]
    for ending, case in _LOCAL:
        rules.append((rf"(.+{_V}){ending}", "", case))
    return [(re.compile(pattern), tail, case) for pattern, tail, case in rules]


# Names that end like a case form, but are nominatives: -son, -man, -tion, -ia, -na.
_NOMINATIVE = re.compile(
    rf".*(?:{_C}(?:son|ton|mann?|(?<!k)sen)|(?:ll|hl|rl)in|[ts]ion|rdon|[rln]den|stein|n[aä]|nen|{_C}ia)", re.IGNORECASE
)


def guessed(form: str, known: Known) -> tuple[Reading, ...]:
    """Readings of an unknown form, best first; at least one."""
    if _ADDRESS.search(form):
        return (Reading(form, "unknown", guessed=True),)
    marked = _MARKED.fullmatch(form)
    if marked:
        return _marked(marked["stem"] or marked["acronym"], marked["ending"] or marked["last"])
    head, hyphen, tail = form.rpartition("-")
    if hyphen and tail and head:
        return _hyphenated(head, tail, known)
    bare = form.rstrip("-‑:")
    if not any(letter.isalpha() for letter in bare):
        return (Reading(bare or form, "numeral" if bare[:1].isdigit() else "unknown", guessed=True),)
    if (bare.isupper() and len(bare) <= _LONGEST_ACRONYM) or any(letter.isdigit() for letter in bare):
        return (Reading(bare, "abbreviation", case="nominative", number="singular", guessed=True),)
    if form.endswith("."):
        return (Reading(form, "abbreviation", guessed=True),)
    if bare[:1].isupper() and not bare.isupper():
        return tuple(dict.fromkeys((*_place(bare, known), *_name(bare))))
    return _compound(bare, known) or (Reading(bare.lower(), "unknown", guessed=True),)


def _marked(stem: str, ending: str) -> tuple[Reading, ...]:
    """*STM:n*, *Biaudet’n*, *2020:ssä*: the mark says where the ending begins."""
    word_class: WordClass = "proper" if stem[:1].isupper() and not stem.isupper() else "abbreviation"
    if stem[:1].isdigit():
        word_class = "numeral"
    for pattern, case, number in _after_mark():
        if pattern.fullmatch(ending):
            return (Reading(stem, word_class, case=case, number=number, guessed=True),)
    return (Reading(stem, word_class, guessed=True),)


def _hyphenated(head: str, tail: str, known: Known) -> tuple[Reading, ...]:
    """*Venäjä-pakotteiden*: the word after the last hyphen is read, the rest stays."""
    readings = known(tail) or guessed(tail, known)
    return tuple(_prefixed(f"{head}-", head, reading) for reading in readings)


def _prefixed(text: str, part: str, reading: Reading) -> Reading:
    pieces = (part.strip("-"), *(reading.pieces or (reading.lemma,)))
    parts = (part.strip("-"), *(reading.parts or (reading.lemma,)))
    verb = text + reading.verb if reading.verb else None
    return replace(reading, lemma=text + reading.lemma, parts=parts, pieces=pieces, verb=verb, guessed=True)


def _compound(form: str, known: Known) -> tuple[Reading, ...]:
    """A lower-case compound by its longest known noun at the end."""
    word = form.lower()
    for cut in range(2, len(word) - _SHORTEST_TAIL + 1):
        tails = [reading for reading in known(word[cut:]) if reading.word_class in ("noun", "adjective")]
        if tails:
            return tuple(_prefixed(word[:cut], word[:cut], reading) for reading in tails)
    return ()


def _place(form: str, known: Known) -> tuple[Reading, ...]:
    """*Liesjärven*: an inflected name that ends in a simple common noun of places."""
    word = form.lower()
    for cut in range(2, len(word) - _NAME_TAIL + 1):
        tails = [reading for reading in known(word[cut:]) if reading.word_class == "noun" and not reading.parts]
        if tails and tails[0].lemma in PLACE_NOUNS:
            reading = tails[0]
            return (
                replace(reading, lemma=form[:cut] + reading.lemma, word_class="proper", name="place", guessed=True),
            )
    return ()


def _name(form: str) -> tuple[Reading, ...]:
    """A name by its case ending; the form itself as a nominative is always among the readings."""
    found: list[Reading] = []
    for pattern, tail, case in _name_rules():
        match = pattern.fullmatch(form)
        if match and len(match[1]) >= _SHORTEST_STEM:
            found.append(Reading(match[1] + tail, "proper", case=case, number="singular", name="other", guessed=True))
    itself = Reading(form, "proper", case="nominative", number="singular", name="other", guessed=True)
    found = [itself, *found] if _NOMINATIVE.fullmatch(form) else [*found, itself]
    return tuple(dict.fromkeys(found))


def with_names(form: str, readings: tuple[Reading, ...], known: Known) -> tuple[Reading, ...]:
    """The dictionary's readings of a form that does not begin a sentence, and a name where its capital asks for one.

    *Kiurun* inside a sentence may be a bird or a minister: the name comes last, as it has the same lemma. *Petit* can
    hardly be a verb there: the name comes first.
    """
    if not form[:1].isupper() or form.isupper() or any(r.word_class in ("proper", "abbreviation") for r in readings):
        return readings
    nominal = [reading for reading in readings if reading.word_class in ("noun", "adjective") and not reading.verb]
    if not nominal:
        return (*guessed(form, known), *readings) if readings[0].mood else readings
    best = nominal[0]
    name = Reading(
        best.lemma[:1].upper() + best.lemma[1:],
        "proper",
        parts=best.parts,
        pieces=best.pieces,
        case=best.case,
        number=best.number,
        name="other",
        guessed=True,
    )
    return (*readings, name)
