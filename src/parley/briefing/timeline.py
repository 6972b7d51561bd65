"""The timeline: every event once, with its life from first rumour to the last word on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from parley.briefing.dates import date_view
from parley.briefing.footnotes import Footnotes
from parley.briefing.headlines import headline, place_in_words
from parley.briefing.prose import tidy
from parley.briefing.shelf import Shelf, party_view
from parley.briefing.view import BriefingView, DateView, EventView, LifeView
from parley.records import Engagement, Event, LifeStep, Report

STATUS_LABELS = {
    "trailed": "unconfirmed",
    "planned": "planned",
    "under_way": "under way",
    "held": "held",
    "postponed": "postponed",
    "cancelled": "cancelled",
}
_STILL_OPEN = ("trailed", "planned", "under_way", "postponed")
# For how long an event is taken to be still ahead: without a date, after the last report of it; with an open end,
# after its beginning.
_UNDATED_STAYS_AHEAD = timedelta(days=90)
_OPEN_STAYS_AHEAD = timedelta(days=30)


def timeline(shelf: Shelf, notes: Footnotes) -> tuple[EventView, ...]:
    """The news by date, the undated last, then what is told as background."""
    events = sorted(ordered_events(shelf), key=lambda event: is_background(event, shelf))
    return tuple(event_view(event, shelf, notes) for event in events)


def ordered_events(shelf: Shelf) -> list[Event]:
    """The events that these readings report, by date."""
    present = [event for event in shelf.links.events if shelf.present(event.reports)]
    return sorted(present, key=by_date)


def events_by_year(view: BriefingView) -> list[tuple[str, list[EventView]]]:
    """The news of the timeline, background left out, under the year in which each event begins."""
    news = [event for event in view.timeline if not event.background]
    return [(year, list(events)) for year, events in groupby(news, key=_year)]


def event_view(event: Event, shelf: Shelf, notes: Footnotes) -> EventView:
    reports = _engagements(event, shelf)
    return EventView(
        id=event.id,
        kind=event.kind,
        status=event.status,
        status_label=STATUS_LABELS[event.status],
        title=headline(event, shelf),
        name=event.name,
        date=event_date(event, shelf),
        mode=event.mode,
        place=place_in_words(event.place),
        parties=tuple(party_view(code) for code in event.parties),
        people=event.people,
        life=_life(event, shelf, notes),
        background=is_background(event, shelf),
        corrected=any(report.id in shelf.corrected for report in reports),
        remark=_remark(event, shelf),
        reports=tuple(report.id for report in reports),
    )


def event_date(event: Event, shelf: Shelf) -> DateView:
    """The event's date; doubted when every report that gives it had to infer it."""
    giving = [report for report in _engagements(event, shelf) if report.when == event.when]
    grounds = [dict(report.inferred).get("when") for report in giving]
    inferred = bool(grounds) and all(grounds)
    return date_view(event.when, tidy(grounds[0]) if inferred and grounds[0] else None)


def is_background(event: Event, shelf: Shelf) -> bool:
    """Whether every document tells the event as past history."""
    return all(report.background for report in _engagements(event, shelf))


def is_ahead(event: Event, shelf: Shelf) -> bool:
    """Whether the event was still to come, or going on, when the latest document was published."""
    if event.status not in _STILL_OPEN:
        return False
    latest = shelf.latest
    if latest is None:
        return True
    if event.when is not None:
        return (event.when.end or event.when.anchor + _OPEN_STAYS_AHEAD) >= latest
    reported = [step.published.end or step.published.anchor for step in event.life if step.published]
    return not reported or max(reported) + _UNDATED_STAYS_AHEAD >= latest


def is_misdated(event: Event, shelf: Shelf) -> bool:
    """Whether the event is told as past but dated after every dated document."""
    if event.status != "held" or event.when is None or event.when.start is None or shelf.horizon is None:
        return False
    return event.when.start > shelf.horizon


def _remark(event: Event, shelf: Shelf) -> str | None:
    """Said is not so: a plan whose day has passed is not thereby held."""
    latest = shelf.latest
    passed = latest and event.when and event.when.end and event.when.end < latest
    if is_misdated(event, shelf):
        return "Told as past, but dated later than every dated document here: one of the two must be wrong."
    if event.status in ("trailed", "planned") and passed:
        return "The date has passed, but no document here says that it took place."
    if event.status == "trailed":
        return "Reported without confirmation."
    return None


def _life(event: Event, shelf: Shelf, notes: Footnotes) -> tuple[LifeView, ...]:
    """The steps in the order of the links; neighbours of one status are one step with the quotes of all."""
    steps = [step for step in event.life if step.report in shelf.reports]
    life: list[LifeView] = []
    before: LifeStep | None = None
    for status, group in groupby(steps, key=lambda step: step.status):
        alike = list(group)
        ordered = before is None or _certainly_after(before, alike[0])
        reports = [shelf.reports[step.report] for step in alike]
        life.append(_life_view(status, STATUS_LABELS[status], ordered, reports, shelf, notes))
        before = alike[-1]
    reported = {step.report for step in steps}
    rest = [report for report in _engagements(event, shelf) if report.id not in reported]
    if rest:
        life.append(_life_view(event.status, "also reported", not life, rest, shelf, notes))
    return tuple(life)


def _life_view(
    status: str, label: str, ordered: bool, reports: Sequence[Report], shelf: Shelf, notes: Footnotes
) -> LifeView:
    return LifeView(status, label, shelf.published(reports[0].document), ordered, notes.cite(reports))


def _certainly_after(one: LifeStep, other: LifeStep) -> bool:
    """Whether ``other`` was reported on a later day, however vaguely the documents are dated."""
    if one.published is None or other.published is None:
        return False
    end, start = one.published.end, other.published.start
    return end is not None and start is not None and end < start


def _engagements(event: Event, shelf: Shelf) -> list[Engagement]:
    return [report for report in shelf.present(event.reports) if isinstance(report, Engagement)]


def _year(event: EventView) -> str:
    return (event.date.start or event.date.end or "Undated")[:7].partition("-")[0]


def by_date(event: Event) -> tuple[date, date, str, str]:
    """What the timeline is sorted by."""
    if event.when is None:
        return date.max, date.max, event.kind, event.id
    start = event.when.start or event.when.anchor
    return start, event.when.end or date.max, event.kind, event.id
