"""`policysearch sample` and `estimate`: drawn again the same, and what judgements say."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.sampling import Judged, allotted, estimate, wilson
from tests.conftest import Run


def rows_of(text: str) -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO("".join(line for line in text.splitlines(True) if not line.startswith("#"))))
    )


def test_the_same_seed_draws_the_same(run: Run, examples: Path) -> None:
    """Again the same rows, another seed others; a larger sample holds the smaller one."""
    few, again, many, other = (
        [
            row["id"]
            for row in rows_of(run("sample", "--commitments", "--n", n, "--seed", seed, examples=examples).stdout)
        ]
        for n, seed in (("10", "7"), ("10", "7"), ("30", "7"), ("10", "8"))
    )
    assert few == again
    assert few == many[:10]
    assert set(few) != set(other)
    assert len(set(many)) == 30


def test_strata_get_their_share(run: Run, examples: Path) -> None:
    """Every type of document is in it."""
    found = rows_of(run("sample", "--commitments", "--n", "40", "--by", "type", examples=examples).stdout)
    assert {row["stratum"] for row in found} == {row["type"] for row in found}
    every = json.loads(run("commitments", "-n", "0", "--format", "json", examples=examples).stdout)
    assert {row["stratum"] for row in found} == {row["document"]["type"] for row in every}


@given(st.lists(st.integers(1, 500), min_size=1, max_size=8), st.integers(1, 900))
def test_shares(numbers: list[int], n: int) -> None:
    """Everybody at least one and at most all they have; together what was asked for, where that can be."""
    sizes = {str(name): size for name, size in enumerate(numbers)}
    shares = allotted(sizes, n)
    assert all(1 <= shares[name] <= size for name, size in sizes.items())
    assert sum(shares.values()) == max(min(n, sum(sizes.values())), len(sizes)) or sum(shares.values()) <= n + len(
        sizes
    )


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_from_sheet_to_estimate(run: Run, examples: Path, tmp_path: Path, ending: str) -> None:
    """A person fills the column in, in a spreadsheet too, and the share comes back with its interval."""
    sheet = tmp_path / f"sheet.{ending}"
    assert run("sample", "uhri", "--n", "10", "-o", sheet, examples=examples).exit_code == 0
    answers = ["y"] * 7 + ["ei"] * 2 + [""]
    if ending == "xlsx":
        book = openpyxl.load_workbook(sheet)
        table = book["sample"]
        column = [cell.value for cell in table[1]].index("judgement") + 1
        for number, answer in enumerate(answers, 2):
            table.cell(number, column).value = answer or None
        book.save(sheet)
    else:
        lines = sheet.read_text(encoding="utf-8").splitlines()
        rows = rows_of("\n".join(lines))
        for row, answer in zip(rows, answers, strict=True):
            row["judgement"] = answer
        text = io.StringIO()
        writer = csv.DictWriter(text, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        sheet.write_text("\ufeff" + text.getvalue(), encoding="utf-8")  # as a Finnish Excel saves it
    assert "precision 0.778 (95 % interval 0.453–0.937), 7 of 9" in run("estimate", sheet).stdout
    (record,) = json.loads(run("estimate", sheet, "--format", "json").stdout)
    assert (record["right"], record["judged"]) == (7, 9)


def test_wilson_as_published() -> None:
    """Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20."""
    for right, judged, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)):
        found = wilson(right, judged)
        assert found == pytest.approx((low, high), abs=0.00005)


def test_strata_are_weighted() -> None:
    """A small stratum that is all wrong weighs as little as it is."""
    rows = [Judged(str(i), "a", 900, True) for i in range(10)] + [Judged(str(i), "b", 100, False) for i in range(10)]
    whole, a, b = estimate(rows)
    assert whole.share == pytest.approx(0.9)
    assert (a.share, b.share) == (1.0, 0.0)


def test_a_few_that_are_all_right_make_no_stratum_sure() -> None:
    """The whole is never surer than a simple sample of as many, however little its strata vary."""
    rows = [Judged(f"{s}{i}", s, size, right) for s, size, marks in (
        ("a", 57, "yn"), ("b", 60, "yy"), ("c", 48, "yy"), ("d", 52, "y"), ("e", 18, "y"), ("f", 6, "n"),
    ) for i, right in enumerate(mark == "y" for mark in marks)]  # fmt: skip
    whole = estimate(rows)[0]
    low, high = wilson(whole.share * whole.judged, whole.judged)
    assert whole.low <= low
    assert whole.high >= high


def test_strata_beyond_the_number_asked_for_are_said(run: Run, examples: Path) -> None:
    drawn = run("sample", "--commitments", "--n", "2", "--by", "issuer", examples=examples)
    assert "that is more than 2, since each of the" in drawn.stderr


def test_recall_of_a_document_read_in_full(run: Run, tmp_path: Path) -> None:
    """What was added by hand was missed; what was rejected was found in vain."""
    path = tmp_path / "poytakirja.txt"
    path.write_text(
        "Ohjausryhmä\nPöytäkirja 3.5.2023\n\n"
        "Sihteeristö laatii luonnoksen. Kunnat nimeävät yhdyshenkilön. Huomioita voi antaa.\n",
        encoding="utf-8",
    )
    assert run("ingest", path).exit_code == 0
    (document,) = json.loads(run("show", "--format", "json").stdout)
    found = json.loads(run("commitments", "--format", "json").stdout)
    assert run("review", found[0]["id"], "--reject", "--by", "M").exit_code == 0
    added = run("reviews", "add", document["id"], "Huomioita voi antaa", "--kind", "obligation", "--by", "M")
    assert added.exit_code == 0
    assert "recall 0.500" in run("estimate", "--read", document["id"]).stdout


def test_errors(run: Run, examples: Path, tmp_path: Path) -> None:
    """Neither sheet nor document, another table, a word that is no judgement, nothing to draw from."""
    assert run("estimate").exit_code == 2
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "no columns" in run("estimate", other).stderr
    other.write_text("id,judgement\n1,perhaps\n", encoding="utf-8")
    assert "row 1" in run("estimate", other).stderr
    other.write_text("id,judgement\n1,\n", encoding="utf-8")
    assert "nothing was judged" in run("estimate", other).stderr
    assert "nothing to draw from" in run("sample", "kirahvi", examples=examples).stderr


def test_a_kind_alone_is_no_query(run: Run, examples: Path) -> None:
    """`sample undertaking` draws what `sample --kind undertaking` draws."""
    by_name, by_option = (
        rows_of(run("sample", *asked, "--n", "5", "--seed", "7", examples=examples).stdout)
        for asked in (("undertaking",), ("--kind", "undertaking"))
    )
    assert by_name == by_option
    assert {row["kind"] for row in by_name} == {"undertaking"}
