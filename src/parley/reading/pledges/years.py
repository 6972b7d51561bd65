"""Target years and base years: "by fiscal 2030", "its 2030 target", "from 2005 levels", "by the end of the decade"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.vocabulary import phrase
from parley.records.pledge import Qualifier

Role = Literal["target", "before_noun", "base"]

_YEAR = r"(?:fiscal (?:year )?|financial year |fy ?|the year )?(?P<year>(?:19|20)\d\d)(?!\d|,\d{3})(?:[/–-](?P<until>(?:20)?\d\d)\b)?"
_MIDDLE = r"(?P<middle>mid-?century|(?:the )?(?:middle|mid) of (?:the|this) century)"
_DECADE = r"(?P<decade>(?:the )?end of (?:the|this) decade|this decade)"
_THIS_YEAR = r"(?P<this_year>(?:the )?end of (?:the|this) year|this year|year-?end)"
_SAME = r"(?P<same>then|(?:that|the same) (?:year|date|time|point))"
_WITHIN = r"(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty) years"
_QUALIFIER = r"(?P<qualifier>by or around|no later than|later than|by|before|until|till|around|in|for|from|after|to)"
_PADDING = r"(?:(?:about|around|early|late|as early as|the end of|end of|the start of|no later than|at latest|at least|sometime before|roughly|mid-?) ?)*"

_TARGET = re.compile(rf"\b(?:{_QUALIFIER} {_PADDING}(?:{_YEAR}|{_MIDDLE}|{_SAME})|(?:by |before |until |)(?:{_DECADE})|(?:by |before ){_THIS_YEAR}|(?:in|within)(?: the next)? {_WITHIN})\b")
_BASE = phrase(
    r"(?:below|from|against|compared (?:to|with)|relative to|versus|vs\.?|over|on|under|than|off|based on|measured (?:from|against)|reference year(?: of)?|what it was in)"
    r" (?:(?:its|their|the|a|what (?:it|they) (?:was|were) in|that of|those of|levels? (?:of|in|from)) )*(?:<emissions> )*(?:levels? (?:of|in|from) )?"
    r"(?:fiscal (?:year )?|fy ?|the year )?(?P<year>(?:19|20)\d\d)(?! (?:target|goal|pledge))\b|\b(?P<level>(?:19|20)\d\d)(?:'s)?[- ](?:emissions? )?(?:levels?|baseline)"
)
_BEFORE_NOUN = phrase(r"\b(?P<year>20\d\d)(?=[- ](?:(?!it |in |and |to |by |the |its |of |or |on |as |from |is |was |a |an |that |which )\w+[- ]){0,4}?(?:<target_nouns>|cuts?|reductions?|emissions range)\b)(?! and)")
_MOVED = re.compile(r"\bfrom (?P<old>20\d\d) to (?P<new>20\d\d)\b")
_QUALIFIERS: dict[str, Qualifier] = {
    "by": "by", "no later than": "by", "later than": "by", "until": "by", "till": "by", "before": "before", "around": "around",
    "by or around": "around", "in": "in", "for": "by", "to": "by", "from": "from", "after": "after",
}  # fmt: skip
_COUNTS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"fifteen": 15, "twenty": 20}
_LATEST_BASE = 2026
_BEFORE_ALL_TARGETS = 2016
_DEADLINES = frozenset(["by", "before", "until", "till", "no later than", "later than", "by or around"])


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year at ``line.low[start:end]``, and whether it is aimed at or measured from."""

    start: int
    end: int
    year: int
    role: Role
    qualifier: Qualifier | None = None


def find_years(line: Line, earlier: int | None) -> list[YearMention]:
    """The years of a sentence in order; ``earlier`` is the year that "by then" refers to when the sentence has none."""
    found = [
        YearMention(m.start(), m.end(), int(m["year"] or m["level"]), "base")
        for m in _BASE.finditer(line.low)
        if int(m["year"] or m["level"]) <= _LATEST_BASE
    ]
    found += [
        YearMention(m.start(), m.end(), int(m["year"]), "before_noun")
        for m in _BEFORE_NOUN.finditer(line.low)
        if _free(found, m.start(), m.end()) and int(m["year"]) >= _published_year(line)
    ]
    found += [
        YearMention(m.start(), m.end(), int(m["new"]), "target", "by")
        for m in _MOVED.finditer(line.low)
        if _free(found, m.start(), m.end()) and int(m["old"]) > _published_year(line)
    ]
    for match in _TARGET.finditer(line.low):
        if not _free(found, match.start(), match.end()):
            continue
        last = next((y.year for y in reversed(found) if y.role != "base"), earlier)
        if year := _year_of(match, line, last):
            qualifier = _QUALIFIERS.get(match["qualifier"] or "by")
            found.append(YearMention(match.start(), match.end(), year, "target", qualifier))
    return sorted(found, key=lambda mention: mention.start)


def _published_year(line: Line) -> int:
    return line.context.published.anchor.year if line.context.published else _BEFORE_ALL_TARGETS


def _free(found: list[YearMention], start: int, end: int) -> bool:
    return all(end <= mention.start or mention.end <= start for mention in found)


def _year_of(match: re.Match[str], line: Line, earlier: int | None) -> int | None:
    published = _published_year(line)
    if match["year"]:
        until = match["until"]
        year = int(match["year"][: 4 - len(until)] + until) if until else int(match["year"])
        is_deadline = match["qualifier"] in _DEADLINES
        return year if is_deadline or year > published else None
    if match["middle"]:
        return 2050
    if match["same"]:
        return earlier
    if published == _BEFORE_ALL_TARGETS:
        return None
    if match["decade"]:
        return published // 10 * 10 + (10 if published % 10 else 0)
    if match["this_year"]:
        return published
    count = match["count"]
    return published + (_COUNTS[count] if count in _COUNTS else int(count))


@dataclass(frozen=True, slots=True)
class Years:
    """The years of one goal, and where they stand."""

    target: YearMention | None = None
    base: YearMention | None = None


def assign_years(goals: list[Goal], years: list[YearMention]) -> list[Years]:
    """For each goal of a sentence, in order, its target and base year.

    A year before a noun ("2030 target") belongs to the goal it stands in or before, any other to the last goal begun
    before it; a year that opens the sentence belongs to the first goal.
    """
    targets: list[YearMention | None] = [None] * len(goals)
    bases: list[YearMention | None] = [None] * len(goals)
    for mention in years:
        index = _owner(goals, mention, bases if mention.role == "base" else targets)
        slots = bases if mention.role == "base" else targets
        if index is not None and slots[index] is None:
            slots[index] = mention
    return [Years(target, base) for target, base in zip(targets, bases, strict=True)]


def _owner(goals: list[Goal], mention: YearMention, slots: list[YearMention | None]) -> int | None:
    begun = [i for i, goal in enumerate(goals) if goal.start <= mention.start]
    ahead = [i for i, goal in enumerate(goals) if goal.start > mention.start]
    if mention.role == "before_noun":
        inside = [i for i in begun if mention.start < goals[i].end]
        if inside:
            return inside[-1]
        if ahead and goals[ahead[0]].start - mention.end < 60:
            return ahead[0]
        return None
    if begun:
        return begun[-1]
    return ahead[0] if ahead and mention.role == "target" else None
