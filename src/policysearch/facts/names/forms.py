"""Whether a word is a form of a name, and the nominative of names that no dictionary has."""

import re
from collections.abc import Collection, Iterator

# Endings of the cases behind a stem, the possessive ones left out.
_ENDINGS = re.compile(
    r"(?:n|a|ä|ta|tä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|na|nä|ksi|tta|ttä|[aeiouyäö]n|h[aeiouyäö]n|seen|[:’'][^\W\d_]+)"
)
_WEAK = {
    "kk": "k", "pp": "p", "tt": "t", "nt": "nn", "lt": "ll", "rt": "rr", "mp": "mm", "nk": "ng", "ht": "hd",
    "t": "d", "p": "v", "k": "",
}  # fmt: skip
_GRADE = re.compile(r"(kk|pp|tt|nt|lt|rt|mp|nk|ht|t|p|k)([aeiouyäö])$")
# A name in -nen has the stem -se-; one in a consonant before -sen is Scandinavian (*Jensen*).
_OF_NEN = re.compile(
    r"(?P<stem>.*[aeiouyäö])s(?:en|ta|tä|essa|essä|esta|estä|ella|ellä|elta|eltä|elle|een|eksi|ena|enä)"
)


def is_form_of(word: str, name: str) -> bool:
    """Whether `word` is `name` or one of its cases: *Bruffin* of *Bruff*, *Lehdon* of *Lehto*."""
    return word == name or any(
        word.startswith(stem) and _ENDINGS.fullmatch(word[len(stem) :]) is not None for stem in _stems(name)
    )


def name_of_form(word: str, names: Collection[str]) -> str | None:
    """The one of `names` that the word is a form of; None where none is, or several are."""
    found = {name for name in names if is_form_of(word, name)}
    return next(iter(found)) if len(found) == 1 else None


def nen_of(word: str) -> str | None:
    """*Hiltulaisen* → *Hiltulainen*; None for other words, and for the nominative."""
    match = _OF_NEN.fullmatch(word)
    return f"{match['stem']}nen" if match else None


def _stems(name: str) -> Iterator[str]:
    yield name
    if name.endswith("nen"):
        yield name[:-3] + "se"
        yield name[:-3] + "s"
    elif name[-1].lower() not in "aeiouyäöå":
        yield name + "i"
        if name.endswith("s"):
            yield name[:-1] + "kse"
    elif name[-1] == "i":
        yield name[:-1] + "e"
    elif name[-1] == "e":
        yield name + "e"
    if match := _GRADE.search(name):
        weak = name[: match.start()] + _WEAK[match[1]]
        yield weak + match[2]
        if match[2] == "i":
            yield weak + "e"
