"""Originals are kept unchanged, once, with what cannot be made from them again."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.errors import CorpusFormatError
from policysearch.model.source import Metadata
from policysearch.snapshots import Sighting, Snapshots

AT = dt.datetime(2024, 5, 31, 12, 0, tzinfo=dt.UTC)


@given(data=st.binary(max_size=200))
def test_snapshots_keep_the_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """What is added is there under its hash, to the byte."""
    snapshots = Snapshots(tmp_path_factory.mktemp("s"))
    sha256 = snapshots.add(data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert snapshots.path(sha256).read_bytes() == data
    assert snapshots.add(data) == sha256


def test_sightings_are_kept_in_order(tmp_path: Path) -> None:
    """Every note stays, with the values of the user."""
    snapshots = Snapshots(tmp_path)
    sha256 = snapshots.add(b"x")
    notes = (
        Sighting("file:///a", AT),
        Sighting("file:///a", AT, Metadata(type="plan", date=dt.date(2020, 1, 2))),
        Sighting("file:///b", AT + dt.timedelta(days=1)),
    )
    for sighting in notes:
        snapshots.add_sighting(sha256, sighting)
    assert snapshots.sightings(sha256) == notes
    assert list(snapshots.all()) == [sha256]


def test_damaged_sightings_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    """A file that cannot be understood is named, never passed over."""
    snapshots = Snapshots(tmp_path)
    sha256 = snapshots.add(b"x")
    snapshots.path(sha256).with_suffix(".json").write_text("{", encoding="utf-8")
    with pytest.raises(CorpusFormatError, match=sha256):
        snapshots.sightings(sha256)


def test_leftovers_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    """A half-written file is never taken for an original."""
    snapshots = Snapshots(tmp_path)
    sha256 = snapshots.add(b"x")
    part = snapshots.path(sha256).with_name(f".{sha256}.part")
    part.write_bytes(b"half")
    snapshots.remove_leftovers(dt.datetime(2001, 1, 1, tzinfo=dt.UTC))
    assert part.exists()
    snapshots.remove_leftovers(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1))
    assert not part.exists()
    assert list(snapshots.all()) == []
    assert snapshots.path(sha256).exists()
