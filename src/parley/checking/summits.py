"""When and where a summit was held: "COP26 in Glasgow in November 2021" against the calendar of summits.

Each detail that the words give is judged by itself: the place, the days, and whether it lies ahead. One of them a
little off is close; another place is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from parley.checking.agreements import agreement_told, check_agreement
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import judge_year
from parley.checking.facts import PUBLIC_RECORD, day_meant, one_wrong
from parley.records.verdict import Reference, Token
from parley.terms.offices import holders
from parley.terms.parties import name_of
from parley.terms.summit_venues import venues_told
from parley.terms.summits import (
    CLIMATE_CONFERENCE,
    Summit,
    editions,
    place_named,
    series_names,
    summit_named,
    summits,
)
from parley.terms.when import Interval

SOURCE = PUBLIC_RECORD.format("summits, conveners' announcements")

_WEEK = 7
_MONTH = 28
"""A stretch of at least so many days names a month, a season or a year rather than days."""
_YEAR = 360
_NATURE = re.compile(r"\b(?:biodiversity|nature|CBD)\b", re.I)
_OPENS = re.compile(r"\b(?:open|start|begin|beg[au]n|kick)\w*\b", re.I)
_ROUGHLY = re.compile(
    r"\b(?:early|late|mid|middle|end|ending|beginning|start|first half|second half|weeks?|weekend|fortnight|days)\b",
    re.I,
)
_CLOSES = re.compile(r"\b(?:clos|conclud|end|finish|wrap)\w*\b", re.I)
_WAS = re.compile(r"\b(?:took place|(?:was|were) (?:held|hosted)|hosted|met in|concluded|ended)\b", re.I)
_WILL = re.compile(r"\b(?:will|upcoming|(?:is|are) (?:to|set|due|expected|scheduled) (?:to )?\w+|coming)\b", re.I)
_PLACE = re.compile(
    r"(?:\bIt was (?:in|at)|\b(?:held|hosted|met|gathered|convened|assembled|staged|took place)(?: in| at| by))"
    r" (?:the )?([A-Z][\w-]+)"
    r"|^([A-Z][\w-]+)(?: [\w-]+){0,2}, [^,;]{0,40}\bwhere\b"
    r"|\b([A-Z][\w-]+),? (?:was|is|had been|played|acted as) (?:the |a )?host\b"
    r"|\b([A-Z][\w-]+) (?:(?:had|then) )?(?:hosted|staged|stepped in)\b"
)
_MOVED = re.compile(r"\b(?:moved|relocated|shifted|transferred|switched) to (?:the )?[A-Z]")
_SPOKEN_OF = re.compile(
    r"\b(?:discuss\w*|(?:talks|spoke|meeting) (?:on|about)|prepar\w+ for) (?:the |next year['’]s )?(?:COP|G-?7|G-?20)"
)
"""A summit of which others speak elsewhere: "discussed COP26 in Syldavia City"."""
_NO_PLACE = frozenset(
    (
        *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
        *("November", "December", "Spring", "Summer", "Autumn", "Winter"),
    )
)
_CLIMATE_TALKS = re.compile(r"\bclimate (?:change )?(?:summit|conference|talks)\b|\bconference of the parties\b", re.I)


def check_summit(assertion: Assertion, today: date | None) -> Finding:
    """The edition that is meant, with what its days and place say of the claim."""
    if assertion.status in ("postponed", "cancelled") and not _MOVED.search(assertion.words):
        return Finding(missing="plans that were given up: the calendar has summits as they were held")
    if told := agreement_told(assertion.detail):
        return check_agreement(assertion, *told)
    assertion = _with_its_venue(assertion)
    edition = _edition(assertion, today)
    if edition is None:
        return Finding(missing=f"{assertion.detail or 'a summit of that place and time'} in the calendar of summits")
    details = _details(assertion, edition)
    if not details:
        return Finding(missing=f"a day or a place to hold against the calendar, which has {_describe(edition)}")
    if _names_a_place_unread(assertion):
        return Finding(missing=f"the place that is named for it, where the calendar has {_describe(edition)}")
    token = one_wrong(details)
    if token == "contradicted" and _SPOKEN_OF.search(assertion.words):
        return Finding(missing="whether place and day are those of the summit or of talks about it")
    if token == "supported" and _comes_too_late(assertion, edition):
        token = "close" if _stated(assertion) else "outdated"
    return Finding((Candidate(_reference(edition, token)),))


def _with_its_venue(assertion: Assertion) -> Assertion:
    """The assertion with the place that the words give beside the summit's name, where none was read."""
    if assertion.about or assertion.subject:
        return assertion
    venue = next(iter(venues_told(assertion.words)), None)
    return assertion if venue is None else replace(assertion, about=venue.city, subject=venue.country)


