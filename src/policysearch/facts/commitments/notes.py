"""Acts without a finite verb: notes under a label, items of a list, infinitives under a task."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.actors import owner_before
from policysearch.facts.commitments.agents import in_case
from policysearch.facts.commitments.outcome import NOTED
from policysearch.facts.commitments.scene import Scene, Verdict
from policysearch.model.facts import Actor, Outcome
from policysearch.model.language import Token

_MOST_WORDS_OF_A_NOTE = 12
_FEWEST_WORDS_OF_A_MEASURE = 2
_TASKS = frozenset({"vastuu", "tehtävä", "velvollisuus"})


def listed_verdict(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """An item of *Lautakunta päättää* or *Työryhmän tehtävänä on* with its acts in a list: *1 merkitä tiedoksi*."""
    if scene.inherited not in {"decision", "proposal", "obligation"}:
        return None
    for token in sentence.tokens[clause.start : clause.start + 4]:
        if token.kind != "word":
            continue
        reading = grammar.reading_in_mood(token, "A-infinitive")
        if reading is None:
            return None
        verb = grammar.verb_of(reading)
        noted = any(grammar.word(t) in NOTED for t in sentence.tokens[clause.start : clause.end])
        outcome: Outcome | None = None
        if scene.inherited == "decision":
            outcome = "noted" if noted else scene.cues.outcomes.get(verb)
        actors = scene.listed_subject or scene.speakers
        if scene.inherited == "obligation":
            return Verdict("obligation", "listed.task", verb, scene.listed_subject, "binding")
        return Verdict(scene.inherited, "listed.infinitive", verb, actors, outcome=outcome)
    return None


def verbless_verdict(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*Koordinaattorin vastuulla luoda perusteet*: an infinitive under a task or a frame, the finite verb left out."""
    for i in range(clause.start, clause.end):
        token = sentence.tokens[i]
        if not grammar.lemmas(token) & _TASKS or not grammar.cases(token) & {"adessive", "essive"}:
            continue
        owners = owner_before(sentence, i, scene.cues)
        for j in range(i + 1, clause.end):
            reading = grammar.reading_in_mood(sentence.tokens[j], "A-infinitive")
            if reading is not None and owners:
                return Verdict("obligation", "task.verbless", grammar.verb_of(reading), owners, "binding")
    if scene.labelled and (named := _named_measure(sentence, clause)):
        return named
    return _labelled_deed(sentence, clause, scene) or _noted_deed(sentence, clause, scene)


def _named_measure(sentence: ReadSentence, clause: Clause) -> Verdict | None:
    """*Tunnistamisohjeen laatiminen*, *Yhteistyön tiivistäminen poliisin kanssa*: a measure by its noun."""
    words = [token for token in sentence.tokens[clause.start : clause.end] if token.kind == "word"]
    if len(sentence.clauses) > 1 or len(words) < _FEWEST_WORDS_OF_A_MEASURE:
        return None
    for token in words[1:]:
        if token.readings[0].case == "nominative" and (deed := grammar.deverbal(token)):
            return Verdict("undertaking", "named-measure", deed, (), "intended")
    return None


def _labelled_deed(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*STM: nimennyt uuden edustajan*, *Migri: julkaistu uusi ohje*: a note under the name of a body."""
    words = [i for i in range(clause.start, clause.end) if sentence.tokens[i].kind == "word"]
    label = next((p for p in sentence.mentions if sentence.tokens[p.end : p.end + 1] and p.start == 0), None)
    if label is None or not words or sentence.tokens[label.end].surface != ":":
        return _under_way(sentence, clause, scene)
    first = next((i for i in words if i > label.end), None)
    done = (
        grammar.participle(sentence.tokens[first], "past_active", "past_passive", case="nominative") if first else None
    )
    if done is None or grammar.verb_of(done) not in scene.cues.verbs["act"] | scene.cues.verbs["decide"]:
        return _under_way(sentence, clause, scene)
    return Verdict("accomplishment", "noted-deed.labelled", grammar.verb_of(done), (label.mention.actor,))


def _under_way(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*Uuden ohjeen valmistelu käynnissä*: a note that leaves *on* out and says what is being done."""
    words = [t for t in sentence.tokens[clause.start : clause.end] if t.kind == "word"]
    if len(sentence.clauses) > 1 or not 1 < len(words) <= _MOST_WORDS_OF_A_NOTE:
        return None
    for pattern in scene.cues.states:
        for token in words[1:]:
            form = grammar.word(token)
            if form not in pattern.words or "nominative" in grammar.cases(token):
                continue
            deeds = (grammar.deverbal(t) or _deed_noun(t) for t in words if "nominative" in grammar.cases(t))
            action = next((deed for deed in deeds if deed), pattern.words[form] or "olla")
            return Verdict("undertaking", f"state.{form}.noted", action, (), "intended")
    return None


def _deed_noun(token: Token) -> str | None:
    """The verb of a noun of doing such as *valmistelu*: the readings of the language know it, or nothing does."""
    return next((reading.verb for reading in token.readings if reading.verb and not reading.participle), None)


def _noted_deed(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*Kirje annettu tiedoksi 13.12.2022.*: a note that leaves *on* out, with its day."""
    if len(sentence.clauses) > 1 or not any(placed.time.when.role == "event" for placed in sentence.times):
        return None
    for i in range(clause.start, clause.end):
        done = grammar.participle(sentence.tokens[i], "past_passive", case="nominative")
        if done is not None and i == clause.start and grammar.verb_of(done) in scene.cues.verbs["resolve_always"]:
            return Verdict(
                "decision",
                "noted-decision",
                grammar.verb_of(done),
                _house_in(sentence),
                "binding",
                "approved" if grammar.verb_of(done) in {"hyväksyä", "vahvistaa"} else None,
            )
        after = next(
            (t.readings[0] for t in sentence.tokens[i + 1 : clause.end] if t.readings[0].case != "genitive"), None
        )  # käsiteltäväksi otettu kaupunginjohtajan päätös
        noun = after is not None and after.word_class in {"noun", "adjective"} and after.case == "nominative"
        if done is not None and not noun and i > clause.start:
            return Verdict("accomplishment", "noted-deed", grammar.verb_of(done))
    return None


def _house_in(sentence: ReadSentence) -> tuple[Actor, ...]:
    """*Hyväksytty kunnanvaltuustossa 3.5.2010*: the body in a local case."""
    inside = (p for p in sentence.mentions if in_case(sentence.tokens[p.end - 1], "inessive", "adessive"))
    return tuple(placed.mention.actor for placed in inside if placed.mention.actor.kind == "organisation")[:1]
