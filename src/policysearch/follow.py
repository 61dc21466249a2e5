"""Between the store and the threads: keeps them up to date with the facts, and gives each clause its words."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from policysearch.index.terms import StoredToken, index_term, passage_terms, read_tokens
from policysearch.lang.base import Language
from policysearch.model.document import Passage, Section
from policysearch.model.facts import Commitment, Facts, Measure, MeasurePart
from policysearch.model.language import Reading
from policysearch.model.source import Metadata
from policysearch.model.text import Span
from policysearch.model.time import When
from policysearch.stamps import threads_stamp
from policysearch.store import Store
from policysearch.threads import Clause, Paper, Planned, Word, build

_CONTENT = frozenset({"noun", "proper", "adjective", "abbreviation", "unknown", "prefix"})
"""Classes of words that say what a clause is about."""
AHEAD = 10
"""Years by which a document may look ahead, at most: all the other days that it names lie so far ahead of none."""
_ANSWERS: tuple[MeasurePart, ...] = ("answer", "status")
"""Columns beside a recommendation in which the answer to it stands."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INSIDE = frozenset(",-/")
"""After these, as after a word, a capital letter is that of a name."""
_NAME = re.compile(r"[A-ZÅÄÖŠŽ][-'’]?[a-zåäöšž]")


def threads_are_current(store: Store, language: Language) -> bool:
    """Whether the stored threads are those of the stored facts."""
    return store.meta("threads") == _key(store, language)


def update_threads(store: Store, language: Language) -> bool:
    """Make the threads anew where facts, rules or dictionary changed; true if there was anything to do.

    Raises:
        CorpusBusyError: Another process is writing.
    """
    if threads_are_current(store, language):
        return False
    key = _key(store, language)
    built = build(read_clauses(store, language), read_papers(store, language), read_planned(store, language))
    store.replace_threads(built.threads, built.measures, key=key)
    return True


def read_clauses(store: Store, language: Language) -> Iterator[Clause]:
    """The commitments of all current documents, with their words and surroundings."""
    reader = word_reader(language)
    for document in store.content_keys():
        facts = store.facts(document)
        if facts.commitments:
            passages = [(stored.passage, read_tokens(stored.tokens)) for stored in store.passages(document)]
            metadata = store.summary(document).metadata
            yield from clauses_of(metadata, facts, passages, store.sections(document), reader)


def read_planned(store: Store, language: Language) -> tuple[Planned, ...]:
    """The measures of all current documents as clauses, with their words."""
    reader = word_reader(language)
    found: list[Planned] = []
    for document in store.content_keys():
        facts = store.facts(document)
        if facts.measures:
            passages = [(stored.passage, read_tokens(stored.tokens)) for stored in store.passages(document)]
            metadata = store.summary(document).metadata
            found += planned_of(metadata, facts, passages, store.sections(document), reader)
    return tuple(found)


def planned_of(
    metadata: Metadata,
    facts: Facts,
    passages: Iterable[tuple[Passage, Iterable[StoredToken]]],
    sections: Sequence[Section],
    reader: Callable[[StoredToken], Word],
) -> Iterator[Planned]:
    """The measures of one document, each read as the promise of those who answer for it."""
    as_said = replace(facts, commitments=tuple(map(_as_commitment, facts.measures)), measures=())
    clauses = clauses_of(metadata, as_said, passages, sections, reader)
    for measure, clause in zip(facts.measures, clauses, strict=True):
        verbs = clause.words[0].verbs if clause.words else ()
        acting = replace(clause.commitment, action=verbs[0] if verbs else None)
        is_answered = any(measure.parts(name) for name in _ANSWERS)
        yield Planned(replace(clause, commitment=acting), measure.number, is_answered)


def _as_commitment(measure: Measure) -> Commitment:
    """*Laaditaan opas* of the one who is responsible; what is recommended is nobody's yet."""
    return Commitment(
        id=measure.id,
        document=measure.document,
        span=measure.span,
        quote=measure.quote,
        page=measure.page,
        kind="undertaking" if measure.kind == "measure" else "proposal",
        cue=measure.cue,
        actors=measure.actors,
        when=measure.when,
    )


def read_papers(store: Store, language: Language) -> tuple[Paper, ...]:
    """All current documents that have a date, a type, an issuer and a title, by id."""
    reader = word_reader(language)
    found = (paper_of(key, store.summary(key).metadata, language, reader) for key in store.content_keys())
    return tuple(sorted((paper for paper in found if paper), key=lambda paper: paper.document))


def paper_of(
    document: str, metadata: Metadata, language: Language, reader: Callable[[StoredToken], Word]
) -> Paper | None:
    """A document by its title, None where title, date, type or issuer are unknown."""
    m = metadata
    if not (m.title and m.date and m.type and m.issuer):
        return None
    tokens = tuple(passage_terms(language.tokens(m.title)))
    years = frozenset(int(year) for year in _YEAR.findall(m.title))
    words = tuple(reader(token) for token in tokens)
    nominative = frozenset(token.lemma for token in tokens if token.form == token.lemma)
    return Paper(document, m.date, m.type, m.issuer, words, nominative, years)


