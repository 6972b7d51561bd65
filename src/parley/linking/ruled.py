"""People and events made anew where people decided otherwise than clustering."""

from __future__ import annotations

from collections.abc import Sequence

from parley.linking.events import event_of, in_order_of_time
from parley.linking.judgements import Group, Rulings
from parley.linking.names import person_of
from parley.linking.participants import Participants
from parley.linking.shelf import Shelf
from parley.records import Engagement, Event, LinkedPerson


def ruled_people(people: Sequence[LinkedPerson], shelf: Shelf, rulings: Rulings) -> tuple[LinkedPerson, ...]:
    """The people after judgement, sorted by name."""
    groups = rulings.regroup("person", [person.reports for person in people])
    if not any(group.reasons for group in groups):
        return tuple(people)
    reports = {report.id: report for reading in shelf for report in reading.people}
    after = [
        person_of(
            [reports[report] for report in group.reports], _reasons(group, [people[n].reasons for n in group.sources])
        )
        if group.reasons
        else people[group.sources[0]]
        for group in groups
    ]
    return tuple(sorted(after, key=lambda person: (person.name, person.id)))


def ruled_events(
    events: Sequence[Event], shelf: Shelf, people: Sequence[LinkedPerson], rulings: Rulings
) -> tuple[Event, ...]:
    """The events after judgement, by time, the undated last."""
    shared = frozenset(report for event in events for report in event.shared)
    groups = rulings.regroup("engagement", [event.reports for event in events], shared)
    if not any(group.reasons for group in groups):
        return tuple(events)
    participants = Participants(shelf, people)
    reports = {report.id: report for reading in shelf for report in reading.engagements}
    homes: dict[str, int] = {}
    for group in groups:
        for report in group.reports:
            homes[report] = homes.get(report, 0) + 1
    after = []
    for group in groups:
        before = [events[number] for number in group.sources]
        if not group.reasons:
            after.append(before[0])
            continue
        own = [reports[report] for report in group.reports]
        after.append(
            event_of(
                own,
                shelf,
                people=_attendance(own, before, participants),
                reasons=_reasons(group, [event.reasons for event in before]),
                shared=tuple(sorted(report for report in group.reports if homes[report] > 1)),
            )
        )
    return in_order_of_time(after)


def _attendance(reports: Sequence[Engagement], before: Sequence[Event], participants: Participants) -> tuple[str, ...]:
    """Who took part: of the people of the events before, those whom one of these reports names."""
    named = {person for report in reports for person in participants.of(report) - participants.absent(report)}
    names = {participants.names.get(person, person) for person in named}
    return tuple(sorted(names & {person for event in before for person in event.people}))


def _reasons(group: Group, before: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Who decided it, after why its reports were joined, where more than one is left."""
    told = {reason for reasons in before for reason in reasons} if len(group.reports) > 1 else set()
    return (*sorted(told), *group.reasons)
