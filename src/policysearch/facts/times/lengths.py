"""Lengths of time and recurrences: *enintään kolme vuotta*, *neljän kuukauden kuluessa*, *kaksi kertaa vuodessa*."""

import datetime as dt
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta

from policysearch.facts.times.atoms import Atom
from policysearch.facts.times.core import Core, Frame, Reader, Resolver
from policysearch.facts.times.values import Interval, divided, halved, months, one_and_a_half, scaled, weeks, years
from policysearch.model.time import TimeRole

_AFTER = frozenset({"kuluttua", "päästä", "päähän", "jälkeen"})
_ROLES: dict[str, TimeRole] = {
    "kuluessa": "deadline", "sisällä": "deadline", "sisään": "deadline", "määräajassa": "deadline", "aikana": "period",
    "mittaan": "period", "ajan": "duration", "ajaksi": "duration", "ajalle": "duration",
}  # fmt: skip
_ALONE = _AFTER | frozenset(_ROLES) | frozenset({"mittainen", "pituinen", "välein", "väliajoin", "sitten"})


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number of units: the ISO 8601 duration (None where the words are vague), and the index behind the unit."""

    duration: str | None
    last: int
    lemma: str
    is_written: bool
    number: int | None = None


def parse_length(reader: Reader, first: int) -> Core | None:
    """A length of time that begins at atom `first`."""
    atom = reader.at(first)
    if adjective := reader.known(first, reader.cues.length_adjectives):
        return Core(first, first + 1, "length", role="duration", duration=reader.cues.length_adjectives[adjective])
    if atom.word == "toistaiseksi":
        return Core(first, first + 1, "length", role="duration")
    if found := _hyphened(reader, first):
        return Core(first, first + 1, "length", role="duration", duration=found)
    amount = _amount(reader, first)
    if amount is None or _is_age(reader, amount.last):
        return None
    return _by_following(reader, first, amount) or _alone(reader, first, amount)


def _by_following(reader: Reader, first: int, amount: _Amount) -> Core | None:
    """The role by the word behind the amount: *kuluessa*, *ajan*, *välein*, *sitten*, a head like *siirtymäaika*."""
    following = reader.at(amount.last).word
    last = amount.last + 1
    if following == "sitten":
        unit = reader.cues.units[amount.lemma]
        resolve = None if amount.number is None else _back(unit, amount.number)
        return Core(first, last, "year", resolve, role="event", approximate=unit != "P1D")
    dated = _dated_here(reader, last) if _ROLES.get(following) == "deadline" and amount.number else None
    if dated is not None and amount.number:
        ahead = _ahead(reader.cues.units[amount.lemma], amount.number)
        return Core(first, dated, "day", ahead, role="deadline")
    if following in _ROLES:
        return Core(first, last, "length", role=_ROLES[following], duration=amount.duration)
    if following == "ennen" and amount.duration is not None:
        return Core(first, last, "length", role="deadline", duration=amount.duration)
    if "genitive" not in reader.at(amount.last - 1).cases(amount.lemma):
        return None
    if following in {"välein", "väliajoin"}:
        return Core(first, last, "length", role="recurrence", recurrence=amount.duration)
    if following in _AFTER:
        return Core(first, last, "length", role="event", duration=amount.duration)
    head = _length_head(reader, amount.last)
    return None if head is None else Core(first, head, "length", role="duration", duration=amount.duration)


def _alone(reader: Reader, first: int, amount: _Amount) -> Core | None:
    """*kolme vuotta*; a unit without a number only as *vuodeksi*."""
    is_for = "translative" in reader.at(amount.last - 1).cases(amount.lemma) and amount.lemma != "päivä"
    if not (is_for or amount.is_written) or (amount.is_written and amount.duration is None):
        return None
    return Core(first, amount.last, "length", role="duration", duration=amount.duration)


def parse_recurrence(reader: Reader, first: int) -> Core | None:
    """*vuosittain*, *kerran kuussa*, *kaksi kertaa vuodessa*, *joka toinen vuosi*."""
    cues = reader.cues
    atom = reader.at(first)
    if adverb := reader.known(first, cues.recurrences):
        return Core(first, first + 1, "length", role="recurrence", recurrence=cues.recurrences[adverb])
    if atom.word in {"joka", "kunkin", "jokaisen"} and (each := _each(reader, first)) is not None:
        return each
    if atom.word == "joka":
        index = first + 1
        every = 2 if reader.at(index).is_lemma("toinen") else 3 if reader.at(index).is_lemma("kolmas") else 1
        index += every > 1
        unit = reader.known(index, cues.units)
        if unit is not None and reader.at(index).cases(unit) & {"nominative", "essive", "inessive"}:
            return Core(first, index + 1, "length", role="recurrence", recurrence=scaled(cues.units[unit], every))
        weekday = reader.known(index, cues.weekdays)
        if weekday is not None:
            return Core(first, index + 1, "length", role="recurrence", recurrence=f"P{every}W")
        return None
    number, index = _times(reader, first)
    unit = reader.known(index, cues.units, cues.term_units) if index > first else None
    if unit is None or not reader.at(index).cases(unit) & {"inessive", "adessive"}:
        return None
    length = cues.units.get(unit) or cues.term_units[unit]
    often = None if number is None else divided(length, number)
    return Core(first, index + 1, "length", role="recurrence", recurrence=often)


def _each(reader: Reader, first: int) -> Core | None:
    """*joka kuukauden ensimmäisenä tiistaina*, *kunkin vuoden lopussa*, *jokaisen vuoden maaliskuussa*."""
    unit = reader.known(first + 1, reader.cues.units)
    if unit is None or "genitive" not in reader.at(first + 1).cases(unit):
        return None
    last = first + 2
    while reader.known(last, reader.cues.ordinals, reader.cues.edges, reader.cues.months) or (
        reader.at(last).kind in {"ordinal", "date"} and reader.at(last).year is None
    ):
        last += 1
    if last > first + 2 and reader.known(last, reader.cues.weekdays, reader.cues.units):
        last += 1
    last += reader.at(last).word in {"mennessä", "asti", "saakka"}
    return Core(first, last, "length", role="recurrence", recurrence=reader.cues.units[unit])


def _times(reader: Reader, index: int) -> tuple[int | None, int]:
    """*kerran*, *kahdesti*, *kaksi kertaa*, *1–2 kertaa* (None): how often, and the index behind it."""
    word = reader.at(index).word
    if word in reader.cues.times:
        return reader.cues.times[word], index + 1
    number, after = _number(reader, index)
    if after > index and reader.at(after).is_lemma("kerta"):
        return number, after + 1
    return None, index


def _number(reader: Reader, index: int) -> tuple[int | None, int]:
    """A numeral or number; of a range (*2–3*) nothing exact follows: None, behind it. Nothing there: the same index."""
    cues = reader.cues
    atom = reader.at(index)
    if atom.kind == "number" and atom.value > 0:
        number, after = atom.value, index + 1
    elif (word := reader.known(index, cues.numerals)) and word != "puoli":
        number, after = cues.numerals[word], index + 1
    else:
        return None, index
    if reader.at(after).word == "(" and reader.at(after + 1).value == number and reader.at(after + 2).word == ")":
        return number, after + 3  # kaksi (2) vuotta
    if reader.at(after).kind == "dash" or reader.at(after).word in {"tai", "ja"}:
        other = reader.at(after + 1)
        if other.is_lemma("usea", "useampi"):
            return number, after + 2  # kolmeksi tai useammaksi vuodeksi
        if (other.kind == "number" and other.value > number) or reader.known(after + 1, cues.numerals):
            return None, after + 2
    return number, after


def _amount(reader: Reader, first: int) -> _Amount | None:
    cues = reader.cues
    atom = reader.at(first)
    is_half, is_more = atom.is_lemma("puoli"), atom.is_lemma("puolitoista")
    if (halves := _and_a_half(reader, first)) is not None:
        return halves
    number, index = (1, first + 1) if is_half or is_more else _number(reader, first)
    if index == first and atom.is_lemma("usea", "moni", "muutama"):
        number, index = None, first + 1
    is_written = index > first
    if is_written and reader.at(index).is_lemma("täysi", "kokonainen", "ensimmäinen", "viimeinen", "seuraava"):
        index += 1
    lemma = reader.known(index, cues.units)
    if lemma is None:
        return None
    unit = cues.units[lemma]
    if not is_written:
        return _single(reader, index, lemma)
    if lemma == "kuu" or reader.at(index + 1).kind == "year":
        return None
    if is_half:
        return _Amount(halved(unit), index + 1, lemma, is_written=True)
    if is_more:
        return _Amount(one_and_a_half(unit), index + 1, lemma, is_written=True)
    duration = None if number is None else scaled(unit, number)
    amount = _Amount(duration, index + 1, lemma, is_written=True, number=number)
    return _with_rest(reader, amount)


def _and_a_half(reader: Reader, first: int) -> _Amount | None:
    """*kaksi ja puoli vuotta*, *2,5 vuotta* → P30M."""
    atom = reader.at(first)
    word = reader.known(first, reader.cues.numerals)
    number, index = 0, first
    if atom.kind == "number" and atom.word.endswith(",5") and atom.word[:-2].isdigit():
        number, index = int(atom.word[:-2]), first + 1
    elif word is not None and reader.at(first + 1).word == "ja" and reader.at(first + 2).is_lemma("puoli"):
        number, index = reader.cues.numerals[word], first + 3
    if number < 1 or not reader.at(index).is_lemma("vuosi"):
        return None
    return _Amount(f"P{number * 12 + 6}M", index + 1, "vuosi", is_written=True)


def _single(reader: Reader, index: int, lemma: str) -> _Amount | None:
    """*vuoden ajan*, *kuukauden kuluessa*, *vuodeksi*: one unit, without its number."""
    atom = reader.at(index)
    if lemma in {"kuu", "kk", "v", "vko", "vk"} or not _is_singular(atom, lemma):
        return None  # viikkojen aikana, vuosiksi: how many is not said
    cases = atom.cases(lemma)
    if "adessive" in cases and any(reader.known(index - step, reader.cues.extends) for step in (1, 2)):
        return _Amount(reader.cues.units[lemma], index + 1, lemma, is_written=True, number=1)
    is_before = reader.at(index + 1).word == "ennen" and "partitive" in cases
    if not (is_before or "translative" in cases or (reader.at(index + 1).word in _ALONE and "genitive" in cases)):
        return None
    if "year" in {reader.at(index - 1).kind, reader.at(index + 1).kind} or reader.known(index - 1, reader.cues.which):
        return None
    if "translative" in cases and "translative" in reader.at(index - 1).cases():
        return None  # useammaksi vuodeksi
    return _Amount(reader.cues.units[lemma], index + 1, lemma, is_written=False, number=1)


def _with_rest(reader: Reader, amount: _Amount) -> _Amount:
    """*3 vuotta (ja) 2 kuukautta* as one length: the smaller unit joined to the larger."""
    index = amount.last + (reader.at(amount.last).word == "ja")
    number, after = _number(reader, index)
    lemma = reader.known(after, reader.cues.units)
    if number is None or lemma is None or amount.duration is None:
        return amount
    larger, smaller = amount.duration, reader.cues.units[lemma]
    order = "YMWD"
    if "T" in larger + smaller or order.index(larger[-1]) >= order.index(smaller[-1]) or smaller == "P1W":
        return amount
    return replace(amount, duration=larger + scaled(smaller, number).removeprefix("P"), last=after + 1, lemma=lemma)


def _is_singular(atom: Atom, lemma: str) -> bool:
    return atom.token is not None and any(
        reading.number == "singular" for reading in atom.token.readings if reading.lemma.lower() == lemma
    )


def _dated_here(reader: Reader, index: int) -> int | None:
    """The index behind *tämän kirjeen päiväyksestä*, *tästä päivästä*: from the day of the document; else None."""
    if not reader.at(index).is_lemma("tämä"):
        return None
    for last in (index + 1, index + 2):
        day = next((d for d in ("päiväys", "päivämäärä", "päivä") if reader.at(last).is_lemma(d)), None)
        if day is not None and "elative" in reader.at(last).cases(day):
            return last + 1 + (reader.at(last + 1).word in {"lukien", "alkaen", "lähtien"})
    return None


def _ahead(unit: str, number: int) -> Resolver:
    """*kahden viikon kuluessa tämän kirjeen päiväyksestä*: the last day, counted from that of the document."""

    def resolve(frame: Frame) -> Interval | None:
        if frame.anchor is None:
            return None
        steps = {"P1D": "days", "P1W": "weeks", "P1M": "months", "P1Y": "years"}
        if unit not in steps:
            return None
        day = frame.anchor + relativedelta(**{steps[unit]: number})  # type: ignore[arg-type]  # one of its own words
        return Interval(day, day)

    return resolve


def _back(unit: str, number: int) -> Resolver:
    """*kolme vuotta sitten*: the year, month, week or day that lies so far back."""

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None:
            return None
        if unit == "P1Y":
            return years(anchor.year - number, anchor.year - number)
        if unit == "P1M":
            date = anchor - relativedelta(months=number)
            return months(date.year, date.month, date.month)
        days = {"P1W": 7, "P1D": 1}.get(unit)
        if days is None:
            return None
        date = anchor - dt.timedelta(days=days * number)
        if unit == "P1D":
            return Interval(date, date)
        return weeks(date.isocalendar().year, date.isocalendar().week, date.isocalendar().week)

    return resolve


def _is_age(reader: Reader, index: int) -> bool:
    """*18 vuotta täyttänyt*, *15 vuoden ikäinen*: how old, not how long."""
    return any(reader.known(place, reader.cues.age) is not None for place in (index, index + 1))


def _length_head(reader: Reader, index: int) -> int | None:
    """The index behind a noun whose own length the amount tells (*kotoutumisaika*, *siirtymäaika*, *kausi*)."""
    for place in (index, index + 1):
        for lemma in reader.at(place).lemmas:
            token = reader.at(place).token
            tail = token.parts[-1] if token is not None and token.parts else lemma
            if lemma in reader.cues.length_heads or tail in reader.cues.length_heads:
                return place + 1
        if not reader.at(place).lemmas or reader.at(place).token is None:
            return None
        token = reader.at(place).token
        if token is None or token.readings[0].word_class != "adjective":
            return None
    return None


def _hyphened(reader: Reader, index: int) -> str | None:
    """*3-vuotinen*, *2-päiväinen*."""
    for lemma in reader.at(index).lemmas:
        number, _, rest = lemma.partition("-")
        if number.isdigit() and int(number) > 0 and (unit := reader.cues.length_adjective_units.get(rest)):
            return scaled(unit, int(number))
    return None
