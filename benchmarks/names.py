"""Measures how well people, organisations and dates are found in tagged text, by rules alone and with the model.

    python benchmarks/names.py FOLDER [--model FILE] [--errors N]

FOLDER holds `dev.tsv` of the Turku NER corpus (CC BY-SA 4.0; `train.tsv` is for `scripts/train_names.py` alone).
Exact F1: a name counts where its first and last letter and its kind are those of the corpus. Bodies without a capital
of their own are left out: the corpus tags proper names, and of the bodies in lower case that rules find in its
training part (*komissio*, *poliisi*, *talousvaliokunta*) 6 of 320 are names there. Four systems:

- rules: `people_by_rules`, `find_bodies` and `find_times`, each sentence as a passage of a document of its own
- shipped: what the facts stage does: the rules first, and of the model what is believed (`facts.names`)
- model: every span of the model
- model + rules: every span of the model, and those of the rules that overlap none

The corpus tags absolute dates only, without the words that give them a role (*mennessä*, *alkaen*, *loppuun*). So of
what `find_times` gives, lengths, recurrences, hours, decades and relative expressions are left out, and words at the
edges that are neither number, month, *vuosi*, *päivä* nor mark.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from policysearch.facts.actors import find_mentions
from policysearch.facts.actors.bodies import find_bodies
from policysearch.facts.actors.cues import actor_cues
from policysearch.facts.actors.people import people_by_rules
from policysearch.facts.gazetteer import open_gazetteer
from policysearch.facts.names.corpus import TaggedSentence, TaggedSpan, read_tagged
from policysearch.facts.names.model import NameModel, open_name_model
from policysearch.facts.times import find_times
from policysearch.facts.times.find import times_by_rules
from policysearch.lang.fi import Finnish, open_finnish
from policysearch.model.document import AnalysedPassage, Document, Passage
from policysearch.model.language import Token
from policysearch.model.source import Metadata
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression

KINDS = ("PER", "ORG", "DATE")
LABELS = {"person": "PER", "organisation": "ORG"}
MONTHS = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu",
)  # fmt: skip
MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})(?:kuu|-)")
System = Callable[[AnalysedPassage, Document], Iterable[TaggedSpan]]


def of_tokens(tokens: Sequence[Token], first: int, last: int, label: str) -> TaggedSpan:
    """Tokens `first` up to `last` as a span of the text."""
    return TaggedSpan(Span(tokens[first].span.start, tokens[last - 1].span.end), label)


def by_rules(finnish: Finnish) -> System:
    """The rules alone."""
    cues, gazetteer = actor_cues(), open_gazetteer(finnish)

    def find(passage: AnalysedPassage, document: Document) -> Iterator[TaggedSpan]:
        tokens = passage.tokens
        bodies = find_bodies(tokens, cues, gazetteer, None)
        for body in bodies:
            name = of_tokens(tokens, body.first, body.last, "ORG")
            if body.actor is not None and is_name(tokens, name.span):
                yield name
        for person in people_by_rules(tokens, cues, gazetteer, ()):
            if not any(person.first < body.last and body.first < person.last for body in bodies):
                yield of_tokens(tokens, person.first, person.last, "PER")
        yield from dates(passage, times_by_rules(document, (passage,)))

    return find


def shipped(finnish: Finnish) -> System:
    """Mentions and times as the facts stage finds them."""

    def find(passage: AnalysedPassage, document: Document) -> Iterator[TaggedSpan]:
        for mention in find_mentions(document, (passage,), finnish):
            if mention.actor.kind == "person" or is_name(passage.tokens, mention.span):
                yield TaggedSpan(mention.span, LABELS[mention.actor.kind])
        yield from dates(passage, find_times(document, (passage,)))

    return find


def is_name(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a word of a body has a capital that is its own, not that of a common noun which begins the sentence."""
    inside = [token for token in tokens if span.contains(token.span)]
    first = inside[0]
    is_common = first.readings[0].word_class == "noun" and not any(reading.name for reading in first.readings)
    letters = " ".join(token.surface for token in inside)
    return any(letter.isupper() for letter in (letters[1:] if first is tokens[0] and is_common else letters))


