"""Events as items of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from parley.briefing.timeline import event_view, ordered_events
from parley.briefing.view import EventView
from parley.records import Event
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.event import EventBrief, EventStep, EventWhole


def event_items(desk: Desk) -> Iterator[Item]:
    """Every event, by date, the undated last."""
    for event in ordered_events(desk.shelf):
        shown = event_view(event, desk.shelf, desk.notes)
        whole = _whole(event, shown, desk)
        yield Item(
            kind="event",
            id=event.id,
            title=shown.title,
            content=whole,
            brief=_brief(event, shown, whole),
            facets=_facets(shown),
            first_day=shown.date.start,
            last_day=shown.date.end,
            words=" ".join([*shown.people, shown.place or "", *(q.exact for step in whole.life for q in step.quotes)]),
        )


def _whole(event: Event, shown: EventView, desk: Desk) -> EventWhole:
    steps = tuple(
        EventStep(
            status=step.status,
            label=step.label,
            reported=step.reported,
            ordered=step.ordered,
            quotes=desk.quotes(step.citations),
        )
        for step in shown.life
    )
    conflicts = dict.fromkeys(one for report in event.reports for one in desk.conflicts_of.get(report, ()))
    return EventWhole(
        id=event.id,
        kind=event.kind,
        status=event.status,
        status_label=shown.status_label,
        title=shown.title,
        name=shown.name,
        date=shown.date,
        mode=event.mode,
        place=shown.place,
        parties=shown.parties,
        people=shown.people,
        background=shown.background,
        corrected=shown.corrected,
        remark=shown.remark,
        life=steps,
        reasons=event.reasons,
        conflicts=tuple(conflicts),
    )


def _brief(event: Event, shown: EventView, whole: EventWhole) -> EventBrief:
    return EventBrief(
        id=event.id,
        kind=event.kind,
        status=event.status,
        status_label=shown.status_label,
        title=shown.title,
        date=shown.date,
        place=shown.place,
        parties=shown.parties,
        people=shown.people,
        background=shown.background,
        corrected=shown.corrected,
        reports=len(shown.reports),
        conflicts=len(whole.conflicts),
    )


def _facets(shown: EventView) -> list[tuple[str, str]]:
    return [
        ("kind", shown.kind),
        ("status", shown.status),
        *(("party", party.code) for party in shown.parties),
        *(("person", person) for person in shown.people),
    ]
