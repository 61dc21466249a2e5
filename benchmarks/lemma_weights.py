"""Makes the weights of lemmas (`lang/fi/lemma_weights.txt`) from frequencies of word forms.

    pip install wordfreq && python benchmarks/lemma_weights.py > src/policysearch/lang/fi/lemma_weights.txt

Nobody has marked lemmas in that text: expectation maximisation shares the count of each form between the lemmas that
Voikko offers for it, by how often those are met in other forms and how common the grammatical form is. Only lemmas
that compete for a form are kept. The weight is the natural logarithm of the count in 10**9 words, rounded.
"""

import importlib.metadata
import math
from collections import Counter, defaultdict

import wordfreq

from policysearch.lang.fi.choice import readings_of
from policysearch.lang.fi.voikko import open_analyser
from policysearch.model.language import Reading

ROUNDS = 12
LEAST = 3  # weights below it are not worth their place
HEADER = """\
# Weights of Finnish lemmas that compete for a word form: weight, tab, lemmas. A lemma that is missing weighs 0.
# Made by benchmarks/lemma_weights.py from the word frequencies of wordfreq {version} (Robyn Speer, CC BY-SA 4.0, from
# Wikipedia, ParaCrawl, OPUS OpenSubtitles, the Leeds Internet Corpus and others); this file is CC BY-SA 4.0 as well.
"""
Candidate = tuple[str, Reading]
"""A lemma in lower case, and its grammatical form: the reading without its words."""


def grammatical_form(reading: Reading) -> Reading:
    """What is counted of a reading beside its lemma."""
    return Reading(
        lemma="x" * min(3, len(reading.parts)),
        word_class=reading.word_class,
        case=reading.case,
        number=reading.number,
        person=reading.person,
        mood=reading.mood,
        tense=reading.tense,
        participle=reading.participle,
        possessive=reading.possessive,
        comparison=reading.comparison,
    )


def candidates() -> list[tuple[float, list[Candidate]]]:
    """For each form that Voikko knows its count in 10**9 words, and what it can be."""
    analyser, _ = open_analyser("native")
    found = []
    for form, frequency in wordfreq.get_frequency_dict("fi", wordlist="large").items():
        if not any(map(str.isalpha, form)):
            continue
        readings = readings_of(analyser.analyse(form)) or readings_of(analyser.analyse(form.capitalize()))
        if readings:
            pairs = dict.fromkeys((reading.lemma.lower(), grammatical_form(reading)) for reading in readings)
            found.append((frequency * 1e9, list(pairs)))
    return found


def lemma_counts(forms: list[tuple[float, list[Candidate]]]) -> dict[str, float]:
    """The expected count of each lemma."""
    lemmas: dict[str, float] = defaultdict(lambda: 1.0)
    grammar: dict[Reading, float] = defaultdict(lambda: 1.0)
    for _ in range(ROUNDS):
        by_lemma: Counter[str] = Counter()
        by_grammar: Counter[Reading] = Counter()
        by_class: Counter[str] = Counter()
        for count, pairs in forms:
            weights = [lemmas[lemma] * grammar[form] for lemma, form in pairs]
            total = sum(weights)
            for (lemma, form), weight in zip(pairs, weights, strict=True):
                share = count * weight / total
                by_lemma[lemma] += share
                by_grammar[form] += share
                by_class[form.word_class] += share
        lemmas = defaultdict(float, {lemma: count + 1e-3 for lemma, count in by_lemma.items()})
        grammar = defaultdict(float, {f: (count + 1) / (by_class[f.word_class] + 1) for f, count in by_grammar.items()})
    return lemmas


def main() -> None:
    """Prints the file."""
    forms = candidates()
    competing = {lemma for _, pairs in forms for lemma, _ in pairs if len({other for other, _ in pairs}) > 1}
    counts = lemma_counts(forms)
    lines: dict[int, list[str]] = defaultdict(list)
    for lemma in sorted(competing):
        weight = round(math.log(counts[lemma] + 1))
        if weight >= LEAST and " " not in lemma:
            lines[weight].append(lemma)
    print(HEADER.format(version=importlib.metadata.version("wordfreq")), end="")
    for weight, lemmas in sorted(lines.items(), reverse=True):
        print(weight, " ".join(lemmas), sep="\t")


if __name__ == "__main__":
    main()
