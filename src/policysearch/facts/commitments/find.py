"""Commitments: clauses that decide, promise, oblige, propose or report as done, and all that belongs to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policysearch.facts.amounts import find_amount
from policysearch.facts.attribution import is_silent, new_actor, voice_of
from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence, read_sentence
from policysearch.facts.commitments.actors import asked_of, subject_of
from policysearch.facts.commitments.adopted import with_outcomes
from policysearch.facts.commitments.amendments import as_amendments, find_amendments
from policysearch.facts.commitments.elided import elided_decision
from policysearch.facts.commitments.frames import entries_of
from policysearch.facts.commitments.labels import with_labels
from policysearch.facts.commitments.lists import announced, frame_after, open_subject, tasks_after
from policysearch.facts.commitments.quoting import quoted_person
from policysearch.facts.commitments.rows import (
    Beside,
    PlannedRow,
    planned_rows,
    read_row,
    recommended_spans,
    row_actors,
    row_in,
)
from policysearch.facts.commitments.scene import Scene, Verdict, is_legal
from policysearch.facts.commitments.time import condition_of, time_of
from policysearch.facts.cues import Cues, load_cues
from policysearch.model.document import AnalysedPassage, Document, Part, Passage
from policysearch.model.facts import Actor, Commitment, CommitmentKind, Mention, Strength
from policysearch.model.ids import fact_id
from policysearch.model.language import Token
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When

#: Parts in which a heading may be the subject of what stands below it, and what its list then is.
_ACTING_PARTS: dict[Part | None, CommitmentKind] = {
    "decision": "decision",
    "handling": "decision",
    "proposal": "proposal",
}
#: How binding an entry of a kind is where its rule says nothing else.
_STRENGTHS: dict[CommitmentKind, Strength] = {
    "decision": "binding",
    "undertaking": "intended",
    "obligation": "binding",
    "proposal": "considered",
    "accomplishment": "binding",
}
#: Common nouns that mean the municipality of the speaker, or its organ.
_OF_A_MUNICIPALITY = frozenset({"kaupunki", "kunta", "kaupunginhallitus", "kaupunginvaltuusto"})
#: Of these the one who is asked has to answer by the day that is set.
_ASKING = frozenset({"pyytää", "tilata", "kysyä", "vaatia", "edellyttää", "kehottaa"})
#: Ends of the names of those who call themselves *poliisi*.
_POLICE = ("poliisilaitos", "rikospoliisi")
#: Ends of a heading above a list of tasks (*Johtoryhmän tehtävänä on*).
_TASK_HEADINGS = ("tehtävänä on", "tehtäviin kuuluu", "tehtäviin kuuluvat", "tehtävät ovat")
#: Tokens after a colon in which the infinitive of a list is looked for.
_LOOK_AHEAD = 12


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the sentences of a section inherit from one before them: its act, its subject, a law it quotes.

    `age` counts the passages read since: in prose only a list goes on inheriting after the first. `framer` is who
    proposes in it (*Hallitus ehdottaa, että valtuusto*), where another acts in its list.
    """

    section: int | None
    act: CommitmentKind | None = None
    subject: tuple[Actor, ...] = ()
    law: bool = False
    age: int = 0
    framer: tuple[Actor, ...] = ()


