"""Days as people type them: 2024, 2024-05, 2024-05-31 or 31.5.2024; a year or a month is all its days."""

import calendar
import datetime as dt
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_FINNISH = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")


def first_and_last(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that `text` stands for.

    Raises:
        ValueError: It stands for none.
    """
    if match := _FINNISH.fullmatch(text):
        day, month, year = match[1], match[2], match[3]
    elif match := _ISO.fullmatch(text):
        year, month, day = match[1], match[2], match[3]
    else:
        raise ValueError(text)
    first = dt.date(int(year), int(month or 1), int(day or 1))
    if day:
        return first, first
    month = int(month or 12)
    return first, dt.date(int(year), month, calendar.monthrange(int(year), month)[1])
