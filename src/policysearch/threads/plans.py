"""What later documents say of a measure of a plan: commitments that are about it, and rows that repeat it.

A link is sure where words, responsible body and act agree as `measure` compares them; what only may be about it stays
apart. A document says a thing once, and a plan has it once: of several measures that fit a clause, the best is meant.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policysearch.model.threads import MeasureLink
from policysearch.threads.answers import content_forms, shared_forms
from policysearch.threads.clause import Clause
from policysearch.threads.measure import Match, compare, is_same
from policysearch.threads.profile import Profile, profile
from policysearch.threads.rivals import CLEARLY
from policysearch.threads.same_actor import same_names
from policysearch.threads.weights import Weights, main_form

MAYBE = 0.58
"""Score from which a clause may be about a measure."""
MIN_WORDS = 2
ROW_SHORTER, ROW_LONGER, ROW_STRENGTH = 0.85, 0.6, 1.2
"""Share of the words of the shorter and of the longer row, and their weight, from which one repeats the other."""
COMMON = 120
"""A word in more clauses than this brings no two together by itself."""
_Fit = tuple[Match, Profile, Profile]
"""What agrees, the measure, and the later clause."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure as a clause, with its number, and whether its row has a column for what became of it."""

    clause: Clause
    number: str | None
    is_answered: bool


def plan_links(
    planned: Sequence[Planned], profiles: Mapping[str, Profile], weights: Weights
) -> tuple[MeasureLink, ...]:
    """All links from measures to later commitments and rows of other documents, by measure.

    Args:
        planned: The measures of all current documents.
        profiles: Of all commitments, by their ids.
        weights: Of the words of the corpus.
    """
    found = [*_to_commitments(planned, profiles, weights), *_to_rows(planned, weights)]
    return tuple(sorted(found, key=lambda link: (link.measure, not link.is_sure, -link.score, link.other)))


def _to_commitments(
    planned: Sequence[Planned], profiles: Mapping[str, Profile], weights: Weights
) -> Iterator[MeasureLink]:
    by_clause: dict[tuple[str, str], list[_Fit]] = defaultdict(list)
    for fit in _fitting(planned, profiles, weights):
        by_clause[fit[1].clause.document, fit[2].clause.id].append(fit)
    best: dict[tuple[str, str], list[_Fit]] = defaultdict(list)
    for found in by_clause.values():
        found.sort(key=lambda row: (-row[0].score, row[1].clause.order))
        if len(found) == 1 or found[0][0].score - found[1][0].score >= CLEARLY:
            match, measure, p = found[0]
            best[measure.clause.id, p.clause.document].append(found[0])
    for rows in best.values():
        top = max(match.score for match, *_ in rows)
        for match, measure, p in rows:
            is_sure = is_same(match) and match.actor in ("same", "name") and match.act in ("same", "life")
            is_sure = is_sure and (p.is_report or top - match.score < CLEARLY or match.score >= 0.85)
            yield MeasureLink(
                measure.clause.id, p.clause.id, False, is_sure, match.score, match.words, match.act, match.actor,
                match.time,
            )  # fmt: skip


def _fitting(planned: Sequence[Planned], profiles: Mapping[str, Profile], weights: Weights) -> Iterator[_Fit]:
    """Measures with later clauses of other documents that are about them, or may be."""
    by_term: dict[str, set[str]] = defaultdict(set)
    for id_, p in profiles.items():
        for term in _terms(p):
            by_term[term].add(id_)
    for one in planned:
        measure = profile(one.clause)
        near = {id_ for term in _terms(measure) if len(by_term[term]) <= COMMON for id_ in by_term[term]}
        for p in (profiles[id_] for id_ in sorted(near)):
            match = compare(measure, p, weights) if _is_later(measure.clause, p.clause) else None
            if isinstance(match, Match) and (is_same(match) or _may_be(match)):
                yield match, measure, p


def _terms(p: Profile) -> set[str]:
    return {term for word in p.things for term in (main_form(word), *word.parts)}


def _may_be(match: Match) -> bool:
    return match.score >= MAYBE and len(match.words) >= MIN_WORDS and match.act in ("same", "life")


def _is_later(measure: Clause, other: Clause) -> bool:
    if measure.document == other.document or measure.day is None or other.day is None:
        return False
    return other.day > measure.day


def _to_rows(planned: Sequence[Planned], weights: Weights) -> Iterator[MeasureLink]:
    """Rows of later documents that repeat a measure: a report of what became of it, an answer to it, the next plan."""
    forms = {one.clause.id: content_forms(one.clause.words) for one in planned}
    for later in planned:
        fitting = []
        for one in planned:
            if not _is_later(one.clause, later.clause):
                continue
            row = _repeats(one, later, forms, weights)
            if row is not None:
                fitting.append((row, one))
        fitting.sort(key=lambda pair: (-pair[0][0], pair[1].clause.order))
        for (score, words), one in fitting:
            document = one.clause.document
            others = (other for other in fitting if other[1] is not one and other[1].clause.document == document)
            is_sure = _is_of_one_body(one, later) and not any(rival >= score for (rival, _), _ in others)
            yield MeasureLink(one.clause.id, later.clause.id, True, is_sure, score, words)


def _repeats(
    one: Planned, later: Planned, forms: Mapping[str, frozenset[str]], weights: Weights
) -> tuple[float, tuple[str, ...]] | None:
    first, second = forms[one.clause.id], forms[later.clause.id]
    if len(first & second) < MIN_WORDS:
        return None
    words, shorter, strength = shared_forms(first, second, weights)
    whole = max(sum(weights.of(form) for form in side) for side in (first, second))
    longer = strength / whole if whole else 0.0
    if shorter < ROW_SHORTER or longer < ROW_LONGER or strength < ROW_STRENGTH:
        return None
    return round(longer, 3), words


def _is_of_one_body(one: Planned, later: Planned) -> bool:
    """Whether both rows are of one issuer or town; what answers a recommendation may be of another body."""
    if later.is_answered and one.clause.commitment.kind == "proposal":
        return True
    issuers = [clause.issuer for clause in (one.clause, later.clause)]
    if None in issuers:
        return False
    first, second = (str(name).casefold() for name in issuers)
    return first == second or first.split()[0] == second.split()[0] or same_names({first}, {second})
