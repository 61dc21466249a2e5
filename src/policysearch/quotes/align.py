"""Words of a quotation beside words of a text: where they stand, and how they differ. Pure functions over tokens."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from policysearch.index.terms import StoredToken
from policysearch.model.quotes import WordPair

ROOM = 1.5
"""A place that is like a quotation is at most so many times as long: words may have been left out."""
_SLACK = 3  # words, for a quotation of a few words
_EDGE = 2  # words at either end that stand for others; more of them are an addition


@dataclass(frozen=True, slots=True)
class Alignment:
    """The tokens `start <= index < end` of a text beside a quotation; `likeness` is the Dice share of common words."""

    start: int
    end: int
    likeness: float


def runs_of(quoted: Sequence[StoredToken], printed: Sequence[StoredToken]) -> tuple[int, ...]:
    """Where the forms of `quoted` stand side by side in `printed`: indexes of the first token of each run."""
    forms = tuple(token.form for token in quoted)
    length, first = len(forms), forms[0]
    return tuple(
        i
        for i in range(len(printed) - length + 1)
        if printed[i].form == first and tuple(token.form for token in printed[i : i + length]) == forms
    )


def nearest(quoted: Sequence[StoredToken], printed: Sequence[StoredToken]) -> Alignment | None:
    """The stretch of `printed` that shares most words with `quoted`, by dictionary form; None where none is shared."""
    wanted = Counter(token.lemma for token in quoted)
    hits = [i for i, token in enumerate(printed) if token.lemma in wanted]
    width = int(len(quoted) * ROOM) + _SLACK
    best: Alignment | None = None
    for place, first in enumerate(hits):
        left = Counter(wanted)
        shared = 0
        for i in hits[place:]:
            if i - first >= width:
                break
            lemma = printed[i].lemma
            if not left[lemma]:
                continue
            left[lemma] -= 1
            shared += 1
            likeness = 2 * shared / (len(quoted) + i + 1 - first)
            if best is None or likeness > best.likeness:
                best = Alignment(first, i + 1, likeness)
    return None if best is None else _with_edges(best, quoted, printed)


def _with_edges(found: Alignment, quoted: Sequence[StoredToken], printed: Sequence[StoredToken]) -> Alignment:
    """The stretch with the words of the text that stand where the first or last words of the quotation are others."""
    lemmas = {token.lemma for token in printed[found.start : found.end]}
    kept = [i for i, token in enumerate(quoted) if token.lemma in lemmas]
    before, after = kept[0], len(quoted) - 1 - kept[-1]
    start = max(0, found.start - (before if before <= _EDGE else 0))
    end = min(len(printed), found.end + (after if after <= _EDGE else 0))
    return Alignment(start, end, found.likeness)


def word_pairs(
    quoted: Sequence[StoredToken], quoted_text: str, printed: Sequence[StoredToken], printed_text: str
) -> tuple[WordPair, ...]:
    """Each word of a quotation and of the text beside it, in the order of the quotation."""

    def of_quote(i: int) -> str:
        return quoted_text[quoted[i].start : quoted[i].end]

    def of_text(j: int) -> str:
        return printed_text[printed[j].start : printed[j].end]

    matcher = SequenceMatcher(None, [t.lemma for t in quoted], [t.lemma for t in printed], autojunk=False)
    codes = matcher.get_opcodes()
    elsewhere = _elsewhere(codes, quoted, printed)
    gone = set(elsewhere.values())
    pairs: list[WordPair] = []
    for code, i, i_end, j, j_end in codes:
        if code == "equal":
            for a, b in zip(range(i, i_end), range(j, j_end), strict=True):
                relation = "same" if quoted[a].form == printed[b].form else "inflected"
                pairs.append(WordPair(relation, of_quote(a), of_text(b)))  # type: ignore[arg-type]
            continue
        here = [a for a in range(i, i_end) if a not in elsewhere]
        there = [b for b in range(j, j_end) if b not in gone]
        pairs += (
            WordPair("moved", of_quote(a), None, of_text(elsewhere[a])) for a in range(i, i_end) if a in elsewhere
        )
        both = min(len(here), len(there))
        pairs += (WordPair("replaced", of_quote(a), of_text(b)) for a, b in zip(here[:both], there[:both], strict=True))
        pairs += (WordPair("added", of_quote(a), None) for a in here[both:])
        pairs += (WordPair("left_out", None, of_text(b)) for b in there[both:])
    return tuple(pairs)


def _elsewhere(
    codes: Sequence[tuple[str, int, int, int, int]], quoted: Sequence[StoredToken], printed: Sequence[StoredToken]
) -> dict[int, int]:
    """Words that both have, but not in one order: the index in the quotation, and that in the text."""
    loose = [c for c in codes if c[0] != "equal"]
    free = [j for _, _, _, start, end in loose for j in range(start, end)]
    found: dict[int, int] = {}
    for _, start, end, _, _ in loose:
        for i in range(start, end):
            if (j := next((j for j in free if printed[j].lemma == quoted[i].lemma), None)) is not None:
                found[i] = j
                free.remove(j)
    return found
