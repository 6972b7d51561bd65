"""Changes without a figure: emissions have fallen since 1990, rose in 2021."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.periods import period_of
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import construction, phrase

_MOVED = construction("trends", "moved")
_EMISSIONS = phrase(r"<emissions>")
_CONDITION = construction("scope", "condition")
_YEAR_BEHIND = re.compile(r"(?: \w+)? (?:in|during) (?P<year>(?:19|20)\d\d)\b")
_GOAL = phrase(r"\b<goals>\b")


def find_trends(line: Line, figures: Sequence[Draft]) -> Iterator[Draft]:
    """Whose emissions rose or fell, where a year is named and no figure tells by how much."""
    if not line.sentence.dates or not _EMISSIONS.search(line.low):
        return
    for found in _MOVED.finditer(line.low):
        first, last = line.clause(found.start(), found.end())
        period = period_of(line, found.start(), found.end())
        before = line.low[first : found.start()]
        if period.first is None and period.other is None:
            continue
        if any(first <= number.start - line.offset < last for number in line.sentence.numbers):
            continue
        if not _EMISSIONS.search(before) or _GOAL.search(before) or _CONDITION.search(line.low[: found.start()]):
            continue
        for subject in find_subject(line, found.start())[:1]:
            if subject is not None:
                draft = _draft(line, found.start(), found.end(), last, subject)
                behind = _YEAR_BEHIND.match(line.low, found.end())
                yield replace(draft, year=int(behind["year"])) if behind else draft


def _draft(line: Line, start: int, end: int, last: int, subject: str) -> Draft:
    first = line.clause(start, start)[0]
    while line.low[first] in " ,\"'\n-–—":
        first += 1
    return Draft(
        measure="change",
        subject=subject,
        figure=(None, None, None),
        start=line.offset + first,
        end=line.offset + last,
        sentence=line.sentence.index,
        written=line.context.document.text[line.offset + start : line.offset + end],
        dimension="trend",
        place=(line.offset + start, line.offset + end),
    )
