"""What a page says about itself: title, publisher and day of publication, each from where pages put them.

``htmldate`` and trafilatura's own metadata guess a date from anywhere and bound it by today's clock; here a date
comes only from marks made for it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from parley.documents.calendar_days import read_day
from parley.documents.content import Dating
from parley.terms.when import Interval

_TAG = re.compile(r"<(?P<name>meta|time)\b(?P<attributes>(?:[^<>\"']|\"[^\"]{0,5000}\"|'[^']{0,5000}')*+)>", re.I)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]{0,5000})\"|'([^']{0,5000})'|([^\s\"'>]{1,1000}))")
_TITLE = re.compile(r"<title\b[^<>]{0,1000}>(?P<title>[^<]{1,2000})</title", re.I)
_HEADING = re.compile(r"<h1\b[^<>]{0,2000}>(?P<title>.{1,2000}?)</h1", re.I | re.S)
_LINKED_DATA = re.compile(
    r"<script\b[^<>]{0,500}application/ld\+json[^<>]{0,500}>(?P<json>.{2,200000}?)</script", re.I | re.S
)
_MOST_SCANNED = 2_000_000

_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
# In order of trust; every one is made to say when the page was published.
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
    "dcterms.date", "dc.date", "citation_publication_date", "parsely-pub-date", "sailthru.date", "publication_date",
    "publish-date", "publishdate", "pubdate", "date.issued", "date",
)  # fmt: skip


class PageMetadata(NamedTuple):
    title: str | None
    publisher: str | None
    dating: Dating | None


def read_metadata(source: str) -> PageMetadata:
    """Title, publisher and date of a page, each None where the page does not say."""
    source = source[:_MOST_SCANNED]
    linked = list(_linked_data(source))
    named, times = _marks(source)
    title = _first(named, _TITLES) or _text_of(linked, "headline") or _heading(source)
    publisher = _first(named, _PUBLISHERS) or _publisher(linked)
    return PageMetadata(title, publisher, _dating(linked, named, times))


def _marks(source: str) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The contents of meta tags by name (the first of each), and the attributes of time tags."""
    named: dict[str, str] = {}
    times: list[dict[str, str]] = []
    for tag in _TAG.finditer(source):
        attributes = {
            name.lower(): html.unescape(double or single or bare).strip()
            for name, double, single, bare in _ATTRIBUTE.findall(tag["attributes"])
        }
        if tag["name"].lower() == "time":
            times.append(attributes)
        elif content := attributes.get("content"):
            for key in ("property", "name", "itemprop"):
                if key in attributes:
                    named.setdefault(attributes[key].lower(), content)
    return named, times


def _dating(linked: list[dict[str, Any]], named: dict[str, str], times: list[dict[str, str]]) -> Dating | None:
    for ground, value, weak in _date_values(linked, named, times):
        if day := read_day(value):
            return Dating(Interval.day(day), "metadata", f"{ground} says {value[:40]}", weak)
    return None


def _date_values(
    linked: list[dict[str, Any]], named: dict[str, str], times: list[dict[str, str]]
) -> Iterator[tuple[str, str, bool]]:
    """Where a date stands, its words, and whether that place is a weak one."""
    for item in linked:
        if isinstance(value := item.get("datePublished"), str):
            yield "the page's linked data (datePublished)", value, False
    for name in _DATES:
        if name in named:
            yield f"the page's meta tag {name}", named[name], False
    for time in times:
        if "pubdate" in time or "published" in time.get("itemprop", "").lower():
            yield "the page's time tag", time.get("datetime", ""), False
    for time in times[:1]:
        yield "the page's first time tag", time.get("datetime", ""), True


def _linked_data(source: str) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD that says when or by whom something was published."""
    for script in _LINKED_DATA.finditer(source):
        try:
            waiting = [json.loads(script["json"])]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                waiting.extend(item.get("@graph", ()) if isinstance(item.get("@graph"), list) else ())
                if "datePublished" in item or "headline" in item:
                    yield item


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    publishers = [item["publisher"] for item in linked if isinstance(item.get("publisher"), dict)]
    return _text_of(publishers, "name")


def _text_of(items: list[dict[str, Any]], key: str) -> str | None:
    return next((_plain(item[key]) for item in items if isinstance(item.get(key), str) and item[key].strip()), None)


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((_plain(named[name]) for name in names if named.get(name)), None)


def _heading(source: str) -> str | None:
    found = _TITLE.search(source) or _HEADING.search(source)
    return _plain(found["title"]) or None if found else None


def _plain(text: str) -> str:
    """One line of text without marks."""
    return " ".join(re.sub(r"<[^<>]*>", " ", html.unescape(text)).split())
