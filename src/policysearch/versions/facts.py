"""The commitments and deadlines of two versions: which are the same, and what is another one now. Pure functions."""

from collections.abc import Callable, Iterator, Sequence

from policysearch.model.changes import FactChange, FactChangeKind, FieldChange
from policysearch.model.facts import Commitment, Facts
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When
from policysearch.versions.words import best_pairs, words_of

Sentence = Callable[[Span], str]
"""Gives the sentence around a place of one version."""


def fact_changes(old: Facts, new: Facts, old_sentence: Sentence, new_sentence: Sentence) -> tuple[FactChange, ...]:
    """What changed in the facts: what is new or reads otherwise in the order of the new text, then what is gone."""
    found = [*_commitment_changes(old.commitments, new.commitments)]
    before, after = _lone_deadlines(old), _lone_deadlines(new)
    found += _deadline_changes(before, after, old_sentence, new_sentence)
    return tuple(sorted(found, key=_place))


def _commitment_changes(old: Sequence[Commitment], new: Sequence[Commitment]) -> Iterator[FactChange]:
    pairs = best_pairs([words_of(c.quote) for c in old], [words_of(c.quote) for c in new])
    for i, j in pairs:
        fields = tuple(_fields(old[i], new[j]))
        is_reworded = " ".join(old[i].quote.split()) != " ".join(new[j].quote.split())
        if fields or is_reworded:
            yield FactChange(_kind(fields, old[i].when, new[j].when), old[i], new[j], fields)
    yield from _alone(old, new, pairs)


def _deadline_changes(
    old: Sequence[TimeExpression], new: Sequence[TimeExpression], old_sentence: Sentence, new_sentence: Sentence
) -> Iterator[FactChange]:
    pairs = best_pairs(
        [words_of(old_sentence(time.span)) for time in old], [words_of(new_sentence(time.span)) for time in new]
    )
    for i, j in pairs:
        if old[i].when != new[j].when:
            change = FieldChange("time", time_text(old[i].when), time_text(new[j].when))
            yield FactChange(_kind((change,), old[i].when, new[j].when), old[i], new[j], (change,))
    yield from _alone(old, new, pairs)


def _alone(
    old: Sequence[Commitment | TimeExpression],
    new: Sequence[Commitment | TimeExpression],
    pairs: Sequence[tuple[int, int]],
) -> Iterator[FactChange]:
    was, now = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (FactChange("gone", fact, None) for i, fact in enumerate(old) if i not in was)
    yield from (FactChange("added", None, fact) for j, fact in enumerate(new) if j not in now)


def _kind(fields: Sequence[FieldChange], old: When | None, new: When | None) -> FactChangeKind:
    if old and new and old.end and new.end and old.end != new.end:
        return "deadline_moved"
    return "changed" if fields else "reworded"


def _fields(old: Commitment, new: Commitment) -> Iterator[FieldChange]:
    was, now = _values(old), _values(new)
    yield from (FieldChange(name, was[name], now[name]) for name in was if was[name] != now[name])


def _values(c: Commitment) -> dict[str, str | None]:
    return {
        "kind": c.kind,
        "actors": ", ".join(actor.name for actor in c.actors) or None,
        "action": c.action,
        "time": None if c.when is None else time_text(c.when),
        "condition": c.condition and " ".join(c.condition.split()),
        "amount": None if c.amount is None else f"{c.amount.value} {c.amount.currency}",
        "polarity": c.polarity,
        "outcome": c.outcome,
        "strength": c.strength,
    }


def time_text(when: When) -> str | None:
    """A time as its role and ISO ends, *deadline 2024-12-31*; None where nothing of it is known."""
    ends = "–".join(dict.fromkeys(moment.isoformat() for moment in (when.begin, when.end) if moment))
    value = ends or when.duration or when.recurrence
    return None if value is None else f"{'about ' if when.approximate else ''}{when.role} {value}"


def _lone_deadlines(facts: Facts) -> tuple[TimeExpression, ...]:
    """Deadlines that no commitment carries."""
    return tuple(
        time
        for time in facts.times
        if time.when.role == "deadline" and not any(c.span.overlaps(time.span) for c in facts.commitments)
    )


def _place(change: FactChange) -> tuple[bool, int]:
    fact = change.new or change.old
    assert fact is not None
    return change.new is None, fact.span.start
