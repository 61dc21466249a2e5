"""A key of its own for every test run, so that the user's key is neither needed nor touched."""

from pathlib import Path

import pytest

from policysearch.index import seal
from policysearch.lang.fi import Finnish, open_finnish


@pytest.fixture(scope="session")
def finnish() -> Finnish:
    """Finnish with the native Voikko, or with the one that stands in for it."""
    return open_finnish()


@pytest.fixture(autouse=True)
def _own_key(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.getbasetemp() / "state"
    monkeypatch.delenv(seal.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    """A folder for indexes that does not exist yet."""
    return tmp_path / "index"
