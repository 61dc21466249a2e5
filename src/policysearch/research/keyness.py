"""Two selections of passages compared: which words are key to the one and to the other."""

from policysearch.model.research import Key
from policysearch.research.concordance import collation
from policysearch.research.frequencies import Tally
from policysearch.research.measures import log_likelihood, log_ratio


def key_rows(a: Tally, b: Tally, *, minimum: int) -> tuple[Key, ...]:
    """The words of both, the surest difference first.

    Args:
        a: Counted without groups.
        b: As `a`.
        minimum: Words that are met less often in both together are left out.
    """
    words_a, words_b = a.words[None], b.words[None]
    counts_a, counts_b = a.totals(), b.totals()
    if not words_a or not words_b:
        return ()
    rows = [
        Key(
            item=item,
            count_a=counts_a[item],
            count_b=counts_b[item],
            per_1000_a=1000 * counts_a[item] / words_a,
            per_1000_b=1000 * counts_b[item] / words_b,
            documents_a=len(a.documents.get((item, None), ())),
            documents_b=len(b.documents.get((item, None), ())),
            log_likelihood=log_likelihood(counts_a[item], counts_b[item], words_a, words_b),
            log_ratio=log_ratio(counts_a[item], counts_b[item], words_a, words_b),
        )
        for item in counts_a.keys() | counts_b.keys()
        if counts_a[item] + counts_b[item] >= minimum
    ]
    return tuple(sorted(rows, key=lambda row: (-row.log_likelihood, collation(row.item))))
