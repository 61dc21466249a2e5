"""A recommendation and the answers to it: one matter, though other bodies act.

Words alone do not tell here, since the actors differ. An answer says what it answers: it names who recommended it
(*tarkastuslautakunnan suosituksesta*, *valiokunnan edellyttämällä tavalla*), the number (*suosituksen 4 mukaan*), or
quotes it; or it stands beside it in a table (*Suositus | Vastaus*). Each needs shared words, and one counterpart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policysearch.model.facts import Actor
from policysearch.model.text import Span
from policysearch.threads.clause import Clause, Word
from policysearch.threads.measure import act_match
from policysearch.threads.profile import Profile
from policysearch.threads.rivals import CLEARLY
from policysearch.threads.same_actor import same_names
from policysearch.threads.weights import Weights, main_form
from policysearch.threads.words import load_words

MIN_STRENGTH, MIN_COVER = 0.85, 0.5
"""Weight of the shared words, and their share of the shorter of the two, where the one who recommended is named."""
MIN_COVER_OF_NUMBER = 0.34
"""The share that is enough where who recommended and the number are both named."""
MIN_COVER_OF_ROW = 0.8
"""The share of the words of a row of a table, which repeats the recommendation."""
MIN_QUOTED = 3
"""Words of the recommendation that a quotation must have in order."""
_GAP = 40
"""Code points between who recommended and the word for it: *GRETA:n vuonna 2015 antaman suosituksen*."""
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_QUOTED = re.compile(r"[”\"»“](?P<words>[^”\"»“]{12,400})[”\"»]")
_WAY = frozenset({"tapa", "mukainen", "mukaan", "mukaisesti", "johdosta", "johto", "perusteella", "peruste"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation, the clause that answers it, and the words that both have; `by` says what the answer names."""

    recommendation: Clause
    answer: Clause
    score: float
    words: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class _Reference:
    """What a clause names: who recommended, and the number of the recommendation."""

    who: Actor | None
    number: str | None


def answers_of(profiles: Mapping[str, Profile], weights: Weights) -> list[Answer]:
    """The answers to recommendations, the surest first; a clause answers one, or none where several fit.

    Args:
        profiles: Of all commitments, by their ids.
        weights: Of the words of the corpus.
    """
    recommended = [p for p in profiles.values() if p.clause.commitment.kind == "proposal"]
    found: list[Answer] = []
    for p in profiles.values():
        if p.clause.commitment.kind == "proposal" and not p.clause.answers:
            continue
        named = tuple(references(p.clause))
        if not named and not p.clause.answers and not _QUOTED.search(p.clause.commitment.quote):
            continue
        earlier = [r for r in recommended if _is_earlier(r.clause, p.clause)]
        fitting = [one for r in earlier if (one := _answer(r, p, named, weights))]
        fitting.sort(key=lambda one: (-one.score, one.recommendation.order))
        if fitting and _is_one(fitting, profiles):
            found.append(fitting[0])
    return sorted(found, key=lambda one: (-one.score, one.recommendation.order, one.answer.order))


def _is_earlier(recommendation: Clause, answer: Clause) -> bool:
    if recommendation.document == answer.document or recommendation.day is None or answer.day is None:
        return False
    return recommendation.day <= answer.day


def _is_one(fitting: Sequence[Answer], profiles: Mapping[str, Profile]) -> bool:
    """Whether one fits best; or those that fit alike are one recommendation in several papers, in the same words."""
    best = [one for one in fitting if fitting[0].score - one.score < CLEARLY]
    forms = [_matter(profiles[one.recommendation.id]) for one in best]
    return all(one == forms[0] for one in forms)


def _answer(recommended: Profile, p: Profile, named: Sequence[_Reference], weights: Weights) -> Answer | None:
    clause = p.clause
    if clause.answers:
        words, cover, strength = shared_forms(_matter(recommended), content_forms(clause.answers), weights)
        is_same = cover >= MIN_COVER_OF_ROW and strength >= MIN_STRENGTH
        return Answer(recommended.clause, clause, round(cover, 3), words, "row") if is_same else None
    if quoted := _quotation(recommended.clause, clause):
        return Answer(recommended.clause, clause, 1.0, quoted, "quotation")
    if act_match(recommended, p) is None:
        return None
    words, cover, strength = shared_forms(_matter(recommended), _matter(p), weights)
    for reference in named:
        by_who = reference.who is not None and _is_of(recommended, reference.who)
        if reference.who is not None and not by_who:
            continue
        by_number = reference.number is not None and reference.number == recommended.clause.number
        if reference.number is not None and recommended.clause.number is not None and not by_number:
            continue
        if by_who and by_number and words and cover >= MIN_COVER_OF_NUMBER:
            return Answer(recommended.clause, clause, round(min(1.0, 0.5 + cover / 2), 3), words, "name and number")
        is_enough = cover >= MIN_COVER and strength >= MIN_STRENGTH and len(words) > 1
        if is_enough and (by_who or by_number):
            return Answer(recommended.clause, clause, round(cover, 3), words, "name" if by_who else "number")
    return None


