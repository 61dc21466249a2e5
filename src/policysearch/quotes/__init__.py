"""Quoted words against the corpus: exact, different word by word, or not there."""
