"""Where the real documents and gold sets lie: beside the checkout, or where POLICYSEARCH_SHARED says."""

import os
from pathlib import Path

import pytest


def shared_folder(*parts: str) -> Path:
    """The folder of real documents; skips the test where it is missing, but fails in CI, where it must be there."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("POLICYSEARCH_SHARED", beside)).joinpath(*parts)
    if not folder.exists():
        reason = f"real documents are not at {folder}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
