"""A clause as it is compared: what is done, to what, by whom, by when."""

import datetime as dt
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from policysearch.model.facts import Actor, Commitment
from policysearch.model.text import Span
from policysearch.model.time import Moment, When
from policysearch.threads.clause import Clause, Word
from policysearch.threads.words import WordLists, load_words

STATEMENT, GIVE = "lausunto", "antaa"
"""Who asks for a statement on a matter asks for the statement, not for the matter."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Interval:
    """Days with inclusive ends; an open end is far away."""

    begin: dt.date
    end: dt.date

    @property
    def is_long(self) -> bool:
        """Whether it is so long that another time inside it says little: more than a year."""
        return self.end.toordinal() - self.begin.toordinal() > 370

    def overlaps(self, other: "Interval") -> bool:
        """Whether they share a day."""
        return self.begin <= other.end and other.begin <= self.end


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a clause is compared.

    Attributes:
        clause: The clause itself.
        acts: Verbs of what is done or to be done, frames left out; empty where none is named.
        is_moving: The clause moves a day.
        things: Content words, in order: neither actors, times, verbs nor words that tell nothing.
        objects: Dictionary forms and last parts of all content words of its main clause, words of procedure among them.
        borrowed: Content words of its relative clause, and of the passage before it.
        who: Ids of those whose act it is, the addressees of a frame among them.
        possible: Ids of those whose act it may be, where nobody is named: possible actors, the speaker.
        names: Names of the bodies behind `who` and `possible`.
        addressed: Words of a frame, among which the one who is asked to act may be.
        parties: Names of people, companies and associations in the clause that do not act: whom the matter is about.
        places: Towns of those bodies.
        is_local: The one who acts, or the issuer, is a body of a municipality.
        happened: When it was done or decided.
        due: When it is to be done.
        is_state: It tells how things stand while its time lasts (*on voimassa*, *toimii*), so that nothing falls due.
        years: Years that the clause names, of its time or of the thing's name.
        numbers: In digits, times and sections left out.
        ordinals: *toinen* is 2.
    """

    clause: Clause
    acts: frozenset[str]
    is_moving: bool
    things: tuple[Word, ...]
    objects: frozenset[str]
    borrowed: tuple[Word, ...]
    who: frozenset[str]
    possible: frozenset[str]
    names: frozenset[str]
    addressed: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]
    is_local: bool
    happened: Interval | None
    due: Interval | None
    is_state: bool
    years: frozenset[int]
    numbers: frozenset[str]
    ordinals: frozenset[int]

    @property
    def is_report(self) -> bool:
        """Whether it tells of what was done or decided, rather than of what is to be."""
        return self.clause.commitment.kind == "accomplishment" or self.is_performed

    @property
    def is_performed(self) -> bool:
        """Whether it is a decision that does the act itself (*myöntää*, *hyväksyä*)."""
        c = self.clause.commitment
        lists = load_words()
        return c.kind == "decision" and c.action in lists.performed and not self.orders

    @property
    def orders(self) -> bool:
        """Whether another act stands behind the verb that decides: *päätti, että … laaditaan*."""
        action = self.clause.commitment.action
        return bool(self.acts) and action not in self.acts

    @property
    def leaves_open_who(self) -> bool:
        """Whether it has something done by others than who decides or proposes: *päätettiin, että … teetetään*."""
        return self.clause.commitment.kind in ("decision", "proposal") and (self.orders or self.is_moving)

    @property
    def stage(self) -> int:
        """How far the act brings the thing."""
        acts = self.acts or {self.clause.commitment.action or ""}
        return max(load_words().stage(act, is_report=self.is_report) for act in acts)


def profile(clause: Clause) -> Profile:
    """The profile of a clause."""
    lists = load_words()
    c = clause.commitment
    is_moving = c.action in lists.movers and c.when is not None
    is_frame = c.action is None or c.action in lists.frames or is_moving
    acting = {actor.id for actor in (*c.actors, *c.possible_actors)} | ({c.speaker.id} if c.speaker else set())
    named = [actor for _, actor in clause.mentions if actor.kind == "organisation"]
    parties = named if c.action in lists.asks else []
    left_out = [span for span, _ in clause.times]
    left_out += [span for span, actor in clause.mentions if actor.id in acting or is_frame]
    left_out += _condition(c)
    words = [word for word in clause.words if not any(span.start <= word.start < span.end for span in left_out)]
    cut = next((n for n, word in enumerate(words) if word.lemma == "joka" and n), len(words))
    main, relative = words[:cut], words[cut:]
    inner = {verb for word in main for verb in _verbs(word, lists)}
    inner = inner or {word.lemma for word in main if not word.is_content and word.lemma in word.verbs} - lists.frames
    inner -= lists.light
    acts = _acts(c.action, inner - {c.action}, is_frame=is_frame, is_moving=is_moving)
    if c.action in lists.asks and any(word.lemma == STATEMENT for word in main):
        acts = {GIVE}
    who = {actor.id: actor for actor in (*c.actors, *parties)}
    possible = {} if who else {a.id: a for a in (*c.possible_actors, *((c.speaker,) if c.speaker else ()))}
    involved = (*who.values(), *possible.values())
    happened = _happened(clause, lists, orders=is_frame and bool(acts))
    return Profile(
        clause=clause,
        acts=frozenset(acts),
        is_moving=is_moving,
        things=tuple(word for word in main if _is_thing(word, c.action, lists)),
        objects=frozenset(form for word in main if word.is_content for form in (word.lemma, word.head)),
        borrowed=tuple(word for word in (*clause.before, *relative) if _is_thing(word, c.action, lists)),
        who=frozenset(id_ for id_, actor in who.items() if actor.name not in lists.generic),
        possible=frozenset(possible),
        names=frozenset(actor.name for actor in involved if actor.kind == "organisation"),
        addressed=frozenset(word.lemma for word in main) if c.action in lists.asks else frozenset(),
        parties=frozenset(_parties(clause, acting, lists)),
        places=frozenset(_places(involved, clause.issuer, lists)),
        is_local=any(_is_local(name, lists) for name in _bodies(tuple(who.values()), clause.issuer, lists)),
        happened=happened,
        due=None if happened else interval(c.when),
        is_state=_is_state(clause, lists),
        years=frozenset(int(found) for word in clause.words for found in _YEAR.findall(word.lemma)),
        numbers=frozenset(word.lemma for word in words if word.lemma[:1].isdigit()),
        ordinals=frozenset(number for word in main if (number := lists.ordinals.get(word.lemma))),
    )


