"""Amendments quoted where a matter is handled: *Oksa teki seuraavan muutosehdotuksen:* / *”Lautakunta hyväksyy …”*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from policysearch.facts.clauses import grammar
from policysearch.facts.gazetteer import actor_of
from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.facts import Actor, Commitment, Mention, Outcome
from policysearch.model.language import Token
from policysearch.model.text import Span

_OPENING = "”“„\"»'’‘"
_CLOSED = re.compile(r"[”“\"»][.,;]?\s*$")
#: Nouns of what a member moves, by the last part of a compound: *muutosehdotus*, *toivomusponsi*.
_MOVED = frozenset({"ehdotus", "esitys", "ponsi"})
_MOVING = frozenset({"tehdä", "esittää", "ehdottaa", "jättää"})
_OUTCOMES: dict[str, Outcome] = {"hyväksyä": "approved", "hylätä": "rejected"}
_FINITE = {"hyväksyi": "hyväksyä", "hyväksyttiin": "hyväksyä", "hylkäsi": "hylätä", "hylättiin": "hylätä"}
_MOST_WORDS_OF_A_LABEL = 4
_MOST_WORDS_OF_A_NAME = 3


class _Name(NamedTuple):
    """What a record calls an amendment: its noun, its number where it has one, and the name of its member."""

    noun: str
    number: str | None
    member: str | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """The quoted text of one amendment.

    Attributes:
        span: From the opening mark to the end of the passage in which it closes.
        mover: Who moved it; empty where the record does not say.
        outcome: What the same section says became of it, else None.
    """

    span: Span
    mover: tuple[Actor, ...]
    outcome: Outcome | None = None


def find_amendments(
    document: Document, passages: Sequence[AnalysedPassage], mentions: Sequence[Mention]
) -> tuple[Amendment, ...]:
    """The quoted amendments in the handling of a matter, in the order of the text.

    Args:
        document: Where they stand.
        passages: Its passages with their words.
        mentions: Its mentions, for those who move amendments.
    """
    found: list[tuple[Amendment, _Name, int | None]] = []
    label: _Name | None = None
    mover: tuple[Actor, ...] = ()
    section: int | None = None
    is_open = False  # a quotation that no mark has closed yet
    for analysed in passages:
        passage, text = analysed.passage, analysed.passage.span.of(document.text)
        if passage.part != "handling" or passage.kind == "heading":
            label, mover, is_open = None, (), False
            continue
        if section != passage.section:
            section, label, mover, is_open = passage.section, None, (), False
        head, quote = _cut(analysed, text)
        if head:
            moved, labels = _mover(head, mentions), _is_label(head)
            is_open = is_open and not (moved or labels)
            if not is_open:
                mover = moved or (mover if labels else ())
                label = _label(head) if moved or labels else None
        begins = not is_open and quote is not None and label is not None
        if is_open and _CLOSED.search(text):
            before, name, at = found[-1]
            found[-1] = (replace(before, span=Span(before.span.start, passage.span.end)), name, at)
        elif not is_open and label is not None and quote is not None:
            surname = mover[0].name.split()[-1].casefold() if mover else None
            name = label._replace(member=label.member or surname)
            found.append((Amendment(Span(quote, passage.span.end), mover), name, passage.section))
            label = None
        if is_open or begins:
            is_open = not _CLOSED.search(text)
    settled: list[Amendment] = []
    for amendment, name, at in found:
        rivals = [other for _, other, there in found if there == at]
        settled.append(replace(amendment, outcome=_outcome(name, at, amendment.span.end, rivals, passages)))
    return tuple(settled)


def as_amendments(amendments: Sequence[Amendment], found: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The commitments, those inside a quoted amendment as proposals of whoever moved it."""
    return tuple(_moved(commitment, amendments) for commitment in found)


def _moved(commitment: Commitment, amendments: Sequence[Amendment]) -> Commitment:
    around = next((a for a in amendments if a.span.contains(commitment.span)), None)
    if around is None or commitment.kind == "accomplishment":
        return commitment
    return replace(
        commitment,
        kind="proposal",
        cue=f"{commitment.cue}+moved",
        actors=around.mover or commitment.actors,
        possible_actors=() if around.mover else commitment.possible_actors,
        speaker=around.mover[0] if around.mover else commitment.speaker,
        own_words=bool(around.mover),
        outcome=around.outcome,
        strength="considered",
    )


def _cut(analysed: AnalysedPassage, text: str) -> tuple[list[Token], int | None]:
    """The words up to a colon that ends them, and where a quotation begins behind it or at the start."""
    start = analysed.passage.span.start
    if text[:1] in _OPENING:
        return [], start
    match = re.match(rf"[^{_OPENING}]*?:\s*(?=[{_OPENING}]|$)", text)
    if match is None:
        return list(analysed.tokens), None
    end = start + match.end()
    return [t for t in analysed.tokens if t.span.end <= end], end if match.end() < len(text) else None


def _noun(token: Token) -> str | None:
    """The noun of an amendment (*muutosehdotus*), or None."""
    for reading in token.readings:
        if reading.word_class == "noun" and {reading.lemma.lower(), *(p.lower() for p in reading.parts[-1:])} & _MOVED:
            return reading.lemma.lower()
    return None


