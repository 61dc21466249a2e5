"""Names and values of the query language, kept as data in `operators.toml`."""

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import NamedTuple

from policysearch.model.document import PARTS
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.query import FilterName, TermField
from policysearch.model.source import DOCUMENT_TYPES


class Operators(NamedTuple):
    """Names before a colon, with what they mean.

    Attributes:
        fields: To the fields of the index.
        filters: To the filters inside a query.
        values: By filter, the values that can be typed to those of the model; a filter that is not here takes any.
        endings: Case endings that follow an abbreviation and a colon, so that these are no names.
        empty_classes: Classes of words that are left out of a query.
        empty_lemmas: Other words that are left out.
    """

    fields: Mapping[str, TermField]
    filters: Mapping[str, FilterName]
    values: Mapping[str, Mapping[str, str]]
    endings: frozenset[str]
    empty_classes: frozenset[str]
    empty_lemmas: frozenset[str]


@functools.cache
def operators() -> Operators:
    """The names and values of the query language."""
    data = tomllib.loads(resources.files(__package__).joinpath("operators.toml").read_text(encoding="utf-8"))
    english = {"type": DOCUMENT_TYPES, "kind": COMMITMENT_KINDS, "part-of": PARTS, "lang": ("fi", "sv", "en")}
    values = {name: {each: each for each in known} | data["values"][name] for name, known in english.items()}
    endings, empty = data["endings"], data["empty"]
    return Operators(
        data["fields"],
        data["filters"],
        values,
        frozenset(endings["after_colon"]),
        frozenset(empty["classes"]),
        frozenset(empty["lemmas"]),
    )
