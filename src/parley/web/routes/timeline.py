"""``/timeline``: events by time, and each with its life."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from parley.web.answering import answer, compose, page
from parley.web.catalogue.catalogue import Wanted
from parley.web.listing import FromCatalogue, Paged, listing
from parley.web.models.event import EventWhole, TimelinePage

router = APIRouter(tags=["timeline"])


class TimelineFilter(Paged):
    """Which events to list."""

    party: list[str] = Field(default=[], description="Only of these countries or blocs (CHN, EUU).", max_length=50)
    status: list[str] = Field(default=[], description="Only of these statuses.", max_length=10)
    kind: list[str] = Field(default=[], description="Only of these kinds.", max_length=10)
    q: str = Field(default="", max_length=200, description="Only with all these words.")

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        return Wanted({"party": self.party, "status": self.status, "kind": self.kind}, words=self.q)


@page(router, "/timeline", TimelinePage, summary="Events by time.")
async def timeline(request: Request, asked: Annotated[TimelineFilter, Query()], catalogue: FromCatalogue) -> Response:
    """Events by time."""
    found = catalogue.find("event", asked.wanted, offset=asked.offset, limit=asked.per_page)
    return answer(request, "timeline.html", compose(**listing(found, asked)))


@page(router, "/timeline/{event}", EventWhole, summary="An event with its life.")
async def one_event(request: Request, event: str, catalogue: FromCatalogue) -> Response:
    """An event with its life, its reports and their words."""
    return answer(request, "event.html", catalogue.get("event", event))
