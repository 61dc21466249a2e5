"""Both Voikkos, opened once for all language tests."""

import pytest

from policysearch.lang.fi import Finnish, open_finnish


@pytest.fixture(scope="session")
def finnish() -> Finnish:
    """Finnish with the native Voikko, or with the one that stands in for it."""
    return open_finnish()


@pytest.fixture(scope="session", params=["native", "python"])
def either(request: pytest.FixtureRequest) -> Finnish:
    """Finnish with each Voikko in turn; skips one that this machine has not."""
    if request.param == "python":
        pytest.importorskip("pyvoikko", reason="the python-voikko extra is not installed")
    opened = open_finnish(request.param)
    if opened.backend != request.param:
        pytest.skip(opened.backend_note)
    return opened
