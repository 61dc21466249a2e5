"""*Kuusjärven nuorisovaltuuston puheenjohtaja* -> whose chair it is, and what the person is there."""

from dataclasses import dataclass

from policysearch.lang.base import Language
from policysearch.structure.headings import is_body
from policysearch.structure.wordlists import wordlist

_MOST_OFFICE_WORDS = 2  # a longer rest (*työn koordinaattori*) is a task of the whole body, not an office in it


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A title of office without its body; `organisation` in the nominative, `role` where the office is one in it."""

    title: str | None
    organisation: str | None
    role: str | None


def affiliation(title: str, language: Language) -> Affiliation:
    """Parts a title from the name of a body, authority or municipality that stands before it in the genitive.

    A field (*lastensuojelun johtaja*) or a unit that is only named by its kind (*yksikön päällikkö*) is part of the
    title and stays there.

    Args:
        title: As printed, without the person's name.
        language: Gives the genitive back in the nominative.
    """
    words = title.split()
    first = 0
    while first < len(words) - 1 and words[first].casefold() in wordlist("headings")["title_prefixes"]:
        first += 1
    for cut in range(len(words) - 1, max(first, len(words) - 1 - _MOST_OFFICE_WORDS), -1):
        organisation = _nominative(words[first:cut], language)
        if organisation is not None:
            rest = " ".join((*words[:first], *words[cut:]))
            role = role_of(rest)
            return Affiliation(None if role else rest, organisation, role)
    return Affiliation(title, None, None)


def role_of(text: str) -> str | None:
    """The role in a meeting or a body that a word names, short forms (*pj.*) in full; None for anything else."""
    folded = text.casefold().strip()
    people = wordlist("people")
    if (short := people["short_roles"].get(folded.rstrip("."))) is not None:
        return str(short)
    return next((role for role in people["roles"] if role.casefold() == folded), None)


def _nominative(words: list[str], language: Language) -> str | None:
    """The name of a body whose last word is in the genitive, or None."""
    last = words[-1]
    if not last.casefold().endswith("n"):
        return None
    readings = language.tokens(f"x {last.lower()}")[1].readings
    lemma = next((r.lemma for r in readings if r.case == "genitive" and r.number != "plural"), None)
    if lemma is None:
        return None
    head = lemma.capitalize() if last[0].isupper() and len(words) == 1 and not _is_common(lemma) else lemma.lower()
    name = " ".join((*words[:-1], head))
    is_owned = len(words) > 1 and words[-2][0].isupper() and words[-2].endswith("n")
    if is_body(name) or _is_common(lemma) or (is_owned and lemma.casefold() in ("kaupunki", "kunta")):
        return name if is_owned or len(words) > 1 else name[0].lower() + name[1:]
    return None


def _is_common(lemma: str) -> bool:
    """Whether a word is a compound, or a name, of the kind of authority that has people of its own."""
    endings = tuple(wordlist("people")["lines"]["owners"])
    folded = lemma.casefold()
    return folded.endswith(endings) and folded not in endings
