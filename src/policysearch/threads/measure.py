"""Whether two commitments are one: a score from 0 to 1, with what agreed, or the reason why they cannot be one.

Five features, each between 0 and 1 (ADR 0008): what it is about, the act, the actor, the time, the case number. Some
differences decide alone, whatever the score (*väliraportti* and *loppuraportti*): those are told before any score.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from policysearch.threads.apart import decide_two_cases, is_formula, is_other_case, tell_one_day, told_apart
from policysearch.threads.profile import Profile
from policysearch.threads.same_actor import ActorMatch, actor_match
from policysearch.threads.same_thing import Common, common, different_things
from policysearch.threads.same_time import TimeMatch, time_match
from policysearch.threads.weights import Weights, act_term
from policysearch.threads.words import load_words

Act = Literal["same", "life", "open"]

THRESHOLD = 0.66
"""Score from which two commitments are one."""
MIN_STRENGTH = 0.85
"""Weight of the shared words from which they can tell anything: about two words of middling rarity."""
LESS_FOR_ACTOR, LESS_FOR_TIME, LESS_FOR_CASE, LESS_FOR_NAME = 0.25, 0.2, 0.15, 0.2
"""So much less is enough where the same body acts; where the day is the same; where the case number is; where the two
name one thing by the very same words, of which there is one."""
MORE_FOR_OPEN, MORE_FOR_UNKNOWN = 0.4, 0.4
"""So much more is needed where a verb is missing; where nobody known to be the same acts, and no time tells either."""
MIN_WORDS = 2
"""So many words must be shared where neither the actor nor the time is known to agree, nor is there one such thing."""
SHARED_ACT, SHARED_AMOUNT = 0.4, 0.4
"""So much a verb counts among the shared words, and a sum of money."""
_LOOSE = ("organisation", "person")
"""Of actors that no list knows."""
MIN_COVER = 0.6
"""Share of the shorter clause's words, by weight, that the other one must have."""

OBJECT, ACT, ACTOR, TIME, CASE = 0.45, 0.2, 0.2, 0.15, 0.08
"""Parts of the score. A case number is a bonus, since most documents have none."""
ACTS: dict[Act, float] = {"same": 1.0, "life": 0.8, "open": 0.4}
ACTORS: dict[ActorMatch, float] = {"same": 1.0, "name": 0.9, "place": 0.6, "possible": 0.5, "unknown": 0.3}
TIMES: dict[TimeMatch, float] = {"equal": 1.0, "within": 0.8, "moved": 0.5, "late": 0.4, "open": 0.4}


@dataclass(frozen=True, slots=True)
class Match:
    """What agrees in two commitments, and how well; `words` are shared, the rarest first."""

    score: float
    words: tuple[str, ...]
    act: Act
    actor: ActorMatch
    time: TimeMatch
    same_case: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why two commitments cannot be one."""

    reason: str


def compare(first: Profile, second: Profile, weights: Weights) -> Match | Conflict:
    """Compare two commitments.

    Args:
        first: The one that was said first.
        second: The other one.
        weights: Of the words of the corpus.
    """
    act = act_match(first, second)
    if act is None:
        return Conflict(f"other acts: {_listed(first.acts)} and {_listed(second.acts)}")
    actor = actor_match(first, second)
    if actor is None:
        return Conflict("other actors")
    different = told_apart(first, second) or different_things(first, second)
    if different:
        return Conflict(different)
    case = first.clause.case_number
    same_case = case is not None and case == second.clause.case_number
    about = common(first, second, weights, same_case=same_case)
    if act != "life" and decide_two_cases(first, second):
        return Conflict("decisions of two cases")
    time = time_match(first, second, is_single=about.has_single)
    if time is None and None in (first.clause.day, second.clause.day):
        # Which of the two was said first is not known: either order may be the right one.
        time = time_match(second, first, is_single=about.has_single)
    if time is None:
        return Conflict("other times")
    score = OBJECT * about.score + ACT * ACTS[act] + ACTOR * ACTORS[actor] + TIME * TIMES[time] + CASE * same_case
    enough = MIN_STRENGTH
    enough -= LESS_FOR_ACTOR * (actor in ("same", "name"))
    enough -= LESS_FOR_TIME * (time in ("equal", "within"))
    enough -= LESS_FOR_CASE * same_case
    names_it = about.is_same_name and about.has_single
    enough -= LESS_FOR_NAME * names_it
    enough += MORE_FOR_OPEN * (act == "open" and not (first.is_moving or second.is_moving))
    enough += MORE_FOR_UNKNOWN * (actor not in ("same", "name") and time == "open")
    is_known = actor in ("same", "name") or time in ("equal", "within")
    is_enough = about.strength + _shared_beside(first, second, weights) >= enough and about.cover >= MIN_COVER
    is_enough = is_enough and (is_known or about.has_single or len(about.words) >= MIN_WORDS)
    if is_other_case(first, second):
        is_enough = is_enough and _is_one_across_cases(first, second, about, act, actor)
    amount = first.clause.commitment.amount
    is_named = bool(about.names) or about.has_named_single or same_case or time in ("equal", "within")
    is_named = is_named or (amount is not None and amount == second.clause.commitment.amount)
    if is_formula(first, second) and not is_named:
        is_enough = False
    if not is_enough:
        score = min(score, THRESHOLD - 0.01)
    return Match(round(min(score, 1.0), 3), about.words, act, actor, time, same_case)


def is_same(found: Match | Conflict) -> bool:
    """Whether two commitments are one."""
    return isinstance(found, Match) and found.score >= THRESHOLD


def _is_one_across_cases(first: Profile, second: Profile, about: Common, act: Act, actor: ActorMatch) -> bool:
    """Whether something names one thing in papers of two cases, where the frame of a body's decisions recurs.

    That is a day that both tell, a name, the one thing of its kind of an outside body that both tell of, or one that
    a body of the town was asked for in one case and brings a stage further in the other.
    """
    if tell_one_day(first, second) or about.names:
        return True
    if act == "life" and actor in ("same", "name", "place") and first.stage != second.stage:
        return about.has_single and len(about.words) >= MIN_WORDS
    outside = {a.id for a in first.clause.commitment.actors if a.id.partition(":")[0] not in _LOOSE}
    is_outside = bool(outside & second.who) and not (first.is_local or second.is_local)
    return actor == "same" and is_outside and about.has_named_single


def act_match(first: Profile, second: Profile) -> Act | None:
    """How the acts agree; None where they are two."""
    lists = load_words()
    if not first.acts or not second.acts:
        return "open"
    if first.acts & second.acts:
        return "same"
    lives = [{life for act in p.acts for life in lists.lives.get(act, ())} for p in (first, second)]
    return "life" if lives[0] & lives[1] else None


def _shared_beside(first: Profile, second: Profile, weights: Weights) -> float:
    """What the verb and the sum of money tell where they are the same."""
    act = max((weights.of(act_term(act)) for act in first.acts & second.acts), default=0.0)
    one, other = first.clause.commitment.amount, second.clause.commitment.amount
    return SHARED_ACT * act + SHARED_AMOUNT * (one is not None and one == other)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
