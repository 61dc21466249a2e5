"""`policysearch search` on a real terminal, wide and narrow, and in a pipe."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.screen import on_screen, without_escapes

QUERY = ("search", "ihmiskauppa", "--limit", "6")


@pytest.fixture
def places(examples: Path) -> tuple[str, ...]:
    """The corpus of the examples, as options."""
    return ("--corpus", str(examples / "corpus"), "--index", str(examples / "index"))


def piped(*arguments: str, **environment: str) -> str:
    """What a command writes into a pipe."""
    names = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE")
    inherited = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-m", "policysearch", *arguments]
    done = subprocess.run(
        command, env={**inherited, "TERM": "xterm-256color", **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("columns", [24, 40, 80, 200])
def test_lines_fit_the_terminal(places: tuple[str, ...], columns: int) -> None:
    """No line is wider than the terminal, none ends in blanks, and no word of the wide answer is lost."""
    lines = without_escapes(on_screen([*QUERY, "--facets", *places], columns=columns)).splitlines()
    assert max(map(cell_len, lines)) <= columns
    assert all(line == line.rstrip() or not line.startswith(" ") for line in lines)
    joined = re.sub(r"\s+", "", "".join(lines))
    wide = re.sub(r"\s+", "", without_escapes(on_screen([*QUERY, "--facets", *places], columns=300)))
    assert joined == wide


def test_found_words_are_styled_and_sources_linked(places: tuple[str, ...]) -> None:
    """On a terminal found words stand out by style, and title and address lead to the source."""
    shown = on_screen([*QUERY, *places])
    assert "**" not in shown
    assert re.search(r"\x1b\[1;7m[Ii]hmiskaup\w*\x1b\[0m", shown)
    links = re.findall(r"\x1b\]8;[^;]*;(file://[^\x1b]+)\x1b", shown)
    assert len(links) >= 12
    assert "file://" not in without_escapes(shown)


def test_link_to_a_pdf_opens_its_page(places: tuple[str, ...]) -> None:
    """The link leads to the page of the passage."""
    shown = on_screen(["search", "majoitus date:2021-10-18", *places])
    assert re.search(r"file://[^\x1b]+\.pdf#page=\d+\x1b", shown)


def test_no_color_keeps_the_found_words_apart(places: tuple[str, ...]) -> None:
    """NO_COLOR takes the colours, not the bold type; a dumb terminal gets marks and whole addresses."""
    shown = on_screen([*QUERY, "--facets", *places], environment={"NO_COLOR": "1"})
    assert "\x1b[1;7m" in shown
    assert not re.search(r"\x1b\[(?:\d+;)*3\d", shown)
    dumb = on_screen([*QUERY, *places], environment={"TERM": "dumb"})
    assert "\x1b" not in dumb
    assert "**" in dumb
    assert "file://" in dumb


def test_pipe_is_plain_unless_colour_is_forced(places: tuple[str, ...]) -> None:
    """A pipe gets one line a snippet, whole addresses and no escapes; FORCE_COLOR styles, NO_COLOR wins."""
    plain = piped(*QUERY, *places)
    assert "\x1b" not in plain
    assert "**" in plain
    assert "file://" in plain
    assert piped(*QUERY, *places, FORCE_COLOR="1", NO_COLOR="1") == plain
    forced = piped(*QUERY, *places, FORCE_COLOR="1")
    assert "\x1b[1;7m" in forced
    snippets = [line for line in plain.replace("**", "").splitlines() if line.startswith("   ") and "file:" not in line]
    assert {line.strip() for line in snippets} <= {line.strip() for line in without_escapes(forced).splitlines()}


def test_pager_only_where_the_screen_is_too_short(places: tuple[str, ...], tmp_path: Path) -> None:
    """What is longer than the screen goes through the reader's pager, without links that it may not know."""
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n", encoding="utf-8")
    pager.chmod(pager.stat().st_mode | stat.S_IXUSR)
    environment = {"PAGER": str(pager)}
    short = on_screen([*QUERY, *places], lines=10, environment=environment)
    assert short.startswith("PAGED")
    assert "\x1b]8;" not in short
    assert "PAGED" not in on_screen([*QUERY, *places], lines=200, environment=environment)
    assert "PAGED" not in on_screen([*QUERY, "--no-pager", *places], lines=10, environment=environment)
    assert "PAGED" not in piped(*QUERY, *places, PAGER=str(pager))


def test_facets_are_asked_for_and_say_where_to_go_on(places: tuple[str, ...]) -> None:
    """Counts over all hits stand under the hits with `--facets`; the last line leads on."""
    short = without_escapes(on_screen([*QUERY, *places]))
    assert "\n  type: " not in short
    assert "more: --offset 6" in short
    long = without_escapes(on_screen([*QUERY, "--facets", *places]))
    for facet in ("type", "issuer", "year", "actor", "kind", "part"):
        assert f"\n  {facet}: " in long
