"""What a document did with its own proposals: adopted, rejected, tabled, returned. Only where that is evident."""

from collections.abc import Iterable, Iterator, Sequence

from policysearch.threads.clause import Clause
from policysearch.threads.words import load_words

_SETTLED = frozenset({"tabled", "returned", "deferred"})
_REACH = 400
"""Code points between a member's proposal and the sentence that adopts it, at most."""


def adoptions(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Proposals with the clause that settles each.

    The proposal under its label (*Päätösehdotus*) is settled by *Ehdotuksen mukaan*, *Päätösesitys hyväksyttiin*,
    *jätti pöydälle* of the same item. A bare *Ehdotus hyväksyttiin* settles what somebody proposed right before it.

    Args:
        clauses: Those of one document, in the order of the text.
    """
    for item in dict.fromkeys(clause.item for clause in clauses):
        of_item = [clause for clause in clauses if clause.item == item]
        yield from _of_item(of_item)


def _of_item(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    proposed = [clause for clause in clauses if clause.part == "proposal" and clause.commitment.kind == "proposal"]
    settling = [clause for clause in clauses if clause.part not in ("history", "proposal", "statement")]
    if not _has_rival(settling):
        for clause in settling:
            if _settles_presenter(clause):
                yield from ((proposal, clause) for proposal in proposed)
                break
    for clause in settling:
        if _is_bare(clause) and (proposal := _right_before(clause, clauses)):
            yield proposal, clause


def _settles_presenter(clause: Clause) -> bool:
    """Whether it settles the proposal under the label."""
    c, lists = clause.commitment, load_words()
    if c.kind != "decision":
        return False
    if c.outcome in _SETTLED:
        return True
    if c.action is None:
        return c.outcome == "approved"
    lemmas = {word.lemma for word in clause.words}
    if c.action not in ("hyväksyä", "hylätä") or not lemmas & lists.proposals or lemmas & lists.rival_proposals:
        return False
    return any({word.lemma, word.head} & lists.presenter_proposals for word in clause.words)


def _is_bare(clause: Clause) -> bool:
    """*Ehdotus hyväksyttiin yksimielisesti.*: adopts or rejects, and says no more of what."""
    c, lists = clause.commitment, load_words()
    words = [word.lemma for word in clause.words]
    return (
        c.kind == "decision"
        and c.action in ("hyväksyä", "hylätä")
        and bool(words)
        and words[0] in lists.proposals
        and not set(words) & (lists.rival_proposals | lists.presenter_proposals)
        and len(words) <= 4
    )


def _right_before(clause: Clause, clauses: Iterable[Clause]) -> Clause | None:
    """The last proposal before it, if nothing was decided in between."""
    found = None
    for other in clauses:
        if other.commitment.span.start >= clause.commitment.span.start:
            break
        if other.commitment.kind == "proposal":
            found = other
        elif other.commitment.kind == "decision":
            found = None
    if found is None or found.part == "proposal":
        return None
    return found if clause.commitment.span.start - found.commitment.span.end <= _REACH else None


def _has_rival(clauses: Iterable[Clause]) -> bool:
    """Whether another proposal was adopted than the presenter's, so that it is not evident what was decided."""
    rivals = load_words().rival_proposals
    return any(
        clause.commitment.action == "hyväksyä"
        and clause.commitment.kind == "decision"
        and any(word.lemma in rivals for word in clause.words)
        for clause in clauses
    )
