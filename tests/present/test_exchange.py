"""Words as CoNLL-U and VRT, codes as QDPX: read by what others read them with, and set against the text."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import conllu
import pytest

from policysearch import Corpus, open_corpus
from policysearch.lang.fi import Finnish, open_finnish
from policysearch.model.language import Token
from policysearch.present.ud import feats_of, upos_of
from tests.conftest import Run
from tests.languages.conftest import languages as languages  # a fixture

NS = "{urn:QDA-XML:project:1.0}"
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_BLANKS = {"\\s": " ", "\\n": "\n", "\\t": "\t", "\\r": "\r", "\\p": "|", "\\\\": "\\", "\\f": "\f", "\\v": "\v"}


def blanks(escaped: str) -> str:
    return re.sub(r"\\.", lambda match: _BLANKS[match[0]], escaped)


def rebuilt(sentences: list[conllu.models.TokenList]) -> dict[str, str]:
    """The text of each document, made of words and white space alone."""
    texts: dict[str, str] = {}
    document = ""
    for sentence in sentences:
        document = sentence.metadata.get("newdoc id", document)
        for token in sentence:
            misc = token["misc"] or {}
            after = "" if misc.get("SpaceAfter") == "No" else blanks(misc.get("SpacesAfter", " "))
            before = blanks(misc.get("SpacesBefore", ""))
            texts[document] = texts.get(document, "") + before + token["form"] + after
    return texts


@pytest.fixture(params=["examples", "languages"])
def folder(request: pytest.FixtureRequest) -> Path:
    """A corpus of the examples, and one in several languages."""
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def test_conllu_gives_each_text_back_to_the_last_letter(folder: Path, run: Run, tmp_path: Path) -> None:
    written = run("export", "-o", tmp_path / "all.conllu", examples=folder)
    assert written.exit_code == 0, written.output
    sentences = conllu.parse((tmp_path / "all.conllu").read_text(encoding="utf-8"))
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        assert rebuilt(sentences) == {d.id: corpus.document(d.id).text for d in corpus.documents()}


def test_conllu_is_made_as_the_format_says(folder: Path, run: Run, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "all.conllu", examples=folder)
    sentences = conllu.parse((tmp_path / "all.conllu").read_text(encoding="utf-8"))
    ids = [sentence.metadata["sent_id"] for sentence in sentences]
    assert len(set(ids)) == len(ids)
    for sentence in sentences:
        words = "".join(
            token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ") for token in sentence
        )
        assert words.rstrip(" ") == sentence.metadata["text"]
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
        for token in sentence:
            assert not re.search(r"\s", token["form"])
            names = list(token["feats"] or {})
            assert names == sorted(names, key=str.casefold)
    assert sentences[0].metadata["program"] == "policysearch"
    assert sentences[0].metadata["corpus sha256"]


def test_words_of_other_languages_have_no_lemma_and_say_their_language(languages: Path, run: Run) -> None:
    sentences = conllu.parse(run("export", "--format", "conllu", examples=languages).stdout)
    words = {token["form"]: token for sentence in sentences for token in sentence}
    assert words["offren"]["lemma"] == "_"
    assert words["offren"]["misc"]["Lang"] == "sv"
    assert words["Čállingoddi"]["misc"]["Lang"] == "se"
    assert words["uhrien"]["lemma"] == "uhri"
    assert words["uhrien"]["upos"] == "NOUN"
    assert words["uhrien"]["feats"] == {"Case": "Gen", "Number": "Plur"}


@pytest.fixture(scope="module")
def finnish() -> Finnish:
    return open_finnish()


@pytest.mark.parametrize(
    ("word", "upos", "feats"),
    [
        ("päätti", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Act"),
        ("laaditaan", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass"),
        ("laadittaisiin", "VERB", "Mood=Cnd|VerbForm=Fin|Voice=Pass"),
        ("laadittujen", "VERB", "Case=Gen|Degree=Pos|Number=Plur|PartForm=Past|VerbForm=Part|Voice=Pass"),
        ("tekemällä", "VERB", "Case=Ade|InfForm=3|VerbForm=Inf"),
        ("laatimisen", "NOUN", "Case=Gen|Derivation=Minen|Number=Sing"),
        ("ohjeessaan", "NOUN", "Case=Ine|Number=Sing|Person[psor]=3"),
        ("Vantaalla", "PROPN", "Case=Ade|Number=Sing"),
        ("paremman", "ADJ", "Case=Gen|Degree=Cmp|Number=Sing"),
        ("ei", "AUX", "Number=Sing|Person=3|Polarity=Neg|VerbForm=Fin|Voice=Act"),
        ("sekä", "CCONJ", "_"),
        ("että", "SCONJ", "_"),
        ("on", "_", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin|Voice=Act"),  # AUX or VERB
        ("merkittävä", "_", "Case=Nom|Number=Sing"),  # ADJ, or a form of merkitä
        ("mukaan", "_", "_"),  # ADP or ADV
        ("12", "NUM", "_"),
        ("§", "SYM", "Abbr=Yes|Case=Nom|Number=Sing"),
        (",", "PUNCT", "_"),
        ("Blörgtöyhtöä", "_", "_"),  # guessed
    ],
)
def test_readings_as_universal_features(word: str, upos: str, feats: str, finnish: Finnish) -> None:
    token: Token = finnish.tokens(f"Niin {word}")[1]
    assert (upos_of(token), feats_of(token)) == (upos, feats)


def vrt_lines(text: str) -> Iterator[str]:
    """The lines after the comments."""
    for line in text.splitlines():
        if not line.startswith("<!--"):
            yield line


def test_vrt_is_made_as_the_corpus_workbench_reads_it(folder: Path, run: Run) -> None:
    text = run("export", "--format", "vrt", examples=folder).stdout
    assert text.startswith("<!-- #vrt positional-attributes: word lemma pos msd ref -->\n")
    opened: list[str] = []
    attributes: dict[str, list[str]] = {}
    for line in vrt_lines(text):
        assert line
        assert line == line.strip()
        if line.startswith("</"):
            assert line == f"</{opened.pop()}>"
        elif line.startswith("<"):
            element = ET.fromstring(f"{line}</{line[1:].split()[0]}>")
            assert attributes.setdefault(element.tag, list(element.attrib)) == list(element.attrib)
            assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in element.attrib)
            opened.append(element.tag)
            assert opened == ["text", "paragraph", "sentence"][: len(opened)]
        else:
            assert opened == ["text", "paragraph", "sentence"]
            cells = line.split("\t")
            assert len(cells) == 5
            assert all(cells)
            assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", line)
    assert not opened
    ET.fromstring(f"<corpus>{text}</corpus>")


def test_vrt_and_conllu_have_the_same_words(folder: Path, run: Run) -> None:
    sentences = conllu.parse(run("export", "--format", "conllu", examples=folder).stdout)
    vrt = run("export", "--format", "vrt", examples=folder).stdout
    words = [line.split("\t")[0] for line in vrt_lines(vrt) if "\t" in line]
    unescaped = [word.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for word in words]
    assert unescaped == [token["form"] for sentence in sentences for token in sentence]


def test_contact_details_are_covered_on_request(examples: Path, run: Run) -> None:
    shown = run("export", "--format", "vrt", examples=examples).stdout
    hidden = run("export", "--format", "vrt", "--hide-contacts", examples=examples).stdout
    assert "@" in "".join(vrt_lines(shown))
    assert "█" not in shown
    assert "█" in hidden


# --- codes ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def coded(run: Run, tmp_path: Path) -> Path:
    """A corpus of two documents where two people tagged and noted commitments, and one word that is gone since."""
    text = (
        "Tiedote 7.2.2024\n\nTyöryhmä 🦉 aloittaa\n\nOhjausryhmä päätti 🦉 laatia ohjeen uhrien auttamisesta 31.5.2024"
        " mennessä. Kunta järjestää koulutuksen & arvioi <sen> 1.9.2024 mennessä.\n"
    )
    (tmp_path / "yksi.txt").write_text(text, encoding="utf-8")
    assert run("ingest", tmp_path / "yksi.txt").exit_code == 0
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        first, second = corpus.commitments().rows
        say = corpus.reviews.say
        say(first.commitment.id, "tag", by="Anna", value="ohje")
        say(first.commitment.id, "tag", by="Bo", value="auttaminen & tuki")
        say(first.commitment.id, "note", by="Bo", value="Kuka laatii?\n<kysy>")
        say(second.commitment.id, "tag", by="Anna", value="ohje")
        say(second.commitment.id, "tag", by="Anna", value="väärä")
        say(second.commitment.id, "untag", by="Bo", value="väärä")
    return tmp_path


def project(path: Path) -> tuple[ET.Element, dict[str, str]]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("Sources/")}
        return ET.fromstring(archive.read("project.qde")), texts


def test_codes_come_back_at_their_words(coded: Path, run: Run) -> None:
    written = run("export", "-o", coded / "codes.qdpx")
    assert written.exit_code == 0, written.output
    assert "3 tags and 1 notes in 1 documents" in written.stderr
    root, texts = project(coded / "codes.qdpx")
    names = {code.get("guid"): code.get("name") for code in root.iter(f"{NS}Code")}
    users = {user.get("guid"): user.get("name") for user in root.iter(f"{NS}User")}
    assert set(names.values()) == {"ohje", "auttaminen & tuki"}
    found = set()
    for source in root.iter(f"{NS}TextSource"):
        text = texts[f"Sources/{(source.get('plainTextPath') or '').removeprefix('internal://')}"]
        for selection in source.iter(f"{NS}PlainTextSelection"):
            words = text[int(selection.get("startPosition") or 0) : int(selection.get("endPosition") or 0)]
            for coding in selection.iter(f"{NS}Coding"):
                (ref,) = coding
                found.add((words, names[ref.get("targetGUID")], users[coding.get("creatingUser")]))
    with open_corpus(coded / "corpus", coded / "index") as corpus:
        assert found == set(tags_of(corpus))
    notes = {note.get("guid"): note for note in root.iter(f"{NS}Note")}
    (ref,) = root.iter(f"{NS}NoteRef")
    assert notes[ref.get("targetGUID")].findtext(f"{NS}PlainTextContent") == "Kuka laatii?\n<kysy>"


def tags_of(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Words, tag, and who tagged them, as the reviews have them."""
    for place in corpus.reviews.coded():
        quote = place.span.of(corpus.document(place.document).text)
        yield from ((quote, tag.value, tag.by) for tag in place.tags)


