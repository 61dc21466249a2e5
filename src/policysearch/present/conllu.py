"""Documents as CoNLL-U: words with lemma, part of speech and features, and the white space that gives the text back."""

from collections.abc import Iterator, Sequence

from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.language import Token
from policysearch.model.research import Provenance
from policysearch.model.search import DocumentSummary
from policysearch.present.provenance import provenance_rows
from policysearch.present.sentences import Sentence, sentences_of
from policysearch.present.ud import UNKNOWN, feats_of, is_ambiguous, upos_of

_SPACES = {" ": "\\s", "\n": "\\n", "\t": "\\t", "\r": "\\r", "|": "\\p", "\\": "\\\\", "\f": "\\f", "\v": "\\v"}


def conllu_lines(
    summary: DocumentSummary, document: Document, passages: Sequence[AnalysedPassage], *, about: Sequence[str] = ()
) -> Iterator[str]:
    """The lines of one document; every sentence ends with an empty one.

    `SpaceAfter` and `SpacesAfter` of each word, and `SpacesBefore` of the first one, hold all white space: words and
    white space in order are the text of the document, to the last letter.

    Args:
        summary: Of the document.
        document: Its text.
        passages: With their words read.
        about: Comments before everything.
    """
    sentences = list(sentences_of(passages))
    tokens = [token for sentence in sentences for token in sentence.tokens]
    if not tokens:
        return
    ends = [token.span.start for token in tokens[1:]] + [len(document.text)]
    after = {token.span.start: document.text[token.span.end : end] for token, end in zip(tokens, ends, strict=True)}
    yield from about
    yield from _of_document(summary)
    paragraph = None
    for sentence in sentences:
        if sentence.passage.id != paragraph:
            paragraph = sentence.passage.id
            yield f"# newpar id = {paragraph}"
        yield from _of_sentence(sentence, after)
        before = document.text[: tokens[0].span.start] if sentence is sentences[0] else ""
        for number, token in enumerate(sentence.tokens, start=1):
            yield _line(number, token, after[token.span.start], before if number == 1 else "", sentence)
        yield ""


def about_lines(provenance: Provenance) -> list[str]:
    """The provenance as comments."""
    return [f"# {name} = {_one_line(value)}" for name, value in provenance_rows(provenance)]


def _of_document(summary: DocumentSummary) -> Iterator[str]:
    m = summary.metadata
    yield f"# newdoc id = {summary.id}"
    values = {
        "title": m.title, "type": m.type, "date": m.date, "issuer": m.issuer, "language": m.language,
        "case_number": m.case_number, "section_number": m.section_number, "source": summary.uri,
        "sha256": summary.sha256,
    }  # fmt: skip
    yield from (f"# {name} = {_one_line(value)}" for name, value in values.items() if value)


def _of_sentence(sentence: Sentence, after: dict[int, str]) -> Iterator[str]:
    yield f"# sent_id = {sentence.id}"
    words = "".join(t.surface + (" " if after[t.span.start] else "") for t in sentence.tokens)
    yield f"# text = {words.rstrip(' ')}"
    if sentence.passage.page:
        yield f"# page = {sentence.passage.page}"


def _line(number: int, token: Token, after: str, before: str, sentence: Sentence) -> str:
    is_foreign = token.kind == "word" and sentence.is_foreign
    misc = []
    if is_ambiguous(token):
        misc.append("Ambiguous=Yes")
    if is_foreign:
        misc.append(f"Lang={sentence.passage.language}")
    elif token.kind == "word" and token.readings[0].guessed:
        misc.append("Guessed=Yes")
    if not after:
        misc.append("SpaceAfter=No")
    elif after != " ":
        misc.append(f"SpacesAfter={_escaped(after)}")
    if before:
        misc.append(f"SpacesBefore={_escaped(before)}")
    word_class = UNKNOWN if is_foreign or token.kind == "punctuation" else token.readings[0].word_class
    columns = [
        str(number), token.surface, UNKNOWN if is_foreign else token.lemma, upos_of(token), word_class, feats_of(token),
        UNKNOWN, UNKNOWN, UNKNOWN, "|".join(misc) or UNKNOWN,
    ]  # fmt: skip
    return "\t".join(columns)


def _escaped(blanks: str) -> str:
    return "".join(_SPACES.get(letter, letter) for letter in blanks)


def _one_line(value: object) -> str:
    return " ".join(str(value).split())