def by_model(model: NameModel) -> System:
    """The model alone."""

    def find(passage: AnalysedPassage, _document: Document) -> Iterator[TaggedSpan]:
        for name in model.find(passage.tokens):
            yield of_tokens(passage.tokens, name.first, name.last, name.label)

    return find


def first_of(one: System, two: System) -> System:
    """What `one` finds, and of `two` what overlaps none of it."""

    def find(passage: AnalysedPassage, document: Document) -> Iterator[TaggedSpan]:
        found = list(one(passage, document))
        yield from found
        yield from (
            other for other in two(passage, document) if not any(other.span.overlaps(own.span) for own in found)
        )

    return find


def dates(passage: AnalysedPassage, times: Sequence[TimeExpression]) -> Iterator[TaggedSpan]:
    """The absolute dates among the times of a passage, as the corpus marks them."""
    for time in times:
        if time.when.role in {"duration", "recurrence"}:
            continue
        inside = [token for token in passage.tokens if time.span.contains(token.span)]
        clock = next((index for index, token in enumerate(inside) if token.lemma in {"kello", "klo"}), len(inside))
        places = [index for index, token in enumerate(inside[:clock]) if is_of_date(token)]
        if any(names_day_or_year(inside[index]) for index in places) and "luvu" not in time.quote:
            yield of_tokens(inside, places[0], places[-1] + 1, "DATE")


def is_of_date(token: Token) -> bool:
    """Whether a word can stand in a date of the corpus."""
    return token.kind == "number" or token.surface[0].isdigit() or token.lemma in {"vuosi", "päivä"} or month_of(token)


def month_of(token: Token) -> bool:
    """*tammikuussa*, *touko-*, *huhti-kesäkuun*."""
    return MONTH.match(token.surface.lower()) is not None


def names_day_or_year(token: Token) -> bool:
    """*tammikuussa*, *2021*, *1.2.*: not the number of a length (*24 tunnin kuluessa*)."""
    return month_of(token) or re.match(r"\d{4}|\d{1,2}\.\d", token.surface) is not None


def one_sentence(sentence: TaggedSentence, finnish: Finnish) -> tuple[AnalysedPassage, Document]:
    """The sentence as a document of one passage, without a date or an issuer."""
    text = sentence.text
    passage = Passage("0" * 16, Span(0, len(text)), None, None, None)
    document = Document("0" * 16, "0" * 64, "", "text/plain", Metadata(language="fi"), text, (), (), (passage,))
    return AnalysedPassage(passage, finnish.tokens(text), (Span(0, len(text)),)), document


def report(name: str, find: System, sentences: Sequence[TaggedSentence], finnish: Finnish, n_errors: int) -> None:
    """Prints one row, and the most frequent errors."""
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for sentence in sentences:
        gold = {one for one in sentence.spans if one.label in KINDS}
        found = {one for one in find(*one_sentence(sentence, finnish)) if one.label in KINDS}
        wanted.update(one.label for one in gold)
        given.update(one.label for one in found)
        right.update(one.label for one in gold & found)
        wrong.update(f"missed {one.label} {one.span.of(sentence.text)}" for one in gold - found)
        wrong.update(f"in vain {one.label} {one.span.of(sentence.text)}" for one in found - gold)
    cells = []
    for kind in KINDS:
        precision, recall = right[kind] / max(given[kind], 1), right[kind] / max(wanted[kind], 1)
        f1 = 2 * precision * recall / (precision + recall) if right[kind] else 0.0
        cells.append(f"{f1:.3f} ({precision:.2f}/{recall:.2f})")
    print(f"{name:18}" + "".join(f"{cell:>20}" for cell in cells))
    for shown, count in wrong.most_common(n_errors):
        print(f"{count:6}  {shown}")


def main() -> None:
    """Reads the command line and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", type=Path, help="another model file than the one that ships")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args()
    finnish = open_finnish()
    model = by_model(NameModel(options.model.read_bytes()) if options.model else open_name_model())
    rules = by_rules(finnish)
    sentences = list(read_tagged(options.folder / "dev.tsv"))
    print(f"{'exact F1 (P/R)':18}" + "".join(f"{kind:>20}" for kind in KINDS))
    systems = {"rules": rules, "shipped": shipped(finnish), "model": model, "model + rules": first_of(model, rules)}
    for name, find in systems.items():
        report(name, find, sentences, finnish, options.errors)


if __name__ == "__main__":
    main()
