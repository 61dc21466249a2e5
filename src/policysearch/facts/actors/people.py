"""People in running text: given name and surname in any case, with the title before the name or behind it.

Rules first; whom they miss, the model of names may find (`facts.names.people`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.phrases import phrase_at
from policysearch.facts.gazetteer import Gazetteer
from policysearch.facts.names.forms import name_of_form, nen_of
from policysearch.model.language import Reading, Token

_LONGEST_TITLE = 8  # words
_STREETS = frozenset({"tie", "katu", "kuja", "polku", "aukio", "tori", "silta", "puisto", "raitti"})
_CONSONANT_EN = re.compile(r"[^aeiouyäöå]en$")  # no genitive of a name in -e, which has -een: Marsden, Lindgren
_FRONT_N = re.compile(r"[äöy]n$")  # no nominative of a foreign name ends so: Pesiön
_LOCAL = frozenset({"inessive", "elative", "illative", "adessive", "ablative", "allative", "essive", "translative"})


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Tokens `first` up to `last` that are a person's name; the name in the nominative, given name first."""

    first: int
    last: int
    name: str
    title: str | None = None
    organisation: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    organisation: str | None
    role: str | None


def find_people(
    tokens: Sequence[Token], cues: ActorCues, gazetteer: Gazetteer, known: Collection[str]
) -> list[FoundPerson]:
    """The people named in a passage, in order.

    Args:
        tokens: Of one passage.
        cues: Titles and given names.
        gazetteer: Tells the body in a title.
        known: Full names in the nominative that the document has elsewhere, and its capitalised words that no
            dictionary has; a surname in a case goes back to these.
    """
    found = people_by_rules(tokens, cues, gazetteer, known)
    # Late: they load the model of names, and need what stands here.
    from policysearch.facts.names.asking import unlisted_names
    from policysearch.facts.names.people import with_unlisted

    names = unlisted_names(tokens, {index for person in found for index in range(person.first, person.last)})
    return with_unlisted(tokens, found, names, known, (), cues, gazetteer) if names else found


def people_by_rules(
    tokens: Sequence[Token], cues: ActorCues, gazetteer: Gazetteer, known: Collection[str]
) -> list[FoundPerson]:
    """The people that rules alone find, as `find_people` gives them."""
    found: list[FoundPerson] = []
    index = 0
    while index < len(tokens):
        person = _person_at(tokens, index, cues, gazetteer, known)
        if person is None:
            index += 1
            continue
        found.append(person)
        index = person.last
    return _with_listed(tokens, found, cues)


def _with_listed(tokens: Sequence[Token], found: list[FoundPerson], cues: ActorCues) -> list[FoundPerson]:
    """Also names of no known given name that stand in a list between people: *…, Aaron Aalto, Xhemal Xu, …*."""
    if len(found) < 2:
        return found
    people = {person.first: person for person in found}
    ends = {person.last for person in found}
    for start, end in _items(tokens):
        if start in people or not 2 <= end - start <= 4:
            continue
        words = tokens[start:end]
        beside = end + 1 in people or start - 1 in ends
        if beside and all(is_name_word(token, cues) for token in words):
            people[start] = FoundPerson(start, end, " ".join(token.surface for token in words))
            ends.add(end)
    return [people[first] for first in sorted(people)]


