"""Document -> mentions: participants first, then bodies and people of every passage, resolved within the document."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from policysearch.facts.actors.apposed import find_apposed
from policysearch.facts.actors.bodies import FoundBody, find_bodies, longest
from policysearch.facts.actors.cues import ActorCues, actor_cues
from policysearch.facts.actors.offices import COUNCIL, council_of, county_of, find_offices_of_town
from policysearch.facts.actors.people import FoundPerson, find_people, nominatives, people_by_rules, title_reading
from policysearch.facts.actors.phrases import phrase_at
from policysearch.facts.actors.places import municipality_of
from policysearch.facts.actors.units import abbreviations, find_abbreviations, find_units, service_units
from policysearch.facts.gazetteer import Gazetteer, actor_of, open_gazetteer
from policysearch.lang.base import Language
from policysearch.model.document import AnalysedPassage, Document, Participant, Passage
from policysearch.model.facts import Actor, Mention
from policysearch.model.ids import fact_id
from policysearch.model.language import Token
from policysearch.model.text import Span
from policysearch.structure.affiliations import affiliation


def find_mentions(document: Document, passages: Sequence[AnalysedPassage], language: Language) -> tuple[Mention, ...]:
    """The bodies and people named in a document, in the order of the text; none overlaps another.

    A bare *ohjausryhmä* or *lautakunta* is the issuer where the issuer is one, else the last such body named before;
    an organ of a municipality has the municipality's name, its own or the document's.
    """
    # Late: the model's features are made of the word lists of this package.
    from policysearch.facts.names.asking import place_words, unlisted_names
    from policysearch.facts.names.organisations import unlisted_bodies
    from policysearch.facts.names.people import with_unlisted

    gazetteer, cues = open_gazetteer(language), actor_cues()
    municipality = municipality_of(document, gazetteer)
    passages = [part for one in (*passages, *_headings(document, language)) for part in _cells(document.text, one)]
    passages.sort(key=lambda analysed: analysed.passage.span.start)

    def full_name(organisation: str) -> str:
        """The canonical name of an organisation that stands beside a person; as printed where none is known."""
        known = gazetteer.resolve(organisation)
        if known is not None:
            return known.name
        tokens = language.tokens(organisation)
        bodies = find_bodies(tokens, cues, gazetteer, municipality)
        return next((body.actor.name for body in bodies if body.actor and len(body) == len(tokens)), organisation)

    participants = [_of_participant(document, participant, full_name) for participant in document.participants]
    taken = [mention.span for mention in participants]
    known = {mention.actor.name for mention in participants} | _names_in(passages, cues)
    issuer = issuer_actor(document, gazetteer, language, municipality)

    bodies_of = [
        longest(
            [
                *find_bodies(analysed.tokens, cues, gazetteer, municipality),
                *find_apposed(analysed.tokens, cues, gazetteer),
                *find_offices_of_town(analysed.tokens, cues, gazetteer, municipality),
            ]
        )
        for analysed in passages
    ]
    units = service_units((analysed.tokens for analysed in passages), cues)
    own = abbreviations(
        document.participants,
        ((one.tokens, bodies) for one, bodies in zip(passages, bodies_of, strict=True)),
        gazetteer,
    )

    council, county = council_of(document, municipality, gazetteer), county_of(bodies_of, issuer)
    # What was an office is a division today: sosiaali- ja terveystoimi, -toimiala.
    divisions = {b.actor.name: b.actor for bodies in bodies_of for b in bodies if b.actor and b.head == "toimiala"}
    divisions.update({name.replace("toimen toimiala", "toimiala"): actor for name, actor in divisions.items()})
    places = place_words([analysed.tokens for analysed in passages])
    found = list(participants)
    named: list[Actor] = []
    for analysed, listed in zip(passages, bodies_of, strict=True):
        tokens = analysed.tokens
        bodies = longest([*listed, *find_units(tokens, units), *find_abbreviations(tokens, own)])
        people = people_by_rules(tokens, cues, gazetteer, known)
        names = unlisted_names(tokens, _tokens_of(bodies) | _tokens_of(people))
        if names:
            people = with_unlisted(tokens, people, names, known, places, cues, gazetteer)
        in_bodies = _tokens_of(bodies)
        people = [person for person in people if in_bodies.isdisjoint(range(person.first, person.last))]
        bodies += unlisted_bodies(tokens, names, in_bodies | _tokens_of(people), places, known, cues, gazetteer)
        bodies.sort(key=lambda body: body.first)
        for body in bodies:
            actor = body.actor or (council if body.head == COUNCIL else _antecedent(body, issuer, named, cues))
            if actor is None:
                continue
            if divisions and body.head.endswith("toimi"):
                actor = divisions.get(f"{actor.name}ala", actor)
            if county is not None and body.head in cues.county:
                actor = actor_of(f"{county} {body.head}", "organisation")
            named.append(actor)
            found.append(_mention(document, analysed, body.first, body.last, actor))
        for person in people:
            actor = actor_of(person.name, "person")
            affiliated = _affiliated(person, language, full_name)
            found.append(_of_person(document, analysed, affiliated, actor))
        found.extend(_by_surname(document, analysed, found, bodies, people))
    return _without_overlaps(found, taken)


def _names_in(passages: Sequence[AnalysedPassage], cues: ActorCues) -> set[str]:
    """Full names in the nominative, and the capitalised words that no dictionary has."""
    known: set[str] = set()
    for analysed in passages:
        known.update(nominatives(analysed.tokens, cues))
        known.update(one.surface for one in analysed.tokens if one.readings[0].guessed and one.surface[:1].isupper())
    return known


def _tokens_of(found: Sequence[FoundBody] | Sequence[FoundPerson]) -> set[int]:
    return {index for one in found for index in range(one.first, one.last)}


def _cells(text: str, analysed: AnalysedPassage) -> Iterator[AnalysedPassage]:
    """A table row in its cells, anything else in its lines: no name goes over a tab or a line end."""
    start = 0
    tokens = analysed.tokens
    for index in range(1, len(tokens) + 1):
        gap = text[tokens[index - 1].span.end : tokens[index].span.start] if index < len(tokens) else "\t"
        if "\t" in gap or "\n" in gap:
            span = Span(tokens[start].span.start, tokens[index - 1].span.end)
            yield replace(analysed, passage=replace(analysed.passage, span=span), tokens=tokens[start:index])
            start = index


def _headings(document: Document, language: Language) -> Iterator[AnalysedPassage]:
    """The headings, read like passages: they name people (*valtuutettu Aallon aloite*) and bodies as well."""
    for block in document.blocks:
        if block.kind != "heading":
            continue
        start = block.span.start
        text = block.span.of(document.text)
        identity = fact_id(document.id, "heading", start, block.span.end)
        passage = Passage(identity, block.span, block.section, None, block.page, "heading", block.ocr)
        tokens = tuple(replace(token, span=token.span.shift(start)) for token in language.tokens(text))
        yield AnalysedPassage(passage, tokens, tuple(span.shift(start) for span in language.sentences(text)))


def find_offices(document: Document, passages: Sequence[AnalysedPassage], language: Language) -> tuple[Mention, ...]:
    """Titles that stand for their holder (*Koordinaattori*), each under the fullest title the document gives.

    These are no actors of the document's list; they tell whose act a clause reports.
    """
    gazetteer, cues = open_gazetteer(language), actor_cues()
    full: dict[str, str] = {}
    places: list[tuple[AnalysedPassage, int, int, str, str]] = []
    for analysed in passages:
        people = find_people(analysed.tokens, cues, gazetteer, ())
        for index, token in enumerate(analysed.tokens):
            reading = title_reading(token, cues)
            if reading is None:
                continue
            phrase = phrase_at(analysed.tokens, index, reading, cues)
            head = phrase.head.lower()
            if len(phrase.modifiers) > 1 and len(phrase.name) > len(full.get(head, "")):
                full[head] = phrase.name
            if not any(person.first == index + 1 for person in people):
                places.append((analysed, phrase.first, phrase.last, head, phrase.name))
    offices = []
    for analysed, first, last, head, name in places:
        title = name if " " in name else full.get(head)
        if title is not None:
            offices.append(_mention(document, analysed, first, last, actor_of(title, "person")))
    return tuple(offices)


def issuer_actor(
    document: Document, gazetteer: Gazetteer, language: Language, municipality: str | None
) -> Actor | None:
    """The body whose document this is, under its canonical name; None where the issuer is unknown."""
    issuer = document.metadata.issuer
    if not issuer:
        return None
    known = gazetteer.resolve(issuer)
    if known is not None:
        return known
    tokens = language.tokens(issuer)
    bodies = [body for body in find_bodies(tokens, actor_cues(), gazetteer, municipality) if body.actor is not None]
    whole = next((body.actor for body in bodies if len(body) == len(tokens)), None)
    return (
        whole
        or (bodies[-1].actor if bodies and bodies[-1].last == len(tokens) and bodies[-1].is_municipal else None)
        or (actor_of(issuer, "organisation"))
    )


def _antecedent(body: FoundBody, issuer: Actor | None, named: Sequence[Actor], cues: ActorCues) -> Actor | None:
    """Whom a bare head stands for: the issuer, the last body of that head, or an unnamed body of the document."""
    if issuer is not None and _ends_with(issuer.name, body.head):
        return issuer
    if body.head in cues.issuer_only:
        return None
    # The one that the document speaks of most; of equals the last.
    counted = Counter(actor for actor in named if _ends_with(actor.name, body.head) and actor.name != body.head)
    if counted:
        most = max(counted.values())
        return next(actor for actor in reversed(named) if counted[actor] == most)
    if body.head in cues.alone and not body.is_municipal:
        return actor_of(body.head, "organisation")
    return None


def _ends_with(name: str, head: str) -> bool:
    return name.lower().split()[-1].endswith(head)


def _of_participant(document: Document, participant: Participant, full_name: Callable[[str], str]) -> Mention:
    organisation = full_name(participant.organisation) if participant.organisation is not None else None
    span = participant.span
    ocr = any(passage.ocr and passage.span.overlaps(span) for passage in document.passages)
    named = _mention_at(document, span, actor_of(participant.name, "person"), ocr=ocr)
    title = _lower_initial(participant.title)
    return replace(named, title=title, organisation=organisation, role=participant.role)


def _lower_initial(title: str | None) -> str | None:
    if not title or title[:2].isupper():
        return title
    return title[0].lower() + title[1:]


def _affiliated(person: FoundPerson, language: Language, full_name: Callable[[str], str]) -> FoundPerson:
    """*Kaupunginhallituksen jäsen* before a name as a role in that body."""
    if person.title is None or person.organisation is not None:
        return person
    found = affiliation(person.title, language)
    if found.organisation is None:
        return person
    organisation = full_name(found.organisation)
    return replace(person, title=found.title, organisation=organisation, role=person.role or found.role)


def _of_person(document: Document, analysed: AnalysedPassage, person: FoundPerson, actor: Actor) -> Mention:
    span = Span(analysed.tokens[person.first].span.start, analysed.tokens[person.last - 1].span.end)
    named = _mention_at(document, span, actor, ocr=analysed.passage.ocr)
    return replace(named, title=person.title, organisation=person.organisation, role=person.role)


def _mention(document: Document, analysed: AnalysedPassage, first: int, last: int, actor: Actor) -> Mention:
    end = analysed.tokens[last - 1]
    # The stop of "Oy." at the end of a sentence is the sentence's.
    stop = end.surface.endswith(".") and end.surface[:-1].lower() in actor_cues().company
    span = Span(analysed.tokens[first].span.start, end.span.end - stop)
    return _mention_at(document, span, actor, ocr=analysed.passage.ocr)


def _mention_at(document: Document, span: Span, actor: Actor, *, ocr: bool) -> Mention:
    return Mention(
        id=fact_id(document.id, "mention", span.start, span.end),
        document=document.id,
        span=span,
        quote=span.of(document.text),
        page=document.page_at(span.start),
        actor=actor,
        ocr=ocr,
    )


def _by_surname(
    document: Document,
    analysed: AnalysedPassage,
    found: Sequence[Mention],
    bodies: Sequence[FoundBody],
    people: Sequence[FoundPerson],
) -> Iterator[Mention]:
    """Later mentions by surname alone (*Aalto totesi*), where the document has one person of that name."""
    # A name of one word, met once and without a title, may still be a place's, and would spread.
    times = Counter(mention.actor.name for mention in found)
    names = {
        mention.actor.name: mention.actor
        for mention in found
        if mention.actor.kind == "person"
        and (" " in mention.actor.name or mention.title or mention.role or times[mention.actor.name] > 1)
    }
    surnames = Counter(name.split()[-1] for name in names)
    unique = {name.split()[-1]: actor for name, actor in names.items() if surnames[name.split()[-1]] == 1}
    taken = {index for body in bodies for index in range(body.first, body.last)}
    taken.update(index for person in people for index in range(person.first, person.last))
    for index, token in enumerate(analysed.tokens):
        if index in taken or not token.surface[:1].isupper():
            continue
        actor = next((unique[form] for form in _forms(token) if form in unique), None)
        best = token.readings[0]
        is_common = best.word_class == "noun" and best.case == "nominative"
        if actor is None or (is_common and _opens(analysed, index)):
            continue
        yield _mention(document, analysed, index, index + 1, actor)


def _forms(token: Token) -> Iterator[str]:
    yield token.surface
    for reading in token.readings:
        yield reading.lemma[:1].upper() + reading.lemma[1:]


def _opens(analysed: AnalysedPassage, index: int) -> bool:
    start = analysed.tokens[index].span.start
    return any(sentence.start == start for sentence in analysed.sentences)


def _without_overlaps(found: Sequence[Mention], taken: Sequence[Span]) -> tuple[Mention, ...]:
    """In the order of the text; what stands in the list of participants is theirs."""
    kept: list[Mention] = []
    first = list(taken)
    for mention in found:
        if mention.span in first:
            kept.append(mention)
            first.remove(mention.span)
        elif not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: (mention.span.start, mention.span.end)))
