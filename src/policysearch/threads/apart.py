"""What tells two commitments apart, whatever words they share: sums, figures, statements, cases, decided days."""

from collections.abc import Iterable
from itertools import pairwise

from policysearch.threads.profile import STATEMENT, Profile
from policysearch.threads.same_actor import same_names
from policysearch.threads.words import load_words

_TABLED = frozenset({"tabled", "returned", "deferred"})
_THIS = "tämä"
_PAPERS = frozenset({"decision", "minutes"})
_DONE_KINDS = frozenset({"decision", "accomplishment"})


def told_apart(first: Profile, second: Profile) -> str | None:
    """Why two commitments cannot be one, by what stands beside their words; None where nothing says so."""
    if _other_sums(first, second):
        return "other sums of money"
    if first.parties and second.parties and not first.parties & second.parties:
        return "other parties"
    if _other_figures(first, second):
        return "other numbers"
    if first.ordinals and second.ordinals and not first.ordinals & second.ordinals:
        return "other ordinal numbers"
    if _is_on_statement(first) != _is_on_statement(second):
        return "a statement on a matter, and the matter"
    if _is_on_statement(first) and _other_bodies(first, second):
        return "statements of two bodies"
    if _put_off_twice(first, second):
        return "put off in two meetings"
    if first.clause.document != second.clause.document and _speaks_of_itself(first) and _speaks_of_itself(second):
        return "each speaks of its own decision"
    return None


def is_other_case(first: Profile, second: Profile) -> bool:
    """Whether both documents have a case number, and these are two."""
    one, other = first.clause.case_number, second.clause.case_number
    return one is not None and other is not None and one != other


def decide_two_cases(first: Profile, second: Profile) -> bool:
    """Whether each decides in a case of its own: what is decided under two case numbers is two decisions."""
    return is_other_case(first, second) and _decides(first) and _decides(second)


def tell_one_day(first: Profile, second: Profile) -> bool:
    """Whether both name the very day on which it was done or decided (*päätti 20.8.2013*)."""
    days = [p.happened for p in (first, second)]
    return days[0] is not None and days[0] == days[1] and all(_names_day(p) for p in (first, second))


def is_formula(first: Profile, second: Profile) -> bool:
    """Whether both say the like of it in papers of meetings and officials, whose formulas stand in every matter.

    A promise and the report on it are no formula, nor are a proposal and the decision.
    Whether it names one thing all the same is for others to see.
    """
    papers = all(p.clause.document_type in _PAPERS for p in (first, second))
    kinds = {p.clause.commitment.kind for p in (first, second)}
    return papers and len(kinds) == 1 and bool(first.acts & second.acts)


def _names_day(p: Profile) -> bool:
    days, when = p.happened, p.clause.commitment.when
    if when is None or when.role != "event" or days is None or days.begin != days.end:
        return False
    return p.clause.commitment.kind == "accomplishment" or _is_told(p)


def _is_told(p: Profile) -> bool:
    """Whether a decision is told by a later paper; of a paper without a date, by a verb that decides."""
    day, lists = p.clause.day, load_words()
    if day and p.happened:
        return p.happened.end < day
    return p.clause.commitment.action in lists.frames | lists.performed


def _decides(p: Profile) -> bool:
    return p.clause.commitment.kind in ("decision", "proposal") and not _names_day(p)


def _other_sums(first: Profile, second: Profile) -> bool:
    """Two sums that were both decided, granted or paid. A sum that was proposed may be decided otherwise."""
    amounts = [p.clause.commitment.amount for p in (first, second)]
    are_done = all(p.clause.commitment.kind in _DONE_KINDS or p.is_report for p in (first, second))
    return None not in amounts and amounts[0] != amounts[1] and are_done


def _other_figures(first: Profile, second: Profile) -> bool:
    """Two reports, each with figures that the other one lacks: *73 %* and *76 %* are two states of affairs."""
    if not all(p.clause.commitment.kind == "accomplishment" for p in (first, second)):
        return False
    return bool(first.numbers - second.numbers) and bool(second.numbers - first.numbers)


def _is_on_statement(p: Profile) -> bool:
    """Whether a statement is what is asked for or given: *antoi lausunnon ohjelmasta* does nothing to the programme."""
    return STATEMENT in p.objects


def _other_bodies(first: Profile, second: Profile) -> bool:
    """Whether each names or has a body that the other one lacks: one of them gives the statement."""
    one, other = _bodies(first), _bodies(second)
    return _has_own(one, other) and _has_own(other, one)


def _bodies(p: Profile) -> frozenset[str]:
    actors = (*p.clause.commitment.actors, *(actor for _, actor in p.clause.mentions))
    return frozenset(actor.name for actor in actors if actor.kind == "organisation")


def _has_own(one: Iterable[str], other: frozenset[str]) -> bool:
    return any(name not in other and not same_names({name}, other) for name in one)


def _speaks_of_itself(p: Profile) -> bool:
    """Whether the paper tells of itself or of whom it elects: *tämä päätös*, *päätös on voimassa*, *valitulle*."""
    words, lists = p.clause.words, load_words()
    pairs = tuple(pairwise(words))
    if any(one.is_content and lists.electing & {*one.verbs} and not other.is_content for one, other in pairs):
        return True
    is_pointed_at = any(one.lemma == _THIS and other.lemma in lists.selves for one, other in pairs)
    return is_pointed_at or (bool(words) and words[0].lemma in lists.selves)


def _put_off_twice(first: Profile, second: Profile) -> bool:
    """Whether both put the matter off, each in its own document: *pöydälle* in two meetings, unless on one day."""
    one, other = first.clause, second.clause
    if not all(c.commitment.outcome in _TABLED and c.commitment.kind == "decision" for c in (one, other)):
        return False
    return one.document != other.document and (first.happened is None or first.happened != second.happened)
