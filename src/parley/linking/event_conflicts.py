"""What sources disagree on about one event: its days, its city, who came, whether it took place at all.

A plan is not held against an outcome, nor a day against a stretch of days that holds it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from parley.linking.at_odds import Said, Side, V, sides_of
from parley.linking.name_forms import form_of
from parley.linking.shelf import Shelf
from parley.records import Conflict, Engagement, Event
from parley.terms.folding import fold
from parley.terms.summits import place_named

_TALKS = frozenset(["meeting", "dialogue"])
_PAST = frozenset(["held", "under_way"])
_PLANS = frozenset(["trailed", "planned"])
_PLANS_OF_DAYS = 7
_LONGEST_TALKS_DAYS = 14
_SHORTEST_CONFERENCE_DAYS = 4
_SHORT = 3
_OPENS = re.compile(r"\b(?:open(?:s|ed|ing)?|begin(?:s|ning)?|began|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off)\b", re.I)
_MOVED = re.compile(
    r"\b(?:postpon\w+|reschedul\w+|delay(?:ed|ing)|put off|push(?:ed|ing) back|brought forward|deferred|new date"
    r"|mov(?:ed|ing) (?:to|from|forward|back))\b",
    re.I,
)
_STAND_IN = re.compile(
    r"\b(?:in (?:the|his|her|their) (?:place|absence|stead)|in place of|instead|absent|stayed away|did not (?:take part"
    r"|attend|join|come|travel)|was represented by|pulled out|st(?:oo|an)d(?:s|ing)? in for)\b"
)


class Days(NamedTuple):
    """When a report says it is: ``opening`` is the first day of something longer; ``spelt`` has the day's number."""

    first: date
    last: date
    opening: bool
    long: bool
    virtual: bool
    spelt: bool

    def __str__(self) -> str:
        if self.opening:
            return f"from {self.first}"
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


def event_conflicts(shelf: Shelf, events: Sequence[Event]) -> Iterator[Conflict]:
    """Disputes over events, each with all its sides."""
    reports = {report.id: report for reading in shelf for report in reading.engagements}
    yield from _in_two_cities(events, reports, shelf)
    for event in events:
        if len(event.reports) < 2:
            continue
        told = shelf.by_age(reports[number] for number in event.reports)
        alone = [report for report in told if report.id not in set(event.shared)]
        yield from _over_days(alone, shelf)
        yield from _over_city(alone)
        yield from _over_attendance(alone)
        yield from _over_outcome(told, shelf)


def _conflict(field: str, sides: Sequence[Side[V]], words: Callable[[V], str] = str) -> Iterator[Conflict]:
    if sides:
        yield Conflict(
            reports=tuple(side.reports[0] for side in sides),
            concerns="event",
            field=field,
            words=" against ".join(words(side.value) for side in sides),
            sides=tuple(side.reports for side in sides),
        )


def _over_days(reports: Sequence[Engagement], shelf: Shelf) -> Iterator[Conflict]:
    past = [report for report in reports if report.status in _PAST]
    groups = [past, _plans(reports, shelf)]
    for group in groups:
        said = [Said.by(report, days) for report in group if (days := _days_of(report, shelf))]
        yield from _conflict("when", sides_of(_settled(said), _days_at_odds))


def _plans(reports: Sequence[Engagement], shelf: Shelf) -> list[Engagement]:
    """The plans told last; earlier ones may have been changed since. None where it was moved."""
    plans = [report for report in reports if report.status in _PLANS and shelf.published(report)]
    if not plans or any(report.status == "postponed" or _MOVED.search(report.quote.exact) for report in reports):
        return []
    if plans[0].kind == "conference":
        return plans
    last = max(map(shelf.day, plans))
    return [report for report in plans if last - shelf.day(report) <= timedelta(days=_PLANS_OF_DAYS)]


def _days_of(report: Engagement, shelf: Shelf) -> Days | None:
    """The exact days a report gives; None where they are vague, guessed, or reckoned from a date that is."""
    when = report.when
    if when is None or when.precision != "day" or when.approximate or when.start is None:
        return None
    words = " ".join(quote.exact for quote in report.quotes)
    spelt = re.search(rf"\b{when.start.day}(?:st|nd|rd|th)?\b", words) is not None
    published = shelf.published(report)
    reckoned = not published or published.days != 1
    if any(field == "when" for field, _ in report.inferred) or (reckoned and not spelt):
        return None
    conference = report.kind == "conference"
    if when.end is None and not conference:
        return None
    opening = conference and (when.end is None or (when.days == 1 and _OPENS.search(report.quote.exact) is not None))
    virtual = report.kind == "call" or report.mode == "virtual"
    return Days(when.start, when.end or when.start, opening, conference, virtual, spelt)


def _settled(said: Sequence[Said[Days]]) -> list[Said[Days]]:
    """Days without those that one report covers together: talks of several days, of which each tells one."""
    spans = [one.value for one in said if not one.value.long and 1 < _length(one.value) <= _LONGEST_TALKS_DAYS]
    single = {one.value for one in said if _length(one.value) == 1 and not one.value.opening}
    covered = {day for span in spans for day in single if _holds(span, day)}
    if len({day.first for day in covered}) < 2:
        return list(said)
    return [one for one in said if one.value not in covered]


