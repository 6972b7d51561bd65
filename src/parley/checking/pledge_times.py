"""When a pledge is said to have been made: "in April 2021 the United States pledged"."""

from __future__ import annotations

import re
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
    r"(?<!has )(?<!have )\b(?:pledged|promised|vowed|committed|announced|declared|adopted|submitted|agreed|raised|set"
    r"|joined|signed|unveiled)\b"
)
_WHEN = (
    rf"\b(?:in|on|since)(?: \d{{1,2}})?(?: (?P<month>{'|'.join(_MONTHS)}))?(?: \d{{1,2}},)? (?P<year>(?:19|20)\d\d)\b"
)
_AHEAD = re.compile(rf"{_WHEN},? [^.;]{{0,60}}?{_MADE}", re.I)
_BEHIND = re.compile(rf"{_MADE}[^.;]*?{_WHEN}(?! levels?\b)", re.I)


def time_made(assertion: Assertion) -> Interval | None:
    """The month or year in which it is said to have been made; None where the words do not tell."""
    found = _stated(assertion.words)
    if found is None or found.anchor.year in (assertion.year, assertion.base_year):
        return None
    return None if assertion.said and found.start and found.start > assertion.said else found


def judge_time_made(stated: Interval, pledge: RecordedPledge) -> Token:
    """The month or year of the announcement or the submission: the same, near, or wrong."""
    days = (pledge.since, pledge.submitted or pledge.since)
    if any(stated.overlaps(Interval.day(day)) for day in days):
        return "supported"
    near = any(judge_year(stated.anchor.year, day.year) != "contradicted" for day in days)
    return "close" if near else "contradicted"


def may_have_stood(pledge: RecordedPledge, day: date) -> bool:
    """Whether it stood; one that we know from a snapshot is older, and so may one be whose day is in doubt."""
    if pledge.stands_on(day):
        return True
    is_older = pledge.dated_by == "snapshot" or pledge.doubt is not None
    return day < pledge.since and is_older and pledge.stands_on(pledge.since)


@lru_cache(maxsize=2048)
def _stated(words: str) -> Interval | None:
    found = _AHEAD.search(words) or _BEHIND.search(words)
    if found is None:
        return None
    year = int(found["year"])
    return Interval.month(year, _MONTHS.index(found["month"].lower()) + 1) if found["month"] else Interval.year(year)
