"""When a pledge is said to have been made: "in April 2021 the United States pledged"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.compare import judge_year
from parley.inventory.recorded_pledge import RecordedPledge
from parley.records.verdict import Token
from parley.terms.when import Interval

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MADE = (
    r"(?<!has )(?<!have )\b(?P<made>pledged|promised|vowed|committed|announced|declared|adopted|submitted|agreed|raised"
    r"|set|joined|signed|unveiled|settled|made|named|told|said|undertook|gave|offered|presented|legislated"
    r"|enacted|passed|enshrined|wrote|written|law|legislation)\b"
)
_LEGISLATED = re.compile(r"legislat\w+|enacted|passed|enshrined|wrote|written|law", re.I)
_AGO = re.compile(r"\b(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) years ago\b", re.I)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WHEN = (
    r"\b(?:in|on|since)(?: the (?:spring|summer|autumn|fall|winter) of| \d{1,2})?"
    rf"(?: (?P<month>{'|'.join(_MONTHS)}))?(?: \d{{1,2}},)? (?P<year>(?:19|20)\d\d)\b"
)
_MADE_AT_ALL = re.compile(_MADE, re.I)
_AHEAD = re.compile(rf"{_WHEN},? [^.;]{{0,60}}?{_MADE}", re.I)
_BEHIND = re.compile(rf"{_MADE}[^.;]*?{_WHEN}(?! levels?\b)", re.I)


_OF_A_YEAR = re.compile(r"\b(?:pledge|promise|vow|indc|ndc|submission|commitment) of (?P<year>20[012]\d)\b", re.I)


_NEAR = 40


@dataclass(frozen=True, slots=True)
class TimeMade:
    """When a pledge is said to have been made, or, where ``into_law``, to have become law."""

    when: Interval
    into_law: bool = False


def time_made(assertion: Assertion) -> TimeMade | None:
    """The month or year in which it is said to have been made; None where the words do not tell."""
    found = _of_a_year(assertion) or _stated(assertion.words) or _ago(assertion)
    if found is None or found.when.anchor.year in (assertion.year, assertion.base_year):
        return None
    return None if assertion.said and found.when.start and found.when.start > assertion.said else found


def judge_time_made(stated: TimeMade, pledge: RecordedPledge) -> Token:
    """The month or year of the announcement, the submission or the law: the same, near, or wrong."""
    times = [Interval.day(day) for day in (pledge.since, pledge.submitted or pledge.since)]
    if stated.into_law and pledge.firm_since:
        times = [pledge.firm_since]
    if any(stated.when.overlaps(time) for time in times):
        return "supported"
    near = any(judge_year(stated.when.anchor.year, time.anchor.year) != "contradicted" for time in times)
    return "close" if near else "contradicted"


def may_have_stood(pledge: RecordedPledge, day: date) -> bool:
    """Whether it stood; one that we know from a snapshot is older, and so may one be whose day is in doubt."""
    if pledge.stands_on(day):
        return True
    is_older = pledge.dated_by == "snapshot" or pledge.doubt is not None
    return day < pledge.since and is_older and pledge.stands_on(pledge.since)


def _of_a_year(assertion: Assertion) -> TimeMade | None:
    """The year that stands right before the figure: "its pledge of 2015 was a cut of 33 %"."""
    found = _OF_A_YEAR.search(assertion.words) if assertion.low is not None else None
    if found is None or f"{assertion.low:g}" not in assertion.words[found.end() : found.end() + _NEAR]:
        return None
    return TimeMade(Interval.year(int(found["year"])))


def _ago(assertion: Assertion) -> TimeMade | None:
    """The year so many before the day it was told, give or take one."""
    found = _AGO.search(assertion.words) if assertion.said and _MADE_AT_ALL.search(assertion.words) else None
    if found is None or assertion.said is None:
        return None
    count = int(found["count"]) if found["count"].isdigit() else _COUNTS.index(found["count"].lower()) + 1
    return TimeMade(Interval.years(assertion.said.year - count - 1, assertion.said.year - count + 1))


@lru_cache(maxsize=2048)
def _stated(words: str) -> TimeMade | None:
    found = _AHEAD.search(words) or _BEHIND.search(words)
    if found is None:
        return None
    year, month = int(found["year"]), found["month"]
    when = Interval.month(year, _MONTHS.index(month.lower()) + 1) if month else Interval.year(year)
    return TimeMade(when, _LEGISLATED.fullmatch(found["made"]) is not None)
