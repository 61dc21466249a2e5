"""`policysearch mcp`, asked through the SDK's own client."""

import builtins
import datetime as dt
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest
from mcp import Client, StdioServerParameters

from policysearch.settings import Settings
from policysearch.tools import create_server
from tests.conftest import TODAY, Run

T = TypeVar("T")
TOOLS = {"search", "commitments", "deadlines", "actors", "document", "citation"}


def run_apart(ask: Callable[[], Awaitable[T]]) -> T:
    """In a thread of its own: in this one a browser of another test may be running a loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, ask).result()


@pytest.fixture
def call(examples: Path) -> Callable[..., Any]:
    """Calls a tool without a process between."""
    settings = Settings(examples / "corpus", examples / "index", today=dt.date.fromisoformat(TODAY))

    def called(tool: str, /, **arguments: Any) -> Any:
        async def ask() -> Any:
            async with Client(create_server(settings)) as client:
                return await client.call_tool(tool, arguments)

        return run_apart(ask)

    return called


def test_quotes_are_verbatim_and_have_addresses(call: Callable[..., Any]) -> None:
    """What search finds stands in the document, and can be cited."""
    hit = call("search", query="uhri", limit=1).structured_content["hits"][0]
    text = call("document", id=hit["document"]["id"]).structured_content["text"]
    assert hit["snippet"]["text"] == text[slice(*hit["snippet"]["span"])]
    cited = call("citation", id=hit["passage"]).structured_content
    assert cited["quote"] in text
    assert cited["document"]["source"]["uri"]
    assert cited["document"]["source"]["sha256"] in cited["text"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("commitments", {"kinds": ["decision"]}),
        ("commitments", {"only_open": True}),
        ("deadlines", {}),
        ("actors", {}),
        ("actors", {"name": "poliisi"}),
    ],
)
def test_lists_say_how_many_there_are(call: Callable[..., Any], name: str, arguments: dict[str, Any]) -> None:
    """At most as many as asked for, of a total."""
    found = call(name, limit=2, **arguments).structured_content
    assert 0 < len(found["items"]) <= 2
    assert found["total"] >= len(found["items"])


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("search", {"query": "(uhri"}, "query"),
        ("search", {"query": "uhri", "limit": 100_000}, "limit"),
        ("search", {"query": "a" * 2000}, "query"),
        ("document", {"id": "../../etc/passwd"}, "document"),
        ("citation", {"id": "nothing"}, "nothing"),
    ],
)
def test_what_cannot_be_answered_is_said(
    call: Callable[..., Any], name: str, arguments: dict[str, Any], said: str
) -> None:
    """An error of the tool, with what to do; no traceback."""
    answer = call(name, **arguments)
    assert answer.is_error
    assert said in answer.content[0].text
    assert "Traceback" not in answer.content[0].text


def test_contacts_are_covered(tmp_path: Path, run: Run) -> None:
    """Phone numbers and addresses of persons do not reach an assistant."""
    paper = tmp_path / "muistio.txt"
    paper.write_text(
        "Muistio\n\nUhrien auttamisesta kertoo Maija Meikäläinen, maija.meikalainen@example.fi.\n", encoding="utf-8"
    )
    assert run("ingest", paper).exit_code == 0
    settings = Settings(tmp_path / "corpus", tmp_path / "index", today=dt.date.fromisoformat(TODAY))

    async def ask() -> str:
        async with Client(create_server(settings)) as client:
            return (await client.call_tool("search", {"query": "uhri"})).model_dump_json()

    told = run_apart(ask)
    assert "Uhrien auttamisesta" in told
    assert "maija.meikalainen" not in told


def test_the_command_speaks_over_standard_streams(examples: Path) -> None:
    """As an assistant starts it; every tool says that it only reads."""
    places = ["--corpus", str(examples / "corpus"), "--index", str(examples / "index"), "--today", TODAY]
    started = StdioServerParameters(
        command=sys.executable, args=["-m", "policysearch", "mcp", *places], env=dict(os.environ)
    )

    async def ask() -> tuple[Any, Any]:
        async with Client(started) as client:
            return await client.list_tools(), await client.call_tool("search", {"query": "uhri"})

    tools, found = run_apart(ask)
    assert {tool.name for tool in tools.tools} == TOOLS
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools.tools)
    assert found.structured_content["total"] > 0


def test_without_the_extra_the_command_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, no traceback."""
    imported = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == "mcp":
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    result = run("mcp")
    assert result.exit_code == 2
    assert 'pip install "policysearch[mcp]"' in result.output
