"""What people said of commitments, for a person at a terminal and as records."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from policysearch.model.facts import Commitment
from policysearch.model.reviews import Attached, DoneStatus, Review, ReviewConflict, ReviewState
from policysearch.present.records import Record, when_record

STATUSES: dict[DoneStatus, str] = {"done": "tehty", "partly": "osittain", "ongoing": "kesken", "lapsed": "rauennut"}
"""What became of a commitment, in Finnish."""
_SAID = {
    "confirm": "confirmed",
    "reject": "not an entry",
    "note": "note",
    "tag": "tag",
    "untag": "tag taken off",
    "add": "added",
}


def reviewed_lines(state: ReviewState, found: Commitment | None) -> Iterator[Text]:
    """What people say of one commitment; `found` is how the machine had it where they changed it."""
    head = [state.verdict or "", *(f"{name}: {value or 'none'}" for name, value in state.corrected)]
    if state.status:
        evidence = f" ({state.evidence})" if state.evidence else ""
        head.append(f"{STATUSES[state.status]}{evidence}")
    head += [f"#{tag}" for tag in state.tags]
    said = " · ".join(piece for piece in head if piece)
    yield Text(f"{', '.join(state.by)}: {said}".rstrip(": "), style="magenta")
    for words in state.notes:
        yield Text(f"note: {words}", style="magenta")
    if found is not None:
        actors = ", ".join(actor.name for actor in found.actors) or "not named"
        when = f" · {_when(found)}" if found.when else ""
        yield Text(f"found by rule: {found.kind} · {actors}{when} · {found.action or ''}".rstrip(" ·"), style="dim")
    for thing in state.conflicts:
        yield Text(f"two people say different things: {thing}", style="yellow")


def journal(reviews: Iterable[Attached]) -> Iterator[Text]:
    """Reviews, a line or two each, with what they are attached to now."""
    for one in reviews:
        review = one.review
        said = _SAID.get(review.kind, review.kind)
        value = f" {review.field}" if review.field else ""
        value += f" {review.value}" if review.value else ""
        where = f"  {one.commitment[:8]}" if one.commitment else ""
        yield Text.assemble(
            (f"{review.id[:8]} {review.at:%Y-%m-%d %H:%M} {review.by}", "dim"), f"  {said}{value}", (where, "cyan")
        )
        if review.anchor:
            yield Text(f"   ”{' '.join(review.anchor.quote.split())}”")
        if one.moved and one.commitment:
            yield Text("   attached to a newer version", style="dim")
        if one.why:
            yield Text(f"   not attached: {one.why}", style="yellow")


def conflicts(found: Iterable[ReviewConflict]) -> Iterator[Text]:
    """Where people differ."""
    for one in found:
        said = "; ".join(f"{who}: {value or 'none'}" for who, value in one.values)
        yield Text.assemble((one.field, "bold yellow"), f"  {said}")
        yield Text(f"   ”{' '.join(one.quote.split())}”")


def review_record(one: Attached) -> Record:
    """The `review` record."""
    review = one.review
    anchor = review.anchor
    return {
        "record": "review",
        "id": review.id,
        "at": review.at.isoformat(timespec="seconds"),
        "by": review.by,
        "kind": review.kind,
        "field": review.field,
        "value": review.value,
        "evidence": review.evidence,
        "anchor": None
        if anchor is None
        else {
            "sha256": anchor.sha256,
            "locator": anchor.locator or None,
            "quote": anchor.quote,
            "occurrence": anchor.occurrence,
            "uri": anchor.uri,
        },
        "commitment": one.commitment,
        "document": one.document,
        "moved": one.moved,
        "why": one.why,
    }


def conflict_record(one: ReviewConflict) -> Record:
    """The `review_conflict` record."""
    values = [{"by": who, "value": value} for who, value in one.values]
    return {
        "record": "review_conflict",
        "field": one.field,
        "quote": one.quote,
        "document": one.document,
        "values": values,
    }


def said(review: Review) -> str:
    """One line: what was kept."""
    value = " ".join(part for part in (review.field, review.value) if part)
    return f"kept {review.id[:8]}: {_SAID.get(review.kind, review.kind)} {value}".rstrip()


def _when(commitment: Commitment) -> str:
    assert commitment.when is not None
    record = when_record(commitment.when)
    begin, end = record["begin"], record["end"]
    return f"{begin} – {end}" if begin and end and begin != end else str(end or begin or "")
