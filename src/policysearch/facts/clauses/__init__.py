"""Clauses and their verb groups: what the grammar of a sentence says, before anything is made of it."""
