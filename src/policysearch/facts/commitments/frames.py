"""Frames and their contents, coordinated verbs, and how much of a sentence an entry quotes.

*päätti, että X ja että Y* is two entries of one act; *katsoo, että …* lends its speaker to what it frames; verbs
coordinated under one subject are one entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.clauses.verbs import VerbGroup
from policysearch.facts.commitments.actors import bearer_of, has_own_object, has_own_subject, subject_of
from policysearch.facts.commitments.held import by_law, held_back
from policysearch.facts.commitments.kind import verdict_of
from policysearch.facts.commitments.lists import is_bare
from policysearch.facts.commitments.quoting import quotes
from policysearch.facts.commitments.scene import ActingClause, Scene, Verdict
from policysearch.facts.commitments.time import PROVISOS
from policysearch.facts.commitments.told import told_verdict
from policysearch.facts.cues import Cues
from policysearch.model.facts import Actor

#: Verbs with which somebody says what it holds; what must be done is then proposed, and it is the one who speaks.
_HOLDING = frozenset(
    {"todeta", "katsoa", "korostaa", "painottaa", "muistuttaa", "huomauttaa", "kertoa", "ilmoittaa", "sanoa", "lausua"}
)
#: In a relative clause too something is then being done: *joita ministeriössä parhaillaan selvitetään*.
_NOW = frozenset({"parhaillaan", "paraikaa"})
#: … and those of them with which it wants it of whoever is named; what it merely states or recalls binds already.
_WANTING = frozenset({"katsoa", "korostaa", "painottaa"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a sentence: its verdict, the clause that carries the act, and its tokens, `start <= index < end`."""

    verdict: Verdict
    clause: Clause
    start: int
    end: int

    @property
    def is_wish(self) -> bool:
        """Whether the act stands in the *jos* or *että* clause that hangs on it."""
        return self.verdict.cue == "wish"


def entries_of(sentence: ReadSentence, scene: Scene) -> tuple[Entry, ...]:
    """The entries of a sentence, in order, none inside another."""
    if sentence.tokens[-1].surface == "?":
        return ()
    verdicts = _verdicts(sentence, scene)
    kept = [(i, v) for i, v in enumerate(verdicts) if v is not None and not is_bare(sentence, i, scene)]
    heads = {i for i, _ in kept}
    entries = []
    for i, verdict in kept:
        clause = sentence.clauses[i]
        start, end = _range(sentence, i, heads)
        entries.append(Entry(verdict, clause, start, end))
    return tuple(_without_overlap(entries))


def _verdicts(sentence: ReadSentence, scene: Scene) -> list[Verdict | None]:
    clauses = sentence.clauses
    verdicts: list[Verdict | None] = []
    inherited = scene.inherited
    proposer: tuple[Actor, ...] = ()
    for i, clause in enumerate(clauses):
        here = replace(scene, inherited=inherited, proposer=proposer or scene.proposer)
        verdict = _one(sentence, i, here, verdicts)
        verdicts.append(verdict)
        opens = clause.group is not None and sentence.tokens[clause.end - 1].surface == ":"
        if opens and verdict is not None and verdict.kind in {"decision", "proposal"}:
            inherited = verdict.kind
            people = tuple(actor for actor in verdict.actors if actor.kind == "person")
            proposer = people if verdict.kind == "proposal" else ()
    return _contents_merged(sentence, _heard_first(sentence, verdicts, scene), scene.cues)


def _heard_first(sentence: ReadSentence, verdicts: list[Verdict | None], scene: Scene) -> list[Verdict | None]:
    """*kuuli johtajaa ja hyväksyi esityksen*: one entry, which is the decision."""
    merged = list(verdicts)
    for i, clause in enumerate(sentence.clauses):
        after, before = merged[i], merged[i - 1] if i else None
        group = sentence.clauses[i - 1].group if i else None
        if before is None or group is None or not clause.joined or group.verb != "kuulla":
            continue
        after = after or verdict_of(sentence, clause, scene)
        if after is None:
            continue
        if after.kind in {"decision", "proposal"} and not has_own_subject(sentence, clause):
            merged[i - 1], merged[i] = replace(after, actors=before.actors), None
    return merged