def _names_a_place_unread(assertion: Assertion) -> bool:
    """Whether the words tell of a place that is not among what was read: days alone bear out no such claim."""
    if assertion.about or assertion.subject:
        return False
    return bool(venues_told(assertion.words)) or any(
        next(filter(None, found.groups())) not in _NO_PLACE for found in _PLACE.finditer(assertion.words)
    )


def _details(assertion: Assertion, edition: Summit) -> list[Token]:
    found: list[Token] = []
    if assertion.about or assertion.subject:
        found.append(_judge_place(assertion, edition))
    if stated := _stated(assertion):
        found.append(_judge_days(stated, edition, assertion.words))
    if assertion.said and assertion.said < edition.start and _WAS.search(assertion.words):
        found.append("contradicted")
    return found


def _judge_place(assertion: Assertion, edition: Summit) -> Token:
    """The city, else the country; of a summit by video a city of the host is close, and so is the one that presided."""
    if assertion.about and edition.city:
        return "supported" if place_named(assertion.about) == edition.city else "contradicted"
    if assertion.subject is None or edition.country is None:
        return "contradicted"
    if assertion.subject == edition.country:
        return "close" if assertion.about else "supported"
    return "close" if _presides(assertion.subject, edition) else "contradicted"


def _presides(party: str, edition: Summit) -> bool:
    """Whether a Party had the presidency of a conference held elsewhere, as Fiji of COP23 in Bonn."""
    presidents = holders(party, "cop_president")
    return any(holder.title.startswith(f"{edition.name} ") for holder in presidents)


def _judge_days(stated: Interval, edition: Summit, words: str) -> Token:
    """Days, a month or a year as stated against the days on which it was held."""
    held = Interval(edition.start, edition.last_day)
    if stated.days is None or stated.days >= _MONTH or (stated.days > 1 and _ROUGHLY.search(words)):
        return _judge_stretch(stated, held)
    first, last = stated.start or stated.anchor, stated.end or stated.anchor
    if stated.days == 1 and (_OPENS.search(words) or _CLOSES.search(words)):
        return _judge_day(first, (edition.start,) if _OPENS.search(words) else (edition.end, edition.last_day))
    if stated.days == 1 and stated.overlaps(held):
        return "supported"
    if first == edition.start and last in (edition.end, edition.last_day):
        return "supported"
    return "close" if stated.overlaps(held) else _judge_day(first, (edition.start,))


def _judge_day(stated: date, held: Sequence[date]) -> Token:
    """A day: the same, within a week, or the same days of a year that is off by at most three."""
    if stated in held:
        return "supported"
    return "close" if any(_is_near(stated, day, _WEEK) for day in held) else "contradicted"


def _judge_stretch(stated: Interval, held: Interval) -> Token:
    """A month, season or year: it holds a day of the summit, or is beside it, or that of a year a little off."""
    if stated.overlaps(held):
        return "supported"
    if (stated.days or 0) >= _YEAR:
        return judge_year(stated.anchor.year, held.anchor.year)
    return "close" if _is_near(stated.anchor, held.anchor, 45) else "contradicted"


def _is_near(one: date, other: date, days: int) -> bool:
    """Whether two days are near each other in the year, and the years as near as a claim that is close."""
    moved = one + timedelta(days=round((other.year - one.year) * 365.25))
    return abs((moved - other).days) <= days and judge_year(one.year, other.year) != "contradicted"


