"""Word lists of `words.toml`, read once."""

import tomllib
from importlib.resources import files

_LISTS = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))

ABBREVIATIONS_FINAL = frozenset(word.casefold() for word in _LISTS["abbreviations_final"])
"""Abbreviations that may end a sentence, without their full stop."""

ABBREVIATIONS = ABBREVIATIONS_FINAL | frozenset(word.casefold() for word in _LISTS["abbreviations_inside"])
"""All words that are written with a full stop, without it."""

NOUNS: tuple[str, ...] = tuple(_LISTS["nouns"])
"""Nouns, and heads of compounds, that the dictionary does not tell from adjectives."""

LEXICAL_PARTICIPLES = frozenset(_LISTS["lexical_participles"])
"""Participles that are words of their own, in the nominative."""

PLACE_NOUNS = frozenset(_LISTS["place_nouns"])
"""Common nouns that end the names of places."""

PLURAL_NAMES: dict[str, str] = _LISTS["plural_names"]
"""Names that are plural: Voikko's singular -> the name."""
