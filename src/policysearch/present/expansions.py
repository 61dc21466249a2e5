"""What typed words were also searched as, in words for a person. Pure functions."""

from policysearch.model.query import Expansion, ExpansionSource

_WHY: dict[ExpansionSource, str] = {
    "gazetteer": "names of one body",
    "thesaurus": "thesaurus",
    "prefix": "words of this corpus",
    "fuzzy": "words of this corpus",
}
SYNONYMS: frozenset[ExpansionSource] = frozenset({"gazetteer", "thesaurus"})
"""Sources of words that stand beside the typed ones; the others stand in their place."""


def expansion_text(expansion: Expansion) -> str:
    """*human trafficking: also searched as ihmiskauppa (thesaurus)*."""
    words = ", ".join(expansion.searched)
    more = f" … and {expansion.left_out} more" if expansion.left_out else ""
    notes = "".join(f"; {each}" for each in expansion.notes)
    also = "also " if expansion.source in SYNONYMS else ""
    return f"{expansion.typed}: {also}searched as {words}{more} ({_WHY[expansion.source]}{notes})"
