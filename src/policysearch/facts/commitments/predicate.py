"""*olla* with a noun or adjective and an infinitive: *on tarkoitus selvittää*, *tehtävänä on seurata*."""

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.actors import bearer_of
from policysearch.facts.commitments.agents import agents_in
from policysearch.facts.commitments.scene import ActingClause, Verdict
from policysearch.model.facts import Actor, CommitmentKind


def predicate_verdict(acting: ActingClause) -> Verdict | None:
    """*on tarkoitus selvittää*, *tehtävänä on seurata*, *on syytä kehittää*."""
    group, pattern = acting.group, acting.group.pattern
    assert pattern is not None
    if group.tense != "present" or (group.action == "saada" and not acting.forms & {"tavoitteena", "tarkoituksena"}):
        return None
    if pattern.kind == "proposal" and group.action in acting.words["thinking"]:
        return None
    if pattern.kind == "proposal" and _asks_what(acting):
        return None
    owners = _owners(acting, pattern.kind)
    cue = f"{pattern.id}.{group.pattern_word}"
    if _nobody_does(acting, pattern.kind, owners):
        return None
    if group.action == "olla" and pattern.kind == "proposal" and group.mood == "conditional":
        action, content_actors = _content_of(acting, ())
        return Verdict("proposal", f"{cue}.conditional", action, content_actors, "considered")
    if group.mood == "conditional":
        named = (
            owners if pattern.kind == "obligation" else _genitive_before(acting) if pattern.kind == "proposal" else ()
        )
        return Verdict("proposal", f"{cue}.conditional", group.action, named, "considered")
    if pattern.kind == "undertaking" and group.action == "olla":
        return Verdict("undertaking", cue, *_content_of(acting, owners), pattern.strength)
    if pattern.kind == "proposal":
        infinitive = any(
            grammar.reading_in_mood(acting.sentence.tokens[i], "A-infinitive")
            for i in group.members
            if i != group.finite
        )
        if group.action == "olla" or not (infinitive or group.pattern_word in acting.words["firm_needs"]):
            return None
        owners = _genitive_before(acting)
    return Verdict(pattern.kind, cue, group.action, owners, pattern.strength)


def _asks_what(acting: ActingClause) -> bool:
    """*Ohje neuvoo, mihin on syytä kiinnittää huomiota*: what the guide says, and nobody's proposal."""
    opening = acting.sentence.tokens[acting.clause.start]
    return acting.clause.role == "relative" and "mikä" in grammar.lemmas(opening)


def _owners(acting: ActingClause, kind: CommitmentKind) -> tuple[Actor, ...]:
    """Whose task or aim it is: a genitive, *Hänen*, or the body right before *jonka*."""
    owners = bearer_of(acting.sentence, acting.clause, acting.scene.cues)
    if not owners and grammar.word(acting.tokens[0]) in {"hänen", "sen"}:
        owners = acting.scene.antecedent
    return owners or (_whose(acting) if kind == "obligation" else ())


def _whose(acting: ActingClause) -> tuple[Actor, ...]:
    """The body right before *jonka*: *asetti ohjausryhmän, jonka tehtävänä on seurata*."""
    start = acting.clause.start
    if acting.clause.role != "relative" or grammar.word(acting.sentence.tokens[start]) not in {"jonka", "joiden"}:
        return ()
    for case in ("genitive", "nominative", "partitive"):
        near = agents_in(acting.sentence, range(max(0, start - 6), start), case, acting.scene.cues)
        if near and near[-1].end == start - 1:
            return (near[-1].actor,)
    return ()


def _nobody_does(acting: ActingClause, kind: CommitmentKind, owners: tuple[Actor, ...]) -> bool:
    """Whether the aim is that of a law, or the task nobody's."""
    if kind == "undertaking":
        return _of_a_law(acting)
    return kind == "obligation" and not owners and not _belongs(acting)


def _of_a_law(acting: ActingClause) -> bool:
    """*Lain tarkoituksena on suojata*: what a law is for, promised by nobody; not *Lain on tarkoitus tulla voimaan*."""
    if "voimaan" in acting.forms:
        return False
    first = acting.tokens[0].readings[0]
    last = first.parts[-1].lower() if first.parts else first.lemma.lower()
    return first.case == "genitive" and last in acting.words["law_nouns"]


def _belongs(acting: ActingClause) -> bool:
    """*Päivystyksen tehtävänä on huolehtia*: a noun in the genitive right before the task, whoever that is."""
    for i in acting.sentence.words_of(acting.clause):
        token = acting.sentence.tokens[i]
        if acting.group.pattern_word in grammar.lemmas(token) and "essive" in grammar.cases(token) and i:
            before = acting.sentence.tokens[i - 1].readings[0]
            return before.word_class == "noun" and before.case == "genitive" and i < acting.group.finite
    return False


def _genitive_before(acting: ActingClause) -> tuple[Actor, ...]:
    """*Kaupungin on syytä kehittää*: the genitive right before the verb."""
    words = [i for i in acting.sentence.words_of(acting.clause) if i < acting.group.finite]
    agents = agents_in(acting.sentence, words, "genitive", acting.scene.cues)
    return (agents[-1].actor,) if agents and agents[-1].end == acting.group.finite else ()


def _content_of(acting: ActingClause, owners: tuple[Actor, ...]) -> tuple[str | None, tuple[Actor, ...]]:
    """The verb of *tarkoituksena on, että X tekee* with its subject, or of the list after *tavoitteena on:*."""
    for child in acting.sentence.children_of(acting.clause):
        if child.role == "complement" and child.group is not None:
            inner = ActingClause(acting.sentence, child, child.group, acting.scene)
            return child.group.action, owners or inner.doer()
    return _listed_action(acting), owners


def _listed_action(acting: ActingClause) -> str | None:
    """The first infinitive after the clause: the list that *tavoitteena on:* introduces."""
    for token in (*acting.sentence.tokens[acting.clause.end :], *acting.sentence.following):
        reading = grammar.reading_in_mood(token, "A-infinitive")
        if reading is not None:
            return grammar.verb_of(reading)
    return None
