"""What a command loads before it answers: a cold start is mostly imports, so that those are held, not the clock."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import json, sys
from policysearch.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    print()
    print(json.dumps(sorted(sys.modules)))
"""
NEVER = ("pdfplumber", "docx", "openpyxl", "feedgen", "httpx", "starlette", "uvicorn", "pycrfsuite", "pytest")
"""Heavy, and no business of a search."""


def loaded(*arguments: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"]], ids=" ".join)
def test_help_loads_no_engine(arguments: list[str]) -> None:
    """Help needs the commands alone: no engine, no reader of Finnish, no store."""
    modules = loaded(*arguments)
    for name in ("whoosh", "lark", "sqlite3", "rich", "policysearch.corpus", "policysearch.lang.fi", *NEVER):
        assert name not in modules, name


def test_search_loads_what_it_asks(examples: Path) -> None:
    """A search reads no documents and finds no facts, and knows no other command."""
    places = ["--corpus", str(examples / "corpus"), "--index", str(examples / "index")]
    modules = loaded("search", "ihmiskauppa poliisi", *places)
    assert "policysearch.index.whoosh_engine" in modules
    for name in ("structure", "extract", "pipeline", "workers", "facts.actors", "facts.commitments", "web"):
        assert f"policysearch.{name}" not in modules, name
    for name in NEVER:
        assert name not in modules, name
    commands = {name for name in modules if name.startswith("policysearch.cli.")}
    assert not commands & {"policysearch.cli.facts", "policysearch.cli.watch", "policysearch.cli.ingest"}
