"""Commands with their real output, for the generated pages (cog): what the README shows is what the program prints."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2024-04-01"
_OF_THIS_RUN = (
    (r"(retrieved:? |Retrieved )[-\d]+T[^\s);}]+\d", r"\g<1>2026-11-24T12:00:00+00:00"),
    (r"(urldate = \{)[-\d]+", r"\g<1>2026-11-24"),
    (r"^(# corpus id: |# corpus sha256: |# analysis: |# facts: )(.{8}).*$", r"\g<1>…"),
)
"""What differs from run to run, or with every change of the code: times, the name of the corpus, names of rules."""


@cache
def _places() -> Path:
    """A folder with corpus and index of the examples, made once a run."""
    folder = Path(tempfile.mkdtemp(prefix="policysearch-docs-"))
    (folder / "here").mkdir()
    (folder / "here" / "corpus").symlink_to(ROOT / "corpus")
    _run(["ingest", "corpus/examples"], folder)
    return folder


def write(name: str, text: str) -> str:
    """Write a file beside which the next commands run, and show it."""
    (_places() / "here" / name).write_text(text, encoding="utf-8")
    return "\n".join(["```console", f"$ cat {name}", *text.splitlines(), "```"])


def show(command: str, *, lines: int | None = None) -> str:
    """A shell line and what it prints, as a fenced block; `lines` cuts it, and says so with an ellipsis."""
    output = _run(shlex.split(command)[1:], _places())
    for folder in (_places() / "here", ROOT):
        output = output.replace(folder.as_uri(), "file://…").replace(str(folder), "…")
    for changing, shown_as in _OF_THIS_RUN:
        output = re.sub(changing, shown_as, output, flags=re.MULTILINE)
    shown = output.rstrip().splitlines()
    if lines is not None and len(shown) > lines:
        shown = [*shown[:lines], "…"]
    return "\n".join(["```console", f"$ {command}", *(line.rstrip() for line in shown), "```"])


def _run(arguments: list[str], folder: Path) -> str:
    places = {"CORPUS": str(folder / "corpus"), "INDEX": str(folder / "index"), "TODAY": TODAY}
    environment = os.environ | {f"POLICYSEARCH_{name}": value for name, value in places.items()}
    command = [sys.executable, "-m", "policysearch", *arguments]
    done = subprocess.run(command, cwd=folder / "here", env=environment, capture_output=True, text=True, check=True)
    return done.stdout
