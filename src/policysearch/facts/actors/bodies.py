"""Bodies in a passage: those of the gazetteer, companies and associations, and bodies by their head word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policysearch.facts.actors.companies import find_companies
from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.phrases import Phrase, genitive, head_of, is_body_word, opens_sentence, phrase_at
from policysearch.facts.actors.places import is_town
from policysearch.facts.actors.towns import belongs_to_organ, inner_word, is_of_other_kind, names_town, says_whose
from policysearch.facts.gazetteer import Gazetteer, actor_of
from policysearch.model.facts import Actor
from policysearch.model.language import Reading, Token

# A line of business is theirs, not a division.
_BUSINESSES = frozenset({"yhtiö", "yritys", "yhdistys", "säätiö", "seura", "konserni", "osakeyhtiö", "tytäryhtiö"})


@dataclass(frozen=True, slots=True)
class FoundBody:
    """Tokens `first` up to `last` that name a body.

    Attributes:
        actor: Who it is; None for a bare head (*verkosto*, *lautakunta*) that the document must tell.
        head: The dictionary form of the head word.
        is_municipal: A municipality's organ; its name has the municipality where one is known.
    """

    first: int
    last: int
    actor: Actor | None
    head: str = ""
    is_municipal: bool = False

    def __len__(self) -> int:
        return self.last - self.first


def find_bodies(
    tokens: Sequence[Token], cues: ActorCues, gazetteer: Gazetteer, municipality: str | None
) -> list[FoundBody]:
    """The bodies of a passage in order, the longest at each place, none overlapping.

    Args:
        tokens: Of one passage.
        cues: The word lists.
        gazetteer: Names that are known.
        municipality: Of the document, in the genitive, for organs named without one.
    """
    listed = {match.last: FoundBody(match.first, match.last, match.actor) for match in gazetteer.match(tokens)}
    found = list(listed.values())
    found.extend(FoundBody(one.first, one.last, one.actor) for one in find_companies(tokens, cues))
    for index, token in enumerate(tokens):
        body = _by_head(tokens, index, token, cues, gazetteer, municipality) or _cabinet(tokens, index)
        if body is not None and not _is_listed(tokens, body, listed.get(index + 1)):
            found.append(body)
        found.extend(_elliptic(tokens, index, gazetteer))
        if (organ := cues.municipal_short.get(token.surface)) and municipality is not None:
            actor = actor_of(f"{municipality} {organ}", "organisation")
            found.append(FoundBody(index, index + 1, actor, organ, is_municipal=True))
    return longest(found)


def _elliptic(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> Iterator[FoundBody]:
    """*oikeus-* of *oikeus- ja sisäministeriö*: a body of its own that shares its last part with the next."""
    stem = tokens[index].surface.lower().rstrip("-‑")
    if tokens[index].surface[-1] not in "-‑" or not stem or index + 2 >= len(tokens):
        return
    if tokens[index + 1].surface.lower() not in {"ja", "sekä", "tai"} or not tokens[index + 2].readings[0].pieces:
        return
    known = gazetteer.resolve(stem + tokens[index + 2].readings[0].pieces[-1])
    if known is not None:
        yield FoundBody(index, index + 1, known)


def _is_listed(tokens: Sequence[Token], body: FoundBody, listed: FoundBody | None) -> bool:
    """Whether the gazetteer knows the end of the phrase, and no place before it tells which of many it is."""
    if listed is None or body.is_municipal or listed.first <= body.first:
        return listed is not None and not body.is_municipal
    before = tokens[body.first : listed.first]
    return not all(any(reading.name == "place" for reading in token.readings) for token in before)


def _cabinet(tokens: Sequence[Token], index: int) -> FoundBody | None:
    """*Sipilän hallitus*: the genitive of a person's name before the word."""
    if index == 0 or tokens[index].lemma.lower() != "hallitus" or tokens[index].kind != "word":
        return None
    reading = genitive(tokens[index - 1])
    if reading is None or reading.word_class != "proper" or reading.name == "place":
        return None
    return FoundBody(
        index - 1, index + 1, actor_of(f"{tokens[index - 1].surface} hallitus", "organisation"), "hallitus"
    )


