"""Verbs and nouns beside an expression that give its role: *päättyy 31.12.*, *tulee voimaan 1.8.*, *määräaika on*."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from policysearch.facts.times.core import Core, Reader
from policysearch.model.time import TimeRole

# How begin and end follow from the interval: whole, up to its end, from its beginning on, after it, before it.
Reach = Literal["whole", "until", "from", "after", "before"]
_INFINITIVES = frozenset({"A-infinitive", "MA-infinitive", "E-infinitive"})
_JOINTS = frozenset({"ja", "sekä", "tai", "mutta"})
_NEAR_MOVE = 5  # words between a verb of moving and the time moved to


@dataclass(frozen=True, slots=True)
class Cue:
    """What gives a role, and the index that the span then begins at, or ends before."""

    role: TimeRole
    reach: Reach
    index: int


def by_participle(reader: Reader, last: int) -> Cue | None:
    """*syksyllä käynnistyvä*, *31.12.2022 päättyvän*, *1.8.2022 voimaan tuleva*: it belongs to the expression."""
    phrase = reader.cues.phrases.get(reader.at(last).word)
    token = reader.at(last if phrase is None else last + 1).token
    if token is None:
        return None
    for reading in token.readings:
        verb = (reading.verb or reading.lemma).lower()
        if phrase is not None and reading.participle == "present_active" and verb in phrase:
            return Cue("start", "whole", last + 2)
        is_own = phrase is None and verb in reader.cues.verbs
        if is_own and reading.case and reading.participle in {"present_active", "past_active"}:
            role: TimeRole = "deadline" if reader.cues.verbs[verb] == "deadline" else "start"
            return Cue(role, "whole", last + 1)
    return None


def by_verb_before(reader: Reader, first: int) -> Cue | None:
    """*päättyy 31.12.2022*, *tulee voimaan 1.8.2022*, *aloitti toimintansa 1.1.2012*: they belong to the expression."""
    verb = _finite(reader, first - 1)
    if verb is not None and reader.cues.verbs[verb] == "deadline":
        return Cue("deadline", "whole", first - 1)
    phrase = reader.cues.phrases.get(reader.at(first - 1).word)
    if phrase is None:
        return None
    if _verb_of(reader, first - 2, phrase) is not None:
        return Cue("start", "whole", first - 2)
    is_near = _verb_of(reader, first - 3, phrase) is not None  # tuli Suomessa voimaan
    return Cue("start", "whole", first - 1) if is_near else None


def by_verb_around(reader: Reader, first: int, last: int) -> Cue | None:
    """*tulee 1.8.2022 voimaan*: the verb before the expression, the word that belongs to it behind."""
    phrase = reader.cues.phrases.get(reader.at(last).word)
    if phrase is None or _verb_of(reader, first - 1, phrase) is None:
        return None
    return Cue("start", "whole", last + 1)


def by_verb_near(reader: Reader, core: Core, first: int, last: int) -> Cue | None:
    """*käynnistyi maaliskuussa*, *alkaa virallisesti 1.6.*, *syyskuussa käynnistyy*: within three words, no mark."""
    if core.edge is None and core.cases and core.cases <= {"genitive", "nominative", "partitive", "translative"}:
        return None
    for index in (first - 1, last):
        if core.edge is None and _is_begun(reader, index):
            return Cue("start", "whole", first if index < first else last)
    for step in (-1, 1):
        index = first - 1 if step == -1 else last
        for _ in range(3):
            atom = reader.at(index)
            if atom.kind == "mark" or atom.token is None or atom.word in _JOINTS:
                break
            verb = _finite(reader, index)
            if verb is not None:
                role: TimeRole = "deadline" if reader.cues.verbs[verb] == "deadline" else "start"
                return Cue(role, "whole", first if step == -1 else last)
            if any(reading.person for reading in atom.token.readings[:1]):
                break
            index += step
    return None


def _is_begun(reader: Reader, index: int) -> bool:
    """*aloitettiin* right beside the expression."""
    token = reader.at(index).token
    return token is not None and any(
        reading.lemma.lower() in reader.cues.begun and reading.person == 4 and not reading.participle
        for reading in token.readings
    )


def _finite(reader: Reader, index: int) -> str | None:
    """The beginning or ending verb at `index`, in a form that says when (see `_verb_of`)."""
    return _verb_of(reader, index, reader.cues.verbs)


def _verb_of(reader: Reader, index: int, verbs: Container[str]) -> str | None:
    """One of `verbs` at `index`: finite, an infinitive (*päättyessä*, *päätyttyä*), or the participle of a perfect."""
    token = reader.at(index).token
    if token is None:
        return None
    for reading in token.readings:
        verb = (reading.verb or reading.lemma).lower()
        if verb not in verbs or reading.word_class == "noun":
            continue
        is_perfect = reading.participle == "past_active" and reading.case in {None, "nominative"}
        is_temporal = reading.participle == "past_passive" and reading.case == "partitive"
        if reading.person or reading.mood in _INFINITIVES or is_perfect or is_temporal:
            return verb
    return None


def by_noun(reader: Reader, first: int) -> Cue | None:
    """*määräaika on 31.5.2022*, *valmistumisaika: maaliskuu 2021*."""
    index = first - 1
    while reader.at(index).word in {"on", ":", "oli", "olisi", "aina"} and index >= first - 3:
        index -= 1
    noun = reader.known(index, reader.cues.deadline_nouns)
    if noun is not None and "nominative" in reader.at(index).cases(noun):
        return Cue("deadline", "whole", first)
    return None


def is_moved(reader: Reader, first: int) -> bool:
    """*siirretään syksyyn*, *lykättiin vuoteen 2024*: when it will be, not by when."""
    index = first - 1
    while index >= 0 and first - index <= _NEAR_MOVE and reader.at(index).kind == "word":
        if reader.known(index, reader.cues.moves):
            return True
        index -= 1
    return False
