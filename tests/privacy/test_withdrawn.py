"""What every address has withdrawn: kept, said to be withdrawn, and nowhere to be read until a person decides."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from reportlab.pdfgen.canvas import Canvas

from policysearch import open_corpus
from policysearch.cli import main
from policysearch.corpus import Corpus
from policysearch.model.search import FactFilters
from policysearch.settings import Settings
from policysearch.snapshots import Sighting, Snapshots
from policysearch.tools import create_server
from policysearch.watches import add_watch, mark_seen, run_watch, watches
from policysearch.web.api.operations import OPERATIONS
from policysearch.web.app import FORMS, PAGES
from tests.conftest import Run
from tests.privacy.everywhere import found_in
from tests.web.conftest import Open, open_site

__all__ = ["open_site"]

URL = "https://kuusjarvi.example/lausunto.pdf"
OTHER = "https://kuusjarvi.example/toinen/lausunto.pdf"
MET = dt.datetime(2023, 5, 20, 9, tzinfo=dt.UTC)
GONE = dt.datetime(2023, 5, 25, 9, tzinfo=dt.UTC)
WORDS = ("mansikkaniem", "kuunlilj")
"""What only the document that is withdrawn says: a body that acts, and a thing in its decision."""
NEIGHBOUR = """Kuusjärven kaupunginhallitus
Pöytäkirja 6.6.2023

Toimintaohjelma

