"""Noun phrases that name something: walks left from a head word over what says which one, and builds the nominative."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.facts.actors.cues import ActorCues
from policysearch.model.language import Reading, Token

_JOINTS = frozenset({"ja", "sekä"})
_LONGEST_ABBREVIATION = 6  # letters
_LONGEST = 9  # words before the head
_NOUNS = frozenset({"noun", "proper", "abbreviation"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` up to the head at `last - 1`; `modifiers` as they stand in the nominative of the whole."""

    first: int
    last: int
    modifiers: tuple[str, ...]
    head: str

    @property
    def name(self) -> str:
        """The whole in the nominative."""
        return " ".join((*self.modifiers, self.head))


def phrase_at(tokens: Sequence[Token], index: int, reading: Reading, cues: ActorCues) -> Phrase:
    """The longest phrase whose head is the word at `index`, read as `reading`.

    Adjectives that agree with the head go into the nominative; genitives, and the adjectives that belong to them, stay.
    """
    token = tokens[index]
    head = token.ellipsis or reading.lemma
    if token.surface[:1].isupper() and not token.surface.isupper() and not opens_sentence(tokens, index):
        head = head[:1].upper() + head[1:] if not token.ellipsis else head
    place = index
    if token.ellipsis:
        place = _start_of_ellipsis(tokens, index)
    modifiers: list[str] = []
    is_agreeing = True
    first = place
    while first > 0 and len(modifiers) < _LONGEST:
        step = _step(tokens, first - 1, reading, cues, modifiers=modifiers, is_agreeing=is_agreeing)
        if step is None:
            break
        modifiers[:0] = step.words
        first -= step.n_tokens
        is_agreeing = is_agreeing and step.agrees
        if any(reading.name == "place" for reading in tokens[first].readings):
            break  # whatever stands before a place is of another phrase: hakemuksen Oulun käräjäoikeudelle
    return Phrase(first, index + 1, tuple(modifiers), head)


@dataclass(frozen=True, slots=True)
class _Step:
    words: tuple[str, ...]
    n_tokens: int
    agrees: bool


def _step(
    tokens: Sequence[Token], index: int, head: Reading, cues: ActorCues, *, modifiers: Sequence[str], is_agreeing: bool
) -> _Step | None:
    """What the token at `index` adds to a phrase that begins right behind it; None where the phrase ends."""
    token = tokens[index]
    if token.kind != "word":
        return None
    word = token.surface.lower()
    if word in _JOINTS:
        return _joined(tokens, index, cues) if modifiers and not is_agreeing else None
    lemma = token.lemma.lower()
    if lemma in cues.pointing or lemma in cues.loose or word.partition(":")[0] in cues.company:
        return None
    adjective = _adjective(token)
    if adjective is not None and is_agreeing and _agree(token, head):
        return _Step((adjective.lemma,), 1, agrees=True)
    if adjective is not None and modifiers[1:] and modifiers[-1] == "vastainen" and _agree(token, head):
        return _Step((adjective.lemma,), 1, agrees=False)  # kansallinen ihmiskaupan vastainen verkosto
    if adjective is not None and not is_agreeing and adjective.case == "genitive":
        return _Step((word,), 1, agrees=False)
    if is_abbreviation(token):
        return _Step((token.surface,), 1, agrees=False) if ":" in token.surface or not modifiers else None
    if token.ellipsis and genitive(token) is not None:
        start = _start_of_ellipsis(tokens, index)
        words = tuple(written(tokens, place) for place in range(start, index + 1))
        return _Step(words, index + 1 - start, agrees=False)
    if genitive(token) is not None:
        return _Step((written(tokens, index),), 1, agrees=False)
    return None


