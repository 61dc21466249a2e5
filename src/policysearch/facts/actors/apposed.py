"""Bodies whose name stands beside their head: *Tukikeskus Majakka*, *Palvelut ja luvat -palvelukokonaisuus*."""

from collections.abc import Iterator, Sequence

from policysearch.facts.actors.bodies import FoundBody
from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.phrases import head_of, is_body_word
from policysearch.facts.actors.towns import town_before
from policysearch.facts.gazetteer import Gazetteer, actor_of
from policysearch.model.language import Reading, Token

_LOCAL = frozenset({"inessive", "elative", "illative", "adessive", "ablative", "allative", "essive", "translative"})
_JOINTS = frozenset({"ja", "sekä"})
_LONGEST_NAME = 3  # words behind a head
_LONGEST_FRONT = 7  # words before a hyphen


def find_apposed(tokens: Sequence[Token], cues: ActorCues, gazetteer: Gazetteer) -> Iterator[FoundBody]:
    """Bodies with a name behind their head or hyphened to it, and the authorities of a town."""
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if index + 1 < len(tokens) and _is_capital(tokens[index + 1]):
            yield from _with_name(tokens, index, cues, gazetteer)
        if index >= 2 and tokens[index - 1].surface in {"-", "–"}:
            yield from _hyphened(tokens, index, cues)
        yield from _authority(tokens, index, gazetteer)
        if index >= 3 and tokens[index - 2].surface in _JOINTS:
            yield from _coordinated(tokens, index, cues, gazetteer)


def _with_name(tokens: Sequence[Token], index: int, cues: ActorCues, gazetteer: Gazetteer) -> Iterator[FoundBody]:
    """*Tukikeskus Majakan*: the head stays in the nominative, its name has the case."""
    head = next((reading for reading in tokens[index].readings if _takes_name(reading, cues)), None)
    if head is None or tokens[index].surface.isupper():
        return
    last = index + 1
    while last < len(tokens) and last - index <= _LONGEST_NAME and _is_capital(tokens[last]):
        last += 1
    if last == index + 1 or _is_elsewhere(tokens[last - 1]) or any(map(_is_person, tokens[index + 1 : last])):
        return
    first = index
    while first > 0 and _agrees(tokens[first - 1]):  # Keskinäinen Vakuutusyhtiö Kivijalka
        first -= 1
    name = " ".join((*(t.surface for t in tokens[index + 1 : last - 1]), _nominative(tokens[last - 1])))
    known = gazetteer.resolve(name)
    words = " ".join(t.surface for t in tokens[first : index + 1])
    actor = known or actor_of(f"{words[0].upper()}{words[1:]} {name}", "organisation")
    yield FoundBody(first, last, actor, head.lemma.lower())


def _takes_name(reading: Reading, cues: ActorCues) -> bool:
    if reading.word_class != "noun" or reading.case != "nominative" or reading.number == "plural":
        return False
    lemma = reading.lemma.lower()
    return lemma in cues.named or (len(reading.pieces) > 1 and lemma.endswith(cues.named_ends))


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper()


def _is_person(token: Token) -> bool:
    return token.readings[0].name == "person"


def _is_elsewhere(token: Token) -> bool:
    """A word in a local case says where, and names nothing: *Turvakoti Helsingissä*."""
    best = token.readings[0]
    return best.case in _LOCAL or (best.name == "place" and best.case != "nominative")


def _agrees(token: Token) -> bool:
    best = token.readings[0]
    return best.word_class == "adjective" and best.case == "nominative" and token.surface[:1].isupper()


def _nominative(token: Token) -> str:
    """The name in the nominative; of an unknown word only the ending -n of its genitive is taken off."""
    best = token.readings[0]
    if best.case in {None, "nominative"}:
        return token.surface
    return best.lemma[:1].upper() + best.lemma[1:]


def _hyphened(tokens: Sequence[Token], index: int, cues: ActorCues) -> Iterator[FoundBody]:
    """*Rakennukset ja yleiset alueet -palvelukokonaisuus*, *talouden ohjaus -yksikkö*: the words before the hyphen."""
    is_joined = tokens[index - 1].span.end == tokens[index].span.start
    if not is_joined or tokens[index - 2].span.end == tokens[index - 1].span.start:
        return
    head = next((r for r in tokens[index].readings if r.word_class == "noun" and head_of(r, cues)), None)
    if head is None or head.number == "plural":
        return
    if tokens[index - 2].surface in _JOINTS:
        first = index - 3  # ympäristöseuranta- ja -valvontayksikkö
        if first < 0 or not tokens[first].surface.endswith(("-", "‑")):
            return
    else:
        first = _name_start(tokens, index - 2, cues)
    words = [token.surface for token in tokens[first : index - 1]]
    if first == index - 3 and tokens[index - 2].surface in _JOINTS:
        words[0] = words[0].lower()
    name = " ".join(words)
    yield FoundBody(first, index + 1, actor_of(f"{name} -{head.lemma}", "organisation"), head.lemma.lower())


def _name_start(tokens: Sequence[Token], last: int, cues: ActorCues) -> int:
    """Where a name that ends at `last` begins: at its capital, else behind a verb, an adverb or another body."""
    first = last
    while not _is_capital(tokens[first]) and first > 0 and last - first < _LONGEST_FRONT:
        before = tokens[first - 1]
        best = before.readings[0]
        is_word = before.kind == "number" or best.word_class in {"noun", "proper", "adjective", "conjunction", "prefix"}
        if not is_word or is_body_word(before, cues) or best.participle:
            break
        first -= 1
    return first


def _coordinated(tokens: Sequence[Token], index: int, cues: ActorCues, gazetteer: Gazetteer) -> Iterator[FoundBody]:
    """*Joutsenon ja Oulun vastaanottokeskukset*: one body for each place."""
    heads = [r for r in tokens[index].readings if r.word_class == "noun" and r.number == "plural" and head_of(r, cues)]
    if not heads:
        return
    places = [index - 3]
    while places[0] >= 2 and tokens[places[0] - 1].surface == ",":
        places.insert(0, places[0] - 2)
    places.append(index - 1)
    if not all(_is_place_genitive(tokens[place]) for place in places):
        return
    for place in places:
        name = f"{tokens[place].surface} {heads[0].lemma}"
        actor = gazetteer.resolve(name) or actor_of(name, "organisation")
        yield FoundBody(place, index + 1 if place == places[-1] else place + 1, actor, heads[0].lemma.lower())


def _is_place_genitive(token: Token) -> bool:
    return any(reading.name == "place" and reading.case == "genitive" for reading in token.readings)


def _authority(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> Iterator[FoundBody]:
    """*Kuusjärven kaupungin rakennusvalvontaviranomainen*: some authority only where a town says which."""
    lemma = tokens[index].lemma
    if not lemma.endswith("viranomainen") or lemma == "viranomainen" or tokens[index].readings[0].number == "plural":
        return
    first = town_before(tokens, index, gazetteer)
    if first is not None:
        front = " ".join(token.surface for token in tokens[first:index])
        yield FoundBody(first, index + 1, actor_of(f"{front} {lemma}", "organisation"), lemma)
