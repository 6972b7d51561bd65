"""A pledge as told against one of record, detail by detail.

Only what the words say is judged; where they are silent nothing is wrong. One detail a little off (one end of a range,
a target year at most three off, another base year or gas, "law" for what is only pledged) makes it close, two of them
or one that is wrong contradict it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.compare import figure_bounds, judge_range, judge_year
from parley.checking.facts import best, one_wrong
from parley.checking.hedges import takes_in_its_end
from parley.checking.pledge_matters import judge_matter
from parley.inventory.recorded_pledge import RecordedPledge
from parley.records.verdict import Token

_TO_GW = {"kW": 1e-6, "MW": 1e-3, "GW": 1.0, "TW": 1e3}
_TO_MT = {"GtCO2e": 1e3, "MtCO2e": 1.0, "tCO2e": 1e-6, "GtCO2": 1e3, "MtCO2": 1.0, "tCO2": 1e-6, "t": 1e-6}
_SIGNS = {
    "strictly CO2": r"\bCO2\b|\bCO₂|carbon[- ]dioxide",
    "law": r"\b(?:by law|in(?:to)? law|legally[- ](?:binding|bound)|legal (?:obligation|duty|requirement)s?|enshrined"
    r"|legislated|statut\w+|mandatory)\b",
    "without conditions": r"\bunconditional(?:ly)?\b|\bon its own\b|\bby itself\b"
    r"|\bwithout (?:any )?(?:\w+ )?(?:support|help|aid|assistance)\b|\b(?:by|through|with) its own (?:efforts?|means)\b"
    r"|\bno strings attached\b|\bfrom (?:its own|domestic) (?:resources|means)\b",
    "with conditions": r"\bconditional(?:ly)?\b|\bwith (?:\w+ )?(?:support|help|aid|finance)\b"
    r"|\bprovided (?:that )?\w+",
    "carbon neutral": r"\bcarbon[- ]neutral(?:ity)?\b",
    "yearly": r"\b(?:a|per|each|every) year\b|\bannual(?:ly)?\b|\byearly\b",
}
"""What words say beside the figure, each a regular expression."""
_NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TIMES = re.compile(rf"\b(?P<number>{'|'.join(_NUMERALS)}) times\b")
_CARBON_YEAR = re.compile(r"\bcarbon neutrality (?:by )?(?P<year>20\d\d)\b")
_CLAUSE_BEGINS = re.compile(r"[,;:]|\band\b|\bor\b|\d(?=\D*$)")
_SIGNED_UP = re.compile(r"\b(?:sign\w*|step\w*|own\w*|add\w*) up to\b", re.I)
_BESIDE = 25
_NEXT_FIGURE = re.compile(r"\d[\d.]*\s?(?:%|per ?cent)")
_NOT_YET_FIRM = ("proposed", "drafted")
_FIRM = ("pledged", "in_policy", "in_law")
_DAYS_OF_DOUBT = 130


def judge_pledge(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    """What a pledge of record says of one as told on ``day``; None when it is of another matter altogether."""
    matter = judge_matter(assertion, pledge)
    if matter is None:
        return None
    details = [matter]
    for judge in _DETAILS:
        if (token := judge(assertion, pledge, day)) is not None:
            details.append(token)
    if "close" not in details and (condition := _judge_condition(assertion, pledge, day)) is not None:
        details.append(condition)
    return one_wrong(details)


def says_enough(assertion: Assertion, pledge: RecordedPledge) -> bool:
    """Whether the pledge of record has what the words give: their figure, in their unit, or their year."""
    if assertion.low is not None:
        return _record_of(assertion, pledge) is not None
    return assertion.year is None or pledge.target_year is not None


def is_comparable(assertion: Assertion, pledge: RecordedPledge) -> bool:
    """Whether a pledge of record that is of the same matter can tell one as told wrong, and is no other pledge.

    There is one date of neutrality and one peak. Of cuts, shares and capacities a Party has several: the year or the
    figure must be that of the words, in their unit, and what is to be built, ended or paid the same.
    """
    if pledge.kind in ("net_zero", "peak", "temperature_goal"):
        return True
    if pledge.kind == "other" or judge_matter(assertion, pledge) != "supported":
        return False
    if pledge.kind == "phase_out":
        return assertion.year is not None and pledge.target_year is not None
    if assertion.low is None or not _in_one_unit(assertion, pledge):
        return False
    if pledge.kind == "finance":
        return _is_yearly(assertion) == _is_yearly_of_record(pledge)
    same_year = None in (assertion.year, pledge.target_year) or _judge_target_year(assertion, pledge, pledge.since) in (
        "supported",
        "close",
    )
    return same_year or _judge_figure(assertion, pledge, pledge.since) in ("supported", "close")


def _in_one_unit(assertion: Assertion, pledge: RecordedPledge) -> bool:
    """Whether the record has the figure in the unit of the words, and not only what it comes to by somebody's count."""
    if assertion.unit in _TO_MT:
        return pledge.unit in _TO_MT
    if assertion.unit == "times":
        return _multiple(pledge.note or "") is not None
    return assertion.unit == pledge.unit or (assertion.unit in _TO_GW and pledge.unit in _TO_GW)


