"""One spelling for every character: text as a file stores it -> text as it is searched, quoted and compared.

All extractors pass their text through `normalise`, and whoever compares a quote with an original does so as well.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources

SOFT_HYPHEN = "\u00ad"
REPLACEMENT = "\ufffd"

# Everything but the characters that most Finnish text is made of, so that only odd ones cost a call.
_ODD = re.compile("[^\t\n\f -~¡-\u00ac®-\u00ff–—’”…€•]")
_LINE_END = re.compile("\r\n?")
_SOFT_HYPHEN_AT_LINE_END = re.compile(rf"{SOFT_HYPHEN}(?=[ \t]*[\n\f])")
# TeX with its first font encoding prints an accent and a letter as two characters, the accent first.
_ACCENT_BEFORE_LETTER = re.compile("¨([aeiouyAEIOUY])|˚([aA])")


def normalise(text: str) -> str:
    """Returns `text` in NFC with one spelling for every character that is printed alike.

    Soft hyphens, zero-width characters, direction marks and control characters go; a soft hyphen at the end of a line
    is printed, and becomes a hyphen. Ligatures become letters, odd hyphens the hyphen, odd spaces (no-break, thin, em)
    a space, odd line ends a line feed. Tabs, line feeds and form feeds stay, and white space is not collapsed.
    Private-use signs of Symbol and Wingdings become what they look like; other private-use characters and
    lone surrogates become U+FFFD, which tells the reader that a sign is missing.

    The rule works on whole strings: pass a line or a paragraph rather than pieces of a word, since a letter and its
    combining accent become one. Applying it twice changes nothing.
    """
    text = _LINE_END.sub("\n", text)
    if SOFT_HYPHEN in text:
        text = _SOFT_HYPHEN_AT_LINE_END.sub("-", text)
    text = _ODD.sub(lambda match: _replacement(match[0]), text)
    if "¨" in text or "˚" in text:
        text = _ACCENT_BEFORE_LETTER.sub(_compose, text)
    return unicodedata.normalize("NFC", text)


def _compose(match: re.Match[str]) -> str:
    """The letter with the accent that was printed before it."""
    return match[1] + "\u0308" if match[1] else match[2] + "\u030a"


@lru_cache(maxsize=4096)
def _replacement(character: str) -> str:
    """What stands for one character; the empty string for one without a printed shape."""
    special = _table().get(character)
    if special is not None:
        return special
    if "\x80" <= character <= "\x9f":
        # C1 control codes in a text are windows-1252 that was read as Latin-1 (WHATWG Encoding Standard).
        return ord(character).to_bytes().decode("cp1252", errors="ignore")
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Cf" | "Cc":
            return ""
        case "Co" | "Cs":
            return REPLACEMENT
    return character


@cache
def _table() -> dict[str, str]:
    """The replacements of `normalise.toml`, by character."""
    data = tomllib.loads(resources.files(__package__).joinpath("normalise.toml").read_text(encoding="utf-8"))
    return {chr(int(code, 16)): text for group in data.values() for code, text in group.items()}
