"""Which language a text is written in; the only importer of py3langid."""

from functools import cache
from typing import Any

_LANGUAGES = ["fi", "sv", "en"]
_ENOUGH = 20_000  # code points; more tells nothing new


def language_of(text: str) -> str | None:
    """ISO 639-1 of Finnish, Swedish or English, whichever is nearest; None for a text without words."""
    if sum(letter.isalpha() for letter in text) < 20:
        return None
    code, _ = _identifier().classify(text[:_ENOUGH])
    return str(code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
