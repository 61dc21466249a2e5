"""The page of the query language says what the parser does."""

import re
from pathlib import Path

import pytest

from policysearch.errors import QueryError
from policysearch.index.query import MAX_DEPTH, MAX_LENGTH, parse_query

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "query-language.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\| `(.+?)` \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("query", EXAMPLES)
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
    assert len(EXAMPLES) > 10
    assert f"At most {MAX_LENGTH:,} characters, and {MAX_DEPTH} parentheses" in PAGE
