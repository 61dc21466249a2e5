"""Frames whose contents stand in the sentences below them: *Lautakunta päätti seuraavasti:*, *Lautakunta:*."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.commitments.actors import owner_before
from policysearch.facts.commitments.agents import agents_in
from policysearch.facts.commitments.kind import verdict_of
from policysearch.facts.commitments.scene import ActingClause, Scene
from policysearch.model.facts import Actor, CommitmentKind

_MOST_WORDS_OF_A_BODY = 6
_TASKS = frozenset({"tehtävä", "vastuu", "velvollisuus"})
#: Verbs that a list of tasks follows: *tehtävänä on*, *tehtäviin kuuluu*, *Työryhmän tulee*.
_OPENS_TASKS = frozenset({"on", "kuuluu", "ovat", "kuuluvat", "tulee"})
#: Words of a frame that holds nothing itself: *Lautakunta päätti yksimielisesti seuraavaa:*.
_FRAMING = frozenset(
    {
        "seuraava",
        "seuraavasti",
        "yksimielisesti",
        "että",
        "näin",
        "siten",
        "lisäksi",
        "ehto",
        "muutos",
        "lisäys",
        "esitys",
        "ehdotus",
        "mietintö",
        "ponsi",
        "toivomusponsi",
        "vastaehdotus",
        "muutosehdotus",
    }
)


def is_bare(sentence: ReadSentence, i: int, scene: Scene) -> bool:
    """Whether an entry would be a frame whose contents stand in the list below it: *Lautakunta päätti seuraavaa:*."""
    clause = sentence.clauses[i]
    first = next((token for token in sentence.following if token.kind == "word"), None)
    if first is not None and grammar.reading_in_mood(first, "A-infinitive") and tasks_after(sentence, scene):
        return True
    last = sentence.tokens[-1]
    ends = clause.end >= len(sentence.tokens) - 1 and (last.surface in {":", ","} or last.kind == "word")
    if not ends or clause.group is None or clause.group.construction != "plain":
        return False
    opening = scene.cues.verbs["framing_decisions"] | scene.cues.verbs["propose"] | {"lisätä", "tehdä"}
    if clause.group.verb not in opening:
        return False
    rest = [sentence.tokens[j] for j in range(clause.group.end, len(sentence.tokens))]
    return all(
        token.kind == "punctuation" or grammar.lemmas(token) & _FRAMING or grammar.word(token) in _FRAMING
        for token in rest
    )


def tasks_after(sentence: ReadSentence, scene: Scene) -> tuple[Actor, ...]:
    """Whose tasks the list below is: *Työryhmän tehtävänä on*, *Sihteerin tehtäviin kuuluu:*, *Johtoryhmän tulee*.

    Empty where the sentence holds a task itself or names nobody.
    """
    tokens = sentence.tokens
    words = [i for i, token in enumerate(tokens) if token.kind == "word"]
    last = grammar.word(tokens[words[-1]]) if words else ""
    if last not in _OPENS_TASKS or len(words) > _MOST_WORDS_OF_A_BODY + 2:
        return ()
    if tokens[-1].surface not in {":", tokens[words[-1]].surface}:
        return ()
    for i in words:
        if grammar.lemmas(tokens[i]) & _TASKS and grammar.cases(tokens[i]) & {"adessive", "essive", "illative"}:
            return owner_before(sentence, i, scene.cues)
    agents = agents_in(sentence, words[:-1], "genitive", scene.cues) if last == "tulee" else []
    return (agents[-1].actor,) if agents and agents[-1].end == words[-1] else ()


def frame_after(sentence: ReadSentence, scene: Scene) -> CommitmentKind | None:
    """The act that the following sentences inherit from one that ends in a colon (*päätti seuraavasti:*), or None."""
    colons = {i for i, token in enumerate(sentence.tokens) if token.surface == ":"}
    last = sentence.tokens[-1]
    if (last.kind == "word" or last.surface == ",") and {"että", "päättää", "päätti"} & {
        grammar.word(t) for t in sentence.tokens[-4:]
    }:
        colons.add(len(sentence.tokens) - 1)  # Lautakunta päättää / Hallitus ehdottaa, että valtuusto: a list follows
    for clause in sentence.clauses:
        opens = any(clause.end - 1 <= colon <= clause.end + 3 for colon in colons)
        if clause.group is None or clause.role != "main" or not opens:
            continue
        acting = ActingClause(sentence, clause, clause.group, scene)
        act = verdict_of(sentence, clause, scene)
        if act is None or act.kind not in {"decision", "proposal"}:
            continue  # on esitetty taulukossa: — shown, not proposed
        verb = clause.group.verb
        if verb in scene.cues.verbs["framing_decisions"]:
            return "proposal" if scene.force == "proposal" else "decision"
        if verb in scene.cues.verbs["propose"] or (
            verb in {"tehdä", "jättää", "antaa"} and acting.has_head(scene.cues.words["proposal_nouns"])
        ):
            return "proposal"
    return None


def announced(sentence: ReadSentence, scene: Scene) -> bool:
    """Whether a body and a colon alone stand there, where decisions are recorded or proposed: *Lautakunta:*."""
    words = [token for token in sentence.tokens if token.kind == "word"]
    return (
        scene.voice.formal
        and sentence.tokens[-1].surface == ":"
        and len(words) <= _MOST_WORDS_OF_A_BODY
        and all(clause.group is None for clause in sentence.clauses)
        and bool(open_subject(sentence, scene))
    )


def open_subject(sentence: ReadSentence, scene: Scene) -> tuple[Actor, ...]:
    """Who acts in the list that follows: *Hallitus ehdottaa, että valtuusto* / *1 hyväksyy …*."""
    agents = agents_in(sentence, range(len(sentence.tokens)), "nominative", scene.cues)
    return (agents[-1].actor,) if agents else ()
