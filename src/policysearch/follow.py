"""Between the store and the threads: keeps them up to date with the facts, and gives each clause its words."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from policysearch.index.terms import StoredToken, index_term, read_tokens
from policysearch.lang.base import Language
from policysearch.model.document import Section
from policysearch.model.facts import Commitment
from policysearch.model.language import Reading
from policysearch.model.text import Span
from policysearch.stamps import threads_stamp
from policysearch.store import Store
from policysearch.threads import Clause, Word, build_threads

_CONTENT = frozenset({"noun", "proper", "adjective", "abbreviation", "unknown", "prefix"})
"""Classes of words that say what a clause is about."""


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
    store.replace_threads(build_threads(read_clauses(store, language)), key=key)
    return True


def read_clauses(store: Store, language: Language) -> Iterator[Clause]:
    """The commitments of all current documents, with their words and surroundings."""
    word = _reader(language)
    for document in store.content_keys():
        yield from _clauses(store, document, word)


def _clauses(store: Store, document: str, word: Callable[[StoredToken], Word]) -> Iterator[Clause]:
    """The commitments of one document, in the order of its text."""
    facts = store.facts(document)
    if not facts.commitments:
        return
    m = store.summary(document).metadata
    sections = store.sections(document)
    passages = [
        (p.passage.span, p.passage.part, tuple(word(token) for token in read_tokens(p.tokens)))
        for p in store.passages(document)
    ]
    for c in facts.commitments:
        around = [(part, words) for span, part, words in passages if span.overlaps(c.span)]
        words = tuple(w for _, found in around for w in found if c.span.start <= w.start < c.span.end)
        before = tuple(w for _, found in around for w in found if w.start < c.span.start)
        yield Clause(
            commitment=c,
            words=words,
            before=before,
            mentions=tuple((x.span, x.actor) for x in facts.mentions if c.span.contains(x.span)),
            times=tuple((t.span, t.when) for t in facts.times if c.span.overlaps(t.span)),
            day=c.said_on or m.date or _reported_day(c),
            document_type=m.type,
            issuer=m.issuer,
            case_number=m.case_number,
            part=around[0][0] if around else None,
            item=_item(sections, c.span),
        )


def _reader(language: Language) -> Callable[[StoredToken], Word]:
    """A function that makes a word of a stored token; it reads each form once."""

    @cache
    def readings(form: str) -> tuple[Reading, ...]:
        tokens = language.tokens(form)
        return tokens[0].readings if len(tokens) == 1 else ()

    def word(token: StoredToken) -> Word:
        found = readings(token.form)
        verbs = (reading.verb or (reading.lemma if reading.word_class == "verb" else None) for reading in found)
        best = next((reading for reading in found if index_term(reading.lemma) == token.lemma), None)
        is_content = best is None or best.word_class in _CONTENT
        parts = _plain_parts(token.parts)
        return Word(token.start, token.lemma, parts, tuple(dict.fromkeys(verb for verb in verbs if verb)), is_content)

    return word


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


def _key(store: Store, language: Language) -> str:
    return f"{threads_stamp(language)}|{store.revision}"
