"""Names of issuing bodies as records and pages print them -> the names under which they are known."""

import re
from collections.abc import Sequence

from policysearch.model.source import DocumentType
from policysearch.model.text import Block

_MUNICIPALITY = re.compile(r"(?P<genitive>[A-ZÅÄÖ][\wåäöÅÄÖ-]*n) (?:kaupunki|kunta|hyvinvointialue)\b")

# Bodies of several people carry the name of their municipality; an office holder is known by the title.
_BODY = re.compile(r"(?:hallitus|valtuusto|lautakunta|johtokunta|toimikunta|valiokunta|neuvosto|jaosto|jaos)$")


def municipality_in(text: str) -> str | None:
    """The genitive of the municipality that `text` names (*Kuusjärven* of *Kuusjärven kaupunki*), else None."""
    match = _MUNICIPALITY.search(text)
    return match["genitive"] if match else None


def type_of_record(blocks: Sequence[Block]) -> DocumentType:
    """A statement is a decision whose own first section gives it (*Lausunto*)."""
    first = next((block.text for block in blocks if block.kind == "heading" and block.level == 3), "")
    return "statement" if first == "Lausunto" else "decision"


def is_body(name: str) -> bool:
    """Whether a name is that of a body of several people (*Perusturvalautakunta*), by its last word."""
    return _BODY.search(name.lower()) is not None


def body_of(municipality: str | None, name: str) -> str:
    """The full name of an issuer: *Kuusjärven kaupunginhallitus* of *Kaupunginhallitus*, but *hallintojohtaja*.

    A name stays as it is where the municipality is not known, or is part of the name already.
    """
    name = name.strip()
    if municipality is None or not name or name.lower().startswith(municipality.lower()):
        return name
    name = name[0].lower() + name[1:]
    return f"{municipality} {name}" if is_body(name) else name


def case_number_in(text: str) -> str | None:
    """The diary number at the start of `text`, without the code of its class (*T 02 02 02*), else None."""
    match = re.match(r"[\s:]*((?:[A-ZÅÄÖ]{2,6} )?[\w./:-]*\d[\w./:-]*)", text)
    return match[1].rstrip(".:,") if match else None


def section_number_in(text: str) -> str | None:
    """The number of the section, digits only (*§ 127*, *127 §*, *Pykälä 127*, *127*), else None."""
    match = re.search(r"(?:§|[Pp]ykälä)\s*(\d+)|(\d+)\s*§", text) or re.fullmatch(r"\s*(\d+)()\s*", text)
    return (match[1] or match[2]) if match else None
