"""The word lists and patterns beside the code, read once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def wordlist(name: str) -> Mapping[str, Any]:
    """The contents of `data/<name>.toml`."""
    return tomllib.loads((files("policysearch.structure") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def any_of(name: str, key: str, *, flags: int = 0) -> re.Pattern[str]:
    """One pattern that fits whatever one of the patterns under `key` fits."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in wordlist(name)[key]), flags)


@cache
def word_endings(name: str, key: str) -> tuple[str, ...]:
    """The words under `key`, folded, for `str.endswith`."""
    return tuple(word.casefold() for word in wordlist(name)[key])


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longest first, so that no word hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
