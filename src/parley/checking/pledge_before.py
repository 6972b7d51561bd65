"""The pledge that a new one replaces, told in one sentence with it: "up from the 26 per cent pledged in 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from parley.checking.assertion import Assertion

BEFORE = "before"
"""The status of an assertion that tells of a pledge made before the one that the sentence is about."""
_FIGURE = r"(?P<low>\d[\d.]*)(?:(?: ?%| ?per ?cent)?(?: to |\s?[-–]\s?)(?P<high>\d[\d.]*))?(?: ?%| ?per ?cent)"
_BEFORE = re.compile(
    r",? \b(?:(?:up|down|instead of|rather than|replacing|compared (?:to|with)|as against|against)(?: from)?)"
    rf" (?:(?:the|its|an?|his|her|their|only|just|previous|earlier|old|former|about|of|pledge|goal|target) )*{_FIGURE}"
    r"(?P<rest>[^.;]*)",
    re.I,
)
_PROMISED = re.compile(
    r"\b(?:pledged|promised|announced|committed|vowed|set|offered|agreed|previous\w*|earlier|before|old|former\w*"
    r"|target|goal|pledge)\b",
    re.I,
)


_NEWER = re.compile(
    r"\b(?:rais|lift|strengthen|tighten|replac|increas|now\b|went|go(?:es)? (?:up|further|beyond))", re.I
)
_HAD = (
    r"\bhad (?:previously |earlier |originally |once |first |already |only )*(?:been )?(?:promised|pledged|offered"
    r"|vowed|committed|aimed|planned|set|announced|targeted|agreed)\b[^.;,]{0,40}?(?<![\d.])"
)


def with_the_one_before(assertion: Assertion) -> Iterator[Assertion]:
    """A pledge of a per cent, and the one it is said to replace; what is told of the one is not of the other."""
    if assertion.low is not None and (clause := _had_pledged(assertion.words, assertion.low)):
        year = assertion.year if str(assertion.year) in clause else None
        yield replace(assertion, words=clause, year=year, status=BEFORE)
        return
    found = _clause(assertion.words) if assertion.unit == "%" else None
    if found is None:
        yield assertion
        return
    clause, low, high = found
    told = replace(assertion, words=clause, low=low, high=high, year=None, base_year=None, status=BEFORE)
    if assertion.low != low:
        yield replace(assertion, words=assertion.words.replace(clause, " "))
    yield told


@lru_cache(maxsize=2048)
def _had_pledged(words: str, figure: float) -> str:
    """The words of what "had been promised" before something newer that the sentence tells; empty for none."""
    found = re.search(rf"{_HAD}{figure:g}\b[^.,;]*", words, re.I)
    return found.group() if found and _NEWER.search(words, found.end()) else ""


@lru_cache(maxsize=2048)
def _clause(words: str) -> tuple[str, float, float] | None:
    """The words that tell of the pledge before, and its figure."""
    for found in _BEFORE.finditer(words):
        if " from " in f"{found.group()[: found.start('low') - found.start()]} " or _PROMISED.search(found.group()):
            low = float(found["low"].rstrip("."))
            return found.group(), low, float(found["high"].rstrip(".")) if found["high"] else low
    return None
