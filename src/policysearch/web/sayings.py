"""Sentences of the library in the language of the reader: notes on a search, a query or a file, and coverage."""

import re
from collections.abc import Iterable, Mapping

from policysearch.web.labels import N_
from policysearch.web.language import Words

SAYINGS: tuple[str, ...] = (
    N_("No passage has all of the words, title and heading counted; these have some of them."),
    N_("1 passage has all of the words, title and heading counted; the %(rest)s after it have some of them."),
    N_(
        "%(count)s passages have all of the words, title and heading counted; "
        "the %(rest)s after them have some of them."
    ),
    N_("No passage has the word; these have a part of it or a word of its stem."),
    N_("1 passage has the word; the %(rest)s after it have a part of it or a word of its stem."),
    N_("%(count)s passages have the word; the %(rest)s after them have a part of it or a word of its stem."),
    N_("Left out of the query: %(words)s."),
    N_(
        "%(typed)s stands for more words of this corpus than are searched for; "
        "the %(count)s least frequent ones were left out."
    ),
    N_("the query only says what must not be there"),
    N_("the quotation mark %(mark)s is opened here and never closed"),
    N_("expected a word or phrase"),
    N_("expected a word or phrase after %(word)s"),
    N_("expected a word or phrase before %(word)s"),
    N_("expected a word right after %(word)s"),
    N_("more than %(count)s parentheses inside one another"),
    N_("this ( is never closed"),
    N_("this ) closes nothing"),
    N_("there is no word between the quotation marks"),
    N_("a part of a compound is one word"),
    N_("a phrase has no beginnings of words (*)"),
    N_("a star stands only at the end of the beginning of a word"),
    N_("too short for a beginning of a word"),
    N_("a tilde stands only at the end of a word or phrase"),
    N_("at most %(count)s letters may differ"),
    N_("there is no field %(name)s"),
    N_("%(name)s does not take %(value)s"),
    N_("%(value)s is no date"),
    N_("%(value)s is no page"),
    N_("the range has neither end"),
    N_("%(word)s for %(typed)s"),
    N_("without %(what)s"),
    N_("meetings are numbered from 1 within the year of %(year)s"),
    N_("sections are numbered from 1 of %(year)s, or of that meeting"),
    N_("sections are numbered from 1 of %(year)s"),
    N_("the list of the meeting, and the numbers between its first and last"),
    N_("without a day no series can be told"),
    N_("the pages of the original"),
    N_("the originals that were taken in"),
    N_("the screen on ingest"),
    N_("what addresses gave before"),
    N_("1 withdrawn document is hidden until somebody decides: `policysearch held list`"),
    N_("%(count)s withdrawn documents are hidden until somebody decides: `policysearch held list`"),
    N_(
        "document %(id)s is kept, and hidden until somebody decides (%(why)s): show it again with "
        "`policysearch held keep %(short)s --reason …`, or `policysearch held forget %(same)s --reason …`"
    ),
    N_("document %(id)s is held back until somebody has looked (%(why)s): see `policysearch held list`"),
    N_("the offers of its listings"),
    N_("attachment %(number)s"),
    N_("item %(number)s"),
    N_("%(value)s is no day, month or year: write 2023-06-30, 2023-06 or 2023"),
    N_("%(value)s ends before it begins"),
    N_("page %(pages)s is damaged and was not read: fetch the file again"),
    N_("pages %(pages)s are damaged and were not read: fetch the file again"),
    N_("page %(pages)s has no text layer and was not read: install tesseract-ocr-fin"),
    N_("pages %(pages)s have no text layer and were not read: install tesseract-ocr-fin"),
    N_("page %(pages)s has no text layer and was not read: OCR is switched off"),
    N_("pages %(pages)s have no text layer and were not read: OCR is switched off"),
    N_("page %(pages)s has no text layer and was not read: OCR failed or took too long"),
    N_("pages %(pages)s have no text layer and were not read: OCR failed or took too long"),
    N_("page %(pages)s has no text layer and was read by OCR: letters may be wrong"),
    N_("pages %(pages)s have no text layer and were read by OCR: letters may be wrong"),
    N_("page %(pages)s has a text layer made by OCR: letters may be wrong"),
    N_("pages %(pages)s have a text layer made by OCR: letters may be wrong"),
    N_("page %(pages)s has signs without a known letter, shown as �"),
    N_("pages %(pages)s have signs without a known letter, shown as �"),
    N_("page %(pages)s has fi or fl printed where the file says f: a letter is missing there"),
    N_("pages %(pages)s have fi or fl printed where the file says f: a letter is missing there"),
    N_("page %(pages)s has letters that cannot be seen, outside the page or white on white: they were left out"),
    N_("pages %(pages)s have letters that cannot be seen, outside the page or white on white: they were left out"),
    N_("The text had been encoded in UTF-8 twice; it was decoded twice."),
    N_("The page declares %(encoding)s, but its bytes are UTF-8 and were read so."),
    N_("%(count)s characters could not be decoded and are shown as �."),
    N_("%(count)s of the %(all)s decisions in this file hold no text and were left out."),
    N_("Finnish is read by the native Voikko (libvoikko %(version)s, dictionary %(dictionary)s)."),
)  # fmt: skip
"""What the library says, with a blank for each part that varies; the message is what it says in English."""
READING: tuple[str, ...] = (
    N_("%(name)s is empty (zero bytes); fetch it again"),
    N_("%(name)s is %(kind)s, not %(claim)s, whatever its name says; rename it and try again"),
    N_("%(name)s is %(kind)s, not %(claim)s, whatever its name says; %(advice)s"),
    N_("%(name)s is %(kind)s, not %(claim)s, whatever its name says"),
    N_("%(name)s is %(kind)s, which is not read; %(advice)s"),
    N_("%(name)s is damaged or cut short (%(error)s); fetch it again"),
    N_("%(name)s would unpack to %(size)s MB; no document is that large"),
    N_("%(name)s is encrypted; remove its password and ingest the result"),
    N_("%(name)s holds nothing but white space; fetch it again"),
    N_("%(name)s is about the files beside it and no document; skipped"),
    N_("%(name)s has no ending of a document (.txt or .md for plain text); skipped"),
    N_("%(name)s has no ending of a document; skipped"),
    N_("%(name)s is no valid JSON (%(error)s); it may be cut short, fetch it again"),
    N_("empty: the file has no bytes; fetch it again"),
    N_("not a PDF: the file does not begin with %%PDF-; its name or address is wrong about it"),
    N_("encrypted: needs a password to open; save a copy without one and ingest that"),
    N_("truncated: the file ends before the end mark of a PDF; fetch it again"),
    N_("damaged: the structure of the PDF cannot be read; fetch it again or print it to a new PDF"),
    N_("the DOCX is damaged or cut short (%(error)s); open and save it in a word processor"),
    N_("the document holds no text; if its pages are pictures, save it as PDF and ingest that"),
    N_("none of the %(count)s decisions holds a text; fetch them as PDF"),
    N_("the file holds no text; fetch it again"),
    N_("none of the properties of this item holds a text; its page or PDF may"),
    N_("the page holds no text; it may be drawn by a script: save it from a browser as PDF"),
    N_("the page nests %(depth)s elements in one another; no document does, so it was not read"),
    N_("is %(size)s MiB, more than the %(most)s MiB that limits.file_mb allows"),
    N_("may not be read: permission denied"),
    N_("is gone, or is a link that leads nowhere"),
    N_("holds no document"),
    N_("failed with %(error)s (a bug: please report it)"),
    N_("seen %(moment)s"),
    N_("not offered, or not asked for yet"),
    N_("takes longer than the %(seconds)s s that limits.seconds allows"),
    N_("ended the process that read it (exit code %(code)s): perhaps out of memory"),
    N_("needs more memory than limits.memory_mb allows"),
    N_("The file names no encoding; it was read as %(encoding)s."),
    N_("The page declares utf-8, but its bytes are not; it was read as %(encoding)s."),
    N_("a document is held back until somebody has looked (%(kinds)s): `policysearch held list` lists them"),
    N_("%(count)s documents are held back until somebody has looked (%(kinds)s): `policysearch held list` lists them"),
)  # fmt: skip
"""Why an original was not read, or not surely."""
PARTS: tuple[str, ...] = (
    N_("a PDF"),
    N_("an HTML page"),
    N_("a DOCX document"),
    N_("plain text"),
    N_("Markdown"),
    N_("JSON"),
    N_("XML"),
    N_("a %(type)s image"),
    N_("an %(type)s image"),
    N_("a binary file of an unknown kind"),
    N_("a binary file (%(type)s)"),
    N_("an RTF document"),
    N_("a damaged ZIP archive"),
    N_("an OpenDocument text (ODT)"),
    N_("a spreadsheet"),
    N_("a presentation"),
    N_("a ZIP archive"),
    N_("an old Office document (DOC, XLS or PPT)"),
    N_("skipped"),
    N_("save it as DOCX or PDF and ingest that"),
    N_("save it as PDF and ingest that"),
    N_("unpack it and ingest its files"),
    N_("%(pages)s and %(page)s"),
)  # fmt: skip
"""What the library puts into the blanks `kind`, `claim`, `advice` and `pages`."""
_WITHIN = frozenset({"kind", "claim", "advice", "pages"})
_BLANK = re.compile(r"%\\\((\w+)\\\)s")


def said(words: Words, sentence: str) -> tuple[str, str]:
    """A sentence of the library, and the language that it is in: English where the page does not know it."""
    found = _said(words, sentence, _SENTENCES)
    return (sentence, "en") if found is None else (found, words.code)


def _said(words: Words, text: str, patterns: Mapping[re.Pattern[str], str]) -> str | None:
    for pattern, message in patterns.items():
        if match := pattern.fullmatch(text):
            blanks = {
                name: (_said(words, value, _PARTS) or value) if name in _WITHIN else value
                for name, value in match.groupdict().items()
            }
            return words.gettext(message) % blanks
    return None


def _patterns(messages: Iterable[str]) -> dict[re.Pattern[str], str]:
    """Longer ones first, so that a blank does not swallow what another message spells out."""
    return {
        re.compile(_BLANK.sub(r"(?P<\1>.+)", re.escape(each.replace("%%", "%"))), re.DOTALL): each
        for each in sorted(messages, key=lambda each: ("%(" in each, -len(each)))
    }


_SENTENCES = _patterns((*SAYINGS, *READING))
_PARTS = _patterns(PARTS)