def _joined(tokens: Sequence[Token], index: int, cues: ActorCues) -> _Step | None:
    """*sisäisen turvallisuuden ja* before *oikeudenhoidon ministerityöryhmä*: genitives on both sides, no bodies."""
    if index < 1:
        return None
    left, right = tokens[index - 1], tokens[index + 1]
    if left.surface.endswith("-"):
        return _Step((left.surface.lower(), tokens[index].surface.lower()), 2, agrees=False)
    reading = genitive(left)
    if left.surface.islower() and right.surface[:1].isupper():
        return None  # päiväkotien ja Stadin ammattiopiston
    if reading is None or left.lemma.lower() in cues.loose or is_body_word(left, cues) or is_body_word(right, cues):
        return None
    if reading.word_class not in _NOUNS or is_abbreviation(left) or reading.name == "person":
        return None
    return _Step((written(tokens, index - 1), tokens[index].surface.lower()), 2, agrees=False)


def is_body_word(token: Token, cues: ActorCues) -> bool:
    """Whether the word names a body by itself (*työryhmän*, *kaupunginhallituksen*, *terveystoimialan*)."""
    return any(head_of(reading, cues) is not None for reading in token.readings if reading.word_class == "noun")


def head_of(reading: Reading, cues: ActorCues) -> str | None:
    """The listed head that a word is, or that it ends in at a border of the compound; None where there is none."""
    lemma = reading.lemma.lower()
    if lemma in cues.heads:
        return lemma
    for border in range(1, len(reading.pieces)):
        tail = "".join(reading.pieces[border:]).lower()
        if tail in cues.simple or tail in {"kaupunki", "kunta", "hallitus"}:
            return None
        if tail in cues.alone or tail in cues.municipal:
            return tail
        first = {*reading.parts[:border], *reading.pieces[:border]}
        if tail == "ryhmä":
            return tail if cues.group_first & first else None
        if tail in cues.modified:
            return None if tail in cues.generic and cues.not_first & first else tail
    return None


def is_abbreviation(token: Token) -> bool:
    """*STM*, *STM:n*: two capitals or more before any colon; a longer word in capitals may be of a heading."""
    stem = token.surface.partition(":")[0]
    if len(stem) < 2 or not stem.isupper() or not stem.isalpha():
        return False
    return len(stem) <= _LONGEST_ABBREVIATION or token.readings[0].guessed or token.readings[0].case is None


def genitive(token: Token) -> Reading | None:
    """The reading as a noun or name in the genitive, without a possessive; None where there is none."""
    for reading in token.readings:
        if reading.case == "genitive" and reading.word_class in _NOUNS and not reading.possessive:
            return reading
        if reading.word_class in {"verb", "adverb", "adposition", "conjunction"} and reading is token.readings[0]:
            return None
    return None


def written(tokens: Sequence[Token], index: int) -> str:
    """The word as it stands inside a name: a capital only where it is not the sentence that gives it."""
    token = tokens[index]
    is_name = token.readings[0].word_class == "proper" or any(r.name == "place" for r in token.readings)
    if token.surface.isupper() and len(token.surface) > 1 and not is_abbreviation(token):
        return token.surface.capitalize() if is_name else token.surface.lower()
    if is_name or is_abbreviation(token) or not opens_sentence(tokens, index):
        return token.surface
    return token.surface.lower()


def opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital at `index` may come from the beginning of the sentence, line or list item."""
    return index == 0 or tokens[index - 1].kind != "word"


def _adjective(token: Token) -> Reading | None:
    for reading in token.readings:
        if reading.word_class == "adjective" and reading.participle is None and reading.case:
            return reading
        if reading.word_class in _NOUNS:
            return None
    return None


def _agree(token: Token, head: Reading) -> bool:
    return any(
        reading.word_class == "adjective" and reading.case == head.case and reading.number == head.number
        for reading in token.readings
    )


def _start_of_ellipsis(tokens: Sequence[Token], index: int) -> int:
    """Where *sosiaali- ja terveysministeriö* begins, when its last word is at `index`."""
    start = index
    while start > 0 and (
        tokens[start - 1].surface.lower() in _JOINTS | {"tai", ",", "että"}
        or (tokens[start - 1].surface[-1] in "-‑" and len(tokens[start - 1].surface) > 1)
    ):
        start -= 1
    while start < index and tokens[start].surface[-1] not in "-‑":
        start += 1
    return start
