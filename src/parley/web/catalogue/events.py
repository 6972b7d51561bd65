"""Events as items of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from parley.briefing.dates import date_view, with_days_in_words
from parley.briefing.prose import capitalised
from parley.briefing.timeline import event_view, ordered_events
from parley.briefing.view import EventView
from parley.interop.notice import Notice
from parley.records import Event
from parley.web.catalogue.conflicts import conflict_wholes
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.event_refs import delegations, event_ref
from parley.web.catalogue.item import Item
from parley.web.catalogue.trips import trip_title
from parley.web.models.conflict import ConflictWhole
from parley.web.models.event import (
    CorrectionNote,
    EventBrief,
    EventMark,
    EventNotice,
    EventRef,
    EventStep,
    EventWhole,
    TripRef,
)
from parley.workflow.explaining import reasons_of
from parley.workflow.notices import event_notices


def event_items(desk: Desk) -> Iterator[Item]:
    """Every event, by date, the undated last."""
    around = _Surroundings(desk)
    for event in ordered_events(desk.shelf):
        shown = around.shown[event.id]
        whole = _whole(event, shown, around)
        yield Item(
            kind="event",
            id=event.id,
            title=shown.title,
            content=whole,
            holds=event.reports,
            brief=_brief(shown, whole),
            facets=_facets(whole),
            # Of an event that is open at one end only the day that is known is certain to be touched.
            first_day=shown.date.start or shown.date.end,
            last_day=shown.date.end or shown.date.start,
            words=_words(whole),
            forms={"mark": _mark(shown), "notice": EventNotice(around.notices[event.id])},
        )


@dataclass(frozen=True)
class _Surroundings:
    """What is made once for all events."""

    desk: Desk

    @cached_property
    def shown(self) -> Mapping[str, EventView]:
        desk = self.desk
        return {event.id: event_view(event, desk.shelf, desk.notes) for event in ordered_events(desk.shelf)}

    @cached_property
    def refs(self) -> Mapping[str, EventRef]:
        return {event.id: event_ref(event, self.desk) for event in self.desk.view.links.events}

    @cached_property
    def conflicts(self) -> Mapping[str, ConflictWhole]:
        return conflict_wholes(self.desk)

    @cached_property
    def notices(self) -> Mapping[str, Notice]:
        return {notice.record: notice for notice in event_notices(self.desk.view)}

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str | None, str | None]]:
        """Ids of the events before and after, news among news and background among background."""
        found: dict[str, tuple[str | None, str | None]] = {}
        for background in (False, True):
            chain = [None, *(one.id for one in self.shown.values() if one.background == background), None]
            for (before, here), (_, after) in pairwise(pairwise(chain)):
                assert here
                found[here] = (before, after)
        return found

    @cached_property
    def during(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the events that took place during another, by that one's id."""
        found: dict[str, list[str]] = {}
        for event in ordered_events(self.desk.shelf):
            if event.part_of:
                found.setdefault(event.part_of, []).append(event.id)
        return {event: tuple(ids) for event, ids in found.items()}

    @cached_property
    def trips(self) -> Mapping[str, TripRef]:
        """Trips by the ids of their legs."""
        events = {event.id: event for event in self.desk.view.links.events}
        return {
            leg: TripRef(id=trip.id, title=trip_title(trip, events))
            for trip in self.desk.view.links.trips
            for leg in trip.legs
        }


def _whole(event: Event, shown: EventView, around: _Surroundings) -> EventWhole:
    desk = around.desk
    disputes = dict.fromkeys(one for report in event.reports for one in desk.conflicts_of.get(report, ()))
    before, after = around.neighbours[event.id]
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
        delegations=delegations(event.parties, event.people, desk),
        background=shown.background,
        corrected=shown.corrected,
        remark=shown.remark,
        life=_life(event, shown, desk),
        reasons=tuple(capitalised(with_days_in_words(words)) for words in reasons_of(event)),
        conflicts=tuple(around.conflicts[one] for one in disputes if one in around.conflicts),
        corrections=tuple(
            CorrectionNote(id=note.id, nature=capitalised(note.nature), quotes=desk.quotes_of([note]))
            for note in desk.view.corrections_of(event.id)
        ),
        part_of=around.refs.get(event.part_of) if event.part_of else None,
        during=tuple(around.refs[one] for one in around.during.get(event.id, ())),
        trip=around.trips.get(event.id) or (around.trips.get(event.part_of) if event.part_of else None),
        before=around.refs[before] if before else None,
        after=around.refs[after] if after else None,
        reports=desk.report_refs(event.reports),
    )


def _life(event: Event, shown: EventView, desk: Desk) -> tuple[EventStep, ...]:
    """The steps of the briefing, each with the days that its reports gave."""
    told = (step for step in event.life if step.report in desk.shelf.reports)
    stated = [
        tuple(dict.fromkeys(date_view(step.when).words for step in alike if step.when))
        for _, alike in groupby(told, key=lambda step: step.status)
    ]
    return tuple(
        EventStep(
            status=step.status,
            label=step.label,
            reported=step.reported,
            ordered=step.ordered,
            stated=stated[number] if number < len(stated) else (),
            quotes=desk.quotes(step.citations),
        )
        for number, step in enumerate(shown.life)
    )


def _brief(shown: EventView, whole: EventWhole) -> EventBrief:
    return EventBrief(
        id=whole.id,
        kind=whole.kind,
        status=whole.status,
        status_label=whole.status_label,
        title=whole.title,
        date=whole.date,
        place=whole.place,
        parties=whole.parties,
        people=whole.people,
        background=whole.background,
        corrected=whole.corrected,
        reports=len(shown.reports),
        conflicts=len(whole.conflicts),
    )


def _mark(shown: EventView) -> EventMark:
    return EventMark(
        id=shown.id,
        title=shown.title,
        when=shown.date.words,
        start=shown.date.start,
        end=shown.date.end,
        precision=shown.date.precision,
        approximate=shown.date.approximate,
        uncertain=shown.date.uncertain,
        status=shown.status,
        kind=shown.kind,
    )


def _facets(whole: EventWhole) -> list[tuple[str, str]]:
    day = whole.date.start or whole.date.end
    return [
        ("kind", whole.kind),
        ("status", whole.status),
        ("told", "background" if whole.background else "news"),
        *(("party", party.code) for party in whole.parties),
        *(("person", person) for person in whole.people),
        *([("year", day[:4])] if day else []),
        *([("dispute", "yes")] if whole.conflicts else []),
    ]


def _words(whole: EventWhole) -> str:
    names = [*whole.people, *(party.name for party in whole.parties), whole.place or ""]
    return " ".join([*names, *(quote.exact for step in whole.life for quote in step.quotes)])
