"""Sentences of the library in the language of the reader: notes on a search, what is wrong with a query, coverage."""

import re
from collections.abc import Mapping

from policysearch.web.labels import N_
from policysearch.web.language import Words

SAYINGS: tuple[str, ...] = (
    N_("No passage has the word; these have a part of it or a word of its stem."),
    N_("1 passage has the word; the %(rest)s after it have a part of it or a word of its stem."),
    N_("%(count)s passages have the word; the %(rest)s after them have a part of it or a word of its stem."),
    N_("No passage has all of the words, title and heading counted; these have some of them."),
    N_("1 passage has all of the words, title and heading counted; the %(rest)s after it have some of them."),
    N_(
        "%(count)s passages have all of the words, title and heading counted; "
        "the %(rest)s after them have some of them."
    ),
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
    N_("page %(pages)s has signs without a known letter, shown as \ufffd"),
    N_("pages %(pages)s have signs without a known letter, shown as \ufffd"),
    N_("page %(pages)s has fi or fl printed where the file says f: a letter is missing there"),
    N_("pages %(pages)s have fi or fl printed where the file says f: a letter is missing there"),
    N_("page %(pages)s has letters that cannot be seen, outside the page or white on white: they were left out"),
    N_("pages %(pages)s have letters that cannot be seen, outside the page or white on white: they were left out"),
    N_("The text had been encoded in UTF-8 twice; it was decoded twice."),
    N_("The page declares %(encoding)s, but its bytes are UTF-8 and were read so."),
    N_("%(count)s characters could not be decoded and are shown as \ufffd."),
    N_("%(count)s of the %(all)s decisions in this file hold no text and were left out."),
    N_("Finnish is read by the native Voikko (libvoikko %(version)s, dictionary %(dictionary)s)."),
)  # fmt: skip
"""What the library says, with a blank for each part that varies; the message is what it says in English."""
_BLANK = re.compile(r"%\\\((\w+)\\\)s")


def said(words: Words, sentence: str) -> tuple[str, str]:
    """A sentence of the library, and the language that it is in: English where the page does not know it."""
    for pattern, message in _PATTERNS.items():
        if match := pattern.fullmatch(sentence):
            values = match.groupdict()
            if pages := values.get("pages"):  # "3 and 5–7"
                values["pages"] = pages.replace("and", words.gettext("and"))
            return words.gettext(message) % values, words.code
    return sentence, "en"


def _pattern(message: str) -> re.Pattern[str]:
    return re.compile(_BLANK.sub(r"(?P<\1>.+)", re.escape(message)), re.DOTALL)


# Longer ones first, so that a blank does not swallow what another message spells out.
_PATTERNS: Mapping[re.Pattern[str], str] = {
    _pattern(message): message for message in sorted(SAYINGS, key=lambda each: ("%(" in each, -len(each)))
}
