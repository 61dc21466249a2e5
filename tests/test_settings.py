"""Where settings come from, and what is refused."""

import datetime as dt
from pathlib import Path

import pytest

from policysearch.errors import SettingsError
from policysearch.settings import Limits, Pull, Settings, load_settings


def test_settings_argument_beats_environment_beats_file(tmp_path: Path) -> None:
    """The nearer to the call, the stronger."""
    (tmp_path / "policysearch.toml").write_text('corpus = "file"\nindex = "file"\njobs = 3\n', encoding="utf-8")
    environ = {
        "POLICYSEARCH_INDEX": "environment", "POLICYSEARCH_ENGINE": "tantivy", "POLICYSEARCH_TODAY": "2021-02-09"
    }  # fmt: skip
    found = load_settings(folder=tmp_path, environ=environ)
    assert found.engine == "tantivy"
    assert (found.corpus, found.index, found.jobs) == (Path("file"), Path("environment"), 3)
    assert found.today == dt.date(2021, 2, 9)
    assert load_settings(folder=tmp_path, environ=environ, index=Path("call")).index == Path("call")


def test_settings_have_defaults(tmp_path: Path) -> None:
    """Without any setting the corpus is ./corpus and the index ./index."""
    found = load_settings(folder=tmp_path, environ={})
    assert (found.corpus, found.index, found.limits) == (Path("corpus"), Path("index"), Limits())
    assert found.n_workers >= 1
    assert Settings(jobs=7).n_workers == 7


def test_settings_limits_are_settings(tmp_path: Path) -> None:
    """A table of limits sets some and leaves the others."""
    (tmp_path / "policysearch.toml").write_text("[limits]\nseconds = 5\n", encoding="utf-8")
    assert load_settings(folder=tmp_path, environ={}).limits == Limits(seconds=5)


def test_settings_of_pulls_are_settings(tmp_path: Path) -> None:
    """A table of its own; hosts are met in any case of letters, one catalogue may be given without a list."""
    text = (
        '[pull]\ncontact = "https://example.fi/tietoa"\ncatalogue = "own.toml"\ndelay = 0.5\nallow_hosts = ["Intra"]\n'
    )
    (tmp_path / "policysearch.toml").write_text(text, encoding="utf-8")
    assert load_settings(folder=tmp_path, environ={}).pull == Pull(
        contact="https://example.fi/tietoa", catalogue=(Path("own.toml"),), delay=0.5, allow_hosts=("intra",)
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("corpus = 3", "corpus"),
        ("today = 'tomorrow'", "today"),
        ("engine = 'lucene'", "whoosh or tantivy"),
        ("jobs = -1", "jobs"),
        ("jobs = 'many'", "jobs"),
        ("ocr = 'perhaps'", "ocr"),
        ("[limits]\nhours = 3", "limits"),
        ("[pull]\nhost = 'x'", "pull"),
        ("[pull]\ncontact = 'me'", "pull.contact"),
        ('[pull]\ncontact = "a@b.fi\\r\\nX-Evil: 1"', "pull.contact"),
        ("[pull]\ndelay = -1", "pull.delay"),
        ("[pull]\nminutes = 0", "pull.minutes"),
        ("[pull]\nallow_hosts = 'localhost'", "pull.allow_hosts"),
        ("korpus = 'x'", "korpus"),
        ("corpus = ", "TOML"),
    ],
)
def test_settings_of_the_wrong_kind_are_named(tmp_path: Path, text: str, names: str) -> None:
    """A wrong setting is an error that names the file and the setting."""
    (tmp_path / "policysearch.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=names) as caught:
        load_settings(folder=tmp_path, environ={})
    assert "policysearch.toml" in str(caught.value)


def test_settings_name_whom_readers_tell(tmp_path: Path) -> None:
    """A mail address or a web page, from the file or the environment."""
    (tmp_path / "policysearch.toml").write_text('feedback = "palaute@example.fi"\n', encoding="utf-8")
    assert load_settings(folder=tmp_path, environ={}).feedback == "palaute@example.fi"
    environ = {"POLICYSEARCH_FEEDBACK": "https://example.fi/palaute"}
    assert load_settings(folder=tmp_path, environ=environ).feedback == "https://example.fi/palaute"
    with pytest.raises(SettingsError, match="feedback"):
        load_settings(folder=tmp_path, environ={"POLICYSEARCH_FEEDBACK": "javascript:alert(1)"})
