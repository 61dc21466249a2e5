"""How often lemmas, forms, cases, compounds or their parts are met, by year, type, issuer or document."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from policysearch.lang.base import Language
from policysearch.model.research import Along, Counted, Frequency
from policysearch.model.search import DocumentSummary
from policysearch.research.concordance import collation
from policysearch.research.items import ItemReader
from policysearch.research.repeats import counted_passages
from policysearch.research.selection import Chosen, Selector, is_word
from policysearch.store import Store

UNKNOWN, UNDATED = "unknown", "undated"


@dataclass(slots=True)
class Tally:
    """Counts of items by group, as they are gathered; the group is None where nothing is counted along.

    `words` are all words that count, whatever their class; `repeated` those that were counted already.
    """

    counts: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    documents: dict[tuple[str, str | None], set[str]] = field(default_factory=lambda: defaultdict(set))
    words: Counter[str | None] = field(default_factory=Counter)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    passages: set[str] = field(default_factory=set)
    repeated: int = 0

    def totals(self) -> Counter[str]:
        """Counts of items over all groups."""
        found: Counter[str] = Counter()
        for (item, _), count in self.counts.items():
            found[item] += count
        return found


def tally(
    store: Store,
    selector: Selector,
    language: Language,
    where: Chosen,
    word: Chosen | None,
    *,
    of: Counted,
    along: Along | None = None,
    pos: Collection[str] = (),
    every_time: bool = False,
) -> Tally:
    """Count.

    Args:
        store: Gives texts.
        selector: Gives passages.
        language: Reads cases, classes and parts.
        where: The passages that are read: what `words` are of.
        word: Only words that it meets are counted; None for all.
        of: What is counted.
        along: Into which groups.
        pos: Classes of words that are counted; empty for all.
        every_time: Count repeated passages and quoted statements each time.
    """
    found = Tally()
    reader = ItemReader(store, language, of, pos)
    for counted in counted_passages(store, selector, where, word, every_time=every_time):
        group = None if along is None else group_of(counted.document, along)
        if along == "document" and group is not None:
            found.titles[group] = counted.document.metadata.title or ""
        found.passages.add(counted.read.passage.id)
        n_words = n_counted = 0
        for token, is_counted in zip(counted.read.tokens, counted.is_counted, strict=True):
            if is_word(token):
                n_words += 1
                n_counted += is_counted
        found.words[group] += n_counted
        found.repeated += n_words - n_counted
        spans = counted.read.spans
        if word is not None and not spans:
            continue
        for each in reader.words(counted):
            token = each.token
            if word is not None and not any(s.start <= token.start and token.end <= s.end for s in spans):
                continue
            for item in each.items:
                found.counts[item, group] += 1
                found.documents[item, group].add(counted.document.id)
                if of == "compound":
                    found.parts.setdefault(item, each.parts)
    return found


def group_of(document: DocumentSummary, along: Along) -> str:
    """The group of a document; what is not known is one too."""
    m = document.metadata
    match along:
        case "year":
            return str(m.date.year) if m.date else UNDATED
        case "type":
            return m.type or UNKNOWN
        case "issuer":
            return m.issuer or UNKNOWN
        case "document":
            return document.id


def frequency_rows(found: Tally, *, minimum: int, limit: int | None) -> tuple[tuple[Frequency, ...], int]:
    """Rows, the most frequent item first, each in all groups in order; and how many items there are.

    Args:
        found: What was counted.
        minimum: Items that are met less often in all are left out.
        limit: At most so many items.
    """
    totals = {item: count for item, count in found.totals().items() if count >= minimum}
    items = sorted(totals, key=lambda item: (-totals[item], collation(item)))
    groups = sorted(found.words, key=lambda group: (group in (UNKNOWN, UNDATED), collation(group or "")))
    rows = tuple(
        Frequency(
            item,
            group,
            found.counts[item, group],
            found.words[group],
            len(found.documents.get((item, group), ())),
            found.parts.get(item, ()),
        )
        for item in items[:limit]
        for group in groups
    )
    return rows, len(items)
