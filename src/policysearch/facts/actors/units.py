"""Names that only their document makes one: service units (*hankintapalvelut*), and abbreviations it explains."""

import re
from collections.abc import Iterable, Mapping, Sequence

from policysearch.facts.actors.bodies import FoundBody
from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.gazetteer import Gazetteer, actor_of
from policysearch.model.document import Participant
from policysearch.model.facts import Actor
from policysearch.model.language import Reading, Token

_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,6}")
_NEAR_VERB = 4  # words from a unit to its verb


def service_units(passages: Iterable[Sequence[Token]], cues: ActorCues) -> frozenset[str]:
    """The plural names of services that act in a document: *nuorisopalvelut*, by dictionary form (*nuorisopalvelu*).

    A service acts where it takes a verb in the singular (*Hankintapalvelut laatii*) or one that only an actor can have
    (*nuorisopalvelut selvittävät*), or where it stands alone in the cell of a table.
    """
    found: set[str] = set()
    for tokens in passages:
        for index, token in enumerate(tokens):
            reading = _plural_service(token)
            if reading is None or not (reading.case == "nominative" or _is_told(tokens, index)):
                continue
            is_told = reading.case == "partitive"
            if is_told or len(tokens) == 1 or _acts(tokens, index, cues) or _is_letterhead(tokens, index):
                found.add(reading.lemma.lower())
    return frozenset(found)


def find_units(tokens: Sequence[Token], units: frozenset[str]) -> list[FoundBody]:
    """The mentions of those units among the tokens of a passage."""
    found = []
    for index, token in enumerate(tokens):
        reading = _plural_service(token)
        if reading is None or reading.lemma.lower() not in units:
            continue
        if reading.case == "partitive" and not _is_told(tokens, index):
            continue
        found.append(FoundBody(index, index + 1, actor_of(f"{reading.lemma.lower()}t", "organisation"), "palvelu"))
    return found


def abbreviations(
    participants: Iterable[Participant],
    passages: Iterable[tuple[Sequence[Token], Sequence[FoundBody]]],
    gazetteer: Gazetteer,
) -> dict[str, Actor]:
    """Abbreviations that the document explains, *turvallisuusvirasto (TUV)*, or gives as somebody's organisation."""
    known: dict[str, Actor] = {}
    for tokens, bodies in passages:
        for body in bodies:
            inside = tokens[body.last : body.last + 3]
            is_bracketed = [token.surface for token in inside[::2]] == ["(", ")"]
            if body.actor is not None and is_bracketed and _ABBREVIATION.fullmatch(inside[1].surface):
                known.setdefault(inside[1].surface, body.actor)
    for participant in participants:
        name = participant.organisation or ""
        if _ABBREVIATION.fullmatch(name) and gazetteer.resolve(name) is None:
            known.setdefault(name, actor_of(name, "organisation"))
    return known


def find_abbreviations(tokens: Sequence[Token], known: Mapping[str, Actor]) -> list[FoundBody]:
    """The mentions of a document's own abbreviations, inflected ones included (*TUV:n*)."""
    return [
        FoundBody(index, index + 1, known[stem])
        for index, token in enumerate(tokens)
        if (stem := token.surface.partition(":")[0]) in known
    ]


def _plural_service(token: Token) -> Reading | None:
    if token.kind != "word":
        return None
    for reading in token.readings:
        if reading.word_class == "noun" and reading.number == "plural" and len(reading.pieces) > 1:
            return reading if reading.pieces[-1] == "palvelu" else None
    return None


def _is_told(tokens: Sequence[Token], index: int) -> bool:
    """*kehotti hankintapalveluja päivittämään*: whoever is told to do something acts."""
    return any(
        reading.mood == "MA-infinitive" and reading.case == "illative"
        for token in tokens[index + 1 : index + 2]
        for reading in token.readings
    )


def _is_letterhead(tokens: Sequence[Token], index: int) -> bool:
    """*Kuusjärven sosiaalipalvelut* and nothing else in its line."""
    return len(tokens) == index + 1 == 2 and any(r.case == "genitive" and r.name == "place" for r in tokens[0].readings)


def _acts(tokens: Sequence[Token], index: int, cues: ActorCues) -> bool:
    after = tokens[index + 1 : index + 1 + _NEAR_VERB]
    for place, token in enumerate(after):
        reading = token.readings[0]
        if reading.person == 3 and not reading.participle:
            is_passive = reading.lemma == "olla" and any(
                other.participle == "past_passive" for later in after[place + 1 :] for other in later.readings
            )
            return not is_passive and (reading.number == "singular" or reading.lemma.lower() in cues.agent_verbs)
        if reading.person is not None or reading.word_class in {"noun", "conjunction"}:
            return False
    return False
