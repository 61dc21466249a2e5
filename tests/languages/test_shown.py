"""Who looks at a document in another language is told that no facts are read from it; Sámi letters are kept."""

import csv
import json
from io import StringIO
from pathlib import Path

from policysearch import open_corpus
from tests.conftest import Run
from tests.languages.conftest import SAMI


def id_of(languages: Path, name: str) -> str:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        return next(d.id for d in corpus.documents() if d.uri.endswith(name))


def test_show_and_commitments_say_so(languages: Path, run: Run) -> None:
    swedish, mixed = id_of(languages, "sv.txt"), id_of(languages, "mixed.txt")
    shown = run("show", swedish, examples=languages)
    assert "no facts are read from Swedish text: it is only searched" in " ".join(shown.output.split())
    listed = run("commitments", "--document", mixed, examples=languages)
    assert "no facts are read from Swedish and English text (3 of" in listed.stderr
    assert "laatii ohjeen" in listed.stdout
    due = run("deadlines", "--document", swedish, examples=languages)
    assert "no facts are read from Swedish text" in due.stderr
    finnish = run("commitments", "--document", id_of(languages, "names.txt"), examples=languages)
    assert "no facts" not in finnish.stderr


def test_records_name_the_languages(languages: Path, run: Run) -> None:
    shown = json.loads(run("show", id_of(languages, "mixed.txt"), "--format", "json", examples=languages).stdout)
    assert [each["language"] for each in shown["languages"]] == ["fi", "sv", "en"]
    hits = json.loads(run("search", "lang:sv beslut", "--format", "json", examples=languages).stdout)
    assert {hit["language"] for hit in hits["hits"]} == {"sv"}


def test_sami_letters_survive_text_and_exports(languages: Path, run: Run) -> None:
    shown = run("show", id_of(languages, "se.txt"), "--text", examples=languages).stdout
    assert {letter for letter in SAMI if not letter.isascii()} <= set(shown)
    assert "Čállingoddi ráhkada rávvagiid ŋ ja ŧ bustávaid" in " ".join(shown.split())
    lines = run("concordance", "čállingoddi", "--format", "csv", examples=languages).stdout
    rows = [line for line in lines.splitlines() if not line.startswith("#")]
    assert "Čállingoddi" in [cell for row in csv.reader(StringIO("\n".join(rows))) for cell in row]
    records = [json.loads(line) for line in run("export", examples=languages).stdout.splitlines()]
    assert any("Áile Guttorm" in json.dumps(record, ensure_ascii=False) for record in records)
