"""Measures how well and how fast Finnish words are read, beside first-BASEFORM Voikko and Snowball.

    python benchmarks/lemmas.py FOLDER [--errors N]

FOLDER holds Universal Dependencies files (`*-ud-*.conllu`) at any depth, and may hold `paragraphs-*.jsonl` with
running text (`context`) to take the time on. Lemmas are compared without regard to case, `#` and `-` (UD writes `#`
between parts). Content words are NOUN, PROPN, VERB and ADJ. Conflation asks, of all pairs of different forms of
content words, whether two have the same lemma exactly when gold says so.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import conllu
import libvoikko
import Stemmer

from policysearch.lang.fi import open_finnish

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
Lemmatiser = Callable[[str, bool], str]
"""A word form, and whether it begins a sentence -> its lemma."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a gold file."""

    form: str
    lemma: str
    tag: str
    initial: bool


def words_of(path: Path) -> list[Word]:
    """The words of a CoNLL-U file that hold a letter or digit."""
    found = []
    with path.open(encoding="utf-8") as file:
        for sentence in conllu.parse_incr(file):
            initial = True
            for token in sentence:
                form, tag = token["form"], token["upos"]
                if not isinstance(token["id"], int) or tag in ("PUNCT", "SYM") or not any(map(str.isalnum, form)):
                    continue
                found.append(Word(form, token["lemma"], tag, initial))
                initial = False
    return found


def normal(lemma: str) -> str:
    """What is compared of a lemma."""
    return lemma.casefold().replace("#", "").replace("-", "")


def accuracy(words: Iterable[Word], lemmatise: Lemmatiser) -> dict[str, float]:
    """Share of right lemmas by part of speech, of all words, and of content words."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for word in words:
        is_right = normal(lemmatise(word.form, word.initial)) == normal(word.lemma)
        for key in ("all", word.tag, "content" if word.tag in CONTENT else "other"):
            total[key] += 1
            right[key] += is_right
    return {key: right[key] / total[key] for key in total}


def conflation_f1(words: Iterable[Word], lemmatise: Lemmatiser) -> tuple[float, float, float]:
    """Precision, recall and F1 of "same normal form" against "same gold lemma" over pairs of different forms."""
    gold: dict[str, set[str]] = defaultdict(set)
    found: dict[str, set[str]] = defaultdict(set)
    pairs: dict[tuple[str, str], str] = {}
    for word in words:
        if word.tag in CONTENT:
            pairs.setdefault((word.form.lower(), normal(word.lemma)), normal(lemmatise(word.form, word.initial)))
    for (form, lemma), lemma_found in pairs.items():
        gold[lemma].add(form)
        found[lemma_found].add(form)
    wanted = {pair for forms in gold.values() for pair in _pairs(forms)}
    given = {pair for forms in found.values() for pair in _pairs(forms)}
    both = len(wanted & given)
    precision, recall = both / len(given) if given else 0.0, both / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def _pairs(forms: set[str]) -> Iterable[tuple[str, str]]:
    ordered = sorted(forms)
    return ((a, b) for index, a in enumerate(ordered) for b in ordered[index + 1 :])


def first_baseform() -> Lemmatiser:
    """Voikko's first BASEFORM, or the form itself."""
    voikko, memo = libvoikko.Voikko("fi"), {}

    def lemmatise(form: str, initial: bool) -> str:
        if form not in memo:
            found = voikko.analyze(form)
            memo[form] = found[0].get("BASEFORM", form) if found else form
        return memo[form]

    return lemmatise


def snowball() -> Lemmatiser:
    """The Finnish Snowball stemmer."""
    stemmer = Stemmer.Stemmer("finnish")
    return lambda form, initial: stemmer.stemWord(form.lower())


def ours() -> Lemmatiser:
    """The first reading of policysearch."""
    finnish = open_finnish()
    return lambda form, initial: finnish.readings(form, initial=initial)[0].lemma


SYSTEMS: dict[str, Callable[[], Lemmatiser]] = {
    "policysearch": ours,
    "first BASEFORM": first_baseform,
    "Snowball": snowball,
}


def report_accuracy(path: Path, n_errors: int) -> None:
    """Prints one table for one gold file, and the most frequent errors by part of speech."""
    words = words_of(path)
    print(f"\n{path.name}: {len(words):,} words")
    print(f"{'':16}{'all':>7}{'NOUN':>7}{'PROPN':>7}{'VERB':>7}{'ADJ':>7}{'content':>9}{'conflation P / R / F1':>25}")
    for name, make in SYSTEMS.items():
        lemmatise = make()
        shares = accuracy(words, lemmatise)
        shown = "".join(f"{shares[key]:7.3f}" for key in ("all", *CONTENT))
        scores = " / ".join(f"{value:.3f}" for value in conflation_f1(words, lemmatise))
        print(f"{name:16}{shown}{shares['content']:9.3f}{scores:>25}")
    if n_errors:
        report_errors(words, ours(), n_errors)


def report_errors(words: Iterable[Word], lemmatise: Lemmatiser, n_errors: int) -> None:
    """Prints the most frequent wrong lemmas of content words."""
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        found = lemmatise(word.form, word.initial)
        if word.tag in CONTENT and normal(found) != normal(word.lemma):
            wrong[word.tag][f"{word.form} -> {found}, gold {word.lemma}"] += 1
    for tag, counts in wrong.items():
        print(f"\n{tag}: {counts.total()} wrong")
        for shown, count in counts.most_common(n_errors):
            print(f"{count:5}  {shown}")


def texts_of(folder: Path) -> list[str]:
    """Running text: contexts of `paragraphs-*.jsonl`, or else the sentences of the gold files."""
    rows = [json.loads(line) for path in folder.rglob("paragraphs-*.jsonl") for line in path.open(encoding="utf-8")]
    if rows:
        return list(dict.fromkeys(row["context"] for row in rows))
    texts = []
    for path in folder.rglob("*-ud-*.conllu"):
        with path.open(encoding="utf-8") as file:
            texts += [sentence.metadata["text"] for sentence in conllu.parse_incr(file)]
    return texts


def report_speed(texts: list[str]) -> None:
    """Prints tokens per second: cold (nothing remembered) and warm (every form met before)."""
    finnish = open_finnish()
    forms = [token.surface for text in texts for token in finnish.tokens(text)]
    print(f"\nSpeed on {len(texts):,} texts, {len(forms):,} tokens, {len(set(forms)):,} forms (tokens/s)")
    print(f"{'':16}{'cold':>12}{'warm':>12}")
    for name, make in SYSTEMS.items():
        lemmatise = make()
        if name == "policysearch":
            finnish = open_finnish()
            finnish.tokens("alku")

            def run(finnish=finnish) -> None:
                for text in texts:
                    finnish.tokens(text)
        else:

            def run(lemmatise=lemmatise) -> None:
                for form in forms:
                    lemmatise(form, False)

        print(f"{name:16}" + "".join(f"{len(forms) / _seconds(run):12,.0f}" for _ in ("cold", "warm")))


def _seconds(run: Callable[[], None]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def main() -> None:
    """Reads the command line and prints the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the N most frequent errors by class")
    options = parser.parse_args()
    for path in sorted(options.folder.rglob("*-ud-*.conllu")):
        report_accuracy(path, options.errors)
    report_speed(texts_of(options.folder))


if __name__ == "__main__":
    main()
