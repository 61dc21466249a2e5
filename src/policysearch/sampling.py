"""Samples to be judged, drawn so that the same seed draws the same again, and estimates from the judgements."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import sqrt
from statistics import NormalDist

from policysearch.corpus import Corpus
from policysearch.errors import UsageError
from policysearch.model.sampling import Estimate, SampledRow, Stratum
from policysearch.model.search import DocumentSummary, FactFilters, Filters

CONFIDENCE = 0.95
YES = frozenset({"y", "yes", "k", "kyllä", "kylla", "j", "ja", "1", "true", "oikein", "right", "x", "✓"})
NO = frozenset({"n", "no", "e", "ei", "nej", "0", "false", "väärin", "wrong", "-"})
"""What people write into the column *judgement*; empty is not judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of a sheet that came back: whether it is right, None where nobody said."""

    id: str
    stratum: str
    stratum_size: int | None
    right: bool | None


def draw(
    corpus: Corpus,
    query: str,
    *,
    filters: FactFilters,
    commitments: bool,
    n: int,
    seed: int,
    by: Stratum | None = None,
) -> tuple[SampledRow, ...]:
    """Draw rows to be judged.

    Each id has a number made of it and the seed, and those with the smallest are drawn: the same corpus and seed give
    the same sample, and a larger sample holds the smaller one. With `by`, each stratum gets its share, at least one.

    Args:
        corpus: To draw from.
        query: What is found by it; empty for all that `filters` admit.
        filters: As in a search.
        commitments: Draw commitments; else passages.
        n: How many.
        seed: Any number.
        by: Strata.

    Raises:
        UsageError: There is nothing to draw from.
    """
    rows = _commitments(corpus, query, filters) if commitments else _passages(corpus, query, filters)
    strata: dict[str, list[SampledRow]] = defaultdict(list)
    for row in rows:
        strata[_stratum(row.document, by)].append(row)
    if not strata:
        raise UsageError("nothing to draw from: no hit answers to this query and these filters")
    shares = allotted({name: len(members) for name, members in strata.items()}, n)
    drawn = []
    for name, members in sorted(strata.items()):
        chosen = sorted(members, key=lambda row: _number(row.id, seed))[: shares[name]]
        drawn += [SampledRow(row.id, row.kind, row.text, row.document, row.page, name, len(members)) for row in chosen]
    return tuple(sorted(drawn, key=lambda row: _number(row.id, seed)))


def allotted(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many of `n` each stratum gets: its share by the largest remainder, at least one, at most all it has."""
    total = sum(sizes.values())
    n = min(n, total)
    exact = {name: n * size / total for name, size in sizes.items()}
    shares = {name: max(1, int(share)) for name, share in exact.items()}
    by_rest = sorted(exact, key=lambda name: (int(exact[name]) - exact[name], name))
    for name in by_rest:
        if sum(shares.values()) >= n:
            break
        shares[name] = min(sizes[name], shares[name] + 1)
    return shares


def estimate(rows: Iterable[Judged]) -> tuple[Estimate, ...]:
    """The share of right ones: of the whole first, then of each stratum where there are several.

    The whole is weighted by the sizes of the strata; its interval is Wilson's at the size of a simple sample of the
    same variance, at most at that which its weights are worth (docs/measures.md).

    Raises:
        UsageError: Nothing was judged.
    """
    strata: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        if row.right is not None:
            strata[row.stratum].append(row)
    if not strata:
        raise UsageError("nothing was judged: write y or n into the column judgement")
    parts = tuple(_of_stratum(name, members) for name, members in sorted(strata.items()))
    if len(parts) == 1:
        only = parts[0]
        return (Estimate("", only.right, only.judged, only.share, only.low, only.high, only.size),)
    return (_of_all(parts), *parts)


