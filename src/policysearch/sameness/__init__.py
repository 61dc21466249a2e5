"""Which documents are one in several originals, and which are one in several languages; kept in the store."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from policysearch.model.search import DocumentSummary
from policysearch.sameness.measure import (
    FEWEST_WORDS,
    SKETCH,
    Profile,
    is_same,
    main_of,
    may_be_same,
    sketch,
    translation_likeness,
    words_of,
)
from policysearch.stamps import sameness_stamp
from policysearch.store import Store

_ASIDE = frozenset({"appeal", "contacts", "notification", "presenter", "attachments", "participants"})
"""Parts that one form of a document has and another leaves out."""
_CROWD = 200
"""A run of words that more documents have is boilerplate, and makes none of them a candidate."""
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÅÄÖ][\wåäöÅÄÖ-]{2,}")


def update_sameness(store: Store) -> bool:
    """Find anew which documents are one, where documents or rules changed; true if there was anything to do.

    Raises:
        CorpusBusyError: Another process is writing.
    """
    if store.meta("same") == f"{sameness_stamp()}|{store.revision}":
        return False
    newest = {summary.id: summary for summary in store.newest_summaries()}
    sketches = store.sketches(stamp=sameness_stamp())
    missing = {id_: sketch(_body(store, id_)) for id_ in newest.keys() - sketches.keys()}
    profiles = _Profiles(store, newest)
    groups = _groups(_same_pairs({id_: sketches.get(id_) or missing[id_] for id_ in newest}, profiles))
    copies = {
        profile.summary.id: main.summary.id
        for group in groups
        for main in (main_of(map(profiles.of, group)),)
        for profile in map(profiles.of, group)
        if profile is not main
    }
    twins = tuple(_twins(profiles, [s for s in newest.values() if s.id not in copies]))
    store.replace_sameness(copies, twins, missing, stamp=sameness_stamp())
    return True


class _Profiles:
    """Documents as they are compared; each is read once."""

    def __init__(self, store: Store, summaries: Mapping[str, DocumentSummary]) -> None:
        self._store, self.summaries = store, summaries
        self._known: dict[str, Profile] = {}

    def of(self, id_: str) -> Profile:
        if id_ not in self._known:
            document = self._store.document(id_)
            decided = " ".join(p.span.of(document.text) for p in document.passages if p.part == "decision")
            self._known[id_] = Profile(
                self.summaries[id_],
                _body(self._store, id_),
                words_of(decided),
                frozenset(person.name.casefold() for person in document.participants),
                frozenset(_NAME.findall(document.text)),
                len(document.pages),
            )
        return self._known[id_]


def _body(store: Store, id_: str) -> tuple[str, ...]:
    text = store.text(id_)
    parts = (stored.passage for stored in store.passages(id_) if stored.passage.part not in _ASIDE)
    return tuple(word for passage in parts for word in words_of(passage.span.of(text)))


def _same_pairs(sketches: Mapping[str, tuple[int, ...]], profiles: _Profiles) -> Iterator[tuple[str, str]]:
    """Pairs of documents that are one: those that share half of their sketch are looked at."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id_, values in sorted(sketches.items()):
        for value in values:
            holders[value].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _CROWD:
            shared.update(combinations(ids, 2))
    for (one, other), count in shared.items():
        enough = min(len(sketches[one]), len(sketches[other]), SKETCH) / 2
        if count < enough or min(len(sketches[one]), len(sketches[other])) < min(SKETCH, FEWEST_WORDS) / 2:
            continue
        if not may_be_same(profiles.summaries[one], profiles.summaries[other]):
            continue
        if is_same(profiles.of(one), profiles.of(other)):
            yield one, other


def _groups(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """What hangs together."""
    group_of: dict[str, set[str]] = {}
    for one, other in pairs:
        whole = group_of.get(one, {one}) | group_of.get(other, {other})
        group_of.update(dict.fromkeys(whole, whole))
    return tuple(sorted({tuple(sorted(group)) for group in group_of.values()}))


def _twins(profiles: _Profiles, summaries: Iterable[DocumentSummary]) -> Iterator[tuple[str, str]]:
    """Documents of one day that are one in two languages, each at most once in each language: the surest first."""
    by_day: dict[object, list[DocumentSummary]] = defaultdict(list)
    for summary in summaries:
        if summary.metadata.date and summary.metadata.language:
            by_day[summary.metadata.date].append(summary)
    for ones in by_day.values():
        if len({summary.metadata.language for summary in ones}) < 2:
            continue
        scored = [
            (score, one.id, other.id)
            for one, other in combinations(sorted(ones, key=lambda summary: summary.id), 2)
            if (score := translation_likeness(profiles.of(one.id), profiles.of(other.id)))
        ]
        taken: set[tuple[str, str | None]] = set()
        for _, one_id, other_id in sorted(scored, key=lambda pair: (-pair[0], pair[1:])):
            languages = (profiles.summaries[one_id].metadata.language, profiles.summaries[other_id].metadata.language)
            ends = {(one_id, languages[1]), (other_id, languages[0])}
            if not ends & taken:
                taken |= ends
                yield one_id, other_id
