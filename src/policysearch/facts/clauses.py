"""A sentence cut into clauses: each a verb group with its words, and how it hangs on the others.

Borders are subordinators, relative and question words, colons, semicolons, and coordinators or commas between two
finite verbs. Words in parentheses belong to the clause around them and bring no verbs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policysearch.facts import grammar
from policysearch.facts.cues import Cues
from policysearch.facts.verbgroups import VerbGroup, build_group
from policysearch.model.language import Reading, Token

Role = Literal["main", "complement", "relative", "condition", "adverbial", "question"]
_STOPS = {";", ":", "–", "—"}
_QUOTES = {"”", "“", '"', "»", "’’"}


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


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    role: Role
    introducer: str | None
    after_colon: bool = False


def split_clauses(tokens: Sequence[Token], cues: Cues) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order; a part without a verb belongs to a clause beside it.

    Args:
        tokens: The tokens of the sentence.
        cues: Where the classes of verbs and introducing words come from.
    """
    line = tuple(tokens)
    pieces = [piece for segment in _segments(line, cues) for piece in _within(line, segment, cues)]
    return _attached(line, _merged(pieces))


def _outside(tokens: tuple[Token, ...]) -> list[bool]:
    """For each token whether it stands outside parentheses."""
    depth, flags = 0, []
    for token in tokens:
        depth += token.surface == "("
        flags.append(depth == 0)
        depth = max(0, depth - (token.surface == ")"))
    return flags


def _role_of(token: Token, cues: Cues, *, after_break: bool) -> Role | None:
    """What kind of clause this word opens, where one does."""
    form, words = grammar.word(token), cues.words
    if form in words["complement"]:
        return "complement"
    if form in words["condition"]:
        return "condition" if after_break or form in {"jos", "mikäli"} else None
    if form in words["adverbial"]:
        return "adverbial" if after_break else None
    lemma = grammar.lemmas(token)
    pronoun = token.readings[0].word_class == "pronoun" or form in words["relative"]
    if after_break and pronoun and lemma & words["relative"]:
        return "relative"
    if lemma & words["question"] and (after_break or form not in {"missä", "mistä", "mihin", "kuka"}):
        return "question"
    return None


def _asks(token: Token) -> bool:
    """*voisiko*, *aiheutuuko*: a finite verb that opens an indirect question."""
    return grammar.word(token).endswith(("ko", "kö")) and token.readings[0].person is not None


def _segments(tokens: tuple[Token, ...], cues: Cues) -> list[_Segment]:
    outside = _outside(tokens)
    cuts: list[tuple[int, Role, str | None, bool]] = [(0, "main", None, False)]
    for i, token in enumerate(tokens):
        if not outside[i] or token.kind == "number":
            continue
        if token.surface in {"–", "—"} and not _spaced(tokens, i):
            continue
        if (
            token.surface in _STOPS
            and 0 < i < len(tokens) - 1
            and (token.surface != ":" or tokens[i - 1].kind == "word")
        ):
            cuts.append((i + 1, "main", None, token.surface == ":"))
            continue
        if token.kind != "word":
            continue
        before = tokens[i - 1].surface if i else ","
        coordinated = i > 0 and grammar.word(tokens[i - 1]) in cues.words["coordinator"]
        opens = before == "," or before in _QUOTES or coordinated or i == 0 or cuts[-1][0] == i
        role = _role_of(token, cues, after_break=opens)
        if i and role is None and _asks(token):
            role = "question"
        if (
            role == "relative"
            and i + 1 < len(tokens)
            and grammar.word(tokens[i + 1]) in {"jälkeen", "vuoksi", "johdosta"}
        ):
            role = "main"  # minkä jälkeen: the story goes on
        if role is None:
            continue
        start = i - 1 if coordinated and i - 1 > cuts[-1][0] else i
        if cuts[-1][0] == start:
            after_colon = cuts.pop()[3]
        else:
            after_colon = False
        cuts.append((start, role, grammar.word(token), after_colon))
    borders = [cut[0] for cut in cuts[1:]] + [len(tokens)]
    return [
        _Segment(start, end, role, introducer, colon)
        for (start, role, introducer, colon), end in zip(cuts, borders, strict=True)
        if start < end
    ]