def longest(found: list[FoundBody]) -> list[FoundBody]:
    """Those that overlap no longer one; of equally long ones the first that was found."""
    kept: list[FoundBody] = []
    for body in sorted(found, key=lambda one: -len(one)):
        if all(body.last <= other.first or other.last <= body.first for other in kept):
            kept.append(body)
    return _joined(sorted(kept, key=lambda one: one.first))


def _joined(found: list[FoundBody]) -> list[FoundBody]:
    """A name and its short form side by side are one mention: *lupa- ja valvontavirasto Valvira*."""
    kept: list[FoundBody] = []
    for body in found:
        former = kept[-1] if kept else None
        if former is not None and former.last == body.first and former.actor is not None and former.actor == body.actor:
            kept[-1] = replace(former, last=body.last)
        else:
            kept.append(body)
    return kept


def _by_head(
    tokens: Sequence[Token],
    index: int,
    token: Token,
    cues: ActorCues,
    gazetteer: Gazetteer,
    municipality: str | None,
) -> FoundBody | None:
    reading = _head_reading(token, cues)
    if reading is None:
        return None
    lemma = reading.lemma.lower()
    head = head_of(reading, cues)
    assert head is not None
    if lemma in {"kaupunki", "kunta"}:
        return _municipality(tokens, index, lemma, gazetteer, municipality)
    phrase = phrase_at(tokens, index, reading, cues)
    if _is_indefinite(tokens, phrase, reading, head, cues):
        return FoundBody(index, index + 1, None, lemma) if head in cues.indefinite else None
    if head in cues.municipal or (head == "valiokunta" and {"kunnan", "kaupungin"} & {*phrase.modifiers}):
        return _organ(tokens, phrase, head, cues, gazetteer, municipality)
    known = gazetteer.resolve(phrase.name)
    if known is not None:
        return FoundBody(phrase.first, phrase.last, known, head)
    has_owner = any(genitive(token) is not None for token in tokens[phrase.first : index])
    is_compound = lemma != head or bool(token.ellipsis)
    if not is_compound and (not phrase.modifiers or (lemma not in cues.alone and not has_owner)):
        return _bare(tokens, index, phrase, lemma, cues)
    return FoundBody(phrase.first, phrase.last, actor_of(phrase.name, "organisation"), lemma)


def _is_indefinite(tokens: Sequence[Token], phrase: Phrase, reading: Reading, head: str, cues: ActorCues) -> bool:
    """*toimialan palvelualue*, *varhaisnuorten ryhmä*, *poliisiyksikkö*, *taidemuseo*: one of many, and no name."""
    lemma = reading.lemma.lower()
    before = tokens[phrase.first : phrase.last - 1]
    if not before:
        is_name = tokens[phrase.last - 1].surface[:1].isupper() and not opens_sentence(tokens, phrase.last - 1)
        return lemma != head and head in cues.indefinite and not is_name
    if lemma != head or head not in cues.within:
        return False
    if head == "ryhmä":
        return len(before) <= 2 and any(reading.number == "plural" for reading in before[-1].readings[:1])
    return is_body_word(before[-1], cues) or before[-1].surface in {"kaupungin", "kunnan"}


def _bare(tokens: Sequence[Token], index: int, phrase: Phrase, head: str, cues: ActorCues) -> FoundBody | None:
    """A head without a name of its own: somebody the document knows, or, newly described, one without a name."""
    before = tokens[phrase.first - 1] if phrase.first > 0 else None
    if before is not None and before.lemma.lower() in cues.any:
        return None
    if phrase.modifiers:
        return None  # an adjective only: yksilöllinen verkosto
    is_described = before is not None and any(
        reading.word_class == "adjective" and reading.case == tokens[index].readings[0].case
        for reading in before.readings
    )
    if is_described and head in cues.alone:
        return FoundBody(index, index + 1, actor_of(head, "organisation"), head)
    return None if is_described else FoundBody(index, index + 1, None, head)


def _head_reading(token: Token, cues: ActorCues) -> Reading | None:
    """The reading of a word as the head of a body's name, in the singular."""
    if token.kind != "word" or token.readings[0].name == "place":
        return None
    for reading in token.readings:
        if reading.word_class != "noun" or reading.number == "plural" or reading.possessive:
            continue
        if head_of(reading, cues) is not None:
            return reading
    return None


