"""People whom no rule meets, by the model of names: *Xhevat Bruff ehdotti*, *ministeri Lindqvist*, *Rautila Jorma*.

A name is believed in running prose, or where the model is sure or a word beside the name agrees
(docs/adr/0007-names-by-model-and-rules.md).
"""

from collections.abc import Collection, Sequence

from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.people import FoundPerson, is_given, nominative_surname, person_of, title_reading
from policysearch.facts.gazetteer import Gazetteer
from policysearch.facts.names.asking import UnlistedName, forms_of, lemma_in, name_cues
from policysearch.facts.names.forms import is_form_of
from policysearch.facts.names.model import NameSpan
from policysearch.model.language import Token

_LONGEST_NAME = 4  # words
_SURE = 0.9
_SUPPORTED = 0.5  # enough in prose, and where a word beside the name agrees
_NOBILITY = frozenset({"von", "af", "de", "van", "der", "al"})


def with_unlisted(
    tokens: Sequence[Token],
    people: Sequence[FoundPerson],
    names: Sequence[UnlistedName],
    known: Collection[str],
    places: Collection[str],
    cues: ActorCues,
    gazetteer: Gazetteer,
) -> list[FoundPerson]:
    """The people of a passage, those included that the rules did not find, or not wholly, in order.

    Args:
        tokens: Of the passage.
        people: Those that the rules found; *Maija Aalto* before *Malmberg* becomes *Maija Aalto Malmberg*, and goes
            where the word behind makes it a company's name (*Lempiä Care*).
        names: What the model found in the passage.
        known: Full names in the nominative that the document has, and its unknown capitalised words.
        places: Dictionary forms of names that the document uses of places.
        cues: Titles and given names.
        gazetteer: Tells the body in a title.
    """
    taken = {index for person in people for index in range(person.first, person.last)}
    shorter = {person.first: person for person in people}
    found = dict(shorter)
    for one in names:
        name = one.span
        rule = shorter.get(name.first)
        free = range(rule.last if rule else name.first, name.last)
        if not free or not taken.isdisjoint(free) or (rule and len(free) > 1):
            continue
        if rule and _is_company(tokens[name.first : name.last]):
            del found[name.first]
        elif _is_person(tokens, one, places, cues):
            full = _full_name(tokens, name, known, cues)
            if full is None:
                continue
            found[name.first] = person_of(tokens, name.first, name.last, full, cues, gazetteer)
    return [found[first] for first in sorted(found)]


def _is_company(words: Sequence[Token]) -> bool:
    return any(lemma_in(token, name_cues().organisation) for token in words)


def _is_person(tokens: Sequence[Token], one: UnlistedName, places: Collection[str], cues: ActorCues) -> bool:
    """Whether a span of the model is a person's name: sure, in prose, or beside a word that only people have."""
    name = one.span
    inside = tokens[name.first : name.last]
    if name.label != "PER" or len(inside) > _LONGEST_NAME or name.confidence < _SUPPORTED:
        return False
    if _in_address(tokens, name):
        return False
    if not all(_is_capital(token) or token.surface.lower() in _NOBILITY for token in inside):
        return False
    if _names_place(tokens, name) or any(token.readings[0].name == "place" for token in inside[1:-1]):
        return False
    if _is_company(tokens[max(0, name.first - 1) : name.last + 1]):
        return False
    if len(inside) == 2 and inside[0].surface.endswith("nen") and not is_given(inside[1], cues):
        return False  # two surnames: Lahtinen Elon kannattamana
    is_titled = name.first > 0 and title_reading(tokens[name.first - 1], cues) is not None
    if len(inside) == 1:
        if not is_titled and not forms_of(inside[0]).isdisjoint(places):
            return False
        return (one.in_prose or is_titled or _acts(tokens, name)) and _may_be_lone_surname(inside[0])
    if one.in_prose or name.confidence >= _SURE or is_titled or _acts(tokens, name):
        return True
    return any(is_given(word, cues) for word in inside)


def _in_address(tokens: Sequence[Token], name: NameSpan) -> bool:
    """*Booking.com*: a stop and a word without a gap."""
    after = tokens[name.last - 1 : name.last + 2]
    return (
        len(after) == 3
        and after[1].surface == "."
        and after[0].span.end == after[1].span.start
        and after[1].span.end == after[2].span.start
    )


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
    return following.surface == ":" or lemma_in(following, name_cues().acts | name_cues().speech)


def _names_place(tokens: Sequence[Token], name: NameSpan) -> bool:
    """*Albert Wessmanin tie*, *päiväkoti Tähti*: a place or thing that bears the name."""
    places = name_cues().places
    beside = (*tokens[name.last : name.last + 1], *tokens[max(0, name.first - 1) : name.first])
    return any(lemma_in(token, places) for token in beside) or any(
        token.parts and token.parts[-1] in places for token in tokens[name.first : name.last]
    )


def _full_name(tokens: Sequence[Token], name: NameSpan, known: Collection[str], cues: ActorCues) -> str | None:
    """In the nominative, given name first: *Bruffin* → *Bruff*, *Rautila Jorma* → *Jorma Rautila*.

    A surname or given name alone is that of the one person of the document who bears it; None where several do.
    """
    *front, last = tokens[name.first : name.last]
    if not front:
        bearers = {
            full for full in known if " " in full and any(is_form_of(last.surface, part) for part in full.split(" "))
        }
        if bearers:
            return next(iter(bearers)) if len(bearers) == 1 else None
    if len(front) == 1 and is_given(last, cues) and not is_given(front[0], cues):
        return f"{last.surface} {front[0].surface}"
    given = [token.surface for token in front]
    following = tokens[name.last] if name.last < len(tokens) else None
    return " ".join((*given, nominative_surname(given, last, known, following)))


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper()
