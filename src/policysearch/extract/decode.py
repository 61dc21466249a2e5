"""Bytes of a text or an HTML page -> the characters that its author saw, whatever the file declares.

What the bytes are decides; a declaration is believed only where the bytes allow it. Everything that had to be guessed
or repaired is said in a warning, so that mojibake never passes in silence.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

# The WHATWG Encoding Standard reads all of these labels as windows-1252, which holds their printable characters.
_WINDOWS_1252 = {"ascii", "us-ascii", "latin1", "latin-1", "l1", "iso-8859-1", "iso8859-1", "cp1252", "windows-1252"}
_SINGLE_BYTE = ("iso8859", "cp", "koi8", "mac")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 that was read as windows-1252 and saved as UTF-8 again: "Ã¤" for "ä", "â€“" for a dash.
_TWICE_ENCODED = re.compile("[Â-ô][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
# Such pairs stand in sound texts of other languages, so those of the Finnish letters must be common.
_TWICE_ENCODED_FINNISH = re.compile("Ã[¤¶¥„–…\u0084\u0085\u0096]")
_FEW_TWICE_ENCODED = 3
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, with a sentence for each thing that had to be guessed or repaired."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Decodes the bytes of a text file.

    Args:
        data: The bytes, with or without a byte order mark.
        declared: The encoding that the file itself names (the `charset` of an HTML page).
    """
    text, warnings = _decode(data, declared)
    repaired = _undo_double_encoding(text)
    if repaired != text:
        warnings = (*warnings, "The text had been encoded in UTF-8 twice; it was decoded twice.")
    return Decoded(repaired, warnings)


def _decode(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
            return text, _replacement_warning(text)
    if wide := _utf_16_without_bom(data):
        text = data.decode(wide, errors="replace")
        return text, _replacement_warning(text)
    declared = _canonical(declared)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_not_utf_8(data, declared)
    # Letters beyond ASCII that form valid UTF-8 by chance are next to impossible, so the declaration is wrong.
    if declared not in (None, "utf-8") and not data.isascii():
        return text, (f"The page declares {declared}, but its bytes are UTF-8 and were read so.",)
    return text, ()


def _decode_not_utf_8(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    n_bad, n_good = _utf_8_balance(data)
    if n_good > n_bad:
        return _decode_mixed(data), (f"{n_bad} bytes are not valid UTF-8; they were read as windows-1252.",)
    if declared in (None, "utf-8"):
        guess = _guess(data)
        said = "The file names no encoding" if declared is None else "The page declares utf-8, but its bytes are not"
        return _decode_single_byte(data, guess), (f"{said}; it was read as {guess}.",)
    return _decode_single_byte(data, declared), ()


def _canonical(label: str | None) -> str | None:
    """The name of a declared encoding, or None where it is missing or cannot be that of a page."""
    if label is None:
        return None
    label = label.strip().strip("\"'").lower()
    if label in _WINDOWS_1252:
        return "windows-1252"
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    # A declaration in single bytes cannot declare a wide encoding (HTML standard: read as UTF-8).
    if name.startswith(("utf-8", "utf-16", "utf-32")):
        return "utf-8"
    return name if name.startswith(_SINGLE_BYTE) else None


def _utf_16_without_bom(data: bytes) -> str | None:
    head = data[:_SAMPLE]
    half = len(head) // 2
    if half >= 8 and head[1::2].count(0) > 0.8 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half >= 8 and head[0::2].count(0) > 0.8 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _utf_8_balance(data: bytes) -> tuple[int, int]:
    """How many bytes cannot be UTF-8, and how many sequences beyond ASCII are."""
    text = data.decode("utf-8", errors="surrogateescape")
    n_bad = len(re.findall("[\udc80-\udcff]", text))
    n_good = sum(1 for character in text if character > "\x7f") - n_bad
    return n_bad, n_good


def _decode_mixed(data: bytes) -> str:
    text = data.decode("utf-8", errors="surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda match: _windows_1252(bytes([ord(match[0]) - 0xDC00])), text)


def _decode_single_byte(data: bytes, encoding: str) -> str:
    return _windows_1252(data) if encoding == "windows-1252" else data.decode(encoding, errors="replace")


def _windows_1252(data: bytes) -> str:
    """As browsers read it: the five bytes without a character stand for their control codes."""
    return data.decode("cp1252", errors="surrogateescape").translate(_UNDEFINED)


_UNDEFINED = {0xDC00 + code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def _guess(data: bytes) -> str:
    """The single-byte encoding of a Finnish text without a declaration."""
    best = from_bytes(data[:_SAMPLE]).best()
    # Detectors take short windows-1252 texts for its Central European, Baltic or Mac relatives. Finnish needs the
    # letters ä and ö, and those have the same bytes in all of the Windows and ISO pages.
    if best is not None and best.encoding.startswith("mac") and (b"\x8a" in data or b"\x9a" in data):
        return "mac_roman"
    return "windows-1252"


def _undo_double_encoding(text: str) -> str:
    n_twice = len(_TWICE_ENCODED_FINNISH.findall(text))
    if n_twice < _FEW_TWICE_ENCODED or n_twice <= sum(map(text.count, "äöåÄÖÅ")):
        return text
    # Some characters of a page may be sound (entities), so each run is repaired alone.
    return _TWICE_ENCODED.sub(lambda match: _decode_once_more(match[0]), text)


def _decode_once_more(run: str) -> str:
    single = b"".join(
        character.encode("cp1252") if _in_1252(character) else bytes([ord(character)]) for character in run
    )
    for end in range(len(single), 1, -1):
        try:
            return single[:end].decode("utf-8") + run[end:]
        except UnicodeDecodeError:
            continue
    return run


def _in_1252(character: str) -> bool:
    return character.encode("cp1252", errors="ignore") != b""


def _replacement_warning(text: str) -> tuple[str, ...]:
    n = text.count("\ufffd")
    return (f"{n} characters could not be decoded and are shown as \ufffd.",) if n else ()
