"""Measures how fast facts are found, beside the bare analysis of the same words.

    python benchmarks/facts.py PATH…

Tokens a second of the analysis (tokens with all their readings, sentences) as a first reading of the documents does it,
and of each part of the facts stage; the share is the speed of the part over that of the analysis. Times are
those of the processor, the best of three rounds over all parts; the analysis begins with an empty memory each time.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from policysearch.errors import PolicySearchError
from policysearch.extract import extract
from policysearch.facts import find_facts
from policysearch.facts.actors import find_mentions, find_offices
from policysearch.facts.attribution import issuer_of
from policysearch.facts.commitments.find import find_commitments
from policysearch.facts.names.model import open_name_model
from policysearch.facts.times import find_times
from policysearch.lang.fi import Finnish, open_finnish
from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.source import Metadata
from policysearch.pipeline import analyse
from policysearch.structure import build_document

RUNS = 3
Read = tuple[Document, tuple[AnalysedPassage, ...]]


def documents(paths: Sequence[Path], finnish: Finnish) -> Iterator[Document]:
    """The documents of the files, those below folders included; what is none is left out."""
    for path in sorted({file for one in paths for file in (one.rglob("*") if one.is_dir() else (one,))}):
        if not path.is_file():
            continue
        try:
            extracts = extract(path.read_bytes(), name=path.name, ocr=False)
        except PolicySearchError:
            continue
        for one in extracts:
            yield build_document(one, sha256="0" * 64, language=finnish, overrides=Metadata())


def seconds(run: Callable[[], object]) -> float:
    """Processor time of one run."""
    begin = time.process_time()
    run()
    return time.process_time() - begin


def commitments_alone(read: Sequence[Read], finnish: Finnish) -> Callable[[], None]:
    """Commitments with times and mentions found before, as `find_facts` hands them on."""
    ready = []
    for document, passages in read:
        mentions = find_mentions(document, passages, finnish)
        issuer = issuer_of(document, mentions, finnish)
        ready.append((document, passages, find_times(document, passages), mentions, issuer))

    def run() -> None:
        for document, passages, times, mentions, issuer in ready:
            find_commitments(document, passages, times, mentions, issuer)

    return run


def model_alone(read: Sequence[Read]) -> None:
    """The model on every sentence, as if no rule chose which to ask it about."""
    model = open_name_model()
    for _, passages in read:
        for passage in passages:
            for sentence in passage.sentences:
                model.find([token for token in passage.tokens if sentence.contains(token.span)])


def main() -> None:
    """Reads the command line and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    options = parser.parse_args()
    finnish = open_finnish()
    found = list(documents(options.paths, finnish))
    read = [(document, analyse(document, finnish)) for document in found]
    n_tokens = sum(len(passage.tokens) for _, passages in read for passage in passages)

    def bare() -> None:
        fresh = open_finnish()
        for document in found:
            analyse(document, fresh)

    def warm() -> None:
        for document in found:
            analyse(document, finnish)

    rows = {
        "analysis": bare,
        "analysis, every form known": warm,
        "times": lambda: [find_times(document, passages) for document, passages in read],
        "actors": lambda: [find_mentions(document, passages, finnish) for document, passages in read],
        "offices": lambda: [find_offices(document, passages, finnish) for document, passages in read],
        "names: model on all": lambda: model_alone(read),
        "commitments": commitments_alone(read, finnish),
        "facts, the whole stage": lambda: [find_facts(document, passages, finnish) for document, passages in read],
    }
    print(f"{len(found):,} documents, {n_tokens:,} tokens")
    print(f"{'':28}{'tokens/s':>12}{'share':>8}")
    rounds = [{name: seconds(run) for name, run in rows.items()} for _ in range(RUNS)]
    best = {name: min(one[name] for one in rounds) for name in rows}
    for name, took in best.items():
        print(f"{name:28}{n_tokens / took:12,.0f}{best['analysis'] / took:8.2f}")


if __name__ == "__main__":
    main()
