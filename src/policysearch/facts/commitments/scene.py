"""What the rules look at: a clause with its verbs, its words, and the scene in which it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from policysearch.facts.attribution import Force, Voice
from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.clauses.verbs import VerbGroup
from policysearch.facts.commitments.actors import body_of_passive, subject_of
from policysearch.facts.commitments.agents import in_case
from policysearch.facts.commitments.quoting import is_direct, quoted_person
from policysearch.facts.cues import Cues
from policysearch.model.facts import Actor, CommitmentKind, Outcome, Strength
from policysearch.model.language import Token

_SAYING_ADVERBS = frozenset({"esille", "esiin", "puheeksi", "esillä"})
#: Where a thing is kept, not what it is held to be (pidetään nähtävänä).
_KEPT = frozenset({"esillä", "nähtävänä", "nähtävillä", "saatavilla", "avoinna"})
_BORDERS_OF_LAW = frozenset({"mukaan", "nojalla", "perusteella", "mukaisesti", "nojautuen"})


_RULING = frozenset({"säätää", "määrätä", "edellyttää", "velvoittaa", "määritellä", "kieltää", "sallia"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one clause is. `cue` names the rule; `action` is the dictionary form of the verb that carries the act.

    `speaker` is who says it inside the sentence (*X totesi, että …*), None where the passage tells.
    """

    kind: CommitmentKind
    cue: str
    action: str | None
    actors: tuple[Actor, ...] = ()
    strength: Strength | None = None
    outcome: Outcome | None = None
    negative: bool = False
    speaker: Actor | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know beside the clause.

    Attributes:
        voice: Who speaks, and what the words of the passage do.
        cues: The cues.
        inherited: The act of a frame before it (*päätti seuraavasti:*).
        proposer: Whom a label names before a proposed change (*Vastaehdotus: Oona Kivelaho: …*).
        listed_subject: Who acts in a list that such a frame opens.
        antecedent: Whom a pronoun means: the subject of the frame (*ministeriö ilmoitti, että se …*).
        heading_decides: It stands under a heading such as *Ratkaisu*.
        legal: A law speaks in this sentence.
        labelled: Lines below say whose it is and when (*Vastuutaho: …*).
        after_law: A law spoke before it in the passage, and nobody is named since.
        aliases: Whom a title or *yhdistys* means in this document.
    """

    voice: Voice
    cues: Cues
    inherited: CommitmentKind | None = None
    proposer: tuple[Actor, ...] = ()
    listed_subject: tuple[Actor, ...] = ()
    antecedent: tuple[Actor, ...] = ()
    heading_decides: bool = False
    legal: bool = False
    after_law: bool = False
    labelled: bool = False
    aliases: Mapping[str, Actor] = field(default_factory=dict)

    @property
    def force(self) -> Force:
        """What the words of the passage do; a heading such as *Ratkaisu* makes them a record."""
        return "record" if self.heading_decides else self.voice.force

    @property
    def speakers(self) -> tuple[Actor, ...]:
        """The speaker, where it is known."""
        return () if self.voice.speaker is None else (self.voice.speaker,)

    @property
    def speaks_as_one(self) -> bool:
        """Whether *I* means the speaker: an official or a person, whose words these are (*oikeusasiamies*)."""
        offices = tuple(self.cues.words["single_offices"])
        return any(actor.kind == "person" or actor.name.casefold().endswith(offices) for actor in self.speakers)

    @property
    def is_formal(self) -> bool:
        """Whether a plain present decides here."""
        return self.voice.formal or self.heading_decides or self.inherited in {"decision", "proposal"}


@dataclass(frozen=True, slots=True)
class ActingClause:
    """A clause that has verbs, in its sentence and scene."""

    sentence: ReadSentence
    clause: Clause
    group: VerbGroup
    scene: Scene

    @property
    def verbs(self) -> Mapping[str, frozenset[str]]:
        """The classes of verbs."""
        return self.scene.cues.verbs

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The classes of other words."""
        return self.scene.cues.words

    @property
    def tokens(self) -> list[Token]:
        """Its own tokens."""
        return [self.sentence.tokens[i] for i in self.sentence.words_of(self.clause)]

    @property
    def forms(self) -> frozenset[str]:
        """Its words as printed, in lower case."""
        return frozenset(grammar.word(token) for token in self.tokens)

    @property
    def is_principal(self) -> bool:
        """Whether it is a main clause, the content of a frame, or a relative with a date (*jotka toteutetaan 2024*)."""
        if self.clause.role == "relative":
            return self.is_dated() or self.group.verb in self.verbs["reorganise"] or "parhaillaan" in self.forms
        return self.clause.role in {"main", "complement"}

    def subject(self) -> tuple[Actor, ...]:
        """Who acts, by the nominative; *we* are those whose words these are."""
        if self.group.person == 1 and (speaking := self._speaking()) is not None:
            return speaking
        found = subject_of(self.sentence, self.clause, self.scene.cues) or self._relative_subject()
        if found:
            return found
        before = [self.sentence.tokens[i] for i in range(self.clause.start, self.group.finite)]
        if all(token.kind != "word" for token in before):
            return self.scene.listed_subject or self._heading_body()
        first = self.clause
        while first.joined and (at := self.sentence.clauses.index(first)):
            first = self.sentence.clauses[at - 1]
        pronoun = any(
            token.readings[0].lemma in {"se", "hän", "ne", "he"} and in_case(token, "nominative")
            for token in self.sentence.tokens[first.start : self.group.finite]
        )
        return self.scene.antecedent if pronoun else ()

    def _speaking(self) -> tuple[Actor, ...] | None:
        """*We* are those whose words these are; in direct speech of a release nobody tells; *I* is the one quoted."""
        we = grammar.word(self.sentence.tokens[self.group.finite]).endswith("mme")
        if not (self.scene.force == "report" and is_direct(self.sentence, self.scene.cues)):
            return self.scene.speakers if we or self.scene.speaks_as_one else None
        person = quoted_person(self.sentence, self.scene.cues)
        return (person,) if person is not None and not we else ()

    def _relative_subject(self) -> tuple[Actor, ...]:
        """The body right before *joka*: *lautakunta, joka on aloittanut toimintansa*."""
        start = self.clause.start
        if self.clause.role != "relative" or grammar.word(self.sentence.tokens[start]) not in {"joka", "jotka"}:
            return ()
        near = (p.mention.actor for p in self.sentence.mentions if p.end == start - 1)
        return tuple(actor for actor in near if actor.kind == "organisation")[:1]

    def _heading_body(self) -> tuple[Actor, ...]:
        """Who acts in an item of a record that begins with its verb: *päättää hyväksyä sopimuksen*."""
        opens = all(token.kind != "word" for token in self.sentence.tokens[: self.group.finite])
        acts = opens and self.scene.voice.formal and self.group.verb in self.verbs["resolve"] | self.verbs["propose"]
        return self.scene.speakers if acts and self.group.person == 3 and self.clause.role == "main" else ()

    def has_head(self, heads: frozenset[str]) -> bool:
        """Whether a noun of the clause is one of `heads`, or a compound that ends in one (*muutosehdotus*)."""
        return any(
            reading.lemma.lower() in heads or (reading.parts and reading.parts[-1].lower() in heads)
            for token in self.tokens
            for reading in token.readings[:1]
        )

    def house(self) -> tuple[Actor, ...]:
        """In whose house a passive happens, by a local case."""
        return body_of_passive(self.sentence, self.clause)

    def doer(self) -> tuple[Actor, ...]:
        """`house` of a passive, `subject` of an active verb."""
        return self.house() if self.group.passive else self.subject()

    def deciders(self) -> tuple[Actor, ...]:
        """Who decides in a passive: the body in whose house it happens, else the one whose record it is."""
        others = self.scene.heading_decides and not self.scene.voice.formal  # a court's ruling, told in our minutes
        return self.house() or (() if others else self.scene.speakers)

    def has(self, lemmas: frozenset[str]) -> bool:
        """Whether a word of the clause can have one of `lemmas`."""
        return self.sentence.has_word(self.clause, lemmas)

    def is_dated(self) -> bool:
        """Whether a time expression stands in it."""
        own = set(self.sentence.words_of(self.clause))
        return any(placed.start in own and placed.time.when.is_resolved for placed in self.sentence.times)

    def is_recurrent(self) -> bool:
        """Whether it says how often: *vuosittain*, *kaksi kertaa vuodessa*."""
        own = set(self.sentence.words_of(self.clause))
        return any(placed.start in own and placed.time.when.role == "recurrence" for placed in self.sentence.times)

    def has_deadline(self) -> bool:
        """Whether a deadline stands in it."""
        own = set(self.sentence.words_of(self.clause))
        return any(placed.start in own and placed.time.when.role == "deadline" for placed in self.sentence.times)

    def is_practice(self) -> bool:
        """*ei jätetä huomiotta, vaan puututaan*: how things are done, where nothing is decided and no time is named."""
        if self.scene.is_formal or self.is_dated():
            return False
        if self.group.negative:
            return self.group.verb not in self.verbs["act"]
        at = self.sentence.clauses.index(self.clause)
        before = self.sentence.clauses[at - 1].group if at else None
        return self.clause.introducer == "vaan" and before is not None and before.negative and before.passive

    def opines(self) -> bool:
        """Whether it is somebody's view: *mielestämme*, *lautakunnan näkemyksen mukaan*."""
        return bool(self.forms & self.words["opining"])

    def always(self) -> bool:
        """Whether it holds for every case, as rules do: *aina*, *viipymättä*, *jos …*."""
        conditional = any(child.role == "condition" for child in self.sentence.children_of(self.clause))
        return conditional or bool(self.forms & self.words["always"])

    def demands(self) -> bool:
        """Whether an *että* clause hangs on it."""
        return any(child.role == "complement" for child in self.sentence.children_of(self.clause))

    def introduces(self) -> bool:
        """Whether it ends in a colon."""
        return self.sentence.tokens[self.clause.end - 1].surface == ":"

    def says(self) -> bool:
        """*nostaa esille*, *ottaa puheeksi*, *esittää huolensa*: verbs of saying by their adverb or object."""
        if self.group.verb == "esittää" and self.has(self.words["voiced"]):
            return True
        if self.group.verb == "kiinnittää" and self.has(frozenset({"huomio"})):
            return True
        return self.group.verb in {"nostaa", "tuoda", "ottaa", "antaa"} and bool(self.forms & _SAYING_ADVERBS)

    def judges(self) -> bool:
        """*pidettiin selkeänä*, *arvioidaan kasvattavan*, *katsotaan, että*: an opinion, whatever the verb."""
        if self.group.verb == "pitää":
            return any(
                t.readings[0].case == "essive" and t.readings[0].word_class == "adjective" for t in self.tokens
            ) and not (self.has(frozenset({"kokous", "tilaisuus"})) or self.forms & _KEPT)
        if self.group.verb not in self.verbs["judging"]:
            return False
        asks = any(child.role == "question" for child in self.sentence.children_of(self.clause))
        return (
            asks
            or self.demands()
            or any(
                _in_clause_of_thinking(t)
                for t in self.tokens
                if t.span.start > self.sentence.tokens[self.group.finite].span.start
            )
        )

    def settles(self) -> bool:
        """*katsoo käsitellyksi*, *antoi lausunnon*, *jätti pöydälle*: the words with which a body settles."""
        return any(
            grammar.participle(token, "past_passive", case="translative")
            or (grammar.lemmas(token) & self.words["settling"] and token.readings[0].case != "essive")
            or grammar.word(token) in self.words["settling"]
            for token in self.tokens
        )

    def is_procedure(self) -> bool:
        """*avasi kokouksen*, *esitteli asian*, *poistui*: what every meeting does."""
        if self.group.verb in self.verbs["procedure_always"]:
            return True
        return self.group.verb in self.verbs["procedure"] and self.has(self.words["procedure_objects"])

    def is_habitual(self) -> bool:
        """*yleensä*, *tähän asti*: what is generally done, or was so far."""
        text = f" {self.sentence.span_text(self.clause)} "
        return any(f" {habit} " in text for habit in self.words["habitual"])

    def is_of_time(self) -> bool:
        """*Talvikausi on alkamassa*: a time of the year begins and ends by itself."""
        before = (self.sentence.tokens[i].readings for i in range(self.clause.start, self.group.finite))
        subjects = [r[0].lemma.lower() for r in before if r and r[0].word_class == "noun" and r[0].case == "nominative"]
        return bool(subjects) and subjects[-1].endswith(tuple(self.words["seasons"]))

    def mentions(self, actor: Actor) -> bool:
        """Whether a mention of the sentence names the actor: it is no common noun that grammar made one."""
        return any(placed.mention.actor == actor for placed in self.sentence.mentions)


def _in_clause_of_thinking(token: Token) -> bool:
    """*(arvioidaan) kasvattavan*: a participle in the genitive, or an adjective that was one (*tuovan*)."""
    best = token.readings[0]
    done = grammar.participle(token, "present_active", "present_passive", "past_active", case="genitive")
    adjective = best.word_class == "adjective" and best.case == "genitive" and best.lemma.endswith(("va", "vä"))
    return bool(done and best.participle) or adjective


def is_legal(sentence: ReadSentence, cues: Cues) -> bool:
    """Whether the sentence says what a law or rule says: *Kuntalain 107 §:n mukaan*, *laissa säädetään*."""
    rules = any(clause.group is not None and clause.group.verb in _RULING for clause in sentence.clauses)
    for i, token in enumerate(sentence.tokens):
        best = token.readings[0]
        last = best.parts[-1].lower() if best.parts else best.lemma.lower()
        if not (token.surface.startswith("§") or last in cues.words["law_nouns"]):
            continue
        after = {grammar.word(t) for t in sentence.tokens[i + 1 : i + 4]}
        if after & _BORDERS_OF_LAW or (rules and best.case == "inessive" and best.name is None):
            return True
    return False
