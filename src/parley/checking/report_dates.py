"""When a report came out that words quote: "in its November 2021 update", "the IPCC found in 2018 that"."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.terms.when import Interval

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_MONTH = rf"(?:(?P<month>{'|'.join(_MONTHS)}),? )?"
_REPORT = (
    r"(?:Global Carbon Budget|report|assessment|review|update|outlook|edition|study|summary|analysis|bulletin"
    r"|calculation|estimate)s?"
)
_SAYING = (
    r"(?:said|says|found|reported|estimated|concluded|calculated|warned|wrote|announced|published|reckoned|projected"
    r"|saw|put|expected)"
)
_BESIDE_A_REPORT = re.compile(
    rf"\b{_REPORT}(?:['’]s)?(?: (?:of|from|in|for|published in))?(?: (?:early|late|mid))? {_MONTH}(?P<year>20\d\d)\b",
    re.I,
)
_AHEAD_OF_A_REPORT = re.compile(rf"\b{_MONTH}(?P<year>20\d\d)(?:['’]s)? (?:\w+ ){{0,3}}?{_REPORT}\b", re.I)
_SAID_IN = re.compile(
    rf"\b{_SAYING}(?: it)? (?:in|on)(?: (?:early|late|mid))? (?:\d{{1,2}} )?{_MONTH}(?P<year>20\d\d)\b",
    re.I,
)
_ANY = re.compile(rf"\b{_MONTH}(?P<year>20[012]\d)\b(?! (?:targets?|goals?|pledges?|levels?))", re.I)
_BESIDE = (_BESIDE_A_REPORT, _AHEAD_OF_A_REPORT, _SAID_IN)


@lru_cache(maxsize=2048)
def report_times(words: str) -> tuple[Interval, ...]:
    """The months or years that words put beside a report or its telling."""
    return tuple(_interval(found) for form in _BESIDE for found in form.finditer(words))


@lru_cache(maxsize=2048)
def times_named(words: str) -> tuple[Interval, ...]:
    """Those, and all other months and years before 2030: of an outlook they cannot be the time of the warming."""
    return tuple(dict.fromkeys((*report_times(words), *(_interval(found) for found in _ANY.finditer(words)))))


@lru_cache(maxsize=2048)
def years_of_reports(words: str) -> frozenset[int]:
    """Years that stand only beside a report."""
    beside = [time.anchor.year for time in report_times(words)]
    return frozenset(year for year in beside if len(re.findall(rf"\b{year}\b", words)) <= beside.count(year))


def _interval(found: re.Match[str]) -> Interval:
    year = int(found["year"])
    return Interval.month(year, _MONTHS.index(found["month"].lower()) + 1) if found["month"] else Interval.year(year)