def find_commitments(
    document: Document,
    passages: Sequence[AnalysedPassage],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    issuer: Actor | None,
) -> tuple[Commitment, ...]:
    """Every commitment of a document, in the order of the text.

    Args:
        document: The document, for its parts, issuer and date.
        passages: Its passages with their tokens and sentences.
        times: The time expressions found in it.
        mentions: The mentions of those who can act in it, offices (*koordinaattori*) included.
        issuer: Whose document it is, None where unknown.
    """
    cues = load_cues()
    found: dict[Span, Commitment] = {}
    aliases = _aliases(mentions)
    frame = _Frame(None)
    rows = planned_rows(document)
    recommended = recommended_spans(document)
    for n, analysed in enumerate(passages):
        passage = analysed.passage
        if is_silent(analysed, document.text):
            continue
        listed = passage.kind == "list_item" or passage.part in {"decision", "proposal", "handling"}
        if frame.section != passage.section or (frame.age and not listed):
            frame = _headed(document, passage, mentions, issuer)
        open_before = frame.act is not None
        voice = voice_of(document, passage, mentions, issuer)
        following = passages[n + 1].tokens[:_LOOK_AHEAD] if n + 1 < len(passages) else ()
        scene = Scene(
            voice,
            cues,
            inherited=frame.act,
            listed_subject=frame.subject,
            heading_decides=_heading_decides(document, passage.section),
            after_law=frame.law,
            labelled=_is_labelled(following, cues),
            aliases=aliases,
        )
        previous: ReadSentence | None = None
        here = [m for m in mentions if passage.span.overlaps(m.span)]
        when = [t for t in times if passage.span.overlaps(t.span)]
        for sentence, beside in _sentences(analysed, rows, here, when, document.text, cues, following):
            if previous is None and passage.kind == "paragraph" and _ends(frame, sentence, scene):
                frame, open_before = _Frame(passage.section), False
                scene = replace(scene, inherited=None, listed_subject=())
            scene = replace(
                scene,
                legal=_legal(sentence, scene),
                after_law=_after_law(sentence, scene),
                proposer=_proposer(sentence, cues),
                antecedent=_antecedent(sentence, previous, cues),
            )
            previous = sentence
            # Suositus 3. Ministeriö laatii ohjeen: what a report recommends to others is promised by nobody.
            said = any(span.overlaps(sentence.span) for span in recommended)
            said_in = replace(scene, inherited="proposal") if said else scene
            for commitment in _in_sentence(document, sentence, said_in, beside, heading=passage.kind == "heading"):
                commitment = replace(commitment, ocr=passage.ocr)
                found.setdefault(commitment.span, commitment)
            act, subject = frame_after(sentence, scene), open_subject(sentence, scene)
            if act is None and announced(sentence, scene):
                act = "proposal" if scene.force == "proposal" else "decision"
            if act is None and (tasked := tasks_after(sentence, scene)):
                act, subject = "obligation", tasked
            if act is not None:
                frame = _Frame(passage.section, act, subject, framer=_own_subject(sentence, cues))
                open_before = False
                scene = replace(scene, inherited=act, listed_subject=frame.subject)
            frame = replace(frame, law=_quotes_law(sentence, scene, frame))
        frame = replace(frame, age=frame.age + open_before)
    entries = sorted(found.values(), key=lambda c: (c.span.start, c.span.end))
    entries = list(with_labels(document, entries, times, mentions))
    return with_outcomes(document, as_amendments(find_amendments(document, passages, mentions), entries))


def _is_labelled(following: Sequence[Token], cues: Cues) -> bool:
    """Whether the next passage says whose what stands here is, or when: *Vastuutaho: tekninen osasto*."""
    opening = [token.surface.casefold() for token in following[:2]]
    return len(opening) > 1 and opening[0] in cues.words["label_who"] | cues.words["label_when"] and opening[1] == ":"


def _headed(document: Document, passage: Passage, mentions: Sequence[Mention], issuer: Actor | None) -> _Frame:
    """The frame that a heading opens: of a body and a colon (*Hyvinvointilautakunta:*), or of tasks in a list."""
    if passage.section is None:
        return _Frame(passage.section)
    span = document.sections[passage.section].heading
    heading = span.of(document.text).strip()
    if heading.rstrip(": ").casefold().endswith(_TASK_HEADINGS) and passage.kind == "list_item":
        tasked = [mention.actor for mention in mentions if span.contains(mention.span)]
        return _Frame(passage.section, "obligation", tuple(tasked[-1:])) if tasked else _Frame(passage.section)
    if passage.part not in _ACTING_PARTS:
        return _Frame(passage.section)
    name = heading.rstrip(": ").casefold()
    if not heading.endswith(":") or not name:
        return _Frame(passage.section)
    known = dict.fromkeys(actor for actor in (issuer, *(m.actor for m in mentions)) if actor is not None)
    body = next((a for a in known if a.kind == "organisation" and a.name.casefold().endswith(name)), None)
    if body is None:
        return _Frame(passage.section)
    return _Frame(passage.section, _ACTING_PARTS[passage.part], (body,))


