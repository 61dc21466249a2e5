"""Readings of one word form <-> one compact string, for a memo that is kept between runs.

Readings are separated by line feeds, fields by tabs, parts by spaces; a closed set of values is written as one letter.
"""

from typing import get_args

from policysearch.model.language import Case, Mood, NameKind, Number, Participle, Reading, Tense, WordClass


def _codes(values: tuple[object, ...]) -> dict[object, str]:
    return {None: "", **{value: chr(ord("a") + index) for index, value in enumerate(values)}}


_FIELDS: tuple[tuple[str, dict[object, str]], ...] = (
    ("word_class", _codes(get_args(WordClass))),
    ("case", _codes(get_args(Case))),
    ("number", _codes(get_args(Number))),
    ("person", _codes((1, 2, 3, 4))),
    ("mood", _codes(get_args(Mood))),
    ("tense", _codes(get_args(Tense))),
    ("participle", _codes(get_args(Participle))),
    ("negative", _codes((False, True))),
    ("possessive", _codes(("1s", "2s", "1p", "2p", "3"))),
    ("comparison", _codes(("comparative", "superlative"))),
    ("name", _codes(get_args(NameKind))),
)
_DECODE = tuple((name, {code: value for value, code in codes.items() if code}) for name, codes in _FIELDS)


def encode(readings: tuple[Reading, ...]) -> str:
    """The readings as one string without anything that their lemmas do not hold."""
    return "\n".join(map(_encode, readings))


def _encode(reading: Reading) -> str:
    features = ".".join(codes[getattr(reading, name)] for name, codes in _FIELDS)
    fields = [
        reading.lemma,
        features.rstrip("."),
        " ".join(reading.parts),
        " ".join(reading.pieces),
        reading.verb or "",
        "?" if reading.guessed else "",
    ]
    return "\t".join(fields).rstrip("\t")


def decode(text: str) -> tuple[Reading, ...]:
    """The readings that `encode` wrote.

    Raises:
        ValueError: The text was not written by `encode`.
    """
    return tuple(_decode(line) for line in text.split("\n"))


def _decode(line: str) -> Reading:
    fields = line.split("\t")
    if not 2 <= len(fields) <= 6:
        raise ValueError(f"not a reading: {line!r}")
    fields += [""] * (6 - len(fields))
    features = {name: values[code] for (name, values), code in zip(_DECODE, fields[1].split("."), strict=False) if code}
    return Reading(
        lemma=fields[0],
        parts=tuple(fields[2].split()),
        pieces=tuple(fields[3].split()),
        verb=fields[4] or None,
        guessed=fields[5] == "?",
        **features,  # type: ignore[arg-type]  # each table holds the literals of its field
    )