def _one(sentence: ReadSentence, i: int, scene: Scene, before: list[Verdict | None]) -> Verdict | None:
    clause = sentence.clauses[i]
    if clause.role in {"condition", "adverbial", "question"} or quotes(sentence, clause, scene.cues):
        return None
    if clause.role == "relative":
        parent = before[clause.parent] if clause.parent is not None and clause.parent < i else None
        found = verdict_of(sentence, clause, scene)
        dated = clause.group is not None and ActingClause(sentence, clause, clause.group, scene).is_dated()
        now = clause.group is not None and bool(_NOW & _words(sentence, clause))
        if found is None or (found.kind == "undertaking" and not (dated or now or _changes(found, scene))):
            return None
        if found.kind in {"decision", "accomplishment"} and _tells_apart(sentence, clause, found, dated=dated):
            return found
        if found.kind == "undertaking" and _follows_up(sentence, clause, found):
            return found
        if found.cue.startswith("task.") and found.actors:
            return found  # asetti ryhmän, jonka tehtävänä on seurata: another one's duty
        if parent is not None and not (found.cue.startswith("propose.") and sentence.children_of(clause)):
            return None
        binds = found.kind == "obligation" and found.cue.startswith("necessive")  # …, joka on pidettävä nähtävänä
        return found if found.actors or dated or binds or found.kind == "proposal" or _changes(found, scene) else None
    if clause.role == "complement":
        return _complement(sentence, i, scene, before)
    if clause.joined and clause.group is not None and i and not _stands_alone(sentence, clause):
        return verdict_of(sentence, clause, scene) if before[i - 1] is None else None
    return told_verdict(sentence, clause, scene) or verdict_of(sentence, clause, scene)


def _words(sentence: ReadSentence, clause: Clause) -> set[str]:
    return {grammar.word(sentence.tokens[i]) for i in sentence.words_of(clause)}


def _changes(found: Verdict, scene: Scene) -> bool:
    """*johon yhdistetään nykyiset toimialat*: a change of bodies is promised in a relative clause too."""
    return found.kind == "undertaking" and found.action in scene.cues.verbs["reorganise"]


def _tells_apart(sentence: ReadSentence, clause: Clause, found: Verdict, *, dated: bool) -> bool:
    """Whether a relative clause tells of a deed of its own: with a day and somebody, or with a sum of money."""
    euros = any(grammar.lemmas(sentence.tokens[i]) & {"euro", "€"} for i in range(clause.start, clause.end))
    opens = grammar.word(sentence.tokens[clause.start]) in {"joka", "jotka", "jonka"}
    return (opens and dated and bool(found.actors)) or (euros and found.kind == "accomplishment")


def _follows_up(sentence: ReadSentence, clause: Clause, found: Verdict) -> bool:
    """*laaditaan kuvaus, joka toimitetaan kunnille 30.4. mennessä*: a passive with its own deadline is an act."""
    own = set(sentence.words_of(clause))
    due = any(p.start in own and p.time.when.role == "deadline" and p.time.when.end for p in sentence.times)
    subject = grammar.word(sentence.tokens[clause.start]) in {"joka", "jotka"}
    return due and subject and found.cue == "passive-present"