def recall(corpus: Corpus, documents: Sequence[str], filters: FactFilters | None = None) -> Estimate:
    """How much of what a person found in fully read documents the machine had found.

    Right is what nobody rejected of what the machine found; missed is what people added by hand.

    Raises:
        UsageError: There is no entry in these documents.
    """
    wanted = {corpus.summary(document).id for document in documents}
    overlay = corpus.reviews.overlay()
    right = sum(
        overlay.states.get(c.id) is None or overlay.states[c.id].verdict != "rejected"
        for id_ in wanted
        for c in corpus.facts(id_).commitments
        if not c.routine and (filters is None or not filters.kinds or c.kind in filters.kinds)
    )
    missed = sum(
        c.document in wanted and overlay.reviewed(c) is not None
        for c in overlay.added
        if filters is None or not filters.kinds or c.kind in filters.kinds
    )
    if not right + missed:
        raise UsageError("there is no entry in these documents, neither found nor added")
    low, high = wilson(right, right + missed)
    return Estimate("", right, right + missed, right / (right + missed), low, high)


def unreviewed(corpus: Corpus, documents: Sequence[str]) -> tuple[str, ...]:
    """Ids of those documents of which nobody has said anything."""
    said = {one.document for one in corpus.reviews.attached()}
    return tuple(id_ for document in documents if (id_ := corpus.summary(document).id) not in said)


def wilson(right: float, judged: float, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Wilson's interval of a share (Wilson 1927, without correction for continuity)."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = right / judged
    middle = share + z * z / (2 * judged)
    half = z * sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    below = 1 + z * z / judged
    return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)


def judgement(text: str) -> bool | None:
    """What a person wrote: right, wrong, or nothing.

    Raises:
        UsageError: It is none of these.
    """
    word = text.strip().casefold()
    if not word:
        return None
    if word in YES:
        return True
    if word in NO:
        return False
    raise UsageError(f"{text!r} is no judgement: write y or n (k or e), or leave it empty")


def _of_stratum(name: str, rows: Sequence[Judged]) -> Estimate:
    right = sum(row.right is True for row in rows)
    low, high = wilson(right, len(rows))
    return Estimate(name, right, len(rows), right / len(rows), low, high, rows[0].stratum_size)


def _of_all(parts: Sequence[Estimate]) -> Estimate:
    sizes = [part.size or part.judged for part in parts]
    weights = [size / sum(sizes) for size in sizes]
    share = sum(weight * part.share for weight, part in zip(weights, parts, strict=True))
    variance = sum(w * w * p.share * (1 - p.share) / p.judged for w, p in zip(weights, parts, strict=True))
    judged = sum(part.judged for part in parts)
    # A stratum of a few that are all right says nothing of its spread: never surer than by the weights alone (Kish).
    most = 1 / sum(weight**2 / part.judged for weight, part in zip(weights, parts, strict=True))
    like = min(share * (1 - share) / variance, most) if variance > 0 else most
    low, high = wilson(share * like, like)
    return Estimate("", sum(part.right for part in parts), judged, share, low, high, sum(sizes))


def _commitments(corpus: Corpus, query: str, filters: FactFilters) -> Iterable[SampledRow]:
    for row in corpus.commitments(query or None, filters=filters).rows:
        c = row.commitment
        yield SampledRow(c.id, c.kind, c.quote, row.document, c.page, "", 0)


def _passages(corpus: Corpus, query: str, filters: FactFilters) -> Iterable[SampledRow]:
    shared = {field.name: getattr(filters, field.name) for field in fields(Filters)}
    for found in corpus.research.passages(query, filters=Filters(**shared)):
        yield SampledRow(found.passage.id, None, found.text, found.document, found.page, "", 0)


def _stratum(document: DocumentSummary, by: Stratum | None) -> str:
    m = document.metadata
    match by:
        case "year":
            return str(m.date.year) if m.date else "unknown"
        case "type":
            return m.type or "unknown"
        case "issuer":
            return m.issuer or "unknown"
        case None:
            return ""


def _number(id_: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}/{id_}".encode()).hexdigest()
