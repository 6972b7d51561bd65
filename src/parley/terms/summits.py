"""Summits and conferences by which a text can be dated: when, where, and under which names.

The table is ``data/summits.toml``. Days are those announced; ``closed`` is the day a conference that ran over ended.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

CLIMATE_CONFERENCE = "COP"
_NUMBERED = re.compile(r"(?P<series>CBD\s+COP|COP|SB|MoCA)[\s-]?(?P<number>\d{1,2})", re.I)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = {"twenty": 20, "twentieth": 20, "thirty": 30, "thirtieth": 30}
_IN_FULL = re.compile(
    r"\b(?:(?P<number>\d{1,2})(?:st|nd|rd|th)"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<units>{'|'.join(_ORDINALS[:9])}))?|(?P<ordinal>{'|'.join(_ORDINALS)}))"
    r"\s+(?:session\s+of\s+the\s+)?(?:UN\s+)?(?:climate\s+)?Conference\s+of\s+(?:the\s+)?(?:the\s+)?Parties",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Summit:
    """One edition of a summit; ``city`` is None when it was held by video, ``country`` is ISO 3166-1 alpha-3."""

    name: str
    series: str
    start: date
    end: date
    number: int | None = None
    closed: date | None = None
    city: str | None = None
    country: str | None = None

    @property
    def last_day(self) -> date:
        """The day it ended."""
        return self.closed or self.end


@cache
def summits() -> tuple[Summit, ...]:
    """All summits in order of their first day."""
    listed = [Summit(**row) for row in _table()["summit"]]
    return tuple(sorted(listed, key=lambda summit: (summit.start, summit.name)))


def summit_named(name: str) -> Summit | None:
    """The summit called ``name``: "COP26", "26th" or "Twenty-sixth Conference of the Parties", "CBD COP15", "MoCA 6".

    A bare "COP15" is the climate convention's; the biodiversity convention's has "CBD" before it, and of its two parts
    the last is given.
    """
    if full := _IN_FULL.search(name):
        return _numbered().get((CLIMATE_CONFERENCE.lower(), _number_in_full(full)))
    if numbered := _NUMBERED.fullmatch(name.strip()):
        return _numbered().get((" ".join(numbered["series"].lower().split()), int(numbered["number"])))
    wanted = " ".join(name.lower().split())
    return next((summit for summit in reversed(summits()) if summit.name.lower() == wanted), None)


def _number_in_full(found: re.Match[str]) -> int:
    """The number of "26th", "sixth" or "twenty-sixth"."""
    if found["number"]:
        return int(found["number"])
    unit = found["units"] or found["ordinal"]
    return _TENS.get((found["tens"] or "").lower(), 0) + (_ORDINALS.index(unit.lower()) + 1 if unit else 0)


def summits_in(city: str, year: int | None = None, month: int | None = None) -> tuple[Summit, ...]:
    """The summits held in ``city``, of one year and with a day in one month if these are given."""
    place = place_named(city)
    return tuple(
        summit
        for summit in summits()
        if place is not None
        and summit.city == place
        and (year is None or summit.start.year == year)
        and (month is None or month in (summit.start.month, summit.last_day.month))
    )


def climate_conference_in(place: str, near: date | None = None) -> Summit | None:
    """The Conference of the Parties held in the city or country ``place``, the one nearest to the day ``near``.

    Without a day the place must have held just one.
    """
    city = place_named(place)
    held = [
        summit
        for summit in summits()
        if summit.series == CLIMATE_CONFERENCE and (summit.city == city if city else summit.country == place)
    ]
    if near is None:
        return held[0] if len(held) == 1 else None
    return min(held, key=lambda summit: abs((summit.start - near).days), default=None)


def before_in_series(summit: Summit) -> Summit | None:
    """The edition before ``summit`` in its series."""
    earlier = [other for other in editions(summit.series) if other.start < summit.start]
    return earlier[-1] if earlier else None


def place_named(name: str) -> str | None:
    """The city of a summit that is called ``name``, None when no summit was held there."""
    return summit_places().get(name.casefold())


@cache
def summit_places() -> dict[str, str]:
    """Every name of a city that held a summit, in lower case, to the city."""
    names = {summit.city.casefold(): summit.city for summit in summits() if summit.city}
    for city, others in _table()["places"].items():
        names.update((other.casefold(), city) for other in others)
    return names


@cache
def series_names() -> dict[str, str]:
    """For each series with names of its own, the regular expression of these names."""
    return {series: "|".join(names) for series, names in _table()["series"].items()}


@cache
def editions(series: str) -> tuple[Summit, ...]:
    """The summits of a series in order of time."""
    return tuple(summit for summit in summits() if summit.series == series)


@cache
def _numbered() -> dict[tuple[str, int], Summit]:
    return {(summit.series.lower(), summit.number): summit for summit in summits() if summit.number}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("parley.terms").joinpath("data/summits.toml").read_text(encoding="utf-8"))
