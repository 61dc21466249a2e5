"""The document that is itself what was promised: the programme, the guide, the report whose title names it.

Nothing in it says that it was made. It counts as done only where title, body and time leave no doubt, and no other
document would do as well.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policysearch.model.source import DocumentType
from policysearch.threads.clause import Word
from policysearch.threads.profile import Profile
from policysearch.threads.same_actor import same_names
from policysearch.threads.same_time import LATE
from policysearch.threads.weights import Weights, main_form
from policysearch.threads.words import load_words

KINDS: frozenset[DocumentType] = frozenset({"plan", "report"})
"""Documents that are published for themselves; a decision or a release only tells of one."""
COVER = 0.75
"""Share of the words of the promise, by weight, that the title must have; of its own words it may have no other."""
MIN_WORDS = 2
_PLANS = frozenset({"decision", "undertaking", "obligation"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A document by its front: what it is, of which day and body, and the words of its title.

    Attributes:
        words: Of the title; `nominative` holds those of them that stand in their dictionary form.
        years: Years that the title names.
    """

    document: str
    day: dt.date
    type: DocumentType
    issuer: str
    words: tuple[Word, ...]
    nominative: frozenset[str]
    years: frozenset[int] = frozenset()


def papers_for(
    profiles: Iterable[Profile], papers: Sequence[Paper], weights: Weights
) -> Mapping[str, tuple[Paper, tuple[str, ...]]]:
    """The document that each promise became, by the id of its commitment, with the words that both have.

    Args:
        profiles: Of all commitments.
        papers: Of all documents that have a date, an issuer and a title.
        weights: Of the words of the corpus.
    """
    found = {}
    candidates = [paper for paper in papers if paper.type in KINDS]
    for p in profiles:
        if not _promises_a_paper(p):
            continue
        fitting = [(paper, words) for paper in candidates if (words := _shared(p, paper, weights))]
        if len({paper.day for paper, _ in fitting}) == 1:
            found[p.clause.id] = min(fitting, key=lambda pair: pair[0].document)
    return found


def _promises_a_paper(p: Profile) -> bool:
    c = p.clause.commitment
    is_plan = c.kind in _PLANS and not p.is_performed and c.polarity == "positive" and not c.condition
    lives = load_words().lives
    return is_plan and c.outcome in (None, "approved") and any("making" in lives.get(act, ()) for act in p.acts)


def _shared(p: Profile, paper: Paper, weights: Weights) -> tuple[str, ...]:
    """The words that promise and title share; none where it is not surely the same thing."""
    if not _is_in_time(p, paper) or not _is_of_same_body(p, paper) or paper.document == p.clause.document:
        return ()
    if p.years and paper.years and not p.years & paper.years:
        return ()
    own = set(paper.issuer.casefold().split())
    title = {main_form(word) for word in paper.words if _names_matter(word, own)}
    promised = {main_form(word): word for word in p.things if _names_matter(word, own)}
    shared = title & promised.keys()
    made = {form for form in shared if promised[form].head in load_words().papers and form in paper.nominative}
    if title - shared or not made or len(shared) < MIN_WORDS:
        return ()
    mass = sum(weights.of(form) for form in promised)
    if not mass or sum(weights.of(form) for form in shared) < COVER * mass:
        return ()
    return tuple(sorted(shared))


def _names_matter(word: Word, issuer: Iterable[str]) -> bool:
    """Whether a word of a title is about its matter: not a year, a word that tells nothing, nor its body's town."""
    lemma, lists = word.lemma, load_words()
    if not word.is_content or lemma in lists.light or not any(letter.isalpha() for letter in lemma):
        return False
    # A stem changes in its last two letters at most before the -n of the genitive: Turku, Turun; Helsinki, Helsingin.
    return not any(name.startswith(lemma[: max(3, len(lemma) - 2)]) for name in issuer)


def _is_in_time(p: Profile, paper: Paper) -> bool:
    said = p.clause.day
    if said is None or paper.day <= said:
        return False
    return paper.day <= (p.due.end if p.due and p.due.end != dt.date.max else said) + LATE


def _is_of_same_body(p: Profile, paper: Paper) -> bool:
    """Whether the one who promised, or is to do it, issued the document; the town of it will do."""
    c = p.clause.commitment
    names = {actor.name.casefold() for actor in c.actors} | {name.casefold() for name in p.names}
    issuer = paper.issuer.casefold()
    return issuer in names or same_names(names, {issuer}) or issuer.split()[0] in p.places