def _items(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The stretches between commas and *ja*."""
    start = 0
    for index, token in enumerate(tokens):
        if token.surface in {",", "ja", ";", "."}:
            yield start, index
            start = index + 1
    yield start, len(tokens)


def is_name_word(token: Token, cues: ActorCues) -> bool:
    """Whether the word may be part of a person's name: a capitalised noun, name or unknown word."""
    if token.kind != "word" or not token.surface[:1].isupper() or token.surface.isupper():
        return False
    return token.readings[0].word_class in {"proper", "unknown", "noun"} and token.lemma.lower() not in cues.company


def nominatives(tokens: Sequence[Token], cues: ActorCues) -> Iterator[str]:
    """Full names that stand in the nominative here, as a guide for those that do not."""
    for index in range(len(tokens) - 1):
        last = _name_end(tokens, index, cues)
        if last and any(r.case == "nominative" and r.word_class == "proper" for r in tokens[last - 1].readings[:1]):
            yield " ".join(token.surface for token in tokens[index:last])


def _person_at(
    tokens: Sequence[Token], index: int, cues: ActorCues, gazetteer: Gazetteer, known: Collection[str]
) -> FoundPerson | None:
    last = _name_end(tokens, index, cues)
    if not last:
        return None
    given = [token.surface for token in tokens[index : last - 1]]
    following = tokens[last] if last < len(tokens) else None
    if following is not None and following.lemma.lower() in _STREETS:
        return None
    surname = nominative_surname(given, tokens[last - 1], known, following)
    if len(given) == 1 and given[0].endswith("nen") and not is_given(tokens[last - 1], cues):
        return None  # no given name ends so: Lahtinen Elon kannattamana
    if len(given) == 1 and _is_reversed(tokens, index, last, cues):
        if not any(reading.case == "nominative" for reading in tokens[last - 1].readings):
            return None  # two surnames
        name = f"{tokens[last - 1].surface} {given[0]}"
    else:
        name = " ".join((*given, surname))
    return person_of(tokens, index, last, name, cues, gazetteer)


def person_of(
    tokens: Sequence[Token], first: int, last: int, name: str, cues: ActorCues, gazetteer: Gazetteer
) -> FoundPerson:
    """The person of this name at tokens `first` up to `last`, with the title, body and role that stand around it."""
    before = _title_before(tokens, first, cues, gazetteer)
    after = _title_after(tokens, last, cues) if before is None or before.role else None
    role = (before.role if before else None) or _bracketed_role(tokens, last, cues)
    title = (before.text if before and not before.role else None) or (after.text if after else None)
    organisation = (before.organisation if before else None) or (after.organisation if after else None)
    return FoundPerson(first, last, name, title or None, organisation, role)


def _name_end(tokens: Sequence[Token], index: int, cues: ActorCues) -> int:
    """The index behind a name that begins at `index`; 0 where none does."""
    token = tokens[index]
    if not token.surface[0].isupper():
        return 0
    is_titled = is_name_word(token, cues) and index > 0 and title_reading(tokens[index - 1], cues) is not None
    if not is_titled and not is_given(token, cues):
        return 0
    last = index + 1
    while last < len(tokens) and last < index + 3 and (is_given(tokens[last], cues) or _is_initial(tokens[last])):
        last += 1
    if last < len(tokens) and _is_nobility(tokens[last]) and last + 1 < len(tokens):
        last += 1
    end = 0
    is_full = last - index >= 2 and tokens[last - 1].surface[-1] != "."
    is_place = is_full and last < len(tokens) and tokens[last].readings[0].name == "place"
    if last < len(tokens) and not is_place and _may_be_surname(tokens[last], cues):
        end = last + 1
    elif last - index >= 2 and _may_be_surname(tokens[last - 1], cues) and not _is_initial(tokens[last - 1]):
        end = last
    if end and _is_initial(tokens[index]) and not _is_person(tokens[end - 1]):
        return 0  # A. Toiminnanharjoittaja: the item of a list
    return end


def _is_person(token: Token) -> bool:
    return any(reading.name == "person" for reading in token.readings) or (
        token.readings[0].word_class == "proper" and token.readings[0].guessed
    )


def is_given(token: Token, cues: ActorCues) -> bool:
    """Whether the word may be a given name: given names stay in the nominative before a surname."""
    if token.kind != "word" or not token.surface[:1].isupper() or token.surface.isupper():
        return _is_initial(token)
    if token.surface in cues.given:
        return True
    return any(reading.name == "person" and reading.case == "nominative" for reading in token.readings)


def _is_initial(token: Token) -> bool:
    return len(token.surface) == 2 and token.surface[0].isupper() and token.surface[1] == "."


def _is_nobility(token: Token) -> bool:
    return token.surface.lower() in {"von", "af", "de", "van", "der"}


def _may_be_surname(token: Token, cues: ActorCues) -> bool:
    if token.kind != "word" or len(token.surface) < 3 or not token.surface[0].isupper() or token.surface.isupper():
        return False
    if token.surface in cues.municipal_short:
        return False
    best = token.readings[0]
    if best.word_class in {"adverb", "conjunction", "pronoun", "verb", "adposition", "abbreviation", "negation"}:
        return any(reading.word_class == "proper" for reading in token.readings)
    if any(
        part in {"katu", "tie", "kuja", "polku", "puisto", "aukio", "ranta", "koulu", "päiväkoti"}
        for part in best.parts[-1:]
    ):
        return any(reading.name == "person" for reading in token.readings)
    if best.lemma.lower() in cues.company or token.surface.lower() in {"oy", "ab", "ry"}:
        return False
    if best.name == "place" and best.case not in {"nominative", "genitive"}:
        return any(reading.name == "person" for reading in token.readings)
    return True


def nominative_surname(given: Sequence[str], token: Token, known: Collection[str], following: Token | None) -> str:
    """The nominative of a surname: one that the document has, else by the readings, names first."""
    candidates = [_capital(reading.lemma) for reading in token.readings if reading.case not in {None, "nominative"}]
    candidates.extend(_by_ending(token.surface))
    if given and (full := _known_surname(given, token.surface, candidates, known)) is not None:
        return full
    best = next((reading for reading in token.readings if reading.name == "person"), token.readings[0])
    if best.case in _LOCAL and (best.word_class == "proper" or best.case not in {"essive", "translative"}):
        return _capital(best.lemma)
    if best.guessed and (guess := _of_guess(token.surface, best, candidates, known, following)) is not None:
        return guess
    if best.word_class == "proper" and best.case is not None:
        return _capital(best.lemma) if best.case != "nominative" else token.surface
    if any(reading.case == "nominative" for reading in token.readings):
        return token.surface
    return _capital(best.lemma) if best.case == "genitive" else token.surface


def _known_surname(given: Sequence[str], surface: str, candidates: Sequence[str], known: Collection[str]) -> str | None:
    """The surname of the person of the document who has these given names."""
    for candidate in (surface, *candidates):
        if " ".join((*given, candidate)) in known:
            return candidate
    beginning = " ".join(given) + " "
    return name_of_form(surface, {name[len(beginning) :] for name in known if name.startswith(beginning)})


def _of_guess(
    surface: str, best: Reading, candidates: Sequence[str], known: Collection[str], following: Token | None
) -> str | None:
    """The nominative of a name that no dictionary has; None where the guessed reading decides."""
    if (nen := nen_of(surface)) is not None:
        return nen
    of_document = next((one for one in candidates if one in known), None)
    if of_document is not None:
        return of_document  # the document has the nominative, alone
    if best.case == "genitive" and _FRONT_N.search(surface):
        return _capital(best.lemma)
    is_foreign = best.lemma.endswith("e") and _CONSONANT_EN.search(surface) is not None
    # A guess of a case that nothing around asks for is none.
    return surface if is_foreign or not _governs(following) else None


def _governs(following: Token | None) -> bool:
    """Whether the next word may ask for a genitive or another case of a name before it."""
    if following is None or following.kind != "word":
        return False
    if following.surface.lower() in {"ja", "sekä"}:
        return True
    return following.readings[0].word_class in {"noun", "adposition", "adjective", "adverb", "numeral", "proper"}


def _by_ending(surface: str) -> Iterator[str]:
    """Stems of a name in a case, for names that the dictionary takes for something else."""
    for ending in (
        "'n",
        "’n",
        "in",
        "n",
        "lle",
        "lla",
        "llä",
        "lta",
        "ltä",
        "sta",
        "stä",
        "ssa",
        "ssä",
        "ia",
        "iä",
        "a",
        "ä",
    ):
        if surface.endswith(ending) and len(surface) > len(ending) + 2:
            yield surface[: -len(ending)]


def _capital(lemma: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in lemma.split("-"))


def _is_reversed(tokens: Sequence[Token], first: int, last: int, cues: ActorCues) -> bool:
    """*Lahtinen Matti*: the surname first, as lists have it."""
    one, two = tokens[first].surface, tokens[last - 1].surface
    return one.endswith("nen") and not two.endswith("nen") and is_given(tokens[last - 1], cues)


def title_reading(token: Token, cues: ActorCues) -> Reading | None:
    """The reading of a word as the head of a title (*ylitarkastaja*, *toimialajohtaja*)."""
    if token.kind != "word":
        return None
    for reading in token.readings:
        lemma = reading.lemma.lower()
        if reading.word_class not in {"noun", "unknown"} or reading.number == "plural":
            continue
        if (
            lemma in cues.titles
            or (reading.parts and reading.parts[-1] in cues.titles)
            or (len(lemma) > 8 and lemma.endswith(_long_titles(cues.titles)))
        ):
            return reading
    return None


@cache
def _long_titles(titles: frozenset[str]) -> tuple[str, ...]:
    return tuple(title for title in titles if len(title) > 5)


def _title_before(tokens: Sequence[Token], index: int, cues: ActorCues, gazetteer: Gazetteer) -> _Title | None:
    """*oikeusministeriön erityisasiantuntija* before a name."""
    if index == 0:
        return None
    reading = title_reading(tokens[index - 1], cues)
    if reading is None:
        return None
    return _title(tokens, index - 1, reading, cues, gazetteer)


def _title(tokens: Sequence[Token], index: int, reading: Reading, cues: ActorCues, gazetteer: Gazetteer) -> _Title:
    phrase = phrase_at(tokens, index, reading, cues)
    first, modifiers = phrase.first, list(phrase.modifiers)
    while (
        first > 0 and tokens[first - 1].surface.lower().rstrip(".") in cues.title_inner and _is_inner(tokens, first - 1)
    ):
        first -= 1
        modifiers.insert(0, tokens[first].surface.lower())
    if first > 1 and tokens[first - 1].surface == "." and tokens[first - 2].surface.lower() in {"va", "vs", "vt"}:
        modifiers.insert(0, tokens[first - 2].surface.lower() + ".")
    organisation = gazetteer.resolve(" ".join(modifiers)) if modifiers else None
    if organisation is not None:
        return _Title(phrase.head, organisation.name, _role(phrase.head, cues))
    text = " ".join((*modifiers, phrase.head))
    return _Title(text, None, _role(text, cues))


def _is_inner(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].readings[0].case in {None, "nominative"}


def _role(text: str, cues: ActorCues) -> str | None:
    return text if text in cues.roles else None


def _title_after(tokens: Sequence[Token], last: int, cues: ActorCues) -> _Title | None:
    """*Maija Aalto, sosiaalityön päällikkö, puhelin …*: words in the nominative or genitive up to a mark."""
    if last >= len(tokens) or tokens[last].surface != ",":
        return None
    end = last + 1
    while end < len(tokens) and end - last <= _LONGEST_TITLE and tokens[end].kind == "word":
        end += 1
    head = end - 1
    if head <= last or title_reading(tokens[head], cues) is None:
        return None
    words = tokens[last + 1 : end]
    if any(token.readings[0].word_class in {"verb", "adverb"} for token in words):
        return None
    if tokens[head].readings[0].case not in {None, "nominative"}:
        return None
    return _Title(" ".join(token.surface for token in words), None, None)


def _bracketed_role(tokens: Sequence[Token], last: int, cues: ActorCues) -> str | None:
    """*Pekka Aalto (puheenjohtaja)*."""
    if last >= len(tokens) or tokens[last].surface != "(":
        return None
    words: list[str] = []
    for token in tokens[last + 1 : last + 4]:
        if token.surface == ")":
            break
        words.append(token.surface.lower())
    return _role(" ".join(words), cues)
