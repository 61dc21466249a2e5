"""Gather the messages of the web page into its catalogues; new ones wait there for a translation.

scripts/messages.py [--check]

English needs no translator: its text is the message. With --check nothing is written, and the exit code is 1 where
a catalogue lacks a message, has one that is no longer used, or lacks a translation.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parents[1] / "src" / "policysearch" / "web"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
KEYWORDS = {
    "N_": None,
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
LANGUAGES = ("fi", "sv", "en")


def messages() -> Catalog:
    """All messages of code and templates, in their order."""
    found = Catalog(charset="utf-8")
    for name, _, message, _, context in extract_from_dir(WEB, METHODS, OPTIONS, KEYWORDS):
        found.add(message, context=context, locations=[(name, 0)])
    return found


def catalogue(language: str, found: Catalog) -> Catalog:
    """What the catalogue of a language holds now, with the messages that were found and no others."""
    path = WEB / "locales" / f"{language}.po"
    old = read_po(path.open("rb"), locale=language) if path.exists() else Catalog(locale=language)
    new = Catalog(locale=language, charset="utf-8", header_comment="", fuzzy=False)
    for message in found:
        if not message.id:
            continue
        known = old.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        text = known.string if known is not None and known.id == message.id else None
        if language == "en":
            text = message.id
        new.add(message.id, text, message.locations, context=message.context)
    return new


def untranslated(found: Catalog) -> list[Message]:
    """Messages without a text in all their forms."""
    return [m for m in found if m.id and not all(m.string if isinstance(m.string, tuple) else [m.string])]


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as a file, without days and names that would change with every run."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False)
    kept = ("Language:", "Plural-Forms:", "MIME-Version:", "Content-Type:", "Content-Transfer-Encoding:")
    lines = file.getvalue().decode().split("\n")
    end = next(number for number, line in enumerate(lines) if number > 2 and not line)
    head = [line for line in lines[1:end] if not line.startswith('"') or line[1:].startswith(kept)]
    return "\n".join([*head, *lines[end:]]).lstrip("\n").encode()


def main() -> int:
    """Write the catalogues, or only compare them."""
    found, wrong = messages(), 0
    for language in LANGUAGES:
        path = WEB / "locales" / f"{language}.po"
        new = catalogue(language, found)
        missing = untranslated(new)
        for message in missing:
            print(f"{path.name}: no translation of {message.id!r}")
        if "--check" in sys.argv:
            old = read_po(path.open("rb"), locale=language)
            is_old = {(m.id, m.context) for m in old} != {(m.id, m.context) for m in new}
            if is_old:
                print(f"{path.name}: gather the messages anew with scripts/messages.py")
            wrong += is_old or bool(missing)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text_of(new))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
