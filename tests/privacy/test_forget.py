"""Forgetting: nothing of it is left anywhere, nothing of it comes back, and all else stays true."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import Result

from policysearch import open_corpus
from policysearch.contacts import COVER
from policysearch.model.query import ENGINES, EngineName
from policysearch.model.search import FactFilters
from policysearch.watches import add_watch, mark_seen, run_watch, watches
from tests.conftest import Run
from tests.privacy.everywhere import found_in
from tests.privacy.made import PERSON, STEMS, write_documents
from tests.web.conftest import Open, open_site

__all__ = ["open_site"]

Ids = dict[str, str]
REASON = ("--reason", "pyysi poistoa", "--by", "Maija", "--yes")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path], Ids]:
    """A corpus of all of them, with reviews, watches, a pull and a picture; their paths and ids. Read only."""
    folder = tmp_path_factory.mktemp("made")
    paths = write_documents(folder / "omat")
    address = "https://kuusjarvi.example/ilmatar-poyhtalaisen-nimitys"
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        rest = [path for what, path in paths.items() if what != "decision"]
        assert all(event.documents for event in corpus.ingest(rest))
        assert all(event.documents for event in corpus.ingest([paths["decision"]], url=address))
        listed = corpus.documents()
        ids = {what: d.id for what, path in paths.items() for d in listed if d.uri == path.as_uri()}
        ids |= {f"record {d.metadata.section_number}": d.id for d in listed if "paatokset" in d.uri}
        for row in corpus.commitments(filters=FactFilters(routine=True)).rows:
            if row.document.id in (ids["minutes"], ids["decision"]):
                corpus.reviews.say(row.commitment.id, "note", by="Eino", value=f"soita: {PERSON}")
        add_watch(corpus, "nimi", PERSON.split()[-1])
        add_watch(corpus, "muut", "päätti")
        mark_seen(corpus, [run_watch(corpus, watch) for watch in watches(corpus)])
        corpus.page_picture(ids["pdf"], 1, width=600)
    line = {
        "line": "fetch", "at": "2023-06-07T10:00:00+00:00", "channel": "k", "key": "ilmatar-poyhtalaisen-nimitys",
        "uri": address, "outcome": "left_out", "rule": "topic: none", "title": f"{PERSON[:-3]}sen nimittäminen",
    }  # fmt: skip
    (folder / "corpus" / "pull.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "corpus" / "pull-cache").mkdir()
    (folder / "corpus" / "pull-cache" / "listing").write_text(f"<title>{PERSON}</title>", encoding="utf-8")
    return folder, paths, ids


@pytest.fixture
def ids(made: tuple[Path, dict[str, Path], Ids], tmp_path: Path) -> Ids:
    """That corpus, to be written to."""
    for name in ("corpus", "index"):
        shutil.copytree(made[0] / name, tmp_path / name)
    return made[2]


def exports(run: Run, folder: Path, ids: Ids, site: Open, root: Path, *, gone: tuple[str, ...] = ()) -> None:
    """Everything that is made of the corpus, written to a folder."""
    folder.mkdir()
    made = [
        ("export", "-o", folder / "all.jsonl"),
        ("export", "--all-versions", "--as", "reviewed", "-o", folder / "reviewed.jsonl"),
        *(
            ("commitments", "--routine", "-n", "0", "-o", folder / f"ledger.{e}")
            for e in ("csv", "xlsx", "docx", "json")
        ),
        ("watch", "run", "muut", "-o", folder / "feed.atom"),
        ("reviews", "list", "-o", folder / "reviews.json"),
        ("meeting", ids["minutes"], "-o", folder / "sheet.html") if "minutes" not in gone else ("status",),
        ("concordance", "päätti", "-o", folder / "kwic.csv"),
        ("frequencies", "-o", folder / "counts.csv"),
    ]
    for arguments in made:
        result = run(*arguments)
        assert result.exit_code == 0, (arguments, result.output)
    shown = [run(*words).output for words in (("show",), ("actors", "-n", "0"), ("status",), ("verify",), ("changes",))]
    rows = json.loads((folder / "ledger.json").read_text(encoding="utf-8"))
    for row in rows[:8]:
        assert run("evidence", row["id"], "--out", folder / f"{row['id']}.html").exit_code == 0
    (folder / "shown.txt").write_text("\n".join(shown), encoding="utf-8")
    client = site(root)
    pages = ["/?q=p%C3%A4%C3%A4tti", "/", f"/?q={quote(PERSON)}", "/commitments", "/deadlines", "/actors", "/corpus"]
    pages += ["/corpus/coverage", "/feeds/search?q=p%C3%A4%C3%A4tti", "/concordance?q=p%C3%A4%C3%A4tti"]
    pages += ["/api/v1/documents", "/api/v1/actors", "/api/v1/commitments"]
    pages += [f"/documents/{id_}" for what, id_ in ids.items() if what not in gone]
    for n, address in enumerate(pages):
        answer = client.get(address)
        assert answer.status_code == 200, address
        (folder / f"page-{n}.html").write_bytes(answer.content)
    for what, id_ in ids.items():  # neither the original nor the picture of its page is to be had
        if what == "pdf" or what in gone:
            for address in (f"/documents/{id_}/original", f"/documents/{id_}/pages/1/picture.png"):
                assert client.get(address).status_code == 404, address


def left(root: Path, *more: Path) -> list[str]:
    # What was typed stands on the page of a search; everything else may not say it.
    return [place for place in found_in([root / "corpus", root / "index", *more], STEMS) if "page-2." not in place]


def terms(root: Path, engine: EngineName) -> list[str]:
    """What the indexes know of the name: terms lie in files as differences from their neighbours."""
    with open_corpus(settings=_settings(root, engine)) as corpus:
        indexes, fields = corpus._retrieval._indexes, ("mixed", "lemma", "part", "form")
        known = [term for index in indexes for field in fields for term, _ in index.terms(field)]
    return [term for term in known if any(term.lower().startswith(stem.lower()) for stem in STEMS)]


def _settings(root: Path, engine: EngineName) -> object:
    from policysearch.settings import load_settings

    return load_settings(corpus=root / "corpus", index=root / "index", engine=engine)


@pytest.fixture
def only_ours(run: Run, ids: Ids) -> Ids:
    """Without the namesake, so that nothing may be left."""
    assert run("forget", ids["namesake"], *REASON).exit_code == 0
    return ids


@pytest.mark.parametrize("engine", ENGINES)
def test_no_file_holds_the_name(run: Run, only_ours: Ids, tmp_path: Path, open_site: Open, engine: EngineName) -> None:
    """Issue 7, must show 4: every file of corpus and index, and all exports made afterwards, unpacked."""
    assert run("reindex", "--engine", engine).exit_code == 0
    assert left(tmp_path)
    assert terms(tmp_path, engine)
    result = run("forget", PERSON, *REASON, "--engine", engine)
    assert result.exit_code == 0, result.output
    assert left(tmp_path) == []
    assert terms(tmp_path, engine) == []

    def with_engine(*arguments: str | Path) -> Result:
        return run(*arguments, "--engine", engine)

    engine_site: Callable[..., object] = lambda root: open_site(root, settings=_settings(root, engine))  # noqa: E731
    exports(with_engine, tmp_path / "ulos", only_ours, engine_site, tmp_path, gone=("namesake",))  # type: ignore[arg-type]
    assert left(tmp_path, tmp_path / "ulos") == []


def test_a_forgotten_document_is_in_no_file(run: Run, ids: Ids, tmp_path: Path, open_site: Open) -> None:
    """With its reviews, its pictures, and its lines of the journal; the other documents that name the person stay."""
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        hashes = {corpus.summary(ids[what]).sha256 for what in ("pdf", "decision")}
    for what in ("pdf", "decision"):
        assert run("forget", ids[what], *REASON).exit_code == 0
    exports(run, tmp_path / "ulos", ids, open_site, tmp_path, gone=("pdf", "decision"))
    places = found_in(
        [tmp_path / "corpus", tmp_path / "index", tmp_path / "ulos"], ("koordinaattori", "Lausunnon antaja")
    )
    assert places == []
    assert [p for p in tmp_path.glob("corpus/snapshots/*/*") if p.name[:64] in hashes] == []
    assert list(tmp_path.glob("index/pictures/*/*.png")) == []
    assert (tmp_path / "corpus" / "pull.jsonl").read_text() == ""
    assert {review["document"] for review in reviews_of(run)} == {ids["minutes"]}
    assert run("show", ids["minutes"]).exit_code == 0
    stones = (tmp_path / "corpus" / "forgotten.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["reason"] for line in stones.splitlines()] == ["pyysi poistoa"] * 2


def test_what_was_forgotten_does_not_come_back(
    run: Run, only_ours: Ids, made: tuple[Path, dict[str, Path], Ids], tmp_path: Path
) -> None:
    """Not by ingesting it again, nor by reindex, nor out of a backup of everything but the tombstones."""
    shutil.copytree(tmp_path / "corpus", tmp_path / "backup", ignore=shutil.ignore_patterns("forgotten.jsonl"))
    assert run("forget", PERSON, *REASON).exit_code == 0
    text = run("show", only_ours["minutes"], "--text").stdout
    again = run("ingest", made[0] / "omat")
    assert "5 left out" in again.output
    assert "forgotten on" in again.output
    assert run("reindex").exit_code == 0
    assert left(tmp_path) == []
    shutil.copytree(tmp_path / "backup", tmp_path / "corpus", dirs_exist_ok=True)
    assert left(tmp_path)
    assert run("reindex").exit_code == 0
    assert left(tmp_path) == []
    assert run("show", only_ours["minutes"], "--text").stdout == text
    assert run("show", only_ours["namesake"]).exit_code == 1


def test_a_whole_backup_forgets_by_the_tombstones_of_the_corpus(run: Run, only_ours: Ids, tmp_path: Path) -> None:
    """What cannot be covered, since the covered text is not there, goes altogether."""
    shutil.copytree(tmp_path / "corpus", tmp_path / "backup")
    assert run("forget", PERSON, *REASON).exit_code == 0
    stones = shutil.copy(tmp_path / "corpus" / "forgotten.jsonl", tmp_path / "stones.jsonl")
    shutil.rmtree(tmp_path / "corpus")
    shutil.copytree(tmp_path / "backup", tmp_path / "corpus")
    assert run("forget", "--from", stones).exit_code == 0
    assert left(tmp_path) == []
    assert json.loads(run("show", "--format", "json").stdout) == []


def test_reviews_of_a_colleague_bring_no_name_back(run: Run, ids: Ids, tmp_path: Path) -> None:
    """Their words are covered as the text is; reviews of a forgotten document stay outside."""
    theirs = shutil.copy(tmp_path / "corpus" / "reviews.jsonl", tmp_path / "theirs.jsonl")
    assert run("forget", PERSON, "--in", ids["minutes"], *REASON).exit_code == 0
    assert run("forget", ids["decision"], *REASON).exit_code == 0
    mine = tmp_path / "corpus" / "reviews.jsonl"
    n_before = len(mine.read_text(encoding="utf-8").splitlines())
    mine.unlink()
    lines = [line for line in theirs_lines(theirs) if line["anchor"]]
    for line in lines:
        line["value"] = "huomio"
    Path(theirs).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run("reviews", "merge", theirs).exit_code == 0
    assert len(mine.read_text(encoding="utf-8").splitlines()) == n_before
    assert found_in([mine], STEMS) == []
    assert run("reviews", "list", "--unattached").output.startswith("0 reviews")


def theirs_lines(path: str | Path) -> list[dict[str, dict[str, str]]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_a_namesake_stays(run: Run, ids: Ids, tmp_path: Path) -> None:
    """Each document is shown with its sentences and asked about; only those that are meant are covered."""
    shown = run("forget", PERSON, "--dry-run").output
    assert f"opettaja {PERSON} jatkaa tehtävässään" in shown
    order = [line.split()[0] for line in shown.splitlines() if line[:8].strip() and len(line.split()[0]) == 8]
    answers = ["n" if ids["namesake"].startswith(id_) else "y" for id_ in order[:5]]
    result = run("forget", PERSON, "--reason", "pyysi", "--by", "Maija", input="\n".join([*answers, "y", ""]))
    assert result.exit_code == 0, result.output
    assert PERSON in run("show", ids["namesake"], "--text").stdout
    covered = run("show", ids["minutes"], "--text").stdout
    assert PERSON not in covered
    assert f"tilata arvioinnin {COVER * 7} {COVER * 12} esityksestä" in covered


def test_what_stays_is_true(run: Run, ids: Ids, tmp_path: Path) -> None:
    """Entries, quotes and spans of the documents hold; the covered person is no actor; other people are."""
    before = ledger(run, ids["minutes"])
    assert run("forget", PERSON, "--in", ids["minutes"], *REASON).exit_code == 0
    after = ledger(run, ids["minutes"])
    assert [(row["id"], row["time"]) for row in after] == [(row["id"], row["time"]) for row in before]
    assert len(reviews_of(run)) == len(before) + 2
    verified = run("verify", ids["minutes"])
    assert verified.exit_code == 0
    assert "whose original is not kept" in verified.output
    actors = run("actors", "--kind", "person", "-n", "0").output
    assert "Eino Tarkka" in actors
    assert COVER not in actors
    assert "the original is not kept" in run("show", ids["minutes"]).output


def ledger(run: Run, document: str) -> list[dict[str, object]]:
    rows = json.loads(run("commitments", "--document", document, "--routine", "-n", "0", "--format", "json").stdout)
    return list(rows)


def reviews_of(run: Run) -> list[dict[str, object]]:
    return list(json.loads(run("reviews", "list", "--format", "json").stdout))


def test_a_record_goes_and_its_neighbour_stays(run: Run, ids: Ids, tmp_path: Path) -> None:
    """The file that held both is gone; what is kept of the other is what was read of it."""
    text = run("show", ids["record 2"], "--text").stdout
    assert run("forget", ids["record 1"], *REASON).exit_code == 0
    assert found_in([tmp_path / "corpus", tmp_path / "index"], ["avustuksen hakijalle", "myöntää avustuksen"]) == []
    assert run("show", ids["record 1"]).exit_code == 1
    assert run("show", ids["record 2"], "--text").stdout == text
    assert run("reindex").exit_code == 0
    assert run("show", ids["record 2"], "--text").stdout == text


def test_all_versions_go_with_a_document(run: Run, tmp_path: Path) -> None:
    """And none of them on request; the older one is then what there is."""
    paths = write_documents(tmp_path / "omat")
    assert run("ingest", paths["minutes"]).exit_code == 0
    paths["minutes"].write_text(
        paths["minutes"].read_text(encoding="utf-8").replace("30.6.", "31.8."), encoding="utf-8"
    )
    assert run("ingest", paths["minutes"]).exit_code == 0
    shutil.copytree(tmp_path / "corpus", tmp_path / "backup")
    newest = json.loads(run("show", "--format", "json").stdout)[0]["id"]
    assert "2 documents will be gone" in run("forget", newest, "--dry-run").output
    assert len(json.loads(run("show", "--all-versions", "--format", "json").stdout)) == 2
    assert run("forget", newest, "--this-version", *REASON).exit_code == 0
    (older,) = json.loads(run("show", "--format", "json").stdout)
    assert run("forget", older["id"], *REASON).exit_code == 0
    assert json.loads(run("show", "--all-versions", "--format", "json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("forget",), "what is to be forgotten"),
        (("forget", "Ilmatar Nobody", "--yes"), "does not stand in any document"),
        (("forget", PERSON, "--yes", "--by", "Maija"), "give it with --reason"),
        (("forget", PERSON, "--yes", "--reason", "x"), "who asks for it"),
        (("forget", PERSON, "--yes", "--by", "M", "--reason", f"{PERSON} pyysi"), "the reason holds the name"),
        (("forget", "deadbeef", *REASON), "no document has the id"),
        (("forget", "deadbeef", "--in", "aa", *REASON), "--in belongs to a name"),
        (("forget", "--from", "missing.jsonl"), "does not exist"),
    ],
)
def test_nothing_is_forgotten_by_mistake(
    run: Run, ids: Ids, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    before = left(tmp_path)
    result = run(*arguments)
    assert result.exit_code in (1, 2)
    assert says in result.output
    assert left(tmp_path) == before


def test_a_reader_that_holds_the_words_is_told_of(run: Run, ids: Ids, tmp_path: Path) -> None:
    """A web page reads one state until it is closed: the log can only be emptied then, and that is said."""
    with open_corpus(tmp_path / "corpus", tmp_path / "index", read_only=True):
        result = run("forget", ids["decision"], *REASON)
    assert result.exit_code == 1
    assert "policysearch forget --finish" in result.output
    assert run("forget", "--finish").exit_code == 0
    assert found_in([tmp_path / "corpus", tmp_path / "index"], ["koordinaattori"]) == []
    assert "document in 1 original: pyysi poistoa (Maija)" in run("forget", "--list").output


def test_nobody_hands_it_over_again(only_ours: Ids, made: tuple[Path, dict[str, Path], Ids], tmp_path: Path) -> None:
    """Adding the bytes by hand, as the web page does, is refused like ingesting the file."""
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        event = corpus.add(made[1]["namesake"].read_bytes(), "toinen.txt")
    assert event.outcome == "left_out"
    assert not list(tmp_path.glob(f"corpus/snapshots/*/{event.uri.rpartition('/')[0][-64:]}"))
