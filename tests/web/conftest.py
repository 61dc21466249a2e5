"""The web page over the corpus of the examples: asked without a socket."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from policysearch.settings import Settings
from policysearch.web.app import create_app
from policysearch.web.site import Site
from tests.conftest import TODAY

Open = Callable[..., TestClient]


def site_of(folder: Path, **changes: Any) -> Site:
    """How the page over the corpus in `folder` is served."""
    settings = Settings(folder / "corpus", folder / "index", dt.date.fromisoformat(TODAY))
    return replace(Site(settings, workers=1), **changes)


@pytest.fixture
def open_site(examples: Path) -> Iterator[Open]:
    """Opens the page as it is with some settings of `Site`."""
    with ExitStack() as stack:

        def opened(folder: Path = examples, **changes: Any) -> TestClient:
            app = create_app(site_of(folder, **changes))
            return stack.enter_context(TestClient(app, base_url="http://localhost", follow_redirects=False))

        yield opened


@pytest.fixture(scope="session")
def client(examples: Path) -> Iterator[TestClient]:
    """The page over the examples; keeps no cookie between tests."""
    app = create_app(site_of(examples))
    with TestClient(app, base_url="http://localhost", follow_redirects=False, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_cookies(request: pytest.FixtureRequest) -> Iterator[None]:
    """A language that one test chose does not reach the next."""
    yield
    if "client" in request.fixturenames:
        request.getfixturevalue("client").cookies.clear()
