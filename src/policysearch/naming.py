"""Names as a person types them, met with names as documents give them: by dictionary form, anywhere in the name."""

from collections.abc import Iterable

from policysearch.lang.base import Language

_MOST_SHOWN = 5


def names_like(wanted: str, names: Iterable[str], language: Language) -> tuple[str, ...]:
    """The names that hold all words of `wanted`, side by side, in any inflection or as they are typed.

    *Helsinki* meets *Helsingin kaupunginhallitus*, *kaupunginhallitus* every city's, *lautakunta* also
    *sivistyslautakunta*.
    """
    typed = wanted.casefold()
    forms = _lemmas(wanted, language)
    return tuple(name for name in names if typed in name.casefold() or _holds(_lemmas(name, language), forms))


def listed(names: Iterable[str]) -> str:
    """The first few of them in one line, with how many more there are."""
    found = list(names)
    more = len(found) - _MOST_SHOWN
    return ", ".join(found[:_MOST_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _lemmas(text: str, language: Language) -> tuple[str, ...]:
    return tuple(token.lemma.casefold() for token in language.tokens(text) if token.kind != "punctuation")


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return bool(part) and any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))
