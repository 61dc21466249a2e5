"""What is said of text in other languages than Finnish, which is searched, and from which no facts are taken."""

from policysearch.model.document import Document

NAMES = {"fi": "Finnish", "sv": "Swedish", "en": "English", "se": "Northern Sámi"}
"""Languages by their code (ISO 639-1)."""


def unread(document: Document) -> str | None:
    """That no facts are taken from some or all of a document; None where all of it is Finnish."""
    counts = [(NAMES.get(code, code), n) for code, n in document.languages if code != "fi"]
    if not counts:
        return None
    names = " and ".join(name for name, _ in counts)
    n_other, n_all = sum(n for _, n in counts), len(document.passages)
    part = "" if n_other == n_all else f" ({n_other} of {n_all} passages of this document)"
    return f"no facts are read from {names} text{part}: it is only searched"
