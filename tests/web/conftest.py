"""A ledger of the examples, served as a user would: asked directly, over a socket, and in a real browser."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from parley import workflow
from parley.ledger import Ledger
from parley.web.app import make_app
from parley.web.catalogue.keeper import Keeper
from parley.web.options import ServeOptions

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "documents"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def examples_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example documents, read and checked. Not to be changed: copy it to write into it."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    with Ledger(path) as ledger:
        workflow.read(workflow.ingest([EXAMPLES]), ledger, workflow.make_reader())
        workflow.check_ledger(ledger)
    return path


@pytest.fixture(scope="session")
def options(examples_ledger: Path) -> ServeOptions:
    """A server that only shows the ledger."""
    return ServeOptions(ledger=examples_ledger, port=free_port())


@pytest.fixture(scope="session")
def keeper(options: ServeOptions) -> Iterator[Keeper]:
    """The catalogue of the examples."""
    with Keeper(options) as started:
        yield started


@pytest.fixture(scope="session")
def client(options: ServeOptions, keeper: Keeper) -> Iterator[TestClient]:
    """Asks the application without a network."""
    with client_for(options, keeper) as asking:
        yield asking


@pytest.fixture(scope="session")
def site(options: ServeOptions, keeper: Keeper) -> Iterator[str]:
    """The address of a running server that only shows the ledger."""
    with running(options, keeper) as address:
        yield address


@pytest.fixture(scope="session")
def lima(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ServeOptions, Keeper]]:
    """A started keeper on the story of a visit to Lima; for ``client_for`` or ``running``."""
    from tests.web.stories import lima_ledger

    options = lima_ledger(tmp_path_factory.mktemp("lima") / "lima.db")
    with Keeper(options) as started:
        yield options, started


@pytest.fixture
def editing(examples_ledger: Path, tmp_path: Path) -> Iterator[tuple[ServeOptions, Keeper]]:
    """A started keeper for a server with --edit on a copy of the examples; for ``client_for`` or ``running``."""
    path = tmp_path / "edited.db"
    shutil.copy(examples_ledger, path)
    options = ServeOptions(ledger=path, port=free_port(), edit=True, author="Ana Oru")
    with Keeper(options) as started:
        yield options, started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium of the system; skips with a word where there is none."""
    program = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium was found on this machine; install it to run the tests in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of 1440 by 900 that fails the test on any error of a script or breach of the policy."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert faults == []


def client_for(options: ServeOptions, keeper: Keeper) -> TestClient:
    """Asks an application without a network."""
    return TestClient(make_app(options, keeper), base_url=f"http://127.0.0.1:{options.port}")


@contextmanager
def running(
    options: ServeOptions, keeper: Keeper, behind: Callable[[ASGIApp], ASGIApp] = lambda app: app
) -> Iterator[str]:
    """A server on its port for as long as it is needed, ``behind`` something where that is given; its address."""
    config = uvicorn.Config(behind(make_app(options, keeper)), port=options.port, log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{options.port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def run_apart(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine to its end in a thread of its own: where a browser is open, this one has a loop that runs."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
