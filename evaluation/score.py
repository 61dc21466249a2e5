"""Score found facts against gold annotations.

Usage: python evaluation/score.py GOLD FACTS.jsonl [--errors] [--json]

GOLD is a folder of annotations (`annotations.py`), FACTS what `policysearch export --format jsonl` writes. Prints a row
a measure, and with `--errors` everything that was missed, found in vain or wrong.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from annotations import AnnotationError, Entry, Gold, as_list, read_gold
from matching import TIGHT, compare_names, iso, letters, overlap, pair, same_metadata, same_name, same_time


@dataclass(slots=True)
class Count:
    """How many were right, how many were found, how many the gold has."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """Right of those found; None if none was."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of those wanted; None if none was."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(slots=True)
class Score:
    """Counts by measure, and what was wrong: (document, what, detail)."""

    counts: dict[str, Count] = field(default_factory=dict)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, measure: str, right: int, found: int, gold: int) -> None:
        """Add to the count of `measure`."""
        count = self.counts.setdefault(measure, Count())
        count.right += right
        count.found += found
        count.gold += gold

    def judge(self, measure: str, document: str, right: bool, detail: str) -> None:
        """One thing that is right or wrong, with what to say if it is wrong."""
        self.add(measure, int(right), 1, 1)
        if not right:
            self.errors.append((document, measure, detail))


def score(golds: Iterable[Gold], records: Iterable[Entry]) -> Score:
    """Score the records of an export; a document is found by the file name of its source, and its locator."""
    by_document: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for record in records:
        if record["record"] == "document":
            names[_name(record["source"])] = record["id"]
        by_document.setdefault(record.get("document") or record["id"], []).append(record)
    result = Score()
    for gold in golds:
        mine = by_document.get(names.get(gold.name, ""), [])
        result.judge("documents", gold.name, bool(mine), "not among the facts")
        _score_document(gold, mine, result)
    return result


def _name(source: Entry) -> str:
    uri, _, fragment = str(source["uri"]).partition("#")
    locator = source.get("locator") or fragment
    name = PurePosixPath(unquote(uri)).name
    return f"{name}#{locator}" if locator else name


def _score_document(gold: Gold, records: Sequence[Entry], result: Score) -> None:
    kinds = ("document", "commitment", "time", "actor", "measure")
    found = {kind: [r for r in records if r["record"] == kind] for kind in kinds}
    _score_metadata(gold, found["document"][0] if found["document"] else {}, result)
    _score_commitments(gold, found["commitment"], result)
    _score_times(gold, found["time"], result)
    _score_actors(gold, found["actor"], result)
    _score_measures(gold, found["measure"], result)


def _score_metadata(gold: Gold, found: Entry, result: Score) -> None:
    for key, want in gold.metadata.items():
        if want is None:
            continue
        got = found.get(key, (found.get("identifiers") or {}).get(key))
        right = same_metadata(key, want, got)
        result.judge("metadata", gold.name, right, f"{key}: want {want!r}, got {got!r}")


def _score_commitments(gold: Gold, found: Sequence[Entry], result: Score) -> None:
    required = pair([c for c in gold.commitments if not c.get("optional")], found)
    spare = pair([c for c in gold.commitments if c.get("optional")], required.spare).spare
    n_right = len(required.pairs)
    result.add("commitments", n_right, n_right + len(spare), n_right + len(required.missed))
    result.errors += [(gold.name, "commitment missed", c["quote"]) for c in required.missed]
    result.errors += [(gold.name, "commitment in vain", f"[{c.get('kind')}] {c['quote']}") for c in spare]
    for sentence in gold.not_commitments:
        touched = any(overlap(sentence, c["quote"]) for c in spare)
        result.judge("left alone", gold.name, not touched, sentence)
    for want, got in required.pairs:
        _score_commitment(gold.name, want, got, result)


