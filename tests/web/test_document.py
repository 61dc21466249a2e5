"""A document: its text with what was found in it, its page with the words marked, and what is kept of it."""

import hashlib
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from policysearch.corpus import Corpus, open_corpus
from policysearch.settings import Settings
from tests.conftest import EXAMPLES
from tests.web.conftest import Open

Find = Callable[[str], str]


@pytest.fixture(scope="module")
def corpus(examples: Path) -> Corpus:
    return open_corpus(examples / "corpus", examples / "index", read_only=True)


@pytest.fixture(scope="module")
def find(corpus: Corpus) -> Find:
    """The id of the document whose title begins so."""

    def found(title: str) -> str:
        return next(s.id for s in corpus.documents() if (s.metadata.title or "").startswith(title))

    return found


def place(corpus: Corpus, document: str, words: str) -> str:
    at = corpus.document(document).text.index(words)
    return f"{at}-{at + len(words)}"


def test_a_hit_leads_to_its_words(client: TestClient, find: Find) -> None:
    """One click from the search: the text with the words marked, and the picture of the page with a box on them."""
    document = find("Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti")
    hits = client.get("/", params={"q": "lapsiuhri"}).text
    address = next(hit for hit in re.findall(r'href="(/documents/[^"#]+)#mark"', hits) if document in hit)
    html = client.get(address.replace("&amp;", "&")).text
    assert re.search(r'<mark[^>]* id="mark"|<mark id="mark"', html)
    assert re.search(r"<mark[^>]*>lapsiuhrien</mark>", html)
    assert "<rect" in html
    assert "/pages/1/picture.png?width=900" in html


def test_the_mark_is_drawn_where_the_words_are_printed(client: TestClient, corpus: Corpus, find: Find) -> None:
    """Under the box there are letters in the picture, and around it there is paper."""
    document = find("Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti")
    html = client.get(f"/documents/{document}", params={"mark": place(corpus, document, "lapsiuhrien")}).text
    box = re.search(
        r'viewBox="0 0 ([\d.]+) ([\d.]+)".*?<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"',
        html,
        re.DOTALL,
    )
    assert box is not None
    width, _, x, y, w, h = map(float, box.groups())
    picture = client.get(f"/documents/{document}/pages/1/picture.png", params={"width": 1200})
    image = Image.open(io.BytesIO(picture.content)).convert("L")
    scale = image.width / width
    inside = image.crop(tuple(round(scale * side) for side in (x, y, x + w, y + h)))
    below = image.crop(tuple(round(scale * side) for side in (x, y + h, x + w, y + h + 2)))
    assert sum(inside.histogram()[:128]) > 0.08 * inside.width * inside.height
    assert min(below.tobytes()) > 200


def test_facts_are_marked_and_can_be_left_unmarked(client: TestClient, corpus: Corpus, find: Find) -> None:
    """Actors, times and commitments, with a legend; each can be switched off."""
    document = find("Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti")
    everything = client.get(f"/documents/{document}").text
    text = everything[everything.index("document-text") :]
    for name in ("actor", "commitment", "time"):
        assert f"fact {name}" in text
    times = client.get(f"/documents/{document}?show=time").text
    assert "fact commitment" not in times[times.index("document-text") :]
    none = client.get(f"/documents/{document}?plain=1").text
    assert 'class="fact' not in none[none.index("document-text") :]


def test_the_whole_text_is_there_as_it_is(client: TestClient, corpus: Corpus) -> None:
    """Whatever is laid over it, the words of each document stand on its page, in order."""
    for summary in corpus.documents():
        page = client.get(f"/documents/{summary.id}?show=time").text
        page = page[page.index('<div class="document-text"') :]
        page = page[: page.index("</section>")]
        page = re.sub(r'<(?:a|span) class="page-mark".*?</(?:a|span)>', "", page)
        page = re.sub(r'<span class="unseen">.*?</span>', "", page)
        shown = re.sub(r"</?(?:span|mark)[^>]*>", "", page)
        shown = re.sub(r"<[^>]+>", " ", shown)
        for escaped, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
            shown = shown.replace(escaped, letter)
        with open_corpus(corpus.settings.corpus, corpus.settings.index, read_only=True, hide_contacts=True) as hiding:
            wanted = hiding.document(summary.id).text
        assert shown.split() == wanted.split(), summary.metadata.title


