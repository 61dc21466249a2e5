"""A site, and a publisher on it."""

from collections.abc import Iterator

import pytest

from tests.pull.made import publisher
from tests.sources.site import Site, open_site

__all__ = ["publisher"]


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site
