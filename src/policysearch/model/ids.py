"""Identities: pure functions of what a thing is, so that making it again gives the same id."""

import hashlib


def document_id(sha256: str, locator: str) -> str:
    """16 hex digits for one item of one original; paths and addresses never enter."""
    return hashlib.sha256(f"{sha256}#{locator}".encode()).hexdigest()[:16]


def fact_id(document: str, kind: str, start: int, end: int) -> str:
    """16 hex digits for a passage or fact of `kind` at a span of a document."""
    return hashlib.sha256(f"{document}/{kind}/{start}-{end}".encode()).hexdigest()[:16]
