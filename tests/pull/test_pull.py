"""Pulls: what is new comes, what is known is asked about, what is gone is kept, what is beside the topic is left."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from policysearch import open_corpus
from policysearch.cli import main
from policysearch.errors import CorpusBusyError, FetchError, SettingsError, UsageError
from policysearch.journal import Journal
from policysearch.model.pulling import ChannelSummary, PullEvent, PullOptions, Troubled
from tests.privacy.everywhere import found_in
from tests.pull.made import Publisher
from tests.sources.site import Page, Site


def pull(folder: Path, *channels: str, **options: Any) -> tuple[dict[str, str], ChannelSummary]:
    """Pull once; outcomes by key, and the summary."""
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        events = list(corpus.pull(channels, options=PullOptions(**options)))
    summaries = [event for event in events if isinstance(event, ChannelSummary)]
    return {e.fetched.key: e.fetched.outcome for e in events if isinstance(e, PullEvent)}, summaries[-1]


def titles(folder: Path) -> list[str]:
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        return sorted(summary.metadata.title or "" for summary in corpus.documents())


def paths(accesses: Iterable[Any]) -> list[str]:
    return [access.path for access in accesses]


def test_pull_again_only_asks(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Nothing new costs conditional requests alone; then one changed, one gone and one new document are seen."""
    for name in ("a", "b", "c"):
        publisher.put(name)
    outcomes, _ = pull(tmp_path)
    assert outcomes == dict.fromkeys("abc", "added")
    assert titles(tmp_path) == ["Päätös a", "Päätös b", "Päätös c"]
    site.log.clear()
    outcomes, summary = pull(tmp_path)
    assert outcomes == dict.fromkeys("abc", "unchanged")
    assert {(a.status, a.is_conditional) for a in site.asked()} == {(304, True)}
    assert summary.requests == {"all": 5, "conditional": 4, "not modified": 4}  # robots.txt is missing there

    publisher.put("a", until="1.6.2026")
    del site.pages["/b.html"]
    publisher.put("d")
    outcomes, _ = pull(tmp_path)
    assert outcomes == {"a": "new_version", "b": "withdrawn", "c": "unchanged", "d": "added"}
    assert titles(tmp_path) == ["Päätös a", "Päätös c", "Päätös d"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert len(corpus.documents(all_versions=True)) == 4
        (gone,) = corpus.held()
        assert gone.metadata.title == "Päätös b"
        assert gone.withdrawn_at is not None
        history = corpus.journal.history(f"{site.base}/b.html")
        assert [(line.outcome, line.status) for line in history] == [
            ("added", 200), ("unchanged", 304), ("withdrawn", 404),
        ]  # fmt: skip
        assert not [problem for event in corpus.verify() for problem in event.problems]


def test_a_counter_in_a_page_is_no_new_version(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """It is counted as unchanged; the journal has the new bytes, and asks by their tag the next time."""
    address = publisher.put("a")
    pull(tmp_path)
    page = site.pages["/a.html"]
    assert isinstance(page, Page)
    site.pages["/a.html"] = Page(page.data + b"<!-- visitor 2 -->")
    assert pull(tmp_path)[0] == {"a": "unchanged"}
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        first, second = corpus.journal.history(address)
        assert (second.outcome, second.status, second.reason) == ("unchanged", 200, "other bytes, the same text")
        assert (first.sha256 != second.sha256, first.etag != second.etag) == (True, True)
        assert not corpus.changes()
        (document,) = corpus.documents(all_versions=True)
        assert document.sha256 == first.sha256
    site.log.clear()
    pull(tmp_path)
    assert {(a.status, a.is_conditional) for a in site.asked()} == {(304, True)}


def test_document_that_its_channel_lists_no_more_is_looked_at(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Being out of a feed is no withdrawal; being gone from its address is; and it may come back."""
    publisher.put("a")
    publisher.put("b")
    pull(tmp_path)
    entry = publisher.entries.pop(0)
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "unchanged", "b": "unchanged"}
    page = site.pages.pop("/a.html")
    assert pull(tmp_path)[0] == {"a": "withdrawn", "b": "unchanged"}
    assert pull(tmp_path)[0] == {"b": "unchanged"}
    site.pages["/a.html"] = page
    publisher.entries.append(entry)
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "returned", "b": "unchanged"}


def test_unlisted_documents_are_not_looked_at_every_day(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """A feed shows the last twenty; what fell out of it is asked about once in `recheck_days`."""
    publisher.write_settings(tmp_path)
    settings = tmp_path / "policysearch.toml"
    settings.write_text(settings.read_text().replace("recheck_days = 0", "recheck_days = 7"))
    publisher.put("a")
    pull(tmp_path)
    publisher.entries.clear()
    publisher.show()
    site.log.clear()
    assert pull(tmp_path)[0] == {}
    assert paths(site.asked()) == ["/list.json"]


def test_what_is_beside_the_topic_is_left_out_and_listed(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """With its rule; it is not read again, and nothing of it stays; `--keep-all` takes it in."""
    publisher.put("a")
    publisher.put("penkit", topic=False)
    assert pull(tmp_path)[0] == {"a": "added", "penkit": "left_out"}
    assert len(list((tmp_path / "corpus" / "snapshots").glob("??/" + "?" * 64))) == 1
    site.log.clear()
    assert pull(tmp_path)[0] == {"a": "unchanged", "penkit": "left_out"}
    assert {a.status for a in site.asked()} == {304}
    (line,) = Journal(tmp_path / "corpus").left_out()
    assert (line.key, line.rule, line.title) == ("penkit", "topic: none of its words is met", "Päätös penkit")
    assert pull(tmp_path, keep_all=True)[0] == {"a": "unchanged", "penkit": "added"}
    assert Journal(tmp_path / "corpus").left_out() == ()


def test_attachment_of_a_kept_document_is_kept(publisher: Publisher, tmp_path: Path) -> None:
    """An annex need not say what it is about; one of a document that was left out is judged by itself."""
    publisher.put("case")
    publisher.put("annex", topic=False, parent="case")
    publisher.put("other", topic=False)
    publisher.put("annex-of-other", topic=False, parent="other")
    assert pull(tmp_path)[0] == {"case": "added", "annex": "added", "other": "left_out", "annex-of-other": "left_out"}


def test_channel_without_topic_filter_keeps_everything(publisher: Publisher, tmp_path: Path) -> None:
    """What was chosen by hand is not judged."""
    publisher.write_settings(tmp_path, topic=False)
    publisher.put("penkit", topic=False)
    assert pull(tmp_path)[0] == {"penkit": "added"}


def test_robots_rules_are_kept_and_listed(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """robots.txt, a meta tag, and what is not published: each with its rule, none in the corpus."""
    site.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /secret\n")
    publisher.put("secret")
    publisher.put("hidden")
    page = site.pages["/hidden.html"]
    assert isinstance(page, Page)
    site.pages["/hidden.html"] = Page(page.data.replace(b"<head>", b'<head><meta name="robots" content="noindex">'))
    publisher.put("closed", public=False, note="Attachment 2 is not public.")
    outcomes, _ = pull(tmp_path)
    assert outcomes == dict.fromkeys(("secret", "hidden", "closed"), "left_out")
    rules = {line.key: line.rule for line in Journal(tmp_path / "corpus").left_out()}
    assert rules == {
        "secret": "robots.txt: Disallow: /secret", "hidden": "meta robots: noindex", "closed": "not public",
    }  # fmt: skip
    assert titles(tmp_path) == []
    assert site.asked("/secret.html") == site.asked("/closed.html") == []
    del site.pages["/robots.txt"]
    assert pull(tmp_path)[0]["secret"] == "added"


def test_a_page_that_forbids_itself_is_only_asked_about(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Its own mark changes with its bytes; that in a header may go without them, so that page is fetched again."""
    for name in ("a", "b"):
        publisher.put(name)
    marked = Page('<html><head><meta name="robots" content="noindex"></head><body><p>Ihmiskauppa.</p></body></html>')
    site.pages["/a.html"] = marked
    site.pages["/b.html"] = Page("<p>Ihmiskauppa.</p>", headers={"X-Robots-Tag": "noindex"})
    assert pull(tmp_path)[0] == {"a": "left_out", "b": "left_out"}
    site.log.clear()
    assert pull(tmp_path, keep_all=True)[0] == {"a": "left_out", "b": "left_out"}
    assert {access.path: access.status for access in site.asked() if "html" in access.path} == {
        "/a.html": 304,
        "/b.html": 200,
    }
    publisher.put("a")
    assert pull(tmp_path)[0] == {"a": "added", "b": "left_out"}


def test_failures_and_troubles_stop_nothing(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """A server error, a refused address and a dead part of the listing are told; the rest comes."""
    publisher.put("a")
    publisher.put("broken")
    site.pages["/broken.html"] = Page("", 500)
    publisher.entries.append({"uri": "file:///etc/passwd", "key": "evil"})
    publisher.entries.append({"trouble": "https://kuusjarvi.example/page/2"})
    publisher.put("lies.pdf")
    publisher.put("z")
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        events = list(corpus.pull())
        journal = corpus.journal
    found = {e.fetched.key: (e.fetched.outcome, e.fetched.reason) for e in events if isinstance(e, PullEvent)}
    assert found["a"][0] == found["z"][0] == "added"
    assert found["broken"] == ("failed", "answers 500")
    assert found["evil"] == ("failed", "is refused: only http and https addresses are fetched")
    assert [e.uri for e in events if isinstance(e, Troubled)] == ["https://kuusjarvi.example/page/2"]
    assert [trouble.reason for trouble in journal.troubles()] == ["cannot be read"]
    assert events[-1].n_troubles == 1  # type: ignore[union-attr]
    site.pages["/broken.html"] = site.pages["/a.html"]
    assert pull(tmp_path)[0]["broken"] == "added"


def test_listing_that_cannot_be_read_is_told(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """And its documents are not taken for withdrawn."""
    publisher.put("a")
    pull(tmp_path)
    site.pages["/list.json"] = Page("", 403)
    outcomes, summary = pull(tmp_path)
    assert outcomes == {}
    assert summary.stopped == "its listing cannot be read: answers 403"


def test_expectations_are_noted_when_they_change(publisher: Publisher, tmp_path: Path) -> None:
    """The coverage compares with what the channel said last."""
    publisher.entries.append({"series": "18/2021", "expect": ["1", "2"]})
    publisher.show()
    pull(tmp_path)
    pull(tmp_path)
    publisher.entries[0]["expect"] = ["1", "2", "3"]
    publisher.show()
    pull(tmp_path)
    journal = Journal(tmp_path / "corpus")
    assert [(e.series, e.names) for e in journal.expectations()] == [("18/2021", ("1", "2", "3"))]
    assert journal.path.read_text(encoding="utf-8").count('"line":"expectation"') == 2


def test_key_is_the_identity_whatever_the_address(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """A document offered at another address is known; once its old address is gone it moves."""
    publisher.put("a")
    pull(tmp_path)
    site.pages["/new/a.html"] = site.pages["/a.html"]
    publisher.entries[0]["uri"] = "/new/a.html"
    publisher.show()
    site.log.clear()
    assert pull(tmp_path)[0] == {"a": "unchanged"}
    assert paths(site.asked()) == ["/list.json", "/a.html"]
    del site.pages["/a.html"]
    pull(tmp_path)
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (document,) = corpus.documents()
        assert {line.uri.removeprefix(site.base): line.outcome for line in corpus.journal.latest().values()} == {
            "/a.html": "withdrawn", "/new/a.html": "added",
        }  # fmt: skip
        assert document.is_current


def test_same_bytes_at_two_addresses_are_one_document(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Also within one run; beside the topic they are left out at both."""
    publisher.put("a")
    publisher.put("copy")
    site.pages["/copy.html"] = site.pages["/a.html"]
    publisher.put("penkit", topic=False)
    publisher.put("penkit-2", topic=False)
    site.pages["/penkit-2.html"] = site.pages["/penkit.html"]
    outcomes, _ = pull(tmp_path)
    assert outcomes == {"a": "added", "copy": "added", "penkit": "left_out", "penkit-2": "left_out"}
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (document,) = corpus.documents()
        assert len(document.sources) == 2
    assert set(pull(tmp_path)[0].values()) == {"unchanged", "left_out"}


def test_document_in_the_listing_itself(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Nothing more is fetched for it; a changed one is a new version; its address tells when it is gone."""
    publisher.put("a")
    page = site.pages.pop("/a.html")
    assert isinstance(page, Page)
    site.pages["/item/1"] = Page("an interface")
    publisher.entries[0] |= {"body": page.data.decode(), "uri": "/item/1"}
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "added"}
    assert pull(tmp_path)[0] == {"a": "unchanged"}
    assert site.asked("/item/1") == []
    publisher.entries[0]["body"] = page.data.decode().replace("2025", "2027")
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "new_version"}
    publisher.entries.clear()
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "unchanged"}
    del site.pages["/item/1"]
    assert pull(tmp_path)[0] == {"a": "withdrawn"}


def test_listing_knows_what_the_document_does_not_say(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Hints of the listing fill what is unknown, survive `reindex`, and never beat the document."""
    publisher.put("a", date="2024-05-06")
    site.pages["/a.html"] = Page("<html><body><p>Ihmiskaupan uhreja autetaan.</p></body></html>")
    pull(tmp_path)
    for _ in range(2):
        with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
            (summary,) = corpus.documents()
            assert (summary.metadata.title, str(summary.metadata.date)) == ("Päätös a", "2024-05-06")
            corpus.close()
        for file in (tmp_path / "corpus").glob("corpus.db*"):
            file.unlink()
        with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
            list(corpus.reindex())


def test_text_is_recognised_by_what_the_server_calls_it(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """An address without an ending gives text where the server says so, and HTML where it lies."""
    publisher.put("a")
    site.pages["/a.html"] = Page("Ihmiskaupan vastainen työ\n\nUhreja autetaan.\n", media_type="text/plain")
    publisher.entries[0]["uri"] = "/plain?id=1"
    site.pages["/plain?id=1"] = site.pages["/a.html"]
    publisher.put("b")
    page = site.pages["/b.html"]
    assert isinstance(page, Page)
    publisher.entries[1]["uri"] = "/page?id=2"
    site.pages["/page?id=2"] = Page(page.data, media_type="application/octet-stream")
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "added", "b": "added"}


def test_since_and_limit(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Older ones are passed over, undated ones are not; a limit ends the listing, and nobody is rechecked."""
    publisher.put("old", date="2020-01-01")
    publisher.put("new", date="2024-01-01")
    publisher.put("undated")
    import datetime as dt

    assert pull(tmp_path, since=dt.date(2023, 1, 1))[0] == {"new": "added", "undated": "added"}
    assert pull(tmp_path, limit=1)[0] == {"old": "added"}
    assert site.asked("/old.html")


def test_budget_stops_a_run_and_the_next_goes_on(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """A host that asks for a long pause ends the run, without an error and without a half document."""
    for name in "abc":
        publisher.put(name)
    site.pages["/b.html"] = [
        Page("", 429, headers={"Retry-After": "300"}),
        site.pages["/b.html"],  # type: ignore[list-item]
    ]
    publisher.write_settings(tmp_path, more="minutes = 1\n")
    settings = tmp_path / "policysearch.toml"
    settings.write_text(settings.read_text().replace("attempts = 1", "attempts = 2"))
    outcomes, summary = pull(tmp_path)
    assert outcomes == {"a": "added"}
    assert "pull.minutes" in (summary.stopped or "")
    assert pull(tmp_path)[0] == {"a": "unchanged", "b": "added", "c": "added"}


def test_only_one_pull_at_a_time(publisher: Publisher, tmp_path: Path) -> None:
    """The second is told to wait."""
    publisher.put("a")
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        running = corpus.pull()
        next(running)
        with pytest.raises(CorpusBusyError, match="another pull"):
            next(iter(corpus.pull()))
        running.close()
        list(corpus.pull())


def test_corpus_without_its_database_is_pulled_anew(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """The journal says known, the store does not: the document is fetched, not only asked about."""
    publisher.put("a")
    pull(tmp_path)
    for file in (tmp_path / "corpus").glob("corpus.db*"):
        file.unlink()
    pull(tmp_path)
    assert titles(tmp_path) == ["Päätös a"]


# --- the command -------------------------------------------------------------------------------------------------


def call(folder: Path, *arguments: str) -> Any:
    from click.testing import CliRunner

    return CliRunner().invoke(main, [*arguments, "--corpus", str(folder / "corpus"), "--index", str(folder / "index")])


def test_command_pulls_and_lists_what_it_left_out(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """The summary counts; `left-out` has the rules; a second pull has nothing to do; the corpus can be searched."""
    publisher.put("a")
    publisher.put("penkit", topic=False)
    done = call(tmp_path, "pull", "--verbose")
    assert done.exit_code == 0, done.output
    assert "kuusjarvi: 2 offered: 1 added, 1 left out; 4 requests, 0 of them conditional" in done.stdout
    assert f"added: {site.base}/a.html: Päätös a" in done.stderr
    shown = call(tmp_path, "left-out")
    assert "Päätös penkit\n   topic: none of its words is met" in shown.stdout
    assert json.loads(call(tmp_path, "left-out", "--format", "jsonl").stdout)["key"] == "penkit"
    assert call(tmp_path, "left-out", "--format", "csv", "--rule", "robots").stdout.count("\n") == 1
    assert "ihmiskaupan" in call(tmp_path, "search", "ihmiskauppa").stdout


def test_command_says_what_it_would_do(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """A dry run fetches no document, writes nothing, and needs no corpus."""
    site.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /b\n")
    publisher.put("a")
    publisher.put("b")
    publisher.entries.append({"uri": "http://localhost:1/x", "key": "x"})
    publisher.show()
    done = call(tmp_path, "pull", "--dry-run")
    assert done.exit_code == 0, done.output
    assert f"fetch: {site.base}/a.html  Päätös a" in done.stdout
    assert f"leave out: {site.base}/b.html  Päätös b  (robots.txt: Disallow: /b)" in done.stdout
    assert "refuse: http://localhost:1/x" in done.stdout
    assert paths(site.asked()) == ["/list.json"]
    assert not (tmp_path / "corpus").exists()


def test_command_ends_with_one_if_something_failed(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Each failure has its line."""
    publisher.put("a")
    site.pages["/a.html"] = Page("", 403)
    done = call(tmp_path, "pull")
    assert done.exit_code == 1
    assert f"failed: {site.base}/a.html: fetch: answers 403" in done.stderr


def test_command_wants_a_contact_and_a_known_channel(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Nothing is asked of anybody before both are right."""
    done = call(tmp_path, "pull", "nowhere")
    assert (done.exit_code, site.log) == (2, [])
    assert "no channel with a connector is called nowhere; there are: kuusjarvi" in done.stderr
    settings = tmp_path / "policysearch.toml"
    settings.write_text(settings.read_text().replace('contact = "keeper@example.fi"\n', ""))
    done = call(tmp_path, "pull")
    assert (done.exit_code, site.log) == (2, [])
    assert "pull.contact is not set" in done.stderr
    assert issubclass(SettingsError, UsageError)
    assert not issubclass(FetchError, UsageError)


def test_what_was_forgotten_is_not_fetched_again(publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """Neither from its address, nor at another one, nor is anything written of it; the rest comes as before."""
    for name in ("a", "ilmatar-poyhtalainen"):
        publisher.put(name)
    pull(tmp_path)
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        gone = next(s for s in corpus.documents() if s.uri.endswith("poyhtalainen.html"))
        corpus.forgetting.carry_out(corpus.forgetting.plan_documents(gone.id), by="Maija", reason="pyysi poistoa")
    site.log.clear()
    planned = call(tmp_path, "pull", "--dry-run").stdout
    assert "1 to ask, 1 to leave out" in planned
    assert "poyhtalainen.html  (forgotten on " in planned
    outcomes, _ = pull(tmp_path)
    assert outcomes == {"a": "unchanged", "ilmatar-poyhtalainen": "left_out"}
    assert "/ilmatar-poyhtalainen.html" not in paths(site.log)
    site.pages["/b.html"] = site.pages["/ilmatar-poyhtalainen.html"]
    publisher.entries[1] |= {"uri": "/b.html", "key": "b", "title": "Päätös b"}
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "unchanged", "b": "left_out"}
    assert titles(tmp_path) == ["Päätös a"]
    assert found_in([tmp_path / "corpus", tmp_path / "index"], ("poyhtalainen",)) == []
