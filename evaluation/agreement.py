"""How far two readers agree on what answers the information needs.

Usage: python evaluation/agreement.py

The second reader judged the pool anew, shuffled in another order, without the first grades and without the systems;
`ranking/both-readers.tsv` has a passage that both judged a line, named by the hash of its text. Cohen's kappa is the
agreement beyond chance; weighted, a distance of two grades counts four times as much as one (Cohen 1968).
"""

import csv
from collections import Counter
from collections.abc import Callable, Sequence

from relevance import FOLDER, GRADES

Pair = tuple[int, int]
"""The grades of the first and of the second reader."""


def kappa(pairs: Sequence[Pair], distance: Callable[[int, int], float]) -> float:
    """Cohen's kappa; `distance` says how far apart two grades are."""
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    observed = sum(distance(a, b) for a, b in pairs) / len(pairs)
    expected = sum(distance(a, b) * first[a] * second[b] for a in first for b in second) / len(pairs) ** 2
    return 1 - observed / expected


def main() -> None:
    """Print the table of grades and the measures."""
    with (FOLDER / "both-readers.tsv").open(encoding="utf-8", newline="") as file:
        pairs = [(int(row["first"]), int(row["second"])) for row in csv.DictReader(file, delimiter="\t")]
    table = Counter(pairs)
    print(f"{len(pairs):,} passages judged by both\nfirst \\ second" + "".join(f"{grade:6}" for grade in GRADES))
    for first in GRADES:
        print(f"{first:14}" + "".join(f"{table[first, second]:6}" for second in GRADES))
    print(f"same grade              {sum(a == b for a, b in pairs) / len(pairs):.3f}")
    print(f"kappa                   {kappa(pairs, lambda a, b: float(a != b)):.3f}")
    print(f"kappa, weighted         {kappa(pairs, lambda a, b: float(a - b) ** 2):.3f}")
    print(f"kappa, relevant or not  {kappa(pairs, lambda a, b: float((a > 0) != (b > 0))):.3f}")


if __name__ == "__main__":
    main()
