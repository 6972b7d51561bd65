"""An event's life: its status by date of report, what it came to, and when it is to be or was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.linking.shelf import Shelf
from parley.records import Engagement, LifeStep
from parley.records.engagement import EngagementStatus
from parley.terms.when import Interval

_STAGES: tuple[EngagementStatus, ...] = ("trailed", "planned", "postponed", "under_way", "held", "cancelled")
_WIDTH_UNKNOWN = 100_000
# What a later report cannot undo: who says "planned" of what was held has not heard of it.
_DEAF_TO: dict[EngagementStatus, frozenset[EngagementStatus]] = {
    "planned": frozenset(["trailed"]),
    "under_way": frozenset(["trailed", "planned"]),
    "held": frozenset(["trailed", "planned", "under_way", "postponed"]),
}


def in_order_of_life(reports: Sequence[Engagement], shelf: Shelf) -> list[Engagement]:
    """Reports by age; of one day the earlier stage first.

    A document whose date is not known to the day tells of the event as past after it, as a plan before it.
    """
    place = {report.id: number for number, report in enumerate(shelf.by_age(reports))}
    when = min((report.when for report in reports if report.when), key=width_of, default=None)
    days = {report.id: _told_on(report, when, shelf) for report in reports}
    return sorted(reports, key=lambda report: (days[report.id], _STAGES.index(report.status), place[report.id]))


def _told_on(report: Engagement, when: Interval | None, shelf: Shelf) -> date:
    day, published = shelf.day(report), shelf.published(report)
    if when is None or (published and published.days == 1):
        return day
    first, last = (published.start or date.min, published.end or date.max) if published else (date.min, date.max)
    if report.status == "held" and (over := when.end or when.start):
        return min(max(over, first), last) if published or day == date.max else max(day, over)
    if report.status in ("trailed", "planned") and (begin := when.start or when.end):
        return max(first, min(day, last, begin))
    return day


def life_of(reports: Sequence[Engagement], shelf: Shelf) -> tuple[LifeStep, ...]:
    """One step for each report, in the order of ``reports``."""
    return tuple(
        LifeStep(
            document=report.document,
            report=report.id,
            published=shelf.published(report),
            status=report.status,
            when=report.when,
        )
        for report in reports
    )


def status_of(reports: Sequence[Engagement], shelf: Shelf) -> EngagementStatus:
    """What it came to. A document of unknown date cannot tell how things ended, unless no other tells of it."""
    dated = [report for report in reports if shelf.published(report)] or list(reports)
    status = dated[0].status
    for report in dated[1:]:
        if report.status not in _DEAF_TO.get(status, ()):
            status = report.status
    return status


def time_of(reports: Sequence[Engagement]) -> Interval | None:
    """The narrowest time told since the last report that it was moved; what was told before that is void."""
    moved = [number for number, report in enumerate(reports) if report.status == "postponed"]
    if moved:
        before = {report.when for report in reports[: moved[-1]]}
        reports = [report for report in reports[moved[-1] :] if report.when not in before]
    times = [report.when for report in reports if report.when]
    return min(times, key=lambda when: (width_of(when), when.iso), default=None)


def width_of(when: Interval | None) -> int:
    """Days in an interval; very many where an end is open or nothing is known."""
    return (when.days or _WIDTH_UNKNOWN) if when else _WIDTH_UNKNOWN
