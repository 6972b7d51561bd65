"""Clues from years written out: told as past, as the copyright, and the latest of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parley.documents.clues import HABIT, LATEST, LIKELY, STRONG, Clue, since, within
from parley.documents.day_clues import words_around
from parley.documents.tense import tense_at

# A year as a date, not a count of people or a part of a longer number or an address.
_YEAR = re.compile(r"(?<![\w.,$€£/_-])(?P<year>(?:19|20)\d\d)\b(?![.,]?\d|[%/_]| ?(?:MW|GW|Mt|km|MWh|tonnes|people)\b)")
_PAST_BEFORE = re.compile(r"\b(?:in|since|during)\s+(?:early |late |mid-)?\Z")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\s*(?P<year>20\d\d)\b", re.I)
# The year last told as past is that of the text or one of the two before.
_YEARS_AFTER_LATEST = 2
_REACH = 24


def years_told(text: str) -> Iterator[Clue]:
    """The clues of all years in ``text``."""
    past: list[re.Match[str]] = []
    for found in _YEAR.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if (
            int(found["year"]) <= LATEST.year
            and tense_at(text, *found.span()) == "past"
            and _PAST_BEFORE.search(before)
        ):
            past.append(found)
    yield from _past_years(text, past)
    yield from _copyright(text)


def _past_years(text: str, past: list[re.Match[str]]) -> Iterator[Clue]:
    if not past:
        return
    for found in past:
        yield since(date(int(found["year"]), 1, 1), STRONG, f'"{words_around(text, found)}" is told as past')
    latest = max(past, key=lambda found: (found["year"], -found.start()))
    year = int(latest["year"])
    ground = f'"{words_around(text, latest)}" is the latest year told as past'
    yield within(date(year, 1, 1), date(year + _YEARS_AFTER_LATEST, 12, 31), HABIT, ground)


def _copyright(text: str) -> Iterator[Clue]:
    for found in _COPYRIGHT.finditer(text):
        year = int(found["year"])
        yield within(date(year, 1, 1), date(year, 12, 31), LIKELY, f'the text says "{found.group()}"')
