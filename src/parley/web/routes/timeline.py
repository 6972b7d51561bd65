"""``/timeline``: events by time, each with its life, and trips."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from parley.briefing.prose import count
from parley.web.answering import answer, compose, page, raw_list
from parley.web.judging import answer_or_move
from parley.web.listing import FromCatalogue, listing
from parley.web.models.event import EventMarks, EventWhole, TimelinePage, YearCount
from parley.web.models.trip import TripWhole
from parley.web.routes.event_filter import EventFilter, TimelineFilter, chosen, event_facets
from parley.web.routes.timeline_exports import exports

router = APIRouter(tags=["timeline"])


@page(router, "/timeline", TimelinePage, summary="Events by time.")
async def timeline(request: Request, asked: Annotated[TimelineFilter, Query()], catalogue: FromCatalogue) -> Response:
    """Events by time."""
    found = catalogue.find("event", asked.wanted, offset=asked.offset, limit=asked.per_page)
    years = sorted(catalogue.values("event", "year", asked.charted))
    used = chosen(asked, request)
    every = count(catalogue.count("event"), "event")
    content = compose(
        **listing(found, asked),
        counted=f"{found.total:,} of {every}" if used else count(found.total, "event"),
        background=0 if asked.background else catalogue.find("event", asked.untold, limit=0).total,
        chosen=used,
        years=[YearCount(year=year, count=number) for year, number in years],
        facets=event_facets(catalogue),
    )
    return answer(request, "timeline.html", content)


@router.get(
    "/timeline/marks.json",
    response_class=Response,
    responses={200: {"model": EventMarks, "description": "The events of a filter as a chart draws them."}},
    summary="The events of a filter as a chart draws them: all at once, whatever part the chart shows.",
)
async def timeline_marks(asked: Annotated[EventFilter, Query()], catalogue: FromCatalogue) -> Response:
    """The events of a filter as a chart draws them."""
    marks = catalogue.forms("event", "mark", asked.charted)
    return Response(compose(total=len(marks), marks=raw_list(marks)), media_type="application/json")


router.include_router(exports)


@page(router, "/timeline/{event}", EventWhole, summary="An event with its life.")
async def one_event(request: Request, event: str) -> Response:
    """An event with its life, its reports and their words."""
    return answer_or_move(request, "event", event, "event.html")


@page(router, "/trips/{trip}", TripWhole, summary="A trip with its legs.")
async def one_trip(request: Request, trip: str) -> Response:
    """A trip with its legs."""
    return answer_or_move(request, "trip", trip, "trip.html")
