"""Which type of document it is, told from what its head, its parts and its title say."""

import re

from policysearch.model.source import DocumentType
from policysearch.structure.evidence import Evidence
from policysearch.structure.headings import number_of, section_in
from policysearch.structure.letterheads import SERIES
from policysearch.structure.wordlists import wordlist

_FEWEST_REPORT_WORDS = 600
_AGENDA_ITEMS = 3
_FIRST_HEADINGS = 6


def type_of(evidence: Evidence, first_words: str) -> DocumentType:
    """The type; *web page* where nothing says otherwise.

    Args:
        evidence: Of the document.
        first_words: The beginning of its running text.
    """
    title = evidence.title or ""
    is_record = bool({"decision", "proposal"} & set(evidence.parts)) and _has_section(evidence)
    says_minutes = _any_line("minutes_lines", (*evidence.head, *evidence.headings[:_FIRST_HEADINGS]))
    is_publication = (
        evidence.is_file
        or evidence.n_words >= _FEWEST_REPORT_WORDS
        or any(SERIES.fullmatch(line) for line in evidence.head)
    )
    # In this order: what comes first is surer, and may hold words of what comes later.
    signs: tuple[tuple[DocumentType, bool], ...] = (
        ("minutes", _is_whole_meeting(evidence, says_minutes=says_minutes, is_record=is_record)),
        ("statement", _is_statement(evidence, first_words)),
        ("decision", is_record or {"decision", "proposal"} <= set(evidence.parts)),
        ("press_release", _any_line("press_lines", (*evidence.front[:12], *evidence.headings[:2]))),
        ("minutes", says_minutes),
        ("plan", is_publication and _ends_as("plan_titles", title)),
        ("report", is_publication and _ends_as("report_titles", title)),
        ("decision", _any_line("decision_lines", evidence.head)),
    )
    return next((kind for kind, is_so in signs if is_so), "web_page")


def _is_whole_meeting(evidence: Evidence, *, says_minutes: bool, is_record: bool) -> bool:
    """Several items under one head, not one item of minutes."""
    items = [n for heading in evidence.headings if (n := number_of(heading)) is not None]
    if sum(n.is_section for n in items) >= _AGENDA_ITEMS:
        return True
    return says_minutes and ("participants" in evidence.parts or (len(items) >= _AGENDA_ITEMS and not is_record))


def _has_section(evidence: Evidence) -> bool:
    lines = (*evidence.head, *evidence.headings)
    return evidence.handling is not None or any(section_in(line) is not None for line in lines)


def _is_statement(evidence: Evidence, first_words: str) -> bool:
    if "decision" in evidence.parts:
        return False
    if "statement" in evidence.parts and evidence.parts[0] in ("statement", "summary"):
        return True
    types = wordlist("metadata")["types"]
    if any(re.search(pattern, first_words, re.IGNORECASE) for pattern in types["statement_phrases"]):
        return True
    return "proposal" not in evidence.parts and _any_line("statement_lines", evidence.head)


def _any_line(key: str, lines: tuple[str, ...]) -> bool:
    patterns = wordlist("metadata")["types"][key]
    whole = re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
    opening = re.compile(
        rf"(?:{whole.pattern})(?=[\s\d./:,–-]*(?:\d[\s\d./:()§–-]*|klo.*|pykälä.*|tarkastettu.*)?$)", re.IGNORECASE
    )
    return any(whole.fullmatch(line.strip("* ")) or opening.match(line.strip("* ")) for line in lines)


def _ends_as(key: str, title: str) -> bool:
    """Whether the title is a noun phrase that ends in one of the words, before a year, a colon, a dash or the end."""
    words = "|".join(wordlist("metadata")["types"][key])
    return re.search(rf"(?:{words})\s*(?:$|[:–(]|- |\d{{4}}|vuosi|vuode|vuonna)", title, re.IGNORECASE) is not None
