"""Threads of a corpus: a pure function of its commitments, whatever the order in which they are given."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from policysearch.model.threads import MeasureLink, Thread, ThreadLink, ThreadMember, ThreadPaper
from policysearch.threads.adoption import adoptions
from policysearch.threads.answers import Answer, answers_of
from policysearch.threads.clause import Clause
from policysearch.threads.lifecycle import Told, in_order, lifecycle
from policysearch.threads.measure import THRESHOLD, Conflict, Match, act_match, compare, is_same
from policysearch.threads.paper import Paper, papers_for
from policysearch.threads.plans import Planned, plan_links
from policysearch.threads.profile import Profile, profile
from policysearch.threads.rivals import Pair, without_rivals
from policysearch.threads.weights import Weights, main_form, weigh
from policysearch.threads.words import load_words

PRONOUN = "se"
GAP = 8
"""Code points between a clause and the one that resumes it: *, ja*."""
BOILERPLATE = 4
"""Cases with the very same words from which these are a formula."""
COMMON = 120
"""A word in more clauses than this brings no two of them together by itself; their rarer words do."""


@dataclass(frozen=True, slots=True)
class Built:
    """All threads, in the order of their first commitment, and what later documents say of measures of plans."""

    threads: tuple[Thread, ...]
    measures: tuple[MeasureLink, ...]


def build_threads(clauses: Iterable[Clause], papers: Sequence[Paper] = ()) -> tuple[Thread, ...]:
    """The threads alone, as `build`."""
    return build(clauses, papers).threads


def build(clauses: Iterable[Clause], papers: Sequence[Paper] = (), planned: Sequence[Planned] = ()) -> Built:
    """All threads; what was met only once is a thread of one.

    Args:
        clauses: The commitments of the current documents; routine ones are left out.
        papers: The current documents by their titles: one of them may be what was promised.
        planned: The measures of the current documents.
    """
    ordered = sorted((clause for clause in clauses if not clause.commitment.routine), key=lambda clause: clause.order)
    profiles = {clause.id: profile(clause) for clause in ordered}
    resumed = _resumed(profiles.values())
    profiles |= {pair.second.clause.id: pair.second for pair in resumed}
    weights = weigh((p.things, p.acts) for p in profiles.values())
    settled = tuple(_adoptions(ordered))
    settling = {clause.id for _, clause in settled}
    boilerplate = _boilerplate(ordered)
    compared = [p for id_, p in profiles.items() if p.things and id_ not in settling | boilerplate]
    pairs = _pairs(compared, weights)
    pairs += resumed
    groups = _groups(pairs, weights)
    adopters: dict[str, list[Clause]] = defaultdict(list)
    for proposal, clause in settled:
        adopters[proposal.id].append(clause)
    groups |= {id_: frozenset({id_}) for id_ in profiles if id_ not in groups and id_ not in settling}
    pairs_from: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        pairs_from[pair.first.clause.id].append(pair)
    answers = _joined_by_answers(groups, [one for one in answers_of(profiles, weights) if one.answer.id in groups])
    became = papers_for(profiles.values(), papers, weights)
    made = [_thread(group, profiles, pairs_from, adopters, answers) for group in set(groups.values())]
    place = {clause.id: number for number, clause in enumerate(ordered)}
    made = [_marked(_with_papers(thread, became), boilerplate) for thread in made]
    threads = tuple(sorted(made, key=lambda thread: place[thread.id]))
    telling = {id_: p for id_, p in profiles.items() if id_ not in settling | boilerplate}
    return Built(threads, plan_links(planned, telling, weights))


def _adoptions(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    documents: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        documents[clause.document].append(clause)
    for document in sorted(documents):
        yield from adoptions(sorted(documents[document], key=lambda clause: clause.commitment.span))


def _boilerplate(clauses: Iterable[Clause]) -> frozenset[str]:
    """What stands in many cases in the very same words, names and numbers apart: the routine of a body.

    The papers of one case repeat one another, which makes no formula; a document without a case number is its own.
    """
    by_frame: dict[tuple[str, ...], list[Clause]] = defaultdict(list)
    for clause in clauses:
        frame = tuple(word.lemma for word in clause.words if not (word.is_name or word.lemma[:1].isdigit()))
        by_frame[frame].append(clause)
    cases = {frame: {c.case_number or c.document for c in found} for frame, found in by_frame.items()}
    routine = (found for frame, found in by_frame.items() if len(cases[frame]) >= BOILERPLATE)
    return frozenset(clause.id for found in routine for clause in found)


def _pairs(profiles: Sequence[Profile], weights: Weights) -> list[Pair]:
    """All pairs that are one, the surest first."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, p in enumerate(profiles):
        for term in {term for word in p.things for term in (main_form(word), *word.parts)}:
            by_word[term].append(number)
    candidates = {pair for numbers in by_word.values() if len(numbers) <= COMMON for pair in combinations(numbers, 2)}
    found = []
    for one, other in sorted(candidates):
        first, second = profiles[one], profiles[other]
        if not _may_be_compared(first, second):
            continue
        match = compare(first, second, weights)
        if not isinstance(match, Match) or not is_same(match):
            continue
        if first.clause.document != second.clause.document or match.actor in ("same", "name"):
            found.append(Pair(first, second, match))
    found.sort(key=lambda pair: (-pair.match.score, pair.first.clause.order, pair.second.clause.order))
    return without_rivals(found)


