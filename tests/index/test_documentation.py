"""The page of the query language says what the parser does."""

import re
from pathlib import Path

import pytest

from policysearch.errors import QueryError
from policysearch.index.folding import LEAST
from policysearch.index.operators import operators
from policysearch.index.query import LEAST_BEGINNING, MAX_DEPTH, MAX_LENGTH, parse_query
from policysearch.index.vocabulary import LONG, MOST_BEGINNINGS, MOST_FORMS, MOST_SIMILAR, SHORT

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "query-language.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\| `(.+?)` \|", PAGE, re.MULTILINE)
FINNISH = re.findall(r"^\| `[^`]+` \| `([^`]+:[^`]+)` \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("query", [*EXAMPLES, *FINNISH])
def test_every_example_is_a_query(query: str) -> None:
    """What the page shows can be typed, whether all words are wanted or any."""
    parse_query(query)
    parse_query(query, match="any")


def test_message_is_the_one_shown() -> None:
    """The example of a broken query shows the real message."""
    with pytest.raises(QueryError) as raised:
        parse_query("uhri AND")
    assert f"```text\n{raised.value}\n```" in PAGE


def test_limits_are_the_ones_said() -> None:
    """The page names the limits of the parser."""
    assert len(EXAMPLES) > 30
    assert len(FINNISH) > 7
    assert f"after at least {LEAST_BEGINNING} letters" in PAGE
    assert f"more than {MOST_BEGINNINGS:,} words begin so" in PAGE
    assert f"At most {MOST_SIMILAR} words" in PAGE
    assert f"the {MOST_FORMS} most" in PAGE
    assert f"words of up to {SHORT - 1}, one in words of {SHORT} to {LONG - 1}" in PAGE
    assert f"at least\n{LEAST} words" in PAGE
    assert f"At most {MAX_LENGTH:,} characters, and {MAX_DEPTH} parentheses" in PAGE


def test_every_name_and_value_is_on_the_page() -> None:
    """The page names each field, filter and English value that can be typed."""
    known = operators()
    assert [
        name for name in (*known.fields, *known.filters) if f"{name}:" not in PAGE and f'"{name}"' not in PAGE
    ] == []
    assert [
        value for values in known.values.values() for value in set(values.values()) if f"`{value}`" not in PAGE
    ] == []
