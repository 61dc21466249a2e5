"""From the lines of the journal to what people say of each commitment now. Pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from policysearch.model.reviews import Attached, CodedPlace, DoneStatus, Review, ReviewState, Said
from policysearch.model.text import Span


def holding(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews that nobody has retracted, in the order in which they were said."""
    every = sorted(reviews, key=lambda review: (review.at, review.id))
    retracted = {review.value for review in every if review.kind == "retract"}
    return tuple(review for review in every if review.kind != "retract" and review.id not in retracted)


def states_of(attached: Iterable[Attached]) -> dict[str, ReviewState]:
    """What people say of each commitment, by its id."""
    by_commitment: dict[str, list[Review]] = defaultdict(list)
    for one in attached:
        if one.commitment is not None:
            by_commitment[one.commitment].append(one.review)
    return {id_: state_of(reviews) for id_, reviews in by_commitment.items()}


def state_of(reviews: Sequence[Review]) -> ReviewState:
    """What `reviews` of one commitment say together; of each thing the newest word counts."""
    state = ReviewState()
    verdict = state.verdict
    corrected: dict[str, str] = {}
    status: DoneStatus | None = None
    evidence: str | None = None
    notes: list[str] = []
    tags: dict[str, None] = {}
    for review in reviews:
        value = review.value or ""
        match review.kind:
            case "confirm":
                verdict = "added" if verdict == "added" else "confirmed"
            case "reject":
                verdict = "rejected"
            case "add":
                verdict = "added"
                corrected["kind"] = value
            case "correct":
                corrected[review.field or ""] = value
            case "status":
                status, evidence = cast("DoneStatus", value), review.evidence
            case "note":
                notes.append(value)
            case "tag":
                tags[value] = None
            case "untag":
                tags.pop(value, None)
            case _:
                pass
    return ReviewState(
        verdict=verdict,
        corrected=tuple(corrected.items()),  # type: ignore[arg-type]  # the journal holds known fields only
        status=status,
        evidence=evidence,
        notes=tuple(notes),
        tags=tuple(tags),
        by=tuple(dict.fromkeys(review.by for review in reviews)),
        conflicts=tuple(conflicts_of(reviews)),
    )


def coded_places(attached: Iterable[Attached]) -> tuple[CodedPlace, ...]:
    """The words that people tagged or noted something of, in the order of documents and text.

    Reviews of one entry may be anchored to different words of it: their places stay as they were marked.
    """
    tags: dict[tuple[str, Span], dict[str, Said]] = defaultdict(dict)
    notes: dict[tuple[str, Span], list[Said]] = defaultdict(list)
    placed: dict[tuple[str | None, str], tuple[str, Span]] = {}
    for one in attached:
        if one.document is None or one.span is None:
            continue
        place, value = (one.document, one.span), one.review.value or ""
        said = Said(value, one.review.by, one.review.at)
        if one.review.kind == "note":
            notes[place].append(said)
        elif one.review.kind == "tag":
            key = (one.commitment or f"{place}", value)
            tags[placed.setdefault(key, place)].setdefault(value, said)
        elif one.review.kind == "untag" and (marked := placed.pop((one.commitment or f"{place}", value), None)):
            tags[marked].pop(value, None)
    places = {place for place, held in tags.items() if held} | notes.keys()
    return tuple(
        CodedPlace(*place, tuple(tags[place].values()) if place in tags else (), tuple(notes.get(place, ())))
        for place in sorted(places)
    )


def conflicts_of(reviews: Sequence[Review]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Things of which the newest words of two people differ: the thing, and who says what."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for review in reviews:
        thing, value = _thing(review)
        if thing:
            said[thing][review.by] = value
    return {thing: tuple(words.items()) for thing, words in said.items() if len(set(words.values())) > 1}


def _thing(review: Review) -> tuple[str | None, str]:
    match review.kind:
        case "confirm" | "add":
            return "verdict", "an entry"
        case "reject":
            return "verdict", "not an entry"
        case "correct":
            return review.field, review.value or ""
        case "status":
            return "status", review.value or ""
        case _:
            return None, ""


def tagged(states: Mapping[str, ReviewState], tag: str) -> frozenset[str]:
    """The ids of the commitments with a tag."""
    return frozenset(id_ for id_, state in states.items() if tag in state.tags)
