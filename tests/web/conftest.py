"""The web page over the corpus of the examples: asked without a socket."""

import datetime as dt
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from policysearch.settings import Settings
from policysearch.web.app import create_app
from policysearch.web.site import Site
from tests.conftest import TODAY

Open = Callable[..., TestClient]
BROWSER: dict[str, Any] = {
    "base_url": "http://localhost",
    "follow_redirects": False,
    "client": ("127.0.0.1", 50_000),
}
"""How a browser on this machine asks."""


def site_of(folder: Path, **changes: Any) -> Site:
    """How the page over the corpus in `folder` is served."""
    settings = Settings(folder / "corpus", folder / "index", today=dt.date.fromisoformat(TODAY))
    return replace(Site(settings, workers=1), **changes)


@pytest.fixture
def open_site(examples: Path) -> Iterator[Open]:
    """Opens the page as it is with some settings of `Site`."""
    with ExitStack() as stack:

        def opened(folder: Path = examples, **changes: Any) -> TestClient:
            app = create_app(site_of(folder, **changes))
            return stack.enter_context(TestClient(app, **BROWSER))

        yield opened


@pytest.fixture(scope="session")
def client(examples: Path) -> Iterator[TestClient]:
    """The page over the examples; keeps no cookie between tests."""
    app = create_app(site_of(examples))
    with TestClient(app, raise_server_exceptions=False, **BROWSER) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_cookies(request: pytest.FixtureRequest) -> Iterator[None]:
    """A language that one test chose does not reach the next."""
    yield
    if "client" in request.fixturenames:
        request.getfixturevalue("client").cookies.clear()


CHROMIUM = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextmanager
def served(folder: Path, **changes: Any) -> Iterator[str]:
    """The address of the page over the corpus in `folder`, on loopback, for a browser."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(site_of(folder, **changes))
    serving = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    serving.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def server(examples: Path) -> Iterator[str]:
    """The address of the page over the examples, which are only read."""
    with served(examples) as address:
        yield address


@pytest.fixture
def own(examples: Path, tmp_path: Path) -> Path:
    """A corpus of the examples that may be written to."""
    return Path(shutil.copytree(examples, tmp_path / "own"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it these tests are skipped, but fail in CI, where it must be there."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "there is no Chromium: sudo apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield started
        started.close()