def _ends(frame: _Frame, sentence: ReadSentence, scene: Scene) -> bool:
    """Whether a paragraph of a decision ends a framed proposal: the body that proposed is its own subject.

    *Hallitus ehdottaa, että valtuusto* / *1 hyväksyy säännön.* / *Hallitus kehottaa toimialaa valmistelemaan ohjeen.*
    """
    if frame.act != "proposal" or scene.force != "record" or not frame.framer or frame.framer != scene.speakers:
        return False
    return _own_subject(sentence, scene.cues) == frame.framer


def _own_subject(sentence: ReadSentence, cues: Cues) -> tuple[Actor, ...]:
    """Who opens the sentence and acts in its first main clause."""
    first = next((clause for clause in sentence.clauses if clause.role == "main"), None)
    if first is None or first.group is None or first.group.passive:
        return ()
    opens = any(placed.start == 0 for placed in sentence.mentions)
    return subject_of(sentence, first, cues) if opens else ()


def _proposer(sentence: ReadSentence, cues: Cues) -> tuple[Actor, ...]:
    """Whom a label before a proposed change names: *Vastaehdotus: Oona Kivelaho: Poistetaan kappale 3*."""
    tokens = sentence.tokens
    if len(tokens) < 2 or tokens[1].surface != ":":
        return ()
    label = tokens[0].readings[0]
    heads = {label.lemma.lower(), *(part.lower() for part in label.parts[-1:])}
    if not heads & cues.words["proposal_nouns"]:
        return ()
    return tuple(
        placed.mention.actor
        for placed in sentence.mentions
        if placed.mention.actor.kind == "person" and placed.start <= 3 and tokens[placed.end : placed.end + 1]
    )[:1]


def _antecedent(sentence: ReadSentence, previous: ReadSentence | None, cues: Cues) -> tuple[Actor, ...]:
    """Whom *Se* or *Hän* at the start of a sentence means: the subject of the sentence before it."""
    if previous is None or grammar.word(sentence.tokens[0]) not in {"se", "sen", "hän", "hänen"}:
        return ()
    kind = "person" if grammar.word(sentence.tokens[0]).startswith("hän") else "organisation"
    for clause in previous.clauses:
        if clause.role == "main" and clause.group is not None and not clause.group.passive:
            return tuple(actor for actor in subject_of(previous, clause, cues) if actor.kind == kind)
    return ()


def _aliases(mentions: Sequence[Mention]) -> dict[str, Actor]:
    """Whom a bare title (*kulttuuripäällikkö*) or *yhdistys* means, where the document has but one of the kind."""
    titled: dict[str, set[Actor]] = {}
    for mention in mentions:
        if mention.actor.kind == "person" and mention.title:
            titled.setdefault(mention.title.casefold(), set()).add(mention.actor)
        elif mention.actor.name.endswith(" ry"):
            titled.setdefault("yhdistys", set()).add(mention.actor)
        elif mention.actor.name.endswith((" kunta", " kaupunki")):
            place, kind = mention.actor.name.rsplit(maxsplit=1)
            titled.setdefault(kind, set()).add(mention.actor)
            titled.setdefault(place.casefold(), set()).add(mention.actor)
    return {name: next(iter(actors)) for name, actors in titled.items() if len(actors) == 1}


def _quotes_law(sentence: ReadSentence, scene: Scene, frame: _Frame) -> bool:
    """Whether a law is quoted on: *Lain 5 §:ssä säädetään seuraavasti: ”…*, up to the closing mark."""
    last = sentence.tokens[-1].surface
    if frame.law:
        return last not in {"”", '"'}
    return scene.legal and last == ":"


def _legal(sentence: ReadSentence, scene: Scene) -> bool:
    """Whether a law speaks; where decisions are recorded or proposed, it is only what they rest on."""
    return not scene.voice.formal and is_legal(sentence, scene.cues)


