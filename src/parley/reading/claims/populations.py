"""How many people a country has, how big its economy is, and whose is the largest population."""

from __future__ import annotations

import re
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
# 200 million people were living in Ruritania; now live on Earth; share the planet; call Ruritania home
_LIVING = re.compile(
    r"^ (?:people|inhabitants|human beings|humans|souls|citizens|residents|men, women and children)"
    r"(?: (?:now|today|already|currently))?"
    r"(?P<verb> (?:are |were |was |is )?(?:now |already )?(?:live[sd]?|living|share[sd]?|sharing|inhabit(?:s|ed|ing)?"
    r"|populat\w+|call(?:s|ed)?|dwell)(?: (?:now|today|together))?)? (?:(?:in|on) )?"
)
_ENDS = re.compile(r"(?: home)?(?: (?:in (?:19|20)\d\d|by|now|today|as of|alone)\b|[.,;:\"”]|$)")
_EARTH = re.compile(r"(?:the |this |our )?(?:whole )?(?:planet|earth|globe|world)\b")
_OF_THE_WORLD = re.compile(
    r"\b(?:(?:world|global|earth['’]s|planet['’]s|human)(?:['’]s)? (?:human )?population|humanity|mankind"
    r"|population of the (?:world|planet|earth))"
    r" (?:has |had |have )?(?:now |already |just )?(?:is|was|stands at|stood at|numbers?|numbered|counts|passed"
    r"|exceed(?:s|ed)|reached|hit|crossed|grew to|grown to|topped|totals|totalled|amounts to|came to)(?: now| already)?"
    r" (?:the mark of |the )?(?:(?:about|around|some|more than|over|nearly|almost) )*$"
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
            elif where := _living(line, start, end):
                yield from _figure(line, number, "count", "population", "people", where)
        elif number.dimension == "money" and number.low >= _SMALLEST_OUTPUT and _OUTPUT.search(before):
            yield from _figure(line, number, "money", "gdp", None)
    for found in _LARGEST.finditer(line.low) if "popul" in line.low else ():
        yield from _rank(line, found.start(), found.end(), found["order"] or found["place"])


def _living(line: Line, start: int, end: int) -> str | None:
    """Where so many people are said to live: the world, or the Party that stands right behind."""
    if _OF_THE_WORLD.search(line.before(start)):
        return "WLD"
    living = _LIVING.match(line.low[end:])
    if living is None:
        return None
    at = end + living.end()
    if (earth := _EARTH.match(line.low, at)) and _ENDS.match(line.low, earth.end()):
        return "WLD"
    if living["verb"] is None:
        return None
    own = next((each for each in line.parties(at, at + 5) if each.form == "name"), None)
    return own.code if own and _ENDS.match(line.low, own.end - line.offset) else None


def _figure(
    line: Line, number: NumberMention, measure: Measure, about: str, unit: str | None, where: str | None = None
) -> Iterator[Draft]:
    start = number.start - line.offset
    low, high, own = figure_of(number)
    for subject in (where,) if where else find_subject(line, start)[:1]:
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
