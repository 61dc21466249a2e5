"""Hold the quality of the facts: score both sets of our own gold, and fail where a measure falls below its floor.

Usage: python evaluation/gate.py [--errors]                            score both sets against `floors.toml`
       python evaluation/gate.py --gold FOLDER [--split] [--errors]    score another gold; no floors
       python evaluation/gate.py --pin [--lower SET]                   pin new floors; `--lower` lets those of SET sink

The documents are ingested into a corpus of their own in a temporary folder. The floors are pinned to the hash of the
gold: a changed annotation has to be pinned as deliberately as a lowered floor. `docs/evaluation.md` explains the sets
and the measures.

The rules were written with the examples in sight, and the constructions were annotated before the program read them;
both are known by now: the floors guard against loss, and say little about new documents.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotations import AnnotationError, Entry, Gold, hash_of, originals_of, read_gold
from score import Column, Score, columns, error_lines, read_records, score

from policysearch import open_corpus
from policysearch.present.records import export_records

HERE = Path(__file__).resolve().parent
# By name, where the annotations of each set lie.
SETS = {"examples": HERE / "gold", "constructions": HERE / "gold_constructions"}
FLOORS = HERE / "floors.toml"
# The two Voikkos read some words differently, and the gate must hold with either: floors are pinned this far below.
MARGIN = 0.02


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each measure on one set, and the hash of the gold that it was measured on."""

    gold: str = ""
    least: Mapping[str, float] = field(default_factory=dict)


def find_facts(originals: Sequence[Path]) -> list[Entry]:
    """Ingest `originals` into a corpus that is thrown away, and give the records of its export."""
    with tempfile.TemporaryDirectory(prefix="evaluation-") as name:
        folder = Path(name)
        with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
            for event in corpus.ingest(originals):
                if event.outcome in ("failed", "skipped"):
                    print(f"{event.uri}: {event.outcome}: {event.reason}", file=sys.stderr)
            return [record for summary, facts in corpus.export() for record in export_records(summary, facts)]


def split(golds: Iterable[Gold]) -> dict[str, tuple[Gold, ...]]:
    """The golds by the first folder of their documents."""
    found: dict[str, tuple[Gold, ...]] = {}
    for gold in golds:
        folder = Path(gold.original).parts[0]
        found[folder] = (*found.get(folder, ()), gold)
    return found


def read_floors(path: Path) -> dict[str, Floors]:
    """The pinned floors by set; none where there is no file."""
    if not path.is_file():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(table["gold"], table["floors"]) for name, table in data.items()}


def failures(result: Score, floors: Floors, gold_hash: str) -> list[str]:
    """Why the gate stays shut, a sentence each."""
    found = []
    if not floors.least:
        found.append("no floors are pinned: run `python evaluation/gate.py --pin`")
    elif floors.gold != gold_hash:
        found.append("the gold is not the one the floors were measured on: look at the scores, then pin them anew")
    for measure, floor in floors.least.items():
        count = result.counts.get(measure)
        if count is None:
            found.append(f"{measure}: not measured any more")
        elif count.f1 < floor:
            found.append(f"{measure}: {count.f1:.3f} is below its floor of {floor:.3f}")
    return found


def new_floors(result: Score, old: Floors, gold_hash: str, *, lower: bool) -> Floors:
    """Floors just below what was measured; unless `lower`, none sinks and none goes."""
    least = {} if lower else dict(old.least)
    for measure, count in result.counts.items():
        least[measure] = max(least.get(measure, 0.0), int(max(count.f1 - MARGIN, 0) * 1000) / 1000)
    return Floors(gold_hash, least)


def write_floors(floors: Mapping[str, Floors], path: Path) -> None:
    """Write the floors of each set as TOML."""
    lines = [
        "# By set, the least F1 of each measure, and the hash of the gold that it was measured on.",
        "# Written by `python evaluation/gate.py --pin`.",
    ]
    for name, pinned in floors.items():
        lines += ["", f"[{name}]", f'gold = "{pinned.gold}"', "", f"[{name}.floors]"]
        lines += [f'"{measure}" = {floor:.3f}' for measure, floor in pinned.least.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 if it opens."""
    parser = argparse.ArgumentParser(description="Score our own gold, and hold the floors.")
    parser.add_argument("--gold", type=Path, help="a folder of other annotations: scores only")
    parser.add_argument("--split", action="store_true", help="also apart, by first folder of the documents")
    parser.add_argument("--facts", type=Path, help="an export to score, instead of ingesting the documents")
    parser.add_argument("--errors", action="store_true", help="say everything that was wrong")
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    parser.add_argument("--lower", choices=SETS, help="with --pin: let the floors of this set sink")
    options = parser.parse_args(arguments)
    if options.pin and options.gold:
        parser.error("--pin is for our own gold: leave out --gold")
    try:
        golds = {"all": read_gold(options.gold)} if options.gold else {n: read_gold(at) for n, at in SETS.items()}
        originals = [path for of_set in golds.values() for path in originals_of(of_set)]
        records = read_records(options.facts) if options.facts else find_facts(originals)
    except AnnotationError as error:
        parser.error(str(error))
    if options.split:
        golds |= split(gold for of_set in golds.values() for gold in of_set)
    results = {name: score(of_set, records) for name, of_set in golds.items()}
    floors = {} if options.gold else read_floors(FLOORS)
    hashes = {} if options.gold else {name: hash_of(at) for name, at in SETS.items()}
    if options.pin:
        floors = {
            name: new_floors(results[name], floors.get(name, Floors()), hashes[name], lower=options.lower == name)
            for name in SETS
        }
        write_floors(floors, FLOORS)
    print(columns([Column(n, len(golds[n]), r, floors.get(n, Floors()).least) for n, r in results.items()]))
    if options.errors:
        print("\n".join(error_lines(result) for name, result in results.items() if name in SETS or name == "all"))
    problems = [(n, p) for n in hashes for p in failures(results[n], floors.get(n, Floors()), hashes[n])]
    for name, problem in problems:
        print(f"gate: {name}: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
