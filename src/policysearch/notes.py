"""How the library tells its caller, in a sentence, what it did beside answering. It never prints."""

from collections.abc import Callable

Note = Callable[[str], None]
"""Is given one sentence."""


def say_nothing(_: str) -> None:
    """For callers who do not want to know."""
