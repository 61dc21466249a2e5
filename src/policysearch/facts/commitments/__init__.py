"""Commitments: from the clauses of a document, by rules whose words are data."""

from policysearch.facts.commitments.find import find_commitments

__all__ = ["find_commitments"]
