"""Whether two commitments are one: a score from 0 to 1, with what agreed, or the reason why they cannot be one.

Five features, each between 0 and 1 (ADR 0008): what it is about, the act, the actor, the time, the case number. Some
differences decide alone, whatever the score (*väliraportti* and *loppuraportti*): those are told before any score.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from policysearch.threads.clause import Word
from policysearch.threads.profile import Interval, Profile
from policysearch.threads.weights import Weights, act_term, main_form
from policysearch.threads.words import load_words

_LETTERS = re.compile(r"[A-ZÅÄÖ]{2,}")
Act = Literal["same", "life", "open"]
ActorMatch = Literal["same", "name", "place", "possible", "unknown"]
TimeMatch = Literal["equal", "within", "moved", "late", "open"]

THRESHOLD = 0.66
"""Score from which two commitments are one."""
MIN_STRENGTH = 0.85
"""Weight of the shared words from which they can tell anything: about two words of middling rarity."""
LESS_FOR_ACTOR, LESS_FOR_TIME, LESS_FOR_CASE, LESS_FOR_NAME = 0.25, 0.2, 0.15, 0.2
"""So much less is enough where the same body acts; where the day is the same; where the case number is; where the two
name one thing by the very same words, of which there is one."""
MORE_FOR_OPEN, MORE_FOR_OTHER_CASE, MORE_FOR_UNKNOWN = 0.4, 0.5, 0.3
"""So much more is needed where a verb is missing; where the case numbers differ; where neither actor nor time tell."""
SHARED_ACT, SHARED_AMOUNT = 0.4, 0.4
"""So much a verb counts among the shared words, and a sum of money."""
MIN_COVER = 0.6
"""Share of the shorter clause's words, by weight, that the other one must have."""

OBJECT, ACT, ACTOR, TIME, CASE = 0.45, 0.2, 0.2, 0.15, 0.08
"""Parts of the score. A case number is a bonus, since most documents have none."""
ACTS: dict[Act, float] = {"same": 1.0, "life": 0.8, "open": 0.4}
ACTORS: dict[ActorMatch, float] = {"same": 1.0, "name": 0.9, "place": 0.6, "possible": 0.5, "unknown": 0.3}
TIMES: dict[TimeMatch, float] = {"equal": 1.0, "within": 0.8, "moved": 0.5, "late": 0.4, "open": 0.4}

SAME_NAME = 0.95
"""Share of the words of both clauses that must be the same for one name."""
PART = 0.95
"""A part of a compound counts so much of its share where the other clause has it as a word or a part."""
BORROWED = 0.5
"""A word that stands only before the clause counts so much."""
CARRIED_OUT = 5
"""The stage that has days of its own: a programme is published by one day and carried out until another."""
SOON = dt.timedelta(days=62)
"""A report of so few days around the day of a promise is hardly of another one."""
LATE = dt.timedelta(days=550)
"""A thing that was done later than this after its day was hardly the one that was promised."""


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


@dataclass(frozen=True, slots=True)
class _Object:
    strength: float
    cover: float
    score: float
    words: tuple[str, ...]
    has_single: bool
    is_same_name: bool


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
    actor = _actor(first, second)
    if actor is None:
        return Conflict("other actors")
    different = _different_things(first, second)
    if different:
        return Conflict(different)
    case = first.clause.case_number
    same_case = case is not None and case == second.clause.case_number
    about = _object(first, second, weights, same_case)
    time = _time(first, second, is_single=about.has_single)
    if time is None and None in (first.clause.day, second.clause.day):
        # Which of the two was said first is not known: either order may be the right one.
        time = _time(second, first, is_single=about.has_single)
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
    enough += MORE_FOR_OTHER_CASE * (not same_case and not names_it and None not in (case, second.clause.case_number))
    enough += MORE_FOR_UNKNOWN * (actor == "unknown" and time == "open")
    if about.strength + _shared_beside(first, second, weights) < enough or about.cover < MIN_COVER:
        score = min(score, THRESHOLD - 0.01)
    return Match(round(min(score, 1.0), 3), about.words, act, actor, time, same_case)