def _is_state(clause: Clause, lists: WordLists) -> bool:
    """Whether it lasts for a time: it is in force or open until then, or somebody acts, answers or leads until then."""
    c = clause.commitment
    if c.action in lists.standing and any(word.lemma in lists.states for word in clause.words):
        return True
    return c.action in lists.lasting and c.when is not None and c.when.role == "period"


def _acts(action: str | None, inner: set[str], *, is_frame: bool, is_moving: bool) -> set[str]:
    """What is done: by a frame the act inside it, if there is one."""
    lists = load_words()
    if is_frame and (is_moving or inner or action not in lists.lives):
        return inner - lists.movers or inner
    return {action} if action else set()


def interval(when: When | None) -> Interval | None:
    """The days of a time, None where it names none."""
    if when is None or (when.begin is None and when.end is None):
        return None
    begin, end = _day(when.begin), _day(when.end)
    if when.role == "deadline":
        begin = end
    return Interval(begin or dt.date.min, end or dt.date.max)


def _condition(c: Commitment) -> Iterator[Span]:
    """Where the condition stands in the quote: it is not what is done."""
    if c.condition:
        at = c.quote.find(c.condition)
        if at >= 0:
            yield Span(c.span.start + at, c.span.start + at + len(c.condition))


def _happened(clause: Clause, lists: WordLists, *, orders: bool) -> Interval | None:
    """When it was done, decided or proposed: told beside it, or, of a decision that does it, the day it was said."""
    c = clause.commitment
    told = _told_day(c.when)
    if c.kind == "accomplishment":
        return told
    if c.kind not in ("decision", "proposal"):
        return None
    # A time beside the frame itself tells when that was said: *linjasi maaliskuussa*.
    is_past = told is not None and (told.end <= clause.day if clause.day else c.action in lists.frames or not orders)
    if told and is_past and c.when and c.when.role == "event":
        return told
    is_own = c.kind == "decision" and c.action in lists.performed and not orders
    return Interval(clause.day, clause.day) if is_own and clause.day and not told else None


def _told_day(when: When | None) -> Interval | None:
    """The day of what was done; of what began (*1.9.2022 alkaen*), the day on which it did."""
    if when and when.role == "start" and when.begin:
        day = _day(when.begin)
        assert day is not None
        return Interval(day, day)
    return interval(when) if when and when.role in ("event", "deadline") else None


def _verbs(word: Word, lists: WordLists) -> Iterator[str]:
    noun = lists.nouns.get(word.lemma)
    for verb in (*word.verbs, *((noun,) if noun else ())):
        if verb in lists.lives and verb not in lists.frames:
            yield verb


def _is_thing(word: Word, action: str | None, lists: WordLists) -> bool:
    lemma = word.lemma
    if not word.is_content or lemma in lists.light or lemma in lists.ordinals or len(lemma) < 3:
        return False
    if action in word.verbs or lists.nouns.get(lemma) == action or any(verb in lists.lives for verb in word.verbs):
        return False
    return any(letter.isalpha() for letter in lemma) and not _is_local(lemma, lists)


def _bodies(who: Sequence[Actor], issuer: str | None, lists: WordLists) -> Iterator[str]:
    """Names of the bodies that act, with the issuer where nobody else does or only its own services do."""
    names = [actor.name for actor in who if actor.kind == "organisation"]
    yield from names
    is_own = all(actor.id.partition(":")[0] in ("organisation", "person") for actor in who)
    if issuer and is_own and not any(name.casefold().endswith(lists.outside) for name in names):
        yield issuer


def _parties(clause: Clause, acting: Container[str], lists: WordLists) -> Iterator[str]:
    for _, actor in clause.mentions:
        name = actor.name.casefold()
        if actor.id not in acting and (actor.kind == "person" or set(name.split()) & lists.private):
            yield name


def _places(actors: Sequence[Actor], issuer: str | None, lists: WordLists) -> Iterator[str]:
    """Towns: the first word of the name of a municipal body, if there is one."""
    for name in _bodies(actors, issuer, lists):
        if " " in name and _is_local(name, lists):
            yield name.split()[0].casefold()


def _is_local(name: str, lists: WordLists) -> bool:
    """Whether it is a body of a municipality, by its last word."""
    return name.casefold().endswith(lists.local)


def _day(moment: Moment | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
