"""What is counted beside climate itself: countries, projects, hours of talks, years ahead of others, money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, figure_of
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import NOBODY, find_subject
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Measure

_COUNTED, _FEW_COUNTED, _NOT_COUNTED, _TRIPS, _WORKS = (
    construction("counts", form) for form in ("counted", "few_counted", "not_counted", "trips", "works")
)
_MADE, _APPROVED, _TALKING, _OF_TIME, _GAP = (
    construction("counts", form) for form in ("made", "approved", "talking", "of_time", "gap")
)
_PAYING, _TOTAL, _COMMERCE, _BY_YEAR, _COST, _WORTH = (
    construction("sums", form) for form in ("paying", "total", "commerce", "by_year", "cost", "worth")
)
_DAMAGE = construction("sums", "damage")
_HEDGED = phrase(" <hedges>")
_CORRECTION = phrase(r"\b<corrections>\b")
_PART_AHEAD = re.compile(r"\b(?:half|full|whole|quarter of) $")
_FEWEST, _MANY = 3, 12
_SMALLEST_SUM = 1e6
_NEAR, _NEAR_BEHIND = 80, 50


def find_counts(line: Line) -> Iterator[Draft]:
    """Countries, durations and sums of money of a sentence; those that a correction gives are left out."""
    if _CORRECTION.search(line.low):
        return
    for number in line.sentence.numbers:
        if number.same_as is not None and number.same_as[0] < number.start:
            continue
        match number.dimension:
            case "count":
                yield from _counted(line, number)
            case "duration":
                yield from _durations(line, number)
            case "money":
                yield from _sums(line, number)


def _counted(line: Line, number: NumberMention) -> Iterator[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    if number.low != int(number.low) or number.unit is not None or number.vague:
        return
    figure = (number.low, number.high)
    if done := _done(line, start, end):
        owner = find_subject(line, start)[0]
        yield _draft(line, number, "count", owner, (*figure, done["noun"]), end + done.end())
        return
    found = (_COUNTED if number.low >= _MANY else _FEW_COUNTED).match(line.after(end))
    if found is not None and number.low >= _FEWEST and not _NOT_COUNTED.search(line.before(start)):
        owner = "WLD" if found["who"] else None
        yield _draft(line, number, "count", owner, (*figure, found["noun"]), end + found.end())


def _done(line: Line, start: int, end: int) -> re.Match[str] | None:
    """Journeys made or plants approved, of which there may be few: "has made 12 trips", "approved two new mines"."""
    before, after = line.before(start), line.after(end)
    if _MADE.search(before) and (trips := _TRIPS.match(after)):
        return trips
    return _WORKS.match(after) if _APPROVED.search(before) else None


def _durations(line: Line, number: NumberMention) -> Iterator[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    gap = _GAP.match(line.after(end))
    if gap:
        yield from _gap(line, number, end + gap.end())
    elif number.unit in ("hour", "minute") and _TALKING.search(line.low) and not _OF_TIME.match(line.after(end)):
        owner = find_subject(line, start)[0]
        yield _draft(line, number, "duration", owner, (number.low, number.high, number.unit), end)


def _gap(line: Line, number: NumberMention, end: int) -> Iterator[Draft]:
    """By how many years a Party's goal comes before or after that of another, which is named at ``end``."""
    if _PART_AHEAD.search(line.low, 0, number.start - line.offset):
        return
    other = next((m for m in line.parties(end, end + 1) if m.code != "WLD"), None)
    owner = find_subject(line, number.start - line.offset)[0]
    if other and owner not in (None, other.code) and number.unit == "year":
        figure = (number.low, number.high, "year")
        yield _draft(line, number, "target_gap", owner, figure, other.end - line.offset, (other.code,))


def _sums(line: Line, number: NumberMention) -> Iterator[Draft]:
    """Money spent, owed, needed or lost; what is only promised is a pledge."""
    start, end = number.start - line.offset, number.end - line.offset
    if number.low < _SMALLEST_SUM or number.per not in (None, "year"):
        return
    ahead = line.low[max(line.clause(start, end)[0], start - _NEAR) : start]
    behind = line.low[end : end + _NEAR_BEHIND]
    promised = _PAYING.search(ahead) or _PAYING.search(behind) or _BY_YEAR.match(behind)
    if (promised and not _TOTAL.search(ahead)) or _COMMERCE.search(ahead) or _COMMERCE.search(behind):
        return
    owners = NOBODY if _WORTH.search(ahead) else _bearing_cost(line, start, end) or find_subject(line, start)
    yield _draft(line, number, "money", owners[0], figure_of(number), end)


def _bearing_cost(line: Line, start: int, end: int) -> tuple[str, ...]:
    """ "The floods cost Ruritania $30 billion", "caused $30 billion in damage in Ruritania"."""
    named = [m for m in line.parties(0, start) if _HEDGED.fullmatch(line.low, m.end - line.offset, start)]
    if named and _COST.search(line.low[: named[-1].start - line.offset]):
        return (named[-1].code,)
    damage = _DAMAGE.match(line.after(end))
    behind = line.parties(end + damage.end(), end + damage.end() + 1) if damage else []
    return tuple(mention.code for mention in behind)


def _draft(
    line: Line,
    number: NumberMention,
    measure: Measure,
    subject: str | None,
    figure: tuple[float, float, str | None],
    end: int,
    against: tuple[str, ...] = (),
) -> Draft:
    return Draft(
        measure=measure,
        subject=subject,
        figure=figure,
        start=number.start,
        end=line.offset + end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year_of(line, number, None),
        against=against,
        dimension=number.dimension,
        place=(number.start, number.end),
    )
