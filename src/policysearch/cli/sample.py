"""`policysearch sample` and `policysearch estimate`."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from policysearch.cli import exporting, options
from policysearch.cli.answering import say_withheld
from policysearch.cli.output import note
from policysearch.errors import UsageError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.sampling import STRATA, Estimate, SampledRow, Stratum
from policysearch.settings import Settings


@click.command(short_help="Draw a sample to be judged.")
@click.argument("query", required=False, default="", metavar="[QUERY|KIND]")
@options.many([
    click.option("--n", "n", type=click.IntRange(min=1), default=200, show_default=True, help="How many."),
    click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same again."),
    click.option("--by", type=click.Choice(STRATA), help="Strata, each with its share."),
    click.option("--commitments", is_flag=True, help="Draw commitments, not passages; --kind does so too."),
    options.kinds, options.types, options.issuer, options.actor, options.after, options.before, options.document,
    options.formats("csv", "xlsx", "jsonl", "json"), exporting.output, options.asking,
])  # fmt: skip
def sample(
    *,
    query: str,
    n: int,
    seed: int,
    by: Stratum | None,
    commitments: bool,
    form: str,
    output: Path | None,
    settings: Settings,
    **chosen: Any,
) -> None:
    """Draw passages or commitments that answer QUERY, as a sheet with an empty column for your judgement.

    A KIND of commitment alone (decision, undertaking, obligation, proposal, accomplishment) is the same as --kind.

    Write y or n (k or e) into the column *judgement*, and give the sheet to `policysearch estimate`.

    \b
    Examples:
        policysearch sample undertaking --n 200 --seed 7 -o sheet.xlsx
        policysearch sample "uhri" --kind proposal -o sheet.csv
        policysearch sample "hyväksikäyttö" --by year -o sheet.csv
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import FactFilters
    from policysearch.sampling import draw

    if query in COMMITMENT_KINDS and not chosen["kinds"]:
        chosen["kinds"], query = (query,), ""
    filters = FactFilters(**chosen)
    are_commitments = commitments or bool(filters.kinds)
    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        rows = draw(corpus, query, filters=filters, commitments=are_commitments, n=n, seed=seed, by=by)
        total = sum({row.stratum: row.stratum_size for row in rows}.values())
        drawn = {"n": n, "seed": seed, "by": by, "commitments": are_commitments}
        found = corpus.provenance("sample", query=query, filters=filters, options=drawn, n_hits=total)
    records = [_record(number, row) for number, row in enumerate(rows, 1)]
    exporting.write(exporting.form_of(form, output, screen="csv"), output, found, records, "sample", people=lambda: ())
    note(f"{len(rows)} of {total} drawn")
    if by and len(rows) > n:
        note(f"that is more than {n}, since each of the {len({row.stratum for row in rows})} strata gets at least one")


@click.command(short_help="Precision and recall from judgements.")
@click.argument("sheet", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@options.many([
    click.option("--read", "documents", multiple=True, metavar="DOCUMENT", help="A document that you read in full."),
    options.kinds, options.formats("text", "json"), options.asking,
])  # fmt: skip
def estimate(
    *, sheet: Path | None, documents: tuple[str, ...], kinds: tuple[Any, ...], form: str, settings: Settings
) -> None:
    """Say what the judgements of SHEET mean: the share of right ones, with a 95 % interval (Wilson), by stratum.

    With --read it gives recall: of the entries of documents that you read in full, how many the machine had found.
    Add what it missed with `policysearch reviews add`, and reject what is none with `policysearch review --reject`.

    \b
    Examples:
        policysearch estimate sheet.csv
        policysearch estimate --read 9a7c3e98 --read f76f5bdc
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import FactFilters
    from policysearch.present import tables
    from policysearch.sampling import estimate as estimated
    from policysearch.sampling import recall, unreviewed

    if (sheet is None) == (not documents):
        raise UsageError("give a judged sheet for precision, or --read DOCUMENT for recall")
    if sheet is not None:
        measure, found = "precision", estimated(_judged(sheet))
    else:
        with open_corpus(settings=settings, on_note=note) as corpus:
            say_withheld(corpus)
            measure, found = "recall", (recall(corpus, documents, FactFilters(kinds=kinds)),)
            for unread in unreviewed(corpus, documents):
                note(f"nobody has reviewed or added an entry of {unread}: all that was found there counts as right")
    if form == "json":
        click.echo(tables.json_text([_estimate_record(measure, each) for each in found]))
        return
    for each in found:
        name = f"{each.name}: " if each.name else ""
        click.echo(
            f"{name}{measure} {each.share:.3f} (95 % interval {each.low:.3f}–{each.high:.3f}), "
            f"{each.right} of {each.judged}"
        )


def _record(number: int, row: SampledRow) -> dict[str, Any]:
    m = row.document.metadata
    return {
        "record": "sample",
        "row": number,
        "id": row.id,
        "kind": row.kind,
        "text": row.text,
        "judgement": "",
        "remark": "",
        "title": m.title,
        "type": m.type,
        "date": m.date.isoformat() if m.date else None,
        "issuer": m.issuer,
        "page": row.page,
        "stratum": row.stratum,
        "stratum_size": row.stratum_size,
        "document": row.document.id,
        "uri": row.document.uri,
    }


def _estimate_record(measure: str, found: Estimate) -> dict[str, Any]:
    return {
        "record": "estimate",
        "measure": measure,
        "stratum": found.name or None,
        "right": found.right,
        "judged": found.judged,
        "share": round(found.share, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
        "size": found.size,
    }


def _judged(path: Path) -> Iterator[Any]:
    from policysearch.sampling import Judged, judgement

    for number, row in enumerate(_rows(path), 1):
        if "judgement" not in row or "id" not in row:
            raise UsageError(f"{path} has no columns id and judgement: give a sheet that `policysearch sample` made")
        size = str(row.get("stratum_size") or "")
        try:
            right = judgement(str(row["judgement"] or ""))
        except UsageError as error:
            raise UsageError(f"{path}, row {number}: {error}") from error
        yield Judged(str(row["id"]), str(row.get("stratum") or ""), int(size) if size.isdigit() else None, right)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix.casefold() == ".xlsx":
        from policysearch.present.workbook import workbook_rows

        yield from workbook_rows(path.read_bytes(), "sample")
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8: save it as CSV UTF-8, or as XLSX") from error
    lines = [line for line in io.StringIO(text, newline="") if not line.startswith("#")]
    if not lines:
        raise UsageError(f"{path} is empty")
    yield from csv.DictReader(lines, delimiter=";" if lines[0].count(";") > lines[0].count(",") else ",")
