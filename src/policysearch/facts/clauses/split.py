"""A sentence cut into clauses: each a verb group with its words, and how it hangs on the others.

Borders are subordinators, relative and question words, colons, semicolons, and coordinators or commas between two
finite verbs. Words in parentheses belong to the clause around them and bring no verbs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.finites import finite_verbs
from policysearch.facts.clauses.segments import Role, Segment, segments_of
from policysearch.facts.clauses.verbgroups import build_group
from policysearch.facts.clauses.verbs import VerbGroup
from policysearch.facts.cues import Cues
from policysearch.model.language import Token


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence.

    Attributes:
        start: Index of its first token in the sentence.
        end: Index after its last one.
        lead: Index where its words begin when a relative clause cuts them in two (*Työryhmä, joka …, laatii*).
        role: What the clause is to the one it hangs on; coordinated clauses share a role.
        introducer: The subordinator or coordinator before it, in lower case.
        parent: Index of the clause it hangs on, in the list of clauses.
        joined: It is coordinated with the clause before it.
    """

    start: int
    end: int
    role: Role
    group: VerbGroup | None
    introducer: str | None = None
    parent: int | None = None
    lead: int | None = None
    joined: bool = False

    @property
    def begin(self) -> int:
        """Index of the first token, the part before an embedded relative clause included."""
        return self.start if self.lead is None else self.lead

    @property
    def group_end(self) -> int:
        """Index after the last word of its verb group, or its start where it has none."""
        return self.start if self.group is None else self.group.end


def split_clauses(tokens: Sequence[Token], cues: Cues) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order; a part without a verb belongs to a clause beside it.

    Args:
        tokens: The tokens of the sentence.
        cues: Where the classes of verbs and introducing words come from.
    """
    line = tuple(tokens)
    pieces = [piece for segment in segments_of(line, cues) for piece in _within(line, segment, cues)]
    return _attached(line, _merged(pieces))


def _within(tokens: tuple[Token, ...], segment: Segment, cues: Cues) -> list[Clause]:
    """One segment cut between its finite verbs, with the verb groups built."""
    finites = finite_verbs(tokens, segment, cues)
    if not finites:
        return [Clause(segment.start, segment.end, segment.role, None, segment.introducer)]
    borders = [segment.start]
    for left, right in pairwise(finites):
        borders.append(_border(tokens, left, right, cues))
    borders.append(segment.end)
    clauses: list[Clause] = []
    for n, finite in enumerate(finites):
        lo, hi = borders[n], borders[n + 1]
        group = build_group(tokens, finite, lo, hi, cues)
        opener = grammar.word(tokens[lo]) if n else segment.introducer
        comma_only = bool(n) and tokens[lo - 1].surface == "," and opener not in cues.words["coordinator"]
        role: Role = clauses[-1].role if clauses else segment.role
        same = role
        if (
            n
            and role in {"condition", "adverbial", "relative", "question"}
            and (comma_only or tokens[lo - 1].surface == ",")
        ):
            role = "main"
        joined = bool(n) and role == same and (comma_only or opener in cues.words["coordinator"])
        clauses.append(Clause(lo, hi, role, group, opener, joined=joined))
    return clauses


def _border(tokens: tuple[Token, ...], left: int, right: int, cues: Cues) -> int:
    """Where the clause of the finite verb at `right` begins, after that of `left`."""
    if tokens[right - 1].surface == ",":
        return right
    coordinators = [i for i in range(left + 1, right + 1) if grammar.word(tokens[i]) in cues.words["coordinator"]]
    commas = [i for i in range(left + 1, right) if tokens[i].surface == ","]
    if commas and coordinators and coordinators[-1] < commas[-1] and _of_one_case(tokens, coordinators[-1]):
        return commas[-1] + 1  # koolle järjestöt ja liitot, ministeri sanoo
    both = [i for i in coordinators if i - 1 in commas]
    if both:
        return both[-1]
    for i in reversed(coordinators):
        if not _joins_nouns(tokens, i, right):
            return i
    if commas:
        return commas[-1] + 1
    return coordinators[-1] if coordinators else right


def _of_one_case(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the coordinator stands between two nouns of one case with a comma right after the second."""
    if at == 0 or at + 2 >= len(tokens) or tokens[at + 2].surface != ",":
        return False
    before, after = tokens[at - 1].readings[0], tokens[at + 1].readings[0]
    return before.case is not None and before.case == after.case


def _joins_nouns(tokens: tuple[Token, ...], at: int, right: int) -> bool:
    """Whether the coordinator stands between two nominals of one case, rather than before a clause."""
    if at == 0 or at + 1 >= right:
        return False
    if tokens[at - 1].surface.endswith("-"):
        return True
    before, after = tokens[at - 1].readings[0], tokens[at + 1].readings[0]
    same = before.case is not None and before.case == after.case and before.word_class == after.word_class
    return (
        same
        and before.case in {"genitive", "nominative"}
        and any(
            tokens[i].surface == "," or grammar.word(tokens[i]) in {"ja", "sekä"}
            for i in range(max(0, at - 12), at - 1)
        )
    )


def _merged(pieces: list[Clause]) -> list[Clause]:
    """Parts without a verb joined to the clause they continue; a part before an embedded clause becomes its lead."""
    merged: list[Clause] = []
    lead: Clause | None = None
    for piece in pieces:
        if piece.group is not None:
            if lead is not None and piece.role == "main":
                piece = replace(piece, lead=lead.start, introducer=lead.introducer, role=lead.role)
                lead = None
            merged.append(piece)
        elif (merged and piece.role != "main" and lead is None) or merged:
            merged[-1] = replace(merged[-1], end=piece.end)
        elif lead is None:
            lead = piece
        else:
            lead = replace(lead, end=piece.end)
    if lead is not None:
        if merged:
            first = merged[0]
            merged[0] = replace(first, start=lead.start)
        else:
            merged.append(lead)
    return merged


def _attached(tokens: tuple[Token, ...], clauses: list[Clause]) -> tuple[Clause, ...]:
    """Give every clause its parent: the clause before it, or the next main one for a clause that stands first."""
    done: list[Clause] = []
    fronted = clauses[0].role in {"condition", "adverbial"} if clauses else False
    for n, clause in enumerate(clauses):
        parent: int | None = None
        after_comma = clause.start > 0 and tokens[clause.start - 1].surface == ","
        follows_fronted = fronted and after_comma and not any(other.role == "main" for other in done)
        if clause.role == "complement" and clause.introducer not in {"että", "ettei"} and follows_fronted:
            clause = replace(clause, role="main", joined=False)
        if clause.role != "main":
            if clause.joined and n:
                parent = done[n - 1].parent
            elif (
                clause.role == "complement"
                and clause.introducer
                and grammar.word(tokens[clause.start]) != clause.introducer
            ):
                siblings = [i for i in range(n) if done[i].role == "complement"]
                parent = done[siblings[-1]].parent if siblings else (n - 1 if n else None)
            elif n and not (clause.role == "condition" and tokens[clause.start - 1].surface == ":"):
                parent = n - 1
            elif n + 1 < len(clauses):
                parent = next((i for i in range(n + 1, len(clauses)) if clauses[i].role == "main"), None)
        done.append(clause if parent is None else replace(clause, parent=parent))
    return tuple(done)
