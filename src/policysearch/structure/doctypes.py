"""Which type of document it is, told from what its head, its parts and its title say."""

import re

from policysearch.model.source import DocumentType
from policysearch.structure.evidence import Evidence
from policysearch.structure.headings import is_body, number_of, section_in
from policysearch.structure.letterheads import SERIES, is_dated, is_sender, sender_in
from policysearch.structure.titles import MEETING_OF
from policysearch.structure.wordlists import wordlist

_FEWEST_REPORT_WORDS = 600
_AGENDA_ITEMS = 3
_FIRST_HEADINGS = 6
_HEAD_LINES = 12


def type_of(evidence: Evidence, first_words: str) -> DocumentType:
    """The type; *web page* where nothing says otherwise.

    Args:
        evidence: Of the document.
        first_words: The beginning of its running text.
    """
    title = evidence.title or ""
    parts = {"decision", "proposal"} & set(evidence.parts)
    is_dated = _is_dated(evidence)
    is_record = bool(parts) and (_has_section(evidence) or (is_dated and _any_body(evidence)))
    says_minutes = _any_line("minutes_lines", (*evidence.head, *evidence.headings[:_FIRST_HEADINGS]))
    # An association heads its minutes *Hallituksen kokous 3/2017*; an invitation names nobody who was there.
    names_meeting = any(MEETING_OF.fullmatch(line) for line in (title, *evidence.head, *evidence.headings[:3]))
    is_meeting = names_meeting and "participants" in evidence.parts
    is_publication = (
        evidence.is_file
        or (not evidence.is_page and (is_dated or re.search(r"\b(?:19|20)\d\d\b", title) is not None))
        or evidence.n_words >= _FEWEST_REPORT_WORDS
        or any(SERIES.fullmatch(line) for line in evidence.head)
    )
    # In this order: what comes first is surer, and may hold words of what comes later.
    signs: tuple[tuple[DocumentType, bool], ...] = (
        ("minutes", _is_whole_meeting(evidence, says_minutes=says_minutes, is_record=is_record)),
        ("statement", _is_statement(evidence, first_words)),
        ("decision", is_record or {"decision", "proposal"} <= set(evidence.parts)),
        ("minutes", is_meeting),
        ("press_release", _any_line("press_lines", (*evidence.front[:12], *evidence.headings[:2]))),
        ("minutes", says_minutes),
        ("plan", is_publication and _ends_as("plan_titles", title)),
        ("report", is_publication and (_ends_as("report_titles", title) or _opens_as("report_titles", title))),
        ("report", _any_line("report_lines", evidence.head)),
        ("decision", _any_line("decision_lines", evidence.head)),
        ("plan", is_publication and _opens_as("plan_titles", title)),
        ("press_release", is_dated and not evidence.is_page),
    )
    return next((kind for kind, is_so in signs if is_so), "web_page")


def _is_whole_meeting(evidence: Evidence, *, says_minutes: bool, is_record: bool) -> bool:
    """Several items under one head, not one item of minutes."""
    items = [n for heading in evidence.headings if (n := number_of(heading)) is not None]
    if sum(n.is_section for n in items) >= _AGENDA_ITEMS:
        return True
    return says_minutes and ("participants" in evidence.parts or (len(items) >= _AGENDA_ITEMS and not is_record))


def _is_dated(evidence: Evidence) -> bool:
    """Whether the head names a sender and a day, as letterheads and releases do and pages of the web do not."""
    head = evidence.head[:_HEAD_LINES]
    return any(is_dated(line) for line in head) and any(is_sender(sender_in(line) or line) for line in head)


def _any_body(evidence: Evidence) -> bool:
    return any(is_body(line) for line in evidence.head[:_HEAD_LINES])


def _has_section(evidence: Evidence) -> bool:
    lines = (*evidence.head, *evidence.headings)
    return evidence.handling is not None or any(section_in(line) is not None for line in lines)


def _is_statement(evidence: Evidence, first_words: str) -> bool:
    types = wordlist("metadata")["types"]
    if "decision" in evidence.parts:
        return False
    if _any_line("committee_lines", (*evidence.head, evidence.title or "")) or re.match(
        types["reply_titles"], evidence.title or "", re.IGNORECASE
    ):
        return True
    if "statement" in evidence.parts and evidence.parts[0] in ("statement", "summary"):
        return True
    if any(re.search(pattern, first_words, re.IGNORECASE) for pattern in types["statement_phrases"]):
        return True
    titled = re.match(r"lausunto\b", evidence.title or "", re.IGNORECASE) is not None
    return "proposal" not in evidence.parts and (titled or _any_line("statement_lines", evidence.head))


def _any_line(key: str, lines: tuple[str, ...]) -> bool:
    patterns = wordlist("metadata")["types"][key]
    whole = re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
    opening = re.compile(
        rf"(?:{whole.pattern})(?=[\s\d./:,–-]*(?:\d[\s\d./:()§–-]*|klo.*|pykälä.*|tarkastettu.*)?$)", re.IGNORECASE
    )
    return any(whole.fullmatch(line.strip("* ")) or opening.match(line.strip("* ")) for line in lines)


def _ends_as(key: str, title: str) -> bool:
    """Whether the title is a noun phrase that ends in one of the words, before a year, a colon, a dash or the end.

    What it is about may come between: *kertomus ihmiskaupasta 2021*.
    """
    words = "|".join(wordlist("metadata")["types"][key])
    end = r"\s*(?:$|[:–(]|- |\d{4}|vuosi|vuode|vuonna)"
    return re.search(rf"(?:{words})(?:\s+[\w-]+st[aä])?{end}", title, re.IGNORECASE) is not None


def _opens_as(key: str, title: str) -> bool:
    """Whether the first word of the title is, or ends in, one of the words: *Selvitys palveluista*."""
    first = title.split(" ", 1)[0].strip(":,–-").casefold()
    return any(first.endswith(word) for word in wordlist("metadata")["types"][key])
