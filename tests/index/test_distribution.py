"""Only Whoosh-Reloaded 2.7.5 may stand behind `import whoosh`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from policysearch.errors import EngineError
from policysearch.index.distribution import RIVALS, check_distribution


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    check_distribution.cache_clear()
    yield
    check_distribution.cache_clear()


def install(folder: Path, name: str, version: str) -> None:
    """What an installer leaves behind of a distribution."""
    left = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    left.mkdir(parents=True)
    (left / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")


def test_the_wanted_distribution_is_taken() -> None:
    """The environment of the tests has the one that we depend on."""
    check_distribution()


@pytest.mark.parametrize("rival", RIVALS)
def test_rival_distributions_are_refused(rival: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution that writes over the same folder is named, with the command that mends it."""
    install(tmp_path, rival, "5.4.0")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(EngineError, match=f"{rival} 5.4.0.*pip uninstall {rival}"):
        check_distribution()


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version is pinned."""
    install(tmp_path, "Whoosh-Reloaded", "9.9.9")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(EngineError, match=r"9\.9\.9, not 2\.7\.5.*force-reinstall"):
        check_distribution()


def test_a_missing_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the message has the command that installs it."""
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(EngineError, match="not installed"):
        check_distribution()


def test_a_folder_of_that_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package whoosh that lies further up the path is not imported."""
    (tmp_path / "whoosh").mkdir()
    (tmp_path / "whoosh" / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "whoosh", raising=False)
    with pytest.raises(EngineError, match="not part of"):
        check_distribution()
