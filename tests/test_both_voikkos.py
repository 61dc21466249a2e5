"""One whole run with each Voikko: the native library, and the pure-Python one that stands in for it."""

import json
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Run

DOCUMENTS = ("paatos-kuusjarvi-kaupunginvaltuusto-2021-112.html", "poytakirja-ohjausryhma-2023-03-02.md")


@pytest.fixture(params=["native", "python"])
def voikko(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Which Voikko reads, in this process and its children."""
    monkeypatch.setenv("POLICYSEARCH_VOIKKO", request.param)
    return str(request.param)


def test_whole_run(voikko: str, run: Run) -> None:
    """Ingest, search, facts and proof work alike; status says which Voikko reads."""
    assert run("ingest", *(EXAMPLES / name for name in DOCUMENTS)).exit_code == 0
    found = json.loads(run("search", "ihmiskaupan uhrien palvelut", "--format", "json").stdout)
    assert found["total"] > 0
    rows = [json.loads(line) for line in run("export").stdout.splitlines()]
    kinds = {row["kind"] for row in rows if row["record"] == "commitment"}
    assert {"decision", "undertaking", "proposal"} <= kinds
    assert sum(row["record"] == "time" and row["end"] is not None for row in rows) > 3
    assert run("verify").exit_code == 0
    language = json.loads(run("status", "--format", "json").stdout)["language"]
    assert ("pyvoikko" in language) == (voikko == "python")


def test_index_of_the_other_voikko_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index made with another dictionary is not searched; the message names the command that makes it anew."""
    monkeypatch.setenv("POLICYSEARCH_VOIKKO", "native")
    assert run("ingest", EXAMPLES / DOCUMENTS[1]).exit_code == 0
    monkeypatch.setenv("POLICYSEARCH_VOIKKO", "python")
    refused = run("search", "uhri")
    assert refused.exit_code == 1
    assert "policysearch reindex" in refused.stderr
    assert run("reindex").exit_code == 0
    assert run("search", "uhri").exit_code == 0


def test_unknown_voikko_is_wrong_usage(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another word in POLICYSEARCH_VOIKKO is named, with what may stand there."""
    monkeypatch.setenv("POLICYSEARCH_VOIKKO", "malaga")
    result = run("ingest", EXAMPLES / DOCUMENTS[1])
    assert result.exit_code == 2
    assert "native" in result.stderr
    assert "python" in result.stderr
