"""The journal of pulls: only added to, whole after a kill, honest about damage."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policysearch.errors import CorpusFormatError
from policysearch.journal import Journal
from policysearch.model.pulling import Expected, Fetched, Listed, Troubled

AT = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


def fetched(number: int, outcome: str = "added", **values: object) -> Fetched:
    return Fetched(AT + dt.timedelta(days=number), "c", "https://a.example/ä", "k", outcome, **values)  # type: ignore[arg-type]


def test_journal_gives_back_what_was_written(tmp_path: Path) -> None:
    """Every kind of line, all fields, in order; times are UTC."""
    journal = Journal(tmp_path)
    lines = (
        fetched(1, status=200, sha256="ab", size=3, etag='"x"', last_modified="y", final_uri="z", series="1/2024"),
        fetched(2, "failed", status=500, reason="answers 500", stage="fetch"),
        fetched(3, "unchanged", status=304, sha256="ab"),
        Expected(AT, "c", "1/2024", "item", ("1", "2"), "note"),
        Troubled(AT, "c", "https://a.example/2", "cannot be read"),
        Listed(AT, "c", 1, is_whole=True),
    )
    for line in lines:
        journal.add(line)
    for read in (journal, Journal(tmp_path)):
        assert read.history("https://a.example/ä") == lines[:3]
        assert read.latest() == {"https://a.example/ä": lines[2]}
        assert read.expectations() == lines[3:4]
        assert read.troubles() == lines[4:5]
        assert read.listings() == {"c": lines[5]}
        assert read.address_of("c", "k") == "https://a.example/ä"


def test_failures_do_not_hide_what_is_known(tmp_path: Path) -> None:
    """After an error the last good line says what the address holds."""
    journal = Journal(tmp_path)
    journal.add(fetched(1, sha256="ab"))
    journal.add(fetched(2, "failed"))
    known = journal.known("https://a.example/ä")
    assert known is not None
    assert known.sha256 == "ab"
    assert journal.known("https://a.example/other") is None


def test_troubles_are_those_of_the_last_listing(tmp_path: Path) -> None:
    """A listing that was read without any clears those before it."""
    journal = Journal(tmp_path)
    journal.add(Troubled(AT, "c", "u", "r"))
    journal.add(Listed(AT, "c", 1, is_whole=True))
    journal.add(Listed(AT, "c", 1, is_whole=True))
    assert journal.troubles() == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(min_value=0, max_value=400))
def test_torn_last_line_is_no_line(tmp_path: Path, cut: int) -> None:
    """Whatever a kill left of the last line, readers pass it by, and the next writer cuts it off."""
    path = tmp_path / "pull.jsonl"
    path.unlink(missing_ok=True)
    journal = Journal(tmp_path)
    for number in range(3):
        journal.add(fetched(number, reason="ääkköset"))
    data = path.read_bytes()
    path.write_bytes(data[: max(0, len(data) - cut)])
    whole = path.read_bytes().count(b"\n")
    torn = Journal(tmp_path)
    assert len(torn.history("https://a.example/ä")) == whole
    torn.add(fetched(9))
    assert len(Journal(tmp_path).history("https://a.example/ä")) == whole + 1
    assert path.read_bytes().endswith(b"\n")


@pytest.mark.parametrize("line", ['{"line":"fetch"}', "no json", '{"line":"dance"}', '["line"]'])
def test_damaged_line_is_told(tmp_path: Path, line: str) -> None:
    """A whole line that makes no sense is no work of a kill: it is named, not passed by."""
    Journal(tmp_path).add(fetched(1))
    path = tmp_path / "pull.jsonl"
    path.write_text(f"{line}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(CorpusFormatError, match="line 1, is damaged"):
        Journal(tmp_path)
