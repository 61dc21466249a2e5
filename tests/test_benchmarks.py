"""The benchmarks run: a small case of each that needs no data from elsewhere."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.index.both_engines import HAS_TANTIVY, NO_TANTIVY


@pytest.mark.skipif(not HAS_TANTIVY, reason=NO_TANTIVY)
def test_search_is_measured() -> None:
    """Both engines and the baseline have a figure for each kind of query, and our engines the same totals."""
    command = [sys.executable, "benchmarks/search.py", "--sizes", "300", "--queries", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "faceted p95, ms" in done.stdout
    assert "other totals" not in done.stdout
