"""Events as a calendar. Source: RFC 5545 (iCalendar), RFC 7986 (UUIDs as UIDs)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event

from parley.interop.notice import Notice

_STATUS = {
    "trailed": "TENTATIVE",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "under_way": "CONFIRMED",
    "held": "CONFIRMED",
    "cancelled": "CANCELLED",
}


def write_icalendar(notices: Iterable[Notice], title: str) -> bytes:
    """A calendar of the notices that have days, by day: whole days that leave the reader's time free.

    Trailed, planned and postponed events are TENTATIVE, those under way or held CONFIRMED. An event whose beginning or
    end is not known stands on the day that is.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Parley//Parley//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    dated = [(notice, notice.when) for notice in notices if notice.when]
    for notice, when in sorted(dated, key=lambda pair: (pair[1].start or pair[1].anchor, pair[0].name)):
        event = _event(notice)
        first, last = when.start or when.anchor, when.end or when.anchor
        event.add("dtstart", first)
        # RFC 5545, 3.6.1: the end of a whole day is the day after.
        event.add("dtend", last + timedelta(days=1))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _event(notice: Notice) -> Event:
    event = Event()
    event.add("uid", notice.name)
    event.add("dtstamp", notice.stamp)
    event.add("sequence", notice.revision)
    event.add("summary", notice.title)
    event.add("status", _STATUS[notice.status])
    event.add("transp", "TRANSPARENT")
    event.add("categories", [notice.kind, *notice.parties])
    if notice.place:
        event.add("location", notice.place)
    event.add("description", _description(notice))
    return event


def _description(notice: Notice) -> str:
    quotes = [f"“{said.words}” ({said.source})" for said in notice.said]
    return "\n".join([*notice.facts(), "", *quotes, "", notice.record])