def _length(days: Days) -> int:
    return (days.last - days.first).days + 1


def _holds(one: Days, other: Days) -> bool:
    return one.first <= other.first and other.last <= one.last


def _days_at_odds(one: Days, other: Days) -> bool:
    if one.opening or other.opening:
        return _openings_at_odds(one, other)
    if _holds(one, other) or _holds(other, one):
        shorter = min(_length(one), _length(other))
        one_end = (one.first == other.first) != (one.last == other.last)
        return one.long and one_end and shorter >= _SHORTEST_CONFERENCE_DAYS
    apart = abs((one.first - other.first).days)
    same_weekday = apart % 7 == 0 and _length(one) == _length(other)
    if same_weekday and not (one.spelt and other.spelt):
        return False
    # What is a day on one side of the world is the next on the other.
    return not (one.virtual and other.virtual and apart < 2)


def _openings_at_odds(one: Days, other: Days) -> bool:
    if one.opening and other.opening:
        return one.first != other.first
    opening, span = (one, other) if one.opening else (other, one)
    if _length(span) < _SHORTEST_CONFERENCE_DAYS:
        return span.first < opening.first
    return span.first != opening.first


def _over_city(reports: Sequence[Engagement]) -> Iterator[Conflict]:
    """Where it was held; a traveller may visit several cities, so that visits are left out."""
    said = [
        Said.by(report, place_named(report.place.city) or report.place.city)
        for report in reports
        if report.place and report.place.city and report.kind != "visit" and _is_at_one_place(report)
    ]
    yield from _conflict("place", sides_of(said, _other_city))


def _in_two_cities(events: Iterable[Event], reports: Mapping[str, Engagement], shelf: Shelf) -> Iterator[Conflict]:
    """Talks of the same people on the same day told of two cities: kept apart as events, but hardly both true."""
    meetings: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        days = event.when.days if event.when and event.when.precision == "day" else None
        if event.kind in _TALKS and days == 1 and event.place and event.place.city and len(event.people) > 1:
            meetings[event.people, event.when, event.place.country].append(event)
    for alike in meetings.values():
        if len(alike) > 1:
            told = shelf.by_age(reports[name] for event in alike for name in event.reports if name not in event.shared)
            yield from _over_city(told)


def _is_at_one_place(report: Engagement) -> bool:
    if report.kind == "conference":
        return report.status in (*_PAST, *_PLANS)
    one_day = report.when is None or report.when.days == 1
    return report.status in _PAST and report.mode != "virtual" and one_day


def _other_city(one: str, other: str) -> bool:
    a, b = set(fold(one).split()), set(fold(other).split())
    return not (a <= b or b <= a)


def _over_attendance(reports: Sequence[Engagement]) -> Iterator[Conflict]:
    """Somebody who by one report took part and by another stayed away."""
    held = [report for report in reports if report.status in _PAST]
    absences = [report for report in held if _STAND_IN.search(report.quote.exact)]
    if not absences:
        return
    for key, name in _names(held).items():
        said = [
            Said.by(report, "absent" if report in absences else "present")
            for report in held
            if (key not in _keys(report) and _mentions(report, key) if report in absences else key in _keys(report))
        ]
        yield from _conflict("people", sides_of(said, lambda a, b: a != b), f"{name} {{}}".format)


def _names(reports: Iterable[Engagement]) -> Mapping[tuple[str, ...], str]:
    """Full names met, by key."""
    found: dict[tuple[str, ...], str] = {}
    for report in reports:
        for name in report.people:
            key = form_of(name).key
            if len(key) > 1:
                found.setdefault(key, name)
    return found


def _keys(report: Engagement) -> frozenset[tuple[str, ...]]:
    return frozenset(form_of(name).key for name in report.people)


def _mentions(report: Engagement, key: tuple[str, ...]) -> bool:
    """Whether the words of a report have the name, or a part of it that none of its people has."""
    words = set(fold(report.quote.exact).split())
    own = {word for other in _keys(report) for word in other}
    return words.issuperset(key) or any(word in words for word in key if len(word) > _SHORT and word not in own)


def _over_outcome(reports: Sequence[Engagement], shelf: Shelf) -> Iterator[Conflict]:
    """Held by one report, called off by another that was written after the day."""
    held = [report for report in reports if report.status == "held"]
    if not held or all(report.status != "cancelled" for report in reports):
        return
    over = min((report.when.end for report in held if report.when and report.when.end), default=None)
    known = {report.id for report in held} | {
        report.id for report in reports if report.status == "cancelled" and _told_after(report, over, held, shelf)
    }
    said = [Said.by(report, report.status) for report in reports if report.id in known]
    yield from _conflict("status", sides_of(said, lambda a, b: a != b))


def _told_after(report: Engagement, over: date | None, held: Sequence[Engagement], shelf: Shelf) -> bool:
    if shelf.published(report) is None:
        return False
    first_told = min((shelf.day(one) for one in held if shelf.published(one)), default=None)
    day = over or first_told
    return day is not None and shelf.day(report) >= day
