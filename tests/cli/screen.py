"""A real terminal for tests: a pseudo-terminal of a given size, and what a command wrote to it."""

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\]8;[^\x1b]*\x1b\\")


def on_screen(
    arguments: Sequence[str | Path],
    *,
    columns: int = 80,
    lines: int = 200,
    environment: Mapping[str, str] | None = None,
) -> str:
    """All that `policysearch` writes to a terminal of that size, escapes and all."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PAGER", "LESS", "TTY_COMPATIBLE", "COLORTERM")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "policysearch", *map(str, arguments)],
        stdin=side,
        stdout=side,
        stderr=subprocess.DEVNULL,
        env={**inherited, "TERM": "xterm-256color", "PAGER": "cat", **(environment or {})},
        start_new_session=True,
    )
    os.close(side)
    written = b""
    with contextlib.suppress(OSError):  # the other side is closed
        while select.select([main], [], [], 60)[0] and (piece := os.read(main, 65536)):
            written += piece
    os.close(main)
    assert process.wait(timeout=60) == 0
    return written.decode().replace("\r\n", "\n")


def without_escapes(text: str) -> str:
    """The letters that a reader sees."""
    return _ESCAPES.sub("", text)
