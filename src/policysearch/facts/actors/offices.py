"""Offices and councils of a municipality: *sivistystoimi*, *tekninen toimi*, *valtuusto*."""

import re
from collections.abc import Iterable, Iterator, Sequence

from policysearch.facts.actors.bodies import FoundBody
from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.phrases import genitive, is_body_word, phrase_at
from policysearch.facts.actors.places import is_town
from policysearch.facts.actors.towns import town_before
from policysearch.facts.gazetteer import Gazetteer, actor_of
from policysearch.model.document import Document
from policysearch.model.facts import Actor
from policysearch.model.language import Reading, Token

COUNCIL = "valtuusto"
_OF_TOWN = frozenset({"kaupungin", "kunnan"})


def find_offices_of_town(
    tokens: Sequence[Token], cues: ActorCues, gazetteer: Gazetteer, municipality: str | None
) -> Iterator[FoundBody]:
    """The offices of a town's administration and its council; nothing where no town is known.

    A council is left without an actor: the document tells whether it is a town's or another municipality's.
    """
    for index in range(len(tokens)):
        if (reading := _office(tokens, index, cues)) is not None:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if reading.case == "genitive" and following is not None and is_body_word(following, cues):
                continue  # Opetus- ja kulttuuritoimen vastuualue
            phrase = phrase_at(tokens, index, reading, cues)
            if phrase.first > 0 and tokens[phrase.first - 1].surface == "/":
                continue  # of the body before the stroke
            first = index if not tokens[index].ellipsis else index - _n_before(tokens, index)
            words = [phrase.head[:1].lower() + phrase.head[1:]]
            if phrase.head == "toimi":
                first, words = index - 1, ["tekninen", "toimi"]
            before = town_before(tokens, first, gazetteer)
            town = municipality if before is None else tokens[before].surface
            if before is None and first > 0 and tokens[first - 1].surface in _OF_TOWN:
                before = first - 1
            if town is not None:
                name = " ".join((town, *words))
                start = first if before is None else before
                yield FoundBody(start, index + 1, actor_of(name, "organisation"), phrase.head, is_municipal=True)
        elif municipality is not None and _is_council(tokens, index):
            first = index - (index > 0 and tokens[index - 1].surface in _OF_TOWN)
            yield FoundBody(first, index + 1, None, COUNCIL, is_municipal=True)


def council_of(document: Document, municipality: str | None, gazetteer: Gazetteer) -> Actor | None:
    """The council that a bare *valtuusto* is: a town's (*kaupunginvaltuusto*) or another municipality's."""
    if municipality is None:
        return None
    town = is_town(municipality, gazetteer)
    if town is None:
        n_town = len(re.findall(r"\bkaupun[gk]", document.text, re.IGNORECASE))
        town = n_town >= len(re.findall(r"\bkun(?:ta|na)", document.text, re.IGNORECASE))
    return actor_of(f"{municipality} {'kaupungin' if town else 'kunnan'}valtuusto", "organisation")


def county_of(bodies: Iterable[Sequence[FoundBody]], issuer: Actor | None) -> str | None:
    """The genitive of the wellbeing services county that a document names, where it names one alone."""
    named = {body.actor.name for listed in bodies for body in listed if body.actor is not None}
    named |= {issuer.name} if issuer is not None else set()
    counties = [name for name in named if name.endswith(" hyvinvointialue")]
    return f"{counties[0]}en" if len(counties) == 1 else None


def _office(tokens: Sequence[Token], index: int, cues: ActorCues) -> Reading | None:
    if tokens[index].kind != "word":
        return None
    for reading in tokens[index].readings:
        if reading.word_class != "noun" or reading.number == "plural" or reading.possessive:
            continue
        if reading.lemma.lower() in cues.offices:
            return reading
        if reading.lemma == "toimi" and index > 0 and tokens[index - 1].lemma.lower() == "tekninen":
            return reading
    return None


def _n_before(tokens: Sequence[Token], index: int) -> int:
    """How many tokens of an elliptic compound stand before its last member: two in *sosiaali- ja terveystoimi*."""
    n = 0
    while (
        index - n - 2 >= 0
        and tokens[index - n - 1].surface in {"ja", "sekä", ","}
        and tokens[index - n - 2].surface.endswith(("-", "‑"))
    ):
        n += 2
    return n


def _is_council(tokens: Sequence[Token], index: int) -> bool:
    best = tokens[index].readings[0]
    if best.lemma.lower() != COUNCIL or best.number == "plural" or best.possessive:
        return False
    before = tokens[index - 1] if index > 0 else None
    return before is None or before.surface in _OF_TOWN or genitive(before) is None
