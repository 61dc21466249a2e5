"""Every command, run as a person would run it, on the example documents."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from policysearch.cli import main
from tests.conftest import EXAMPLES, Run


def test_every_command_has_help_with_an_example() -> None:
    """`--help` of every command explains it and shows it at work."""
    for name, command in main.commands.items():
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0
        assert command.help
        if name not in ("status", "verify", "reindex"):
            assert "Example" in result.output, name


def test_module_runs() -> None:
    """`python -m policysearch --version` works."""
    command = [sys.executable, "-m", "policysearch", "--version"]
    assert "policysearch" in subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_ingest_again_is_unchanged(run: Run, examples: Path) -> None:
    """The second run over the examples does nothing and says so."""
    result = run("ingest", EXAMPLES, examples=examples)
    assert result.exit_code == 0
    assert "unchanged" in result.stdout
    assert "added" not in result.stdout


def test_ingest_takes_a_list_from_standard_input(run: Run, tmp_path: Path) -> None:
    """`-` reads one path a line."""
    (tmp_path / "a b.txt").write_text("Kuusjärven kunnanvaltuusto päätti asiasta.", encoding="utf-8")
    assert "1 added" in run("ingest", "-", input=f"{tmp_path / 'a b.txt'}\n").stdout
    empty = run("ingest", "-", input="")
    assert empty.exit_code == 2
    assert "one a line" in empty.stderr


def test_missing_corpus_is_named(run: Run, tmp_path: Path) -> None:
    """Without a corpus every question says where it looked and how to make one."""
    for name in ("search", "commitments", "deadlines", "actors", "show", "export", "status", "verify", "reindex"):
        result = run(*([name, "x"] if name == "search" else [name]))
        assert result.exit_code == 1, name
        assert str(tmp_path / "corpus") in result.stderr
        assert "policysearch ingest" in result.stderr


def test_search_shows_passages_with_marked_words(run: Run, examples: Path) -> None:
    """Inflected forms and compounds are met, and marked; source, page and id stand beside them."""
    result = run("search", "ihmiskaupan uhri", examples=examples)
    assert result.exit_code == 0
    assert "**" in result.stdout
    assert "passages" in result.stdout
    assert "file://" in result.stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_search_in_each_format(run: Run, examples: Path, form: str) -> None:
    """Each format holds the same hits; highlights are spans of the document's text."""
    stdout = run("search", "uhri", "--format", form, "--limit", "5", examples=examples).stdout
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(stdout)))
        assert rows[0]["snippet_text"]
        hits = None
    elif form == "json":
        found = json.loads(stdout)
        hits = found["hits"]
        assert found["total"] >= len(hits)
        assert sum(value["count"] for value in found["facets"]["type"]) == found["total"]
    else:
        hits = [json.loads(line) for line in stdout.splitlines()]
    if hits:
        text = run("show", hits[0]["document"]["id"], "--text", examples=examples).stdout
        for start, end in hits[0]["highlights"]:
            assert "uhr" in text[start:end].casefold()


def test_search_filters_by_date_and_says_what_is_undated(run: Run, examples: Path) -> None:
    """A date filter leaves out undated documents and says how many passages that were."""
    every = json.loads(run("search", "uhri", "--limit", "0", "--format", "json", examples=examples).stdout)
    dated = json.loads(
        run("search", "uhri", "--after", "1900", "--limit", "0", "--format", "json", examples=examples).stdout
    )
    assert dated["total"] + dated["undated_left_out"] == every["total"]


@pytest.mark.parametrize("query", ["uhri AND", '"uhri', "(uhri", "'uhri", "nosuchfield:x"])
def test_search_points_at_the_place_of_a_broken_query(run: Run, examples: Path, query: str) -> None:
    """A query that cannot be parsed is wrong usage, with a caret under the place."""
    result = run("search", query, examples=examples)
    assert result.exit_code == 2
    assert "^" in result.stderr
    assert "Traceback" not in result.output


def test_commitments_show_quote_date_and_page(run: Run, examples: Path) -> None:
    """Every row has its verbatim quote, document, date and page, and the rule that found it on request."""
    rows = [
        json.loads(line)
        for line in run(
            "commitments", "--limit", "0", "--routine", "--format", "jsonl", examples=examples
        ).stdout.splitlines()
    ]
    assert len(rows) > 30
    for row in rows:
        text = run("show", row["document"]["id"], "--text", examples=examples).stdout if row is rows[0] else None
        if text:
            assert text[slice(*row["span"])] == row["quote"]
        assert row["cue"]
    assert "(rule " in run("commitments", "--explain", examples=examples).stdout


def test_commitments_by_kind_actor_and_due_date(run: Run, examples: Path) -> None:
    """Filters are met by every row."""
    stdout = run("commitments", "--kind", "undertaking", "--limit", "0", "--format", "json", examples=examples).stdout
    assert {row["kind"] for row in json.loads(stdout)} == {"undertaking"}
    stdout = run("commitments", "--due-after", "today", "--limit", "0", "--format", "json", examples=examples).stdout
    rows = json.loads(stdout)
    assert rows
    ends = [row["time"]["end"] for row in rows]
    assert ends == sorted(ends)
    assert all(end >= "2023-06-01" for end in ends)


def test_today_is_the_day_of_the_option_the_environment_or_the_calendar(
    examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--due-after today` filters wherever today comes from."""
    places = ["--corpus", str(examples / "corpus"), "--index", str(examples / "index")]

    def count(*arguments: str) -> int:
        command = ["commitments", "--due-after", "today", "--limit", "0", "--format", "json", *arguments, *places]
        return len(json.loads(CliRunner().invoke(main, command).stdout))

    in_2022 = count("--today", "2022-01-01")
    assert in_2022 > count("--today", "2024-04-01") > 0
    assert count() == 0
    monkeypatch.setenv("POLICYSEARCH_TODAY", "2022-01-01")
    assert count() == in_2022


def test_deadlines_come_in_order_with_their_sentences(run: Run, examples: Path) -> None:
    """Coming deadlines: none before today, each inside its sentence."""
    rows = json.loads(run("deadlines", "--coming", "--limit", "0", "--format", "json", examples=examples).stdout)
    assert rows
    assert [row["end"] for row in rows] == sorted(row["end"] for row in rows)
    assert all(row["end"] >= "2023-06-01" for row in rows)
    assert all(row["quote"] in row["sentence"] for row in rows)


def test_a_deadline_in_a_table_has_its_row(run: Run, examples: Path) -> None:
    """A cell that says when does not say what: the row does."""
    rows = json.loads(run("deadlines", "-n", "0", "--format", "json", examples=examples).stdout)
    cell = next(row for row in rows if row["quote"] == "vuoden 2023 loppuun mennessä")
    assert cell["sentence"].startswith("Valmistellaan hankintojen valvontaohje")
    assert not [row["quote"] for row in rows if row["quote"] == row["sentence"]]


def test_actors_are_listed_and_found_by_any_name(run: Run, examples: Path) -> None:
    """The list has counts; a name gives its mentions."""
    listed = json.loads(run("actors", "--limit", "0", "--format", "json", examples=examples).stdout)
    assert listed[0]["mentions"] >= listed[-1]["mentions"]
    mentions = json.loads(run("actors", listed[0]["name"], "--format", "json", examples=examples).stdout)
    assert {row["actor"]["id"] for row in mentions} == {listed[0]["id"]}
    nobody = run("actors", "Qwertyläinen", examples=examples)
    assert nobody.exit_code == 0
    assert "no actor" in nobody.stderr


def test_issuers_and_actors_are_met_by_part_of_their_names(run: Run, examples: Path) -> None:
    """A city in its dictionary form, or the name of an organ alone, is enough; nothing found is said."""
    rows = json.loads(run("commitments", "--issuer", "Kuusjärvi", "--format", "json", examples=examples).stdout)
    assert {row["document"]["issuer"].split()[0] for row in rows} == {"Kuusjärven"}
    result = run("commitments", "--actor", "kaupunginhallitus", examples=examples)
    assert "is taken for" in result.stderr
    assert "Kuusjärven kaupunginhallitus" in result.stdout
    result = run("search", "uhri", "--issuer", "Rovaniemi", examples=examples)
    assert "no issuer" in result.stderr
    assert "0 passages" in result.stdout


def test_show_lists_and_prints(run: Run, examples: Path) -> None:
    """Without an id all documents; with one metadata, text, page or JSON."""
    listed = json.loads(run("show", "--format", "json", examples=examples).stdout)
    paged = next(row for row in listed if row["source"]["uri"].endswith(".pdf"))
    whole = run("show", paged["id"], examples=examples).stdout
    assert paged["source"]["sha256"] in whole
    assert run("show", paged["id"][:10], "--page", "1", examples=examples).stdout.strip()
    assert json.loads(run("show", paged["id"], "--format", "json", examples=examples).stdout)["sections"]
    assert "has no page 99" in run("show", paged["id"], "--page", "99", examples=examples).stderr
    assert "no document has the id" in run("show", "zzzz", examples=examples).stderr
    assert "undated" in run("show", examples=examples).stdout


def test_export_has_all_records_in_their_shapes(run: Run, examples: Path, tmp_path: Path) -> None:
    """Documents first, then their facts; every quote is the text at its span."""
    out = tmp_path / "facts.jsonl"
    assert run("export", "--output", out, examples=examples).exit_code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["record"] for row in rows} == {"document", "commitment", "time", "actor", "measure"}
    document, text = "", ""
    for row in rows:
        if row["record"] == "document":
            document, text = row["id"], run("show", row["id"], "--text", examples=examples).stdout
        else:
            assert row["document"] == document
            assert text[slice(*row["span"])] == row["quote"]


def test_status_and_verify(run: Run, examples: Path) -> None:
    """Status names reader and index; verify proves every quote of the examples."""
    status = json.loads(run("status", "--format", "json", examples=examples).stdout)
    assert status["index_state"] == "current"
    assert "Voikko" in status["language"] or "voikko" in status["language"]
    assert run("status", examples=examples).exit_code == 0
    result = run("verify", examples=examples)
    assert result.exit_code == 0, result.stdout
    assert "0 problems" in result.stdout


def test_verify_finds_what_does_not_hold(run: Run, tmp_path: Path) -> None:
    """A stored original that was touched is found, by its hash."""
    (tmp_path / "a.txt").write_text("Kuusjärven kunnanvaltuusto päätti asiasta.", encoding="utf-8")
    run("ingest", tmp_path / "a.txt")
    (original,) = [path for path in (tmp_path / "corpus" / "snapshots").glob("*/*") if not path.suffix]
    original.write_bytes(original.read_bytes() + b" ")
    result = run("verify")
    assert result.exit_code == 1
    assert "another SHA-256" in result.stdout


def test_index_may_be_deleted_at_any_time(run: Run, tmp_path: Path) -> None:
    """The next question makes it again and says so."""
    import shutil

    (tmp_path / "a.txt").write_text("Kuusjärven kunnanvaltuusto päätti asiasta.", encoding="utf-8")
    run("ingest", tmp_path / "a.txt")
    shutil.rmtree(tmp_path / "index")
    result = run("search", "valtuusto")
    assert result.exit_code == 0
    assert "was made" in result.stderr
    assert "1 passage" in result.stdout


def test_index_of_another_corpus_is_refused_with_the_command(run: Run, tmp_path: Path) -> None:
    """An index that belongs to another corpus is never searched."""
    (tmp_path / "a.txt").write_text("Kuusjärven kunnanvaltuusto päätti asiasta.", encoding="utf-8")
    run("ingest", tmp_path / "a.txt")
    for path in (tmp_path / "corpus").glob("corpus.db*"):
        path.unlink()
    places = ["--corpus", str(tmp_path / "other"), "--index", str(tmp_path / "index")]
    refused = CliRunner().invoke(main, ["ingest", str(tmp_path / "a.txt"), *places])
    assert refused.exit_code == 1
    assert "policysearch reindex" in refused.stderr
    assert CliRunner().invoke(main, ["reindex", *places]).exit_code == 0
    assert CliRunner().invoke(main, ["search", "valtuusto", *places]).exit_code == 0


def test_completion_prints_a_script() -> None:
    """Each shell gets its script."""
    for shell in ("bash", "zsh", "fish"):
        assert "policysearch" in CliRunner().invoke(main, ["completion", shell]).stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["search", "x", "--after", "yesterday"], ["show", "--page", "0"]])
def test_wrong_usage_is_exit_code_2(run: Run, arguments: list[str]) -> None:
    """Wrong words on the command line are exit code 2, with help."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
