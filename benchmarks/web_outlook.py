"""How long it takes from a moved slider to a drawn chart, in a real browser, with every member of the ensemble.

    python -m benchmarks.web_outlook [--moves 80] [--ledger FILE]

A server is started as a user starts it, headless Chromium opens /outlook and moves sliders of several Parties by steps,
each to a scenario that was not run before. A move is over when the chart has been drawn with its answer and the
browser has painted the picture after that. Numbers go to standard output.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.request import Request, urlopen

from playwright.sync_api import Page

from benchmarks.web_server import chromium, serving
from parley.ledger import Ledger

_SLIDERS = ("CHN.net_zero", "CHN.cut.2035", "IND.net_zero", "CHN.cut.2030")
_TARGET_MS = 150.0
# From an input event to the picture after the chart was drawn with the answer to it.
_MOVE = """
([id, value]) => new Promise((resolve) => {
  const slider = document.getElementById(`v.${id}`);
  const before = performance.now();
  const watch = new MutationObserver(() => {
    watch.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve(performance.now() - before);
      painted.port2.postMessage(0);
    });
  });
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-drawn"] });
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
})
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--moves", type=int, default=80)
    options.add_argument("--ledger", type=Path, help="Serve this ledger; if not given, an empty one.")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.ledger or Path(folder, "empty.db")
        if chosen.ledger is None:
            Ledger(path).close()
        began = time.perf_counter()
        with serving(path) as site:
            print(f"server up after                      {time.perf_counter() - began:8.2f} s")
            _measure(site, chosen.moves)


def _measure(site: str, moves: int) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        opened = time.perf_counter()
        page.goto(f"{site}/outlook", wait_until="load")
        print(f"first page of the outlook, server new{time.perf_counter() - opened:8.2f} s")
        opened = time.perf_counter()
        page.goto(f"{site}/outlook", wait_until="load")
        print(f"the page once more                   {time.perf_counter() - opened:8.2f} s")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        times = [page.evaluate(_MOVE, list(move)) for move in _moves(page, moves)]
    _print("slider to drawn chart, each by itself", times)
    first = times[0]
    print(f"the first move                       {first:8.0f} ms")
    for name, path in (("run.json", "/outlook/run.json?set=CHN+net_zero+2051"), ("page", "/outlook")):
        plain, packed = (_size(f"{site}{path}", packed=packed) for packed in (False, True))
        print(f"{name:37}{plain / 1e3:8.1f} kB, {packed / 1e3:.1f} kB packed")
    print(f"target: p95 under {_TARGET_MS:.0f} ms: {'met' if _quantile(times, 0.95) < _TARGET_MS else 'missed'}")


def _moves(page: Page, wanted: int) -> Iterator[tuple[str, int]]:
    """Sliders one after the other, each to the next value up or down; no scenario comes twice."""
    spans = {
        name: [int(page.locator(f"[id='v.{name}']").get_attribute(end) or 0) for end in ("min", "max", "value")]
        for name in _SLIDERS
    }
    for place in range(wanted):
        name = _SLIDERS[place // 20 % len(_SLIDERS)]
        low, high, value = spans[name]
        step = 1 + place % 20
        yield name, value + step if value + 20 <= high else max(low, value - step)


def _size(address: str, *, packed: bool) -> int:
    request = Request(address, headers={"Accept-Encoding": "gzip"} if packed else {})
    return len(urlopen(request).read())


def _print(name: str, times: Sequence[float]) -> None:
    print(
        f"{name:37}{statistics.median(times):8.0f} ms p50, {_quantile(times, 0.95):.0f} ms p95, "
        f"{max(times):.0f} ms at most, {len(times)} moves"
    )


def _quantile(times: Sequence[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    main()
