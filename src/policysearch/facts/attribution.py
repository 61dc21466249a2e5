"""Whose words a passage is, and what words there do: record a decision, propose one, state an opinion, report."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from policysearch.facts.gazetteer import actor_of, open_gazetteer
from policysearch.lang.base import Language
from policysearch.model.document import AnalysedPassage, Document, Part, Passage
from policysearch.model.facts import Actor, Mention

#: What the words of a passage do.
Force = Literal["record", "proposal", "statement", "rationale", "plan", "report"]

#: Parts of decisions and minutes in which nothing is decided, promised or proposed.
SILENT_PARTS: frozenset[Part] = frozenset(
    {"contacts", "participants", "attachments", "notification", "appeal", "presenter"}
)
#: … but for prose in these, which goes on below the name of a preparer or presenter.
_PEOPLE_PARTS: frozenset[Part] = frozenset({"contacts", "presenter"})
_MOST_WORDS_OF_A_HEADING = 5
#: In a heading these name what somebody asked for (*Ilmoituksen sisältö*), with how it is told.
_APPLICATIONS = ("ilmoitukse", "hakemukse", "hankkee", "toiminna", "kunnostussuunnitelm", "suunnitelm")
_CONTENTS = ("sisältö", "kuvaus", "pääkohdat", "tiivistelmä", "lähtökoh")
#: What is done with every decision: a note on it in the list of those who get it.
_SENDING = frozenset(
    {
        "lähettää",
        "ote",
        "tiedoksi",
        "tiedoksianto",
        "jakelu",
        "toimittaa",
        "nähdä",
        "nähtävä",
        "pitää",
        "muutoksenhaku",
        "oikaisuvaatimus",
    }
)
_FEWEST_WORDS_OF_PROSE = 4
_BY_PART: dict[Part, Force] = {
    "decision": "record",
    "handling": "record",
    "proposal": "proposal",
    "statement": "statement",
    "rationale": "rationale",
    "summary": "rationale",
    "history": "rationale",
    # Prose that goes on below a preparer or presenter (see `is_silent`).
    "contacts": "rationale",
    "presenter": "rationale",
}
_BY_TYPE: dict[str, Force] = {
    "minutes": "record",
    "decision": "record",
    "statement": "statement",
    "plan": "plan",
    "report": "report",
    "press_release": "report",
    "web_page": "report",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a passage.

    Attributes:
        speaker: Whose words these are: the body of a quoted statement or earlier handling, else the issuer.
        said_on: The day on which they were said.
        force: What the words do.
        quoted: The speaker is not the issuer of the document.
        formal: The part is where decisions are recorded or proposed, so that the present tense decides too.
    """

    speaker: Actor | None
    said_on: dt.date | None
    force: Force
    quoted: bool = False
    formal: bool = False


def is_silent(analysed: AnalysedPassage, text: str) -> bool:
    """Whether nothing is decided, promised or proposed in a passage, by its part.

    A sentence below the name of a preparer or presenter is prose, not part of the block of people.

    Args:
        analysed: The passage with its words read.
        text: The text of the document.
    """
    passage = analysed.passage
    if passage.part not in SILENT_PARTS:
        return False
    if passage.part not in _PEOPLE_PARTS and not (passage.part == "notification" and passage.kind == "paragraph"):
        return True
    quote = passage.span.of(text).rstrip()
    words = [token for token in analysed.tokens if token.kind == "word"]
    says = any(t.readings[0].person in {3, 4} and t.readings[0].mood for t in words)
    if passage.part == "notification":
        sent = any(reading.lemma in _SENDING for token in words for reading in token.readings[:1])
        return (
            sent
            or any(t.readings[0].tense == "past" for t in words)
            or not (quote.endswith(".") and len(words) >= _FEWEST_WORDS_OF_PROSE and says)
        )
    return not (quote.endswith((".", ":")) and len(words) >= _FEWEST_WORDS_OF_PROSE and says and "@" not in quote)


def voice_of(document: Document, passage: Passage, mentions: Sequence[Mention], issuer: Actor | None) -> Voice:
    """The voice of a passage, from its section and part, else from the document.

    Args:
        document: Where the passage stands.
        passage: The passage.
        mentions: All mentions of the document, in which the canonical names of the speakers are found.
        issuer: Whose document it is.
    """
    force = _BY_PART.get(passage.part) if passage.part else None
    if force is None:
        force = _BY_TYPE.get(document.metadata.type or "", "report")
    if document.metadata.type == "statement" and force == "rationale":
        force = "statement"  # what a committee or board holds is in its reasons
    formal = passage.part in {"decision", "handling", "proposal"}
    section = document.sections[passage.section] if passage.section is not None else None
    if section is not None and formal and _applies(section.heading.of(document.text)):
        force, formal = "rationale", False
    if section is not None and section.speaker:
        speaker = actor_named(section.speaker, mentions)
        return Voice(speaker, section.said_on, force, quoted=True, formal=formal)
    return Voice(issuer, document.metadata.date, force, formal=formal)


def _applies(heading: str) -> bool:
    """*Ilmoituksen sisältö*, *Hakemuksen kuvaus*: what was applied for, inside a decision on it."""
    words = heading.casefold().split()
    return len(words) <= _MOST_WORDS_OF_A_HEADING and (
        any(word.startswith(_APPLICATIONS) for word in words[:2]) and words[-1].startswith(_CONTENTS)
    )


def issuer_of(document: Document, mentions: Sequence[Mention], language: Language) -> Actor | None:
    """Whose document it is, under the canonical name; None where the issuer is unknown."""
    name = document.metadata.issuer
    if not name:
        return None
    return open_gazetteer(language).resolve(name) or actor_named(name, mentions)


def actor_named(name: str, mentions: Sequence[Mention]) -> Actor:
    """The actor of that name among the mentions, under its canonical name, or a new one.

    Args:
        name: As printed, in the nominative.
        mentions: Where to look.
    """
    wanted = name.casefold()
    for mention in mentions:
        if wanted in {mention.actor.name.casefold(), mention.quote.casefold()}:
            return mention.actor
    for mention in mentions:
        known = mention.actor.name.casefold()
        if mention.actor.kind == "organisation" and (known.endswith(f" {wanted}") or wanted.endswith(f" {known}")):
            return mention.actor
    return new_actor(name)


def new_actor(name: str) -> Actor:
    """An organisation that no mention names: a common noun that grammar makes the one who acts."""
    return actor_of(name, "organisation")