def _is_label(head: Sequence[Token]) -> bool:
    """*Muutosehdotus nro 2:*, *Oksan lisäysehdotus:* — a noun of moving and hardly more, up to a colon."""
    words = [token for token in head if token.kind != "punctuation"]
    if not words or head[-1].surface != ":" or len(words) > _MOST_WORDS_OF_A_LABEL:
        return False
    return not any(reading.mood for token in words for reading in token.readings[:1])


def _label(head: Sequence[Token]) -> _Name | None:
    return next(_names(head), None) if head[-1].surface == ":" else None


def _names(tokens: Sequence[Token]) -> Iterator[_Name]:
    """Every amendment that the words name: *Oksan muutosehdotuksen nro 2*."""
    for i, token in enumerate(tokens):
        noun = _noun(token)
        if noun is None or not grammar.cases(token) & {"nominative", "genitive"}:
            continue  # Oksan muutosehdotusta vastaan: it lost to what the sentence is about
        after = [t for t in tokens[i + 1 : i + 3] if grammar.word(t) not in {"nro", "n:o", "numero"}]
        number = after[0].surface if after and after[0].kind == "number" else None
        yield _Name(noun, number, _owner(tokens[i - 1]) if i else None)


def _owner(token: Token) -> str | None:
    """Whose it is, by the genitive before it: *Oksan*, *esittelijän*."""
    owners = [
        reading
        for reading in token.readings
        if reading.case == "genitive" and reading.word_class in {"proper", "noun"} and not reading.participle
    ]
    owner = next((o for o in owners if o.name == "person"), owners[0] if owners else None)
    return owner.lemma.casefold() if owner is not None else None


def _mover(head: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Who *teki seuraavan muutosehdotuksen:* — the person whose name opens the sentence."""
    if head[-1].surface != ":" or not any(_noun(token) for token in head):
        return ()
    if not any(reading.lemma in _MOVING and reading.mood for token in head for reading in token.readings):
        return ()
    start, last = head[0].span.start, _seconder(head)
    person = next((m.actor for m in mentions if m.actor.kind == "person" and m.span.start <= start < m.span.end), None)
    if any(m.actor.kind == "organisation" and m.span.start <= start < m.span.end for m in mentions):
        return ()
    if person is not None and last is None:
        return (person,)
    name: list[str] = []
    for token in head[: min(_MOST_WORDS_OF_A_NAME, last or _MOST_WORDS_OF_A_NAME)]:
        best = token.readings[0]
        if best.word_class != "proper" or best.name == "organisation" or best.case != "nominative":
            break
        name.append(token.surface)
    return (actor_of(" ".join(name), "person"),) if name else ()


def _seconder(head: Sequence[Token]) -> int | None:
    """Where the name of a seconder begins right after the mover's: *Oksa Vaskelan ym. kannattamana*."""
    words = [grammar.word(token) for token in head[: _MOST_WORDS_OF_A_NAME + 3]]
    if "kannattamana" not in words:
        return None
    before = words.index("kannattamana") - 1
    before -= words[before] == "ym."
    return before if before > 0 else None


def _outcome(
    name: _Name, section: int | None, after: int, rivals: Sequence[_Name], passages: Sequence[AnalysedPassage]
) -> Outcome | None:
    """What the rest of the section says of it: *hylänneen Oksan muutosehdotuksen nro 2*, *hyväksyneen sen*."""
    for analysed in passages:
        if analysed.passage.section != section or analysed.passage.span.start < after:
            continue
        previous: list[_Name] = []
        for span in analysed.sentences:
            tokens = [t for t in analysed.tokens if span.contains(t.span)]
            named = list(_names(tokens))
            done = [o for t in tokens if (o := _done(t)) is not None]
            anaphoric = "sen" in {grammar.word(t) for t in tokens}
            meant = previous if anaphoric and not any(_is_told_apart(n) for n in named) else named
            if len(done) == len(meant) == 1 and _is_same(name, meant[0], rivals):
                return done[0]
            previous = named
    return None


def _done(token: Token) -> Outcome | None:
    """*hyväksyneen*, *hylkäsi*, *hylättiin*: what a body did, or is said to have done."""
    reading = grammar.participle(token, "past_active", case="genitive")
    verb = grammar.verb_of(reading) if reading is not None else _FINITE.get(grammar.word(token), "")
    return _OUTCOMES.get(verb)


def _is_told_apart(name: _Name) -> bool:
    """Whether a name tells one amendment from others; a bare *ehdotus* may be anybody's."""
    return bool(name.number or name.member or name.noun not in {"ehdotus", "esitys"})


def _is_same(name: _Name, other: _Name, rivals: Sequence[_Name]) -> bool:
    """Whether a record means this amendment; without a member's name it has to be the only one called so."""
    if (name.noun, name.number) != (other.noun, other.number) or not _is_told_apart(other):
        return False
    if other.member is not None:
        return name.member == other.member
    return sum((rival.noun, rival.number) == (name.noun, name.number) for rival in rivals) == 1