def _municipality(
    tokens: Sequence[Token], index: int, head: str, gazetteer: Gazetteer, municipality: str | None
) -> FoundBody | None:
    """*Helsingin kaupunki*, *Kuusjärven kunta*: a name in the genitive before the word; alone, the document's own."""
    before = tokens[index - 1] if index > 0 else None
    if index + 1 < len(tokens) and tokens[index + 1].surface[0] in "-–":
        return None  # Tulevaisuuden kunta -hanke
    if before is not None and names_town(tokens, index - 1, gazetteer):
        written = before.surface.capitalize() if before.surface.isupper() else before.surface
        return FoundBody(index - 1, index + 1, actor_of(f"{written} {head}", "organisation"), head)
    if municipality is None or not any(reading.case == "nominative" for reading in tokens[index].readings):
        return None
    town = is_town(municipality, gazetteer)
    if (before is not None and before.readings[0].case is not None) or (
        town is not None and town != (head == "kaupunki")
    ):
        return None
    return FoundBody(index, index + 1, actor_of(f"{municipality} {head}", "organisation"), head)


def _organ(
    tokens: Sequence[Token],
    phrase: Phrase,
    head: str,
    cues: ActorCues,
    gazetteer: Gazetteer,
    municipality: str | None,
) -> FoundBody | None:
    """*Espoon kaupungin ympäristölautakunta* → *Espoon ympäristölautakunta*; without a town, that of the document."""
    first = phrase.first
    rest = [inner_word(tokens[first + place], word) for place, word in enumerate(phrase.modifiers)]
    own: str | None = None
    if is_of_other_kind(phrase.head, municipality, gazetteer):
        return None
    place = _town_place(tokens, phrase, rest, gazetteer)
    if place is not None:
        own, rest, first = tokens[first + place].surface, rest[place + 1 :], first + place
    is_elsewhere = any(_place_of(tokens[first + place]) for place in range(min(len(rest), phrase.last - 1 - first)))
    if own is None and municipality is not None and not is_elsewhere:
        own = municipality  # not of Länsi-Uudenmaan pelastuslaitoksen johtokunta
    if head == "toimiala" and rest and tokens[phrase.last - 2].lemma.lower() in _BUSINESSES:
        return None  # yhtiön toimiala
    while rest and rest[0] in {"kaupungin", "kunnan"}:
        rest, first = rest[1:], first + (own is None)
    if phrase.head not in {"lautakunta", "toimiala", "jaosto", "johtokunta", "liikelaitos", "kanslia"} and rest:
        kept = rest if belongs_to_organ(rest[-1], head) else []
        first += len(rest) - len(kept) if own is None else 0
        rest = kept
        if own is None and municipality is not None and not kept:
            first = _start_of(tokens, phrase)
    if not rest and phrase.head in cues.shared | {"lautakunta"}:
        return FoundBody(phrase.last - 1, phrase.last, None, phrase.head, is_municipal=True)
    if known := gazetteer.resolve(" ".join((*rest, phrase.head))):
        return FoundBody(first, phrase.last, known, head)
    last = phrase.head[:1].lower() + phrase.head[1:]
    words = (*rest, last) if own is None else (own, *rest, last)
    return FoundBody(first, phrase.last, actor_of(" ".join(words), "organisation"), head, is_municipal=True)


def _town_place(tokens: Sequence[Token], phrase: Phrase, rest: Sequence[str], gazetteer: Gazetteer) -> int | None:
    """Which of the words before an organ says whose it is; None where none does."""
    for place in range(min(len(rest), phrase.last - 1 - phrase.first)):
        following = rest[place + 1] if place + 1 < len(rest) else ""
        if says_whose(tokens[phrase.first + place], following, is_last=place + 1 == len(rest), gazetteer=gazetteer):
            return place
        token = tokens[phrase.first + place]
        if following in {"kaupungin", "kunnan"} and token.surface[:1].isupper() and genitive(token) is not None:
            return place
    return None


def _place_of(token: Token) -> bool:
    return token.surface[:1].isupper() and any(r.name == "place" and r.case == "genitive" for r in token.readings)


def _start_of(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where the head of a phrase begins, an elliptic first member included."""
    start = phrase.last - 1
    while start > phrase.first and (
        tokens[start - 1].surface[-1] in "-‑" or tokens[start - 1].surface in {"ja", "sekä"}
    ):
        start -= 1
    return start
