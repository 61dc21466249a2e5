"""Which sentences the model of names is asked about, and what it says: those with a name that nothing explains yet."""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from policysearch.facts.actors.phrases import opens_sentence
from policysearch.facts.names.model import NameSpan, open_name_model
from policysearch.model.language import Token

_LONGEST_SENTENCE = 120  # tokens; a longer one is a list or a table, which the model was not trained on
_ENDS = frozenset({".", "!", "?"})
_NAMING = frozenset({"proper", "unknown", "abbreviation"})


@dataclass(frozen=True, slots=True)
class NameCues:
    """The word lists of `facts/data/names.toml`, which says what each is for."""

    organisation: frozenset[str]
    acts: frozenset[str]
    speech: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnlistedName:
    """A name that the model found, as tokens of the passage; `in_prose` where its sentence has a finite verb."""

    span: NameSpan
    in_prose: bool


@cache
def name_cues() -> NameCues:
    """The words around names, read once."""
    file = resources.files("policysearch.facts").joinpath("data", "names.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return NameCues(*(frozenset(data[key]) for key in ("organisation", "acts", "speech", "places")))


def unlisted_names(tokens: Sequence[Token], taken: Collection[int]) -> list[UnlistedName]:
    """What the model finds in the sentences of a passage that have a capitalised word without an explanation.

    Args:
        tokens: Of the passage.
        taken: Indexes of the tokens of people and bodies that rules found.
    """
    found: list[UnlistedName] = []
    for start, end in _sentences_to_ask(tokens, taken):
        sentence = tokens[start:end]
        in_prose = any(token.readings[0].person is not None for token in sentence)
        found.extend(
            UnlistedName(NameSpan(start + one.first, start + one.last, one.label, one.confidence), in_prose)
            for one in open_name_model().find(sentence)
        )
    return found


def place_words(passages: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Dictionary forms of names that a document uses of places: *Hermannissa*, *Hermannin rantatie*.

    A name of a district or street that looks like a surname is one throughout the document.
    """
    found = set()
    for tokens in passages:
        for index, token in enumerate(tokens):
            best = token.readings[0]
            if token.kind != "word" or not token.surface[:1].isupper() or best.word_class not in _NAMING:
                continue
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            is_genitive = any(reading.case == "genitive" for reading in token.readings)
            if best.case == "inessive" or (is_genitive and following and lemma_in(following, name_cues().places)):
                found.update(forms_of(token))
    return frozenset(found)


def forms_of(token: Token) -> set[str]:
    """The word and its dictionary forms, in lower case."""
    return {token.surface.lower(), *(reading.lemma.lower() for reading in token.readings)}


def lemma_in(token: Token, words: Collection[str]) -> bool:
    """Whether a dictionary form of the word, or the last part of one, is among `words`."""
    return any(
        reading.lemma.lower() in words or (reading.parts and reading.parts[-1] in words) for reading in token.readings
    )


def _sentences_to_ask(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    asking = [index for index in range(len(tokens)) if index not in taken and _asks(tokens, index)]
    if not asking:
        return
    start = 0
    for index, token in enumerate(tokens):
        end = index + 1
        if end < len(tokens) and (token.surface not in _ENDS or token.span.end == tokens[end].span.start):
            continue
        if any(start <= place < end for place in asking) and end - start <= _LONGEST_SENTENCE:
            yield start, end
        start = end


def _asks(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital needs an explanation: of a name, or of a common noun inside a sentence."""
    token = tokens[index]
    surface = token.surface
    if token.kind != "word" or not surface[0].isupper() or surface[-1] in "-‑":
        return False
    best = token.readings[0]
    if best.name == "place":
        return False
    return (
        best.guessed or best.word_class in _NAMING or (best.word_class == "noun" and not opens_sentence(tokens, index))
    )
