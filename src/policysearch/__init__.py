"""policysearch: Finnish anti-trafficking policy texts, searched with evidence.

`open_corpus` opens a corpus and its index; everything else hangs on the `Corpus` it returns.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policysearch.corpus import Corpus, open_corpus

__all__ = ["Corpus", "__version__", "open_corpus"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import the facade only when it is used, so that `--help` and `--version` start fast."""
    if name in ("Corpus", "open_corpus"):
        from policysearch import corpus

        return getattr(corpus, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
