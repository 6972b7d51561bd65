"""Figures that go on from one before: "the share stood at 7 %", "down from 70 % in 2000", "9 % a year later"."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.claims.draft import Draft, figure_of
from parley.reading.claims.evidence import frame
from parley.reading.claims.line import Line
from parley.reading.claims.years import turn_of_century, year_behind, year_of, years_after, years_told
from parley.reading.numbers import NumberMention

_SAME, _FROM, _LATER = (frame("continuing", form) for form in ("same", "earlier", "later"))
_SHARES = frozenset(
    ("emissions_share", "coal_share", "renewables", "electricity_share", "energy_share", "cumulative", "coal_capacity")
)


def continued(line: Line, number: NumberMention, last: Draft) -> list[Draft]:
    """The claim of a share that goes on from ``last`` with another year; none where the year is not told."""
    if last.measure not in _SHARES or number.percent is None or not (last.figure[2] or "").startswith("%"):
        return []
    start, end = number.start - line.offset, number.end - line.offset
    before = line.before(start)
    if _FROM.search(before):
        year = year_behind(line, number) or turn_of_century(line.low[end:]) or _years_before(line, end, last)
    elif _SAME.search(before):
        year = year_behind(line, number) or years_after(line, last, 0, len(line.low)) or year_of(line, number, None)
    else:
        return []
    if year is None:
        return []
    low, high, _ = figure_of(number)
    return [
        replace(
            last,
            figure=(low, high, last.figure[2]),
            start=number.start,
            end=number.end,
            comparator=number.comparator,
            written=number.written or number.text,
            year=year,
            dimension=number.dimension,
            place=(number.start, number.end),
        )
    ]


def _years_before(line: Line, end: int, last: Draft) -> int | None:
    found = _LATER.match(line.low[end:])
    return last.year - years_told(found["count"]) if found and found["way"] != "later" and last.year else None
