"""Hold the quality of the facts: score the examples, and fail where a measure falls below its floor.

Usage: python evaluation/gate.py [--errors]                  score the examples against `floors.toml`
       python evaluation/gate.py --gold FOLDER [--errors]    score another gold; no floors
       python evaluation/gate.py --pin [--lower]             write the floors anew; `--lower` lets them sink

The documents are ingested into a corpus of their own in a temporary folder. The floors are pinned to the hash of the
gold: a changed annotation has to be pinned as deliberately as a lowered floor.

The rules were written with these examples in sight: the floors guard against loss, and say little about new documents.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotations import AnnotationError, Entry, hash_of, originals_of, read_gold
from score import Score, error_lines, read_records, score, table

from policysearch import open_corpus
from policysearch.present.records import export_records

HERE = Path(__file__).resolve().parent
GOLD = HERE / "gold"
FLOORS = HERE / "floors.toml"
# The two Voikkos read some words differently, and the gate must hold with either: floors are pinned this far below.
MARGIN = 0.02


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each measure, and the hash of the gold that it was measured on."""

    gold: str
    least: dict[str, float]


def find_facts(originals: Sequence[Path]) -> list[Entry]:
    """Ingest `originals` into a corpus that is thrown away, and give the records of its export."""
    with tempfile.TemporaryDirectory(prefix="evaluation-") as name:
        folder = Path(name)
        with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
            for event in corpus.ingest(originals):
                if event.outcome in ("failed", "skipped"):
                    print(f"{event.uri}: {event.outcome}: {event.reason}", file=sys.stderr)
            return [record for summary, facts in corpus.export() for record in export_records(summary, facts)]


def read_floors(path: Path) -> Floors:
    """The pinned floors; none where there is no file."""
    if not path.is_file():
        return Floors("", {})
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(data["gold"], data["floors"])


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


def write_floors(floors: Floors, path: Path) -> None:
    """Write `floors` as TOML."""
    rows = "".join(f'"{measure}" = {floor:.3f}\n' for measure, floor in floors.least.items())
    path.write_text(
        "# The least F1 of each measure on the examples, and the hash of the gold it was measured on.\n"
        f'# Written by `python evaluation/gate.py --pin`.\ngold = "{floors.gold}"\n\n[floors]\n{rows}',
        encoding="utf-8",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 if it opens."""
    parser = argparse.ArgumentParser(description="Score the examples, and hold the floors.")
    parser.add_argument("--gold", type=Path, help="a folder of other annotations: scores only")
    parser.add_argument("--facts", type=Path, help="an export to score, instead of ingesting the documents")
    parser.add_argument("--errors", action="store_true", help="say everything that was wrong")
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors sink")
    options = parser.parse_args(arguments)
    folder = options.gold or GOLD
    try:
        golds = read_gold(folder)
        records = read_records(options.facts) if options.facts else find_facts(originals_of(golds))
    except AnnotationError as error:
        parser.error(str(error))
    result = score(golds, records)
    floors = Floors("", {}) if options.gold else read_floors(FLOORS)
    if options.pin and not options.gold:
        floors = new_floors(result, floors, hash_of(folder), lower=options.lower)
        write_floors(floors, FLOORS)
    print(table(result, floors.least))
    if options.errors:
        print(error_lines(result))
    problems = [] if options.gold else failures(result, floors, hash_of(folder))
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
