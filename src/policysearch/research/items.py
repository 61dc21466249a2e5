"""What of a word is counted: its lemma, form, case, or parts; and which words are."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from policysearch.index.terms import StoredToken, index_term
from policysearch.lang.base import Language
from policysearch.model.language import Reading
from policysearch.model.research import Counted
from policysearch.model.text import Span
from policysearch.research.repeats import CountedPassage
from policysearch.research.selection import is_word
from policysearch.store import Store

NO_CASE = "none"
"""Stands for the case of words that have none: verbs, adverbs, particles."""


@dataclass(frozen=True, slots=True)
class CountedWord:
    """A word that counts, and the items it counts for. `index` is its place among the tokens of its passage."""

    index: int
    token: StoredToken
    items: tuple[str, ...]
    parts: tuple[str, ...] = ()


class ItemReader:
    """Reads the words of passages, one document at a time.

    Lemmas and forms are those of the stored tokens; case, class and parts are those of the reading that the stored
    lemma came from.
    """

    def __init__(self, store: Store, language: Language, of: Counted, pos: Collection[str]) -> None:
        self._store, self._language, self._of, self._pos = store, language, of, frozenset(pos)
        self._document, self._text = "", ""

    def words(self, counted: CountedPassage) -> Iterator[CountedWord]:
        """The words of a passage that count and are of a wanted class, in order."""
        readings = self._readings(counted) if self._needs_grammar else {}
        for index, token in enumerate(counted.read.tokens):
            if not counted.is_counted[index] or not is_word(token):
                continue
            reading = readings.get(token.start)
            if self._pos and (reading is None or reading.word_class not in self._pos):
                continue
            parts = tuple(map(index_term, reading.parts)) if reading else ()
            yield CountedWord(index, token, _ITEMS[self._of](token, reading, parts), parts)

    @property
    def _needs_grammar(self) -> bool:
        return bool(self._pos) or self._of not in ("lemma", "form")

    def _readings(self, counted: CountedPassage) -> dict[int, Reading]:
        """By the place where the word begins."""
        if counted.document.id != self._document:
            self._document, self._text = counted.document.id, self._store.text(counted.document.id)
        span: Span = counted.read.passage.span
        found = {}
        for token in self._language.tokens(span.of(self._text)):
            best = token.readings[0]
            # A name (Poliisihallitus) shows its parts in the reading of its common noun.
            lemma = index_term(best.lemma)
            cut = next((r for r in token.readings if r.parts and index_term(r.lemma) == lemma), best)
            whole = best if best.parts or not cut.parts else _with_parts(best, cut)
            found[span.start + token.span.start] = whole
        return found


def _with_parts(reading: Reading, cut: Reading) -> Reading:
    return Reading(reading.lemma, reading.word_class, cut.parts, cut.pieces, reading.case, reading.number)


def _case(_: StoredToken, reading: Reading | None, __: tuple[str, ...]) -> tuple[str, ...]:
    return ((reading.case if reading else None) or NO_CASE,)


_Items = Callable[[StoredToken, Reading | None, tuple[str, ...]], tuple[str, ...]]
_ITEMS: dict[Counted, _Items] = {
    "lemma": lambda token, _, __: (token.lemma,),
    "form": lambda token, _, __: (token.form,),
    "case": _case,
    "compound": lambda token, _, parts: (token.lemma,) if len(parts) > 1 else (),
    "part": lambda _, __, parts: parts if len(parts) > 1 else (),
}
