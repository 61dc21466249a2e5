"""Which language a text is written in; the only importer of py3langid. Import it late: its model takes a moment."""

from functools import cache

import py3langid

_LANGUAGES = ("fi", "sv", "en")
_ENOUGH = 20_000  # code points; more tells nothing new
_FEWEST_LETTERS = 20


def language_of(text: str) -> str | None:
    """ISO 639-1 of Finnish, Swedish or English, whichever is nearest; None for a text without words."""
    if sum(letter.isalpha() for letter in text[:_ENOUGH]) < _FEWEST_LETTERS:
        return None
    _restrict()
    return str(py3langid.classify(text[:_ENOUGH])[0])


@cache
def _restrict() -> None:
    py3langid.set_languages(list(_LANGUAGES))
