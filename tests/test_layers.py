"""Imports point one way, and each native or heavy library has one owner."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "policysearch"

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"model", "errors"}),
    frozenset({"codec", "contacts", "likeness", "kill_points", "notes", "own_files", "settings"}),
    frozenset({"sources", "extract", "lang", "present"}),
    frozenset(
        {
            "structure",
            "facts",
            "measures",
            "reviews",
            "threads",
            "snapshots",
            "journal",
            "topic",
            "store",
            "index",
            "privacy",
        }
    ),
    frozenset({"stamps", "pipeline", "verify", "pictures"}),
    frozenset(
        {
            "workers",
            "expanding",
            "finding",
            "naming",
            "follow",
            "standing",
            "provenance",
            "citing",
            "versions",
            "meetings",
            "progress",
            "cases",
            "coverage",
            "sameness",
            "reviewing",
            "reviewed",
            "proving",
            "comparing",
        }
    ),
    frozenset({"ingest", "marking", "pull", "retrieval", "freezes", "withdrawing"}),
    frozenset({"state", "research", "quotes", "forgetting"}),
    frozenset({"corpus"}),
    frozenset({"batch", "watches", "sampling"}),
    frozenset({"web", "tools"}),
    frozenset({"cli"}),
)
"""From the bottom to the top; a part may import from its own and from lower layers (DESIGN: the way of the data)."""

NEIGHBOURS = {
    ("index", "store"),
    ("store", "index"),
    ("facts", "store"),
    ("reviews", "store"),
    ("reviews", "facts"),
    ("threads", "store"),
    ("threads", "index"),
    ("threads", "facts"),
    ("structure", "store"),
    ("present", "extract"),
}
"""Parts of one layer that must not know one another."""

OWNERS = {
    "libvoikko": "lang/fi/voikko.py",
    "pyvoikko": "lang/fi/voikko.py",
    "sqlite3": "store/database.py",
    "whoosh": "index/whoosh_engine.py",
    "tantivy": "index/tantivy_engine/",
    "lark": "index/query.py",
    "rapidfuzz": "likeness.py",
    "pdfplumber": "extract/pdf.py",
    "pytesseract": "extract/ocr.py",
    "pebble": "workers.py",
    "py3langid": "structure/languages.py",
    "snowballstemmer": "lang/others.py",
    "puremagic": "extract/detect.py",
    "pycrfsuite": "facts/names/model.py",
    "openpyxl": "present/workbook.py",
    "feedgen": "present/atom.py",
    "rispy": "present/ris.py",
    "feedparser": "sources/connectors/feed.py",
    "babel": "web/language.py",
    "nh3": "web/sanitising.py",
    "uvicorn": "web/serving.py",
    "icalendar": "present/calendars.py",
    "httpx": "sources/transport.py",
    "httpcore": "sources/transport.py",
    "protego": "sources/robots.py",
    "mcp": "tools.py",
}
"""Each native or heavy library and the one module, or the one folder, that imports it."""

TWO_OWNERS = {
    "docx": ("extract/docx.py", "present/word.py"),  # one reads, one writes
    "jinja2": ("present/rendering.py", "web/rendering.py"),  # files that stand by themselves, and pages
}
"""Libraries that two modules import, each for a purpose of its own."""


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(name: str) -> str | None:
    """The part of the program that a dotted name belongs to; None for the outside and for the package itself."""
    pieces = name.split(".")
    known = frozenset().union(*LAYERS)
    return pieces[1] if pieces[0] == "policysearch" and len(pieces) > 1 and pieces[1] in known else None


def layer(name: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if name in parts)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    """No module imports from a layer above its own, nor from a neighbour that it must not know."""
    relative = path.relative_to(SOURCE)
    own = relative.parts[0].removesuffix(".py")
    if own in ("__init__", "__main__"):
        return
    for name in imports(path):
        other = part(name)
        if other is None or other == own:
            continue
        assert layer(other) <= layer(own), f"{relative} imports {name} from a layer above"
        assert (own, other) not in NEIGHBOURS, f"{relative} imports {name}, which it must not know"


@pytest.mark.parametrize(("library", "owner"), OWNERS.items(), ids=str)
def test_libraries_have_one_owner(library: str, owner: str) -> None:
    """Only the owner module imports a native or heavy library."""
    importers = {
        str(path.relative_to(SOURCE)) for path in modules() if library in {n.split(".")[0] for n in imports(path)}
    }
    assert {owner if owner.endswith("/") and name.startswith(owner) else name for name in importers} == {owner}


@pytest.mark.parametrize(("library", "owners"), TWO_OWNERS.items(), ids=str)
def test_some_have_two(library: str, owners: tuple[str, ...]) -> None:
    """Only these two import it."""
    importers = {
        str(path.relative_to(SOURCE)) for path in modules() if library in {n.split(".")[0] for n in imports(path)}
    }
    assert importers == set(owners)


def test_commands_know_no_stage() -> None:
    """The command line calls the facade: no stage, no SQL, no engine."""
    allowed = {"batch", "cli", "corpus", "errors", "model", "present", "sampling", "settings", "watches"}
    allowed |= {"tools", "web"}
    for path in (SOURCE / "cli").glob("*.py"):
        used = {found for name in imports(path) if (found := part(name))}
        assert used <= allowed, f"{path.name} imports {used - allowed}"


def test_pages_know_no_stage() -> None:
    """The web page calls the facade: no stage, no SQL, no engine."""
    allowed = {"contacts", "corpus", "errors", "model", "notes", "present", "settings", "web"}
    for path in (SOURCE / "web").rglob("*.py"):
        used = {found for name in imports(path) if (found := part(name))}
        assert used <= allowed, f"{path.name} imports {used - allowed}"
