"""Every message of the page stands in Finnish, Swedish and English."""

import re
import string
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from policysearch.extract.pdf_warnings import _SENTENCES as TROUBLES
from policysearch.extract.pdf_warnings import warnings_of
from policysearch.index.port import Found
from policysearch.retrieval import _of_fill
from policysearch.web.language import words
from policysearch.web.sayings import said

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import messages as gathering  # noqa: E402


@pytest.fixture(scope="module")
def gathered() -> Catalog:
    return gathering.messages()


def catalogue(language: str) -> Catalog:
    with (gathering.WEB / "locales" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def keys(messages: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in messages if message.id}


def blanks(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", text))


def forms(message: Message) -> list[tuple[str, str]]:
    """Each translated form beside the message that it stands for."""
    ids = message.id if isinstance(message.id, tuple) else (message.id, message.id)
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    return [(ids[0 if number == 0 else 1], text) for number, text in enumerate(texts)]


@pytest.mark.parametrize("language", gathering.LANGUAGES)
def test_every_message_is_translated(gathered: Catalog, language: str) -> None:
    """None is missing, none is left over, none is a guess, and none lost a blank."""
    found = catalogue(language)
    assert keys(found) == keys(gathered), "gather them with scripts/messages.py"
    for message in found:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        for source, text in forms(message):
            assert text, message.id
            assert blanks(text) == blanks(source), message.id


def test_messages_are_found_where_they_are_used(gathered: Catalog) -> None:
    """Both code and templates are gathered from."""
    places = {place for message in gathered for place, _ in message.locations}
    assert {"labels.py", "templates/base.html", "templates/parts/query.html"} <= places


def test_templates_speak_in_messages_only() -> None:
    """No template has words of its own outside a message."""
    markup = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
    for path in (gathering.WEB / "templates").rglob("*.html"):
        text = markup.sub(" ", path.read_text(encoding="utf-8"))
        words = [word for word in text.split() if word.strip(string.punctuation + "·×–§”…").isalpha()]
        assert set(words) <= {"policysearch", "SHA-256", "narrow", "wide"}, path.name


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("trouble", list(TROUBLES))
@pytest.mark.parametrize("numbers", [[4], [1, 4]], ids=["page", "pages"])
def test_what_was_not_read_is_said_in_the_language(trouble: str, numbers: list[int], language: str) -> None:
    """Of one page and of several, with their numbers."""
    (sentence,) = warnings_of({trouble: numbers})
    text, code = said(words(language), sentence)
    assert code == language
    assert {int(number) for number in re.findall(r"\d+", text)} == set(numbers)
    assert not re.search(r"\b(and|page|pages|has|have)\b", text)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("n_first", [0, 1, 3])
@pytest.mark.parametrize("is_word", [True, False], ids=["word", "words"])
def test_what_a_search_fills_up_with_is_said_in_the_language(n_first: int, is_word: bool, language: str) -> None:
    """How many passages answer whole, and how many only in part."""
    found = Found((), (), 7, {}, n_first=n_first)
    text, code = said(words(language), _of_fill(found, is_word=is_word))
    assert code == language
    assert ("3" in text, "4" in text, "6" in text) == (n_first == 3, n_first == 3, n_first == 1)
