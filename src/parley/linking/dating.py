"""When an undated document was written, from events that dated documents date.

What a document tells as held it was written after, what it tells as to come before. That news is young and that
visits are announced late are habits: they narrow the range, and give way where they contradict what is certain. Days
are given by documents whose date is stated; where there are none, by those whose own words leave a month at most; else
by the visit or trip that the event is part of. No date found here serves to find another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.records import Document, Engagement, Event, Reading
from parley.terms.when import Interval
from parley.terms.when.interval import Precision

_SURE = ("stated", "metadata")
_NARROW_DAYS = 10
_LONGEST_RANGE_DAYS = 366
_LEAST_VAGUE_DAYS = 31
_NEWS_LAG, _JUST_LAG, _LEAD = timedelta(30), timedelta(10), timedelta(30)
_JUST = re.compile(r"\b(?:just|yesterday|today|this week|earlier this week|wrapped up)\b", re.IGNORECASE)
# Conferences are spoken of years before and after.
_NEWS = ("visit", "meeting", "call", "dialogue", "hearing", "speech")
_STATUS_WORDS = {"held": "over", "under_way": "under way", "planned": "to come", "trailed": "to come"}
_STEPS: tuple[tuple[int, Precision], ...] = ((1, "day"), (10, "week"), (45, "month"), (130, "season"), (366, "year"))
_Told = tuple[Engagement, Document]


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
    sure: bool = True
    ground: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """The days of an event, how many documents give them, and whether the dates of these are ``sure``."""

    start: date
    end: date
    documents: int
    sure: bool

    def in_words(self, event: Event) -> str:
        """Such as "2 other documents of this ledger date the visit of Mira Solberg to …"."""
        start, end = self.start.isoformat(), self.end.isoformat()
        one = self.documents == 1
        inferred = "" if self.sure else f", {'its' if one else 'their'} own date inferred,"
        return (
            f"{'another document' if one else f'{self.documents} other documents'} of this ledger{inferred} "
            f"{'dates' if one else 'date'} {_named(event)} to {start if start == end else f'{start} to {end}'}"
        )


def date_documents(readings: Iterable[Reading], events: Collection[Event]) -> dict[str, LedgerDate]:
    """A date for each document without one, or with a wider inferred one, that ``events`` give; by its id.

    ``events`` are those that the readings tell of together.
    """
    by_report = {report.id: (report, reading.document) for reading in readings for report in reading.engagements}
    told = {event.id: [by_report[name] for name in event.reports if name in by_report] for event in events}
    bounds: dict[str, list[_Bound]] = defaultdict(list)
    waiting: dict[str, Document] = {}
    for event in events:
        for report, document in told[event.id]:
            if document.published_basis in _SURE:
                continue
            known = _known(told[event.id], document) or _known(told.get(event.part_of or "", ()), document)
            if known is not None:
                waiting[document.id] = document
                bounds[document.id] += _bounds(report, event, known)
    found = {name: _date(document.published, bounds[name]) for name, document in waiting.items()}
    return {name: dated for name, dated in sorted(found.items()) if dated is not None}


def _known(told: Iterable[_Told], asking: Document) -> _Known | None:
    """From when to when an event was by documents other than the one that asks."""
    giving = [
        (report.when, document)
        for report, document in told
        if document.id != asking.id and report.status not in ("postponed", "cancelled")
        if report.when and (report.when.days or _NARROW_DAYS + 1) <= _NARROW_DAYS
    ]
    sure = [(when, document) for when, document in giving if document.published_basis in _SURE]
    likely = [(when, document) for when, document in giving if _is_nearly_dated(document)]
    chosen = sure or likely
    starts = [when.start for when, _ in chosen if when.start]
    ends = [when.end for when, _ in chosen if when.end]
    if not starts or not ends:
        return None
    return _Known(min(starts), max(ends), len({document.id for _, document in chosen}), bool(sure))


def _is_nearly_dated(document: Document) -> bool:
    return document.published is not None and (document.published.days or _LEAST_VAGUE_DAYS + 1) <= _LEAST_VAGUE_DAYS


def _bounds(report: Engagement, event: Event, known: _Known) -> Iterator[_Bound]:
    """What one report of an event of known days tells of the day of its document."""
    if report.status not in _STATUS_WORDS:
        return
    start, end = known.start, known.end
    ground = f"{known.in_words(event)}, which this one tells as {_STATUS_WORDS[report.status]} (“{_short(report)}”)"
    news = event.kind in _NEWS and not report.background
    lag = _JUST_LAG if _JUST.search(report.quote.exact) else _NEWS_LAG
    match report.status:
        case "held":
            yield _Bound(first=start, latest=end + lag if news else date.max, sure=known.sure, ground=ground)
        case "under_way":
            yield _Bound(first=start, last=end, sure=known.sure, ground=ground)
        case _:
            yield _Bound(last=start, soonest=start - _LEAD if news else date.min, sure=known.sure, ground=ground)


def _short(report: Engagement) -> str:
    return " ".join(report.quote.exact.split())[:120]


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
    deciding = [bound for bound in bounds if start in (bound.first, bound.soonest) or end in (bound.last, bound.latest)]
    grounds = sorted({bound.ground for bound in deciding})
    by_habit = (start, end) != (first, last) or not all(bound.sure for bound in deciding)
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