def _after_law(sentence: ReadSentence, scene: Scene) -> bool:
    """Whether a law spoke before this sentence in its passage, and no body and no time is named since."""
    if scene.force == "statement" or not (scene.legal or scene.after_law) or sentence.times:
        return False
    known = {placed.mention.actor for placed in sentence.mentions if placed.mention.actor.kind == "organisation"}
    here = any(token.readings[0].name == "place" for token in sentence.tokens)
    follows = bool({grammar.word(token) for token in sentence.tokens[:2]} & scene.cues.words["following"])
    return not (known or here or follows)


def _heading_decides(document: Document, section: int | None) -> bool:
    """*Korkeimman hallinto-oikeuden ratkaisu*: a heading that announces a decision."""
    if section is None:
        return False
    words = document.sections[section].heading.of(document.text).lower().split()
    return bool(words) and words[-1] in {"ratkaisu", "päätös", "päätökset", "linjaukset"}


def _sentences(
    analysed: AnalysedPassage,
    rows: Sequence[PlannedRow],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    text: str,
    cues: Cues,
    following: Sequence[Token],
) -> Iterator[tuple[ReadSentence, Beside | None]]:
    """The sentences of a passage; a row without a known header is one, since its cells tell who and when of what."""
    row = analysed.passage.kind == "table_row"
    planned = row_in(rows, analysed.passage.span) if row else None
    if planned is not None:
        yield from read_row(analysed, planned, mentions, times, text, cues)
        return
    first = 0
    for span in (analysed.passage.span,) if row else analysed.sentences:
        last = first
        while last < len(analysed.tokens) and analysed.tokens[last].span.end <= span.end:
            last += 1
        tokens, first = analysed.tokens[first:last], last
        if tokens:
            yield read_sentence(span, tokens, mentions, times, text, cues, following), None


def _in_sentence(
    document: Document, sentence: ReadSentence, scene: Scene, beside: Beside | None, *, heading: bool
) -> Iterator[Commitment]:
    elided = elided_decision(sentence, scene.voice.speaker)
    if elided is not None:
        times = [placed.time.when for placed in sentence.times]
        yield _commitment(document, sentence, sentence.span, elided, times[0] if times else None, None, scene)
        return
    if heading:
        return
    for entry in entries_of(sentence, scene):
        span = sentence.text_span(entry.start, entry.end)
        verdict = entry.verdict
        when = time_of(sentence, range(entry.start, entry.end), entry.clause, wish=entry.is_wish)
        if not verdict.actors and beside is None:
            verdict = replace(verdict, actors=row_actors(sentence, entry.clause, scene.cues))
        elif beside is not None:
            span = beside.around(span, actors=not verdict.actors, when=when is None)
            verdict = replace(verdict, actors=verdict.actors or beside.actors)
            when = when or beside.when
        yield _commitment(
            document,
            sentence,
            span,
            verdict,
            when,
            None if entry.is_wish else condition_of(sentence, entry.clause),
            scene,
        )


def _commitment(
    document: Document,
    sentence: ReadSentence,
    span: Span,
    verdict: Verdict,
    when: When | None,
    condition: str | None,
    scene: Scene,
) -> Commitment:
    quote = span.of(document.text)
    voice, cues, aliases = scene.voice, scene.cues, scene.aliases
    speaker = verdict.speaker or _cited(sentence, cues) or voice.speaker
    verdict = replace(
        verdict,
        actors=tuple(dict.fromkeys(_known(sentence, actor, voice.speaker, aliases) for actor in verdict.actors)),
    )
    unnamed = (voice.speaker,) if voice.speaker is not None and not verdict.actors else ()
    asked = asked_of(sentence, span) if verdict.action in _ASKING else ()
    possible = tuple(actor for actor in dict.fromkeys((*asked, *unnamed)) if actor not in verdict.actors)
    return Commitment(
        id=fact_id(document.id, "commitment", span.start, span.end),
        document=document.id,
        span=span,
        quote=quote,
        page=document.page_at(span.start),
        kind=verdict.kind,
        cue=verdict.cue,
        actors=verdict.actors,
        possible_actors=possible,
        action=verdict.action,
        when=when,
        condition=condition,
        amount=find_amount(quote),
        polarity="negative" if verdict.negative else "positive",
        outcome=verdict.outcome,
        strength=verdict.strength or _STRENGTHS[verdict.kind],
        speaker=speaker,
        said_on=voice.said_on,
        own_words=not verdict.actors or speaker is None or any(_is_own(actor, speaker) for actor in verdict.actors),
        routine=_is_routine(sentence, span, cues),
    )