def _stands_alone(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether a coordinated clause is an entry of its own: it has a subject, an object or a time of its own."""
    assert clause.group is not None
    if has_own_subject(sentence, clause):
        return True
    if any(child.role in {"complement", "question"} for child in sentence.children_of(clause)):
        return True
    if clause.group.passive:
        return clause.group.finite - clause.start > 1
    words = sentence.words_of(clause)
    previous = sentence.clauses[sentence.clauses.index(clause) - 1]
    if previous.group is not None and not any(
        sentence.tokens[j].readings[0].case for j in range(previous.group.end, previous.end)
    ):
        return False  # valvoo ja ohjaa toimintaa: one object for both
    timed = any(placed.start in words and placed.time.when.is_resolved for placed in sentence.times)
    return timed or has_own_object(sentence, clause)


def _opening(sentence: ReadSentence, clause: Clause) -> set[str]:
    return {grammar.word(token) for token in sentence.tokens[clause.start : clause.start + 3]}


def _complement(sentence: ReadSentence, i: int, scene: Scene, before: list[Verdict | None]) -> Verdict | None:
    """What an *että* clause is beside its frame: nothing, an entry of its own, or another one of the frame's act."""
    clause = sentence.clauses[i]
    parent = clause.parent
    frame = before[parent] if parent is not None and parent < i else None
    if frame is None:
        return _content(sentence, clause, scene, before)
    if frame.kind not in {"decision", "proposal"}:
        return None
    if _first_complement(sentence, i) or (clause.joined and "että" not in _opening(sentence, clause)):
        return None
    found = verdict_of(sentence, clause, replace(scene, inherited=frame.kind))
    if found is not None:
        kind = frame.kind if found.kind != "accomplishment" else found.kind
        actors = found.actors or (frame.actors if kind == "proposal" else ())
        return replace(found, kind=kind, cue=f"{frame.cue}+{found.cue}", actors=actors)
    if clause.group is None:
        return None
    actors = frame.actors if clause.group.passive else subject_of(sentence, clause, scene.cues)
    return Verdict(frame.kind, f"{frame.cue}+content", clause.group.action, actors)


def _content(sentence: ReadSentence, clause: Clause, scene: Scene, before: list[Verdict | None]) -> Verdict | None:
    """What an *että* clause is whose frame is no entry: *katsoo, että on tarpeen …*."""
    parent = clause.parent
    if parent is not None and (_in_content(sentence, parent, before) or _so_that(sentence, clause)):
        return None
    antecedent = _frame_actors(sentence, parent, scene) if parent is not None else ()
    found = verdict_of(sentence, clause, replace(scene, antecedent=antecedent))
    head = sentence.clauses[parent].group if parent is not None else None
    if found is None and head is not None and head.verb in _WANTING and antecedent and not scene.legal:
        return held_back(sentence, clause, scene, antecedent)
    if found is None or parent is None or head is None:
        return found
    if head.construction == "possible":
        return None  # Kunnat voivat sopia, että …
    if head.verb in {"edellyttää", "vaatia"} and not antecedent and not head.passive:
        if found.kind == "accomplishment":
            return None  # Myynti edellyttää, että tuottaja on tehnyt ilmoituksen: a condition, not a deed
        if found.kind == "undertaking" and by_law(sentence, sentence.clauses[parent], scene):
            return replace(found, kind="obligation", cue=f"law.demands+{found.cue}", strength="binding")
    if not found.actors and head.verb not in scene.cues.verbs["frames"]:
        return None
    return _framed(found, head, antecedent, scene)


def _framed(found: Verdict, head: VerbGroup, holders: tuple[Actor, ...], scene: Scene) -> Verdict:
    """What the frame lends its content: who speaks, that it is proposed, who proposes it.

    Args:
        found: What the content is by itself.
        head: The verbs of the frame.
        holders: The subject of the frame.
        scene: The scene of both.
    """
    held = head.verb in _HOLDING and bool(holders)
    wanted = head.verb in _WANTING and not scene.legal
    if held and (found.cue == "necessive" or (wanted and found.cue == "necessive.bearer")):
        return replace(found, kind="proposal", cue="held+necessive", strength="considered", speaker=holders[0])
    if held and len(holders) == 1:
        found = replace(found, speaker=holders[0])
    if head.pattern is not None and head.pattern.kind == "proposal" and not head.negative:
        return replace(found, kind="proposal", cue=f"need+{found.cue}", strength=None)
    return replace(found, actors=holders) if found.kind == "proposal" and not found.actors else found


def _in_content(sentence: ReadSentence, parent: int, before: list[Verdict | None]) -> bool:
    """Whether the clause it hangs on is itself the content of an entry: *esittää, että X tekee päätöksen, että …*."""
    clause = sentence.clauses[parent]
    return clause.role == "complement" and clause.parent is not None and before[clause.parent] is not None


def _so_that(sentence: ReadSentence, clause: Clause) -> bool:
    """*siten, että*, *niin, että*, *edellyttäen, että*: how something is done or on what it hangs, no content."""
    before = {grammar.word(token) for token in sentence.tokens[max(0, clause.start - 2) : clause.start]}
    return bool(before & (PROVISOS | {"siten", "niin"}))


def _first_complement(sentence: ReadSentence, i: int) -> bool:
    """Whether the clause is the first *että* of its frame, and the frame has no infinitive that is its content."""
    clause = sentence.clauses[i]
    assert clause.parent is not None
    siblings = [n for n, c in enumerate(sentence.clauses) if c.parent == clause.parent and c.role == "complement"]
    coordinated = grammar.word(sentence.tokens[clause.start]) in {"ja", "sekä"}
    return siblings[0] == i and not coordinated


def _frame_actors(sentence: ReadSentence, parent: int, scene: Scene) -> tuple[Actor, ...]:
    clause = sentence.clauses[parent]
    if clause.group is None or clause.group.passive:
        return ()
    return subject_of(sentence, clause, scene.cues)


def _contents_merged(sentence: ReadSentence, verdicts: list[Verdict | None], cues: Cues) -> list[Verdict | None]:
    """Give a passive frame the actors of its content, and *päätti, että* the verb of its content."""
    merged = list(verdicts)
    for i, clause in enumerate(sentence.clauses):
        if clause.role != "complement" or clause.parent is None or merged[i] is not None:
            continue
        frame = merged[clause.parent]
        head = sentence.clauses[clause.parent].group
        if frame is None or head is None or clause.group is None or not _first_complement(sentence, i):
            continue
        if (
            frame.cue.startswith("decide.")
            and head.construction == "plain"
            and head.verb in {"päättää", "linjata", "sopia"}
        ):
            plain = clause.group.construction == "possible" or clause.group.action in {"olla", "saada"}
            action = frame.action if plain else clause.group.action
            frame = replace(frame, action=action, negative=frame.negative or clause.group.negative)
        agreed = head.verb == "sopia"
        if head.passive and (agreed or (frame.kind == "proposal" and not frame.actors)):
            frame = replace(frame, actors=_content_actors(sentence, clause, cues) or frame.actors)
        merged[clause.parent] = frame
    return merged


def _content_actors(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    assert clause.group is not None
    if clause.group.construction == "necessive":
        return bearer_of(sentence, clause, cues)
    return () if clause.group.passive else subject_of(sentence, clause, cues)


def _range(sentence: ReadSentence, i: int, heads: set[int]) -> tuple[int, int]:
    """The tokens of an entry: its clause, its frame, what hangs on it and the verbs coordinated with it."""
    covered = {i}
    clause = sentence.clauses[i]
    framed = clause.role == "complement" and clause.parent is not None and clause.parent not in heads
    if framed and clause.parent is not None and _first_complement(sentence, i):
        covered.add(clause.parent)
    for n in range(len(sentence.clauses)):
        other = sentence.clauses[n]
        if n in heads or n in covered:
            continue
        if other.parent in covered or (other.joined and n - 1 in covered and n > i and other.role == clause.role):
            covered.add(n)
    for n in range(i - 1, -1, -1):
        other = sentence.clauses[n]
        if other.parent == i and n not in heads:
            covered.add(n)
    block = _contiguous(sorted(covered), i)
    start = min(sentence.clauses[n].begin for n in block)
    end = max(sentence.clauses[n].end for n in block)
    return _trimmed(sentence, start, end)


def _contiguous(covered: list[int], i: int) -> list[int]:
    block = [i]
    for n in reversed([c for c in covered if c < i]):
        if n == block[0] - 1:
            block.insert(0, n)
    for n in (c for c in covered if c > i):
        if n == block[-1] + 1:
            block.append(n)
    return block


def _trimmed(sentence: ReadSentence, start: int, end: int) -> tuple[int, int]:
    """Leave out coordinators, commas and labels before, commas and opening marks after."""
    tokens = sentence.tokens
    while start < end - 1 and (
        tokens[start].surface in {",", ";", ":", "–", "-"}
        or grammar.word(tokens[start]) in {"ja", "sekä", "mutta", "joten"}
    ):
        start += 1
    while end > start + 1 and tokens[end - 1].surface in {",", ";", "–", "(", "”"}:
        end -= 1
    return start, end


def _without_overlap(entries: list[Entry]) -> Iterator[Entry]:
    last_end = -1
    for entry in entries:
        if entry.start >= last_end:
            yield entry
            last_end = entry.end
        elif entry.end > last_end:
            yield replace(entry, start=last_end)
            last_end = entry.end
