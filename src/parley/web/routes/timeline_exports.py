"""The timeline for other programs: calendar, feed, timeline of others, spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from parley.interop import write_atom, write_icalendar, write_timelinejs
from parley.interop.notice import Notice
from parley.web.listing import FromCatalogue
from parley.web.models.event import EventBrief, EventNotice
from parley.web.routes.event_filter import EventFilter
from parley.web.spreadsheet import CSV, write_csv

exports = APIRouter()

_TITLE = "Climate diplomacy"
_CALENDAR = "text/calendar; charset=utf-8"
_COLUMNS = (
    *("id", "title", "kind", "status", "start", "end", "precision", "approximate", "date", "place"),
    *("parties", "people", "background", "corrected", "reports", "conflicts"),
)
Asked = Annotated[EventFilter, Query()]


def _file(path: str, media: str, summary: str) -> Callable[[Any], Any]:
    """Register a handler that answers with a file of a media type."""
    content = {media: {"schema": {"type": "object" if media.endswith("json") else "string"}}}
    return exports.get(
        path, response_class=Response, summary=summary, responses={200: {"content": content, "description": summary}}
    )


@_file("/timeline.ics", "text/calendar", "The events of a filter as a calendar (RFC 5545).")
async def timeline_calendar(asked: Asked, catalogue: FromCatalogue) -> Response:
    """The events of a filter that have days, as a calendar."""
    notices = catalogue.forms("event", "notice", asked.wanted)
    return await _written(write_icalendar, notices, _CALENDAR, "parley-timeline.ics")


@_file("/timeline.atom", "application/atom+xml", "The events that the newest documents tell of, as a feed (RFC 4287).")
async def timeline_feed(asked: Asked, catalogue: FromCatalogue) -> Response:
    """The events of a filter that the newest documents tell of, as a feed."""
    notices = catalogue.forms("event", "notice", asked.wanted)
    return await _written(write_atom, notices, "application/atom+xml", "parley-timeline.atom")


@_file("/timeline.timelinejs.json", "application/json", "The events of a filter in the form of TimelineJS 3.")
async def timeline_timelinejs(asked: Asked, catalogue: FromCatalogue) -> Response:
    """The events of a filter that have days, in the form of TimelineJS 3."""
    notices = catalogue.forms("event", "notice", asked.wanted)
    return await _written(write_timelinejs, notices, "application/json", "parley-timeline.timelinejs.json")


@_file("/timeline.csv", "text/csv", "The events of a filter as a table.")
async def timeline_table(asked: Asked, catalogue: FromCatalogue) -> Response:
    """The events of a filter as a table for spreadsheets."""
    found = catalogue.find("event", asked.wanted)
    return _attached(await run_in_threadpool(_table, found.items), CSV, "parley-timeline.csv")


@_file("/timeline/{event}.ics", "text/calendar", "One event as a calendar (RFC 5545).")
async def event_calendar(event: str, catalogue: FromCatalogue) -> Response:
    """One event as a calendar; empty where the event has no date."""
    return await _written(write_icalendar, [catalogue.form("event", "notice", event)], _CALENDAR, f"{event}.ics")


async def _written(
    write: Callable[[Iterable[Notice], str], bytes], notices: Sequence[str], media: str, name: str
) -> Response:
    def work() -> bytes:
        return write((EventNotice.model_validate_json(notice).root for notice in notices), _TITLE)

    return _attached(await run_in_threadpool(work), media, name)


def _attached(content: str | bytes, media: str, name: str) -> Response:
    return Response(content, headers={"Content-Disposition": f'attachment; filename="{name}"'}, media_type=media)


def _table(briefs: Iterable[str]) -> str:
    return write_csv(_COLUMNS, (_row(EventBrief.model_validate_json(brief)) for brief in briefs))


def _row(event: EventBrief) -> tuple[str | int | None, ...]:
    date = event.date
    return (
        *(event.id, event.title, event.kind, event.status, date.start, date.end, date.precision),
        *(_yes(date.approximate), date.words, event.place),
        "; ".join(party.code for party in event.parties),
        "; ".join(event.people),
        *(_yes(event.background), _yes(event.corrected), event.reports, event.conflicts),
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"
