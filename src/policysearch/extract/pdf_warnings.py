"""What a reader should know of the pages that were not read as printed text: troubles by page -> sentences."""

from collections.abc import Iterable, Mapping

_SENTENCES = {
    "damaged": "{pages} {is_are} damaged and {was_were} not read: fetch the file again",
    "no_layer": "{pages} {has_have} no text layer and {was_were} not read: install tesseract-ocr-fin",
    "ocr_off": "{pages} {has_have} no text layer and {was_were} not read: OCR is switched off",
    "ocr_failed": "{pages} {has_have} no text layer and {was_were} not read: OCR failed or took too long",
    "ocr": "{pages} {has_have} no text layer and {was_were} read by OCR: letters may be wrong",
    "ocr_layer": "{pages} {has_have} a text layer made by OCR: letters may be wrong",
    "unreadable": "{pages} {has_have} signs without a known letter, shown as \ufffd",
    "cut_ligatures": "{pages} {has_have} fi or fl printed where the file says f: a letter is missing there",
    "hidden": "{pages} {has_have} letters that cannot be seen, outside the page or white on white: they were left out",
}


def warnings_of(troubles: Mapping[str, Iterable[int]]) -> tuple[str, ...]:
    """One sentence a trouble, the gravest first, with its pages.

    Args:
        troubles: 1-based page numbers in order, by the name of the trouble.
    """
    return tuple(_sentence(text, list(troubles[name])) for name, text in _SENTENCES.items() if name in troubles)


def _sentence(text: str, numbers: list[int]) -> str:
    many = len(numbers) > 1
    return text.format(
        pages=f"{'pages' if many else 'page'} {ranges(numbers)}",
        has_have="have" if many else "has",
        is_are="are" if many else "is",
        was_were="were" if many else "was",
    )


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in ascending order as they are read aloud: *3 and 5–7*."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    names = [str(a) if a == b else f"{a} and {b}" if a + 1 == b and len(runs) == 1 else f"{a}–{b}" for a, b in runs]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
