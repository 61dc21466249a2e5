"""The way of one original: bytes -> extracts -> documents -> read words -> facts. Pure but for reading the file.

It runs in a child process (see `workers`), and knows neither the store nor the index.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from policysearch.errors import PolicySearchError, ReadError, UnsupportedFormatError
from policysearch.extract import extract
from policysearch.facts import find_facts
from policysearch.index.terms import store_tokens
from policysearch.lang.base import Language
from policysearch.lang.others import FINNISH, reader_of
from policysearch.measures import find_measures
from policysearch.model.document import AnalysedPassage, Document
from policysearch.model.facts import Commitment, Facts, Measure, Mention
from policysearch.model.held import HeldReason, Mark
from policysearch.model.language import Token
from policysearch.model.report import Stage
from policysearch.model.source import Listed, Metadata
from policysearch.model.text import OcrPage
from policysearch.model.time import TimeExpression
from policysearch.privacy.covering import read_covered
from policysearch.privacy.screen import reasons_to_hold
from policysearch.snapshots import read_ocr
from policysearch.store import ReadDocument, StoredPassage
from policysearch.structure import build_document
from policysearch.topic import Judgement, judge

T = TypeVar("T", TimeExpression, Mention, Commitment, Measure)


@dataclass(frozen=True, slots=True)
class Work:
    """One original to be read: its bytes are at `path`, its name at the source was `name`.

    Attributes:
        ocr_path: Where the words are that OCR read of it earlier, if it did.
        hints: What a listing said of it; weaker than what the format itself states.
        served_as: What a server called it.
        read_as: As what it was read before, a media type.
        judge: Whether it is to be said if it is on the topic of the corpus.
        released: Ids of documents in it that a person has looked at.
        covered_path: Where the reading is that stands in the place of the bytes, if it does.
    """

    path: Path
    ocr_path: Path
    name: str
    sha256: str
    overrides: Metadata
    ocr: bool
    hints: Metadata = field(default_factory=Metadata)
    served_as: str | None = None
    read_as: str | None = None
    judge: bool = False
    covered_path: Path | None = None
    released: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadOriginal:
    """The documents of one original, what it is, what OCR read of its pages, now or earlier, and if it is on the topic.

    `held` are those that the screen holds back, by id, with what tells where they belong: they are not among the
    documents. `marks` is what all of them say of the attachments that they list.
    """

    documents: tuple[ReadDocument, ...]
    media_type: str
    ocr_pages: tuple[OcrPage, ...] = ()
    judgement: Judgement | None = None
    held: tuple[tuple[str, tuple[HeldReason, ...], Metadata], ...] = ()
    marks: tuple[Mark, ...] = ()


class StageError(Exception):
    """A stage gave up on one original; `skipped` means that the file is no document at all."""

    def __init__(self, stage: Stage, reason: str, skipped: bool = False) -> None:
        super().__init__(stage, reason, skipped)
        self.stage: Stage = stage
        self.reason = reason
        self.skipped = skipped


def read_original(work: Work, language: Language) -> ReadOriginal:
    """Read one original, from its bytes to its facts.

    Raises:
        StageError: A stage failed; whatever it was, the other originals are not concerned.
    """
    with _stage("extract"):
        covered = None if work.covered_path is None else read_covered(work.covered_path)
    if covered is not None:
        media_type = covered.documents[0].media_type
        whole = tuple(_find_all(document, language)[0] for document in covered.documents)
        return ReadOriginal(whole, media_type, marks=_marks(one.listed for one in covered.documents))
    with _stage("extract"):
        known_ocr = read_ocr(work.ocr_path)
        data = work.path.read_bytes()
        if hashlib.sha256(data).hexdigest() != work.sha256:
            raise ReadError(f"the stored original is damaged: restore {work.path} from a backup")
        extracts = extract(
            data,
            name=work.name,
            served_as=work.served_as,
            read_as=work.read_as,
            ocr=work.ocr,
            known_ocr=known_ocr,
        )
        if not extracts:
            raise ReadError("holds no document")
    if len(extracts) == 1:  # what a listing says of a file with many documents is true of none of them
        extracts = (replace(extracts[0], hints=extracts[0].hints.over(work.hints)),)
    documents, held = list[ReadDocument](), list[tuple[str, tuple[HeldReason, ...], Metadata]]()
    read: list[tuple[Token, ...]] = [language.tokens(work.hints.title or "")] if work.judge else []
    for one in extracts:
        with _stage("structure"):
            document = build_document(one, sha256=work.sha256, language=language, overrides=work.overrides)
            reasons = () if document.id in work.released else reasons_to_hold(document, one.marked)
        found, passages = _find_all(document, language)
        if reasons:
            held.append((document.id, reasons, replace(document.metadata, title=None)))  # a title may hold a name
        else:
            documents.append(found)
        read += (p.tokens for p in passages)
    text = "\n".join((work.hints.title or "", *(item.document.text for item in documents)))
    judgement = judge(read, text) if work.judge else None
    ocr_pages = tuple(page for one in extracts for page in one.ocr_pages)
    marks = _marks(one.listed for one in extracts)
    return ReadOriginal(tuple(documents), extracts[0].media_type, ocr_pages, judgement, tuple(held), marks)


def _marks(listed: Iterable[tuple[Listed, ...]]) -> tuple[Mark, ...]:
    found = (Mark(one.uri, *mark) for each in listed for one in each if one.uri for mark in one.marked)
    return tuple(dict.fromkeys(found))


def _find_all(document: Document, language: Language) -> tuple[ReadDocument, tuple[AnalysedPassage, ...]]:
    """A document with its words read and its facts found."""
    with _stage("analyse"):
        passages = analyse(document, language)
    with _stage("facts"):
        facts = _facts(document, passages, language)
    stored = tuple(StoredPassage(p.passage, store_tokens(p.tokens), p.sentences) for p in passages)
    return ReadDocument(document, stored, facts), passages


def find_facts_again(document: Document, language: Language) -> Facts:
    """The facts of a document that was read before, by the rules of today."""
    with _stage("facts"):
        return _facts(document, analyse(document, language), language)


def _facts(document: Document, passages: tuple[AnalysedPassage, ...], language: Language) -> Facts:
    if all(each.passage.language != FINNISH for each in passages):
        return Facts()
    facts = find_facts(document, _running_text(passages), language)
    return _in_finnish(replace(facts, measures=find_measures(document, facts)), passages)


def analyse(document: Document, language: Language) -> tuple[AnalysedPassage, ...]:
    """The passages of a document with their words read, each in its own language, and their sentences cut."""
    return tuple(
        AnalysedPassage(
            passage,
            tuple(replace(token, span=token.span.shift(passage.span.start)) for token in reader.tokens(text)),
            tuple(span.shift(passage.span.start) for span in reader.sentences(text)),
        )
        for passage in document.passages
        for text in (passage.span.of(document.text),)
        for reader in (reader_of(passage.language, language),)
    )


def _running_text(passages: tuple[AnalysedPassage, ...]) -> tuple[AnalysedPassage, ...]:
    """What facts are taken from: a heading promises nothing, and only Finnish is understood."""
    return tuple(
        analysed for analysed in passages if analysed.passage.kind != "heading" and analysed.passage.language == FINNISH
    )


def _in_finnish(facts: Facts, passages: tuple[AnalysedPassage, ...]) -> Facts:
    """What stands in no other language: headings and lists of people are read without their passages."""
    foreign = [each.passage.span for each in passages if each.passage.language != FINNISH]
    if not foreign:
        return facts

    def kept(found: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(fact for fact in found if not any(fact.span.overlaps(span) for span in foreign))

    return Facts(kept(facts.times), kept(facts.mentions), kept(facts.commitments), kept(facts.measures))


@contextmanager
def _stage(name: Stage) -> Iterator[None]:
    """Name the stage in whatever goes wrong inside: the one broad `except`, so that a document never stops a run."""
    try:
        yield
    except StageError:
        raise
    except UnsupportedFormatError as error:
        raise StageError(name, str(error), skipped=True) from error
    except PolicySearchError as error:
        raise StageError(name, str(error)) from error
    except MemoryError as error:
        raise StageError(name, "needs more memory than limits.memory_mb allows") from error
    except Exception as error:
        raise StageError(name, f"failed with {type(error).__name__}: {error} (a bug: please report it)") from error
