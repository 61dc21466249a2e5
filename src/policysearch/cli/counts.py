"""`policysearch frequencies`, `keyness` and `collocates`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import click

from policysearch.cli import options
from policysearch.cli.answering import say_withheld
from policysearch.cli.exporting import output, write
from policysearch.cli.output import note
from policysearch.errors import UsageError
from policysearch.model.language import WordClass
from policysearch.model.research import ALONG, COUNTED, MEASURES, WITHIN, Along, Counted, Measure, Within
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

_FORMATS = options.formats("text", "csv", "xlsx", "jsonl", "json")
_CLASSES: tuple[str, ...] = get_args(WordClass)


class _Classes(click.ParamType[tuple[str, ...]]):
    """Classes of words, parted by commas."""

    name = "classes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The classes that `value` names."""
        if isinstance(value, tuple):
            return value
        names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
        if unknown := [name for name in names if name not in _CLASSES]:
            self.fail(f"there is no class {', '.join(unknown)}; there are {', '.join(_CLASSES)}", param, ctx)
        return names


_POS = click.option("--pos", type=_Classes(), default=(), help="Only words of these classes: noun,verb,adjective,…")
_EVERY_TIME = click.option("--every-time", is_flag=True, help="Count repeated and quoted text each time, not once.")
_WHERE = click.option("--where", metavar="QUERY", help="Read only passages that this query finds.")
_WORD_OR_FORM = click.option(
    "--of", type=click.Choice(["lemma", "form"]), default="lemma", show_default=True, help="Dictionary or exact forms."
)


def _minimum(default: int) -> Callable[[F], F]:
    return click.option(
        "--min", "minimum", type=click.IntRange(1), default=default, show_default=True, help="Leave out rarer ones."
    )


@click.command(short_help="Count lemmas, forms, cases or compounds, by year, type, issuer or document.")
@click.argument("word", required=False)
@options.many([
    click.option("--of", type=click.Choice(COUNTED), default="lemma", show_default=True, help="What is counted."),
    click.option("--by", "along", type=click.Choice(ALONG), help="Into which groups."),
    _WHERE, options.types, options.issuer, options.actor, options.after, options.before, options.document, _POS,
    _EVERY_TIME, _minimum(1), options.limit(50), _FORMATS, output, options.asking,
])  # fmt: skip
def frequencies(
    *,
    word: str | None,
    of: Counted,
    along: Along | None,
    where: str | None,
    pos: tuple[str, ...],
    every_time: bool,
    minimum: int,
    limit: int,
    form: str,
    output: Path | None,
    settings: Settings,
    **chosen: Any,
) -> None:
    """Count words, absolutely and per 1,000 words of their group.

    With WORD, a word or query, only what it meets is counted: its forms, its cases, the compounds that hold it.
    A repeated passage, and a statement that another document quotes, is counted once, where it was said first, in
    the counts and in the words that they are of; --every-time counts all. Numbers are no words.

    \b
    Examples:
        policysearch frequencies uhri --by year
        policysearch frequencies hyväksikäyttö --of case --by type
        policysearch frequencies --pos noun,adjective --issuer STM -o words.xlsx
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import Filters
    from policysearch.present import lines, research

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.research.frequencies(
            word,
            where=where,
            filters=Filters(**chosen),
            of=of,
            along=along,
            pos=pos,
            every_time=every_time,
            minimum=minimum,
            limit=limit or None,
        )
    rows = (research.frequency_record(row, found.titles.get(row.group or "")) for row in found.rows)
    write(form, output, found.provenance, rows, "frequency", lambda: [lines.frequencies(found)])
    repeated = "" if every_time else f"; {found.repeated} more stand in text that was counted already"
    note(f"{found.count} of {found.words} words{repeated}")
    _say_undated(found.provenance.undated)


def _sides() -> list[Callable[[F], F]]:
    """The filters of each side."""
    found: list[Callable[[F], F]] = []
    for side in ("a", "b"):
        of = f"Of {side.upper()}: "
        found += [
            click.option(
                f"--{side}-type", f"{side}_types", type=click.Choice(DOCUMENT_TYPES), multiple=True,
                help=f"{of}type of document.",
            ),
            click.option(f"--{side}-issuer", help=f"{of}words of the issuer's name."),
            click.option(f"--{side}-actor", help=f"{of}any name of an actor."),
            click.option(f"--{side}-after", type=options.Day("first"), help=f"{of}documents of this day or later."),
            click.option(f"--{side}-before", type=options.Day("last"), help=f"{of}documents of this day or earlier."),
            click.option(f"--{side}-document", help=f"{of}id of one document."),
        ]  # fmt: skip
    return found


@click.command(short_help="Compare the words of two selections.")
@click.argument("a")
@click.argument("b", required=False)
@options.many([
    *_sides(), _WORD_OR_FORM, _POS, _EVERY_TIME, _minimum(3),
    click.option("--more-in", type=click.Choice(["a", "b"]), help="Only words that are more frequent there."),
    options.limit(50), _FORMATS, output, options.asking,
])  # fmt: skip
def keyness(
    *,
    a: str,
    b: str | None,
    of: Counted,
    pos: tuple[str, ...],
    every_time: bool,
    minimum: int,
    more_in: Literal["a", "b"] | None,
    limit: int,
    form: str,
    output: Path | None,
    settings: Settings,
    **chosen: Any,
) -> None:
    """Compare the words of the passages that A finds with those that B finds.

    A and B are queries, with filters of their own beside them; "" is every passage that the filters admit. Without B
    and its filters, B is all that A leaves. Words come in the order of log-likelihood (how sure the difference is);
    log ratio says how large it is: 1 is twice as frequent in A, -1 twice as frequent in B.

    \b
    Examples:
        policysearch keyness työperäinen
        policysearch keyness "" "" --a-before 2021 --b-after 2022 --pos noun
        policysearch keyness uhri uhri --a-type decision --b-type statement
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import Filters
    from policysearch.present import lines, research

    def side(name: str) -> Filters | None:
        filters = Filters(**{key.removeprefix(name): value for key, value in chosen.items() if key.startswith(name)})
        return None if filters == Filters() else filters

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.research.keyness(
            a,
            b,
            filters_a=side("a_"),
            filters_b=side("b_"),
            of=of,
            pos=pos,
            every_time=every_time,
            minimum=minimum,
            more_in=more_in,
            limit=limit or None,
        )
    rows = (research.key_record(row) for row in found.rows)
    write(form, output, found.provenance, rows, "key", lambda: [lines.keyness(found)])
    note(f"A has {found.words_a} words, B {found.words_b}; {found.total} words compared")
    if found.shared:
        note(f"{found.shared} passages are in both")
    _say_undated(found.provenance.undated)