def test_the_original_is_given_as_it_was(client: TestClient, corpus: Corpus) -> None:
    """The bytes under their hash, as a file to save, that no browser runs."""
    for summary in corpus.documents():
        answer = client.get(f"/documents/{summary.id}/original")
        assert hashlib.sha256(answer.content).hexdigest() == summary.sha256
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]


def test_names_of_files_cannot_break_the_header(open_site: Open, tmp_path: Path) -> None:
    """A quote, a line feed or a path in the name of a file stays a name; a script in it stays text."""
    name = 'a";x="<script>alert(1)</script>\r\nSet-Cookie: b=1.html'.replace("/", "_")
    original = tmp_path / name
    original.write_bytes((EXAMPLES / "tiedote-hyvinvointiministerio-2022-03-24.html").read_bytes())
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    with open_corpus(settings=settings, create=True) as corpus:
        list(corpus.ingest([original]))
        corpus.update_index()
        document = corpus.documents()[0].id
    site = open_site(tmp_path)
    answer = site.get(f"/documents/{document}/original")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert answer.headers["content-disposition"].count('"') == 2
    assert "<script>alert" not in site.get(f"/documents/{document}").text


def test_hostile_html_is_shown_as_text(open_site: Open, tmp_path: Path) -> None:
    """Titles and texts with scripts, handlers and frames in them are words on the page."""
    (tmp_path / "a.html").write_text(
        "<html lang=fi><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></head><body><main>"
        "<h1>&lt;img src=x onerror=alert(1)&gt; Kuusjärven päätös</h1>"
        "<p onclick=alert(1)>Kuusjärven kaupunginhallitus päätti ihmiskaupan uhrien auttamisesta 1.2.2023. "
        "&lt;iframe src=javascript:alert(1)&gt; <a href='javascript:alert(1)'>lue</a><script>alert(1)</script></p>"
        "</main></body></html>",
        encoding="utf-8",
    )
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    with open_corpus(settings=settings, create=True) as corpus:
        list(corpus.ingest([tmp_path / "a.html"]))
        corpus.update_index()
        document = corpus.documents()[0].id
    site = open_site(tmp_path)
    for address in (f"/documents/{document}", "/?q=uhri"):
        html = site.get(address).text
        assert "auttamisesta" in html
        for tag in (
            "<script>alert",
            "<img src=x",
            "<iframe",
            "onclick",
            "javascript:alert(1)&#39;>",
            'href="javascript',
        ):
            assert tag not in html


def test_contact_details_of_persons_are_hidden(open_site: Open, client: TestClient, find: Find) -> None:
    """In texts, hits and citations; unless the page was started with them shown."""
    document = find("Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti")
    shown = open_site(show_contacts=True)
    for address in (f"/documents/{document}", "/?q=Sinervä"):
        assert "000 555 1340" in shown.get(address).text
        hidden = client.get(address).text
        assert "000 555 1340" not in hidden
        assert "yhteystieto piilotettu" in hidden


def test_contact_details_are_painted_over(open_site: Open, client: TestClient, corpus: Corpus, find: Find) -> None:
    """On the picture of the page there is a black bar where the number is printed, and nowhere else."""
    document = find("Lausunto luonnoksesta")
    start, end = map(int, place(corpus, document, "000 555 3105").split("-"))
    from policysearch.model.text import Span

    box = corpus.marks(document, [Span(start, end)])[0]
    pictures = [
        Image.open(
            io.BytesIO(site.get(f"/documents/{document}/pages/{box.page}/picture.png?width=900").content)
        ).convert("L")
        for site in (client, open_site(show_contacts=True))
    ]
    scale = pictures[0].width / corpus.document(document).pages[box.page - 1].width
    crop = tuple(round(scale * side) for side in (box.x0, box.top, box.x1, box.bottom))
    hidden, shown = (picture.crop(crop) for picture in pictures)
    assert hidden.getextrema() == (0, 0)
    assert shown.getextrema()[1] > 200
    above = (0, 0, pictures[0].width, crop[1] - 20)
    assert pictures[0].crop(above).tobytes() == pictures[1].crop(above).tobytes()


