"""Lines and blocks cut and put together without losing a letter or a box."""

from dataclasses import replace

from policysearch.model.text import Block, Line


def cut_line(line: Line, offset: int) -> tuple[Line, Line]:
    """The two halves of a line, cut at white space before the code point `offset`; neither may be empty."""
    head, tail = line.text[:offset].rstrip(), line.text[offset:].lstrip()
    if not head or not tail:
        raise ValueError(f"no cut at {offset} of {line.text!r}")
    n_letters = sum(not letter.isspace() for letter in head)
    words = list(line.words)
    kept = 0
    while kept < len(words) and n_letters > 0:
        n_letters -= sum(not letter.isspace() for letter in words[kept].text)
        kept += 1
    return (
        replace(line, text=head, words=tuple(words[:kept])),
        replace(line, text=tail, words=tuple(words[kept:])),
    )


def with_lines(block: Block, lines: tuple[Line, ...] | list[Line]) -> Block:
    """The same block with other lines."""
    return replace(block, lines=tuple(lines))


def collapsed(text: str) -> str:
    """`text` with one space for every run of white space, none at the ends."""
    return " ".join(text.split())


def one_line(block: Block) -> str:
    """The words of a block on one line; hyphens at line ends stay."""
    return collapsed(block.text)
