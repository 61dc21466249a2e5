"""The ledger of commitments and the calendar of deadlines as a table that fits on paper."""

from collections.abc import Callable, Iterable, Mapping

from policysearch.present.records import Record

_HEADERS = {
    "commitment": ("Due", "Who", "What", "Kind", "Source"),
    "time": ("Day", "Who", "What", "Source"),
}
TITLES: Mapping[str, str] = {"commitment": "Commitments", "time": "Deadlines"}
"""The kinds of records that can be printed, and what heads the page."""


def printed_rows(records: Iterable[Record], kind: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Header and rows of the records of a kind in `TITLES`; quotes are verbatim."""
    row = _ROWS[kind]
    return _HEADERS[kind], [row(record) for record in records]


def _commitment(record: Record) -> tuple[str, ...]:
    notes = [record["kind"], record["outcome"], "not" if record["polarity"] == "negative" else None]
    standing = record.get("standing")
    if standing:
        notes.append(standing["finding"])
    return (
        _when(record["time"]),
        _who(record),
        f"”{_flat(record['quote'])}”",
        ", ".join(filter(None, notes)),
        _source(record),
    )


def _time(record: Record) -> tuple[str, ...]:
    who = ", ".join(actor["name"] for actor in record["actors"])
    return (_when(record), who, f"”{_flat(record['sentence'])}”", _source(record))


_ROWS: Mapping[str, Callable[[Record], tuple[str, ...]]] = {"commitment": _commitment, "time": _time}


def _who(record: Record) -> str:
    if record["actors"]:
        return ", ".join(actor["name"] for actor in record["actors"])
    possible = ", ".join(actor["name"] for actor in record["possible_actors"])
    return f"not named (possibly {possible})" if possible else "not named"


def _when(time: Record | None) -> str:
    if time is None:
        return ""
    begin, end = time["begin"], time["end"]
    text = f"{begin} – {end}" if begin and end and begin != end else end or (f"from {begin}" if begin else "")
    return f"about {text}" if text and time["approximate"] else text


def _source(record: Record) -> str:
    document = record["document"]
    page = f"p. {record['page']}" if record["page"] is not None else None
    return ", ".join(filter(None, (document["issuer"], document["date"], document["title"], page, document["id"][:8])))


def _flat(text: str) -> str:
    return " ".join(text.split())
