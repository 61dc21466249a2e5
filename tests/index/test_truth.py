"""Every highlight is a true match, and every true match in a shown passage is highlighted.

Texts and queries are generated; what a query means is told a second time here, in the plainest way: from a table of
word forms written by hand, token by token, with no term, tree, engine or Voikko.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policysearch.index.analysis import analyse_query
from policysearch.index.highlight import matches
from policysearch.index.port import IndexRow
from policysearch.index.query import parse_query
from policysearch.index.whoosh_engine import WhooshEngine
from tests.index.language import finnish, terms_of

TABLE = {
    "uhri": ("uhri", ()),
    "uhrien": ("uhri", ()),
    "uhreille": ("uhri", ()),
    "kauppa": ("kauppa", ()),
    "kauppaa": ("kauppa", ()),
    "ihmiskauppa": ("ihmiskauppa", ("ihminen", "kauppa")),
    "ihmiskaupan": ("ihmiskauppa", ("ihminen", "kauppa")),
    "ihmiskaupparikoksista": ("ihmiskaupparikos", ("ihminen", "kauppa", "rikos", "ihmiskauppa", "kaupparikos")),
    "rikos": ("rikos", ()),
    "rikoksen": ("rikos", ()),
    "saa": ("saada", ()),
    "sää": ("sää", ()),
    "vaaran": ("vaara", ()),
    "väärän": ("väärä", ()),
    "määräaikaan": ("määräaika", ("määrä", "aika")),
    "päätöksessään": ("päätös", ()),
    "hyväksikäytettyjen": ("hyväksikäyttää", ()),
    "poliisille": ("poliisi", ()),
}
"""Form: dictionary form; parts and runs of parts that are words of their own."""
Where = frozenset[int]
"""Numbers of the words that make a text a hit."""


@dataclass(frozen=True)
class Asked:
    """A query as it is typed, and what it means: `met` tells which words of a text make it a hit, None for no hit."""

    text: str
    kind: str
    words: tuple[str, ...] = ()
    within: int = 0
    children: tuple["Asked", ...] = ()

    def met(self, forms: Sequence[str]) -> Where | None:
        """The words of `forms` that meet this query."""
        match self.kind:
            case "and":
                each = [child.met(forms) for child in self.children]
                return None if None in each else frozenset().union(*(one or () for one in each))
            case "or":
                some = [one for child in self.children if (one := child.met(forms)) is not None]
                return frozenset().union(*some) if some else None
            case "not":
                return frozenset() if self.children[0].met(forms) is None else None
            case "phrase" | "exact":
                size = len(self.words)
                runs = (range(start, start + size) for start in range(len(forms) - size + 1))
                met = [run for run in runs if all(map(self._is, (forms[number] for number in run), self.words))]
                return frozenset(number for run in met for number in run) or None
            case "near":
                return frozenset(number for chosen in self._choices(forms) for number in chosen) or None
            case _:
                return frozenset(i for i, form in enumerate(forms) if self._is(form, self.words[0])) or None

    def _choices(self, forms: Sequence[str]) -> Iterator[tuple[int, ...]]:
        """A word of the text of its own for each word of the phrase, with at most `within` others among them."""
        places = [[i for i, form in enumerate(forms) if self._is(form, word)] for word in self.words]
        for chosen in product(*places):
            is_apart = all(one != other for one, other in combinations(chosen, 2))
            if is_apart and max(chosen) - min(chosen) + 1 - len(chosen) <= self.within:
                yield chosen

    def _is(self, form: str, typed: str) -> bool:
        lemma, parts = TABLE[form]
        wanted = TABLE[typed][0] if typed in TABLE else typed
        match self.kind:
            case "word":
                return wanted == lemma or wanted in parts
            case "part":
                return wanted in parts
            case "form" | "exact":
                return form == typed
            case "prefix":
                return any(each.startswith(typed) for each in (form, lemma, *parts))
            case "lemma prefix":
                return lemma.startswith(typed)
            case _:
                return wanted == lemma


def leaves(pool: Sequence[str]) -> st.SearchStrategy[Asked]:
    """A word of `pool` in one of the ways to ask for it, or a phrase."""
    forms = st.sampled_from(pool)
    lemmas = st.sampled_from(sorted({name for form in pool for name in (TABLE[form][0], *TABLE[form][1])}))
    some = st.lists(forms, min_size=2, max_size=3).map(tuple)
    begins = st.sampled_from(["uhr", "ihmiskaup", "sa", "sä", "ka", "rikok", "kauppari", "zz"])
    return st.one_of(
        forms.map(lambda word: Asked(word, "word", (word,))),
        lemmas.map(lambda word: Asked(word, "word", (word,))),
        forms.map(lambda word: Asked(f"lemma:{word}", "lemma", (word,))),
        lemmas.map(lambda word: Asked(f"osa:{word}", "part", (word,))),
        forms.map(lambda word: Asked(f"'{word}'", "form", (word,))),
        forms.map(lambda word: Asked(f"muoto:{word.upper()}", "form", (word,))),
        some.map(lambda words: Asked(f'"{" ".join(words)}"', "phrase", words)),
        some.map(lambda words: Asked(f"'{' '.join(words)}'", "exact", words)),
        st.builds(lambda words, n: Asked(f'"{" ".join(words)}"~{n}', "near", words, n), some, st.integers(0, 4)),
        begins.map(lambda begin: Asked(f"{begin}*", "prefix", (begin,))),
        begins.map(lambda begin: Asked(f"lemma:{begin}*", "lemma prefix", (begin,))),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[tuple[str, ...]], Asked]:
    """Texts and a query of a few words, so that they meet often."""
    pool = draw(st.lists(st.sampled_from(sorted(TABLE)), min_size=2, max_size=5, unique=True))
    texts = draw(st.lists(st.lists(st.sampled_from(pool), max_size=9).map(tuple), min_size=1, max_size=5))
    return texts, draw(st.recursive(leaves(pool), _joined, max_leaves=5))


def _joined(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        pairs.map(lambda two: Asked(f"({two[0].text} {two[1].text})", "and", children=two)),
        pairs.map(lambda two: Asked(f"({two[0].text} JA {two[1].text})", "and", children=two)),
        pairs.map(lambda two: Asked(f"({two[0].text} OR {two[1].text})", "or", children=two)),
        pairs.map(lambda two: Asked(f"({two[0].text} -{two[1].text})", "and", children=(two[0], _not(two[1])))),
        pairs.map(lambda two: Asked(f"({two[0].text} TAI NOT {two[1].text})", "or", children=(two[0], _not(two[1])))),
    )


def _not(child: Asked) -> Asked:
    return Asked(f"-{child.text}", "not", children=(child,))


MARKS = st.sampled_from([" ", ", ", " – ", "\n\n", ". "])


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases(), between=MARKS)
def test_hits_and_highlights_are_the_true_ones(case: tuple[list[tuple[str, ...]], Asked], between: str) -> None:
    """What engine and highlighter find is what the plainest reading of the query finds."""
    texts, asked = case
    printed = [between.join(forms) for forms in texts]
    rows = [IndexRow(str(number), str(number), terms_of(text)) for number, text in enumerate(printed)]
    with TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder))
        for row in rows:
            engine.replace(row.document, [row])
        engine.commit()
        query = analyse_query(parse_query(asked.text), finnish(), vocabulary=engine.terms)
        hits = set(engine.search(query, limit=len(rows)).ids)
        engine.close()
    for row, text, forms in zip(rows, printed, texts, strict=True):
        truth = asked.met(forms)
        assert (row.id in hits) == (truth is not None), (asked.text, text)
        spans = matches(query, row.tokens)
        starts = [sum(len(form) + len(between) for form in forms[:number]) for number in range(len(forms))]
        shown = {n for n, start in enumerate(starts) if any(s.start <= start < s.end for s in spans)}
        assert shown == (truth or set()), (asked.text, text)
        assert all(span.of(text)[0].isalpha() and span.of(text)[-1].isalpha() for span in spans)
