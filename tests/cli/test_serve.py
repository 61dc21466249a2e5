"""`policysearch serve`, as a process that is asked over a socket."""

import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import Run


@contextmanager
def serving(examples: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The process, once it listens, and the lines that it printed."""
    places = ["--corpus", str(examples / "corpus"), "--index", str(examples / "index"), "--today", "2023-06-01"]
    command = [sys.executable, "-m", "policysearch", "serve", "--port", "0", *arguments, *places]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        lines = []
        try:
            for line in process.stderr:
                lines.append(line.strip())
                if line.startswith("http"):
                    break
            yield process, lines
        finally:
            process.kill()


def test_it_serves_until_interrupted(examples: Path) -> None:
    """It prints its address, answers there, and ends in order."""
    with serving(examples) as (process, lines):
        address = lines[-1].split()[0]
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        with urllib.request.urlopen(f"{address}?q=uhri&lang=en") as answer:
            assert "40 passages" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in (0, 130, -signal.SIGINT)


def test_another_address_needs_a_token(examples: Path) -> None:
    """One is made and printed; without it nothing is shown."""
    with serving(examples, "--host", "0.0.0.0") as (_, lines):
        token = next(line for line in lines if "token" in line).rpartition(" ")[2]
        port = lines[-1].split()[0].rpartition(":")[2].strip("/")
        request = urllib.request.Request(f"http://127.0.0.1:{port}/?q=uhri", headers={"Accept": "text/html"})
        with urllib.request.urlopen(request) as answer:
            assert answer.url.endswith("/login")
        request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request) as answer:
            assert answer.url.endswith("/?q=uhri")


def test_what_cannot_be_served_is_said(run: Run, examples: Path) -> None:
    """A short token, an address that is not ours, no corpus: one line each."""
    assert "16 characters" in run("serve", "--token", "lyhyt", examples=examples).stderr
    nowhere = run("serve", "--host", "192.0.2.1", "--behind-proxy", "--port", "0", examples=examples)
    assert (nowhere.exit_code, "choose another" in nowhere.stderr) == (2, True)
    assert "policysearch ingest" in run("serve").stderr
