"""Bullets that were typed rather than marked up, and how they differ from a dash that opens somebody's words."""

import re

_ROUND = re.compile(r"\s*[•●▪■◦‣∙·○\uf0b7\uf0a7]\s*(?=\S)")
# Word writes "o", or "§" and "ü" of the font Wingdings, before a gap of no-break spaces.
_WORD = re.compile(r"\s*[o§ü]\u00a0{3,}\s*(?=\S)")
_DASH = re.compile(r"\s*[-–—*]\s+(?=\S)")
# In a press release a dash opens direct speech: a whole sentence, which ends as one.
_SPEECH = re.compile(r"\s*[-–—]\s+[\"”»]?[A-ZÅÄÖ].{40,}[.!?][\"”»]?\s*", re.DOTALL)


def bullet_length(text: str, *, dashes: bool = True) -> int:
    """How many characters of `text` are a bullet and the space around it; 0 where it begins with none.

    Args:
        text: What stands in one item or line, not yet normalised.
        dashes: Whether a dash or an asterisk may be a bullet here.
    """
    match = _ROUND.match(text) or _WORD.match(text)
    if match is None and dashes and not _SPEECH.fullmatch(text):
        match = _DASH.match(text)
    return match.end() if match else 0
