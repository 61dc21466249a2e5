"""Names by the model: the features it sees, the text it is trained on, its spans, and when it is believed."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from policysearch.errors import ReadError
from policysearch.facts.actors import find_mentions
from policysearch.facts.names.corpus import TaggedSpan, read_tagged, tags_of
from policysearch.facts.names.features import features_of
from policysearch.facts.names.model import NameModel, open_name_model, train
from policysearch.model.text import Span
from tests.facts.made import FINNISH, analysed, made_document
from tests.shared import shared_folder

TAGGED = "Pekka\tB-PER\nAaltonen\tI-PER\nkävi\tO\nTurussa\tB-LOC\n.\tO\n\nNordea\tB-ORG\nkasvoi\tO\n"


def people(*paragraphs: str) -> list[tuple[str, str | None, str]]:
    """Name, title and quote of the people of a document."""
    document = made_document(*paragraphs)
    mentions = find_mentions(document, analysed(document), FINNISH)
    return [(m.actor.name, m.title, m.quote) for m in mentions if m.actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lautakunta hyväksyi Xhevat Bruffin vastaehdotuksen yksimielisesti.",
            [("Xhevat Bruff", None, "Xhevat Bruffin")],
            id="foreign-name-behind-an-act",
        ),
        pytest.param(
            "Kokouksessa ministeri Lindqvist esitteli ohjelman.",
            [("Lindqvist", "ministeri", "Lindqvist")],
            id="lone-surname-behind-a-title",
        ),
        pytest.param(
            "Aloitteen allekirjoittivat Eva Lindman, Silja Gunnarsdottir Malmberg ja Oona Kivelä.",
            [
                ("Eva Lindman", None, "Eva Lindman"),
                ("Silja Gunnarsdottir Malmberg", None, "Silja Gunnarsdottir Malmberg"),
                ("Oona Kivelä", None, "Oona Kivelä"),
            ],
            id="two-surnames",
        ),
        pytest.param("Uusi päiväkoti rakennetaan osoitteeseen Albert Wessmanin tie 15.", [], id="street"),
        pytest.param("Kaupunki ja Lempiä Care neuvottelevat sopimuksesta.", [], id="company"),
        pytest.param("Kunnostettava alue kuuluu Albertin rantatien varteen.", [], id="district"),
        pytest.param("Kokous päätti, että Urheilupuiston halli korjataan.", [], id="common-nouns"),
    ],
)
def test_people_whom_rules_miss(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """The model adds people where a word beside the name agrees, and no places, companies or halls."""
    assert people(text) == expected


def test_a_known_surname_stays_with_its_person() -> None:
    """A lone surname behind a title is the person whose full name the document has."""
    found = people("Esittelijänä oli Maija Lindqvist.", "Päällikkö Lindqvist totesi asian kiireelliseksi.")
    assert {name for name, _, _ in found} == {"Maija Lindqvist"}


def test_model_finds_spans_with_confidence() -> None:
    """Spans lie inside the sentence, in order, without overlap, each with a probability."""
    tokens = FINNISH.tokens("Tarja Virtanen kertoi Helsingissä, että Nokia Oyj palkkaa Matti Meikäläisen 3.5.2021.")
    spans = open_name_model().find(tokens)
    texts = [(span.label, " ".join(token.surface for token in tokens[span.first : span.last])) for span in spans]
    assert ("PER", "Tarja Virtanen") in texts
    assert ("LOC", "Helsingissä") in texts
    assert all(0 < span.confidence <= 1 for span in spans)
    assert all(one.last <= two.first for one, two in itertools.pairwise(spans))


def test_model_of_nothing_finds_nothing() -> None:
    """An empty sentence has no names."""
    assert open_name_model().find(()) == []


def test_features_do_not_depend_on_earlier_words() -> None:
    """The same sentence has the same features, whatever was read before; neighbours carry their distance."""
    tokens = FINNISH.tokens("Turun kaupunki päätti.")
    first = features_of(tokens)
    features_of(FINNISH.tokens("Kaupunki Turun päätti kaupunki."))
    assert features_of(tokens) == first
    assert len(first) == len(tokens)
    assert "-1edge" in first[0]
    assert any(feature.startswith("-1n=place") for feature in first[1])


def test_tagged_text_is_read(tmp_path: Path) -> None:
    """Sentences, their names, and the tags of our own tokens."""
    path = tmp_path / "train.tsv"
    path.write_text(TAGGED, encoding="utf-8")
    first, second = read_tagged(path)
    assert first.text == "Pekka Aaltonen kävi Turussa ."
    assert first.spans == (TaggedSpan(Span(0, 14), "PER"), TaggedSpan(Span(20, 27), "LOC"))
    assert tags_of(first, FINNISH.tokens(first.text)) == ["B-PER", "I-PER", "O", "B-LOC", "O"]
    assert second.text == "Nordea kasvoi"


def test_tagged_text_without_a_tag_is_told(tmp_path: Path) -> None:
    """The message names file and line."""
    path = tmp_path / "train.tsv"
    path.write_text("Pekka\tB-PER\nkävi\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"train\.tsv, line 2"):
        list(read_tagged(path))


def test_training_gives_the_same_file_twice(tmp_path: Path) -> None:
    """The same sentences give the same model, which finds what it was shown."""
    source = tmp_path / "train.tsv"
    source.write_text(TAGGED, encoding="utf-8")
    sentences: list[tuple[Sequence, Sequence[str]]] = []
    for sentence in read_tagged(source):
        tokens = FINNISH.tokens(sentence.text)
        sentences.append((tokens, tags_of(sentence, tokens)))
    files = [tmp_path / "one.crfsuite", tmp_path / "two.crfsuite"]
    for file in files:
        train(sentences, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    spans = NameModel(files[0].read_bytes()).find(sentences[0][0])
    assert [span.label for span in spans] == ["PER", "LOC"]


def test_model_reaches_its_floors_on_dev() -> None:
    """Exact F1 on the development part of the Turku NER corpus, which the training has not seen."""
    floors = {"PER": 0.75, "ORG": 0.55, "DATE": 0.88}
    model = open_name_model()
    right, total = dict.fromkeys(floors, 0), dict.fromkeys(floors, 0)
    for sentence in read_tagged(shared_folder("measure", "turku-ner") / "dev.tsv"):
        tokens = FINNISH.tokens(sentence.text)
        found = {
            TaggedSpan(Span(tokens[one.first].span.start, tokens[one.last - 1].span.end), one.label)
            for one in model.find(tokens)
        }
        for kind in floors:
            wanted = {one for one in sentence.spans if one.label == kind}
            given = {one for one in found if one.label == kind}
            right[kind] += len(wanted & given)
            total[kind] += len(wanted) + len(given)
    scores = {kind: 2 * right[kind] / total[kind] for kind in floors}
    assert all(scores[kind] >= floor for kind, floor in floors.items()), scores


def test_what_ships_reaches_its_floors_on_dev() -> None:
    """Exact F1 of people, as the facts stage finds them, each sentence a document of its own."""
    right = total = 0
    for sentence in read_tagged(shared_folder("measure", "turku-ner") / "dev.tsv"):
        document = made_document(sentence.text)
        mentions = find_mentions(document, analysed(document), FINNISH)
        found = {(m.span.start, m.span.end) for m in mentions if m.actor.kind == "person"}
        wanted = {(one.span.start, one.span.end) for one in sentence.spans if one.label == "PER"}
        right += len(found & wanted)
        total += len(found) + len(wanted)
    assert 2 * right / total >= 0.75
