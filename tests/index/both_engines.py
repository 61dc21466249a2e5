"""Tests that run on every engine; one that is not installed is skipped, and says so."""

from importlib.util import find_spec

import pytest

from policysearch.model.query import ENGINES

HAS_TANTIVY = find_spec("tantivy") is not None
NO_TANTIVY = 'tantivy is not installed (pip install "policysearch[tantivy]")'
ENGINE_PARAMS = [
    pytest.param(name, marks=pytest.mark.skipif(name == "tantivy" and not HAS_TANTIVY, reason=NO_TANTIVY))
    for name in ENGINES
]
both_engines = pytest.mark.parametrize("engine_name", ENGINE_PARAMS)
"""A test with an argument `engine_name`."""
