"""Finnish, Swedish and English: message catalogues, dates and numbers. The only importer of Babel."""

import datetime as dt
import functools
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources

from babel import Locale, negotiate_locale
from babel.dates import format_date, format_datetime, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from policysearch.model.time import Moment, When

LANGUAGES: Mapping[str, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""Languages of the page by code, each in its own name; the first one serves where the reader says nothing."""
DEFAULT = "fi"
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
_MOST_RANGES = 20


@dataclass(frozen=True, slots=True)
class Words:
    """How the page speaks in one language."""

    code: str
    locale: Locale
    translations: Translations

    @property
    def gettext(self) -> Callable[[str], str]:
        """A message in this language."""
        return self.translations.ugettext

    @property
    def ngettext(self) -> Callable[[str, str, int], str]:
        """A message for one or for several."""
        return self.translations.ungettext

    def pgettext(self, context: str, message: str) -> str:
        """A message that means another thing elsewhere."""
        return str(self.translations.upgettext(context, message))

    def date(self, day: dt.date | None, form: str = "medium") -> str:
        """A day as people of this language write it; *undated* where there is none."""
        if day is None:
            return self.gettext("undated")
        return format_date(day, format=form, locale=self.locale)

    def interval(self, when: When) -> str:
        """The days of a time: one, from one to another, or the last one of a deadline."""
        first, last = _day(when.begin), _day(when.end)
        if last is None:
            return self.gettext("from %(day)s") % {"day": self.date(first)} if first else self.gettext("undated")
        if when.role == "deadline" or first is None:
            return self.gettext("by %(day)s") % {"day": self.date(last)}
        return self.date(last) if first == last else f"{self.date(first)}–{self.date(last)}"

    def moment(self, moment: dt.datetime) -> str:
        """A day with its time of day, UTC."""
        return format_datetime(moment, format="medium", locale=self.locale) + " UTC"

    def month(self, day: dt.date) -> str:
        """The month of a day, with its year."""
        return format_date(day, format="LLLL yyyy", locale=self.locale)

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Monday to Sunday, short and whole."""
        short, whole = (get_day_names(width, locale=self.locale) for width in ("abbreviated", "wide"))
        return tuple((short[day], whole[day]) for day in range(7))

    def number(self, value: float) -> str:
        """A number with the separators of this language."""
        return format_decimal(value, locale=self.locale)


def _day(moment: Moment | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


@functools.cache
def words(code: str) -> Words:
    """How the page speaks in the language `code`, one of `LANGUAGES`."""
    source = resources.files(__package__).joinpath("locales", f"{code}.po")
    with source.open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(code, Locale.parse(_LOCALES[code]), Translations(compiled))


def preferred(accepted: str) -> str:
    """The language of the page that a browser's `Accept-Language` likes best."""
    ranges = []
    for position, part in enumerate(accepted.split(",")[:_MOST_RANGES]):
        name, _, parameters = part.strip().partition(";")
        try:
            quality = float(parameters.strip().removeprefix("q=")) if parameters else 1.0
        except ValueError:
            continue
        if name and quality > 0:
            ranges.append((-quality, position, name.replace("-", "_")))
    wanted = [name for _, _, name in sorted(ranges)]
    return negotiate_locale(wanted, list(LANGUAGES), aliases={}) or DEFAULT
