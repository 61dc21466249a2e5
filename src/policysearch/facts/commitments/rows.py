"""Rows of tables of measures: what a cell says, and who is to do it and by when, as the cells beside it say."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policysearch.facts.attribution import new_actor
from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence, read_sentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.agents import actors_of, agents_in, in_case
from policysearch.facts.cues import Cues
from policysearch.measures.labelled import labelled_measures
from policysearch.measures.layout import units_of
from policysearch.measures.listed import list_measures
from policysearch.measures.tables import table_measures
from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.facts import Actor, MeasurePart, Mention
from policysearch.model.language import Token
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When

_MOST_WORDS_OF_A_NAME = 6
_TELLING: frozenset[MeasurePart] = frozenset({"description", "status", "answer"})
"""Cells that say something themselves. An indicator is no deed: *Ohje on hyväksytty ja käytössä* is a wish."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row under a header of measures: the cells that say something, who answers for it, and by when.

    `cells` are in the order of the text, that of the measure among them.
    """

    measure: Span
    cells: tuple[Span, ...]
    who: tuple[Span, ...]
    when: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the cells beside a measure say, and where the last of them ends."""

    actors: tuple[Actor, ...]
    actors_end: int
    when: When | None
    when_end: int

    def around(self, span: Span, *, actors: bool, when: bool) -> Span:
        """The words of a measure with those beside it that were taken for its actors and its time."""
        return Span(span.start, max(span.end, self.actors_end if actors else 0, self.when_end if when else 0))


def planned_rows(document: Document) -> tuple[PlannedRow, ...]:
    """The rows of all tables that have a header of measures, in the order of the text."""
    found = []
    for draft, _ in table_measures(document):
        told = [span for part, span in draft.fields if part in _TELLING]
        who = tuple(span for part, span in draft.fields if part == "responsible")
        when = tuple(span for part, span in draft.fields if part == "schedule")
        found.append(PlannedRow(draft.text, tuple(sorted((draft.text, *told))), who, when))
    return tuple(sorted(found, key=lambda row: row.measure.start))


def recommended_spans(document: Document) -> tuple[Span, ...]:
    """The words of what a document recommends in a table, below a number or in a list, in the order of the text."""
    tables = list(table_measures(document))
    layout = tuple(units_of(document, frozenset(number for _, rows in tables for number in rows)))
    drafts = [draft for draft, _ in tables]
    drafts += [*labelled_measures(document, layout), *list_measures(document, layout)]
    return tuple(sorted(draft.text for draft in drafts if draft.kind == "recommendation"))


def row_in(rows: Sequence[PlannedRow], passage: Span) -> PlannedRow | None:
    """The row that a passage is, or None."""
    at = bisect_right(rows, passage.end - 1, key=lambda row: row.measure.start) - 1
    return rows[at] if at >= 0 and passage.contains(rows[at].measure) else None


def read_row(
    analysed: AnalysedPassage,
    row: PlannedRow,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    text: str,
    cues: Cues,
) -> Iterator[tuple[ReadSentence, Beside | None]]:
    """The cells of a row that say something, a sentence each; with the measure what stands beside it.

    Args:
        analysed: The row as a passage.
        row: Its cells.
        mentions: Those of the passage.
        times: Those of the passage.
        text: That of the document.
        cues: The word lists.
    """

    def read(cell: Span) -> ReadSentence | None:
        tokens: list[Token] = [token for token in analysed.tokens if cell.contains(token.span)]
        return read_sentence(cell, tokens, mentions, times, text, cues) if tokens else None

    for cell in row.cells:
        sentence = read(cell)
        if sentence is None:
            continue
        if cell != row.measure:
            yield sentence, None
            continue
        named = [(span.end, actor) for span in row.who if (who := read(span)) for actor in _in_cell(who, cues)]
        dated = [(s.end, t.when) for s in row.when for t in times if s.contains(t.span)]
        dated.sort(key=lambda one: not one[1].is_resolved)
        actors = tuple(dict.fromkeys(actor for _, actor in named))
        ends = max((end for end, _ in named), default=0), next((end for end, _ in dated), 0)
        yield sentence, Beside(actors, ends[0], dated[0][1] if dated else None, ends[1])


def _in_cell(sentence: ReadSentence, cues: Cues) -> tuple[Actor, ...]:
    """Who is named in a cell."""
    cell = range(len(sentence.tokens))
    words = [i for i in cell if sentence.tokens[i].kind == "word"]
    return actors_of(agents_in(sentence, cell, "nominative", cues)) or _unit(sentence, words)


def row_actors(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    """Those named in a cell of their own beside a passive (*Laaditaan opas* | *Hankintapalvelut* | *2023 loppuun*).

    Empty for a sentence that is no row, whose cells tabs divide.
    """
    if clause.group is None or not clause.group.passive:
        return ()
    found: list[Actor] = []
    for cell in _cells(sentence):
        words = [i for i in cell if sentence.tokens[i].kind == "word"]
        verbs = any(
            next(grammar.finite_readings(sentence.tokens[i]), None) is sentence.tokens[i].readings[0] for i in words
        )
        if clause.group.finite in cell or not 0 < len(words) <= _MOST_WORDS_OF_A_NAME or verbs:
            continue
        found.extend(actors_of(agents_in(sentence, cell, "nominative", cues)) or _unit(sentence, words))
    return tuple(dict.fromkeys(found))


def _cells(sentence: ReadSentence) -> Iterator[range]:
    start = 0
    for i in range(1, len(sentence.tokens)):
        gap = sentence.between(sentence.tokens[i - 1].span.end, sentence.tokens[i].span.start)
        if "\t" in gap:
            yield range(start, i)
            start = i
    if start:
        yield range(start, len(sentence.tokens))


def _unit(sentence: ReadSentence, words: list[int]) -> tuple[Actor, ...]:
    """*Hyvinvointipalvelut*: the name of a unit that looks like a plural."""
    units = [
        sentence.tokens[i].surface.lower()
        for i in words
        if sentence.tokens[i].readings[0].lemma.lower().endswith("palvelu")
        and in_case(sentence.tokens[i], "nominative")
    ]
    return tuple(new_actor(unit) for unit in units)
