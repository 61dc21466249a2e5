"""The JSON interface: what it answers, that its OpenAPI document says so, and that nothing brings it down."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis.config import SchemathesisConfig
from starlette.testclient import TestClient

from policysearch.corpus import open_corpus
from policysearch.web.api.document import BASE, openapi
from policysearch.web.api.operations import OPERATIONS
from policysearch.web.api.shaping import of
from policysearch.web.app import FORMS, PAGES, create_app
from tests.web.conftest import Open
from tests.web.test_security import TOKEN


def get(client: TestClient, path: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{BASE}{path}", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def validate(value: Any, shape: dict[str, Any]) -> None:
    Draft202012Validator({**shape, "components": openapi()["components"]}).validate(value)


@pytest.fixture(scope="module")
def ids(client: TestClient) -> dict[str, str]:
    """Something of each kind to ask for."""
    hit = get(client, "/search", q="uhri")["items"][0]
    papers = get(client, "/documents", limit=100)["items"]
    threads = (row["thread"] for row in get(client, "/commitments", limit=100)["items"])
    return {
        "document": hit["document"]["id"],
        "passage": hit["passage"],
        "plan": next(row["id"] for row in papers if row["type"] == "plan" and "2022–2024" in row["title"]),
        "minutes": next(row["id"] for row in papers if row["type"] == "minutes"),
        "decision": next(row["id"] for row in papers if row["type"] == "decision"),
        "commitment": get(client, "/commitments")["items"][0]["id"],
        "thread": next(thread for thread in threads if thread),
    }


QUERIES: dict[str, list[tuple[str, dict[str, str]]]] = {
    "search": [
        ("", {"q": "uhri"}),
        ("", {"q": "tunnistaminen", "fold": "1", "sort": "date"}),
        ("", {"q": "ihmiskauppaa uhrille", "any": "1", "exact": "1"}),
        ("", {"q": "uhrri"}),
        ("", {"type": "decision", "after": "2015-01-01"}),
    ],
    "documents": [("", {"limit": "100", "all_versions": "1"})],
    "document": [("document", {})],
    "document-passages": [("document", {"limit": "100"})],
    "document-facts": [("document", {"limit": "100"})],
    "document-measures": [("plan", {"limit": "100"}), ("document", {})],
    "document-history": [("document", {})],
    "document-changes": [("document", {})],
    "passage": [("passage", {})],
    "commitments": [
        ("", {"limit": "100"}),
        ("", {"open": "1", "as_of": "2023-06-01"}),
        ("", {"open": "1", "undated": "1"}),
        ("", {"values": "reviewed", "kind": "decision", "routine": "1"}),
        ("", {"due_after": "2020-01-01", "q": "uhri"}),
    ],
    "commitments-years": [("", {}), ("", {"q": "uhri", "routine": "1"}), ("", {"after": "2023-01-01"})],
    "thread": [("thread", {}), ("thread", {"as_of": "2023-01-01"})],
    "deadlines": [("", {"limit": "100"}), ("", {"values": "reviewed"})],
    "actors": [("", {"limit": "100"}), ("", {"kind": "person"})],
    "actor": [("", {"id": "organisation:kuusjärven-kaupunginhallitus"})],
    "mentions": [("", {"name": "Helsingin kaupunki"}), ("", {"name": "STM"}), ("", {"name": "poliisi"})],
    "concordance": [("", {"q": "uhri", "sort": "right", "group": "year"})],
    "frequencies": [("", {"q": "uhri"}), ("", {"q": "ihmis*", "by": "document", "limit": "100"})],
    "cases": [("", {"limit": "100"})],
    "case": [("", {"number": "KUU 2022-000188"})],
    "meetings": [("", {"limit": "100"}), ("", {"body": "Kuusjärven kaupunginhallitus"})],
    "meeting": [("minutes", {}), ("decision", {})],
    "coverage": [("", {"limit": "100"})],
    "cite": [("document", {}), ("passage", {}), ("commitment", {})],
    "check": [("", {"q": "ihmiskaupan uhri"}), ("", {"q": "näitä sanoja ei ole missään kvanttikana"})],
    "corpus": [("", {})],
}


def test_every_route_is_in_the_document(client: TestClient) -> None:
    """Nothing is answered that it does not tell of, and it is a valid document of OpenAPI 3.1."""
    told = client.get(f"{BASE}/openapi.json").json()
    app = create_app(client.app._site)  # type: ignore[attr-defined]
    served = {
        route.path.removeprefix(BASE)
        for route in app._app.routes  # type: ignore[attr-defined]
        if route.path.startswith(BASE)
    }
    assert served == {*told["paths"], "/openapi.json"}
    for shape in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(shape)
    assert set(QUERIES) == {operation.name for operation in OPERATIONS}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_answers_have_their_shape(client: TestClient, ids: dict[str, str], operation: Any) -> None:
    """Each record has the fields that the document says, and no others; lists are not all empty."""
    items = []
    for kind, query in QUERIES[operation.name]:
        answer = get(client, operation.path.replace("{id}", ids.get(kind, "")), **query)
        validate(answer, operation.shape)
        items += answer.get("items", [answer])
    assert items or operation.name == "document-changes", "no example has an older version"


PAGES_AS_RECORDS: dict[str, tuple[str, ...]] = {
    "search": ("search",),
    "document": ("document", "document-passages", "document-facts", "document-history", "document-changes", "cite"),
    "measures": ("document-measures",),
    "passage": ("passage",),
    "commitments": ("commitments",),
    "commitments-years": ("commitments-years",),
    "commitment": ("cite",),
    "thread": ("thread",),
    "deadlines": ("deadlines",),
    "actors": ("actors",),
    "actor": ("actor", "commitments", "mentions"),
    "cases": ("cases",),
    "case": ("case",),
    "meetings": ("meetings",),
    "meeting": ("meeting",),
    "corpus": ("corpus", "documents"),
    "coverage": ("coverage",),
    "concordance": ("concordance",),
    "frequency": ("frequencies",),
    "quotation": ("check",),
    "review": ("commitments",),
    "mark": ("document-passages",),
}
"""Each page with the operations that give what it shows."""
FILES = {"page", "picture", "article", "original", "evidence", "accessibility"}
"""Pages that show a file, or nothing of the corpus."""


def test_everything_a_page_shows_is_an_operation() -> None:
    """No page is without its operation, and no operation is only in this table."""
    served = {name for _, name, *_ in (*PAGES, *FORMS)}
    files = {name for name in served if name.endswith(("-export", "-feed", "-calendar", "-file"))} | FILES
    assert served - files == set(PAGES_AS_RECORDS)
    assert {name for names in PAGES_AS_RECORDS.values() for name in names} == {each.name for each in OPERATIONS}


def test_changes_between_versions(tmp_path: Path, open_site: Open) -> None:
    """What a new version changed, in words and in facts, and what happened at its address; no folder of the machine."""
    paper, folder = tmp_path / "muistio.md", tmp_path / "one"
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        for day in ("30.6.2023", "31.12.2023"):
            paper.write_text(f"# Muistio\n\nPoliisi selvittää lapsiuhrien polun viimeistään {day}.\n", "utf-8")
            list(corpus.ingest([paper]))
        corpus.update_index()
        newest = corpus.documents()[0].id
    site = open_site(folder)
    (change,) = get(site, f"/documents/{newest}/changes")["items"]
    validate(change, of("Change"))
    assert change["new"]["id"] == newest
    assert [fact["change"] for fact in change["facts"]] == ["deadline_moved"]
    assert get(site, f"/documents/{change['old']['id']}/changes")["items"] == [change]
    events = get(site, f"/documents/{newest}/history")["items"]
    assert [event["event"] for event in events] == ["met", "met"]
    assert {event["uri"] for event in events} == {change["uri"]} == {"muistio.md"}


def test_counts_over_years_are_those_of_the_records(client: TestClient) -> None:
    """Commitments by year and kind, and words by year, counted again from the lists."""
    years = get(client, "/commitments/years", values="found")
    rows: list[dict[str, Any]] = []
    while len(rows) < years["total"]:
        rows += get(client, "/commitments", limit=100, offset=len(rows))["items"]
    days = [(row["said_on"] or row["document"]["date"] or "", row["kind"]) for row in rows]
    for each in years["years"]:
        begin = str(each["year"] or "")
        of_year = [kind for day, kind in days if day[:4] == begin]
        assert {kind: of_year.count(kind) for kind in each["kinds"]} == each["kinds"]
    words = get(client, "/frequencies", q="uhri", limit=100)
    lines = get(client, "/concordance", q="uhri", limit=100)
    assert words["occurrences"] == sum(row["count"] for row in words["items"]) <= lines["total"]


def test_quotes_are_verbatim(client: TestClient, ids: dict[str, str]) -> None:
    """A passage, a fact and a hit are the document's text at their span."""
    text = get(client, f"/documents/{ids['document']}")["text"]
    for path in ("passages", "facts"):
        found = get(client, f"/documents/{ids['document']}/{path}", limit=100)["items"]
        assert found
        for each in found:
            assert each["quote"] == text[slice(*each["span"])]
    hit = get(client, "/search", q="uhri", document=ids["document"])["items"][0]
    assert {text[slice(*span)].casefold()[:3] for span in hit["highlights"]} == {"uhr"}


