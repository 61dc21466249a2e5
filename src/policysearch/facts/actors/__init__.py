"""Actors in a document: bodies and people, each mention with its canonical name."""

from policysearch.facts.actors.find import find_mentions, find_offices

__all__ = ["find_mentions", "find_offices"]
