"""What `data/html.toml` knows of the markup of pages, as typed values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from policysearch.model.source import DocumentType


@dataclass(frozen=True, slots=True)
class System:
    """A publishing system: how to recognise its pages, and where they keep the text.

    Values are CSS selectors; of several with a comma between them, the first that holds text counts.

    Attributes:
        hints: Where a field of `Metadata` stands, by its name.
        municipality: Genitive of the municipality, put before the name of a body.
        municipality_in: Where the name of the municipality stands.
        heading: Where body, date and section stand together as lines of one heading.
        is_translated: The site serves the same text under the paths of several languages, with its frame translated:
            what the page declares is the language of the frame.
    """

    name: str
    recognise: str
    root: str
    furniture: str | None = None
    type: DocumentType | None = None
    municipality: str | None = None
    municipality_in: str | None = None
    heading: str | None = None
    is_translated: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Markup:
    """Names of elements, roles and classes by what they mean, and the known systems.

    Attributes:
        unread: Elements whose text is no part of the page.
        blocks: Elements that begin on a line of their own.
        elements: Elements that are furniture of the site, as are those with one of `roles` or `words`.
        hidden: Classes of elements that are not shown.
        phrases: Texts of controls, casefolded.
        headings: Levels of headings by class.
        labels: Classes of labels inside a paragraph.
        items: Classes of paragraphs that are items of a list.
        spaced: Classes of elements that are set apart from the text after them.
    """

    unread: frozenset[str]
    blocks: frozenset[str]
    elements: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    hidden: frozenset[str]
    phrases: frozenset[str]
    headings: Mapping[str, int]
    labels: frozenset[str]
    items: frozenset[str]
    spaced: frozenset[str]
    systems: tuple[System, ...]


@cache
def markup() -> Markup:
    """The data file, read once a process."""
    path = resources.files("policysearch.extract").joinpath("data", "html.toml")
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    furniture = data["furniture"]
    return Markup(
        unread=frozenset(data["elements"]["unread"]),
        blocks=frozenset(data["elements"]["blocks"]),
        elements=frozenset(furniture["elements"]),
        roles=frozenset(furniture["roles"]),
        words=frozenset(furniture["words"]),
        hidden=frozenset(furniture["hidden"]),
        phrases=frozenset(phrase.casefold() for phrase in furniture["phrases"]),
        headings=data["headings"],
        labels=frozenset(data["labels"]["classes"]),
        items=frozenset(data["items"]["classes"]),
        spaced=frozenset(data["spaced"]["classes"]),
        systems=tuple(System(**system) for system in data["system"]),
    )
