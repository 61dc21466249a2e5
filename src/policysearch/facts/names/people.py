"""People whom no rule meets, by the model of names: *Xhevat Bruff ehdotti*, *ministeri Lindqvist*, *Rautila Jorma*.

The model is asked only about sentences with a name that nothing explains yet, and believed only where it is sure or
where a word beside the name agrees (docs/adr/0007-names-by-model-and-rules.md).
"""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.people import FoundPerson, is_given, nominative_surname, person_of, title_reading
from policysearch.facts.gazetteer import Gazetteer
from policysearch.facts.names.model import NameSpan, open_name_model
from policysearch.model.language import Token

_LONGEST_SENTENCE = 120  # tokens; a longer one is a list or a table, which the model was not trained on
_LONGEST_NAME = 4  # words
_SURE = 0.9
_SUPPORTED = 0.5  # enough where a word beside the name agrees
_ENDS = frozenset({".", "!", "?"})
_NOBILITY = frozenset({"von", "af", "de", "van", "der", "al"})


@dataclass(frozen=True, slots=True)
class NameCues:
    """The word lists of `facts/data/names.toml`, which says what each is for."""

    organisation: frozenset[str]
    acts: frozenset[str]
    speech: frozenset[str]
    places: frozenset[str]


@cache
def name_cues() -> NameCues:
    """The words around names, read once."""
    file = resources.files("policysearch.facts").joinpath("data", "names.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return NameCues(*(frozenset(data[key]) for key in ("organisation", "acts", "speech", "places")))


def with_unlisted(
    tokens: Sequence[Token],
    people: Sequence[FoundPerson],
    known: Collection[str],
    cues: ActorCues,
    gazetteer: Gazetteer,
) -> list[FoundPerson]:
    """The people of a passage, those included that the rules did not find, or not wholly, in order.

    Args:
        tokens: Of the passage.
        people: Those that the rules found; *Maija Aalto* before *Malmberg* becomes *Maija Aalto Malmberg*, and goes
            where the word behind makes it a company's name (*Lempiä Care*).
        known: Full names in the nominative that the document has.
        cues: Titles and given names.
        gazetteer: Tells the body in a title.
    """
    taken = {index for person in people for index in range(person.first, person.last)}
    shorter = {person.first: person for person in people}
    found = dict(shorter)
    for start, end in _sentences_to_ask(tokens, taken):
        for span in open_name_model().find(tokens[start:end]):
            name = NameSpan(start + span.first, start + span.last, span.label, span.confidence)
            rule = shorter.get(name.first)
            free = range(rule.last if rule else name.first, name.last)
            if not free or not taken.isdisjoint(free) or (rule and len(free) > 1):
                continue
            if rule and _is_company(tokens[name.first : name.last]):
                del found[name.first]
            elif _is_person(tokens, name, cues) and not _is_known_surname(tokens, name, known):
                full = _full_name(tokens, name, known, cues)
                found[name.first] = person_of(tokens, name.first, name.last, full, cues, gazetteer)
    return [found[first] for first in sorted(found)]


def _sentences_to_ask(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """The sentences, as stretches of tokens, with a name inside that is no place, and no person found already."""
    asking = [index for index, token in enumerate(tokens) if _asks(token) and index not in taken]
    if not asking:
        return
    start = 0
    for index, token in enumerate(tokens):
        end = index + 1
        if token.surface not in _ENDS and end < len(tokens):
            continue
        if any(start < place < end for place in asking) and end - start <= _LONGEST_SENTENCE:
            yield start, end
        start = end


def _asks(token: Token) -> bool:
    surface = token.surface
    if token.kind != "word" or not surface[0].isupper() or surface.isupper() or surface[-1] in "-‑":
        return False
    best = token.readings[0]
    if best.name == "place":
        return False
    return best.guessed or best.word_class in {"proper", "unknown"}


def _is_company(words: Sequence[Token]) -> bool:
    return any(_lemma_in(token, name_cues().organisation) for token in words)


def _is_person(tokens: Sequence[Token], name: NameSpan, cues: ActorCues) -> bool:
    """Whether a span of the model is a person's name: sure, or with a word beside it that only people have."""
    inside = tokens[name.first : name.last]
    if name.label != "PER" or len(inside) > _LONGEST_NAME or name.confidence < _SUPPORTED:
        return False
    if not all(_is_capital(token) or token.surface.lower() in _NOBILITY for token in inside):
        return False
    if _names_place(tokens, name) or any(token.readings[0].name == "place" for token in inside[1:-1]):
        return False
    if _is_company(tokens[max(0, name.first - 1) : name.last + 1]):
        return False
    is_titled = name.first > 0 and title_reading(tokens[name.first - 1], cues) is not None
    if len(inside) == 1:
        # However sure: a place or hall that is called after somebody would spread over the document as a surname.
        return (is_titled or _acts(tokens, name)) and _may_be_lone_surname(inside[0])
    return name.confidence >= _SURE or is_titled or _acts(tokens, name) or any(is_given(word, cues) for word in inside)


def _may_be_lone_surname(token: Token) -> bool:
    """A name of a person, or of nothing that the dictionary knows."""
    if len(token.surface) < 3 or token.surface.isupper() or any(reading.name == "place" for reading in token.readings):
        return False
    return any(reading.name == "person" or reading.guessed for reading in token.readings)


def _acts(tokens: Sequence[Token], name: NameSpan) -> bool:
    """Whether somebody acts or speaks: *Bruffin vastaehdotus*, *Xhevat Bruff ehdotti*, *Xhevat Bruff: …*."""
    if name.last >= len(tokens):
        return False
    following = tokens[name.last]
    return following.surface == ":" or _lemma_in(following, name_cues().acts | name_cues().speech)


def _names_place(tokens: Sequence[Token], name: NameSpan) -> bool:
    """*Albert Wessmanin tie*, *päiväkoti Tähti*: a place or thing that bears the name."""
    places = name_cues().places
    beside = (*tokens[name.last : name.last + 1], *tokens[max(0, name.first - 1) : name.first])
    return any(_lemma_in(token, places) for token in beside) or any(
        token.parts and token.parts[-1] in places for token in tokens[name.first : name.last]
    )


def _is_known_surname(tokens: Sequence[Token], name: NameSpan, known: Collection[str]) -> bool:
    """Whether a lone surname is that of somebody whose full name the document has."""
    if name.last - name.first > 1:
        return False
    token = tokens[name.first]
    forms = {token.surface, *(reading.lemma[:1].upper() + reading.lemma[1:] for reading in token.readings)}
    return any(full.rpartition(" ")[2] in forms for full in known)


def _full_name(tokens: Sequence[Token], name: NameSpan, known: Collection[str], cues: ActorCues) -> str:
    """In the nominative, given name first: *Bruffin* → *Bruff*, *Rautila Jorma* → *Jorma Rautila*."""
    *front, last = tokens[name.first : name.last]
    if len(front) == 1 and is_given(last, cues) and not is_given(front[0], cues):
        return f"{last.surface} {front[0].surface}"
    given = [token.surface for token in front]
    following = tokens[name.last] if name.last < len(tokens) else None
    return " ".join((*given, nominative_surname(given, last, known, following)))


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper()


def _lemma_in(token: Token, words: Collection[str]) -> bool:
    return any(
        reading.lemma.lower() in words or (reading.parts and reading.parts[-1] in words) for reading in token.readings
    )
