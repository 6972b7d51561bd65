"""A server started as a user starts it, and the browser to look at it, for the benchmarks of the web."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

PARLEY = Path(sys.executable).with_name("parley")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE_SECONDS = 600


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The address of a server of a ledger, from when it answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    command = [str(PARLEY), "serve", "--ledger", str(ledger), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/status.json", process)
        yield address
    finally:
        process.terminate()
        process.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Headless Chromium of the system."""
    program = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        sys.exit("no Chromium was found on this machine; install it to measure in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def fetch(address: str) -> Any:
    """JSON at an address."""
    with urlopen(address, timeout=30) as answer:
        return json.load(answer)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            sys.exit(f"the server ended with {process.returncode} before it answered")
        try:
            # A port that is listened on answers only when the pages are there.
            urlopen(address, timeout=_PATIENCE_SECONDS).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"the server has not answered within {_PATIENCE_SECONDS} s")
