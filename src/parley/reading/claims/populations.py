"""How many people a country has, how big its economy is, and whose is the largest population."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.line import Line
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Measure

_PEOPLE, _HAVING, _POPULATION, _OUTPUT, _LARGEST = (
    construction("populations", form) for form in ("people", "having", "population", "output", "largest")
)
_GOAL = phrase(r"\b<goals>\b")
_FEWEST = 10_000
_SMALLEST_OUTPUT = 1e8


def find_populations(line: Line) -> Iterator[Draft]:
    """Populations and economies in figures, and ranks among populations."""
    for number in line.sentence.numbers:
        start, end = number.start - line.offset, number.end - line.offset
        before = line.before(start)
        if _GOAL.search(line.low[line.clause(start, end)[0] : start]):
            continue
        if number.dimension == "count" and number.low >= _FEWEST and number.unit is None:
            behind = _PEOPLE.match(line.after(end))
            if _POPULATION.search(before) or (behind and _HAVING.search(before)):
                yield from _figure(line, number, "count", "population", "people")
        elif number.dimension == "money" and number.low >= _SMALLEST_OUTPUT and _OUTPUT.search(before):
            yield from _figure(line, number, "money", "gdp", None)
    for found in _LARGEST.finditer(line.low) if "popul" in line.low else ():
        yield from _rank(line, found.start(), found.end(), found["order"] or found["place"])


def _figure(line: Line, number: NumberMention, measure: Measure, about: str, unit: str | None) -> Iterator[Draft]:
    start = number.start - line.offset
    low, high, own = figure_of(number)
    for subject in find_subject(line, start)[:1]:
        if subject is None:
            continue
        yield Draft(
            measure=measure,
            subject=subject,
            figure=(low, high, unit or own),
            start=line.offset + _first_word(line, start),
            end=number.end,
            sentence=line.sentence.index,
            comparator=number.comparator,
            written=number.written or number.text,
            year=year_of(line, number, None),
            dimension=number.dimension,
            place=(number.start, number.end),
            scope=Scope(about=about),
        )


def _rank(line: Line, start: int, end: int, order: str | None) -> Iterator[Draft]:
    for subject in find_subject(line, start)[:1]:
        if subject is None:
            continue
        place = place_of(order)
        yield Draft(
            measure="other",
            subject=subject,
            figure=(place, place, "rank"),
            start=line.offset + start,
            end=line.offset + end,
            sentence=line.sentence.index,
            written=line.context.document.text[line.offset + start : line.offset + end],
            place=(line.offset + start, line.offset + end),
            scope=Scope(about="population"),
        )


def _first_word(line: Line, start: int) -> int:
    first, _ = line.clause(start, start)
    while first < start and line.low[first] in " ,\"'\n-–—":
        first += 1
    return first
