"""Measures of plans and recommendations of reports: a row each, from tables, labels, numbers and lists. Pure functions.

`labels` knows the words of plans, `tables` reads tables with a header, `layout` and `labelled` read labels below a
measure, `listed` reads what is only numbered or listed, `find` puts them together.
"""

from policysearch.measures.find import find_measures

__all__ = ["find_measures"]
