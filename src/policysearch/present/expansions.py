"""What typed words were also searched as, in words for a person. Pure functions."""

from policysearch.model.query import Expansion, ExpansionSource

_WHY: dict[ExpansionSource, str] = {
    "gazetteer": "names of one body",
    "thesaurus": "thesaurus",
    "prefix": "words of this corpus",
    "fuzzy": "words of this corpus",
}


def expansion_text(expansion: Expansion) -> str:
    """*human trafficking: also searched as ihmiskauppa (thesaurus)*."""
    words = ", ".join(expansion.searched)
    more = f" … and {expansion.left_out} more" if expansion.left_out else ""
    notes = "".join(f"; {each}" for each in expansion.notes)
    return f"{expansion.typed}: also searched as {words}{more} ({_WHY[expansion.source]}{notes})"
