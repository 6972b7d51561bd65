"""How smoothly the timeline of the browser scrolls, zooms and moves, in headless Chromium.

    python -m benchmarks.web_timeline [--events N] [--seconds S] [--width PIXELS]

Writes an artificial catalogue of N events, 5,000 unless said otherwise, serves it, and moves the page as a hand would.
For each motion it prints how many frames were drawn and how long they took; a frame may take 32 milliseconds at p95.
"""

from __future__ import annotations

import argparse
import random
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import uvicorn
from playwright.sync_api import Page, sync_playwright

from parley.briefing.dates import date_view
from parley.briefing.shelf import party_view
from parley.briefing.timeline import STATUS_LABELS
from parley.interop.notice import Notice
from parley.terms.when import Interval
from parley.web.app import make_app
from parley.web.catalogue.catalogue import Catalogue
from parley.web.catalogue.file import write_catalogue
from parley.web.catalogue.item import Item
from parley.web.catalogue.keeper import Keeper
from parley.web.models.event import EventBrief, EventMark, EventNotice
from parley.web.options import ServeOptions

LIMIT_MS = 32.0
_FIRST, _LAST = date(2015, 1, 1), date(2026, 12, 31)
_KINDS = ("visit", "meeting", "call", "dialogue", "statement", "conference", "hearing", "speech")
_PARTIES = ("CHN", "USA", "EUU", "IND", "BRA", "ZAF", "JPN", "GBR", "DEU", "FRA", "IDN", "AUS")
_PEOPLE = tuple(f"{first} {last}" for first in ("Ana", "Bo", "Cem", "Dara", "Eli") for last in ("Oru", "Pell", "Quist"))
_FRAMES = """() => {
  const times = [];
  let last = performance.now();
  let going = true;
  const next = (now) => { times.push(now - last); last = now; if (going) requestAnimationFrame(next); };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(next); });
  window.endFrames = () => { going = false; return times; };
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=5_000)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--width", type=int, default=1_440)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "catalogue.db")
        write_catalogue(path, made_events(arguments.events), {"stamp": "made", "ledger": '"made.db"'})
        with serving(Catalogue(path)) as address:
            print_motions(address, arguments)


def made_events(number: int) -> Iterator[Item]:
    """Events over twelve years, thick where summits are; some known to a week, a month or about only. Seeded."""
    chance = random.Random(8)
    days = sorted(_some_day(chance) for _ in range(number))
    for place, day in enumerate(days):
        yield _item(place, _some_interval(day, chance), chance)


def print_motions(address: str, arguments: argparse.Namespace) -> None:
    """Move the page in every way and print a line for each."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_context(viewport={"width": arguments.width, "height": 900}).new_page()
        began = time.perf_counter()
        tab.goto(f"{address}/timeline")
        tab.locator(".column").first.wait_for()
        print(f"{arguments.events:,} events, chart drawn after {1000 * (time.perf_counter() - began):,.0f} ms")
        print(f"{'motion':<26}{'frames':>8}{'p50 ms':>8}{'p95 ms':>8}{'most ms':>9}  p95 under {LIMIT_MS:.0f} ms")
        for name, motion in (
            ("zoom in by wheel", _zoom_in),
            ("move events by dragging", _drag),
            ("zoom out by wheel", _zoom_out),
            ("move counts by dragging", _drag_counts),
            ("scroll the list", _scroll),
        ):
            tab.evaluate(_FRAMES)
            motion(tab, arguments.seconds)
            _print_line(name, tab.evaluate("window.endFrames()"))
            tab.wait_for_timeout(900)
        browser.close()


