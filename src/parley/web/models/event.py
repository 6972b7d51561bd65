"""Events as pages show them."""

from __future__ import annotations

from pydantic import Field, RootModel

from parley.interop.notice import Notice
from parley.web.models.common import DateView, Facet, Listing, Model, PartyView, Quote, ReportRef
from parley.web.models.conflict import ConflictWhole


class EventRef(Model):
    """An event as another page points at it."""

    id: str
    title: str
    status: str
    status_label: str
    date: DateView


class PersonRef(Model):
    """Somebody by name; ``id`` is None where the name could be that of two people."""

    id: str | None
    name: str
    role: str | None


class Delegation(Model):
    """Those who take part for one Party, or for one organisation, or, where both are None, whose side is not told."""

    party: PartyView | None
    organisation: str | None
    people: tuple[PersonRef, ...]


class EventStep(Model):
    """One step in an event's life: the status that documents gave it, with their words.

    ``ordered`` tells that it was certainly reported after the step before it. ``stated`` are the days that the reports
    of the step gave, in words.
    """

    status: str
    label: str
    reported: DateView
    ordered: bool
    stated: tuple[str, ...]
    quotes: tuple[Quote, ...]


class CorrectionNote(Model):
    """A document's own note that bears on something."""

    id: str
    nature: str
    quotes: tuple[Quote, ...]


class TripRef(Model):
    """A trip as another page points at it."""

    id: str
    title: str


class EventBrief(Model):
    """An event in a list."""

    id: str
    kind: str
    status: str
    status_label: str
    title: str
    date: DateView
    place: str | None
    parties: tuple[PartyView, ...]
    people: tuple[str, ...]
    background: bool
    corrected: bool
    reports: int
    conflicts: int


class EventWhole(Model):
    """An event with its life; ``remark`` says what is doubtful about it.

    ``reasons`` say why its reports are of one event. ``part_of`` is the visit or trip leg during which it took place,
    ``during`` what took place during it. ``before`` and ``after`` are its neighbours on the timeline.
    """

    id: str
    kind: str
    status: str
    status_label: str
    title: str
    name: str | None
    date: DateView
    mode: str
    place: str | None
    parties: tuple[PartyView, ...]
    people: tuple[str, ...]
    delegations: tuple[Delegation, ...]
    background: bool
    corrected: bool
    remark: str | None
    life: tuple[EventStep, ...]
    reasons: tuple[str, ...]
    conflicts: tuple[ConflictWhole, ...]
    corrections: tuple[CorrectionNote, ...]
    part_of: EventRef | None
    during: tuple[EventRef, ...]
    trip: TripRef | None
    before: EventRef | None
    after: EventRef | None
    reports: tuple[ReportRef, ...]


class EventMark(Model):
    """What a chart draws of an event. One day of ``start`` and ``end`` missing is an open end, both an undated event.

    ``uncertain`` dates are not to be read as exact: known to a week or month only, about, open, or inferred.
    """

    id: str
    title: str
    when: str
    start: str | None
    end: str | None
    precision: str | None
    approximate: bool
    uncertain: bool
    status: str
    kind: str


class EventMarks(Model):
    """The events of a filter, as a chart draws them."""

    total: int = Field(ge=0)
    marks: tuple[EventMark, ...]


class EventNotice(RootModel[Notice]):
    """What exports tell of an event."""


class Chosen(Model):
    """A filter in use: ``without`` is the query of the page that leaves it out."""

    name: str
    value: str
    label: str
    without: str


class EventFacets(Model):
    """The values that events can be filtered by. Of people only those named most often."""

    party: tuple[Facet, ...]
    person: tuple[Facet, ...]
    kind: tuple[Facet, ...]
    status: tuple[Facet, ...]


class YearCount(Model):
    """How many of the events found begin in a year."""

    year: str
    count: int


class TimelinePage(Listing):
    """A page of the timeline. ``counted`` says in words how many events were found.

    ``background`` counts those that would be found besides if events told as past history were shown.
    """

    counted: str
    background: int = Field(ge=0)
    items: tuple[EventBrief, ...]
    chosen: tuple[Chosen, ...]
    years: tuple[YearCount, ...]
    facets: EventFacets
