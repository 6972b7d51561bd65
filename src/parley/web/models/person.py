"""People as pages show them."""

from __future__ import annotations

from pydantic import Field

from parley.web.models.common import DateView, Facet, Listing, Model, PartyView, Quote, ReportRef


class PersonBrief(Model):
    """A person in a list, with how often documents tell of them. ``initial`` is the letter they are listed under."""

    id: str
    name: str
    initial: str
    roles: tuple[str, ...]
    party: PartyView | None
    organisation: str | None
    documents: int
    events: int
    statements: int


class Office(Model):
    """An office by our table of office holders; ``until`` is None for who held it when the table was made."""

    title: str
    party: PartyView | None
    since: DateView
    until: DateView | None


class RoleTold(Model):
    """What documents call a person, ``former`` where they say that it is over; ``told`` is the date of the first."""

    role: str
    former: bool
    told: DateView
    documents: int
    quotes: tuple[Quote, ...]


class Appearance(Model):
    """An event that a person takes part in."""

    id: str
    title: str
    status: str
    status_label: str
    date: DateView
    place: str | None
    background: bool


class Said(Model):
    """A statement: in the speaker's own words where ``quoted``, else the sentence that reports it."""

    id: str
    words: str
    quoted: bool
    cue: str | None
    date: DateView
    corrected: bool
    quote: Quote


class HeldPosition(Model):
    """A stance for which a person spoke."""

    id: str
    party: PartyView
    issue: str
    issue_label: str
    stance: str
    stance_label: str
    words: str
    since: DateView


class Naming(Model):
    """A document that names a person, under these names; ``quote`` is the first mention."""

    document: str
    source: str
    date: DateView
    names: tuple[str, ...]
    quote: Quote


class PersonWhole(Model):
    """A person with all that documents tell of them.

    ``forms`` are the names met, ``reasons`` say why they are taken for one person. ``events`` are by date, statements,
    positions and documents by the date of the document, oldest first.
    """

    id: str
    name: str
    party: PartyView | None
    organisation: str | None
    wikidata: str | None
    forms: tuple[str, ...]
    reasons: tuple[str, ...]
    offices: tuple[Office, ...]
    roles: tuple[RoleTold, ...]
    events: tuple[Appearance, ...]
    statements: tuple[Said, ...]
    positions: tuple[HeldPosition, ...]
    documents: tuple[Naming, ...]
    reports: tuple[ReportRef, ...]


class PeoplePage(Listing):
    """A page of the people; ``parties`` and ``initials`` are what the list can be filtered by."""

    items: tuple[PersonBrief, ...]
    parties: tuple[Facet, ...]
    initials: tuple[Facet, ...] = Field(description="First letters of the names by which people are listed.")
