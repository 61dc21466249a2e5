"""What people say of commitments on the page: asked, protected, kept, and shown beside what the machine found."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from policysearch.cli import main
from policysearch.model.reviews import Review
from policysearch.reviews.journal import read_reviews
from tests.web.conftest import Open

HERE = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}


@pytest.fixture
def site(own: Path, open_site: Open) -> TestClient:
    return open_site(own)


def journal(folder: Path) -> tuple[Review, ...]:
    return read_reviews(folder / "corpus" / "reviews.jsonl")


def fields(html: str) -> dict[str, str]:
    """What a browser would send of the form if nothing were changed in it."""
    form = html[html.index('id="form"') :].partition("</form>")[0]
    found = dict(re.findall(r'<input type="(?:text|hidden)"[^>]* name="(\w+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select id="\w+" name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="(\w*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def send(site: TestClient, address: str, **changes: Any) -> Any:
    """Open the form, change something, send it."""
    kept = fields(site.get(address).text)
    return site.post(address, data={**kept, "by": "Aino Väisänen", **changes}, headers=HERE)


def first_review(site: TestClient, query: str = "kind=undertaking") -> str:
    link = re.search(r'href="(/commitments/\w+/review)"', site.get(f"/commitments?{query}").text)
    assert link is not None
    return link[1]


def test_each_kind_of_review_is_kept(site: TestClient, own: Path) -> None:
    """Confirmed, corrected, followed up, noted and tagged in one form; only what was changed is said."""
    address = first_review(site)
    answer = send(
        site, address, verdict="confirm", kind="obligation", date="2024-06", status="partly", evidence="pöytäkirja 4",
        note="ks. liite", tags="rahoitus, lapset",
    )  # fmt: skip
    assert answer.status_code == 303
    said = [(one.kind, one.field, one.value, one.evidence) for one in journal(own)]
    assert said == [
        ("confirm", None, None, None),
        ("correct", "kind", "obligation", None),
        ("correct", "date", "2024-06", None),
        ("status", None, "partly", "pöytäkirja 4"),
        ("note", None, "ks. liite", None),
        ("tag", None, "rahoitus", None),
        ("tag", None, "lapset", None),
    ]
    assert {one.by for one in journal(own)} == {"Aino Väisänen"}
    html = site.get(answer.headers["location"]).text
    assert 'role="status"' in html
    assert '<th scope="row">laji</th><td>sitoumus</td><td>velvoite</td>' in html
    assert 'value="Aino Väisänen"' in html, "the name is asked once"
    assert send(site, address).status_code == 400, "nothing was changed"
    send(site, address, untag="lapset", verdict="reject")
    assert [one.kind for one in journal(own)][7:] == ["reject", "untag"]


def test_what_people_said_is_shown_everywhere(site: TestClient) -> None:
    """In the ledger of either kind, on the page of the document, and in the thread."""
    address = first_review(site, "q=toimintaohjelma&size=100")
    send(site, address, verdict="confirm", note="tarkistettu Oulussa")
    html = site.get(address).text
    document = re.search(r'href="(/documents/\w+)\?mark', html)
    assert document is not None
    id_ = document[1].rpartition("/")[2]
    for where in (document[1], f"/commitments?document={id_}&routine=1", f"/commitments?document={id_}&as=reviewed"):
        assert "tarkistettu Oulussa" in site.get(where).text, where


def test_what_is_no_value_is_said_and_nothing_is_kept(site: TestClient, own: Path) -> None:
    """All of a form or nothing of it; what was typed stays in the fields."""
    address = first_review(site)
    wrong = send(site, address, verdict="confirm", date="ensi kesänä", note="tärkeä")
    assert wrong.status_code == 400
    assert "ei ole päivä, kuukausi eikä vuosi" in wrong.text
    assert 'value="ensi kesänä"' in wrong.text
    assert ">tärkeä</textarea>" in wrong.text
    assert send(site, address, verdict="confirm", by=" ").status_code == 400
    assert send(site, address, status="melkein").status_code == 400
    assert journal(own) == ()


def test_a_review_is_taken_back(site: TestClient, own: Path) -> None:
    """The journal keeps both lines; the page shows none."""
    address = first_review(site)
    send(site, address, verdict="reject")
    html = site.get(address).text
    review = re.search(r'name="retract" value="(\w+)"', html)
    assert review is not None
    answer = send(site, address, retract=review[1])
    assert answer.status_code == 303
    assert [one.kind for one in journal(own)] == ["reject", "retract"]
    assert 'name="retract"' not in site.get(address).text


def test_an_entry_is_added_by_marking_a_sentence(site: TestClient, own: Path) -> None:
    """Without JavaScript: a place of the document, a sentence there, a kind; it is in the ledger and can be cited."""
    document = re.search(r'href="(/documents/\w+)\?', site.get("/?q=uhri").text)
    assert document is not None
    html = site.get(f"{document[1]}?add=1").text
    places = re.findall(r'<a class="adds" href="([^"]+)"', html)
    assert len(places) > 3
    form = site.get(places[2])
    choices = re.findall(r'name="place" value="([^"]+)"', form.text)
    token = re.search(r'name="token" value="(\w+)"', form.text)
    assert token is not None
    data = {"token": token[1], "place": choices[0], "kind": "undertaking", "by": "Aino", "note": "puuttui"}
    assert site.post(places[2], data={**data, "kind": ""}, headers=HERE).status_code == 400
    assert site.post(places[2], data={**data, "place": choices[0][:-1] + "x"}, headers=HERE).status_code == 400
    answer = site.post(places[2], data=data, headers=HERE)
    assert answer.status_code == 303
    added, note = journal(own)
    assert (added.kind, added.value, note.kind) == ("add", "undertaking", "note")
    id_ = document[1].rpartition("/")[2]
    assert added.anchor is not None
    assert added.anchor.quote in site.get(f"/api/v1/documents/{id_}").json()["text"]
    ledger = site.get(f"/commitments?document={id_}&as=reviewed").text
    assert "ihmisen lisäämä" in ledger
    entry = answer.headers["location"].split("/")[2]
    opened = site.get(f"/commitments/{entry}")
    assert opened.status_code == 303
    assert '<mark id="mark"' in site.get(opened.headers["location"]).text
    assert site.get(f"/evidence/{entry}.html").status_code == 200


def test_a_sentence_is_found_by_its_words(site: TestClient) -> None:
    """The words as they stand, and the sentence around them; what does not stand there is said."""
    hit = re.search(r'href="(/documents/(\w+))\?mark=(\d+)-(\d+)', site.get("/commitments?kind=undertaking").text)
    assert hit is not None
    text = site.get(f"/api/v1/documents/{hit[2]}").json()["text"]
    words = " ".join(text[int(hit[3]) : int(hit[4])].split()[:3])
    html = site.get(f"{hit[1]}/mark", params={"words": words}).text
    assert html.count('name="place"') >= 2
    assert 'name="place"' not in site.get(f"{hit[1]}/mark", params={"words": "kolme vihreää kirahvia"}).text


def test_words_with_contact_details_still_attach(tmp_path: Path, open_site: Open) -> None:
    """The journal holds the words of the original; the page shows them covered."""
    paper = tmp_path / "muistio.txt"
    paper.write_text(
        "Muistio\n\nKaupunki perustaa tukipisteen, josta vastaa Maija Meikäläinen, puh. 040 123 4567.\n",
        encoding="utf-8",
    )
    folder = tmp_path / "one"
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    assert CliRunner().invoke(main, ["ingest", str(paper), *places]).exit_code == 0
    site = open_site(folder)
    document = re.search(r'href="(/documents/\w+)"', site.get("/corpus").text)
    assert document is not None
    address = f"{document[1]}/mark?words=Kaupunki"
    html = site.get(address).text
    token = re.search(r'name="token" value="(\w+)"', html)
    choice = re.findall(r'name="place" value="([^"]+)"', html)[-1]
    assert token is not None
    data = {"token": token[1], "place": choice, "kind": "undertaking", "by": "Aino"}
    answer = site.post(address, data=data, headers=HERE)
    assert answer.status_code == 303
    anchor = journal(folder)[0].anchor
    assert anchor is not None
    assert "040 123 4567" in anchor.quote
    shown = site.get(answer.headers["location"])
    assert shown.status_code == 200
    assert "123 4567" not in shown.text  # "123" alone may stand in a token by chance


@pytest.mark.parametrize(
    ("change", "headers"),
    [
        ({"token": ""}, HERE),
        ({"token": "0" * 64}, HERE),
        ({}, {"origin": "http://evil.example", "sec-fetch-site": "cross-site"}),
        ({}, {"origin": "null"}),
        ({}, {"sec-fetch-site": "same-site"}),
    ],
)
def test_forged_forms_are_refused(site: TestClient, own: Path, change: dict[str, str], headers: dict[str, str]) -> None:
    """Without the token of the page, or from another page, nothing is kept."""
    address = first_review(site)
    data = {**fields(site.get(address).text), "verdict": "confirm", "by": "Aino", **change}
    assert site.post(address, data=data, headers=headers).status_code == 403
    assert journal(own) == ()


def test_a_token_belongs_to_one_browser(site: TestClient, own: Path) -> None:
    """That of another reader, or without the cookie, is worth nothing."""
    address = first_review(site)
    data = {**fields(site.get(address).text), "verdict": "confirm", "by": "Aino"}
    site.cookies.clear()
    assert site.post(address, data=data, headers=HERE).status_code == 403
    site.get(address)
    assert site.post(address, data=data, headers=HERE).status_code == 403
    assert journal(own) == ()


@pytest.mark.parametrize(
    ("settings", "headers", "status"),
    [
        ({}, {}, 200),
        ({"writable": False}, {}, 403),
        ({"hosts": frozenset({"aineisto.example.fi"})}, {"host": "aineisto.example.fi"}, 403),
        ({}, {"host": "192.168.1.5"}, 403),
        ({}, {"x-forwarded-for": "127.0.0.1"}, 403),
        (
            {"token": "salainen-tunnus-1234"},
            {"host": "192.168.1.5", "authorization": "Bearer salainen-tunnus-1234"},
            200,
        ),
        ({"token": "salainen-tunnus-1234"}, {}, 401),
    ],
)
def test_only_this_machine_or_the_token_writes(
    open_site: Open, examples: Path, settings: dict[str, object], headers: dict[str, str], status: int
) -> None:
    """Others see no form and no way to it; a proxy's readers neither."""
    address = first_review(open_site())
    site = open_site(**settings)
    assert site.get(address, headers=headers).status_code == status
    if status == 403:
        assert "/review" not in site.get("/commitments", headers=headers).text
        assert site.post(address, data={"verdict": "confirm"}, headers=headers).status_code == 403


def test_reading_writes_nothing(site: TestClient, own: Path) -> None:
    """Every form can be opened, and nothing in the corpus is another."""
    before = {path: path.stat().st_mtime_ns for path in (own / "corpus").rglob("*")}
    address = first_review(site)
    for path in (address, address + "?verdict=confirm&by=Aino", "/commitments", "/corpus"):
        assert site.get(path).status_code == 200
    changed = {path for path in (own / "corpus").rglob("*") if before.get(path) != path.stat().st_mtime_ns}
    assert {path for path in changed if not path.name.startswith("corpus.db-")} <= {own / "corpus"}
