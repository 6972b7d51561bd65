"""Summits told with a place or days that our calendar does not have: "COP25 took place in Santiago".

A summit told as the calendar has it is an engagement, whose place and days are in the record; one told otherwise is a
claim, which can be held against the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction
from parley.reading.dates import DateMention
from parley.records import Place
from parley.terms.places import country_of
from parley.terms.summit_venues import venues_told
from parley.terms.summits import CLIMATE_CONFERENCE, Summit, editions, place_named, summit_named
from parley.terms.when import Interval

_NAMED, _TOLD, _TURNED = (construction("events", form) for form in ("named", "told", "turned"))
_PLACE_AHEAD = tuple(construction("events", form) for form in ("cleft", "scene", "relative", "at_the_head"))
_HOST = re.compile(
    r"(?P<city>[A-Z][\w.-]+(?: (?:(?:de|of|el|al) )?[A-Z][\w.-]+){0,3})"
    r" (?:will |is to |has )?(?:host|stag|welcom)\w* (?:the )?$"
)
_VENUE = re.compile(
    r"\b(?:in|at) (?:the )?(?P<place>[\w'-]+(?: [\w'-]+){0,2}?)(?=[,.;]|$| (?:in|on|from|outside|near|with)\b)"
)
_APART = re.compile(
    r"\b(?:on|about|discuss\w*|before|ahead of|for|towards?|regarding|over|after|since|prepar\w+|plan\w*|of)"
    r"(?: the| this year's| next year's| last year's)? $"
)
"""Words that put a summit beside what happens at the place named behind it: "talks on COP26 in Syldavia City"."""
_DENIED = construction("scope", "denial")
_NUMBERED = re.compile(r"cop ?-?(\d+)")
_IN_FULL = "conference of"
_PREPOSITION = re.compile(
    r"\b(?:in|at)(?: (?:the |an? )(?:[\w'’-]+ ){0,4}?"
    r"(?:capital|city|resort|town|village|port|emirate|metropolis|island|suburb)(?: of|,)?)? $"
)
_HEAD = re.compile(r"\W*in (?:\w+ )?((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_LENGTH_DAYS = 366


def find_events(line: Line) -> Iterator[Draft]:
    """The summits that a sentence tells with a place or with days, where the calendar has others."""
    named = list(_NAMED.finditer(line.low))
    for index, found in enumerate(named):
        stop = named[index + 1].start() if index + 1 < len(named) else len(line.low)
        start = named[index - 1].end() if index else 0
        turned = _turned_place(line, found)
        ahead = turned or _place_ahead(line, found.start())
        if (
            ahead
            or _venue(line, found)
            or _TOLD.search(line.low, found.end(), stop)
            or _TOLD.search(line.low, 0, found.start())
        ):
            yield from _read(line, found, start, stop, ahead)


def _read(line: Line, found: re.Match[str], start: int, stop: int, ahead: Place | None) -> Iterator[Draft]:
    name = _name(found)
    if name is None:
        return
    apart = _APART.search(line.low[: found.start()]) is not None
    place = None if ahead or apart else _place_behind(line, found.end(), stop)
    host = None if place else ahead or _host(line, start, found.start())
    place = place or (None if host else _venue(line, found))
    date = _date(line, found.end(), stop)
    year = found["year"] or found["later"] or _in_front(line, found.start())
    days = date.interval if date else Interval.year(int(year)) if year else None
    where = place[0] if place else host
    if where is None and days is None:
        return
    if host is None and _IN_FULL not in found["name"] and _is_in_the_calendar(name, where, days):
        return
    ends = [line.offset + found.end(), *([place[1]] if place else []), *([date.end] if date else [])]
    yield Draft(
        measure="event_date",
        subject=name,
        figure=(None, None, None),
        start=line.offset + (start if host else found.start()),
        end=max(ends),
        sentence=line.sentence.index,
        written=line.context.document.text[date.start : date.end] if date else year,
        year=days.anchor.year if days else None,
        dimension="event",
        scope=Scope(about=str(where) if where else None, denied=_DENIED.search(line.low, start, stop) is not None),
    )


def _venue(line: Line, named: re.Match[str]) -> tuple[Place, int] | None:
    """The place that the words right beside the name give it, and where these end."""
    words = line.context.text[line.offset : line.offset + len(line.low)]
    of_this = (each for each in venues_told(words) if named.start() <= each.summit < named.end())
    venue = next((each for each in of_this if each.is_known), None)
    return (Place(city=venue.city, country=venue.country), line.offset + venue.end) if venue else None


def _name(found: re.Match[str]) -> str | None:
    if numbered := _NUMBERED.match(found["name"]):
        return f"COP{int(numbered.group(1))}"
    if _IN_FULL in found["name"]:
        named = summit_named(found["name"])
        return named.name if named else found["name"]
    if "climate" in found["name"]:
        year = found["year"] or found["later"]
        return next((each.name for each in editions(CLIMATE_CONFERENCE) if str(each.start.year) == year), None)
    return f"G{found['name'].removeprefix('g').strip(' -')} summit"


def _is_in_the_calendar(name: str, place: Place | None, days: Interval | None) -> bool:
    """Whether an edition was held there and then."""
    known = summit_named(name)
    fitting = (known,) if known else editions(name.removesuffix(" summit"))
    return any(_is_there(edition, place) and _is_then(edition, days) for edition in fitting)


def _is_there(edition: Summit, place: Place | None) -> bool:
    if place is None or edition.city is None:
        return True
    return place_named(place.city) == edition.city if place.city else place.country == edition.country


def _is_then(edition: Summit, days: Interval | None) -> bool:
    return days is None or days.overlaps(Interval(edition.start, edition.last_day))


def _place_behind(line: Line, start: int, stop: int) -> tuple[Place, int] | None:
    """The place behind "in", and where its name ends."""
    for mention in line.sentence.places:
        at = mention.start - line.offset
        if start <= at < stop and _PREPOSITION.search(line.low[:at]):
            return mention.place, mention.end
    for found in _VENUE.finditer(line.low, start, stop):
        if place := _place_called(line, *found.span("place")):
            return place, line.offset + found.end("place")
    return None


def _place_ahead(line: Line, position: int) -> Place | None:
    """The place that stands before the name: "It was in Syldavia City that", "Syldavia City, where"."""
    for form in _PLACE_AHEAD:
        for found in form.finditer(line.low[:position]):
            if place := _place_called(line, *found.span("place")):
                return place
    return None


def _turned_place(line: Line, named: re.Match[str]) -> Place | None:
    """ "The city that hosted COP24 was Syldavia City"."""
    found = next((one for one in _TURNED.finditer(line.low) if one.start() < named.start() < one.start("place")), None)
    return _place_called(line, *found.span("place")) if found else None


def _place_called(line: Line, start: int, stop: int) -> Place | None:
    """A city or venue that is known by the words as they stand, a capital letter in front."""
    words = line.context.document.text[line.offset + start : line.offset + stop].strip(" .'’\"")
    words = words.removeprefix("the ").removeprefix("The ")
    if not words[:1].isupper():
        return None
    country = country_of(words)
    return Place(city=words, country=country) if country or place_named(words) else None


def _host(line: Line, start: int, stop: int) -> Place | None:
    """The city that "hosted" it."""
    found = _HOST.search(line.context.document.text[line.offset + start : line.offset + stop])
    country = country_of(found["city"]) if found else None
    return Place(city=found["city"], country=country) if found and country else None


def _date(line: Line, start: int, stop: int) -> DateMention | None:
    """The days that are told with their year."""
    for mention in line.sentence.dates:
        at = mention.start - line.offset
        interval = mention.interval
        if not start <= at < stop or interval is None or (interval.days or _YEAR_LENGTH_DAYS + 1) > _YEAR_LENGTH_DAYS:
            continue
        if _YEAR.search(line.low[at : mention.end - line.offset]):
            return mention
    return None


def _in_front(line: Line, position: int) -> str | None:
    """The year at the head of the sentence: "In 2021 COP26 …"."""
    found = _HEAD.match(line.low[:position])
    return found.group(1) if found else None
