"""Which edition of which conference a report speaks of: by its name, or by where and when it is held."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from parley.records import Engagement
from parley.terms.folding import fold
from parley.terms.summits import Summit, place_named, series_names, summit_named, summits

_GENERIC = frozenset(
    (
        *("un", "united", "nations", "climate", "change", "conference", "summit", "meeting", "talks", "annual", "the"),
        *("of", "on", "in", "at", "and", "for", "a", "an", "global", "world", "international", "ministerial", "forum"),
        *(
            "dialogue",
            "session",
            "this",
            "next",
            "last",
            "year",
            "years",
            "major",
            "leaders",
            "level",
            "high",
            "upcoming",
        ),
        *("environment", "event", "gathering", "parties", "cop", "crucial", "key", "week", "negotiations", "accord"),
        *("agreement", "round", "first", "second", "third", "official", "special"),
    )
)
_NUMBERED = re.compile(r"(?<!-)\bCOP ?-?\d{1,2}\b")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]+(?: (?:el-|[^\W\d_a-z])[\w'’-]+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)?\b")
_OF_CLIMATE = re.compile(r"\b(?:UN|U\.N\.|United Nations|climate|COP|Paris (?:Agreement|Accord)|Parties)\b", re.I)
_NEAR_DAYS = 31
_NARROW_DAYS = 400


def edition_of(report: Engagement, words: str, first: int | None, last: int | None) -> str | None:
    """A key that all reports of one edition share, None where the report does not tell.

    ``words`` are the report's own; ``first`` and ``last`` are the days, as ordinals, between which the conference lies,
    None where it gives none itself.
    """
    named = _by_name(report.name, first, last) if report.name else None
    if named:
        return named
    numbers = {found.group() for found in _NUMBERED.finditer(words)}
    if len(numbers) == 1 and (summit := summit_named(numbers.pop())):
        return summit.name
    if not _OF_CLIMATE.search(words):
        return None
    place = report.place
    if place and (place.city or place.country):
        found = _by_place(place.city, place.country, first, last)
        if found or place.city:
            return found
    cities = {name for name in _CAPITALISED.findall(words) if place_named(name)}
    return _by_place(cities.pop(), None, first, last) if len(cities) == 1 else None


@lru_cache(maxsize=20_000)
def summit_called(name: str, first: int | None, last: int | None) -> str | None:
    """The summit of our table that talks with a proper name are an edition of: "Petersberg Climate Dialogue"."""
    summit = summit_named(name) or _of_series(name, first, last)
    return summit.name if summit else None


def name_keys(edition: str) -> list[tuple[str, ...]]:
    """What two keys of one edition have in common at least one of: the whole key, or a word of it with the edition."""
    if not edition:
        return []
    *own, number = edition.split()
    return [(edition,), *((word, number) for word in own if word not in _GENERIC)]


@lru_cache(maxsize=20_000)
def _by_name(name: str, first: int | None, last: int | None) -> str | None:
    summit = summit_called(name, first, last)
    if summit:
        return summit
    own = [word for word in fold(name).split() if word not in _GENERIC and not word.isdigit()]
    if not own:
        return None
    year = _YEAR.search(name)
    number = _NUMBER.search(_YEAR.sub(" ", name))
    edition = number.group(1) if number else year.group() if year else _year_of(first, last)
    return f"{' '.join(sorted(own))} {edition}".strip()


def _year_of(first: int | None, last: int | None) -> str:
    if first is None or last is None or last - first > _NARROW_DAYS:
        return ""
    return str(date.fromordinal((first + last) // 2).year)


def _of_series(name: str, first: int | None, last: int | None) -> Summit | None:
    for series, pattern in series_names().items():
        if re.search(pattern, name):
            held = _near(tuple(summit for summit in summits() if summit.series == series), name, first, last)
            if held:
                return held
    return None


def _near(held: tuple[Summit, ...], name: str, first: int | None, last: int | None) -> Summit | None:
    """The one edition of the year named, else the one whose days lie in or near the time told."""
    if year := _YEAR.search(name):
        held = tuple(summit for summit in held if summit.start.year == int(year.group()))
    elif first is not None and last is not None:
        held = tuple(summit for summit in held if _days_apart(summit, first, last) <= _NEAR_DAYS)
    return held[0] if len(held) == 1 else None


@lru_cache(maxsize=20_000)
def _by_place(city: str | None, country: str | None, first: int | None, last: int | None) -> str | None:
    """The one climate conference held there at or near the time told; without a time the only one held there."""
    at = place_named(city) if city else None
    held = [
        summit
        for summit in summits()
        if summit.series == "COP"
        and (summit.city == at if at else not city and summit.country == country)
        and (first is None or last is None or _days_apart(summit, first, last) <= _NEAR_DAYS)
    ]
    return held[0].name if len(held) == 1 else None


def _days_apart(summit: Summit, first: int, last: int) -> int:
    """Days between a summit and a stretch of days; 0 where they share one."""
    return max(summit.start.toordinal() - last, first - summit.last_day.toordinal(), 0)
