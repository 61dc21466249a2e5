"""Diary numbers: the many ways in which one is written, and the key that they share. Pure functions.

Registries number by year: *HEL 2021-001526*, *MliDno-2017-206*, *OUKA/1472/02.02.02/2017*, *4520/00.01.01/2015*.
Between number and year many print the class of the matter, after both the parts of the case; neither is another matter.
"""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_MARK = r"(?P<mark>[A-ZÅÄÖ]{1,10}|[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,10}[Dd][Nn][Rr]?[Oo])"
_SHAPES = (
    # HEL 2021-001526, HEL-2021-001526 T 00 00 03, MliDno-2017-206
    re.compile(rf"{_MARK}[ -](?P<year>(?:19|20)\d\d)-(?P<number>\d{{1,7}})(?!\d)"),
    # OUKA/1472/02.02.02/2017, TRE:4456/00.01.02/2017, D/123/07.01/2019, OUKA 1472/02.02.02/2017
    re.compile(rf"{_MARK}[ /:](?P<number>\d{{1,7}})/\d{{2}}(?:\.\d{{2}}){{1,4}}/(?P<year>(?:19|20)\d\d)"),
    # VN/1234/2021, VN/1234/2021-OM-12
    re.compile(rf"{_MARK}/(?P<number>\d{{1,7}})/(?P<year>(?:19|20)\d\d)(?:-[A-ZÅÄÖ]{{2,6}}-\d+)?"),
    # 4520/00.01.01/2015
    re.compile(r"(?P<number>\d{1,7})/\d{2}(?:\.\d{2}){1,4}/(?P<year>(?:19|20)\d\d)"),
)
_DIGITS = 9
_BEFORE = r"(?<![\w/.:-])"
_ANY = re.compile("|".join(f"{_BEFORE}{re.sub(r'P<[a-z]+>', ':', shape.pattern)}(?![\\w/])" for shape in _SHAPES))


def case_key(number: str) -> str:
    """What all ways of writing one diary number have in common; a number of no known shape is its own key.

    *HEL 2021-001526 T 00 00 03*, *hel-2021-001526* and *HEL 2021-1526* have the key `hel 2021 1526`. One without the
    letters of its registry, *4520/00.01.01/2015*, has ` 2015 4520`: only the municipality tells whose it is.
    """
    flat = " ".join(unicodedata.normalize("NFKC", number).translate(_DASHES).split())
    for shape in _SHAPES:
        if match := re.match(shape.pattern, flat, re.IGNORECASE):
            mark = match.groupdict().get("mark") or ""
            return f"{mark.casefold()} {match['year']} {int(match['number'])}"
    return re.sub(r"\s+", "", flat).casefold()


def number_order(key: str) -> tuple[str, ...]:
    """Puts keys in the order of their numbers: 9 before 10."""
    return tuple(part.zfill(_DIGITS) if part.isdecimal() else part for part in key.split(" "))


def is_without_registry(key: str) -> bool:
    """Whether numbers of that key do not say whose registry they are of."""
    return key.startswith(" ")


def case_numbers(text: str) -> tuple[re.Match[str], ...]:
    """The diary numbers in a text, in its order."""
    return tuple(_ANY.finditer(text.translate(_DASHES)))
