"""Hold the quality of the ranking: search for the information needs as their users would, and score what is shown.

Usage: python evaluation/ranking_gate.py [--needs]    score the needs against `ranking/floors.toml`
       python evaluation/ranking_gate.py --pin        pin floors just below what was measured; lowers none

The examples, and the real documents where their folder is (beside the checkout, or POLICYSEARCH_SHARED), are ingested
into a corpus of their own in a temporary folder. In CI the real documents must be there. `docs/evaluation.md` explains
needs, grades and measures.
"""

import argparse
import os
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from relevance import FOLDER, Need, Part, RankingError, Reader, Score, held_out, read_needs, read_qrels, score

from policysearch import Corpus, open_corpus

ROOT = Path(__file__).resolve().parents[1]
FLOORS = FOLDER / "floors.toml"
# The two Voikkos read some words differently, and the gate must hold with either.
MARGIN = 0.01
MEASURES = ("ndcg", "reciprocal")
# Below this share of judged passages among those shown, nDCG says little: pool and judge anew (`pooling.py`).
LEAST_JUDGED = 0.9
# So many of the judged passages may be gone, before the judgements have to be mended.
MOST_LOST = 0.01
Floors = Mapping[str, Mapping[str, float]]
"""By part, the least of each measure."""


def originals() -> dict[Part, tuple[Path, ...]]:
    """The folders of each part that are there.

    Raises:
        RankingError: The real documents are missing in CI.
    """
    shared = Path(os.environ.get("POLICYSEARCH_SHARED", ROOT.parent / "shared"))
    found: dict[Part, tuple[Path, ...]] = {"examples": (ROOT / "corpus" / "examples",)}
    real = (shared / "corpus", shared / "real")
    if all(map(Path.is_dir, real)):
        found["real"] = real
    elif os.environ.get("CI"):
        raise RankingError(f"the real documents are not at {shared}: say with POLICYSEARCH_SHARED where they are")
    return found


def _opened(folder: Path) -> Corpus:
    return open_corpus(folder / "corpus", folder / "index", create=True)


def measure(corpus: Corpus, part: Part) -> Score:
    """Search an open corpus for all needs of `part`."""
    reader, qrels = Reader(corpus), read_qrels()
    return score({need.id: reader.search(need) for need in read_needs() if need.part == part}, qrels)


def lost(corpus: Corpus, part: Part) -> float:
    """The share of the judged passages that are not in the corpus any more: their document is read in another way."""
    known, qrels = Reader(corpus).all(), read_qrels()
    judged = {anchor for need in read_needs() if need.part == part for anchor in qrels[need.id]}
    return len(judged - known) / len(judged)


def read_floors(path: Path = FLOORS) -> Floors:
    """The pinned floors by part; none where there is no file."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def failures(results: Mapping[Part, Score], floors: Floors) -> list[str]:
    """Why the gate stays shut, a sentence each."""
    return [
        f"{part}: {name} {getattr(result, name):.3f} is below its floor of {floors.get(part, {}).get(name, 1.0):.3f}"
        for part, result in results.items()
        for name in MEASURES
        if getattr(result, name) < floors.get(part, {}).get(name, 1.0)
    ] + [
        f"{part}: {result.judged:.0%} of what is shown was judged, of {LEAST_JUDGED:.0%} that should be: "
        "judge what `pooling.py` prints"
        for part, result in results.items()
        if result.judged < LEAST_JUDGED
    ]


def new_floors(results: Mapping[Part, Score], old: Floors) -> dict[str, dict[str, float]]:
    """Floors just below what was measured; none sinks, and those of a part that was not measured stay."""
    found = {part: dict(least) for part, least in old.items()}
    for part, result in results.items():
        least = found.setdefault(part, {})
        for name in MEASURES:
            least[name] = max(least.get(name, 0.0), int((getattr(result, name) - MARGIN) * 1000) / 1000)
    return found


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write floors as TOML."""
    lines = ["# By part, the least of each measure. Written by `python evaluation/ranking_gate.py --pin`."]
    for part, least in floors.items():
        lines += ["", f"[{part}]", *(f"{name} = {floor:.3f}" for name, floor in least.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(results: Mapping[Part, Score], needs: Sequence[Need]) -> Iterable[str]:
    """A row a part, its users, and the halves that weights were and were not chosen on."""
    yield f"{'':22}{'needs':>6}{'nDCG@10':>9}{'MRR@10':>9}{'judged@10':>11}"
    apart = held_out(needs)
    for part, result in results.items():
        count = sum(need.part == part for need in needs)
        yield f"{part:22}{count:6}{result.ndcg:9.3f}{result.reciprocal:9.3f}{result.judged:11.3f}"
        groups: dict[str, set[str]] = {}
        for need in needs:
            groups.setdefault(need.user, set()).add(need.id)
        groups |= {"chosen on": {need.id for need in needs} - apart, "held out": set(apart)}
        for name, ids in groups.items():
            values = [value for need, value in result.by_need.items() if need in ids]
            if values:
                yield f"  {name:20}{len(values):6}{sum(values) / len(values):9.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 if it opens."""
    parser = argparse.ArgumentParser(description="Score the ranking for our information needs, and hold the floors.")
    parser.add_argument("--needs", action="store_true", help="also the score of every need, worst first")
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    options = parser.parse_args(arguments)
    needs, results, problems = read_needs(), {}, []
    try:
        for part, folders in originals().items():
            with tempfile.TemporaryDirectory(prefix="ranking-") as name, _opened(Path(name)) as corpus:
                for event in corpus.ingest(folders):
                    if event.outcome == "failed":
                        print(f"{event.uri}: failed: {event.reason}", file=sys.stderr)
                results[part] = measure(corpus, part)
                if (share := lost(corpus, part)) > MOST_LOST:
                    problems.append(f"{part}: {share:.1%} of the judged passages are gone: pool and judge anew")
    except RankingError as error:
        print(f"gate: ranking: {error}", file=sys.stderr)
        return 1
    print("\n".join(table(results, needs)))
    if "real" not in results:
        print("The real documents are not here; their needs were left out.")
    if options.needs:
        worst = sorted((value, need) for result in results.values() for need, value in result.by_need.items())
        print("\n".join(f"{value:6.3f} {need}" for value, need in worst))
    if options.pin:
        write_floors(new_floors(results, read_floors()))
    problems += failures(results, read_floors())
    for problem in problems:
        print(f"gate: ranking: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
