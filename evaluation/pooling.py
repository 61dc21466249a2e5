"""Pool the passages to be judged for each need: the best of several systems, shuffled, without saying which found them.

Usage: python evaluation/pooling.py examples CORPUS INDEX > pool.txt

Systems: ours with any word and as a user's search, and words of the query joined by OR over first-BASEFORM Voikko,
Snowball and raw words, all by the BM25 of the same engine; first-BASEFORM once more over passages with the title of
their document and their heading before them. The best `POOL_DEPTH` of each, as far as the need's filters admit them.
Passages that are judged already are left out, unless `--all` is given. `--judge FILE` reads back lines such as
`need 3:1,4 2:7` (grades and numbers of passages in the printed pool); the others of that need get 0.
Between printing and reading, corpus and program must stay the same, since the numbers are of that pool.
"""

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from relevance import FOLDER, Anchor, Need, Qrels, Reader, read_needs, read_qrels, write_qrels

from policysearch import Corpus, open_corpus
from policysearch.index import open_index
from policysearch.index.port import IndexRow

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))
from ranking import System, by_word, first_baseform, snowball  # noqa: E402

POOL_DEPTH = 20
_OPERATORS = re.compile(r"\b(?:AND|OR|NOT|JA|TAI|EI)\b|\b(?:lemma|part|form):|[\"'()*~]")
Passages = Mapping[Anchor, str]


def passages_of(corpus: Corpus) -> dict[Anchor, str]:
    """All passages of a corpus: the text of each, with the title of its document and its heading before it."""
    reader, found = Reader(corpus), {}
    for hit in corpus.search("", limit=None).hits:
        context = (hit.document.metadata.title or "", hit.heading or "")
        found[reader.anchor(hit.document, hit.passage)] = "\n".join(
            (*context, reader.text(hit.document.id, hit.passage))
        )
    return found


def rankings(system: System, texts: Passages, needs: Sequence[Need]) -> dict[str, list[Anchor]]:
    """All passages with any word of each need's query, best first."""
    anchors = list(texts)
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder), name="passages", corpus_id="pool", stamp="pool")
        index.begin(anew=True)
        for number, anchor in enumerate(anchors):
            index.replace(str(number), "", [IndexRow(str(number), str(number), system.tokens(texts[anchor]))])
        index.commit("1")
        found = {}
        for need in needs:
            query = system.query(_OPERATORS.sub(" ", need.query))
            ids = index.search(query, limit=len(anchors), facets=()).ids if query else ()
            found[need.id] = [anchors[int(id_)] for id_ in ids]
        index.close()
    return found


def pool(corpus: Corpus, needs: Sequence[Need]) -> tuple[dict[str, list[Anchor]], Passages]:
    """The passages to be judged for each need, in an order that says nothing; and the text of all passages."""
    reader, context = Reader(corpus), passages_of(corpus)
    texts = {anchor: text.split("\n", 2)[2] for anchor, text in context.items()}
    plain = (first_baseform(), snowball(), by_word(str.lower))
    others = [rankings(system, texts, needs) for system in plain] + [rankings(plain[0], context, needs)]
    pooled = {}
    for need in needs:
        everything = Need(**{name: getattr(need, name) for name in Need.__slots__} | {"query": ""})
        admitted = set(reader.search(everything, limit=None))
        lists = [
            reader.search(need, limit=POOL_DEPTH),
            reader.search(need, limit=POOL_DEPTH, any_word=True),
            *([anchor for anchor in found[need.id] if anchor in admitted][:POOL_DEPTH] for found in others),
        ]
        union = sorted({anchor for ranked in lists for anchor in ranked})
        random.Random(need.id).shuffle(union)  # noqa: S311 (nothing to keep secret)
        pooled[need.id] = union
    return pooled, context


def read_judgements(lines: Sequence[str], pooled: Mapping[str, Sequence[Anchor]]) -> Iterator[tuple[str, Anchor, int]]:
    """Need, passage and grade, from lines `need 3:1,4 2:7` with numbers from 1; passages that are not named get 0."""
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        need, *groups = line.split()
        grades = dict.fromkeys(pooled[need], 0)
        for group in groups:
            grade, _, numbers = group.partition(":")
            grades |= {pooled[need][int(number) - 1]: int(grade) for number in numbers.split(",")}
        yield from ((need, anchor, grade) for anchor, grade in grades.items())


def main() -> None:
    """Print the pool, or read the judgements of a printed one."""
    parser = argparse.ArgumentParser(description="Pool passages to be judged, or read their judgements.")
    parser.add_argument("part", choices=("examples", "real"))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--all", action="store_true", help="also what is judged already")
    parser.add_argument("--judge", type=Path, metavar="FILE", help="write the judgements of FILE to qrels.tsv")
    options = parser.parse_args()
    path = FOLDER / "qrels.tsv"
    qrels = read_qrels(path) if path.is_file() else {}
    needs = [need for need in read_needs() if need.part == options.part]
    with open_corpus(options.corpus, options.index) as corpus:
        pooled, texts = pool(corpus, needs)
    if not options.all:
        pooled = {
            need: [anchor for anchor in found if anchor not in qrels.get(need, {})] for need, found in pooled.items()
        }
    if options.judge:
        lines = options.judge.read_text(encoding="utf-8").splitlines()
        for need, anchor, grade in read_judgements(lines, pooled):
            qrels.setdefault(need, {})[anchor] = grade
        ordered: Qrels = {need.id: qrels[need.id] for need in read_needs() if need.id in qrels}
        write_qrels(ordered, path)
        return
    for need in needs:
        print(f"\n## {need.id}: {need.text} [{need.query}] {need.relevant}")
        for number, anchor in enumerate(pooled[need.id], 1):
            title, heading, text = texts[anchor].split("\n", 2)
            print(f"{number} [{anchor.document} | {title} | {heading}] {' '.join(text.split())}")


if __name__ == "__main__":
    main()
