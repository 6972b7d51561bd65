"""What a search answers with."""

from __future__ import annotations

from pydantic import Field

from parley.web.models.common import Facet, Listing, Model


class Mark(Model):
    """Where a word that was searched for stands in a snippet: ``start`` to ``end`` (excluded), in characters."""

    start: int
    end: int


class SearchHit(Model):
    """Something that holds the words: what it is, where it is shown, and the words around those found."""

    kind: str
    kind_label: str
    id: str
    title: str
    address: str
    date: str | None
    snippet: str
    marks: tuple[Mark, ...]


class SearchPage(Listing):
    """A page of what was found, best first. ``kinds`` counts all that was found by kind."""

    q: str
    kind: str | None = Field(description="The kind that was asked for, None for all.")
    kinds: tuple[Facet, ...]
    items: tuple[SearchHit, ...]
