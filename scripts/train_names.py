"""Trains the model of names, `src/policysearch/facts/data/names.crfsuite`.

    python scripts/train_names.py TRAIN.tsv [-o FILE]

TRAIN.tsv is the training part of the Turku NER corpus (https://github.com/TurkuNLP/turku-ner-corpus, CC BY-SA 4.0), or
any file of its form: a word, a tab and a BIO tag a line, a blank line behind each sentence. The words are read by the
same analyser that reads documents. Sentences made of the templates of `names_made.toml` are added, which have what the
corpus lacks. No chance is involved: the same files and dictionary give the same model. About three minutes.
"""

import argparse
from pathlib import Path

from policysearch.facts.names.corpus import read_tagged, tags_of
from policysearch.facts.names.made import made_sentences
from policysearch.facts.names.model import train
from policysearch.lang.fi import open_finnish

MADE = Path(__file__).with_name("names_made.toml")
MODEL = Path(__file__).resolve().parents[1] / "src" / "policysearch" / "facts" / "data" / "names.crfsuite"


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tagged", type=Path, metavar="TRAIN.tsv")
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    parser.add_argument(
        "--made", type=Path, default=MADE, metavar="FILE.toml", help="templates of sentences of our own"
    )
    parser.add_argument("--c1", type=float, default=0.1)
    options = parser.parse_args()
    finnish = open_finnish()
    sentences = []
    for sentence in (*read_tagged(options.tagged), *made_sentences(options.made)):
        tokens = finnish.tokens(sentence.text)
        sentences.append((tokens, tags_of(sentence, tokens)))
    train(sentences, options.output, c1=options.c1)
    print(f"{options.output}: {options.output.stat().st_size:,} bytes from {len(sentences):,} sentences")


if __name__ == "__main__":
    main()