def _comes_too_late(assertion: Assertion, edition: Summit) -> bool:
    """Whether it is said to lie ahead after it has ended."""
    if assertion.said is None or assertion.said <= edition.last_day:
        return False
    return _WILL.search(_clause(assertion.words, str(assertion.detail))) is not None


@lru_cache(maxsize=1024)
def _clause(words: str, name: str) -> str:
    """The stretch between commas in which a summit is named; the whole sentence where it is not so named there."""
    found = re.search(re.escape(name.split()[0]), words)
    if found is None:
        return words
    first = max(words.rfind(mark, 0, found.start()) for mark in ",;") + 1
    ends = [at for mark in ",;" if (at := words.find(mark, found.end())) >= 0]
    return words[first : min(ends, default=len(words))]


def _stated(assertion: Assertion) -> Interval | None:
    if assertion.when:
        return _parsed(assertion.when)
    return Interval.year(assertion.year) if assertion.year is not None else None


@lru_cache(maxsize=1024)
def _parsed(when: str) -> Interval:
    """A stated interval; with an open end it is the day that is known."""
    interval = Interval.parse(when)
    return interval if interval.start and interval.end else Interval.day(interval.anchor)


def _edition(assertion: Assertion, today: date | None) -> Summit | None:
    """The edition meant: by number or name; of a series that in the place, else that of the time stated or of now."""
    name = assertion.detail or ""
    stated = _stated(assertion)
    near = stated.anchor if stated else day_meant(assertion, today)
    of_nature = _NATURE.search(assertion.words) is not None
    if parts := (_parts(f"CBD {name}") if of_nature else ()) or _parts(name):
        return _nearest(parts, near)
    series = _series(f"{name} {assertion.words}")
    if series is None:
        return None
    if then := [edition for edition in editions(series) if stated and _is_dated_by(stated, edition)]:
        return _nearest(then, near)
    there = [edition for edition in editions(series) if _is_there(edition, assertion)]
    of_the_year = [edition for edition in editions(series) if edition.start.year == near.year]
    return _nearest(there or of_the_year, near)


@lru_cache(maxsize=1024)
def _parts(name: str) -> tuple[Summit, ...]:
    """The one summit of a name, or the parts of a conference held in two places, as biodiversity's COP15."""
    found = summit_named(name)
    return tuple(edition for edition in summits() if found and edition.name == found.name)


def _is_dated_by(stated: Interval, edition: Summit) -> bool:
    """Whether stated days or a stated month are those of the edition; a year alone may be the wrong detail."""
    return (stated.days or 0) < _YEAR and stated.overlaps(Interval(edition.start, edition.last_day))


def _is_there(edition: Summit, assertion: Assertion) -> bool:
    if assertion.about:
        return edition.city is not None and place_named(assertion.about) == edition.city
    return assertion.subject is not None and edition.country == assertion.subject


def _nearest(found: Sequence[Summit], near: date) -> Summit | None:
    return min(found, key=lambda edition: abs((edition.start - near).days), default=None)


@lru_cache(maxsize=2048)
def _series(words: str) -> str | None:
    """The series of summits that words name."""
    for series, names in series_names().items():
        if re.search(rf"\b(?:{names})\b", words):
            return series
    if bloc := re.search(r"\bG-?(7|20)\b", words):
        return f"G{bloc.group(1)}"
    return CLIMATE_CONFERENCE if _CLIMATE_TALKS.search(words) else None


def _reference(edition: Summit, holds: Token) -> Reference:
    return Reference(
        party=edition.country,
        quantity="summit",
        basis="the days and the place where it was held",
        year=edition.start.year,
        fact=_describe(edition),
        source=SOURCE,
        holds=holds,
    )


def _describe(edition: Summit) -> str:
    place = ", ".join(part for part in (edition.city, edition.country and name_of(edition.country)) if part)
    days = edition.start.isoformat()
    if edition.end != edition.start:
        days += f" to {edition.end.isoformat()}"
    if edition.closed and edition.closed != edition.end:
        days += f" (closed on {edition.closed.isoformat()})"
    video = " by video" if edition.city is None else ""
    return f"{edition.name}, {place or 'no place'}{video}, {days}"
