"""For which years a claim is judged, and which figures were out on the day it was said.

A claim that names its year is judged for that year. One that does not ("China emits …") speaks for the last year with
figures when it was said, and may as well know the last full year before it was said, whose figures come out later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from parley.inventory.tables import newer_tables, remembered, wide

Topic = Literal["emissions", "energy", "people", "economy", "coal"]

_OUT: dict[Topic, tuple[int, int, int]] = {
    "emissions": (1, 11, 1),
    "energy": (1, 7, 1),
    "people": (1, 7, 1),
    "economy": (1, 4, 15),
    "coal": (0, 8, 1),
}
"""How many years later, and on which month and day, figures of a year are out: the Global Carbon Budget and EDGAR in
autumn, the Statistical Review and the World Population Prospects in summer, the World Economic Outlook in April, the
coal plant tracker of July in August of the same year."""

PACKAGED_DAY = date(2025, 12, 31)
"""The day up to which the packaged tables go: holders of offices and outlooks are kept to the end of 2025."""

_TOPICS: dict[str, Topic] = {
    "electricity.csv.gz": "energy",
    "primary_energy.csv.gz": "energy",
    "gdp_market.csv": "economy",
    "coal_status.csv": "coal",
    "coal_by_year.csv.gz": "coal",
}
"""Of what a table that can be fetched anew has figures, where it is not emissions."""

LOOK_BACK = 20
"""How many years an earlier time may lie back for a claim that was true then to count as outdated, not as wrong."""


@dataclass(frozen=True, slots=True)
class Times:
    """The years to judge a claim by.

    ``then`` are the years it may speak for; ``now`` the newest with figures; ``earlier`` the
    years before, newest first (none where the claim names its year); ``near`` years at most three off the one named.
    """

    then: tuple[int, ...]
    now: int
    earlier: tuple[int, ...] = ()
    near: tuple[int, ...] = ()

    @property
    def timeless(self) -> bool:
        """Whether the claim names no year."""
        return not self.near


def out_on(year: int, topic: Topic) -> date:
    """The day from which the figures of a year are out."""
    years, month, day = _OUT[topic]
    return date(year + years, month, day)


@remembered
def newest_day() -> date:
    """The day up to which the tables in use go: that of the package, or later where newer figures were fetched."""
    fetched = (out_on(wide(name).years[-1], _TOPICS.get(name, "emissions")) for name in newer_tables())
    return max((PACKAGED_DAY, *fetched))


def latest_year(day: date, topic: Topic) -> int:
    """The last year whose figures were out on ``day``."""
    years, month, of_month = _OUT[topic]
    return day.year - years - ((day.month, day.day) < (month, of_month))


@lru_cache(maxsize=4096)
def times_of(year: int | None, said: date | None, today: date | None, topic: Topic, first: int, last: int) -> Times:
    """The years for a claim of ``year`` (None: not named) said on ``said``, with figures from ``first`` to ``last``.

    What was said before there are any figures speaks for years without one.
    """
    now = last if today is None else max(first, min(last, latest_year(today, topic)))
    if year is not None:
        return Times((year,), now, near=tuple(year + off for off in (-1, 1, -2, 2, -3, 3)))
    day = said or today
    known = last if day is None else min(last, latest_year(day, topic))
    full = known if day is None else min(last, day.year - 1)
    earliest, latest = min(known, full), max(known, full)
    earlier = range(earliest - 1, max(first, earliest - LOOK_BACK) - 1, -1)
    return Times(tuple(range(earliest, latest + 1)), max(now, latest), tuple(earlier))
