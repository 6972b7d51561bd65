"""Which events are wanted: the filter of the timeline, its exports and its chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from parley.briefing.dates import span_in_words
from parley.briefing.prose import capitalised, words_of
from parley.briefing.timeline import STATUS_LABELS
from parley.terms.parties import name_of
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.listing import Paged
from parley.web.models.common import Facet
from parley.web.models.event import Chosen, EventFacets

MOST_PEOPLE = 300


def _none_if_empty(value: Any) -> Any:
    """A field of a form that was left empty is no filter."""
    return value or None


def _without_empty(values: Any) -> Any:
    return [value for value in values if value] if isinstance(values, list) else values


Day = Annotated[date | None, BeforeValidator(_none_if_empty)]
Values = Annotated[list[str], BeforeValidator(_without_empty)]


class EventFilter(BaseModel):
    """Which events are wanted. Of values of one name any will do; different names must all hold."""

    model_config = ConfigDict(extra="forbid")

    party: Values = Field(default=[], description="Only of these countries or blocs (CHN, EUU).", max_length=50)
    person: Values = Field(default=[], description="Only with these people, by name.", max_length=50)
    kind: Values = Field(default=[], description="Only of these kinds (visit, meeting, call …).", max_length=20)
    status: Values = Field(default=[], description="Only of these statuses (planned, held …).", max_length=20)
    since: Day = Field(default=None, description="Only on this day or later.")
    until: Day = Field(default=None, description="Only on this day or earlier.")
    first: Day = Field(default=None, alias="from", description="The first day that the chart shows; lists begin here.")
    last: Day = Field(default=None, alias="to", description="The last day that the chart shows; lists end here.")
    q: str = Field(default="", max_length=200, description="Only with all these words.")
    background: bool = Field(default=False, description="Also what is told only as past history.")
    dispute: bool = Field(default=False, description="Only where sources differ.")

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        return self._wanted([] if self.background else ["news"], within_chart=True)

    @property
    def charted(self) -> Wanted:
        """The same, whatever part of it the chart shows."""
        return self._wanted([] if self.background else ["news"], within_chart=False)

    @property
    def untold(self) -> Wanted:
        """What only background would add."""
        return self._wanted(["background"], within_chart=True)

    def _wanted(self, told: Sequence[str], within_chart: bool) -> Wanted:
        facets = {
            **{name: getattr(self, name) for name in ("party", "person", "kind", "status")},
            "told": told,
            "dispute": ["yes"] if self.dispute else [],
        }
        since = [self.since, self.first if within_chart else None]
        until = [self.until, self.last if within_chart else None]
        return Wanted(
            facets,
            since=max((day.isoformat() for day in since if day), default=None),
            until=min((day.isoformat() for day in until if day), default=None),
            words=self.q,
        )


class TimelineFilter(Paged, EventFilter):
    """A page of the events that are wanted."""


def event_facets(catalogue: Catalogue) -> EventFacets:
    """The values that events can be filtered by, with how many have each."""

    def facets(name: str, label: Callable[[str], str]) -> tuple[Facet, ...]:
        found = catalogue.values("event", name)[:MOST_PEOPLE]
        return tuple(Facet(value=value, label=label(value), count=number) for value, number in found)

    return EventFacets(
        party=tuple(sorted(facets("party", name_of), key=lambda facet: facet.label)),
        person=facets("person", str),
        kind=facets("kind", lambda kind: capitalised(words_of(kind))),
        status=facets("status", lambda status: capitalised(STATUS_LABELS.get(status, status))),
    )


def chosen(asked: EventFilter, request: Request) -> tuple[Chosen, ...]:
    """The filters in use, each with the query that leaves it out."""
    return tuple(
        Chosen(name=name, value=value, label=label, without=_without(request, name, value))
        for name, value, label in _in_use(asked)
    )


def _in_use(asked: EventFilter) -> Iterator[tuple[str, str, str]]:
    for code in asked.party:
        yield "party", code, name_of(code)
    for person in asked.person:
        yield "person", person, person
    for kind in asked.kind:
        yield "kind", kind, capitalised(words_of(kind))
    for status in asked.status:
        yield "status", status, capitalised(STATUS_LABELS.get(status, status))
    if asked.since:
        yield "since", asked.since.isoformat(), f"since {span_in_words(asked.since, asked.since)}"
    if asked.until:
        yield "until", asked.until.isoformat(), f"until {span_in_words(asked.until, asked.until)}"
    if asked.q.strip():
        yield "q", asked.q, f"“{asked.q.strip()}”"
    if asked.dispute:
        yield "dispute", "true", "sources differ"
    if asked.background:
        yield "background", "true", "with background"
    if asked.first or asked.last:
        yield "from", (asked.first or asked.last or date.min).isoformat(), _range(asked.first, asked.last)


def _range(first: date | None, last: date | None) -> str:
    if first and last and first <= last:
        return span_in_words(first, last)
    day = first or last
    assert day
    return f"{'from' if first else 'to'} {span_in_words(day, day)}"


def _without(request: Request, name: str, value: str) -> str:
    gone = ("from", "to", "page") if name == "from" else ("page",)
    lists = name in ("party", "person", "kind", "status")
    kept = [
        (key, held)
        for key, held in request.query_params.multi_items()
        if held and key not in gone and (key != name or (lists and held != value))
    ]
    return f"?{urlencode(kept)}" if kept else "?"
