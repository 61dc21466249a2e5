"""The provenance of an export: as a record, as lines of comment above a table, as rows of a sheet."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from policysearch.model.research import Provenance
from policysearch.model.search import Filters
from policysearch.present.records import Record

MARK = "# "
"""What a line of comment begins with in CSV."""
_LOOKED_UP = ("issuer_names",)
"""Fields of filters that follow from others."""
_ONE_OF = {"filters": "filter", "options": "option", "expansions": "expansion"}


def provenance_record(provenance: Provenance) -> Record:
    """The `provenance` record."""
    return {
        "record": "provenance",
        "program": provenance.program,
        "version": provenance.version,
        "asked": provenance.asked,
        "query": provenance.query,
        "expansions": list(provenance.expansions),
        "filters": dict(provenance.filters),
        "options": dict(provenance.options),
        "hits": provenance.n_hits,
        "undated_left_out": provenance.undated,
        "made_on": provenance.made_on.isoformat(),
        "corpus": {
            "id": provenance.corpus_id,
            "revision": provenance.revision,
            "sha256": provenance.corpus_sha256,
            "documents": provenance.n_documents,
            "freeze": provenance.freeze,
        },
        "analysis": provenance.analysis,
        "facts": provenance.facts,
        "engine": provenance.engine,
    }


def provenance_rows(provenance: Provenance) -> Iterator[tuple[str, Any]]:
    """Name and value of each thing that is known, on one line each; parts of a whole as *corpus sha256*."""
    for name, value in provenance_record(provenance).items():
        if name == "record" or value is None or value in ([], {}):
            continue
        if isinstance(value, Mapping):
            yield from (
                (f"{_ONE_OF.get(name, name)} {key}", _line(each)) for key, each in value.items() if each is not None
            )
        elif isinstance(value, list):
            yield from ((_ONE_OF.get(name, name), _line(each)) for each in value)
        else:
            yield name, _line(value)


def comment_lines(provenance: Provenance) -> Iterator[str]:
    """Lines that begin with `#`, for the head of a CSV table."""
    return (f"{MARK}{name}: {value}" for name, value in provenance_rows(provenance))


def _line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def filter_texts(filters: Filters | None) -> dict[str, str]:
    """The filters that are set, by name, as text."""
    if filters is None:
        return {}
    return texts_of({f.name: getattr(filters, f.name) for f in fields(filters) if f.name not in _LOOKED_UP})


def texts_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as text; those that are None, False or empty are left out."""
    return {
        name: _text(value) for name, value in values.items() if not any(value is no for no in (None, False, "", ()))
    }


def _text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    if isinstance(value, dt.date):
        return value.isoformat()
    return "true" if value is True else str(value)
