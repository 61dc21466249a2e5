"""Whose words come first in a record of two bodies: the handling of the board, above the decision of the council.

Systems of municipalities print *Kaupunginhallituksen käsittely* with what the board was told and decided, then
*Kaupunginhallituksen päätösehdotus* and what the council decided. Only the latter is said by whose record it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from policysearch.lang.base import Language
from policysearch.model.document import Section
from policysearch.structure.issuers import nominative

_HANDLING = re.compile(r"(?P<body>[A-ZÅÄÖ][\wäöå -]{3,60}?n) käsittely")
_PROPOSAL = re.compile(r"(?P<body>[A-ZÅÄÖ][\wäöå -]{3,60}?n) päätösehdotus")


def with_first_body(
    sections: Sequence[Section], text: str, issuer: str | None, language: Language
) -> tuple[Section, ...]:
    """The same sections, each with its speaker where another body than the issuer handled the matter first.

    Args:
        sections: In order.
        text: Of the document.
        issuer: Whose record it is; None changes nothing.
        language: Gives the name of the body in the nominative.
    """
    headings = [" ".join(section.heading.of(text).split()) for section in sections]
    for first, heading in enumerate(headings):
        if not (match := _HANDLING.fullmatch(heading)):
            continue
        last = next((at for at in range(first + 1, len(headings)) if _is_proposal(headings[at], match["body"])), None)
        body = next(nominative(match["body"], language, bodies_only=True), None)
        if last is None or body is None or issuer is None or issuer.casefold().endswith(body.casefold()):
            continue
        return tuple(
            replace(section, speaker=body) if first <= at <= last and section.speaker is None else section
            for at, section in enumerate(sections)
        )
    return tuple(sections)


def _is_proposal(heading: str, body: str) -> bool:
    match = _PROPOSAL.fullmatch(heading)
    return match is not None and match["body"].casefold() == body.casefold()
