"""When an undated document was written, from events that dated documents date.

What a document tells as held it was written after, what it tells as to come before. That news is young and that
visits are announced late are habits: they narrow the range, and give way where they contradict what is certain. Only
documents whose date is stated give days, so no guess rests on another guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.records import Engagement, Event, Reading
from parley.terms.when import Interval
from parley.terms.when.interval import Precision

_SURE = ("stated", "metadata")
_NARROW_DAYS = 10
_LONGEST_RANGE_DAYS = 366
_NEWS_LAG, _LEAD = timedelta(30), timedelta(30)
# Conferences are spoken of years before and after.
_NEWS = ("visit", "meeting", "call", "dialogue", "hearing", "speech")
_TOLD = {"held": "over", "under_way": "under way", "planned": "to come", "trailed": "to come"}
_STEPS: tuple[tuple[int, Precision], ...] = ((1, "day"), (10, "week"), (45, "month"), (130, "season"), (366, "year"))


@dataclass(frozen=True, slots=True)
class LedgerDate:
    """The days between which a document was written, and the events that say so, in words."""

    published: Interval
    ground: str


@dataclass(frozen=True, slots=True)
class _Bound:
    """Not before ``first``, not after ``last``; only by habit not outside ``soonest`` and ``latest``."""

    first: date = date.min
    last: date = date.max
    soonest: date = date.min
    latest: date = date.max
    ground: str = ""


def date_documents(readings: Iterable[Reading], events: Iterable[Event]) -> dict[str, LedgerDate]:
    """A date for each document without one, or with a wider inferred one, that ``events`` give; by its id.

    ``events`` are those that the readings tell of together.
    """
    by_report = {report.id: (report, reading) for reading in readings for report in reading.engagements}
    bounds: dict[str, list[_Bound]] = defaultdict(list)
    waiting: dict[str, Reading] = {}
    for event in events:
        told = [by_report[name] for name in event.reports if name in by_report]
        known = _known_days(told)
        if known is None:
            continue
        for report, reading in told:
            if reading.document.published_basis not in _SURE:
                waiting[reading.document.id] = reading
                bounds[reading.document.id] += _bounds(report, event, *known)
    found = {name: _date(reading.document.published, bounds[name]) for name, reading in waiting.items()}
    return {name: dated for name, dated in sorted(found.items()) if dated is not None}


def _known_days(told: Sequence[tuple[Engagement, Reading]]) -> tuple[date, date, int] | None:
    """From when to when an event was by all documents of sure date that give days, and how many documents these are."""
    giving = [
        (report.when, reading.document.id)
        for report, reading in told
        if reading.document.published_basis in _SURE and report.status not in ("postponed", "cancelled")
        if report.when and (report.when.days or _NARROW_DAYS + 1) <= _NARROW_DAYS
    ]
    if not giving:
        return None
    starts = [when.start for when, _ in giving if when.start]
    ends = [when.end for when, _ in giving if when.end]
    return min(starts), max(ends), len({document for _, document in giving})


def _bounds(report: Engagement, event: Event, start: date, end: date, documents: int) -> Iterator[_Bound]:
    """What one report of an event that was from ``start`` to ``end`` tells of the day of its document."""
    if report.status not in _TOLD:
        return
    day = start.isoformat() if start == end else f"{start.isoformat()} to {end.isoformat()}"
    counted = "another document" if documents == 1 else f"{documents} other documents"
    ground = (
        f"{counted} of this ledger {'dates' if documents == 1 else 'date'} {_named(event)} to {day}, which this one "
        f"tells as {_TOLD[report.status]} (“{' '.join(report.quote.exact.split())[:120]}”)"
    )
    news = event.kind in _NEWS and not report.background
    match report.status:
        case "held":
            yield _Bound(first=start, latest=end + _NEWS_LAG if news else date.max, ground=ground)
        case "under_way":
            yield _Bound(first=start, last=end, ground=ground)
        case _:
            yield _Bound(last=start, soonest=start - _LEAD if news else date.min, ground=ground)


def _named(event: Event) -> str:
    who = " and ".join(event.people[:2] or event.parties[:2])
    where = f" in {event.place}" if event.place else ""
    if event.name:
        return event.name
    return f"the {event.kind}{f' of {who}' if who else ''}{where}"


def _date(inferred: Interval | None, bounds: Sequence[_Bound]) -> LedgerDate | None:
    """The days that all bounds leave; None where they contradict each other, leave an end open, or tell nothing new."""
    first = max([*(bound.first for bound in bounds), (inferred and inferred.start) or date.min])
    last = min([*(bound.last for bound in bounds), (inferred and inferred.end) or date.max])
    if first > last:
        return None
    soonest = max([first, *(bound.soonest for bound in bounds if bound.soonest <= last)])
    latest = min([last, *(bound.latest for bound in bounds if bound.latest >= first)])
    start, end = (soonest, latest) if soonest <= latest else (first, last)
    if start == date.min or end == date.max:
        return None
    days = (end - start).days + 1
    if days > _LONGEST_RANGE_DAYS or (inferred and inferred.days and days >= inferred.days):
        return None
    deciding = (bound for bound in bounds if start in (bound.first, bound.soonest) or end in (bound.last, bound.latest))
    grounds = sorted({bound.ground for bound in deciding})
    by_habit = (start, end) != (first, last)
    precision = next(name for most, name in _STEPS if days <= most)
    return LedgerDate(Interval(start, end, precision, approximate=by_habit), "; ".join(grounds))


def with_dates(readings: Iterable[Reading], dates: Mapping[str, LedgerDate]) -> list[Reading]:
    """The readings with their documents dated, marked as inferred with the ground; the given ones stay as they are."""
    return [_with_date(reading, dates.get(reading.document.id)) for reading in readings]


def _with_date(reading: Reading, dated: LedgerDate | None) -> Reading:
    if dated is None:
        return reading
    before = f"{reading.document.published_ground}; " if reading.document.published_ground else ""
    document = reading.document.model_copy(
        update={
            "published": dated.published,
            "published_basis": "inferred",
            "published_ground": before + dated.ground,
        }
    )
    return reading.model_copy(update={"document": document})
