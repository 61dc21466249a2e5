"""How a row becomes a document of tantivy: terms, columns, what its order needs."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Literal

import tantivy

from policysearch.index.conditions import COLUMNS
from policysearch.index.port import IndexRow
from policysearch.index.ranked import UNDATED_LAST, day_number
from policysearch.index.scoring import FACT_WEIGHT, HEADING_WEIGHT, K1, LIST_PARTS, LIST_WEIGHT, B

PLACE, VALUE = "\x1e", "\x1f"
"""They part the places of a field, and the terms of one place."""
UNKNOWN = "\x00"
"""What a column holds where it is unknown: a term like others, so that it is counted and found."""
_POSITIONED: tuple[Literal["lemma", "form"], ...] = ("lemma", "form")
_JOINED = "joined"
_FILLER = "\x02"
NO_TERMS = frozenset({_FILLER})
"""What stands in a field and is no term of a row."""
OWN_K1, OWN_B = 1.2, 0.75
"""BM25 as it is built into tantivy. The curve of `scoring` comes out of it where each term stands `REPEATS` times, and
each row has so many `FILLERS` that its length matters less."""
REPEATS = round(OWN_K1 / K1)
_MEAN_LENGTH = 30
"""Terms of a row, lemmas and parts, as they were in the corpora at hand; another mean bends the curve only a little."""
FILLERS = round(REPEATS * _MEAN_LENGTH * (OWN_B / B - 1))
LEAST_WEIGHT = LIST_WEIGHT * HEADING_WEIGHT
"""tantivy can only weigh rows up: this is 1 to it."""


def register_tokenizer(index: tantivy.Index) -> None:
    """Make known to an index how joined terms are parted; needed for writing."""
    parted = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(f"[^{VALUE}]+")).build()
    index.register_tokenizer(_JOINED, parted)


def column_field(name: str) -> str:
    """The field behind a column; the fields of terms have their names."""
    return name if name == "document" else f"column_{name}"


def schema() -> tantivy.Schema:
    """The fields of an index."""
    made = tantivy.SchemaBuilder()
    for name in ("mixed", "part"):
        made.add_text_field(name, tokenizer_name=_JOINED, index_option="freq")
    for name in ("title", "heading"):
        made.add_text_field(name, tokenizer_name=_JOINED, index_option="basic")
    for name in ("lemma", "form"):
        made.add_text_field(name, tokenizer_name=_JOINED, index_option="position")
        made.add_bytes_field(f"{name}_places", stored=True)
    made.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    made.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    made.add_unsigned_field("order", stored=True)
    made.add_float_field("weight", fast=True)
    for name in ("day", "day_last"):
        made.add_unsigned_field(name, fast=True)
    made.add_unsigned_field("fold_key", fast=True, indexed=True)
    for name in COLUMNS:
        made.add_text_field(column_field(name), fast=True, tokenizer_name="raw", index_option="basic")
    return made.build()


def document_of(row: IndexRow, number: int) -> tantivy.Document:
    """A row as tantivy takes it; `number` keeps the order of the rows of one document."""
    made = tantivy.Document()
    made.add_text("id", row.id)
    made.add_text("document", row.document)
    made.add_unsigned("order", number)
    mixed = [term for token in row.tokens for term in token.mixed]
    length = REPEATS * len(mixed) + FILLERS
    made.add_text("mixed", _filled(mixed, length))
    made.add_text("part", _filled([term for token in row.tokens for term in token.parts], length))
    for name in _POSITIONED:
        places = [token.terms(name) for token in row.tokens]
        joined = [VALUE.join(place) for place in places]
        if sum(map(len, places)) == len(places):
            made.add_text(name, _filled(joined, length))
        else:
            made.add_pre_tokenized_text(name, _placed(places, length))
        made.add_bytes(f"{name}_places", PLACE.join(joined).encode())
    made.add_text("title", VALUE.join(row.title))
    made.add_text("heading", VALUE.join(row.heading))
    made.add_float("weight", _weight_of(row))
    for column in COLUMNS:
        value = row.columns.get(column)
        for each in value if isinstance(value, tuple) and value else (value,):
            made.add_text(column_field(column), str(each) if each else UNKNOWN)
    date, fold = row.columns.get("date"), row.columns.get("fold")
    day = day_number(str(date)) if date else 0
    made.add_unsigned("day", day)
    made.add_unsigned("day_last", day or UNDATED_LAST)
    if fold:
        made.add_unsigned("fold_key", int.from_bytes(blake2b(str(fold).encode(), digest_size=8).digest()))
    return made


def _weight_of(row: IndexRow) -> float:
    """What tantivy takes the score of a row times: the logarithm to base 2 of this and 2."""
    columns = row.columns
    weight = LIST_WEIGHT if columns.get("part") in LIST_PARTS else 1.0
    weight *= HEADING_WEIGHT if columns.get("block") == "heading" else 1.0
    weight *= FACT_WEIGHT if columns.get("kind") else 1.0
    return float(2 ** (weight / LEAST_WEIGHT) - 2)


def _filled(terms: Sequence[str], length: int) -> str:
    """The terms, each so many times as it is repeated, and fillers up to a length."""
    repeated = [each for each in terms for _ in range(REPEATS)]
    return VALUE.join((*repeated, *([_FILLER] * (length - len(repeated)))))


def _placed(places: Sequence[Sequence[str]], length: int) -> tantivy.PreTokenizedString:
    """The same of terms that share places; a place is as wide as it is repeated."""
    tokens = [
        tantivy.Token(term, number * REPEATS + repeat, 0, 0)
        for number, place in enumerate(places)
        for repeat in range(REPEATS)
        for term in place
    ]
    fillers = [tantivy.Token(_FILLER, len(places) * REPEATS, 0, 0)] * (length - len(tokens))
    return tantivy.PreTokenizedString("", [*tokens, *fillers])
