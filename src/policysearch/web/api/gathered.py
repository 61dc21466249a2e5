"""What the interface answers of matters, meetings, versions, gaps, actors, and of counts over years."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from policysearch.errors import ActorNotFoundError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.research import ALONG
from policysearch.model.search import FactFilters, Filters, FoundCommitment
from policysearch.model.source import shown_address
from policysearch.present import records, research
from policysearch.present.cases import case_record
from policysearch.present.coverage import coverage_record
from policysearch.present.records import Record
from policysearch.present.sheet import sheet_record
from policysearch.present.version_records import change_record
from policysearch.web import series
from policysearch.web.api.lists import cut, fact_filters, is_reviewed, needed, passage_filters
from policysearch.web.asking import Asked

UNDATED = "undated"


def cases(asked: Asked) -> Record:
    """Matters by their diary numbers."""
    found = [
        {
            "record": "case_summary",
            "number": line.number,
            "title": line.title,
            "documents": [document.id for document in line.documents],
            "newest": records.document_record(line.newest),
        }
        for line in series.cases(asked.corpus.documents())
    ]
    return cut(asked, found)


def case(asked: Asked) -> Record:
    """One matter over its handlings."""
    return case_record(asked.corpus.case(needed(asked, "number"), issuer=asked.text("issuer") or None))


def meetings(asked: Asked) -> Record:
    """Meetings of one body, or of all, the newest first."""
    body = asked.text("body")
    held = [
        (name, document)
        for name, documents in series.meetings(asked.corpus.documents()).items()
        if body in ("", name)
        for document in documents
    ]
    held.sort(key=lambda pair: str(pair[1].metadata.date or ""), reverse=True)
    return cut(
        asked,
        [
            {"record": "meeting_summary", "body": name, "document": records.document_record(document)}
            for name, document in held
        ],
    )


def meeting(asked: Asked) -> Record:
    """The sheet of one meeting."""
    return sheet_record(asked.corpus.meeting(asked.path("id")))


def coverage(asked: Asked) -> Record:
    """What there should be, and is not."""
    found = coverage_record(asked.corpus.coverage())
    groups = [
        {
            "record": "coverage_group",
            **group,
            "name": shown_address(group["name"]),
            "gaps": [{**gap, "name": shown_address(gap["name"])} for gap in group["gaps"]],
        }
        for group in found["groups"]
    ]
    return {**cut(asked, groups), "counts": found["counts"]}


def history(asked: Asked) -> Record:
    """What happened at the addresses of a document."""
    found = [records.address_event_record(event) for event in asked.corpus.history(asked.path("id"))]
    return cut(asked, [{**event, "uri": shown_address(event["uri"])} for event in found])


def changes(asked: Asked) -> Record:
    """What changed between the versions of a document."""
    found = [change_record(change) for change in asked.corpus.changes(asked.corpus.summary(asked.path("id")).id)]
    return cut(asked, [{**change, "uri": shown_address(change["uri"])} for change in found])


def actor(asked: Asked) -> Record:
    """One actor: how much it promised, proposed and was obliged to, over the years, and with whom."""
    everybody = {each.id: each for each in asked.corpus.actors()}
    found = everybody.get(needed(asked, "id"))
    if found is None:
        raise ActorNotFoundError(f"no actor has the id {asked.text('id')!r}; /actors gives ids")
    rows = asked.corpus.commitments(filters=FactFilters(actor=found.name, routine=True)).rows
    own = [row for row in rows if any(each.id == found.id for each in row.commitment.actors)]
    partners = Counter(each.id for row in own for each in {*row.commitment.actors} if each.id != found.id)
    return {
        **records.actor_summary_record(found),
        "record": "actor_over_time",
        "years": _by_year(own),
        "partners": [
            {"actor": records.actor_summary_record(everybody[id_]), "commitments": count}
            for id_, count in partners.most_common()
            if id_ in everybody
        ],
    }


def commitments_by_year(asked: Asked) -> Record:
    """How many commitments of each kind were said in each year."""
    filters = fact_filters(asked)
    found = asked.corpus.commitments(
        asked.text("q") or None, filters=FactFilters(**filters), limit=None, reviewed=is_reviewed(asked)
    )
    return {
        "record": "commitments_by_year",
        "total": found.total,
        "years": _by_year(found.rows),
        "undated_left_out": found.undated,
    }


def frequencies(asked: Asked) -> Record:
    """How often a word is met, in groups of documents."""
    along = cast("Any", asked.choice("by", ALONG, default="year"))
    filters = Filters(**passage_filters(asked))
    found = asked.corpus.research.frequencies(needed(asked, "q"), filters=filters, along=along, limit=None)
    rows = [research.frequency_record(row, found.titles.get(row.group or "")) for row in found.rows]
    return {**cut(asked, rows), "occurrences": found.count, "words": dict(found.groups)}


def _by_year(rows: Iterable[FoundCommitment]) -> list[Record]:
    """Counts by kind, the first year first; those of documents without a day last."""
    counted: dict[str, Counter[str]] = {}
    for row in rows:
        day = row.commitment.said_on or row.document.metadata.date
        counted.setdefault(str(day.year) if day else UNDATED, Counter())[row.commitment.kind] += 1
    return [
        {"year": None if year == UNDATED else int(year), "kinds": {kind: counts[kind] for kind in COMMITMENT_KINDS}}
        for year, counts in sorted(counted.items())
    ]
