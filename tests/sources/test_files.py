"""Files and folders as sources."""

import os
from pathlib import Path

import pytest

from policysearch.errors import ReadError, UnsupportedFormatError, UsageError
from policysearch.sources.files import list_references, name_of, path_of, read_bytes


def test_list_references_walks_folders_in_order(tmp_path: Path) -> None:
    """Every file once, by name, hidden ones left out."""
    for name in ("b.txt", "a/ä ö.txt", "a/.hidden/x.txt", ".git/config"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    uris = [reference.uri for reference in list_references([tmp_path, tmp_path / "b.txt"])]
    assert [name_of(uri) for uri in uris] == ["ä ö.txt", "b.txt"]
    assert path_of(uris[0]) == tmp_path / "a" / "ä ö.txt"


def test_names_that_are_no_utf8_are_read(tmp_path: Path) -> None:
    """A name from an old system keeps its bytes."""
    path = tmp_path / os.fsdecode(b"p\xe4\xe4t\xf6s.txt")
    path.write_bytes(b"x")
    (reference,) = list_references([tmp_path])
    assert read_bytes(reference.uri, limit=9) == b"x"


def test_list_references_does_not_follow_links_to_folders(tmp_path: Path) -> None:
    """A link that leads back up is no endless walk."""
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(list_references([tmp_path]))) == 1


def test_list_references_names_what_does_not_exist(tmp_path: Path) -> None:
    """A path that does not exist is wrong usage."""
    with pytest.raises(UsageError, match="nowhere"):
        list(list_references([tmp_path / "nowhere"]))


def test_read_bytes_has_a_limit(tmp_path: Path) -> None:
    """A file over the limit is refused by its size, and the setting is named."""
    (tmp_path / "big").write_bytes(b"x" * 100)
    assert read_bytes((tmp_path / "big").as_uri(), limit=100) == b"x" * 100
    with pytest.raises(ReadError, match="file_mb"):
        read_bytes((tmp_path / "big").as_uri(), limit=99)


def test_read_bytes_of_a_dead_link_and_a_pipe(tmp_path: Path) -> None:
    """A link that leads nowhere is a failure; a named pipe is no document, and is not waited for."""
    (tmp_path / "dead").symlink_to(tmp_path / "gone")
    with pytest.raises(ReadError, match="leads nowhere"):
        read_bytes((tmp_path / "dead").as_uri(), limit=9)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnsupportedFormatError, match="regular file"):
        read_bytes((tmp_path / "pipe").as_uri(), limit=9)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_without_rights_is_a_reference_that_fails(tmp_path: Path) -> None:
    """A folder that may not be listed is reported, not passed over."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        (reference,) = list_references([tmp_path])
        with pytest.raises(ReadError, match="permission denied"):
            read_bytes(reference.uri, limit=9)
    finally:
        closed.chmod(0o700)
