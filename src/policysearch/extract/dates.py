"""Dates as pages and records write them -> days in Finland."""

import datetime as dt
import re

from dateutil import parser, tz

_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)")


def day_in(text: str) -> dt.date | None:
    """The first valid date of the form *8.6.2023* in `text`, else None."""
    for match in _DAY.finditer(text):
        try:
            return dt.date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            continue
    return None


def day_of_stamp(stamp: str) -> dt.date | None:
    """The day of an ISO 8601 time stamp in Finland; one without a zone is local time. None for anything else."""
    try:
        moment = parser.isoparse(stamp.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(tz.gettz("Europe/Helsinki"))
    return moment.date()
