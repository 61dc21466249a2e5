"""Gold annotations: read from YAML, checked, and tied to the originals they are about.

The format: `document` (a path, with `#locator` for one item of a file), `metadata`, `people`, `organisations`,
`commitments`, `not_commitments`, `times`, for minutes `agenda`, for plans and reports `measures`, and in our second
set `covers`, ids of `constructions.toml`. Entries that are `optional` count neither way. How to annotate stands in
`docs/evaluation.md`.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]

KINDS = frozenset({"decision", "undertaking", "obligation", "proposal", "accomplishment"})
ROLES = frozenset({"deadline", "start", "period", "event", "duration", "recurrence"})


class AnnotationError(Exception):
    """A gold file does not hold what a gold file must."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful reader finds in one document.

    Attributes:
        name: File name of the original, with `#locator` for one item of it.
        original: Where the original lies, as the annotation gives it, without the locator.
        covers: The constructions that the document is there for.
        measures: Those of a plan or report, None where nobody looked for them.
    """

    path: Path
    name: str
    original: str
    metadata: Entry
    people: tuple[Entry, ...]
    organisations: tuple[str, ...]
    organisations_also: tuple[str, ...]
    commitments: tuple[Entry, ...]
    not_commitments: tuple[str, ...]
    times: tuple[Entry, ...]
    covers: tuple[str, ...] = ()
    measures: tuple[Entry, ...] | None = None


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """All annotations of a folder, by file name.

    Raises:
        AnnotationError: There is none, or one of them is not in the format.
    """
    golds = tuple(_read(path) for path in sorted(folder.glob("*.yaml")))
    if not golds:
        raise AnnotationError(f"{folder} holds no *.yaml: give a folder of annotations")
    return golds


def originals_of(golds: tuple[Gold, ...]) -> tuple[Path, ...]:
    """The files that the annotations are about, each once; looked for from the folder of the annotations upwards.

    Raises:
        AnnotationError: An original is nowhere to be found.
    """
    found: dict[Path, None] = {}
    for gold in golds:
        for folder in gold.path.resolve().parents:
            if (folder / gold.original).is_file():
                found[folder / gold.original] = None
                break
        else:
            raise AnnotationError(f"{gold.path}: there is no {gold.original} beside or above it")
    return tuple(found)


def hash_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of a folder's annotations: another gold gives another hash."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _read(path: Path) -> Gold:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    problems = list(_problems(data))
    if problems:
        raise AnnotationError(f"{path}: " + "; ".join(problems))
    original, _, locator = data["document"].partition("#")
    name = Path(original).name
    return Gold(
        path=path,
        name=f"{name}#{locator}" if locator else name,
        original=original,
        metadata=data.get("metadata") or {},
        people=tuple(data.get("people") or ()),
        organisations=tuple(data.get("organisations") or ()),
        organisations_also=tuple(data.get("organisations_also") or ()),
        commitments=tuple(data["commitments"]),
        not_commitments=tuple(data.get("not_commitments") or ()),
        times=tuple(data.get("times") or ()),
        covers=tuple(data.get("covers") or ()),
        measures=tuple(data["measures"]) if "measures" in data else None,
    )


def _problems(data: Any) -> Iterator[str]:
    if not isinstance(data, dict) or not isinstance(data.get("document"), str):
        yield "the key `document` is missing"
        return
    for i, entry in enumerate(data.get("commitments") or ()):
        where = f"commitment {i + 1}"
        if not entry.get("quote"):
            yield f"{where} has no quote"
        if not set(as_list(entry.get("kind"))) <= KINDS or not as_list(entry.get("kind")):
            yield f"{where} has the kind {entry.get('kind')!r}"
        if entry.get("time") and entry["time"].get("role") not in ROLES:
            yield f"{where} has a time of the role {entry['time'].get('role')!r}"
    for i, entry in enumerate(data.get("times") or ()):
        if not entry.get("quote") or entry.get("role") not in ROLES:
            yield f"time {i + 1} lacks a quote, or has the role {entry.get('role')!r}"
    yield from (f"measure {i + 1} has no quote" for i, m in enumerate(data.get("measures") or ()) if not m.get("quote"))
    if not isinstance(data.get("commitments"), list):
        yield "the key `commitments` is missing"


def as_list(value: Any) -> list[Any]:
    """`value` if it is a list, nothing for None, else a list of it alone."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