def _score_commitment(document: str, want: Entry, got: Entry, result: Score) -> None:
    clause = str(want["quote"])[:80]
    kinds = as_list(want["kind"])
    result.judge("kind", document, got.get("kind") in kinds, f"want {kinds}, got {got.get('kind')}: {clause}")
    actors = [a["name"] if isinstance(a, dict) else a for a in got.get("actors") or ()]
    wanted = as_list(want.get("actors"))
    names = compare_names(wanted, actors, as_list(want.get("actors_also")))
    n_right = len(wanted) - len(names.missed)
    result.add("commitment actors", n_right, n_right + len(names.vain), len(wanted))
    result.errors += [(document, "commitment actor missed", f"{name}: {clause}") for name in names.missed]
    result.errors += [(document, "commitment actor in vain", f"{name}: {clause}") for name in names.vain]
    if want.get("action"):
        right = letters(got.get("action")) in map(letters, as_list(want["action"]))
        result.judge("action", document, right, f"want {want['action']}, got {got.get('action')}: {clause}")
    tight = overlap(want["quote"], got["quote"]) >= TIGHT
    result.judge("quote tight", document, tight, f"want {clause}, got {got['quote'][:160]}")
    if want.get("condition"):
        right = overlap(want["condition"], str(got.get("condition") or "")) > 0
        result.judge("condition", document, right, f"want {want['condition']!r}, got {got.get('condition')!r}")
    if want.get("amount"):
        value = (got.get("amount") or {}).get("value")
        right = value is not None and float(value) == float(want["amount"]["value"])
        result.judge("amount", document, right, f"want {want['amount']}, got {got.get('amount')}: {clause}")
    for key in ("polarity", "outcome", "strength", "routine"):
        if want.get(key):
            result.judge(key, document, got.get(key) == want[key], f"want {want[key]}, got {got.get(key)}: {clause}")
    _score_voice(document, want, got, result)
    _score_when(document, want, got, result)


def _score_voice(document: str, want: Entry, got: Entry, result: Score) -> None:
    """Whose words they are, and of which day, where the gold says so."""
    clause = str(want["quote"])[:80]
    if want.get("speaker"):
        name = (got.get("speaker") or {}).get("name") or ""
        result.judge(
            "speaker", document, same_name(want["speaker"], name), f"want {want['speaker']}, got {name}: {clause}"
        )
    if want.get("own_words") is not None:
        right = got.get("own_words") is want["own_words"]
        result.judge("own words", document, right, f"want {want['own_words']}, got {got.get('own_words')}: {clause}")
    if want.get("said_on"):
        day = iso(got.get("said_on"))
        result.judge("said on", document, day == iso(want["said_on"]), f"want {want['said_on']}, got {day}: {clause}")


def _score_when(document: str, want: Entry, got: Entry, result: Score) -> None:
    wanted, found = want.get("time"), got.get("time")
    if not wanted and not found:
        return
    right = wanted is not None and found is not None and same_time(wanted, found)
    result.add("commitment time", int(right), int(bool(found)), int(bool(wanted)))
    if not right:
        detail = f"want {wanted}, got {found}: {str(want['quote'])[:80]}"
        result.errors.append((document, "commitment time", detail))


def _score_times(gold: Gold, found: Sequence[Entry], result: Score) -> None:
    required = pair([t for t in gold.times if not t.get("optional")], found)
    spare = pair([t for t in gold.times if t.get("optional")], required.spare).spare
    n_right = len(required.pairs)
    result.add("times found", n_right, n_right + len(spare), n_right + len(required.missed))
    result.errors += [(gold.name, "time missed", t["quote"]) for t in required.missed]
    result.errors += [(gold.name, "time in vain", t["quote"]) for t in spare]
    for want, got in required.pairs:
        values = {key: got.get(key) for key in ("begin", "end", "duration", "set")}
        result.judge("times normalised", gold.name, same_time(want, got), f"{want}: got {values}")
        role = got.get("role")
        result.judge("times role", gold.name, role == want["role"], f"{want['quote']}: want {want['role']}, got {role}")


def _score_actors(gold: Gold, found: Sequence[Entry], result: Score) -> None:
    for measure, wanted, also, is_person in (
        ("people", [p["name"] for p in gold.people], (), True),
        ("organisations", list(gold.organisations), gold.organisations_also, False),
    ):
        actors = [r["actor"]["name"] for r in found if (r["actor"]["kind"] == "person") is is_person]
        names = compare_names(wanted, list(dict.fromkeys(actors)), also)
        n_right = len(wanted) - len(names.missed)
        result.add(measure, n_right, n_right + len(names.vain), len(wanted))
        result.errors += [(gold.name, f"{measure} missed", name) for name in names.missed]
        result.errors += [(gold.name, f"{measure} in vain", name) for name in names.vain]
    for person in gold.people:
        mine = [r for r in found if r["actor"]["kind"] == "person" and same_name(person["name"], r["actor"]["name"])]
        for key in ("title", "organisation", "role"):
            if mine and person.get(key):
                right = any(same_name(person[key], str(r.get(key) or "")) for r in mine)
                got = sorted({str(r.get(key)) for r in mine})
                result.judge(f"person {key}", gold.name, right, f"{person['name']}: want {person[key]!r}, got {got}")


