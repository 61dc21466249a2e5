"""Dataclasses survive the way to JSON and back."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch import codec
from policysearch.model.facts import Actor, Amount, Commitment
from policysearch.model.source import Metadata
from policysearch.model.text import Span
from policysearch.model.time import When

moments = st.none() | st.dates() | st.datetimes().map(lambda moment: moment.replace(second=0, microsecond=0))


@given(begin=moments, end=moments, text=st.text(), value=st.decimals(allow_nan=False, allow_infinity=False))
def test_commitment_round_trip(begin: dt.date | None, end: dt.date | None, text: str, value: Decimal) -> None:
    """Days stay days, minutes stay minutes, money stays exact."""
    actor = Actor("a", text, "organisation")
    commitment = Commitment(
        "i", "d", Span(0, 3), text, None, "decision", "cue", actors=(actor,), when=When("period", begin, end),
        amount=Amount(value), speaker=actor, said_on=dt.date(2021, 3, 30),
    )  # fmt: skip
    assert codec.decode(codec.encode(commitment), Commitment) == commitment


def test_metadata_round_trip_leaves_out_what_is_unknown() -> None:
    """The file beside an original holds only what was said."""
    assert codec.encode(Metadata(type="plan")) == '{"type":"plan"}'
    assert codec.decode("{}", Metadata) == Metadata()


@pytest.mark.parametrize("text", ["", "[", '{"type": "novel"}', "3"])
def test_decode_of_something_else_is_a_value_error(text: str) -> None:
    """What was not written by us is refused."""
    with pytest.raises(ValueError):
        codec.decode(text, Metadata)