def test_next_leads_through_everything_once(client: TestClient) -> None:
    """The pages of a list are the list."""
    whole = get(client, "/documents", limit=100)
    met, address = [], f"{BASE}/documents?limit=3"
    while address:
        answer = client.get(address).json()
        met += [each["id"] for each in answer["items"]]
        address = answer["next"]
    assert met == [each["id"] for each in whole["items"]]
    assert len(met) == whole["total"]


def test_a_citation_leads_to_the_words(client: TestClient, ids: dict[str, str]) -> None:
    """Its address opens the document at them."""
    cited = get(client, f"/cite/{ids['passage']}")
    page = client.get(cited["address"])
    assert page.status_code == 200
    assert "<mark" in page.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/search?q=(uhri", 400),
        ("/search?q=%00", 400),
        ("/search?limit=0", 400),
        ("/search?limit=101", 400),
        ("/search?offset=-1", 400),
        ("/search?after=2024-02-31", 400),
        ("/search?type=novel", 400),
        ("/search?q=" + "a" * 1001, 400),
        ("/search?q=" + "a" * 9000, 414),
        ("/concordance", 400),
        ("/mentions", 400),
        ("/check?q=%20", 400),
        ("/commitments?as_of=2024-01-01", 400),
        ("/documents/nothing", 404),
        ("/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404),
        ("/documents/%25", 404),
        ("/passages/nothing", 404),
        ("/commitments/nothing/thread", 404),
        ("/cite/nothing", 404),
        ("/deadlines?document=nothing", 404),
        ("/nothing", 404),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int) -> None:
    """Problem details, whatever went wrong and wherever it was noticed."""
    answer = client.get(f"{BASE}{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    validate(answer.json(), {"$ref": "#/components/schemas/Problem"})
    assert answer.json()["status"] == status


def test_a_broken_query_tells_its_place(client: TestClient) -> None:
    """Programs can point at it, and offer the nearest query."""
    told = client.get(f"{BASE}/search", params={"q": "(uhri"}).json()
    assert told["at"] is not None
    assert told["suggestion"]


def test_nothing_is_written(client: TestClient) -> None:
    """The interface is for reading."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, f"{BASE}/documents")
        assert answer.status_code == 405
        assert answer.headers["content-type"] == "application/problem+json"


def test_the_token_guards_it(open_site: Open) -> None:
    """A program without it is told so, never led to a page; other names are not answered."""
    site = open_site(token=TOKEN)
    for accepted in ("text/html", "application/json"):
        told = site.get(f"{BASE}/documents", headers={"accept": accepted})
        assert told.status_code == 401
        assert told.headers["content-type"] == "application/problem+json"
        assert "WWW-Authenticate" in told.headers
    assert site.get(f"{BASE}/documents", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert site.get(f"{BASE}/documents", headers={"host": "evil.example"}).status_code == 421


def test_no_folder_of_the_machine_is_told(client: TestClient) -> None:
    """What is in the corpus, not where it lies."""
    told = client.get(f"{BASE}/corpus").text
    assert "corpus.db" not in told
    assert "/index" not in told


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_no_request_brings_it_down(client: TestClient, operation: Any) -> None:
    """Whatever schemathesis asks, allowed or not: never a fault, always a shape that is told."""
    schema = schemathesis.openapi.from_dict(openapi(), config=SchemathesisConfig())
    asked = schema[operation.path]["GET"]
    modes = [asked.as_strategy(), asked.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)]
    answers = openapi()["components"]

    @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(st.one_of(modes))
    def ask(case: Any) -> None:
        sent = case.as_transport_kwargs(base_url=f"http://localhost{BASE}")
        answer = client.request(sent["method"], sent["url"], params=sent.get("params"))
        assert answer.status_code in (200, 400, 404, 405, 414), answer.text
        if answer.headers["content-type"] == "application/problem+json":
            Draft202012Validator({**answers["schemas"]["Problem"], "components": answers}).validate(answer.json())
        elif answer.url.path.startswith(BASE):
            validate(answer.json(), operation.shape)

    ask()


def test_persons_appear_only_in_office(client: TestClient, examples: Path) -> None:
    """As on the pages: who is named for another reason is no actor here, and no list of mentions is made."""
    with open_corpus(examples / "corpus", examples / "index") as corpus:
        names = corpus._store.actor_names()
        others = {id_: names[id_] for id_ in corpus._store.bystanders()}
    assert others, "the examples name persons who act in no office"
    shown: set[str] = set()
    address = "/api/v1/actors?kind=person&limit=100"
    while address:
        answer = client.get(address).json()
        shown |= {actor["id"] for actor in answer["items"]}
        address = answer["next"]
    assert shown
    assert not shown & set(others)
    for name in others.values():
        items = client.get("/api/v1/mentions", params={"name": name, "limit": 100}).json()["items"]
        assert not {item["actor"]["id"] for item in items} & set(others)
