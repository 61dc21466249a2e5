"""Dataclasses of the model to JSON text and back, exactly."""

import datetime as dt
import json
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import cattrs
from cattrs.preconf.json import JsonConverter, make_converter

from policysearch.model.time import Moment

T = TypeVar("T")


def encode(value: object) -> str:
    """JSON of a dataclass, or of a tuple of them."""
    return json.dumps(_converter().unstructure(value), ensure_ascii=False, separators=(",", ":"))


def decode(text: str, type_: type[T]) -> T:
    """The value of that type which `encode` wrote.

    Raises:
        ValueError: The text is no JSON, or not of that type.
    """
    try:
        return _converter().structure(json.loads(text), type_)
    except cattrs.BaseValidationError as error:
        raise ValueError(f"not a {type_}: {'; '.join(cattrs.transform_error(error))}") from error
    except TypeError as error:  # a number or a list where an object should be
        raise ValueError(f"not a {type_}: {error}") from error


@cache
def _converter() -> JsonConverter:
    converter = make_converter(omit_if_default=True)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook(Decimal, str)
    for union in (Moment, Moment | None):
        converter.register_structure_hook(union, _moment)
        converter.register_unstructure_hook(union, lambda value: None if value is None else value.isoformat())
    return converter


def _moment(value: Any, _: Any) -> Moment | None:
    """A date is written without a clock time, a datetime always with one."""
    if value is None:
        return None
    return dt.date.fromisoformat(value) if len(value) == len("2021-02-09") else dt.datetime.fromisoformat(value)
