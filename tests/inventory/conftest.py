from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from parley.inventory import use_newer


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base's
        pass


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """The folder that ``server`` serves."""
    folder = tmp_path / "mirror"
    folder.mkdir()
    return folder


@pytest.fixture
def server(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on loopback that serves ``mirror``."""
    monkeypatch.setenv("NO_PROXY", "*")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(mirror))) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def packaged_figures() -> Iterator[None]:
    """Whatever a test uses, the next one has the figures of the package."""
    yield
    use_newer(None)
