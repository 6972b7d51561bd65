"""How long each page takes to be there in a real browser, and how much is sent for it.

    python -m benchmarks.web_pages --ledger FILE

Each page is opened in a new context, so that nothing is kept from the one before, first on a server that has never
made it, then once more. A page is there when the browser has loaded it with its styles and scripts; what scripts fetch
afterwards (the events of the chart) counts among the bytes. Bytes are as sent, compressed.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from playwright.sync_api import Browser, Response

from benchmarks.web_server import chromium, fetch, serving

LIMIT_SECONDS = 1.0
LIMIT_BYTES = 1_500_000
_LISTS = ("timeline", "pledges", "claims", "outlook", "positions", "people", "documents", "conflicts", "docs", "read")


def main() -> None:
    """Print a table of pages."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ledger", type=Path, required=True)
    chosen = options.parse_args()
    began = time.perf_counter()
    with serving(chosen.ledger) as site, chromium() as browser:
        print(f"server up after {time.perf_counter() - began:.1f} s\n")
        print(f"{'page':<34} {'first s':>8} {'again s':>8} {'kB sent':>8}  under {LIMIT_SECONDS:g} s and 1.5 MB")
        for path in _paths(site):
            first, sent = _open(browser, f"{site}{path}")
            again, _ = _open(browser, f"{site}{path}")
            good = "yes" if first < LIMIT_SECONDS and sent < LIMIT_BYTES else "NO"
            print(f"{path:<34} {first:>8.2f} {again:>8.2f} {sent / 1e3:>8.1f}  {good}", flush=True)


def _paths(site: str) -> list[str]:
    """The lists, and the first thing of each."""
    found = ["/", *(f"/{name}" for name in _LISTS), "/search?q=climate", "/pledges/CHN", "/outlook/CHN"]
    for name in ("timeline", "claims", "people", "documents"):
        items = fetch(f"{site}/{name}.json?per_page=1")["items"]
        found += [f"/{name}/{item['id']}" for item in items]
    return found


def _open(browser: Browser, address: str) -> tuple[float, int]:
    """Seconds until a page is loaded, and the bytes sent for it by when all is quiet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    began = time.perf_counter()
    page.goto(address, wait_until="load")
    took = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    sent = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
    context.close()
    return took, sent


if __name__ == "__main__":
    main()
