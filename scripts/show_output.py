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


@cache
def _places() -> Path:
    """A folder with corpus and index of the examples, made once a run."""
    folder = Path(tempfile.mkdtemp(prefix="policysearch-docs-"))
    _run(["ingest", "corpus/examples"], folder)
    return folder


def show(command: str, *, lines: int | None = None) -> str:
    """A shell line and what it prints, as a fenced block; `lines` cuts it, and says so with an ellipsis."""
    output = _run(shlex.split(command)[1:], _places()).replace(ROOT.as_uri(), "file://…").replace(str(ROOT), "…")
    output = re.sub(r"(retrieved: )\S+", r"\g<1>2026-11-24T12:00:00+00:00", output)  # the time of this very run
    shown = output.rstrip().splitlines()
    if lines is not None and len(shown) > lines:
        shown = [*shown[:lines], "…"]
    return "\n".join(["```console", f"$ {command}", *(line.rstrip() for line in shown), "```"])


def _run(arguments: list[str], folder: Path) -> str:
    places = {"CORPUS": str(folder / "corpus"), "INDEX": str(folder / "index"), "TODAY": TODAY}
    environment = os.environ | {f"POLICYSEARCH_{name}": value for name, value in places.items()}
    command = [sys.executable, "-m", "policysearch", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout
