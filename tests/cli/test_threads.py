"""`policysearch commitments --thread` and `--open`, as a person runs them."""

import csv
import io
import json
from pathlib import Path

from tests.conftest import Run

SENTENCE = "no later document in this corpus reports it done"


def _thread_id(run: Run, examples: Path) -> str:
    result = run("commitments", "valvontaohje", "--format", "json", "--limit", "0", examples=examples)
    return str(next(record["thread"] for record in json.loads(result.stdout) if record["thread"]))


def test_rows_show_their_thread(run: Run, examples: Path) -> None:
    """A commitment that was met again shows the id of its thread, others none."""
    result = run("commitments", "--format", "json", "--limit", "0", examples=examples)
    threads = {record["thread"] for record in json.loads(result.stdout)}
    assert None in threads
    assert len(threads) > 5
    assert "thread " in run("commitments", "valvontaohje", examples=examples).stdout


def test_thread_shows_the_history(run: Run, examples: Path) -> None:
    """Steps in order, with quote, old and new day, document; any id of the thread, or its beginning, will do."""
    id_ = _thread_id(run, examples)
    result = run("commitments", "--thread", id_[:8], examples=examples)
    assert result.exit_code == 0
    assert id_ in result.stdout
    text = " ".join(result.stdout.split())
    assert "moved from by 2023-12-31 to by 2024-02-29" in text
    assert "päätti pidentää hankintojen valvontaohjeen määräaikaa" in text
    assert "silent since 2024-03-19" in text
    assert SENTENCE in text
    record = json.loads(run("commitments", "--thread", id_, "--format", "json", examples=examples).stdout)[0]
    member = record["steps"][-1]["commitment"]["id"]
    again = json.loads(run("commitments", "--thread", member, "--format", "json", examples=examples).stdout)[0]
    assert again == record
    assert record["links"]


def test_thread_as_csv_has_a_row_a_step(run: Run, examples: Path) -> None:
    """CSV and JSON Lines give the steps."""
    id_ = _thread_id(run, examples)
    rows = list(
        csv.DictReader(io.StringIO(run("commitments", "--thread", id_, "--format", "csv", examples=examples).stdout))
    )
    lines = run("commitments", "--thread", id_, "--format", "jsonl", examples=examples).stdout.splitlines()
    assert len(rows) == len(lines) > 3
    assert {row["thread"] for row in rows} == {id_}
    assert any(row["event"] == "moved" and row["now_end"] == "2024-02-29" for row in rows)


def test_thread_as_of_a_day(run: Run, examples: Path) -> None:
    """--as-of leaves out what was said later."""
    id_ = _thread_id(run, examples)
    result = run("commitments", "--thread", id_, "--as-of", "2022-12-31", "--format", "json", examples=examples)
    steps = json.loads(result.stdout)[0]["steps"]
    assert steps
    assert all(step["day"] <= "2022-12-31" for step in steps)


def test_open_says_only_what_is_known(run: Run, examples: Path) -> None:
    """Open commitments carry the one sentence and the newest document of the body; never *late* or *broken*."""
    result = run("commitments", "--open", "--due-before", "2024-03", "--limit", "0", examples=examples)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split()).casefold()
    assert SENTENCE in text
    assert "newest document held of" in text
    for word in ("overdue", " late ", "broken", "myöhässä"):
        assert word not in text
    found = run("commitments", "--open", "--due-before", "2024-03", "--format", "json", "-n", "0", examples=examples)
    records = json.loads(found.stdout)
    assert records
    for record in records:
        assert record["standing"]["finding"] == SENTENCE
        assert record["standing"]["finding_fi"] == "ei toteutumismerkintää aineistossa"
        assert record["time"]["end"] <= "2024-03-31"
        assert not record["condition"]
        assert record["kind"] in ("decision", "undertaking", "obligation") or record["standing"]["adopted"]


def test_open_as_of_leaves_out_later_documents(run: Run, examples: Path) -> None:
    """With --as-of, nothing later is listed or looked at; by default what was due by that day."""
    result = run("commitments", "--open", "--as-of", "2022-12-31", "--format", "csv", "-n", "0", examples=examples)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows
    for row in rows:
        assert row["document_date"] <= "2022-12-31"
        assert row["standing_newest_date"] <= "2022-12-31"
        assert row["time_end"] <= "2022-12-31"
        assert row["standing_as_of"] == "2022-12-31"


def test_open_without_a_day_is_a_list_of_its_own(run: Run, examples: Path) -> None:
    """--undated lists those; the dated list says how many there are."""
    dated = run("commitments", "--open", examples=examples)
    undated = run("commitments", "--open", "--undated", "--format", "json", "-n", "0", examples=examples)
    records = json.loads(undated.stdout)
    assert records
    assert all(record["time"] is None or record["time"]["end"] is None for record in records)
    assert f"{len(records)} more open without a day" in dated.stderr


def test_wrong_use_is_explained(run: Run, examples: Path) -> None:
    """Options that do not go together end with code 2, unknown ids with code 1."""
    assert run("commitments", "--undated", examples=examples).exit_code == 2
    assert run("commitments", "--as-of", "2022", examples=examples).exit_code == 2
    assert run("commitments", "--open", "--thread", "ab", examples=examples).exit_code == 2
    unknown = run("commitments", "--thread", "zzzz", examples=examples)
    assert unknown.exit_code == 1
    assert "no commitment has the id" in unknown.stderr


def test_threads_follow_the_facts(run: Run, tmp_path: Path) -> None:
    """A new document joins the thread of what is there; nothing has to be called for it."""
    (tmp_path / "a.txt").write_text(
        "Sisäministeriö\nTiedote 10.1.2022\n\nOpas\n\nSisäministeriö julkaisee tutkinnan oppaan 30.6.2022 mennessä.\n",
        encoding="utf-8",
    )
    assert run("ingest", str(tmp_path / "a.txt")).exit_code == 0
    open_before = run("commitments", "--open", "--due-before", "2022", "--format", "json")
    assert len(json.loads(open_before.stdout)) == 1
    (tmp_path / "b.txt").write_text(
        "Sisäministeriö\nTiedote 20.9.2022\n\nOpas on valmis\n\nSisäministeriö julkaisi tutkinnan oppaan 15.6.2022.\n",
        encoding="utf-8",
    )
    assert run("ingest", str(tmp_path / "b.txt")).exit_code == 0
    assert json.loads(run("commitments", "--open", "--due-before", "2022", "--format", "json").stdout) == []