def _resumed(profiles: Iterable[Profile]) -> list[Pair]:
    """A clause and the one that goes on right behind it with a pronoun: *Ohjelma julkaistiin, ja sitä toteutetaan*."""
    in_text = sorted(profiles, key=lambda p: (p.clause.document, p.clause.commitment.span))
    found = []
    for first, second in pairwise(in_text):
        one, other = first.clause.commitment, second.clause.commitment
        gap = other.span.start - one.span.end
        if one.document != other.document or not 0 <= gap <= GAP or second.things:
            continue
        names = [word for word in first.things if word.head in load_words().single]
        act = act_match(first, second)
        if act == "life" and len(names) == 1 and any(word.lemma == PRONOUN for word in second.clause.words):
            match = Match(THRESHOLD, (names[0].lemma,), act, "unknown", "open", first.clause.case_number is not None)
            carried_on = replace(second, things=tuple(names), who=first.who, possible=first.possible, names=first.names)
            found.append(Pair(first, carried_on, match))
    return found


def _may_be_compared(first: Profile, second: Profile) -> bool:
    """Two documents, a proposal and its decision in one, or what two speakers of one document said on their days."""
    one, other = first.clause, second.clause
    if one.document != other.document:
        return True
    if {one.part, other.part} == {"proposal", "decision"}:
        return one.item == other.item
    return one.commitment.speaker != other.commitment.speaker and one.day != other.day


def _groups(pairs: Iterable[Pair], weights: Weights) -> dict[str, frozenset[str]]:
    """Commitments that hang together, the surest pairs first; never two that exclude one another."""
    groups: dict[str, frozenset[str]] = {}
    members: dict[str, Profile] = {}
    for pair in pairs:
        for p in (pair.first, pair.second):
            members[p.clause.id] = p
            groups.setdefault(p.clause.id, frozenset({p.clause.id}))
        one, other = groups[pair.first.clause.id], groups[pair.second.clause.id]
        if one is other or _exclude(one, other, members, weights):
            continue
        both = one | other
        for id_ in both:
            groups[id_] = both
    return {id_: group for id_, group in groups.items() if len(group) > 1}


def _joined_by_answers(groups: dict[str, frozenset[str]], answers: Sequence[Answer]) -> list[Answer]:
    """Join the group of each answer to that of its recommendation; those that were joined.

    Other bodies act in the two, which tells commitments apart elsewhere: the answer itself says what it answers.
    """
    kept = []
    for answer in answers:
        one, other = groups.get(answer.recommendation.id), groups.get(answer.answer.id)
        if one is None or other is None:
            continue
        kept.append(answer)
        for id_ in one | other:
            groups[id_] = one | other
    return kept


def _exclude(one: Iterable[str], other: Iterable[str], members: Mapping[str, Profile], weights: Weights) -> bool:
    for id_ in one:
        for other_id in other:
            first, second = sorted((members[id_], members[other_id]), key=lambda p: p.clause.order)
            if isinstance(compare(first, second, weights), Conflict):
                return True
    return False


def _thread(
    group: Iterable[str],
    profiles: Mapping[str, Profile],
    pairs_from: Mapping[str, Sequence[Pair]],
    adopters: Mapping[str, Sequence[Clause]],
    answers: Sequence[Answer],
) -> Thread:
    of_group = frozenset(group)
    settling = {clause.id: clause for id_ in of_group for clause in adopters.get(id_, ())}
    told = in_order(
        [Told(_member(profiles[id_]), profiles[id_].clause.commitment) for id_ in of_group]
        + [Told(_member(profiles[id_]), clause.commitment, adopts=True) for id_, clause in settling.items()]
    )
    links = [
        ThreadLink(p.first.clause.id, p.second.clause.id, "same", p.match.score, p.match.words, p.match.act,
                   p.match.actor, p.match.time, p.match.same_case)
        for id_ in sorted(of_group)
        for p in pairs_from.get(id_, ())
        if p.second.clause.id in of_group
    ]  # fmt: skip
    settlings = ((id_, clause) for id_ in sorted(of_group) for clause in adopters.get(id_, ()))
    links += [ThreadLink(id_, clause.id, "adoption", 1.0) for id_, clause in settlings]
    links += [
        ThreadLink(one.recommendation.id, one.answer.id, "answers", one.score, one.words)
        for one in answers
        if one.answer.id in of_group and one.recommendation.id in of_group
    ]
    members = tuple(t.member for t in told if not t.adopts)
    return Thread(
        id=members[0].commitment,
        members=members,
        adopters=tuple(t.member for t in told if t.adopts),
        links=tuple(links),
        events=lifecycle(told),
    )


def _with_papers(thread: Thread, became: Mapping[str, tuple[Paper, tuple[str, ...]]]) -> Thread:
    found = ((m.commitment, *became[m.commitment]) for m in thread.members if m.commitment in became)
    return replace(thread, papers=tuple(ThreadPaper(id_, p.document, p.day, words) for id_, p, words in found))


def _marked(thread: Thread, formulas: Container[str]) -> Thread:
    members = (replace(m, is_formula=True) if m.commitment in formulas else m for m in thread.members)
    return replace(thread, members=tuple(members))


def _member(p: Profile) -> ThreadMember:
    clause = p.clause
    due = clause.commitment.when if p.due and not p.is_state and not _is_past(p) else None
    return ThreadMember(clause.id, clause.document, clause.day, p.stage, tuple(sorted(p.acts)), due, p.is_performed)


def _is_past(p: Profile) -> bool:
    """Whether its time was over before a document without a date can have been written: background, not due."""
    first = p.clause.not_before
    return p.clause.day is None and first is not None and p.due is not None and p.due.end < first
