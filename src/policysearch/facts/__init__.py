"""Facts of a document: times and mentions of actors first, then the commitments, which use both."""

from collections.abc import Sequence

from policysearch.lang.base import Language
from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.facts import Facts

#: Stamp of the stage; facts made by another version are made again.
VERSION = "1"


def find_facts(document: Document, passages: Sequence[AnalysedPassage], language: Language) -> Facts:
    """Find times, mentions of actors and commitments.

    Args:
        document: The document, whose issuer, date and parts tell whose words a passage is.
        passages: Its passages, with their words read.
        language: The language they were read in.
    """
    from policysearch.facts.actors import find_mentions
    from policysearch.facts.commitments import find_commitments
    from policysearch.facts.times import find_times

    times = find_times(document, passages)
    mentions = find_mentions(document, passages, language)
    return Facts(times, mentions, find_commitments(document, passages, times, mentions))
