"""When an undated document of the corpus was published, from its text or from its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from parley.documents import parse_text
from parley.errors import DocumentError
from parley.terms.when import Interval

_NEWS_LASTS = timedelta(days=3)
_PLANS_ARE_TOLD_AHEAD = timedelta(days=7)


def infer_published(row: Mapping[str, Any], text: str | None) -> Interval | None:
    """What the text says of its date and what its records say, together; the text's alone when they disagree.

    Records say: a few days after the last event held, or before the first one planned.
    """
    stated = _from_text(text) if text is not None else None
    told = _from_records(row.get("engagements") or ())
    if stated is None or told is None:
        return stated or told
    return _shared(stated, told) or stated


def _from_text(text: str) -> Interval | None:
    try:
        return parse_text(text).published
    except DocumentError:
        return None


def _shared(one: Interval, other: Interval) -> Interval | None:
    if not one.overlaps(other):
        return None
    starts = [day for day in (one.start, other.start) if day]
    ends = [day for day in (one.end, other.end) if day]
    return Interval(max(starts, default=None), min(ends, default=None))


def _from_records(engagements: Iterable[Mapping[str, Any]]) -> Interval | None:
    exact = [record for record in engagements if record.get("precision") in ("day", "week")]
    past = [record["end"] for record in exact if record.get("status") in ("held", "ongoing") and record.get("end")]
    ahead = [record["start"] for record in exact if record.get("status") == "planned" and record.get("start")]
    last = date.fromisoformat(max(past)) if past else None
    first = date.fromisoformat(min(ahead)) if ahead else None
    if last and (first is None or not last <= first <= last + _PLANS_ARE_TOLD_AHEAD):
        return Interval(last, last + _NEWS_LASTS)
    if first:
        return Interval(last or first - _PLANS_ARE_TOLD_AHEAD, first)
    return None