def _spaced(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a dash stands between spaces, as one between clauses does (not one of *2020–2021*)."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, dash, after = tokens[at - 1 : at + 2]
    return (
        before.span.end < dash.span.start
        and dash.span.end < after.span.start
        and "number" not in {before.kind, after.kind}
    )


def _finite_candidates(tokens: tuple[Token, ...], segment: _Segment, cues: Cues) -> list[int]:
    """Indices of the words that are finite verbs here, those that are infinitives or names left out."""
    strong, weak = [], []
    outside = _outside(tokens)
    for i in range(segment.start, segment.end):
        token = tokens[i]
        if token.kind != "word" or not outside[i]:
            continue
        best = token.readings[0]
        first = next(grammar.finite_readings(token), None)
        if grammar.is_negation(token) or (
            first is not None and best.person and best.mood and _third_or_speaking(first, cues)
        ):
            strong.append(i)
        elif (
            token.surface[0].islower()
            and best.word_class in {"verb", "noun", "adjective", "unknown"}
            and any(reading.person in {3, 4} for reading in grammar.finite_readings(token))
        ):
            weak.append(i)
    return _without_infinitives(tokens, segment, strong or weak[:1], cues)


def _third_or_speaking(reading: Reading, cues: Cues) -> bool:
    """First and second persons are rare and look like nouns (*ikään*, *ajan*): only of verbs that one speaks with."""
    if reading.person in {3, 4}:
        return True
    speaking = cues.verbs["propose"] | cues.verbs["promise"] | cues.verbs["report"] | cues.verbs["decide"]
    return reading.person == 1 and reading.lemma.lower() in speaking


def _without_infinitives(tokens: tuple[Token, ...], segment: _Segment, candidates: list[int], cues: Cues) -> list[int]:
    """Drop *kehittää* after *tulee*, *päätti*, *on syytä*: infinitives that look like the third person."""
    kept: list[int] = []
    licence = None
    for i in candidates:
        token = tokens[i]
        infinitive = grammar.reading_in_mood(token, "A-infinitive") is not None
        if infinitive and licence is not None and not _new_subject(tokens, licence, i):
            continue
        kept.append(i)
        if _licences(tokens, segment, i, cues):
            licence = i
    return kept


def _licences(tokens: tuple[Token, ...], segment: _Segment, at: int, cues: Cues) -> bool:
    """Whether an A-infinitive may follow the finite verb at `at`."""
    verbs = cues.verbs
    known = grammar.lemmas(tokens[at])
    if known & (verbs["necessive"] | verbs["possible"] | verbs["takes_a_infinitive"] | verbs["able"] | {"antaa"}):
        return True
    if grammar.is_negation(tokens[at]) or "olla" in known:
        around = tokens[segment.start : segment.end]
        words = {word for pattern in cues.predicates for word in pattern.words}
        return any(
            grammar.lemmas(token) & (words | {"mahdollinen", "mahdollisuus", "oikeus"}) for token in around
        ) or any(
            grammar.lemmas(token) & (verbs["necessive"] | verbs["possible"] | verbs["takes_a_infinitive"])
            for token in tokens[at + 1 : segment.end]
        )
    return False


def _new_subject(tokens: tuple[Token, ...], licence: int, at: int) -> bool:
    """Whether a coordinator or comma and a nominative stand between the verb and the possible infinitive."""
    for i in range(at - 1, licence, -1):
        token = tokens[i]
        if token.surface == "," or token.readings[0].word_class == "conjunction":
            between = tokens[i + 1 : at]
            return any(
                t.readings[0].case == "nominative" and t.readings[0].word_class in {"noun", "proper", "pronoun"}
                and t.readings[0].number == "singular"
                for t in between
            )  # fmt: skip
    return False


def _within(tokens: tuple[Token, ...], segment: _Segment, cues: Cues) -> list[Clause]:
    """One segment cut between its finite verbs, with the verb groups built."""
    finites = _grouped(tokens, segment, cues)
    if not finites:
        return [Clause(segment.start, segment.end, segment.role, None, segment.introducer)]
    borders = [segment.start]
    for left, right in zip(finites, finites[1:], strict=False):
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


def _grouped(tokens: tuple[Token, ...], segment: _Segment, cues: Cues) -> list[int]:
    """Finite verbs without those which a negation before them already has (*ei* … *muuteta*)."""
    kept: list[int] = []
    taken: set[int] = set()
    for i in _finite_candidates(tokens, segment, cues):
        if i in taken:
            continue
        if kept and _is_participle(tokens, kept[-1], i, cues):
            continue
        if kept and _in_title(tokens, kept[-1], i, cues):
            kept.pop()
        kept.append(i)
        if grammar.is_negation(tokens[i]):
            group = build_group(tokens, i, segment.start, segment.end, cues)
            if group is None:
                kept.pop()
            else:
                taken.update(range(i, group.members[1] + 1))
    return kept


def _is_participle(tokens: tuple[Token, ...], first: int, second: int, cues: Cues) -> bool:
    """*pyydetään sitovat ilmoittautumiset*: the second verb is a participle before its noun, nothing divides the two."""
    between = tokens[first + 1 : second]
    if second + 1 >= len(tokens) or any(
        t.surface in {",", ":", ";"} or grammar.word(t) in cues.words["coordinator"] for t in between
    ):
        return False
    participle = grammar.participle(tokens[second], "present_active", case="nominative")
    return participle is not None and tokens[second + 1].readings[0].case == "nominative"


def _in_title(tokens: tuple[Token, ...], first: int, second: int, cues: Cues) -> bool:
    """Whether the first of two verbs that nothing divides is none: *ohjelma Suomi torjuu väkivaltaa julkaistiin*."""
    between = tokens[first + 1 : second]
    if any(t.surface in {",", ":", ";"} or grammar.word(t) in cues.words["coordinator"] for t in between):
        return False
    if grammar.participle(tokens[first], "present_active", case="nominative"):
        return True  # Koulussa toimivat opettajat toimivat: the first is a participle
    return first > 1 and tokens[first - 1].surface[:1].isupper() and tokens[first - 2].kind == "word"


def _border(tokens: tuple[Token, ...], left: int, right: int, cues: Cues) -> int:
    """Where the clause of the finite verb at `right` begins, after that of `left`."""
    coordinators = [
        i for i in range(left + 1, right + 1) if grammar.word(tokens[i]) in cues.words["coordinator"] and tokens[i].kind == "word"
    ]  # fmt: skip
    commas = [i for i in range(left + 1, right) if tokens[i].surface == ","]
    both = [i for i in coordinators if i - 1 in commas]
    if both:
        return both[-1]
    for i in reversed(coordinators):
        if not _joins_nouns(tokens, i, right):
            return i
    if commas:
        return commas[-1] + 1
    return coordinators[-1] if coordinators else right


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
        if clause.role == "complement" and clause.introducer not in {"että", "ettei"} and fronted and after_comma:
            if not any(c.role == "main" for c in done):
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
        done.append(replace(clause, parent=parent))
    return tuple(done)
