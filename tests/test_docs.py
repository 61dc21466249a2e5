"""The documentation says what is true: pages, commands, errors and examples."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from policysearch import corpus, errors
from policysearch.cli import main
from policysearch.cli.options import DOCUMENT_TYPES
from policysearch.model.document import PARTS
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.sources.connectors import CONNECTORS

ROOT = Path(__file__).resolve().parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_generated_pages_are_current() -> None:
    """`make docs` would change nothing."""
    for name in ("docs/cli.md", "README.md", "docs/tutorial.md"):
        command = [str(Path(sys.executable).with_name("cog")), "--check", name]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_every_command_and_option_is_documented() -> None:
    """The page of commands has each of them."""
    page = read("docs/cli.md")
    commands = dict(main.commands)
    for name, command in main.commands.items():
        if isinstance(command, click.Group):
            commands |= {f"{name} {inner}": each for inner, each in command.commands.items()}
    for name, command in commands.items():
        assert f"policysearch {name}" in page
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in page


def test_every_error_is_documented() -> None:
    """Each error that the program raises has its row."""
    page = read("docs/errors.md")
    for name, member in inspect.getmembers(errors, inspect.isclass):
        if member.__module__ == errors.__name__:
            assert f"`{name}`" in page


def test_every_connector_is_documented() -> None:
    """Each has a section that says how it was verified."""
    page = read("docs/sources.md")
    for name in CONNECTORS:
        section = page.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
        assert "erified by" in section, name


def test_every_word_of_the_records_is_explained() -> None:
    """Types, kinds and parts stand in the glossary or the page of record shapes."""
    pages = read("docs/record-shapes.md") + read("docs/glossary.md")
    for word in (*DOCUMENT_TYPES, *COMMITMENT_KINDS, *PARTS):
        assert f"`{word}`" in pages, word


def test_every_runtime_dependency_has_its_reason() -> None:
    """ADR 2 has a row for each dependency of pyproject.toml."""
    import tomllib

    wanted = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    page = read("docs/adr/0002-runtime-dependencies.md").casefold()
    for requirement in wanted:
        name = re.split(r"[<>=!\[ ]", requirement)[0]
        assert f"`{name.casefold()}`" in page, name


@pytest.mark.parametrize("page", [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page exists."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_library_example_runs(tmp_path: Path) -> None:
    """The example in the docstring of the facade runs as it stands, on the examples."""
    source = inspect.getdoc(corpus) or ""
    code = inspect.cleandoc(source[source.index("from policysearch") :])
    code = code.replace('"corpus", "index"', f'"{tmp_path / "corpus"}", "{tmp_path / "index"}"')
    script = tmp_path / "example.py"
    script.write_text(
        "if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in code.splitlines()), encoding="utf-8"
    )
    done = subprocess.run([sys.executable, str(script)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "added" in done.stdout
    assert len(done.stdout.splitlines()) > 12