def _cited(sentence: ReadSentence, cues: Cues) -> Actor | None:
    """Who says it: *Erityisasiantuntija Oona Kivelahon mukaan …*, *Kuntaliiton mielestä …*."""
    for placed in sentence.mentions:
        after = sentence.tokens[placed.end : placed.end + 1]
        if after and grammar.word(after[0]) in {"mukaan", "mielestä"}:
            return placed.mention.actor
    return quoted_person(sentence, cues)


def _is_own(actor: Actor, speaker: Actor) -> bool:
    """Whether somebody's deeds are told in its own words: a board speaks for its municipality, not for a ministry."""
    of_town = actor.name.split()[-1] in {"kaupunki", "kunta"} and actor.name.split()[0] == speaker.name.split()[0]
    return actor == speaker or of_town


def _is_municipal(speaker: Actor) -> bool:
    """Whether a name begins with a municipality: *Kuusjärven kaupunginhallitus*."""
    first, *rest = speaker.name.split()
    return bool(rest) and first.istitle() and first.endswith("n")


def _known(sentence: ReadSentence, actor: Actor, speaker: Actor | None, aliases: Mapping[str, Actor]) -> Actor:
    """The speaker where a common noun of its text means it: *päällikkö päätti* in the record of a *… päällikkö*."""
    if actor.kind == "person":
        return actor
    if actor.name == "poliisi" and speaker is not None and speaker.name.casefold().endswith(_POLICE):
        return speaker  # Poliisi tiedottaa, in a release of a police department
    own = speaker is not None and speaker.name.casefold().endswith(actor.name.casefold())
    own |= speaker is not None and actor.name in _OF_A_MUNICIPALITY and _is_municipal(speaker)
    if not own and actor.name.casefold() in aliases:
        return aliases[actor.name.casefold()]
    if actor.name.istitle() and " " not in actor.name and (town := _town_of(actor.name, aliases)) is not None:
        return town
    if speaker is None or any(placed.mention.actor == actor for placed in sentence.mentions):
        return actor
    if actor.name in _OF_A_MUNICIPALITY and _is_municipal(speaker):
        return new_actor(f"{speaker.name.split()[0]} {actor.name}")
    words, named = speaker.name.casefold().split(), actor.name.casefold().split()
    association = actor.name in {"yhdistys", "järjestö"} and words[-1] == "ry"
    return speaker if association or words[-len(named) :] == named else actor


def _town_of(place: str, aliases: Mapping[str, Actor]) -> Actor | None:
    """The municipality that a bare name means where the document has it in full: *Oulu* is *Oulun kaupunki*."""
    best, longest = None, max(3, len(place) - 3)
    for name, actor in aliases.items():
        if actor.name.split()[-1] not in {"kaupunki", "kunta"} or not name.endswith("n") or " " in name:
            continue
        shared = next((i for i, (a, b) in enumerate(zip(place.casefold(), name, strict=False)) if a != b), len(place))
        if shared > longest or (shared == longest and best is None):
            best, longest = actor, shared
    return best


def _is_routine(sentence: ReadSentence, span: Span, cues: Cues) -> bool:
    """Whether it is procedure of every meeting: its agenda, its earlier minutes, its scrutineers, its next date."""
    words: set[str] = set()
    for token in sentence.tokens:
        if span.contains(token.span):
            words |= grammar.lemmas(token)
            words |= {part.lower() for reading in token.readings for part in reading.parts[-1:] if reading.parts}
    if words & cues.words["routine"]:
        return True
    return bool(words & cues.words["routine_minutes"]) and bool(words & cues.words["routine_near"])