Kaupunginhallitus päätti hyväksyä toimintaohjelman 31.12.2023 mennessä. HEL 2023-004411
"""


def write_pdf(path: Path, more: str = "") -> Path:
    canvas = Canvas(str(path), invariant=True)
    canvas.setTitle("Mansikkaniemen lausunto")
    for n, line in enumerate((
        "Mansikkaniemen hyvinvointilautakunta", "Pöytäkirja 5.5.2023 § 3", "", "Kuunlilja-ohjelma",
        "HEL 2023-004411", "",
        "Lautakunta päätti hyväksyä kuunlilja-ohjelman 15.9.2023 mennessä.",
        f"Mansikkaniemen kaupunki laatii kuunlilja-selvityksen 30.6.2023 mennessä. {more}",
        "Lisätietoja: johtaja Aino Malli, puh. 050 123 4567.",
    )):  # fmt: skip
        canvas.drawString(72, 760 - 24 * n, line)
    canvas.save()
    return path


@contextmanager
def opened(folder: Path) -> Iterator[Corpus]:
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        yield corpus


def met(corpus: Corpus, path: Path, uri: str, at: dt.datetime) -> list[str]:
    """Bytes met at an address, as a pull hands them over."""
    snapshots = corpus._snapshots
    sha256 = snapshots.add(path.read_bytes())
    snapshots.add_sighting(sha256, Sighting(uri, at))
    return [event.outcome for event in corpus.reindex() if event.uri == uri]


def withdraw(corpus: Corpus, uri: str = URL, at: dt.datetime = GONE) -> None:
    assert corpus._ingest().withdraw(uri, at, 410).outcome == "withdrawn"


@pytest.fixture
def hidden(run: Run, tmp_path: Path) -> dict[str, Any]:
    """A corpus with a neighbour that stays and one document that is then withdrawn; ids of both and of its parts."""
    (tmp_path / "naapuri.txt").write_text(NEIGHBOUR, encoding="utf-8")
    assert run("ingest", tmp_path / "naapuri.txt").exit_code == 0
    with opened(tmp_path) as corpus:
        met(corpus, write_pdf(tmp_path / "lausunto.pdf"), URL, MET)
        (one,) = (d for d in corpus.documents() if d.uri == URL)
        (neighbour,) = (d for d in corpus.documents() if d.uri != URL)
        rows = corpus.commitments(filters=FactFilters(document=one.id, routine=True)).rows
        assert rows
        for row in rows:
            corpus.reviews.say(row.commitment.id, "note", by="Eino", value="kuunlilja on tärkeä")
        add_watch(corpus, "kaikki", "päätti")
        mark_seen(corpus, [run_watch(corpus, watch) for watch in watches(corpus)])
        corpus.page_picture(one.id, 1, width=600)
        corpus.freeze("ennen")
        passage = corpus._store.passages(one.id)[0].passage.id
        text = corpus.document(one.id).text
    line = {
        "line": "fetch", "at": GONE.isoformat(), "channel": "k", "key": "1", "uri": URL, "outcome": "withdrawn",
        "status": 410, "title": "Mansikkaniemen lausunto",
    }  # fmt: skip
    (tmp_path / "corpus" / "pull.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert run("search", "kuunlilja", "--at", "ennen").exit_code == 0
    with opened(tmp_path) as corpus:
        withdraw(corpus)
        corpus.update_index()
    commitments = [row.commitment.id for row in rows]
    return {"id": one.id, "neighbour": neighbour.id, "commitments": commitments, "passage": passage, "text": text}


def _commands(ids: dict[str, Any], out: Path) -> dict[str, list[tuple[str | Path, ...]]]:
    """Every command of the program as it is given when the document, or anything at all, is asked for."""
    one, c = ids["id"], ids["commitments"][0]
    return {
        "actors": [("-n", "0"), ("Lautakunta",)],
        "case": [("HEL 2023-004411",)],
        "changes": [(), (one,)],
        "check": [("Lautakunta päätti hyväksyä",)],
        "cite": [(one,), (c,), (ids["passage"],)],
        "collocates": [("päätti",)],
        "commitments": [("--routine", "-n", "0"), ("--open",), ("--document", one),
                        *(("--routine", "-n", "0", "-o", out / f"l.{e}") for e in ("csv", "xlsx", "docx", "json"))],
        "compare": [(one, ids["neighbour"]), (ids["neighbour"], one)],
        "completion": [("bash",)],
        "concordance": [("päätti",), ("päätti", "-o", out / "kwic.csv")],
        "coverage": [(), ("--complete",), ("--format", "json")],
        "deadlines": [("-n", "0"), ("--format", "ics", "-o", out / "d.ics")],
        "estimate": [(out / "missing.csv",)],
        "evidence": [(c, "--out", out / "e.html"), (ids["passage"], "--out", out / "e.html")],
        "export": [("-o", out / f"all.{e}") for e in ("jsonl", "vrt", "conllu", "qdpx")]
        + [("--all-versions", "-o", out / "versions.jsonl"), ("--document", one)],
        "forget": [(one, "--dry-run"), ("--list",)],
        "freeze": [("check", "ennen"), ("show", "ennen"), ("list",)],
        "frequencies": [("-o", out / "counts.csv"), ()],
        "held": [],  # whoever decides has to see what it is
        "ingest": [],
        "keyness": [("--type", "minutes")],
        "left-out": [()],
        "measures": [(one,)],
        "meeting": [(one,), (ids["neighbour"], "-o", out / "sheet.docx")],
        "pull": [],
        "reindex": [()],
        "review": [(c, "--note", "x", "--by", "E")],
        "reviews": [("list",), ("list", "--unattached"), ("list", "--conflicts"), ("list", "-o", out / "reviews.json")],
        "sample": [("päätti", "--n", "5", "-o", out / "sample.csv")],
        "search": [("päätti",), ("Lautakunta", "--at", "ennen"), ("--any", "päätti Lautakunta", "--format", "json")],
        "serve": [],
        "mcp": [],
        "show": [(), ("--all-versions",), (one,), (one, "--text"), (one, "--history"), (one, "--page", "1")],
        "status": [(), ("--format", "json")],
        "verify": [(), (one,)],
        "watch": [("list",), ("run", "kaikki"), ("run", "kaikki", "-o", out / "feed.atom")],
    }  # fmt: skip


def test_no_command_says_a_word_of_it(run: Run, hidden: dict[str, Any], tmp_path: Path) -> None:
    """Every command of the program, and every file that it writes; the index and the store are without it."""
    out = tmp_path / "out"
    out.mkdir()
    commands = _commands(hidden, out)
    assert set(commands) == set(main.commands)
    told = []
    for name, each in commands.items():
        for arguments in each:
            result = run(name, *arguments)
            assert result.exit_code in (0, 1, 2), (name, arguments, result.output)
            assert result.exception is None or isinstance(result.exception, SystemExit), (name, arguments)
            told.append(f"{name} {arguments}\n{result.output}")
    assert sum("is kept, and hidden until somebody decides" in each for each in told) >= 10
    (out / "told.txt").write_text("\n".join(told), encoding="utf-8")
    (tmp_path / "corpus" / "reviews.jsonl").unlink()
    assert found_in([out], WORDS) == []
    # The memo of word forms is of everything that was ever read, and is shown by nothing.
    places = found_in([tmp_path / "corpus" / "corpus.db", tmp_path / "index"], WORDS)
    places = [place for place in places if "table" in place or "corpus.db" not in place]
    assert [place for place in places if "table form" not in place] == []
    assert list(tmp_path.glob("index/pictures/*/*.png")) == []


def test_no_page_says_a_word_of_it(hidden: dict[str, Any], tmp_path: Path, open_site: Open) -> None:
    """Every route, with the document and its parts in the place of each id."""
    client = open_site(tmp_path)
    paths = [path for path, *_ in PAGES] + [path for path, *_ in FORMS] + [f"/api/v1{o.path}" for o in OPERATIONS]
    ids = (hidden["id"], hidden["neighbour"], hidden["passage"], *hidden["commitments"][:1])
    seen = {}
    for path in paths:
        for id_ in ids if "{" in path else ids[:1]:
            for form in ("csv", "json", "xlsx", "docx", "html", "atom", "ris") if "{form}" in path else ("",):
                for query in ("?q=p%C3%A4%C3%A4tti", "?q=lautakunta&all_versions=1", ""):
                    address = path.replace("{id}", id_).replace("{id:path}", id_).replace("{document}", id_)
                    address = address.replace("{page}", "1").replace("{number:path}", "HEL%202023-004411")
                    address = address.replace("{number}", "HEL%202023-004411").replace("{form}", form) + query
                    assert "{" not in address, address
                    seen[address] = client.get(address)
    (tmp_path / "out").mkdir()
    for n, (address, answer) in enumerate(seen.items()):
        assert answer.status_code < 500, address
        (tmp_path / "out" / f"{n}-{address.replace('/', '_')[:90]}").write_bytes(answer.content)
    assert found_in([tmp_path / "out"], WORDS) == []
    page = seen[f"/documents/{hidden['id']}"]
    assert page.status_code == 404
    assert f"policysearch held keep {hidden['id'][:8]}" in page.text
    assert "1 withdrawn document is hidden" in client.get("/commitments?lang=en").text
    assert client.get(f"/api/v1/documents/{hidden['id']}").status_code == 404


def test_no_tool_says_a_word_of_it(hidden: dict[str, Any], tmp_path: Path) -> None:
    server = create_server(Settings(tmp_path / "corpus", tmp_path / "index"))
    asked = {
        "search": {"query": "päätti"}, "commitments": {}, "deadlines": {}, "actors": {},
        "document": {"id": hidden["id"]}, "citation": {"id": hidden["commitments"][0]},
    }  # fmt: skip

    async def ask() -> list[str]:
        assert {tool.name for tool in await server.list_tools()} == set(asked)
        told = []
        for name, arguments in asked.items():
            try:
                told.append(str(await server.call_tool(name, arguments)))
            except Exception as error:  # noqa: BLE001  # what a program would be told
                told.append(str(error))
        return told

    told = anyio.run(ask)
    assert not [each for each in told if any(word in each.lower() for word in WORDS)]
    assert any("hidden until somebody decides" in each for each in told)


def test_it_is_said_that_it_is_withdrawn(run: Run, hidden: dict[str, Any]) -> None:
    """Never empty, never silently gone: status, coverage, its id, lists and searches; the list tells what it is."""
    id_ = hidden["id"]
    assert "Withdrawn, kept, and hidden until somebody decides: 1" in run("status").output
    assert "withdrawn, kept here, and hidden until somebody decides" in run("coverage").output
    for command in ("show", "cite"):
        asked = run(command, id_[:10])
        assert asked.exit_code == 1
        assert f"document {id_} is kept, and hidden until somebody decides" in asked.output
        assert "seen 2023-05-25" in asked.output
    for command in (("show",), ("search", "päätti"), ("commitments",), ("check", "ei missään sanota"), ("actors",)):
        told = run(*command).output
        assert told.count("1 withdrawn document is hidden until somebody decides: `policysearch held list`") == 1, (
            command
        )
    assert "withheld" in run("freeze", "check", "ennen").output
    assert "1 document of it is withheld" in run("search", "päätti", "--at", "ennen").output
    listed = run("held", "list").output
    assert URL in listed
    assert "410" not in listed
    assert "its original:" in listed


def test_a_case_says_what_of_it_is_withheld(run: Run, hidden: dict[str, Any], tmp_path: Path) -> None:
    """Beside its handlings; and where nothing else of it is here, in the place of *no such case*."""
    with opened(tmp_path) as corpus:
        (held,) = corpus.held()
    number = held.metadata.case_number
    assert number
    told = run("case", number).output
    assert hidden["id"][:8] in told
    assert "withheld until somebody decides" in told


def keep(run: Run, id_: str) -> Any:
    return run("held", "keep", id_, "--reason", "sivusto siirtyi", "--by", "Maija")


def test_what_is_kept_is_shown_as_withdrawn(run: Run, hidden: dict[str, Any], tmp_path: Path) -> None:
    """By a decision that is noted with who, when and why, and holds when all is read again or restored."""
    id_ = hidden["id"]
    assert keep(run, id_).exit_code == 0
    (line,) = (tmp_path / "corpus" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    noted = json.loads(line)
    assert (noted["by"], noted["reason"], noted["document"]) == ("Maija", "sivusto siirtyi", id_)
    for again in (False, True):
        if again:
            (tmp_path / "corpus" / "corpus.db").unlink()
            assert run("reindex").exit_code == 0
        assert run("show", id_, "--text").stdout.strip() == hidden["text"].strip()
        assert "withdrawn" in run("show", id_).output
        assert "withdrawn, seen 2023-05-25" in run("search", "kuunlilja").output
        assert "hidden" not in run("search", "kuunlilja").output
        assert run("reviews", "list", "--unattached").output.startswith("0 reviews")
    assert "all 2 documents are as they were" in run("freeze", "check", "ennen").output
    assert "kuunlilja" in run("search", "kuunlilja", "--at", "ennen").output
    assert json.loads(run("held", "list", "--format", "json").stdout) == []
    assert run("verify").exit_code == 0


@pytest.mark.parametrize("lost", [False, True])
def test_it_stays_hidden_when_all_is_read_again(
    run: Run, hidden: dict[str, Any], tmp_path: Path, *, lost: bool
) -> None:
    if lost:
        (tmp_path / "corpus" / "corpus.db").unlink()
    assert run("reindex").exit_code == 0
    assert run("show", hidden["id"]).exit_code == 1
    assert [row["id"] for row in json.loads(run("held", "list", "--format", "json").stdout)] == [hidden["id"]]
    assert keep(run, hidden["id"]).exit_code == 0
    assert run("show", hidden["id"]).exit_code == 0


def test_an_address_that_gives_it_again_ends_it(run: Run, hidden: dict[str, Any], tmp_path: Path) -> None:
    """By itself, with the same id; and a decision holds for the withdrawal that it was made of alone."""
    assert keep(run, hidden["id"]).exit_code == 0
    with opened(tmp_path) as corpus:
        met(corpus, tmp_path / "lausunto.pdf", URL, GONE + dt.timedelta(days=1))
        assert corpus.summary(hidden["id"]).withdrawn_at is None
        withdraw(corpus, at=GONE + dt.timedelta(days=2))
    assert run("show", hidden["id"]).exit_code == 1
    with opened(tmp_path) as corpus:
        assert met(corpus, tmp_path / "lausunto.pdf", URL, GONE + dt.timedelta(days=3))[-1] == "returned"
        assert corpus.held() == ()
        assert corpus.document(hidden["id"]).text == hidden["text"]
    assert run("reviews", "list", "--unattached").output.startswith("0 reviews")


def test_another_source_keeps_it_where_it_is(run: Run, tmp_path: Path) -> None:
    """An address or a file that still gives it; when the last one is gone, it is hidden."""
    with opened(tmp_path) as corpus:
        met(corpus, write_pdf(tmp_path / "lausunto.pdf"), URL, MET)
        met(corpus, tmp_path / "lausunto.pdf", OTHER, MET)
        withdraw(corpus)
        (one,) = corpus.documents()
        assert one.withdrawn_at is None
        withdraw(corpus, OTHER)
        assert corpus.documents() == ()
        (held,) = corpus.held()
        assert held.id == one.id
    assert run("ingest", tmp_path / "lausunto.pdf").exit_code == 0
    assert run("show", one.id).exit_code == 0
    assert json.loads(run("held", "list", "--format", "json").stdout) == []


def test_older_versions_are_hidden_and_kept_with_it(run: Run, tmp_path: Path) -> None:
    with opened(tmp_path) as corpus:
        met(corpus, write_pdf(tmp_path / "a.pdf"), URL, MET)
        met(corpus, write_pdf(tmp_path / "b.pdf", "Lisäys."), URL, MET + dt.timedelta(days=1))
        before = {d.id for d in corpus.documents(all_versions=True)}
        assert len(before) == 2
        withdraw(corpus)
        assert corpus.documents(all_versions=True) == ()
        assert corpus.changes() == ()
        newest = corpus.held()[0].id
    assert keep(run, newest).output.count("is shown again, marked as withdrawn") == 2
    with opened(tmp_path) as corpus:
        assert {d.id for d in corpus.documents(all_versions=True)} == before
        assert len(corpus.changes()) == 1


def test_it_is_forgotten(run: Run, hidden: dict[str, Any], tmp_path: Path) -> None:
    """With its reviews, and nothing of it anywhere; who decided so, and why, is in the tombstone."""
    args = ("--reason", "pyydettiin", "--by", "Maija", "--yes")
    assert run("held", "forget", hidden["id"], *args).exit_code == 0
    assert found_in([tmp_path / "corpus", tmp_path / "index"], WORDS) == []
    assert json.loads(run("held", "list", "--format", "json").stdout) == []
    assert "forgotten" in run("freeze", "check", "ennen").output
    assert "1 left out" in run("ingest", tmp_path / "lausunto.pdf").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("keep",), "give their ids, or --all"),
        (("keep", "ID", "--reason", " ", "--by", "M"), "why is it kept"),
        (("keep", "ID", "--reason", "x"), "who decides"),
        (("release", "ID", "--by", "M"), "policysearch held keep"),
        (("keep", "ffff", "--reason", "x", "--by", "M"), "no document that are held back"),
    ],
)
def test_nobody_decides_by_mistake(run: Run, hidden: dict[str, Any], arguments: tuple[str, ...], says: str) -> None:
    more = () if "--reason" in arguments or arguments[0] == "release" else ("--reason", "x")
    result = run("held", *(hidden["id"] if each == "ID" else each for each in arguments), *more)
    assert result.exit_code in (1, 2)
    assert says.lower() in result.output.lower()
    assert run("show", hidden["id"]).exit_code == 1


def test_a_name_is_not_looked_for_in_what_is_withheld(run: Run, hidden: dict[str, Any]) -> None:
    """And that is said."""
    asked = run("forget", "Aino Malli", "--dry-run")
    assert asked.exit_code == 2
    assert "of those withheld, 1 were not looked into" in asked.output


def test_snapshots_say_who_holds_what(hidden: dict[str, Any], tmp_path: Path) -> None:
    """What is hidden follows from notes and decisions, and is written beside the original."""
    (one,) = Snapshots(tmp_path / "corpus" / "snapshots").all_held()
    assert (one.id, one.withdrawn_at, one.reasons) == (hidden["id"], GONE, ())
