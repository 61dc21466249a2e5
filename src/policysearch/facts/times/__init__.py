"""Temporal expressions of Finnish prose: analysed passages in, intervals with a role out."""

from policysearch.facts.times.find import find_times

__all__ = ["find_times"]
