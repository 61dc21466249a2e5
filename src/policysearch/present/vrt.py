"""Documents as VRT, the vertical text of Korp and the IMS Open Corpus Workbench: a word a line, tags on their own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from policysearch.model.document import AnalysedPassage, Passage
from policysearch.model.research import Provenance
from policysearch.model.search import DocumentSummary
from policysearch.present.provenance import provenance_rows
from policysearch.present.sentences import sentences_of
from policysearch.present.ud import UNKNOWN, feats_of, upos_of

COLUMNS = ("word", "lemma", "pos", "msd", "ref")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def head_lines(provenance: Provenance) -> Iterator[str]:
    """What stands before the first text: the names of the columns, and the provenance, as comments."""
    yield f"<!-- #vrt positional-attributes: {' '.join(COLUMNS)} -->"
    for name, value in provenance_rows(provenance):
        yield f"<!-- {_clean(f'{name}: {value}').replace('--', '- -')} -->"


def vrt_lines(summary: DocumentSummary, passages: Sequence[AnalysedPassage]) -> Iterator[str]:
    """The lines of one document: `text`, `paragraph` (a passage) and `sentence`, none of them empty."""
    sentences = list(sentences_of(passages))
    if not sentences:
        return
    yield _tag("text", _of_text(summary))
    for passage, inside in groupby(sentences, key=lambda sentence: sentence.passage):
        yield _tag("paragraph", _of_passage(passage))
        for sentence in inside:
            yield _tag("sentence", {"id": sentence.id})
            for number, token in enumerate(sentence.tokens, start=1):
                lemma = UNKNOWN if sentence.is_foreign and token.kind == "word" else token.lemma
                cells = (token.surface, lemma, upos_of(token), feats_of(token), str(number))
                yield "\t".join(_escaped(cell) or UNKNOWN for cell in cells)
            yield "</sentence>"
        yield "</paragraph>"
    yield "</text>"


def _of_text(summary: DocumentSummary) -> Mapping[str, object]:
    m = summary.metadata
    day = f"{m.date:%Y%m%d}" if m.date else ""
    return {
        "id": summary.id, "title": m.title, "type": m.type, "date": m.date, "datefrom": day, "dateto": day,
        "timefrom": "000000" if day else "", "timeto": "235959" if day else "", "issuer": m.issuer, "lang": m.language,
        "case_number": m.case_number, "section_number": m.section_number, "meeting_number": m.meeting_number,
        "url": summary.uri, "sha256": summary.sha256,
    }  # fmt: skip


def _of_passage(passage: Passage) -> Mapping[str, object]:
    return {
        "id": passage.id, "type": passage.kind, "part": passage.part, "page": passage.page,
        "lang": passage.language, "ocr": "y" if passage.ocr else "n",
    }  # fmt: skip


def _tag(name: str, values: Mapping[str, object]) -> str:
    """A start tag on one line; every tag of a name has the same attributes, empty where nothing is known."""
    attributes = (f'{key}="{_quoted("" if value is None else str(value))}"' for key, value in values.items())
    return f"<{name} {' '.join(attributes)}>"


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")


def _escaped(value: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in _clean(value))


def _clean(value: str) -> str:
    """On one line, and without characters that XML has none for."""
    return " ".join(_NOT_XML.sub("", value).split())
