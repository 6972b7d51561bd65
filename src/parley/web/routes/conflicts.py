"""``/conflicts``: where sources disagree, side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from parley.briefing.prose import capitalised, count
from parley.terms.parties import name_of
from parley.web.answering import answer, compose, page
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.judging import answer_or_move
from parley.web.listing import FromCatalogue, Paged, listing
from parley.web.models.common import Facet
from parley.web.models.conflict import ConflictFacets, ConflictsPage, ConflictWhole
from parley.web.routes.event_filter import Values

router = APIRouter(tags=["conflicts"])


class ConflictFilter(Paged):
    """Which conflicts to list."""

    concerns: Values = Field(default=[], description="Only on these: event, pledge, claim.", max_length=3)
    field: Values = Field(default=[], description="Only where the sides differ in these fields.", max_length=20)
    party: Values = Field(default=[], description="Only of these countries or blocs (CHN, EUU).", max_length=50)
    q: str = Field(default="", max_length=200, description="Only with all these words.")

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        return Wanted({"concerns": self.concerns, "field": self.field, "party": self.party}, words=self.q)


@page(router, "/conflicts", ConflictsPage, summary="What sources disagree on.")
async def conflicts(request: Request, asked: Annotated[ConflictFilter, Query()], catalogue: FromCatalogue) -> Response:
    """What sources disagree on, side by side."""
    found = catalogue.find("conflict", asked.wanted, offset=asked.offset, limit=asked.per_page)
    content = compose(**listing(found, asked), counted=count(found.total, "conflict"), facets=_facets(catalogue))
    return answer(request, "conflicts.html", content)


@page(router, "/conflicts/{conflict}", ConflictWhole, summary="One conflict with the words of its sides.")
async def one_conflict(request: Request, conflict: str) -> Response:
    """One conflict with the words of its sides."""
    return answer_or_move(request, "conflict", conflict, "conflict.html")


def _facets(catalogue: Catalogue) -> ConflictFacets:
    def facets(name: str, label: Callable[[str], str]) -> tuple[Facet, ...]:
        found = catalogue.values("conflict", name)
        return tuple(Facet(value=value, label=label(value), count=number) for value, number in found)

    return ConflictFacets(
        concerns=facets("concerns", lambda value: f"{capitalised(value)}s"),
        field=facets("field", capitalised),
        party=tuple(sorted(facets("party", name_of), key=lambda facet: facet.label)),
    )
