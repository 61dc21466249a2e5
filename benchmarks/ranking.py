"""Measures how well passages are ranked: ours beside first-BASEFORM Voikko, Snowball and raw words.

    python benchmarks/ranking.py FOLDER [--questions N]

FOLDER holds `paragraphs-*.jsonl` at any depth, a line a paragraph: `{"doc", "context", "questions": [...]}`. Each
question is a query, of which its paragraph is the only right answer. All systems share one engine and its BM25, and
differ in what they make of a word; ours goes the whole way of a search (parser, reading of the query, parts). Words
are joined by OR. MRR@10 is the mean of 1/rank within the first ten; recall@10 the share of questions whose
paragraph is among them. Intervals are the 2.5th and 97.5th percentile of a bootstrap over the questions, of
differences paired by question (Sakai, SIGIR 2006).
"""

import argparse
import json
import random
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import libvoikko
import numpy as np
import Stemmer

from policysearch.index import open_index
from policysearch.index.analysis import analyse_query
from policysearch.index.port import IndexRow
from policysearch.index.query import parse_query
from policysearch.index.scoring import clues
from policysearch.index.terms import StoredToken, index_term, passage_terms
from policysearch.index.tree import AnalysedQuery, AnyOf, AnyTerm
from policysearch.lang.fi import open_finnish
from policysearch.model.text import Span

DEPTH = 10
_WORD = re.compile(r"\w[\w'-]*")
_NOT_WORDS = re.compile(r"[^\w\s-]|(?<!\w)-|-(?!\w)")


@dataclass(frozen=True, slots=True)
class System:
    """What becomes of a text, and of a question; None where no word of it is left."""

    tokens: Callable[[str], Sequence[StoredToken]]
    query: Callable[[str], AnalysedQuery | None]


def ours() -> System:
    """Lemmas of the best reading and compound parts, as a search does it."""
    language = open_finnish()

    def query(text: str) -> AnalysedQuery | None:
        # Marks of a sentence are operators to the parser; capital words could be (AND, TAI).
        words = _NOT_WORDS.sub(" ", text).split()
        return analyse_query(parse_query(" ".join(words), match="any"), language, stems=True) if words else None

    return System(lambda text: passage_terms(language.tokens(text)), query)


def by_word(normal: Callable[[str], str]) -> System:
    """One term a word: `normal` of it."""

    def tokens(text: str) -> list[StoredToken]:
        return [
            StoredToken(found.start(), found.end(), index_term(found[0]), (index_term(normal(found[0])),))
            for found in _WORD.finditer(text)
        ]

    def query(text: str) -> AnalysedQuery | None:
        terms = tuple(dict.fromkeys(token.lemma for token in tokens(text)))
        root = AnyOf(tuple(AnyTerm("mixed", (term,), Span(0, 0)) for term in terms))
        return AnalysedQuery(root, clues(root, ())) if terms else None

    return System(tokens, query)


def first_baseform() -> System:
    """Voikko's first BASEFORM, or the word itself."""
    voikko = libvoikko.Voikko("fi")
    memo: dict[str, str] = {}

    def normal(word: str) -> str:
        if word not in memo:
            found = voikko.analyze(word)
            memo[word] = found[0].get("BASEFORM", word) if found else word
        return memo[word]

    return by_word(normal)


def snowball() -> System:
    """The Finnish Snowball stemmer."""
    stemmer = Stemmer.Stemmer("finnish")
    return by_word(lambda word: stemmer.stemWord(word.lower()))


SYSTEMS: dict[str, Callable[[], System]] = {
    "policysearch": ours,
    "first BASEFORM": first_baseform,
    "Snowball": snowball,
    "raw": lambda: by_word(str.lower),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the number of the paragraph that answers it."""

    text: str
    paragraph: int


def read(folder: Path) -> tuple[list[str], list[Question]]:
    """The paragraphs of a folder, equal ones once, and the questions to them."""
    numbers: dict[str, int] = {}
    questions = []
    for path in sorted(folder.rglob("paragraphs-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            number = numbers.setdefault(row["context"], len(numbers))
            questions += [Question(text, number) for text in row["questions"]]
    return list(numbers), questions


def ranks(system: System, paragraphs: Sequence[str], questions: Sequence[Question]) -> np.ndarray:
    """The rank of the right paragraph for each question, from 1; 0 where it is not among the first ten."""
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder), name="passages", corpus_id="ranking", stamp="ranking")
        index.begin(anew=True)
        for number, text in enumerate(paragraphs):
            index.replace(str(number), "", [IndexRow(str(number), str(number), system.tokens(text))])
        index.commit("1")
        found = np.zeros(len(questions), dtype=int)
        for place, question in enumerate(questions):
            query = system.query(question.text)
            ids = index.search(query, limit=DEPTH, facets=()).ids if query else ()
            if str(question.paragraph) in ids:
                found[place] = ids.index(str(question.paragraph)) + 1
        index.close()
    return found


def reciprocal(found: np.ndarray) -> np.ndarray:
    """1/rank, and 0 for what was not found."""
    return np.divide(1.0, found, out=np.zeros(len(found)), where=found > 0)


def interval(values: np.ndarray, rounds: int = 2000, seed: int = 1) -> tuple[float, float]:
    """The 95 % bootstrap interval of a mean."""
    draws = np.random.default_rng(seed).integers(0, len(values), (rounds, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def main() -> None:
    """Reads the command line and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, help="draw so many of the questions (seeded); all by default")
    options = parser.parse_args()
    paragraphs, questions = read(options.folder)
    if not questions:
        parser.error(f"there is no paragraphs-*.jsonl with questions under {options.folder}")
    if options.questions:
        questions = random.Random(1).sample(questions, min(options.questions, len(questions)))
    print(f"{len(paragraphs):,} paragraphs, {len(questions):,} questions; 95 % bootstrap intervals")
    print(f"{'':16}{'MRR@10':>8}{'interval':>16}{'recall@10':>11}{'interval':>16}{'MRR, ours above it':>30}")
    first: np.ndarray | None = None
    for name, make in SYSTEMS.items():
        found = ranks(make(), paragraphs, questions)
        score, hit = reciprocal(found), (found > 0).astype(float)
        first = score if first is None else first
        above = first - score
        low, high = interval(above)
        shown = f"{above.mean():+.3f} ({low:+.3f} … {high:+.3f})" if above.any() else ""
        print(
            f"{name:16}{score.mean():8.3f}{_shown(score):>16}{hit.mean():11.3f}{_shown(hit):>16}{shown:>30}", flush=True
        )


def _shown(values: np.ndarray) -> str:
    return "{:.3f}–{:.3f}".format(*interval(values))


if __name__ == "__main__":
    main()
