"""From the filters of a query to conditions on columns; names are looked up in the corpus."""

from policysearch.index.conditions import Between, Column, Filter, Numbers, OneOf, case_key
from policysearch.model.query import Condition, OfDay, OfPage, ValueName

_COLUMNS: dict[ValueName, Column] = {
    "type": "type",
    "issuer": "issuer",
    "actor": "actors",
    "kind": "kind",
    "part-of": "part",
    "case": "case",
    "section": "section",
    "lang": "language",
}


class LookUp:
    """Names as people type them, and what they mean in a corpus; this one knows none and takes them as they are."""

    def issuers(self, name: str) -> frozenset[str]:
        """The issuers that `name` may mean."""
        return frozenset({name})

    def actors(self, name: str) -> frozenset[str]:
        """The ids of the actors that `name` may mean."""
        return frozenset({name})

    def document(self, ref: str) -> str:
        """The full id of a document."""
        return ref


def condition_of(query: Condition, look_up: LookUp) -> Filter:
    """The condition of the engine that a filter of a query is."""
    if isinstance(query, OfDay):
        low, high = (day.isoformat() if day else None for day in (query.first, query.last))
        return Between(query.name, low, high)
    if isinstance(query, OfPage):
        return Numbers("page", query.first, query.last)
    values = query.values
    match query.name:
        case "document":
            return OneOf("document", frozenset(map(look_up.document, values)))
        case "issuer":
            return OneOf("issuer", frozenset().union(*map(look_up.issuers, values)))
        case "actor":
            return OneOf("actors", frozenset().union(*map(look_up.actors, values)))
        case "case":
            return OneOf("case", frozenset(map(case_key, values)))
        case name:
            return OneOf(_COLUMNS[name], frozenset(values))