def _score_measures(gold: Gold, found: Sequence[Entry], result: Score) -> None:
    if gold.measures is None:
        return
    required = pair([m for m in gold.measures if not m.get("optional")], found)
    spare = pair([m for m in gold.measures if m.get("optional")], required.spare).spare
    n_right = len(required.pairs)
    result.add("measures", n_right, n_right + len(spare), n_right + len(required.missed))
    result.errors += [(gold.name, "measure missed", m["quote"]) for m in required.missed]
    result.errors += [(gold.name, "measure in vain", m["quote"]) for m in spare]
    for want, got in required.pairs:
        own = {"number": got.get("number"), "page": got.get("page"), "quote": got["quote"]}
        for key in ("quote", "number", "page"):
            if key in want:
                right = letters(str(own[key])) == letters(str(want[key]))
                result.judge(f"measure {key}", gold.name, right, f"want {want[key]!r}, got {own[key]!r}")
        _score_parts(gold.name, want, got, result)


def _score_parts(document: str, want: Entry, got: Entry, result: Score) -> None:
    """Each part letter by letter; one that the gold leaves out has to be empty, a description apart."""
    for part, fields in got["parts"].items():
        words = "".join(letters(field["quote"]) for field in fields)
        if part == "description" or not (words or part in want):
            continue
        right = words == letters(want.get(part))
        result.add("measure parts", int(right), int(bool(words)), int(part in want))
        if not right:
            result.errors.append((document, "measure part", f"{part}: want {want.get(part)!r}, got {words!r}"))


def table(result: Score) -> str:
    """The measures as rows of text."""
    lines = [f"{'measure':20} {'right':>6} {'found':>6} {'gold':>6} {'prec':>6} {'rec':>6} {'f1':>6}"]
    for measure, count in result.counts.items():
        rates = " ".join(
            "     -" if rate is None else f"{rate:6.3f}" for rate in (count.precision, count.recall, count.f1)
        )
        lines.append(f"{measure:20} {count.right:6} {count.found:6} {count.gold:6} {rates}")
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Column:
    """What `columns` shows of one set: its name, how many documents it has, its scores and their floors."""

    name: str
    n_documents: int
    result: Score
    floors: Mapping[str, float] = field(default_factory=dict)


def columns(shown: Sequence[Column]) -> str:
    """Several sets side by side, a row a measure: size of the gold, precision, recall, F1, and the floor if any."""
    measures = dict.fromkeys(measure for column in shown for measure in column.result.counts)
    lines = [f"{'':19}", f"{'measure':19}"]
    for column in shown:
        heading = f" | {'gold':>4} {'prec':>5} {'rec':>5} {'f1':>5}" + (f" {'floor':>5}" if column.floors else "")
        lines[0] += f" | {column.name + f' ({column.n_documents} documents)':{len(heading) - 3}}"
        lines[1] += heading
    lines += [f"{measure:19}" + "".join(f" | {_cells(column, measure)}" for column in shown) for measure in measures]
    return "\n".join(line.rstrip() for line in lines)


def _cells(column: Column, measure: str) -> str:
    count = column.result.counts.get(measure, Count())
    known = bool(count.found or count.gold)
    rates = (count.precision, count.recall, count.f1 if known else None)
    cells = f"{count.gold if known else '-':>4} " + " ".join(f"{'-' if r is None else f'{r:.3f}':>5}" for r in rates)
    if not column.floors:
        return cells
    floor = column.floors.get(measure)
    return cells + f" {'-' if floor is None else f'{floor:.3f}':>5}"


def error_lines(result: Score) -> str:
    """What was wrong, a line each."""
    return "\n".join(f"{document}: {what}: {detail}" for document, what, detail in result.errors)


def read_records(path: Path) -> list[Entry]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Score an export, and print how it did."""
    parser = argparse.ArgumentParser(description="Score found facts against gold annotations.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--errors", action="store_true", help="say everything that was wrong")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    options = parser.parse_args(arguments)
    try:
        result = score(read_gold(options.gold), read_records(options.facts))
    except AnnotationError as error:
        parser.error(str(error))
    print(json.dumps(_as_json(result)) if options.json else table(result))
    if options.errors:
        print(error_lines(result))
    return 0


def _as_json(result: Score) -> dict[str, Any]:
    return {
        measure: {"right": c.right, "found": c.found, "gold": c.gold, "f1": round(c.f1, 4)}
        for measure, c in result.counts.items()
    }


if __name__ == "__main__":
    sys.exit(main())
