"""Events as a timeline. Source: the JSON form of TimelineJS 3, https://timeline.knightlab.com/docs/json-format.html."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from parley.interop.notice import Notice


def write_timelinejs(notices: Iterable[Notice], title: str) -> bytes:
    """A timeline of the notices that have days, by day; text is escaped, as TimelineJS takes it for HTML."""
    dated = [notice for notice in notices if notice.when]
    dated.sort(key=lambda notice: (_first(notice), notice.name))
    timeline = {
        "scale": "human",
        "title": {"unique_id": "title", "text": {"headline": escape(title)}},
        "events": [_slide(notice) for notice in dated],
    }
    return (json.dumps(timeline, ensure_ascii=False, indent=2) + "\n").encode()


def _slide(notice: Notice) -> dict[str, Any]:
    when = notice.when
    slide: dict[str, Any] = {
        "unique_id": notice.name,
        "group": notice.kind,
        "start_date": _day(_first(notice)),
        "display_date": escape(notice.days),
        "text": {"headline": escape(notice.title), "text": _text(notice)},
    }
    if when and when.end and when.end != _first(notice):
        slide["end_date"] = _day(when.end)
    return slide


def _text(notice: Notice) -> str:
    facts = "".join(f"<p>{escape(fact)}</p>" for fact in notice.facts())
    quotes = "".join(
        f"<blockquote>{escape(said.words)}<br><cite>{escape(said.source)}</cite></blockquote>" for said in notice.said
    )
    return facts + quotes


def _first(notice: Notice) -> date:
    assert notice.when
    return notice.when.start or notice.when.anchor


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
