"""Conflicts as pages show them: what sources disagree on, side by side and never settled."""

from __future__ import annotations

from parley.web.models.common import DateView, Facet, Listing, Model, PartyView, Quote


class ConflictSideWhole(Model):
    """One side: ``value`` is what it says of the field, None where it only has words; ``reports`` are all of it."""

    value: str | None
    words: str
    source: str
    date: DateView
    reports: tuple[str, ...]
    quotes: tuple[Quote, ...]


class ConflictWhole(Model):
    """A point in dispute. ``about`` names what it is about, ``record`` is that event's or pledge's id.

    ``concerns`` is event, pledge or claim; ``field`` is what the sides differ in and ``words`` say how.
    """

    id: str
    concerns: str
    about: str | None
    record: str | None
    field: str
    words: str
    parties: tuple[PartyView, ...]
    sides: tuple[ConflictSideWhole, ...]


class ConflictFacets(Model):
    """The values that conflicts can be filtered by."""

    concerns: tuple[Facet, ...]
    field: tuple[Facet, ...]
    party: tuple[Facet, ...]


class ConflictsPage(Listing):
    """A page of the conflicts. ``counted`` says in words how many there are."""

    counted: str
    items: tuple[ConflictWhole, ...]
    facets: ConflictFacets
