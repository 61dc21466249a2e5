"""Organisations that no rule meets, by the model of names: *HKL jätti tarjouksen*, *Attendon mukaan*."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from policysearch.facts.actors.bodies import FoundBody
from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.people import nominative_surname, title_reading
from policysearch.facts.actors.phrases import opens_sentence
from policysearch.facts.gazetteer import Gazetteer, actor_of
from policysearch.facts.names.asking import UnlistedName, forms_of, lemma_in, name_cues
from policysearch.model.language import Token

_BELIEVED = 0.6  # in prose
_SURE = 0.95
_LONGEST_NAME = 6  # words
_SURE_FIRST = 0.8  # of one word that begins the sentence
_FORM = re.compile(r"(Oyj?|Ab|Ky|Ry|ry)n")
_NAMING = frozenset({"proper", "unknown", "abbreviation"})


def unlisted_bodies(
    tokens: Sequence[Token],
    names: Sequence[UnlistedName],
    taken: Collection[int],
    places: Collection[str],
    known: Collection[str],
    cues: ActorCues,
    gazetteer: Gazetteer,
) -> Iterator[FoundBody]:
    """The organisations of a passage that neither the gazetteer nor a head word nor a form of company tells.

    Args:
        tokens: Of the passage.
        names: What the model found in the passage.
        taken: Indexes of the tokens of people and bodies that are found already.
        places: Dictionary forms of names that the document uses of places.
        known: Full names of people in the nominative that the document has.
        cues: Titles.
        gazetteer: Knows the canonical names.
    """
    for one in names:
        name = one.span
        if taken and not set(taken).isdisjoint(range(name.first, name.last)):
            continue
        least = _BELIEVED if one.in_prose else _SURE
        if name.label == "ORG" and name.confidence >= least and _is_body(tokens, one, places, cues):
            full = _nominative(tokens, name.first, name.last)
            if (" " in full and full in known) or any(person.endswith(f" {full}") for person in known):
                continue
            actor = gazetteer.resolve(full) or actor_of(full, "organisation")
            yield FoundBody(name.first, name.last, actor)


def _is_body(tokens: Sequence[Token], one: UnlistedName, places: Collection[str], cues: ActorCues) -> bool:
    """Whether a span is a name that may be an organisation's: capitalised, with a word that names, and no place."""
    name = one.span
    inside = tokens[name.first : name.last]
    first, last = inside[0], inside[-1]
    if len(inside) > _LONGEST_NAME or not first.surface[:1].isupper() or last.kind != "word":
        return False
    following = tokens[name.last] if name.last < len(tokens) else None
    before = tokens[name.first - 1] if name.first > 0 else None
    if lemma_in(last, name_cues().places):
        return False
    if following is not None and lemma_in(following, name_cues().places):
        return False  # Keskustan terveysasema
    if following is not None and (
        following.surface == "§" or following.kind == "number" or following.lemma == "mukainen"
    ):
        return False  # YSL 139 §, OVTES:in mukaiset
    if before is not None and title_reading(before, cues) is not None and last.surface.partition(":")[0].isupper():
        return False  # somebody's initials
    if len(inside) == 1:
        is_place = any(reading.name == "place" for reading in first.readings) or not forms_of(first).isdisjoint(places)
        if opens_sentence(tokens, name.first) and name.confidence < _SURE_FIRST and first.readings[0].guessed:
            return False
        return len(last.surface.partition(":")[0]) > 1 and not is_place and _names(tokens, name.first)
    return any(_names(tokens, index) for index in range(name.first, name.last))


def _names(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    best = token.readings[0]
    if token.kind != "word" or not token.surface[:1].isupper():
        return False
    return best.word_class in _NAMING or (token.surface[1:2].islower() and not opens_sentence(tokens, index))


def _nominative(tokens: Sequence[Token], first: int, last: int) -> str:
    """*HKL:n* → *HKL*, *Staran* → *Stara*."""
    inside = tokens[first:last]
    *front, end = inside
    following = tokens[last] if last < len(tokens) else None
    stem, colon, _ = end.surface.partition(":")
    word = stem if colon else nominative_surname([token.surface for token in front], end, (), following)
    if (form := _FORM.fullmatch(end.surface)) is not None:
        word = form[1]
    word = word if end.surface[:1].isupper() else word[:1].lower() + word[1:]
    gaps = [" " if one.span.end < two.span.start else "" for one, two in pairwise(inside)]
    return "".join(token.surface + gap for token, gap in zip(front, gaps, strict=True)) + word
