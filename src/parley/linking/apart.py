"""Which events are near one but another, and why in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from parley.linking.candidate import Candidate
from parley.linking.compare import objection
from parley.linking.events import as_candidate
from parley.linking.participants import Participants
from parley.linking.shelf import Shelf
from parley.records import Event, Links, Reading

_NEAR = timedelta(days=45)
_MOST_SHOWN = 5
_TOO_LITTLE = "too little speaks for one event"


@dataclass(frozen=True, slots=True)
class Apart:
    """An event that was kept apart, and why."""

    event: str
    why: str


def kept_apart(event: Event, readings: Iterable[Reading], links: Links) -> tuple[Apart, ...]:
    """The events nearest in people and time that ``event`` is not, and the first thing that speaks against each."""
    shelf = Shelf.of(readings)
    participants = Participants(shelf, links.people)
    reports = {report.id: report for reading in shelf for report in reading.engagements}

    def compared(one: Event) -> list[Candidate]:
        return [as_candidate(reports[report], participants, shelf) for report in one.reports]

    here = compared(event)
    near = sorted((_distance(event, other), other.id, other) for other in links.events if _is_near(event, other))
    return tuple(Apart(other.id, _against(here, compared(other))) for _, _, other in near[:_MOST_SHOWN])


def _against(here: Iterable[Candidate], there: Iterable[Candidate]) -> str:
    others = list(there)
    said = (objection(one, other) for one in here for other in others if one.reports[0].id != other.reports[0].id)
    return next((against for against in said if against), _TOO_LITTLE)


def _is_near(event: Event, other: Event) -> bool:
    if event.id == other.id or not _shares(event, other):
        return False
    one, two = _days(event), _days(other)
    return one is None or two is None or (one[0] - _NEAR <= two[1] and two[0] - _NEAR <= one[1])


def _shares(event: Event, other: Event) -> bool:
    """Whether somebody takes part in both, or where nobody is known the same Parties."""
    if event.people and other.people:
        return not set(event.people).isdisjoint(other.people)
    return bool(event.parties) and event.parties == other.parties


def _distance(event: Event, other: Event) -> tuple[int, int]:
    """Days between, then minus the people in both."""
    one, two = _days(event), _days(other)
    days = max(0, (two[0] - one[1]).days, (one[0] - two[1]).days) if one and two else _NEAR.days
    return days, -len(set(event.people) & set(other.people))


def _days(event: Event) -> tuple[date, date] | None:
    when = event.when
    first, last = (when.start or when.end, when.end or when.start) if when else (None, None)
    return (first, last) if first and last else None