@click.command(short_help="List the words that stand near a word.")
@click.argument("word")
@options.many([
    click.option("--window", type=click.IntRange(1, 100), default=5, show_default=True, help="Words on each side."),
    click.option("--within", type=click.Choice(WITHIN), default="sentence", show_default=True, help="Never beyond."),
    click.option("--measure", type=click.Choice(MEASURES), default="logdice", show_default=True, help="Their order."),
    _WORD_OR_FORM, _POS, _WHERE, options.types, options.issuer, options.actor, options.after, options.before,
    options.document, _EVERY_TIME, _minimum(2), options.limit(50), _FORMATS, output, options.asking,
])  # fmt: skip
def collocates(
    *,
    word: str,
    window: int,
    within: Within,
    measure: Measure,
    of: Counted,
    pos: tuple[str, ...],
    where: str | None,
    every_time: bool,
    minimum: int,
    limit: int,
    form: str,
    output: Path | None,
    settings: Settings,
    **chosen: Any,
) -> None:
    """List the words that stand near WORD, a word or query, more often than chance would have it.

    logDice (at most 14) compares across corpora of any size; MI favours rare words, t-score and log-likelihood
    frequent ones. Formulas and sources: docs/measures.md.

    \b
    Examples:
        policysearch collocates uhri --pos noun,verb
        policysearch collocates "ihmiskauppa" --window 3 --measure ll --after 2021
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import Filters
    from policysearch.present import lines, research

    if not word.strip():
        raise UsageError("near which word? Give one")
    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.research.collocates(
            word,
            where=where,
            filters=Filters(**chosen),
            window=window,
            within=within,
            of=of,
            pos=pos,
            measure=measure,
            every_time=every_time,
            minimum=minimum,
            limit=limit or None,
        )
    rows = (research.collocate_record(row) for row in found.rows)
    write(form, output, found.provenance, rows, "collocate", lambda: [lines.collocates(found)])
    note(f"{found.nodes} occurrences among {found.words} other words; {found.total} words near them")
    _say_undated(found.provenance.undated)


def _say_undated(undated: int) -> None:
    if undated:
        note(f"{undated} passages more in undated documents, which a date filter leaves out")
