"""Days as Finnish and Swedish documents print them, for headings and letterheads (not for facts)."""

import datetime as dt
import re
from collections.abc import Iterator

_MONTHS = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu",
)  # fmt: skip
_SV_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_EN_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

DAY = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?<![\d.])(?P<fi_day>\d{{1,2}})\.?\s*(?:päivänä\s+|p:nä\s+)?(?P<fi_month>{'|'.join(_MONTHS)})kuu(?:ta|n|ssa)?\s+(?P<fi_year>(?:19|20)\d\d)"
    rf"|(?<![\d.])(?P<sv_day>\d{{1,2}})\.?\s+(?:(?P<sv_month>{'|'.join(_SV_MONTHS)})|(?P<en_month>{'|'.join(_EN_MONTHS)}))\s+(?P<sv_year>(?:19|20)\d\d)"
    r"|(?<![\d-])(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\d-])",
    re.IGNORECASE,
)
"""A whole day with its year, in figures, in words, or as ISO 8601."""


def days_in(text: str) -> Iterator[dt.date]:
    """Every day that is named with its year, in order; impossible ones (31.2.) are passed over."""
    for match in DAY.finditer(text):
        if (day := day_of(match)) is not None:
            yield day


def first_day(text: str) -> dt.date | None:
    """The first day that is named with its year."""
    return next(days_in(text), None)


def day_of(match: re.Match[str]) -> dt.date | None:
    """The day of a match of `DAY`, None if the calendar has no such day."""
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "day" in found:
        year, month, day = found["year"], int(found["month"]), found["day"]
    elif "fi_day" in found:
        year, month, day = found["fi_year"], _MONTHS.index(found["fi_month"].lower()) + 1, found["fi_day"]
    elif "iso_day" in found:
        year, month, day = found["iso_year"], int(found["iso_month"]), found["iso_day"]
    else:
        names = _SV_MONTHS if "sv_month" in found else _EN_MONTHS
        name = found.get("sv_month") or found["en_month"]
        year, month, day = found["sv_year"], names.index(name.lower()) + 1, found["sv_day"]
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None
