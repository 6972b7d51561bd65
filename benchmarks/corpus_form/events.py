"""Engagements of the corpus as our records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast, get_args

from parley.records import Document, Engagement, EngagementKind, EngagementStatus, Mode, Place, Quote
from parley.terms.when import Interval
from parley.terms.when.interval import Precision

_STATUS: Mapping[str, EngagementStatus] = {
    "planned": "planned",
    "ongoing": "under_way",
    "held": "held",
    "cancelled": "cancelled",
}
_MODE: Mapping[str | None, Mode] = {"in-person": "in_person", "virtual": "virtual"}
_PUT_OFF = re.compile(
    r"\b(?:postpone|put(?:ting)? off\b|push(?:ed|ing)? back|reschedul|delay|moved? (?:back|to))", re.I
)
_LONG_PAST = timedelta(days=31)


def to_engagement(record: Mapping[str, Any], document: Document, quotes: tuple[Quote, ...]) -> Engagement:
    """One engagement; a plan whose words say that it was put off is ``postponed``."""
    parties = tuple(sorted(record.get("parties") or ()))
    place = to_place(record.get("place"))
    when = to_interval(record)
    status = _STATUS.get(record.get("status") or "planned", "planned")
    if status == "planned" and any(_PUT_OFF.search(quote.exact) for quote in quotes):
        status = "postponed"
    visitor, host = _sides(record["kind"], parties, place)
    return Engagement(
        document=document.id,
        quotes=quotes,
        kind=cast(EngagementKind, record["kind"]),
        status=status,
        mode=_MODE.get(record.get("mode"), "unknown"),
        parties=parties,
        people=tuple(record.get("people") or ()),
        place=place,
        when=when,
        name=record.get("name"),
        visitor=visitor,
        host=host,
        background=status == "held" and _is_long_past(when, document.published),
    )


def to_interval(record: Mapping[str, Any]) -> Interval | None:
    """``start`` to ``end``, either of which may be missing; an end before the start is left out."""
    first, last = (Interval.parse(record[key]) if record.get(key) else None for key in ("start", "end"))
    start, end = first.start if first else None, last.end if last else None
    if start is None and end is None:
        return None
    precision = record.get("precision")
    known = cast(Precision, precision) if precision in get_args(Precision) else "day"
    return Interval(start, None if start and end and end < start else end, known)


def to_place(words: str | None) -> Place | None:
    """ "Tokyo, JPN" or "JPN"."""
    if not words:
        return None
    city, _, country = words.rpartition(",")
    return Place(city=city.strip() or None, country=country.strip())


def _sides(kind: str, parties: tuple[str, ...], place: Place | None) -> tuple[str | None, str | None]:
    """Visitor and host of a visit by two Parties to the country of one of them."""
    if kind != "visit" or place is None or place.country not in parties or len(parties) != 2:
        return None, None
    return next(party for party in parties if party != place.country), place.country


def _is_long_past(when: Interval | None, published: Interval | None) -> bool:
    if when is None or when.end is None or published is None or published.start is None:
        return False
    return when.end + _LONG_PAST < published.start
