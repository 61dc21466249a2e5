"""Passages in any number for benchmarks of search: sentences of real documents, mixed anew, with words put in.

Documents are read once, through the product's own reading and structure, and their words analysed. A passage is then
made of sentences drawn from all of them, up to the length of a passage drawn as well, and about a third of its words
are put in the place of others: mostly words of the same documents as often as they stand there, one in eight a
compound of two of them that nobody has written. So terms, compound parts and phrases are spread as in real text, and
the vocabulary grows with the corpus as it does there, while nothing has to be analysed again. All draws are seeded.
"""

import bisect
import itertools
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policysearch.errors import PolicySearchError
from policysearch.extract import extract
from policysearch.index.port import IndexRow
from policysearch.index.terms import StoredToken, pack_tokens, read_tokens, token_terms
from policysearch.lang.fi import open_finnish
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.pipeline import analyse
from policysearch.structure import build_document

REPLACED, COMPOUNDS = 0.35, 0.12
"""Share of the words that others stand in for, and of compounds among those."""
LEAST_WORDS = 20
"""Shorter passages of the documents (headings, cells of tables) lend their words, not their length."""
PER_DOCUMENT = (8, 59)
PARTS = ("decision", "proposal", "rationale", "statement", None)
_ISSUERS = tuple(f"Kunta {number}" for number in range(1, 41))


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, with its terms."""

    printed: str
    lemmas: tuple[str, ...]
    form: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seeds:
    """What passages are made of: sentences, lengths of passages in words, and words with their running frequency."""

    sentences: tuple[tuple[Word, ...], ...]
    lengths: tuple[int, ...]
    words: tuple[Word, ...]
    cumulated: tuple[int, ...]

    def word(self, chance: random.Random) -> Word:
        """A word, as often as it stands in the documents."""
        return self.words[bisect.bisect(self.cumulated, chance.randrange(self.cumulated[-1]))]


def read_seeds(paths: Iterable[Path]) -> Seeds:
    """Read and analyse all documents below `paths`; what cannot be read is left out."""
    language = open_finnish()
    sentences: list[tuple[Word, ...]] = []
    lengths: list[int] = []
    counts: Counter[Word] = Counter()
    files = sorted(file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file())
    for file in files:
        try:
            extracts = extract(file.read_bytes(), name=file.name, ocr=False)
        except PolicySearchError:
            continue
        for one in extracts:
            document = build_document(one, sha256="0" * 64, language=language)
            for passage in analyse(document, language):
                tokens = [token for token in passage.tokens if token.kind != "punctuation"]
                words = [(token.span, _word(token.surface, token_terms(token))) for token in tokens]
                lengths.append(len(words))
                counts.update(word for _, word in words if len(word.printed) > 3)
                for span in passage.sentences:
                    sentence = tuple(word for at, word in words if span.contains(at))
                    if len(sentence) > 2:
                        sentences.append(sentence)
    known = sorted(counts, key=lambda word: (-counts[word], word.printed, word.form))
    running = tuple(itertools.accumulate(counts[word] for word in known))
    return Seeds(tuple(sentences), tuple(length for length in lengths if length >= LEAST_WORDS), tuple(known), running)


def _word(printed: str, terms: StoredToken) -> Word:
    return Word(" ".join(printed.split()), terms.lemmas, terms.form, terms.parts)


def write_corpus(path: Path, seeds: Seeds, size: int, *, seed: int = 1) -> tuple[Counter[str], int]:
    """Write `size` passages into a store of their own; in how many of them each lemma stands, and how many words."""
    chance = random.Random(seed)
    store = sqlite3.connect(path)
    store.execute(
        "CREATE TABLE passage "
        "(id TEXT PRIMARY KEY, document TEXT, columns TEXT, text TEXT, sentences TEXT, tokens BLOB)"
    )
    frequency: Counter[str] = Counter()
    made = n_words = 0
    while made < size:
        document = f"{chance.getrandbits(64):016x}"
        columns = _document_columns(chance)
        for number in range(min(chance.randint(*PER_DOCUMENT), size - made)):
            words, ends = _passage(seeds, chance)
            text, tokens = _laid_out(words, ends)
            sentences = _sentences(tokens, ends)
            frequency.update({token.lemma for token in tokens})
            row = (f"{document}-{number:04}", document, json.dumps(columns | _own_columns(chance)), text, sentences)
            store.execute("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)", (*row, pack_tokens(tokens)))
            made += 1
            n_words += len(words)
    store.commit()
    store.close()
    return frequency, n_words


def rows(path: Path) -> Iterator[tuple[str, list[IndexRow]]]:
    """The rows of each document, as an engine takes them."""
    store = sqlite3.connect(path)
    found = store.execute("SELECT document, id, columns, tokens FROM passage ORDER BY rowid")
    for document, group in itertools.groupby(found, key=lambda row: row[0]):
        yield document, [IndexRow(id_, document, read_tokens(blob), _columns(raw)) for _, id_, raw, blob in group]
    store.close()


def _columns(raw: str) -> dict[Any, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(raw).items()}


def _own_columns(chance: random.Random) -> dict[str, Any]:
    """What differs from passage to passage: few have commitments, most name somebody."""
    kinds = [chance.choice(COMMITMENT_KINDS)] if chance.random() < 0.15 else []
    actors = {f"actor-{int(300 * chance.random() ** 3)}" for _ in range(chance.randint(0, 3))}
    return {"part": chance.choice(PARTS), "block": "paragraph", "kind": kinds, "actors": sorted(actors)}


def _document_columns(chance: random.Random) -> dict[str, Any]:
    dated = chance.random() > 0.03
    year = int(chance.triangular(1995, 2026, 2021))
    return {
        "type": chance.choice(DOCUMENT_TYPES),
        "issuer": chance.choice(_ISSUERS),
        "date": f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" if dated else None,
        "year": year if dated else None,
    }


def _passage(seeds: Seeds, chance: random.Random) -> tuple[list[Word], set[int]]:
    """The words of a passage, and where sentences end."""
    length = chance.choice(seeds.lengths)
    words: list[Word] = []
    ends: set[int] = set()
    while len(words) < length:
        words.extend(chance.choice(seeds.sentences)[: length - len(words)])
        ends.add(len(words))
    return [_varied(word, seeds, chance) for word in words], ends


def _varied(word: Word, seeds: Seeds, chance: random.Random) -> Word:
    if len(word.printed) <= 3 or chance.random() >= REPLACED:
        return word
    other = seeds.word(chance)
    if chance.random() >= COMPOUNDS:
        return other
    first = seeds.word(chance).lemmas[0]
    if not (first.isalpha() and other.form.isalpha()):
        return other
    parts = dict.fromkeys((first, other.lemmas[0], *other.parts))
    return Word(first + other.printed, (first + other.lemmas[0],), first + other.form, tuple(parts))


def _laid_out(words: Sequence[Word], ends: set[int]) -> tuple[str, list[StoredToken]]:
    pieces: list[str] = []
    tokens: list[StoredToken] = []
    at = 0
    for number, word in enumerate(words, 1):
        tokens.append(StoredToken(at, at + len(word.printed), word.form, word.lemmas, word.parts))
        pieces.append(word.printed + ("." if number in ends else ""))
        at += len(pieces[-1]) + 1
    return " ".join(pieces), tokens


def _sentences(tokens: Sequence[StoredToken], ends: set[int]) -> str:
    """Begin and end of each sentence, as JSON."""
    borders = [0, *sorted(ends)]
    return json.dumps([[tokens[one].start, tokens[other - 1].end + 1] for one, other in itertools.pairwise(borders)])