@contextmanager
def serving(catalogue: Catalogue) -> Iterator[str]:
    """A server of a catalogue that stays as it is; its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    keeper = cast(Keeper, SimpleNamespace(catalogue=catalogue, stale=False))
    app = make_app(ServeOptions(ledger=Path("made.db"), port=port), keeper)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


def _some_day(chance: random.Random) -> date:
    year = chance.randint(_FIRST.year, _LAST.year)
    if chance.random() < 0.4:
        return date(year, 11, 1) + timedelta(days=chance.randint(0, 27))
    return date(year, 1, 1) + timedelta(days=chance.randint(0, 364))


def _some_interval(day: date, chance: random.Random) -> Interval:
    draw = chance.random()
    if draw < 0.7:
        return Interval(day, day + timedelta(days=chance.choice((0, 0, 0, 1, 2, 4))))
    if draw < 0.8:
        return Interval.week_with(day)
    if draw < 0.9:
        return Interval.month(day.year, day.month)
    if draw < 0.96:
        return Interval(day, day + timedelta(days=20), "vague", approximate=True)
    return Interval(day, None)


def _item(place: int, when: Interval, chance: random.Random) -> Item:
    status, kind = chance.choice(tuple(STATUS_LABELS)), chance.choice(_KINDS)
    parties, people = sorted(chance.sample(_PARTIES, 2)), tuple(chance.sample(_PEOPLE, 2))
    title, shown = f"{kind.capitalize()} of {people[0]} and {people[1]}", date_view(when)
    name = f"evt_{place:012x}"
    brief = EventBrief(
        id=name,
        kind=kind,
        status=status,
        status_label=STATUS_LABELS[status],
        title=title,
        date=shown,
        place=None,
        parties=tuple(party_view(code) for code in parties),
        people=people,
        background=False,
        corrected=False,
        reports=1 + place % 3,
        conflicts=0,
    )
    mark = EventMark(
        id=name,
        title=title,
        when=shown.words,
        start=shown.start,
        end=shown.end,
        precision=shown.precision,
        approximate=shown.approximate,
        uncertain=shown.uncertain,
        status=status,
        kind=kind,
    )
    day = shown.start or ""
    facets = [("kind", kind), ("status", status), ("told", "news"), ("year", day[:4])]
    facets += [("party", code) for code in parties] + [("person", person) for person in people]
    return Item(
        kind="event",
        id=name,
        title=title,
        content=brief,
        facets=facets,
        first_day=shown.start,
        last_day=shown.end or shown.start,
        words=title,
        forms={"mark": mark, "notice": EventNotice(Notice(name, name, kind, status, title, when, shown.words))},
    )


def _zoom_in(tab: Page, seconds: float) -> None:
    _over_chart(tab)
    _for(seconds, lambda number: tab.mouse.wheel(0, -40))


def _zoom_out(tab: Page, seconds: float) -> None:
    _over_chart(tab)
    _for(seconds, lambda number: tab.mouse.wheel(0, 40))


def _drag(tab: Page, seconds: float) -> None:
    x, y = _over_chart(tab)
    tab.mouse.down()
    _for(seconds, lambda number: tab.mouse.move(x + 300 * _swing(number), y))
    tab.mouse.up()


def _drag_counts(tab: Page, seconds: float) -> None:
    _over_chart(tab)
    tab.keyboard.press("Escape")
    for _ in range(12):
        tab.mouse.wheel(0, -40)
    _drag(tab, seconds)


def _scroll(tab: Page, seconds: float) -> None:
    tab.locator(".event").nth(3).hover()
    _for(seconds, lambda number: tab.mouse.wheel(0, 120))


def _over_chart(tab: Page) -> tuple[float, float]:
    tab.evaluate("window.scrollTo(0, 0)")
    tab.wait_for_timeout(500)
    box = tab.locator("#stage").bounding_box()
    assert box
    x, y = box["x"] + 0.55 * box["width"], box["y"] + 0.5 * box["height"]
    tab.mouse.move(x, y)
    return x, y


def _for(seconds: float, move: Any) -> None:
    """Move at about sixty times a second, as a hand's wheel or a mouse does."""
    until = time.perf_counter() + seconds
    number = 0
    while time.perf_counter() < until:
        move(number)
        number += 1
        time.sleep(1 / 60)


def _swing(number: int) -> float:
    """From -1 to 1 and back, in about three seconds."""
    return abs((number / 90) % 2 - 1) * 2 - 1


def _print_line(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    verdict = "yes" if p95 < LIMIT_MS else "NO"
    print(f"{name:<26}{len(ordered):>8}{p50:>8.1f}{p95:>8.1f}{ordered[-1]:>9.1f}  {verdict}")


if __name__ == "__main__":
    main()
