"""Whether two Engagement reports can be of one event, and why.

Every comparison answers in words, so that a merge can be explained and undone.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.records import Engagement
from parley.terms.when import Interval

_TALKS = frozenset(["meeting", "call", "dialogue"])
_ADDRESSES = frozenset(["speech", "hearing"])
_SLACK_DAYS = {"day": 1, "week": 3, "month": 3, "season": 10, "year": 0, "decade": 0, "vague": 31}
_FAR_APART_DAYS = 45


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two reports can be one event, with the reason in words."""

    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An Engagement report with what comparison needs: people as linked ids, and the document's date."""

    engagement: Engagement
    people: frozenset[str]
    published: Interval | None


def kind_class(engagement: Engagement) -> str:
    """Meetings, calls and dialogues are one class, speeches and hearings another."""
    if engagement.kind in _TALKS:
        return "talks"
    return "address" if engagement.kind in _ADDRESSES else engagement.kind


def compare(one: Candidate, other: Candidate) -> Likeness:
    """Whether two reports of different documents can be of one event."""
    a, b = one.engagement, other.engagement
    if a.document == b.document:
        return Likeness(False, "one document tells them apart")
    if kind_class(a) != kind_class(b):
        return Likeness(False, f"a {a.kind} is not a {b.kind}")
    if a.kind == "conference":
        return _compare_conferences(a, b)
    for check in (_parties, _places, _people):
        if objection := check(one, other):
            return Likeness(False, objection)
    return _times(one, other)


def _compare_conferences(a: Engagement, b: Engagement) -> Likeness:
    if a.name and b.name:
        return Likeness(a.name == b.name and _may_overlap(a.when, b.when), f"both are {a.name}")
    if not (a.when and b.when and a.place and b.place):
        return Likeness(False, "a conference without name, date and place cannot be told")
    same = a.place.country == b.place.country and a.when.overlaps(b.when, 1) and set(a.parties) == set(b.parties)
    return Likeness(same, f"a conference in {a.place} at the same time")


def _parties(one: Candidate, other: Candidate) -> str | None:
    a, b = set(one.engagement.parties), set(other.engagement.parties)
    if not a or not b or len(a & b) / len(a | b) < 0.5:
        return "their Parties differ"
    return None


def _places(one: Candidate, other: Candidate) -> str | None:
    a, b = one.engagement.place, other.engagement.place
    if a and b:
        if a.country and b.country and a.country != b.country:
            return "they are in different countries"
        if a.city and b.city and a.city != b.city and one.engagement.kind != "visit":
            return "they are in different cities"
    return None


def _people(one: Candidate, other: Candidate) -> str | None:
    if not one.people or not other.people:
        return None
    shared = one.people & other.people
    if not shared:
        return "nobody takes part in both"
    smaller = min(len(one.people), len(other.people))
    if kind_class(one.engagement) == "talks" and smaller >= 2 and len(shared) < 2:
        return "they bring different people together"
    return None


def _times(one: Candidate, other: Candidate) -> Likeness:
    a, b = one.engagement, other.engagement
    who = "the same people" if one.people & other.people else "the same Parties"
    if a.when and b.when:
        slack = max(_SLACK_DAYS[a.when.precision], _SLACK_DAYS[b.when.precision])
        wide = max(a.when.days or 400, b.when.days or 400) > 100
        if wide and not one.people & other.people:
            return Likeness(False, "the dates are too wide to tell")
        return Likeness(a.when.overlaps(b.when, slack), f"{who} at overlapping times ({a.when.iso} and {b.when.iso})")
    if not one.people & other.people:
        return Likeness(False, "without dates, shared people would be needed")
    return Likeness(_told_together(one, other), f"{who}, told within {_FAR_APART_DAYS} days of each other")


def _told_together(one: Candidate, other: Candidate) -> bool:
    """An undated report fits an event near the date of its document."""
    if one.published is None or other.published is None:
        return True
    if one.engagement.background != other.engagement.background:
        return False
    times = [candidate.engagement.when or candidate.published for candidate in (one, other)]
    return times[0] is not None and times[1] is not None and times[0].overlaps(times[1], _FAR_APART_DAYS)


def _may_overlap(one: Interval | None, other: Interval | None) -> bool:
    return one is None or other is None or one.overlaps(other, 31)