def references(clause: Clause) -> Iterator[_Reference]:
    """What recommendations a clause says that it follows or answers."""
    lists = load_words()
    words, quote, start = clause.words, clause.commitment.quote, clause.commitment.span.start
    for i, word in enumerate(words):
        is_noun = {word.lemma, word.head} & lists.recommendations
        is_way = (
            bool({word.lemma, *word.verbs} & lists.recommending)
            and i + 1 < len(words)
            and (words[i + 1].lemma in _WAY or word.is_content)
        )
        if not is_noun and not is_way:
            continue
        if clause.commitment.action in lists.recommending and not is_noun:
            continue  # it recommends something itself
        number = None
        if is_noun:
            after = words[i + 1 : i + 3]
            after = after[1:] if after and after[0].lemma in ("nro", "numero", "n:o") else after[:1]
            number = next((w.lemma for w in after if _NUMBER.fullmatch(w.lemma)), None)
        before = [
            (span, actor) for span, actor in clause.mentions if span.end <= word.start and word.start - span.end <= _GAP
        ]
        who = None
        if before:
            span, actor = max(before, key=lambda pair: pair[0])
            between = quote[span.end - start : word.start - start]
            named = not any(mark in between for mark in ",;.") and not _has_finite(words, span.end, word.start)
            who = actor if named else None
        if who is not None or number is not None:
            yield _Reference(who, number)


def _has_finite(words: Iterable[Word], start: int, end: int) -> bool:
    """Whether a verb stands between a name and the word: *GRETA on antanut suosituksen* names nobody's."""
    return any(start <= word.start < end and word.lemma == "olla" for word in words)


def _is_of(recommended: Profile, who: Actor) -> bool:
    """Whether that body recommended it: by its id, or by its name, its town left out."""
    c = recommended.clause.commitment
    actors = [*c.actors, *((c.speaker,) if c.speaker else ())]
    if any(actor.id == who.id for actor in actors):
        return True
    names = {actor.name for actor in actors} | ({recommended.clause.issuer} if recommended.clause.issuer else set())
    if any(name.casefold() == who.name.casefold() for name in names) or same_names(names, {who.name}):
        return True
    if any(_is_one_body(name, who.name) for name in names):
        return True
    # A committee of Parliament is called by its kind: hallintovaliokunta, valiokunnan edellyttämällä tavalla.
    own = who.name.casefold()
    return own in load_words().recommenders and any(name.casefold().endswith(own) for name in names)


def _is_one_body(one: str, other: str) -> bool:
    """Whether town and body are the same, whatever was read as a part of the name between them."""
    names = [name.casefold().split() for name in (one, other)]
    return all(len(name) > 1 for name in names) and [names[0][0], names[0][-1]] == [names[1][0], names[1][-1]]


def _quotation(recommended: Clause, answer: Clause) -> tuple[str, ...]:
    """The words of a quotation in the answer that are those of the recommendation, in order."""
    own = [word.lemma for word in recommended.words]
    start = answer.commitment.span.start
    for match in _QUOTED.finditer(answer.commitment.quote):
        inside = [w for w in answer.words if start + match.start() <= w.start < start + match.end()]
        lemmas = [word.lemma for word in inside]
        content = [word.lemma for word in inside if word.is_content]
        if len(lemmas) < MIN_QUOTED or len(content) < 2:
            continue
        if any(own[at : at + len(lemmas)] == lemmas for at in range(len(own) - len(lemmas) + 1)):
            return tuple(dict.fromkeys(content))
    return ()


def _matter(p: Profile) -> frozenset[str]:
    """The words of what is to be done, bodies that it is about among them: neither who acts, when, nor the verb."""
    clause, c = p.clause, p.clause.commitment
    acting = {actor.id for actor in c.actors}
    named = {actor.id for reference in references(clause) if (actor := reference.who)}
    left_out = [span for span, _ in clause.times]
    left_out += [span for span, actor in clause.mentions if actor.id in acting]
    # Of who recommended, the last word: what was read as a part of the name may belong to the matter.
    ends = [span.end for span, actor in clause.mentions if actor.id in named]
    left_out += [Span(max((w.start for w in clause.words if w.start < end), default=end), end) for end in ends]
    words = (w for w in clause.words if not any(span.start <= w.start < span.end for span in left_out))
    return content_forms(word for word in words if not p.acts & {*word.verbs} and c.action not in word.verbs)


def content_forms(words: Iterable[Word]) -> frozenset[str]:
    """The words that say what it is about, under their main synonyms."""
    lists = load_words()
    return frozenset(
        main_form(word)
        for word in words
        if word.is_content
        and word.lemma not in lists.light
        and not {word.lemma, word.head} & lists.recommendations
        and word.lemma not in _WAY
        and any(letter.isalpha() for letter in word.lemma)
        and len(word.lemma) > 2
    )


def shared_forms(one: frozenset[str], other: frozenset[str], weights: Weights) -> tuple[tuple[str, ...], float, float]:
    """The shared words, the rarest first; their share of the shorter side; their weight."""
    both = one & other
    strength = sum(weights.of(form) for form in both)
    masses = [sum(weights.of(form) for form in side) for side in (one, other)]
    shorter = min((mass for mass in masses if mass), default=0.0)
    cover = strength / shorter if shorter else 0.0
    return tuple(sorted(both, key=lambda form: (-weights.of(form), form))), cover, strength