def test_ids_lead_to_their_place(client: TestClient, corpus: Corpus, find: Find) -> None:
    """Passages and commitments have addresses of their own; the beginning of an id is enough."""
    document = find("Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti")
    commitment = corpus.facts(document).commitments[0]
    led = client.get(f"/commitments/{commitment.id}")
    assert led.status_code == 303
    assert led.headers["location"].startswith(
        f"/documents/{document}?mark={commitment.span.start}-{commitment.span.end}"
    )
    assert led.headers["location"].endswith("#mark")
    html = client.get(led.headers["location"]).text
    assert f"kirjaus {commitment.id}" in html, "what is cited is the commitment"
    assert client.get(f"/documents/{document[:6]}").headers["location"] == f"/documents/{document}"


@pytest.mark.parametrize(
    "tail",
    [
        "", "/pages/99", "/pages/x", "/pages/99/picture.png", "/pages/-1/picture.png", "/pages/1/picture.png?x=/..",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client: TestClient, tail: str) -> None:
    """Ids are looked up in the store, and are never a path."""
    for id_ in ("ffffffffffffffff", "%2e%2e%2f", "*", "' OR 1=1"):
        assert client.get(f"/documents/{id_}{tail}").status_code in (404, 307)


def test_marks_outside_the_text_are_refused(client: TestClient, find: Find) -> None:
    """A sentence, not a traceback."""
    document = find("Lausunto luonnoksesta")
    for mark in ("5-999999999", "9-5", "x", "1-2-3", "-5"):
        assert client.get(f"/documents/{document}", params={"mark": mark}).status_code == 400
    assert client.get(f"/documents/{document}/pages/1/picture.png?width=5000").status_code == 400


def test_other_formats_have_no_picture(client: TestClient, find: Find) -> None:
    """Their text is shown all the same, and says where a page begins where that is known."""
    document = find("Ihmiskaupan vastaisen toimintaohjelman arviointi käynnistyy")
    html = client.get(f"/documents/{document}").text
    assert "<svg" not in html
    assert "picture.png" not in html
    assert client.get(f"/documents/{document}/pages/1/picture.png").status_code == 404


PUBLISHED = """<!doctype html><html lang="fi"><head><title>Tukipiste avataan</title><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/"><style>body{display:none}</style></head><body>
<nav><a href="/valikko">Valikko</a></nav><main><h1 id="mark" onclick="alert(1)">Tukipiste avataan</h1>
<p style="color:red">Kaupunki <strong>perustaa</strong> tukipisteen. <a href="liite.pdf">Liite</a>
<a href="javascript:alert(2)">Lue</a> <a href="https://a.example/" target="_top" onmouseover="alert(3)">Muualla</a></p>
<p>Lisätietoja: Maija Meikäläinen, puh. <b>040</b> 123 <i>4567</i><br>kirjaamo@kunta.example<br>
maija.meikalainen@example.fi</p>
<table><tr><th scope="col" class="x">Vuosi</th><td colspan="2">2024</td></tr></table>
<img src="https://evil.example/x.png" onerror="alert(4)"><svg><script>alert(5)</script></svg><math><mtext><style>
<img src=x onerror=alert(6)></style></mtext></math><form action="https://evil.example/"><input name="q"></form>
<iframe srcdoc="<script>alert(7)</script>"></iframe><object data="x"></object><template><b>a</b></template></main>
</body></html>"""


def test_a_stored_page_is_shown_in_its_own_markup(tmp_path: Path, open_site: Open) -> None:
    """Its article without scripts, pictures, forms and the site around it, contact details covered; links lead away."""
    paper = tmp_path / "tiedote.html"
    paper.write_text(PUBLISHED, encoding="utf-8")
    folder = tmp_path / "one"
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        assert [event.outcome for event in corpus.ingest([paper], url="https://kunta.example/t/tiedote.html")] == [
            "added"
        ]
        corpus.update_index()
        document = corpus.documents()[0].id
    site = open_site(folder)
    assert f'href="/documents/{document}/article"' in site.get(f"/documents/{document}").text
    html = site.get(f"/documents/{document}/article").text
    html = html[html.index('<article class="document-text stored') : html.index("</article>")]
    assert "<h2>Tukipiste avataan</h2>" in html
    assert "Kaupunki <strong>perustaa</strong> tukipisteen." in html
    assert '<a href="https://kunta.example/t/liite.pdf" rel="noreferrer noopener external nofollow">Liite</a>' in html
    assert "<th scope=" in html
    assert "kirjaamo@kunta.example" in html, "that of an office"
    for sign in (
        "alert(", "evil.example", "javascript", "style", "<img", "<svg", "<form", "<iframe", "onclick", "target", "id=",
        "valikko", "4567", "meikalainen@",
    ):  # fmt: skip
        assert sign not in html, sign


def test_only_pages_are_shown_so(client: TestClient, corpus: Corpus) -> None:
    """All stored pages of the examples, and nothing else."""
    for summary in corpus.documents():
        media_type = corpus.document(summary.id).media_type
        answer = client.get(f"/documents/{summary.id}/article")
        assert answer.status_code == (200 if media_type == "text/html" else 404), summary.metadata.title


REPEATED = """<html lang="fi"><head><title>Tukipiste</title></head><body><main><h1>Tukipiste</h1>
<p>Työ jatkuu. Kaupunki <b>perus</b>taa tuki­pisteen <a href="/x?a=1&amp;b=2>3">poliisin</a> &amp; järjestöjen kanssa
viimeistään 3.4.2024.</p><table><tr><td>Työ jatkuu.</td><td>Kevät</td></tr></table></main></body></html>"""


def test_words_are_marked_in_the_stored_page(tmp_path: Path, open_site: Open) -> None:
    """The very words that the reader came for, over bold letters and links, and the same one of those that repeat."""
    paper = tmp_path / "tiedote.html"
    paper.write_text(REPEATED, encoding="utf-8")
    folder = tmp_path / "one"
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        list(corpus.ingest([paper]))
        corpus.update_index()
        document = corpus.document(corpus.documents()[0].id)
    site = open_site(folder)
    text = document.text

    def shown(start: int, end: int) -> str:
        html = site.get(f"/documents/{document.id}/article?mark={start}-{end}").text
        return html[html.index('<article class="document-text stored') : html.index("</article>")]

    start = text.index("Kaupunki")
    html = shown(start, text.index("3.4.2024") + 8)
    assert html.count('id="mark"') == 1
    words = re.sub(r"\s+|\u00ad", "", unescape("".join(re.findall(r"<mark[^>]*>(.*?)</mark>", html, re.DOTALL))))
    assert words == "Kaupunkiperustaatukipisteenpoliisin&järjestöjenkanssaviimeistään3.4.2024"
    assert "<b><mark>perus</mark></b>" in html
    second = text.rindex("Työ jatkuu.")
    assert '<td><mark id="mark">Työ jatkuu.</mark></td>' in shown(second, second + 11)
    first = text.index("Työ jatkuu.")
    assert '<p><mark id="mark">Työ jatkuu.</mark>' in shown(first, first + 11)
    link = f"/documents/{document.id}/article?mark={first}-{first + 11}#mark"
    assert link in site.get(f"/documents/{document.id}?mark={first}-{first + 11}").text


def test_every_commitment_of_a_page_is_marked_in_it(client: TestClient, corpus: Corpus) -> None:
    """All words that are quoted from stored pages of the examples stand marked in them."""
    pages = [s.id for s in corpus.documents() if corpus.document(s.id).media_type == "text/html"]
    quotes = [(id_, c) for id_ in pages for c in corpus.facts(id_).commitments]
    assert quotes
    for id_, commitment in quotes:
        html = client.get(f"/documents/{id_}/article?mark={commitment.span.start}-{commitment.span.end}").text
        assert '<mark id="mark"' in html, commitment.quote
        marked = re.sub(r"\s+", "", unescape("".join(re.findall(r"<mark[^>]*>(.*?)</mark>", html, re.DOTALL))))
        quote = re.sub(r"\s+", "", commitment.quote)
        assert marked in (quote, quote.lstrip("0123456789."))  # a list numbers its items itself
