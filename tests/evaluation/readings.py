"""The text of an example by a reader that is not the product's own: what a gold quote has to be found in."""

import html
import json
import re
import zipfile
from pathlib import Path

import pypdfium2


def letters(text: str) -> str:
    """Letters and digits in lower case."""
    return "".join(c for c in text if c.isalnum()).lower()


def read_text(path: Path, locator: str = "") -> str:
    """All words of a document, tags and furniture included or gone, whichever is simpler."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return "\n".join(pages).replace("￾", "")
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return _strip(archive.read("word/document.xml").decode())
    if path.suffix == ".json":
        decisions = json.loads(path.read_text(encoding="utf-8"))["decisions"]
        record = next(d for d in decisions if d["NativeId"] == locator)
        return _strip(record["Content"] + record["Motion"])
    if path.suffix == ".htm":
        return _strip(path.read_bytes().decode("cp1252"))
    text = path.read_text(encoding="utf-8")
    return _strip(text) if path.suffix == ".html" else text


def _strip(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))
