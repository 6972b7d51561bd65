"""What outlooks say beside what others published, and how long they take.

    python -m benchmarks.outlook [--markdown] [--no-speed]

Tables: warming and emissions against published outlooks, with the reach each should be in; the level of 2030 of the
largest emitters against what is published or derived for their pledges; one pledge more; and times in this process.
``--markdown`` prints the tables of ``docs/validation.md``. Nothing is fitted to the published figures.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np

from parley.climate.ensemble import Ensemble
from parley.inventory.recorded_pledge import all_pledges
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.outlook.shares import share_out
from parley.outlook.spread import spread_of
from parley.pathways.axes import place
from parley.pathways.base import party_base
from parley.pathways.book import book_on
from parley.pathways.choices import Choices
from parley.pathways.draws import CENTRAL
from parley.pathways.pathway import Level
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules import Setting
from parley.pathways.rules.land_use import land_use_of
from parley.pathways.world import _pathway

GLASGOW = date(2021, 11, 13)
BEFORE_WITHDRAWAL = date(2024, 12, 31)
LARGEST = (
    "CHN",
    "USA",
    "IND",
    "EUU",
    "RUS",
    "BRA",
    "IDN",
    "JPN",
    "IRN",
    "SAU",
    "KOR",
    "CAN",
    "MEX",
    "TUR",
    "ZAF",
    "AUS",
    "GBR",
)
UNCONDITIONAL = Choices(policy="unconditional", extension="constant-effort")
CONDITIONAL = Choices(policy="conditional", extension="constant-effort")
WITH_NET_ZERO = Choices()

Row = tuple[str, ...]


@dataclass(frozen=True)
class Reach:
    """A figure of ours, the range it should be in, and what is published."""

    what: str
    published: str
    low: float
    high: float
    ours: float

    @property
    def is_in(self) -> bool:
        return self.low <= round(self.ours, 2) <= self.high

    def row(self) -> Row:
        return (
            self.what,
            self.published,
            f"{self.low:g} to {self.high:g}",
            f"{self.ours:.2f}",
            "yes" if self.is_in else "no",
        )


@cache
def outlook(day: date | None, choices: Choices) -> Outlook:
    """The outlook of the pledges of record of a day."""
    return project(as_of=day, choices=choices)


def reaches() -> Iterator[Reach]:
    """Every figure that has a reach."""
    current = project(choices=Choices(policy="current"))
    yield Reach(
        "current policies, median 2100 [K]", "2.4 IEA, 2.6–2.9 UNEP, 2.6–2.7 CAT", 2.5, 2.9, current.median(2100)
    )
    for day, name in ((None, "newest book"), (GLASGOW, "13 Nov 2021"), (BEFORE_WITHDRAWAL, "31 Dec 2024")):
        yield Reach(
            f"unconditional NDCs, constant effort, median 2100, {name} [K]",
            "2.3–2.7",
            2.3,
            2.7,
            outlook(day, UNCONDITIONAL).median(2100),
        )
    glasgow = outlook(GLASGOW, WITH_NET_ZERO)
    published = "1.8 IEA, 1.9 Climate Resource, 2.1 CAT"
    yield Reach("NDCs and net zero, 13 Nov 2021, median peak [K]", published, 1.7, 2.1, glasgow.warming.at_peak())
    yield Reach("NDCs and net zero, 13 Nov 2021, median 2100 [K]", published, 1.7, 2.1, glasgow.median(2100))
    for day, name in ((None, "newest book"), (GLASGOW, "13 Nov 2021"), (BEFORE_WITHDRAWAL, "31 Dec 2024")):
        yield Reach(
            f"conditional NDCs, world 2030, {name} [GtCO2e]",
            "49–54",
            49,
            54,
            outlook(day, CONDITIONAL).world_gtco2e(2030),
        )
    for extension in ("constant-effort", "flat"):
        yield Reach(
            f"India's 2070 added, elsewhere {extension}, median 2100 [K]",
            "−0.05 to −0.15",
            -0.15,
            -0.05,
            _without_india(replace(WITH_NET_ZERO, extension=extension)),
        )


def _without_india(choices: Choices) -> float:
    book = book_on(GLASGOW)
    fewer = [pledge for pledge in book if not (pledge.party == "IND" and pledge.kind == "net_zero")]
    return project(book, choices=choices).median(2100) - project(fewer, choices=choices).median(2100)


def levels() -> Iterator[Row]:
    """The level of 2030 of each large emitter as the Party counts it, ours and the one on record, and our pathway."""
    ours = outlook(BEFORE_WITHDRAWAL, CONDITIONAL)
    recorded = {pledge.id: pledge for pledge in all_pledges()}
    for party in LARGEST:
        pathway = ours.pathway(party)
        emitted = f"{float(pathway.total(land=False)[0, place(2030)]):,.0f}"
        found = [level for level in pathway.levels if level.year == 2030 and level.pledge.kind == "reduction"]
        if not found:
            reasons = "; ".join(each.reason for each in pathway.not_quantified if each.pledge.target_year == 2030)
            yield party, "–", "–", "–", emitted, reasons or "no target for 2030"
            continue
        row, counted = recorded[found[-1].pledge.id], as_the_party_counts(found[-1])
        bounds = sorted({value for value in (row.level_low_mtco2e, row.level_high_mtco2e) if value is not None})
        difference = f"{100 * (counted / float(np.mean(bounds)) - 1):+.0f} %" if bounds else "–"
        published = "–".join(f"{value:,.0f}" for value in bounds) or "none"
        basis = "; ".join((row.level_basis or "no level on record", *found[-1].flags))
        yield party, f"{counted:,.0f}", published, difference, emitted, basis


def as_the_party_counts(level: Level) -> float:
    """A level with the land use that the Party counts in it [MtCO2e]."""
    setting = Setting(party_base(level.pledge.party, CONDITIONAL.data_year), CENTRAL, CONDITIONAL)
    today = setting.inventory_land(setting.data_year) or 0.0
    factor = 1.0 if level.land_factor is None else float(level.land_factor[0])
    with_land = land_use_of(level.pledge, setting) in ("sink", "source")
    return float(level.mtco2e[0]) + (factor * today if with_land else 0.0)


def speeds() -> Iterator[Row]:
    """What was asked for, the limit, and what it took [ms or s]."""
    book = book_on(GLASGOW)
    ensemble = Ensemble.default()
    india = next(pledge for pledge in book if pledge.party == "IND" and pledge.kind == "net_zero")
    project(book, ensemble=ensemble)
    changed = iter(range(2041, 2100))
    each = _times(lambda: _answer(_with(book, india, next(changed)), ensemble), 50)
    yield (
        "one pledge changed, p95",
        "50 ms",
        f"{1e3 * float(np.quantile(each, 0.95)):.0f} ms (median {1e3 * float(np.median(each)):.0f})",
    )
    glasgow = project(book, ensemble=ensemble)
    (spread,) = _times(lambda: spread_of(glasgow, ensemble), 1)
    yield "spread of 100 draws", "3 s", f"{spread:.1f} s"
    (shares,) = _times(lambda: share_out(glasgow, ensemble), 1)
    yield "each Party's and pledge's share", "10 s", f"{shares:.1f} s"
    whole = _times(lambda: _forget_and_project(ensemble), 3)
    yield "whole outlook, nothing remembered", "1 s", f"{float(np.median(whole)):.2f} s"


def _answer(book: Sequence[PathwayPledge], ensemble: Ensemble) -> tuple[float, ...]:
    found = project(book, ensemble=ensemble)
    return *found.warming.below, found.median(2100)


def _with(book: Sequence[PathwayPledge], pledge: PathwayPledge, year: int) -> list[PathwayPledge]:
    return [replace(each, target_year=year) if each is pledge else each for each in book]


def _forget_and_project(ensemble: Ensemble) -> None:
    _pathway.cache_clear()
    project(ensemble=ensemble).range_gtco2e(2030)


def _times(work: Callable[[], object], count: int) -> list[float]:
    found = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return found


def table(header: Row, rows: Sequence[Row], *, markdown: bool) -> str:
    """Rows under a header, aligned for a terminal or as Markdown."""
    if markdown:
        lines = [header, tuple("---" for _ in header), *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    widths = [max(len(row[at]) for row in (header, *rows)) for at in range(len(header))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (header, *rows)
    )


REACHES = ("what", "published", "reach", "ours", "within")
LEVELS = ("Party", "ours [MtCO2e]", "published", "difference", "pathway 2030", "basis and what to know")
SPEEDS = ("what", "limit", "took")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    asked = parser.parse_args()
    print(table(REACHES, [reach.row() for reach in reaches()], markdown=asked.markdown), end="\n\n")
    print(table(LEVELS, list(levels()), markdown=asked.markdown), end="\n\n")
    if not asked.no_speed:
        print(table(SPEEDS, list(speeds()), markdown=asked.markdown))


if __name__ == "__main__":
    main()