def is_same(found: Match | Conflict) -> bool:
    """Whether two commitments are one."""
    return isinstance(found, Match) and found.score >= THRESHOLD


def act_match(first: Profile, second: Profile) -> Act | None:
    """How the acts agree; None where they are two."""
    lists = load_words()
    if not first.acts or not second.acts:
        return "open"
    if first.acts & second.acts:
        return "same"
    lives = [{life for act in p.acts for life in lists.lives.get(act, ())} for p in (first, second)]
    return "life" if lives[0] & lives[1] else None


def _actor(first: Profile, second: Profile) -> ActorMatch | None:
    if _ask_apart(first, second) or _registered_apart(first, second):
        return None
    if first.who & second.who:
        return "same"
    if first.places and second.places and not first.places & second.places:
        return None
    if _same_names(first.names, second.names) or _is_addressed(first, second) or _is_addressed(second, first):
        return "name"
    if (first.who | first.possible) & (second.who | second.possible):
        return "possible"
    if first.places & second.places or _same_register(first, second):
        return "place"
    is_named = first.who and second.who and not (first.leaves_open_who or second.leaves_open_who)
    if first.is_local and second.is_local and not (first.places and second.places):
        is_named = False  # two bodies of a town, one of which may be of the town of the other
    if is_named or _is_other_level(first, second) or _is_other_level(second, first):
        return None
    cases = {p.clause.case_number for p in (first, second)}
    if first.possible and second.possible and None not in cases and len(cases) > 1:
        return None
    return "unknown"


def _ask_apart(first: Profile, second: Profile) -> bool:
    """Whether two bodies ask, each for itself, though they may ask the same one."""
    actors = [[a for a in p.clause.commitment.actors if a.kind == "organisation"] for p in (first, second)]
    if not all(actors) or not all(p.clause.commitment.action in load_words().asks for p in (first, second)):
        return False
    ids, names = ([{getattr(a, field) for a in found} for found in actors] for field in ("id", "name"))
    return not ids[0] & ids[1] and not _same_names(names[0], names[1])


def _registered_apart(first: Profile, second: Profile) -> bool:
    """Whether the case numbers are of the registers of two towns: *HEL 2021-001526* and *KUU 2022-000188*."""
    return first.is_local and second.is_local and len(set(_registers(first, second))) > 1


def _same_register(first: Profile, second: Profile) -> bool:
    """Whether two municipal bodies keep one register, so that they are of one town."""
    registers = _registers(first, second)
    return first.is_local and second.is_local and len(registers) > len(set(registers))


def _registers(first: Profile, second: Profile) -> list[str]:
    """The letters before the numbers of the two cases, as far as they have any."""
    return [found[0] for p in (first, second) if (found := _LETTERS.match(p.clause.case_number or ""))]


def _is_addressed(asking: Profile, asked: Profile) -> bool:
    """Whether one asks the very body to act that acts in the other: *kehotti hankintapalveluja*."""
    acting = {actor.name.casefold() for actor in asked.clause.commitment.actors}
    return any(name in asking.addressed or name.removesuffix("t") in asking.addressed for name in acting)


def _is_other_level(local: Profile, other: Profile) -> bool:
    """Whether one is a municipality's and the other one is not, or nobody's that is known."""
    return local.is_local and not other.is_local


