"""One event told by several documents, with its life by date of report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from parley.linking.candidate import Candidate, bundled, candidate_of
from parley.linking.cluster import Cluster, clusters
from parley.linking.life import in_order_of_life, life_of, status_of, time_of
from parley.linking.participants import Participants
from parley.linking.shelf import Shelf
from parley.records import Engagement, Event, LinkedPerson, Place
from parley.records.engagement import Mode


def link_events(shelf: Shelf, people: Sequence[LinkedPerson]) -> tuple[Event, ...]:
    """All events, by time, the undated last. What is part of what is told by ``trips``."""
    participants = Participants(shelf, people)
    by_document: dict[str, list[Candidate]] = defaultdict(list)
    for reading in shelf:
        for report in reading.engagements:
            by_document[report.document].append(as_candidate(report, participants, shelf))
    made = clusters(bundled(by_document), participants.names)
    return in_order_of_time(_event(cluster, participants.names, shelf) for cluster in made)


def as_candidate(report: Engagement, participants: Participants, shelf: Shelf) -> Candidate:
    """A report with all that comparison needs."""
    return candidate_of(
        report,
        participants.of(report),
        participants.absent(report),
        participants.named(report),
        shelf.published(report),
        shelf.day(report),
    )


def in_order_of_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by time, the undated last."""
    return tuple(sorted(events, key=lambda event: (event.when is None, event.when.iso if event.when else "", event.id)))


def _event(cluster: Cluster, names: Mapping[str, str], shelf: Shelf) -> Event:
    own = [report for member in cluster.members for report in member.reports]
    lent = [report for guest in cluster.guests for report in guest.reports]
    return event_of(
        [*own, *lent],
        shelf,
        people=_people(cluster, names),
        reasons=tuple(sorted(set(cluster.reasons))),
        shared=tuple(sorted({report.id for report in [*lent, *_lent(cluster)]})),
    )


def _lent(cluster: Cluster) -> list[Engagement]:
    return [report for member in cluster.lenders for report in member.reports]


def event_of(
    reports: Sequence[Engagement],
    shelf: Shelf,
    *,
    people: tuple[str, ...],
    reasons: tuple[str, ...] = (),
    shared: tuple[str, ...] = (),
) -> Event:
    """The event that ``reports`` tell of together."""
    ordered = in_order_of_life(reports, shelf)
    latest = next((report for report in reversed(ordered) if shelf.published(report)), ordered[-1])
    mode: Mode = next((report.mode for report in reversed(ordered) if report.mode != "unknown"), "unknown")
    return Event(
        reports=tuple(report.id for report in ordered),
        kind=latest.kind,
        status=status_of(ordered, shelf),
        mode=mode,
        parties=tuple(sorted({party for report in ordered for party in report.parties})),
        people=people,
        place=_place(ordered, mode),
        when=time_of(ordered),
        name=next((report.name for report in ordered if report.name), None),
        life=life_of(ordered, shelf),
        reasons=reasons,
        shared=shared,
        background=tuple(sorted(report.id for report in ordered if report.background)),
    )


def _people(cluster: Cluster, names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({names.get(person, person) for person in cluster.attendance}))


def _place(reports: Iterable[Engagement], mode: Mode) -> Place | None:
    """The fullest place told last; what was held by video or telephone has none."""
    if mode == "virtual":
        return None
    known = [report.place for report in reversed(list(reports)) if report.place and report.kind != "call"]
    return next((place for place in known if place.city), known[0] if known else None)


def day_of(event: Event) -> date:
    """The first day of an event, the last there is for one without a date."""
    return (event.when.start or event.when.anchor) if event.when else date.max
