"""Words that stand near a word, in a window inside its sentence or passage."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from policysearch.lang.base import Language
from policysearch.model.research import Collocate, Counted, Measure, Within
from policysearch.research.concordance import collation
from policysearch.research.items import CountedWord, ItemReader
from policysearch.research.measures import contingency_log_likelihood, log_dice, mutual_information, t_score
from policysearch.research.repeats import CountedPassage, counted_passages, sentence_numbers
from policysearch.research.selection import Chosen, Selector
from policysearch.store import Store


@dataclass(slots=True)
class Neighbours:
    """Counts as they are gathered.

    `nodes` are occurrences of the word, `words` all words outside them, `near` those of them inside a window.
    """

    nodes: int = 0
    words: int = 0
    near: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    together: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    nodes_with: Counter[str] = field(default_factory=Counter)
    documents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def neighbours(
    store: Store,
    selector: Selector,
    language: Language,
    where: Chosen,
    word: Chosen,
    *,
    of: Counted = "lemma",
    window: int = 5,
    within: Within = "sentence",
    pos: Collection[str] = (),
    every_time: bool = False,
) -> Neighbours:
    """Count the words around each occurrence of `word`.

    A window is `window` tokens to each side, numbers counted and marks not. A token in the windows of two occurrences
    counts once; a token of an occurrence itself never does.
    """
    found = Neighbours()
    reader = ItemReader(store, language, of, ())
    wanted = ItemReader(store, language, of, pos) if pos else reader
    for counted in counted_passages(store, selector, where, word, every_time=every_time):
        nodes = _nodes(counted)
        inside = {index for node in nodes for index in node}
        found.nodes += len(nodes)
        found.words += sum(each.index not in inside for each in reader.words(counted))
        near = _near(counted, nodes, inside, window, within)
        found.near += sum(each.index in near for each in reader.words(counted))
        _count(found, counted, [each for each in wanted.words(counted) if each.index not in inside], near)
    return found


def collocate_rows(found: Neighbours, *, measure: Measure, minimum: int) -> tuple[Collocate, ...]:
    """The strongest first.

    Args:
        found: What was counted.
        measure: Which of the measures orders them.
        minimum: Words that are met together less often are left out.
    """
    rows = []
    for item, together in found.together.items():
        if together < minimum:
            continue
        count = found.counts[item]
        expected = found.near * count / found.words
        rows.append(
            Collocate(
                item=item,
                together=together,
                count=count,
                left=found.left[item],
                documents=len(found.documents[item]),
                expected=expected,
                # Two of them near one occurrence, or one of them near two, are one meeting: so it is at most 14.
                logdice=log_dice(min(together, found.nodes_with[item]), found.nodes, count),
                mi=mutual_information(together, expected),
                t=t_score(together, expected),
                ll=contingency_log_likelihood(together, found.near, count, found.words),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-getattr(row, measure), -row.together, collation(row.item))))


def _nodes(counted: CountedPassage) -> list[range]:
    """The tokens of each occurrence that counts."""
    tokens = counted.read.tokens
    nodes = []
    for span in counted.read.spans:
        inside = [n for n, token in enumerate(tokens) if span.start <= token.start and token.end <= span.end]
        if inside and any(counted.is_counted[index] for index in inside):
            nodes.append(range(inside[0], inside[-1] + 1))
    return nodes


def _near(
    counted: CountedPassage, nodes: list[range], inside: Collection[int], window: int, within: Within
) -> dict[int, list[tuple[int, int]]]:
    """For each token in a window: distance (negative to the left) and number of the occurrences it is near to."""
    tokens = counted.read.tokens
    sentences = sentence_numbers(tokens, counted.read.sentences if within == "sentence" else ())
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for step in range(1, window + 1):
            for index, edge, distance in ((node[0] - step, node[0], -step), (node[-1] + step, node[-1], step)):
                if 0 <= index < len(tokens) and index not in inside and sentences[index] == sentences[edge]:
                    near[index].append((distance, number))
    return near


def _count(
    found: Neighbours, counted: CountedPassage, words: list[CountedWord], near: dict[int, list[tuple[int, int]]]
) -> None:
    met: dict[str, set[int]] = defaultdict(set)
    for each in words:
        for item in each.items:
            found.counts[item] += 1
            if each.index not in near:
                continue
            found.together[item] += 1
            found.left[item] += min(near[each.index], key=lambda place: abs(place[0]))[0] < 0
            found.documents[item].add(counted.document.id)
            met[item].update(number for _, number in near[each.index])
    for item, numbers in met.items():
        found.nodes_with[item] += len(numbers)
