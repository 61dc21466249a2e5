"""Names of bodies as decisions refer to them: in full, without their municipality, or in short. Pure functions."""

import re

_SHORT = {
    "kh": ("kaupunginhallitus", "kunnanhallitus"),
    "khall": ("kaupunginhallitus", "kunnanhallitus"),
    "khal": ("kaupunginhallitus", "kunnanhallitus"),
    "kv": ("kaupunginvaltuusto", "kunnanvaltuusto"),
    "kvalt": ("kaupunginvaltuusto", "kunnanvaltuusto"),
    "kaupunginhall": ("kaupunginhallitus",),
    "stadsstyrelsen": ("kaupunginhallitus",),
    "stadsfullmäktige": ("kaupunginvaltuusto",),
}
"""Short and Swedish names of the bodies that every municipality has. Source: minutes of municipalities, 2005-2023."""
_TAIL = (
    r"(?:hallitus|valtuusto|lautakunta|johtokunta|toimikunta|valiokunta|neuvosto|jaosto|jaos|"
    r"nämnden|styrelsen|fullmäktige)"
)
BODY = rf"(?:[A-ZÅÄÖ][\w,–-]*(?:[ ][\w,–-]+){{0,7}}?{_TAIL}|[A-ZÅÄÖ]?[\w–-]*{_TAIL}|K[hHvV]|Khall?|Kvalt)(?!\w)"
"""A pattern for the name of a body at the beginning of a line, in the nominative."""


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one body: the same, or one of them with its municipality before it."""
    if not one or not other:
        return False
    return any(a == b or a.endswith(f" {b}") or b.endswith(f" {a}") for a in _names(one) for b in _names(other))


def _names(name: str) -> tuple[str, ...]:
    flat = re.sub(r"[-–]\s+", "- ", " ".join(name.casefold().split())).strip(" .:,")
    return _SHORT.get(flat, (flat,))


def municipality(issuer: str | None) -> str | None:
    """The genitive of the municipality before the name of one of its bodies: *espoon* of *Espoon kaupunginhallitus*."""
    match = re.match(r"([A-ZÅÄÖ][\wåäö-]*n) ", issuer or "")
    return match[1].casefold() if match else None
