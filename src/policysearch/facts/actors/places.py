"""Whose municipality a document belongs to, for organs that it names without one."""

import itertools
import re
from collections import Counter

from policysearch.facts.gazetteer import Gazetteer
from policysearch.model.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ORGANS = re.compile(r"kaupun|kunna|kunta|lautaku|toimiala|jaosto|johtoku|valtuust|hallitus|palvelu", re.IGNORECASE)
_MAIL = re.compile(r"(?:@|\(a\)|\(at\)|\[at\]|www\.)([\w.-]+\.fi)\b", re.IGNORECASE)
_FEWEST = 2  # bare mentions of a place that make it the document's


def municipality_of(document: Document, gazetteer: Gazetteer) -> str | None:
    """The municipality in the nominative: of the issuer, the letterhead, the case number, an address, or most organs.

    None for a document that belongs to none, or where nothing tells.
    """
    municipalities = gazetteer.municipalities
    by_form = {form.casefold(): name for name, genitive in municipalities.genitives.items() for form in (genitive,)}
    issuer = document.metadata.issuer or ""
    if issuer and (known := gazetteer.resolve(issuer)) is not None and known.id in {"vn"}:
        return None
    if (place := _named(issuer, by_form)) is not None:
        return place
    furniture = " ".join(text for _, text in document.furniture)
    if (place := _named(furniture, by_form)) is not None:
        return place
    case = document.metadata.case_number or ""
    for mark, name in municipalities.marks.items():
        if case.startswith((f"{mark} ", f"{mark}/")):
            return name
    if issuer and gazetteer.resolve(issuer) is not None:
        return None  # a body of the state
    if (place := _by_organs(document.text, by_form, issuer)) is not None:
        return place
    return _by_mail(document.text + " " + furniture, gazetteer)


def _named(text: str, by_form: dict[str, str]) -> str | None:
    """A municipality in the genitive before *kaupunki*, *kunta* or an organ, anywhere in `text`."""
    words = _WORD.findall(text)
    for word, following in itertools.zip_longest(words, words[1:], fillvalue=""):
        if word.casefold() in by_form and _ORGANS.search(following):
            return by_form[word.casefold()]
        if (
            following.casefold() in {"kaupunki", "kunta"}
            and word[:1].isupper()
            and word.endswith("n")
            and len(word) > 3
        ):
            return by_form.get(word.casefold(), word)
    return None


def _by_organs(text: str, by_form: dict[str, str], issuer: str) -> str | None:
    words = _WORD.findall(text)
    counted: Counter[str] = Counter()
    for word, following in itertools.pairwise(words):
        if word.casefold() in by_form and word[0].isupper() and _ORGANS.match(following):
            counted[by_form[word.casefold()]] += 1
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _by_mail(text: str, gazetteer: Gazetteer) -> str | None:
    """By the domain of its people's addresses: *hel.fi*, *espoo.fi*."""
    names = gazetteer.municipalities
    domains = {name.casefold().translate(str.maketrans("äöå", "aoa")) + ".fi": name for name in names.genitives}
    domains.update({mark: name for mark, name in names.marks.items() if mark.endswith(".fi")})
    counted = Counter(domains[found.lower()] for found in _MAIL.findall(text) if found.lower() in domains)
    return counted.most_common(1)[0][0] if counted else None
