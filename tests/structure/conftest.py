"""Finnish, opened once for all tests of structure."""

import pytest

from policysearch.lang.fi import Finnish, open_finnish


@pytest.fixture(scope="session")
def finnish() -> Finnish:
    """Finnish with whichever Voikko this machine has."""
    return open_finnish()