def test_the_project_keeps_the_rules_of_the_schema(coded: Path, run: Run) -> None:
    """Project.xsd of 18 March 2019: order of the children, attributes that must be there, ids, references."""
    run("export", "-o", coded / "codes.qdpx")
    root, texts = project(coded / "codes.qdpx")
    order = {
        "Project": ["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs",
                    "Description", "NoteRef"],
        "CodeBook": ["Codes"], "Codes": ["Code"], "Code": ["Description", "NoteRef", "Code"], "Users": ["User"],
        "Sources": ["TextSource"], "Notes": ["Note"], "Coding": ["CodeRef", "NoteRef"],
        "TextSource": ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
        "Note": ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
        "PlainTextSelection": ["Description", "Coding", "NoteRef"],
    }  # fmt: skip
    needed = {
        "Project": {"name"}, "User": {"guid"}, "Code": {"guid", "name", "isCodable"}, "TextSource": {"guid"},
        "Note": {"guid"}, "Coding": {"guid"}, "PlainTextSelection": {"guid", "startPosition", "endPosition"},
        "CodeRef": {"targetGUID"}, "NoteRef": {"targetGUID"},
    }  # fmt: skip
    assert root.tag == f"{NS}Project"
    ids = [element.get("guid") or "" for element in root.iter() if element.get("guid")]
    assert len(set(ids)) == len(ids)
    assert all(GUID.fullmatch(id_) for id_ in ids)
    for element in root.iter():
        name = element.tag.removeprefix(NS)
        assert needed.get(name, set()) <= set(element.attrib)
        children = [child.tag.removeprefix(NS) for child in element]
        places = [order[name].index(child) for child in children] if children else []
        assert places == sorted(places)
        for reference in ("targetGUID", "creatingUser"):
            assert element.get(reference) is None or element.get(reference) in ids
        if element.get("creationDateTime"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.get("creationDateTime") or "")
    for source in root.iter(f"{NS}TextSource"):
        assert f"Sources/{source.get('guid')}.txt" in texts
        assert (source.find(f"{NS}PlainTextContent") is None) == (source.get("plainTextPath") is not None)


def test_the_same_reviews_give_the_same_project(coded: Path, run: Run) -> None:
    run("export", "-o", coded / "a.qdpx")
    run("export", "-o", coded / "b.qdpx")
    assert (coded / "a.qdpx").read_bytes() == (coded / "b.qdpx").read_bytes()
    with zipfile.ZipFile(io.BytesIO((coded / "a.qdpx").read_bytes())) as archive:
        assert "corpus sha256: " in archive.read("project.qde").decode()
    assert (coded / "a.qdpx.provenance.json").is_file()


def test_what_does_not_fit_is_refused(coded: Path, run: Run) -> None:
    assert "name a file" in run("export", "--format", "qdpx").output
    assert "--as is about facts" in run("export", "--format", "vrt", "--as", "reviewed").output
    assert run("export", "--as", "reviewed").exit_code == 0
