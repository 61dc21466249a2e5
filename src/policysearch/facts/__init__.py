"""Facts of a document: times and mentions of actors first, then the commitments, which use both."""

from collections.abc import Sequence

from policysearch.lang.base import Language
from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.facts import Facts, Mention


def find_facts(document: Document, passages: Sequence[AnalysedPassage], language: Language) -> Facts:
    """Find times, mentions of actors and commitments.

    Args:
        document: The document, whose issuer, date and parts tell whose words a passage is.
        passages: Its passages, with their words read.
        language: The language they were read in.
    """
    # Late: the word lists are read when they are first needed, so that the command line starts fast.
    from policysearch.facts.actors import find_mentions, find_offices
    from policysearch.facts.attribution import issuer_of
    from policysearch.facts.commitments.find import find_commitments
    from policysearch.facts.cues import load_cues
    from policysearch.facts.times import find_times

    times = find_times(document, passages)
    mentions = find_mentions(document, passages, language)
    # A representative speaks for the body, which is a mention of its own: ministeriön edustaja.
    spoken_for = tuple(load_cues().words["representatives"])
    offices = [o for o in find_offices(document, passages, language) if not o.actor.name.endswith(spoken_for)]
    acting = _longest((*mentions, *offices))
    issuer = issuer_of(document, mentions, language)
    return Facts(times, mentions, find_commitments(document, passages, times, acting, issuer))


def _longest(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those mentions which no longer one overlaps: *valtioneuvoston koordinaattori* goes before *valtioneuvoston*."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.span))
