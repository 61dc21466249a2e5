"""How a row becomes a document of tantivy: terms, columns, what its order needs."""

from hashlib import blake2b
from typing import Literal

import tantivy

from policysearch.index.conditions import COLUMNS
from policysearch.index.port import IndexRow
from policysearch.index.ranked import UNDATED_LAST, day_number

PLACE, VALUE = "\x1e", "\x1f"
"""They part the places of a field, and the terms of one place."""
UNKNOWN = "\x00"
"""What a column holds where it is unknown: a term like others, so that it is counted and found."""
_POSITIONED: tuple[Literal["lemma", "form"], ...] = ("lemma", "form")
_JOINED = "joined"


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
    for name in ("lemma", "form"):
        made.add_text_field(name, tokenizer_name=_JOINED, index_option="position")
        made.add_bytes_field(f"{name}_places", stored=True)
    made.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    made.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    made.add_unsigned_field("order", stored=True)
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
    made.add_text("mixed", VALUE.join(term for token in row.tokens for term in token.mixed))
    made.add_text("part", VALUE.join(term for token in row.tokens for term in token.parts))
    for name in _POSITIONED:
        places = [token.terms(name) for token in row.tokens]
        joined = [VALUE.join(place) for place in places]
        if sum(map(len, places)) == len(places):
            made.add_text(name, VALUE.join(joined))
        else:
            tokens = [tantivy.Token(term, number, 0, 0) for number, place in enumerate(places) for term in place]
            made.add_pre_tokenized_text(name, tantivy.PreTokenizedString("", tokens))
        made.add_bytes(f"{name}_places", PLACE.join(joined).encode())
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