def _same_names(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether a name of one is a name of the other without its town (*Kuusjärven kaupunginhallitus*)."""
    bare = {name.casefold() for name in first}, {name.casefold() for name in second}
    return any(
        longer.endswith(f" {shorter}") and " " not in shorter
        for one, other in (bare, bare[::-1])
        for longer in one
        for shorter in other
    )


def _different_things(first: Profile, second: Profile) -> str | None:
    amounts = first.clause.commitment.amount, second.clause.commitment.amount
    if None not in amounts and amounts[0] != amounts[1] and first.is_report and second.is_report:
        return "other sums of money"
    if first.parties and second.parties and not first.parties & second.parties:
        return "other parties"
    are_counts = all(p.clause.commitment.kind == "accomplishment" and p.numbers for p in (first, second))
    if are_counts and not first.numbers & second.numbers:
        return "other numbers"
    if first.ordinals and second.ordinals and not first.ordinals & second.ordinals:
        return "other ordinal numbers"
    lemmas = [{main_form(word) for word in p.things} for p in (first, second)]
    for one in first.things:
        for other in second.things:
            if not one.parts or not other.parts or one.head != other.head or main_form(one) == main_form(other):
                continue
            if main_form(one) not in lemmas[1] and main_form(other) not in lemmas[0]:
                return f"other things: {one.lemma} and {other.lemma}"
    return None


def _object(first: Profile, second: Profile, weights: Weights, same_case: bool) -> _Object:
    left_out = frozenset() if same_case else load_words().procedural
    towns = first.places | second.places
    things = [
        tuple(word for word in p.things if word.lemma not in left_out and not _is_town(word, towns))
        for p in (first, second)
    ]
    pairs = _alignment(things[0], things[1], weights)
    strength = sum(weight for _, _, weight in pairs)
    masses = [sum(weights.of(main_form(word)) for word in _distinct(words)) for words in things]
    shorter, longer = min(masses), max(masses)
    if not shorter:
        return _Object(0.0, 0.0, 0.0, (), False, False)
    borrowed = _borrowed(first, second, pairs, weights) + _borrowed(second, first, pairs, weights)
    cover = min(1.0, strength / shorter)
    score = 0.7 * cover + 0.3 * min(1.0, strength / longer)
    heads = {word.head for pair in pairs for word in pair[:2]} & load_words().single
    words = tuple(dict.fromkeys(one.lemma for one, _, _ in sorted(pairs, key=lambda pair: (-pair[2], pair[0].lemma))))
    is_same_name = len(pairs) > 1 and strength / longer > SAME_NAME
    return _Object(strength + borrowed, cover, score, words, bool(heads), is_same_name)


def _is_town(word: Word, towns: frozenset[str]) -> bool:
    """Whether it is the name of a town whose body acts (*Kuusjärvi* beside *Kuusjärven kaupunginhallitus*)."""
    lemma = word.lemma.casefold()
    # A stem changes in its last two letters at most before the -n of the genitive: Turku, Turun; Helsinki, Helsingin.
    return any(town.startswith(lemma[: max(3, len(lemma) - 2)]) for town in towns)


def _alignment(first: Sequence[Word], second: Sequence[Word], weights: Weights) -> list[tuple[Word, Word, float]]:
    """Words that both have, then parts of compounds that the other one has too, as far as they go; no part twice.

    Each pair comes with the weight that it shares: of a compound, a part has its share.
    """
    ones, others = _distinct(first), _distinct(second)
    shared = {main_form(word) for word in ones} & {main_form(word) for word in others}
    whole = {main_form(word): word for word in others}
    pairs = [(one, whole[form], weights.of(form)) for one in ones if (form := main_form(one)) in shared]
    left = {
        part: (other, weight)
        for other in others
        if main_form(other) not in shared
        for part, weight in _parts(other, weights)
    }
    for one in ones:
        if main_form(one) in shared:
            continue
        for part, weight in _parts(one, weights):
            if part in left:
                other, other_weight = left.pop(part)
                pairs.append((one, other, PART * min(weight, other_weight)))
    return pairs


def _parts(word: Word, weights: Weights) -> list[tuple[str, float]]:
    """The parts of a word with the share of its weight that each has; a simple word is its own part."""
    parts = word.parts or (word.lemma,)
    return [(part, weights.of(main_form(word)) / len(parts)) for part in parts]


def _borrowed(poor: Profile, rich: Profile, pairs: Iterable[tuple[Word, Word, float]], weights: Weights) -> float:
    """Weight of words that `rich` has in its clause and `poor` only before its own."""
    met = {main_form(word) for pair in pairs for word in pair[:2]}
    before = {main_form(word) for word in poor.borrowed}
    shared = (form for word in _distinct(rich.things) if (form := main_form(word)) in before - met)
    return BORROWED * sum(weights.of(form) for form in shared)


def _time(first: Profile, second: Profile, *, is_single: bool) -> TimeMatch | None:
    """How the times agree; None where they say that these are two."""
    if first.happened and second.happened:
        if first.happened == second.happened:
            return "equal"
        return "within" if first.happened.overlaps(second.happened) else _apart(first, second)
    if _tells_of(second, first) or _tells_of(first, second):
        return "equal"
    if second.is_report and not first.is_report:
        return _done_after(first, second, is_single)
    if first.is_report:
        # What was done cannot be promised again; what was begun, handed on or put before somebody can go on.
        return "open" if first.stage < second.stage or (second.is_report and first.stage == second.stage) else None
    if first.due and second.due:
        return _both_due(first, second, first.due, second.due, is_single)
    if first.years and second.years and not first.years & second.years and not is_single:
        return None
    if not is_single and (_is_recurring(first) != _is_recurring(second)) and (first.due or second.due):
        return None
    recurrences = [p.clause.commitment.when.recurrence if p.clause.commitment.when else None for p in (first, second)]
    return "equal" if recurrences[0] and recurrences[0] == recurrences[1] else "open"


def _both_due(first: Profile, second: Profile, one: Interval, other: Interval, is_single: bool) -> TimeMatch | None:
    if one == other:
        return "equal"
    if (first.stage >= CARRIED_OUT) != (second.stage >= CARRIED_OUT):
        return "open"
    if one.overlaps(other) and not (one.is_long or other.is_long):
        return "within"
    return "moved" if is_single or first.is_moving or second.is_moving else None


def _is_recurring(p: Profile) -> bool:
    when = p.clause.commitment.when
    return bool(when and when.recurrence)


def _tells_of(teller: Profile, told: Profile) -> bool:
    """Whether one names the very day on which the other one was said: *kehotti 10.11.2021*."""
    day = told.clause.day
    return bool(day and teller.happened and teller.happened.begin == teller.happened.end == day != teller.clause.day)


def _apart(first: Profile, second: Profile) -> TimeMatch | None:
    """Two days on which something was done: stages of one thing have each their own, and so has its refusal."""
    is_turned = first.clause.commitment.polarity != second.clause.commitment.polarity
    return "open" if is_turned or first.stage != second.stage else None


def _done_after(promise: Profile, report: Profile, is_single: bool) -> TimeMatch | None:
    said, done = promise.clause.day, report.happened
    told = report.clause.day
    if done and said and done.end < said:
        return None
    if not promise.due:
        return "open"
    if done is None:
        if told is None or promise.due.end == dt.date.max:
            return "open"
        if said and said < told and abs(told - promise.due.end) <= SOON:
            return "within"
        return None if told - promise.due.end > LATE and not is_single else "open"
    if done.overlaps(promise.due) or done.end <= promise.due.end:
        return "within"
    if not is_single or done.begin - promise.due.end > LATE:
        return None
    return "late"


def _distinct(words: Iterable[Word]) -> list[Word]:
    return list({main_form(word): word for word in words}.values())


def _shared_beside(first: Profile, second: Profile, weights: Weights) -> float:
    """What the verb and the sum of money tell where they are the same."""
    act = max((weights.of(act_term(act)) for act in first.acts & second.acts), default=0.0)
    one, other = first.clause.commitment.amount, second.clause.commitment.amount
    return SHARED_ACT * act + SHARED_AMOUNT * (one is not None and one == other)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
