"""Towns in the names of organs: *Kuusjärven kaupungin*, *Espoon*; which words belong to an organ's own name."""

from collections.abc import Sequence

from policysearch.facts.actors.phrases import genitive, is_abbreviation, opens_sentence
from policysearch.facts.actors.places import is_town
from policysearch.facts.gazetteer import Gazetteer
from policysearch.model.language import Token


def town_before(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> int | None:
    """Where *Kuusjärven kaupungin* or a municipality's genitive right before `index` begins; None where none is."""
    place = index - 1
    if place > 0 and tokens[place].surface in {"kaupungin", "kunnan"}:
        return place - 1 if names_town(tokens, place - 1, gazetteer) else None
    is_town = place >= 0 and tokens[place].surface in gazetteer.municipalities.genitives.values()
    return place if is_town else None


def names_town(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether the word before *kaupunki* is a name: a place, or a capital that the sentence does not give.

    At the beginning of a sentence a compound is taken for a name as well (*Lehtorannan kunta*).
    """
    token = tokens[index]
    if _place_genitive(token, gazetteer) is not None:
        return True
    reading = genitive(token)
    if not token.surface[:1].isupper() or reading is None:
        return False
    return not opens_sentence(tokens, index) or len(reading.parts) > 1


def _place_genitive(token: Token, gazetteer: Gazetteer) -> str | None:
    """The nominative of a place in the genitive: a municipality's name, or any capitalised place or unknown name."""
    if not token.surface[:1].isupper():
        return None
    for name, genitive_form in gazetteer.municipalities.genitives.items():
        if token.surface == genitive_form:
            return name
    reading = genitive(token)
    if reading is not None and reading.word_class == "proper" and reading.name != "person":
        return reading.lemma
    return None


def is_of_other_kind(head: str, municipality: str | None, gazetteer: Gazetteer) -> bool:
    """*kunnanhallitus* in a town's document is that of some municipality in a law, and no body."""
    town = None if municipality is None else is_town(municipality, gazetteer)
    if town is None:
        return False
    return head.startswith("kunnan") if town else head.startswith("kaupungin")


def belongs_to_organ(word: str, head: str) -> bool:
    """*kaupunginhallituksen konsernijaosto*, *tekninen lautakunta*: an organ's own organ, or an adjective."""
    organs = ("hallituksen", "lautakunnan", "valtuuston", "liikelaitoksen", "laitoksen")
    if head in {"jaosto", "johtokunta"}:
        return word.lower().endswith(organs)
    return word.endswith(("nen", "seudun"))


def inner_word(token: Token, word: str) -> str:
    """A word inside the name of an organ: small, unless it is a name itself."""
    best = token.readings[0]
    is_name = (best.word_class == "proper" and best.name != "organisation") or is_abbreviation(token)
    is_name = is_name or any(reading.name == "place" for reading in token.readings)
    return word if is_name else word[:1].lower() + word[1:]


def says_whose(token: Token, following: str, *, is_last: bool, gazetteer: Gazetteer) -> bool:
    """Whether a genitive says whose organ it is: a municipality, a name before *kaupungin*, a place before it."""
    name = _place_genitive(token, gazetteer)
    if name is None:
        return False
    if gazetteer.municipalities.genitive(name) is not None or following in {"kaupungin", "kunnan"}:
        return True
    return is_last and any(reading.name == "place" for reading in token.readings)