def _is_yearly(assertion: Assertion) -> bool:
    return assertion.about == "a year" or "yearly" in _signs(assertion.words)


def _is_yearly_of_record(pledge: RecordedPledge) -> bool:
    return "a year" in (pledge.about or "")


def _judge_target_year(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    if assertion.year is None or pledge.target_year is None:
        return None
    token = judge_year(assertion.year, _year_of_record(assertion, pledge) or pledge.target_year)
    around = (assertion.comparator == "~", pledge.qualifier == "around")
    is_off = around[0] != around[1] and assertion.low is None
    return "close" if token == "supported" and is_off else token


def _year_of_record(assertion: Assertion, pledge: RecordedPledge) -> int | None:
    """The target year; of a Party with an earlier one for carbon alone, that one where the words are of carbon."""
    of_carbon = _CARBON_YEAR.search(pledge.note or "") if pledge.kind == "net_zero" else None
    if of_carbon and "carbon neutral" in _signs(assertion.words):
        return int(of_carbon["year"])
    return pledge.target_year


def _judge_figure(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    if assertion.low is None or (record := _record_of(assertion, pledge)) is None:
        return None
    weaker, stronger = record
    about_it = _words_about(assertion.words, assertion.low)
    if pledge.conditional == "stronger" and "without conditions" in _signs(about_it):
        stronger = weaker
    elif pledge.conditional == "stronger" and "with conditions" in _signs(about_it):
        weaker = stronger
    low, high = _claimed(assertion)
    if pledge.kind == "temperature_goal" and low == high:
        weaker = stronger = min(record, key=lambda goal: abs(goal - low))
    if weaker != stronger and low == high and _tells_both_ends(assertion.words, low, record):
        return "supported"
    if weaker != stronger:
        is_an_end = low == high and low in record and takes_in_its_end(_words_beside(assertion.words, low))
        return "supported" if is_an_end else judge_range(low, high, min(record), max(record))
    token = best(
        [
            figure_bounds(low, high, comparator, assertion.written, assertion.unit).judge(weaker)
            for comparator in {"=", assertion.comparator}
        ]
    )
    return "close" if token == "supported" and low != high else token


def _tells_both_ends(words: str, figure: float, record: tuple[float, float]) -> bool:
    """Whether the words give both ends, each by itself: "35 % by 2030, and 40 % with support"."""
    return figure in record and all(re.search(rf"(?<![\d.]){end:g}(?![\d.]*\d)", words) for end in record)


def _judge_base_year(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    if assertion.base_year is None or pledge.basis == "absolute":
        return None
    return "supported" if assertion.base_year == pledge.base_year else "close"


def _judge_basis(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    """An intensity is no cut of emissions; that a cut is from what would be otherwise may go without saying."""
    if pledge.kind != "reduction" or assertion.basis is None or assertion.low is None:
        return None
    if "intensity" in (assertion.basis, pledge.basis):
        return "supported" if assertion.basis == pledge.basis else "close"
    return None


def _judge_gas(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    """ "Carbon" is a loose word for all gases, "carbon dioxide" is not."""
    if assertion.gas is None or pledge.gas is None or assertion.gas == pledge.gas:
        return None
    if assertion.gas == "CO2" and pledge.gas == "GHG" and "strictly CO2" not in _signs(assertion.words):
        return None
    return "close"


def _judge_firmness(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    of_record = pledge.firmness_on(day)
    said = "in_law" if assertion.status in (None, "pledged") and "law" in _signs(assertion.words) else assertion.status
    if said == "in_law":
        return "supported" if of_record in ("in_law", "achieved") else "close"
    if said in _NOT_YET_FIRM:
        return "close" if of_record == "in_law" else None
    return "close" if said in _FIRM and of_record in _NOT_YET_FIRM else None


def _judge_condition(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    if pledge.conditional == "all":
        return "close" if "without conditions" in _signs(assertion.words) else None
    return "close" if pledge.conditional == "no" and "with conditions" in _signs(assertion.words) else None


def _judge_announcement(assertion: Assertion, pledge: RecordedPledge, day: date) -> Token | None:
    """A pledge whose first day is in doubt may have been made a little earlier."""
    return "close" if pledge.doubt and 0 < (pledge.since - day).days <= _DAYS_OF_DOUBT else None


@lru_cache(maxsize=4096)
def _signs(words: str) -> frozenset[str]:
    return frozenset(sign for sign, pattern in _SIGNS.items() if re.search(pattern, words, re.I))


@lru_cache(maxsize=4096)
def _words_about(words: str, figure: float) -> str:
    """The words of the figure's clause before it, and those behind it up to the next one; all where it is not found."""
    ahead, found, behind = words.partition(f"{figure:g}")
    if not found:
        return words
    following = _NEXT_FIGURE.search(behind)
    clause = _CLAUSE_BEGINS.split(ahead)[-1]
    return f"{clause} {behind[: following.start()] if following else behind}"


@lru_cache(maxsize=4096)
def _words_beside(words: str, figure: float) -> str:
    """The few words on both sides of a figure: "at least 50 %", "50 % or more"."""
    ahead, found, behind = words.partition(f"{figure:g}")
    return f"{_SIGNED_UP.sub(' ', ahead)[-_BESIDE:]}{found}{behind[:_BESIDE]}" if found else words


def _record_of(assertion: Assertion, pledge: RecordedPledge) -> tuple[float, float] | None:
    """The weaker and the stronger end of record, in the unit of the claim."""
    if assertion.unit in _TO_MT:
        ends = _level(pledge)
    elif assertion.unit == "times":
        ends = (_multiple(pledge.note or ""),) * 2
    elif assertion.unit == pledge.unit or (assertion.unit in _TO_GW and pledge.unit in _TO_GW):
        ends = (pledge.low, pledge.high)
    else:
        return None
    low, high = ends
    if low is None and high is None:
        return None
    return (low if low is not None else high or 0.0), (high if high is not None else low or 0.0)


@lru_cache(maxsize=512)
def _multiple(note: str) -> float | None:
    """ "Three times that of 2022", "double that of 2019": what notes tell something is to become."""
    if "double" in note:
        return 2.0
    found = _TIMES.search(note)
    return float(_NUMERALS.index(found["number"]) + 2) if found else None


def _level(pledge: RecordedPledge) -> tuple[float | None, float | None]:
    """What is left, or avoided, in MtCO2e."""
    if pledge.unit in _TO_MT and pledge.basis != "below_peak":
        factor = _TO_MT[pledge.unit]
        return (
            None if pledge.low is None else pledge.low * factor,
            None if pledge.high is None else pledge.high * factor,
        )
    return pledge.level_low_mtco2e, pledge.level_high_mtco2e


def _claimed(assertion: Assertion) -> tuple[float, float]:
    """The figure of the claim: in Mt, and as a cut where it is told as the level that is left."""
    low, high = assertion.low or 0.0, assertion.high if assertion.high is not None else assertion.low or 0.0
    if assertion.unit in _TO_MT:
        return low * _TO_MT[assertion.unit], high * _TO_MT[assertion.unit]
    if assertion.unit in _TO_GW:
        return low * _TO_GW[assertion.unit], high * _TO_GW[assertion.unit]
    if assertion.unit == "%" and assertion.direction == "to" and assertion.detail == "reduction":
        return 100.0 - high, 100.0 - low
    return low, high


_DETAILS: tuple[Callable[[Assertion, RecordedPledge, date], Token | None], ...] = (
    _judge_target_year,
    _judge_figure,
    _judge_base_year,
    _judge_basis,
    _judge_gas,
    _judge_firmness,
    _judge_announcement,
)
