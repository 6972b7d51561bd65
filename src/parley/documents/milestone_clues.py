"""Clues from treaties, laws and shocks that a text names, and from the years it counts since them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from parley.documents.clues import LIKELY, STRONG, Clue, since, within
from parley.documents.tense import vocabulary
from parley.terms.milestones import MilestoneName, find_milestones
from parley.terms.when.arithmetic import add_months

_REACH = 40
# "A Paris agreement", "this year's Paris deal": not made yet.
_HOPED_FOR = re.compile(r"\b(?:an?|any|new|next|possible|future|(?:year|month|week|December)['’]s)\s+\Z", re.I)
# "Six years after" may be five and a half or close to seven.
_LESS, _MORE = timedelta(days=240), timedelta(days=330)


def milestones_told(text: str) -> Iterator[Clue]:
    """ "the Inflation Reduction Act", "six years after the Paris Agreement"."""
    for found in find_milestones(text):
        if hoped := _HOPED_FOR.search(text[max(0, found.start - 24) : found.start]):
            if "year" in hoped.group():
                year = found.milestone.day.year
                yield within(
                    date(year, 1, 1), found.milestone.day, STRONG, f"it hopes for {text[found.start : found.end]}"
                )
            continue
        milestone, words = found.milestone, text[found.start : found.end]
        yield since(milestone.day, LIKELY, f"it names the {' '.join(words.split())} ({milestone.day.isoformat()})")
        if milestone.counted and (years := _years_since(text, found)):
            counted = _years_later(milestone.day, years)
            ground = f"{years} years after the {words} ({milestone.day.isoformat()})"
            yield within(counted - _LESS, counted + _MORE, LIKELY, ground)


def _years_since(text: str, found: MilestoneName) -> int | None:
    before = _counted_before().search(text[max(0, found.start - _REACH) : found.start])
    told = before or _counted_after().match(text[found.end : found.end + _REACH])
    if told is None:
        return None
    number = told["number"].lower()
    return int(number) if number.isdigit() else int(vocabulary()["numbers"][number])


def _years_later(day: date, years: int) -> date:
    return add_months(day, 12 * years)


@cache
def _counted_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_number()} years? (?:after|since|on from|on, the) (?:the )?(?:\w+ ){{0,2}}\Z", re.I)


@cache
def _counted_after() -> re.Pattern[str]:
    return re.compile(rf"(?:,? (?:was |were )?(?:\w+ ){{0,3}})?{_number()} years ago\b", re.I)


@cache
def _number() -> str:
    return rf"(?P<number>\d{{1,2}}|{'|'.join(vocabulary()['numbers'])})"
