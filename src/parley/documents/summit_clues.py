"""The summits a text speaks of, and whether each lies behind its writer or ahead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from parley.documents.tense import Tense, straight_before, tense_before
from parley.terms.summits import Summit, climate_conference_in, summit_named, summit_places, summits_in

_NAMED = re.compile(r"\bCOP[ -]?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th) (?:session of the )?Conference of the Parties", re.I)
_CONFERENCE_IN = (
    r"\b(?:climate|UN|U\.N\.|United Nations)(?: [\w.-]+){0,4}? (?:summit|conference|talks|negotiations|meeting)"
    r"(?: [\w.-]+)?,? in (?:the )?"
)
_RELATIVE_YEAR = re.compile(r"\b(?P<side>last|next)\s+year(?:['’]s)?\b", re.I)
_LEAD = re.compile(
    r"\b(?:(?P<before>day|week|month)s?\s+(?:before|ahead of|away from)|next (?P<next>week|month)(?:['’]s)?)"
    r"\s+(?:[\w’'-]+\s+){0,4}\Z",
    re.I,
)
# The most that "days before", "weeks before" and "months before" leave when no number is given.
_LEAD_DAYS = {"day": 14, "week": 60, "month": 330}
_LEADERS_SUMMIT = {series: re.compile(rf"\b{series}(?: leaders['’]?)? summit\b", re.I) for series in ("G7", "G20")}
_NEAR_CITY = 150
_STRAIGHT, _BY_TENSE = 3, 1


class SummitTold(NamedTuple):
    """``firm`` when the words straight before it say so; ``years_away`` is 1 for "last year's" and "next year's".

    ``lead`` is the most days that "days before" or "next month's" leave; None without such words.
    """

    summit: Summit
    side: Tense
    firm: bool
    years_away: int
    lead: int | None
    words: str


class _Mention(NamedTuple):
    summit: Summit
    start: int
    end: int


def summits_told(text: str) -> Iterator[SummitTold]:
    """Each summit of ``text`` once, with the side most of its mentions are on; those in doubt are left out."""
    mentions: dict[Summit, list[_Mention]] = {}
    for mention in _mentions(text):
        mentions.setdefault(mention.summit, []).append(mention)
    for summit in sorted(mentions, key=lambda summit: (summit.start, summit.name)):
        if told := _told(text, mentions[summit]):
            yield told


def _told(text: str, mentions: list[_Mention]) -> SummitTold | None:
    votes: Counter[Tense] = Counter()
    words: dict[Tense, str] = {}
    years_away = 0
    for mention in mentions:
        side, weight = _side(text, mention)
        if side is None:
            continue
        votes[side] += weight
        context = text[max(0, mention.start - 30) : mention.end].split()
        words.setdefault(side, " ".join(context[1:] if len(context) > 2 else context))
        years_away = max(years_away, int(_year_away(text, mention) == side))
    if votes["past"] == votes["future"]:
        return None
    side = "past" if votes["past"] > votes["future"] else "future"
    leads = [days for mention in mentions if (days := _lead(text, mention))]
    return SummitTold(
        mentions[0].summit, side, votes[side] >= _STRAIGHT, years_away, min(leads, default=None), words[side]
    )


def _lead(text: str, mention: _Mention) -> int | None:
    found = _LEAD.search(text[max(0, mention.start - 50) : mention.start])
    return _LEAD_DAYS[(found["before"] or found["next"]).lower()] if found else None


def _side(text: str, mention: _Mention) -> tuple[Tense | None, int]:
    if away := _year_away(text, mention):
        return away, _STRAIGHT
    if straight := straight_before(text, mention.start):
        return straight, _STRAIGHT
    return tense_before(text, mention.start), _BY_TENSE


def _year_away(text: str, mention: _Mention) -> Tense | None:
    around = text[max(0, mention.start - 25) : mention.start] + "|" + text[mention.end : mention.end + 30]
    found = _RELATIVE_YEAR.search(around)
    if not found:
        return None
    return "past" if found["side"].lower() == "last" else "future"


def _mentions(text: str) -> Iterator[_Mention]:
    for found in _NAMED.finditer(text):
        summit = summit_named(found.group())
        if summit and not text[max(0, found.start() - 4) : found.start()].endswith("CBD "):
            yield _Mention(summit, *found.span())
    yield from _leaders_summits(text)
    for pattern in (_conference_in_city(), _city_as_summit()):
        for found in pattern.finditer(text):
            if summit := climate_conference_in(found["city"]):
                yield _Mention(summit, found.start("what"), found.end())


def _leaders_summits(text: str) -> Iterator[_Mention]:
    """Summits of the G7 and the G20, each by the city of one that stands nearest to it."""
    for series, pattern in _LEADERS_SUMMIT.items():
        for found in pattern.finditer(text):
            start = max(0, found.start() - _NEAR_CITY)
            near = text[start : found.end() + _NEAR_CITY]
            cities = [
                (abs(start + city.start() - found.start()), summit.start, summit)
                for city in _city_alone().finditer(near)
                for summit in summits_in(city["city"])
                if summit.series == series
            ]
            if len({summit for _, _, summit in cities if summit.city == min(cities)[2].city}) == 1:
                yield _Mention(min(cities)[2], *found.span())


@cache
def _city_alone() -> re.Pattern[str]:
    return re.compile(rf"\b{_cities()}\b", re.I)


@cache
def _cities() -> str:
    names = sorted(summit_places(), key=lambda name: (-len(name), name))
    return f"(?P<city>{'|'.join(re.escape(name) for name in names)})"


@cache
def _conference_in_city() -> re.Pattern[str]:
    """ "the UN climate summit in Glasgow"."""
    return re.compile(rf"(?P<what>{_CONFERENCE_IN}){_cities()}\b", re.I)


@cache
def _city_as_summit() -> re.Pattern[str]:
    """ "heading into Glasgow": words that one says before an event and not before a city."""
    return re.compile(
        r"\b(?:heading into|going into|road to|run-?up to|lead-?up to|countdown to|in time for)\s+"
        rf"(?P<what>{_cities()})\b",
        re.I,
    )