def clauses_of(
    metadata: Metadata,
    facts: Facts,
    passages: Iterable[tuple[Passage, Iterable[StoredToken]]],
    sections: Sequence[Section],
    reader: Callable[[StoredToken], Word],
) -> Iterator[Clause]:
    """The commitments of one document, in the order of its text."""
    read = [(passage, tuple(reader(token) for token in tokens)) for passage, tokens in passages]
    recommended = [measure for measure in facts.measures if measure.kind == "recommendation"]
    told = None if metadata.date else _latest_told(facts)
    for c in facts.commitments:
        around = [(passage, words) for passage, words in read if passage.span.overlaps(c.span)]
        words = [word for _, found in around for word in found]
        yield Clause(
            commitment=c,
            words=tuple(_named(word, c) for word in words if c.span.start <= word.start < c.span.end),
            before=tuple(word for word in words if word.start < c.span.start),
            mentions=tuple((m.span, m.actor) for m in facts.mentions if c.span.contains(m.span)),
            times=tuple((t.span, t.when) for t in facts.times if c.span.overlaps(t.span)),
            day=c.said_on or metadata.date or _reported_day(c),
            document_type=metadata.type,
            issuer=metadata.issuer,
            case_number=metadata.case_number,
            part=around[0][0].part if around else None,
            item=_item(sections, c.span),
            not_before=None if metadata.date else _not_before(c, facts, told),
            number=next((m.number for m in recommended if m.span.overlaps(c.span)), None),
            answers=_answered(c, recommended, words),
        )


def _answered(c: Commitment, recommended: Sequence[Measure], words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of the recommendation beside which a commitment stands as the answer."""
    for measure in recommended:
        if any(field.span.overlaps(c.span) for name in _ANSWERS for field in measure.parts(name)):
            return tuple(word for word in words if measure.span.start <= word.start < measure.span.end)
    return ()


def word_reader(language: Language) -> Callable[[StoredToken], Word]:
    """A function that makes a word of a stored token; it reads each form once."""

    @cache
    def readings(form: str) -> tuple[Reading, ...]:
        tokens = language.tokens(form)
        return tokens[0].readings if len(tokens) == 1 else ()

    def word(token: StoredToken) -> Word:
        found = readings(token.form)
        best = next((reading for reading in found if index_term(reading.lemma) == token.lemma), None)
        is_content = best is None or best.word_class in _CONTENT
        # A plain noun is no verb, whatever its form may be besides (*tehtävä*); a pronoun may well be (*tuo*).
        telling = (best,) if best and is_content else found
        verbs = (reading.verb or (reading.lemma if reading.word_class == "verb" else None) for reading in telling)
        parts = _plain_parts(token.parts)
        return Word(token.start, token.lemma, parts, tuple(dict.fromkeys(verb for verb in verbs if verb)), is_content)

    return word


def _named(word: Word, c: Commitment) -> Word:
    """The word, marked as a name where it has a capital letter that no sentence begins with.

    Abbreviations and codes are none: they name bodies, laws and registers, which many matters share.
    """
    at = word.start - c.span.start
    before = c.quote[:at].rstrip()
    is_inside = bool(before) and (before[-1].isalnum() or before[-1] in _INSIDE)
    return replace(word, is_name=True) if is_inside and _NAME.match(c.quote, at) else word


def _plain_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """The compound parts alone, without the runs of them that the index keeps beside (`index.terms`)."""
    plain: list[str] = []
    for part in parts:
        if any(part.startswith(known[:-1]) and part != known for known in plain):
            continue
        plain.append(part)
    return tuple(plain) if len(plain) > 1 else ()


def _item(sections: Sequence[Section], span: Span) -> int | None:
    """The innermost numbered section around a span, by its place."""
    found = None
    for number, section in enumerate(sections):
        if section.number is not None and section.span.contains(span):
            found = number
    return found


def _reported_day(c: Commitment) -> dt.date | None:
    """Of what is reported as done, the day on which it was: the report is not older."""
    if c.kind != "accomplishment" or c.when is None or c.when.role != "event":
        return None
    moment = c.when.end or c.when.begin
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _latest_told(facts: Facts) -> dt.date | None:
    """The last day on which something happened that the document reports as done."""
    reported = (c.when for c in facts.commitments if c.kind == "accomplishment" and c.when and c.when.role == "event")
    return max((day for when in reported if (day := _begin(when))), default=None)


def _not_before(c: Commitment, facts: Facts, told: dt.date | None) -> dt.date | None:
    """A day than which a document without a date is hardly older, as seen from one of its commitments.

    It is not older than what it reports as done, nor much older than the earliest day that it names elsewhere.
    """
    others = (day for t in facts.times if not t.span.overlaps(c.span) and (day := _begin(t.when)))
    earliest = min(others, default=None)
    ahead = earliest.replace(year=earliest.year - AHEAD, day=1) if earliest and earliest.year > AHEAD else None
    return max((day for day in (told, ahead) if day), default=None)


def _begin(when: When) -> dt.date | None:
    moment = when.begin or when.end
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _key(store: Store, language: Language) -> str:
    return f"{threads_stamp(language)}|{store.revision}"
