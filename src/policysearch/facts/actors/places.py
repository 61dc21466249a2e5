"""Whose municipality a document belongs to, for organs that it names without one."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from policysearch.facts.gazetteer import Gazetteer
from policysearch.model.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ORGAN = re.compile(
    r"kaupun|kunna|kunta|lautaku|toimiala|jaosto|johtoku|valtuust|hallitus|palvelu|perusturva|liikelaito", re.IGNORECASE
)
# What makes the capitalised genitive before it a municipality even where the list has none of that name.
_CERTAIN = re.compile(r"(?:kaupun[kg]i|kunta|kunnan)(?:n|n?hallitu\w*|n?valtuust\w*)?$", re.IGNORECASE)
_MAIL = re.compile(r"(?:@|\(a\)|\(at\)|\[at\]|www\.)([\w.-]+\.fi)\b", re.IGNORECASE)
_SHORTEST = 4  # letters of a name


def municipality_of(document: Document, gazetteer: Gazetteer) -> str | None:
    """The genitive of the municipality (*Helsingin*), by issuer, letterhead, case number, text or address.

    None for a document of a body of the state, or where nothing tells.
    """
    genitives = {genitive.casefold(): genitive for genitive in gazetteer.municipalities.genitives.values()}
    issuer = document.metadata.issuer or ""
    furniture = " ".join(text for _, text in document.furniture)
    title = document.metadata.title or ""
    for text in (issuer, furniture, title):
        found = next(_named(text, genitives, is_issuer=text is issuer), None)
        if found is not None:
            return found
    if (town := _by_case_number(document.metadata.case_number or "", gazetteer)) is not None:
        return town
    if issuer and gazetteer.resolve(issuer) is not None:
        return None
    counted = Counter(_named(document.text, genitives)).most_common(2)
    if counted and (len(counted) == 1 or counted[0][1] > counted[1][1]):
        return counted[0][0]
    return _by_mail(f"{document.text} {furniture}", gazetteer)


def is_town(genitive: str, gazetteer: Gazetteer) -> bool | None:
    """Whether a municipality calls itself a town (*kaupunki*); None for one that the list does not have."""
    municipalities = gazetteer.municipalities
    name = next((name for name, form in municipalities.genitives.items() if form == genitive), None)
    return None if name is None else name in municipalities.towns


def _named(text: str, genitives: Mapping[str, str], *, is_issuer: bool = False) -> Iterator[str]:
    """Genitives of municipalities before *kaupunki*, *kunta* or an organ, in the order of `text`."""
    for word, following in itertools.pairwise(_WORD.findall(text)):
        if not word[0].isupper():
            continue
        if word.casefold() in genitives and _ORGAN.match(following):
            yield genitives[word.casefold()]
        elif word.endswith("n") and len(word) >= _SHORTEST and not _ORGAN.search(word):
            certain = _CERTAIN.match(following) is not None or (is_issuer and _ORGAN.search(following) is not None)
            if certain:
                yield word.capitalize() if word.isupper() else word


def _by_case_number(case_number: str, gazetteer: Gazetteer) -> str | None:
    municipalities = gazetteer.municipalities
    for mark, name in municipalities.marks.items():
        if case_number.startswith((f"{mark} ", f"{mark}/")):
            return municipalities.genitive(name)
    return None


def _by_mail(text: str, gazetteer: Gazetteer) -> str | None:
    """By the domain of its people's addresses: *hel.fi*, *espoo.fi*."""
    municipalities = gazetteer.municipalities
    domains = {
        name.casefold().translate(str.maketrans("äöå", "aoa")) + ".fi": name for name in municipalities.genitives
    }
    domains.update({mark: name for mark, name in municipalities.marks.items() if mark.endswith(".fi")})
    counted = Counter(domains[found.lower()] for found in _MAIL.findall(text) if found.lower() in domains)
    return municipalities.genitive(counted.most_common(1)[0][0]) if counted else None
