"""Target years and base years: "by fiscal 2030", "its 2030 target", "from 2005 levels", "by the end of the decade"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.vocabulary import listed, phrase
from parley.records.pledge import Qualifier

Role = Literal["target", "before_noun", "base"]

_FISCAL = r"(?:fiscal (?:year )?|financial year |fy ?|the year )?"
_YEAR = rf"{_FISCAL}(?P<year>(?:19|20)\d\d)(?!\d|,\d{{3}})(?:[/–-](?P<until>(?:20)?\d\d)\b)?"
_MIDDLE = r"(?P<middle>mid-?century|(?:the )?(?:middle|mid) of (?:the|this) century)"
_DECADE = r"(?P<decade>(?:the )?end of (?:the|this) decade|this decade)"
_THIS_YEAR = r"(?P<this_year>(?:the )?end of (?:the|this) year|this year|year-?end)"
_SAME = r"(?P<same>then|(?:that|the same) (?:year|date|time|point))"
_WITHIN = r"(?:in|within)(?: the next)? (?P<count>\d{1,2}|[a-z]+) years"
_TARGET = phrase(
    r"\b(?:(?P<qualifier><deadlines>|<datings>|(?<=date )of|(?<=goal )of|(?<=target )of|(?<=deadline )of)"
    rf" (?:<year_hedges> ?)*(?:{_YEAR}|{_MIDDLE}|{_SAME})"
    rf"|(?:by |before |until |){_DECADE}|(?:by |before ){_THIS_YEAR}|{_WITHIN})\b"
)
_DUE = phrase(r"\b<promised_for> (?P<year>20\d\d)\b(?!-)")
_NAMED = re.compile(
    r"\b(?P<year>20\d\d) as (?:its|the|their|an?) (?:[\w-]+ ){0,3}?(?:year|date|deadline|target|goal)\b"
)
_DECADES = re.compile(
    r"\b(?:in|during|by|before) (?:the )?"
    r"(?:(?P<part>first half of|early|mid-?|middle of|late|second half of|end of) ?)?"
    r"(?:the )?(?P<decade>20[2-9]0)s\b"
)
_DECADE_PARTS = {"first half of": 5, "early": 5, "mid": 5, "mid-": 5, "middle of": 5}
_UNAIMED_AHEAD = phrase(r"\b(?:<dated_events>|<made>)(?: (?:on|last|in|at) \w+)? $")
_OTHER_VERB = phrase(
    r"\b(?:and|but|which|who|while)(?: also| has| had| have| then| later| is| was)*"
    r" (?:<cues.pledged>|<cues.planned>|<made>)\b"
)
_NEW_CLAUSE = phrase(r"\b(?:<cues.pledged>|<cues.planned>)\b")
_BASE = phrase(
    r"<comparing> (?:<base_articles> )*(?:<emissions> )*(?:levels? (?:of|in|from) |in )?"
    rf"{_FISCAL}(?P<year>(?:19|20)\d\d)(?! (?:target|goal|pledge))\b"
    r"|\b(?P<level>(?:19|20)\d\d)(?:'s)?[- ](?:emissions? )?(?:levels?|baseline)"
)
_BEFORE_NOUN = phrase(
    r"\b(?P<year>20\d\d)(?=[- ](?:(?!<outside_names> )\w+[- ]){0,4}?"
    r"(?:<target_nouns>|cuts?|reductions?|emissions range)\b)(?! and)"
)
_MOVED = re.compile(r"\bfrom (?P<old>20\d\d) to (?P<new>20\d\d)\b")
_AND_YEAR = re.compile(r"(?:,? and|,|,? or) (?P<year>20\d\d)(?=[^.;]*\brespectively\b)")
_DEADLINES = listed("deadlines")
_QUALIFIERS: dict[str, Qualifier] = {
    "before": "before", "around": "around", "by or around": "around", "in": "in", "from": "from", "after": "after",
}  # fmt: skip
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "fifteen": 15, "twenty": 20}  # fmt: skip
_BEFORE_ALL_TARGETS = 2016
_LATEST_BASE = 2026
_SPAN = re.compile(r"\b(?:between|from|over) (?P<first>20\d\d)(?: and | to |-|–)(?P<year>20\d\d)\b")
_MOVED_BACK = re.compile(r"\bto (?P<new>20\d\d),? from (?P<old>20\d\d)\b")
_OLDER = r"(?:previous|earlier|former|original|old|initial)"
_AIM = r"(?:targets?|goal|date|deadline|pledge|plan|aim)(?: (?:date|year))?"
_GIVEN_UP = re.compile(
    r"\b(?P<new>20\d\d)"
    r"(?:,? \(?(?:(?:up|(?:brought|moved|pulled) (?:forward|up)|(?:pushed|moved|put) back|delayed|postponed) from"
    r"|instead of|rather than|in place of|previously|formerly)"
    rf"|,? (?:[\w-]+ (?:years?|decades?) )?(?:earlier|sooner|later) than (?:its|their|the (?={_OLDER})))"
    rf" (?:(?:the|its|their) )?(?:{_OLDER} )?(?:{_AIM} )?(?:of |for |by |in )?(?P<old>20\d\d)"
    r"(?=\W*$|[.,;)]| as (?:before|previously|earlier|originally|promised|planned|pledged|it had)"
    rf"| (?:before|previously|earlier|originally|until now|{_AIM})\b)"
)
_FARTHEST_NOUN = 60
_NEXT_GOAL = 20
_OPENING = 12


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The year that another takes the place of, and where its words end."""

    year: int
    end: int


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year at ``line.low[start:end]``, whether it is aimed at or measured from, and what was aimed at before."""

    start: int
    end: int
    year: int
    role: Role
    qualifier: Qualifier | None = None
    given_up: GivenUp | None = None


def find_years(line: Line, earlier: int | None) -> list[YearMention]:
    """The years of a sentence in order; ``earlier`` is the year that "by then" refers to when the sentence has none."""
    found: list[YearMention] = []
    for match in _BASE.finditer(line.low):
        year = int(match["year"] or match["level"])
        if year <= (line.context.published.anchor.year if line.context.published else _LATEST_BASE):
            found.append(YearMention(match.start(), match.end(), year, "base"))
    for match in _BEFORE_NOUN.finditer(line.low):
        if int(match["year"]) >= _published_year(line):
            _add(found, YearMention(match.start(), match.end(), int(match["year"]), "before_noun"))
    for match in _SPAN.finditer(line.low):
        if int(match["year"]) > _published_year(line) >= int(match["first"]):
            _add(found, YearMention(match.start(), match.end(), int(match["year"]), "target", "by"))
    for expression in (_DUE, _NAMED):
        for match in expression.finditer(line.low):
            _add(found, YearMention(match.start(), match.end(), int(match["year"]), "target", "by"))
    for match in _DECADES.finditer(line.low):
        year = int(match["decade"]) + _DECADE_PARTS.get(match["part"] or "", 9)
        _add(found, YearMention(match.start(), match.end(), year, "target", "in"))
    for match in _MOVED.finditer(line.low):
        if int(match["old"]) > _published_year(line):
            _add(found, YearMention(match.start(), match.end(), int(match["new"]), "target", "by"))
    passed = [match.start("old") for match in _MOVED_BACK.finditer(line.low)]
    for match in _TARGET.finditer(line.low):
        if match["year"] and match.start("year") in passed:
            continue
        last = next((mention.year for mention in reversed(found) if mention.role != "base"), earlier)
        if aimed := _year_of(match, line, last):
            qualifier = _QUALIFIERS.get(match["qualifier"] or "by", "by")
            _add(found, YearMention(match.start(), match.end(), aimed, "target", qualifier))
    for match in _AND_YEAR.finditer(line.low):
        _add(found, YearMention(match.start("year"), match.end(), int(match["year"]), "target", "by"))
    return sorted((_with_given_up(mention, line) for mention in found), key=lambda mention: mention.start)


def _with_given_up(mention: YearMention, line: Line) -> YearMention:
    """A year aimed at with the one that it takes the place of: "to 2045 from 2050", "by 2045, previously 2050"."""
    for expression in (_MOVED, _MOVED_BACK, _GIVEN_UP) if mention.role == "target" else ():
        for match in expression.finditer(line.low):
            old, new = int(match["old"]), int(match["new"])
            inside = mention.start <= match.start("new") < mention.end
            if inside and new == mention.year != old and old > _published_year(line):
                end = max(match.end("new"), match.end("old"))
                return replace(mention, given_up=GivenUp(old, end))
    return mention


def _add(found: list[YearMention], mention: YearMention) -> None:
    """Add a year unless its words are those of one found before."""
    if all(mention.end <= other.start or other.end <= mention.start for other in found):
        found.append(mention)


def _published_year(line: Line) -> int:
    return line.context.published.anchor.year if line.context.published else _BEFORE_ALL_TARGETS


def _year_of(match: re.Match[str], line: Line, earlier: int | None) -> int | None:
    published = _published_year(line)
    if match["year"]:
        until = match["until"] or ""
        year = int(match["year"][: 4 - len(until)] + until)
        if match["qualifier"] in ("in", "from", "after") and _UNAIMED_AHEAD.search(line.low, 0, match.start()):
            return None
        return year if match["qualifier"] in _DEADLINES or year > published else None
    if match["middle"]:
        return 2050
    if match["same"]:
        return earlier
    if published == _BEFORE_ALL_TARGETS:
        return None
    if match["decade"]:
        return -(-published // 10) * 10
    if match["this_year"]:
        return published
    count = _COUNTS.get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else None)
    return published + count if count else None


@dataclass(frozen=True, slots=True)
class Years:
    """The years of one goal, and where they stand."""

    target: YearMention | None = None
    base: YearMention | None = None


def assign_years(line: Line, goals: list[Goal], years: list[YearMention]) -> list[Years]:
    """For each goal of a sentence, in order, its target and base year.

    A year before a noun ("2030 target") belongs to the goal it stands in or before, any other to the last goal begun
    before it; a year that opens the sentence belongs to the first goal. Goals of a list share what one of them lacks.
    """
    targets: list[YearMention | None] = [None] * len(goals)
    bases: list[YearMention | None] = [None] * len(goals)
    ahead_of_all = [mention for mention in years if goals and mention.start < goals[0].start]
    others = [mention for mention in ahead_of_all if _of_another_verb(line, goals[0], mention)]
    years = [mention for mention in years if mention not in others]
    ahead_of_all = [mention for mention in ahead_of_all if mention not in others]
    for mention in [*(mention for mention in years if mention not in ahead_of_all), *ahead_of_all]:
        slots = bases if mention.role == "base" else targets
        index = _owner(goals, mention)
        taken = index is not None and (slots[index] is not None or (index == 0 and bool(ahead_of_all)))
        if index is not None and taken:
            index = _next_if_near(goals, index, mention)
        if index is not None and slots[index] is None:
            slots[index] = mention
    return _shared(line, goals, [Years(target, base) for target, base in zip(targets, bases, strict=True)])


def _of_another_verb(line: Line, goal: Goal, mention: YearMention) -> bool:
    """A year of what was said before: "will open a market in 2027 and announced 20 million"."""
    begins = mention.start < _OPENING or mention.role == "before_noun"
    return not begins and _OTHER_VERB.search(line.low, mention.end, goal.start) is not None


def _next_if_near(goals: list[Goal], index: int, mention: YearMention) -> int | None:
    """The goal behind a second year: "cut emissions 55 % by 2030, and by 2050 to be climate neutral"."""
    following = index + 1
    near = following < len(goals) and goals[following].start - mention.end < _NEXT_GOAL
    return following if near and mention.role == "target" else index


def _owner(goals: list[Goal], mention: YearMention) -> int | None:
    begun = [i for i, goal in enumerate(goals) if goal.start <= mention.start]
    ahead = len(begun) if len(begun) < len(goals) else None
    if mention.role == "before_noun":
        if begun and mention.start < goals[begun[-1]].end:
            return begun[-1]
        return ahead if ahead is not None and goals[ahead].start - mention.end < _FARTHEST_NOUN else None
    if begun:
        return begun[-1]
    return ahead if mention.role == "target" else None


def _shared(line: Line, goals: list[Goal], years: list[Years]) -> list[Years]:
    """Years that a goal of a list shares with its neighbours: "a cut of 40 % and a share of 30 % by 2030"."""
    shared = list(years)
    for index, goal in enumerate(goals):
        if not _shares(goal):
            continue
        target, base = shared[index].target, shared[index].base
        for other in (*reversed(range(index)), *range(index + 1, len(goals))):
            if not _shares(goals[other], reference=True) or _told_apart(line, goal, goals[other]):
                continue
            if not goals[other].older or goal.older or _ahead(goals[other], years[other].target):
                target = target or years[other].target
            if goal.kind == goals[other].kind == "reduction" and _of_one_party(line, goal, goals[other]):
                base = base or years[other].base
        shared[index] = Years(target, base)
    return shared


def _ahead(goal: Goal, target: YearMention | None) -> bool:
    """Whether a year stands before its goal: "the target for 2030 rose from 40 to 50 %"."""
    return target is not None and target.start < goal.start


def _shares(goal: Goal, reference: bool = False) -> bool:
    return goal.kind in ("reduction", "share", "capacity") and (reference or not goal.reference)


def _told_apart(line: Line, one: Goal, other: Goal) -> bool:
    """Whether another Party and its own verb stand between two goals."""
    first, last = (one.end, other.start) if one.start < other.start else (other.end, one.start)
    return not _of_one_party(line, one, other) and _NEW_CLAUSE.search(line.low, first, last) is not None


def _of_one_party(line: Line, one: Goal, other: Goal) -> bool:
    """Whether no Party is named between two goals."""
    first, last = sorted([line.offset + one.start, line.offset + other.start])
    return not any(first <= mention.start < last for mention in line.sentence.parties)
