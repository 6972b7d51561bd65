"""What a text tells of its own day: clues as stretches of days, and the days on which most of them agree.

A clue has one stretch ("COP27 is still ahead") or one for every year ("on 8 March" without its year). Clues contradict
each other, since old plans are retold and sites print this year's copyright under last year's news; so each has a
weight, and the days found are those on which the clues that hold weigh most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

Stretch = tuple[date, date]

# Nothing read here is older than the climate convention, nor younger than a few years after the tables were made.
EARLIEST, LATEST = date(1992, 1, 1), date(2029, 12, 31)

FIRM, STRONG, LIKELY, WEAK, HABIT = 6, 4, 3, 2, 1
"""Weights: what the words say outright; by their tense; of people and things, which may be old news; and habits."""


# A range of fewer days is suspect where habits made it so narrow.
_NARROW = 12


class Clue(NamedTuple):
    """The document was written in one of ``stretches`` (in order, apart from each other), as ``ground`` tells."""

    stretches: tuple[Stretch, ...]
    weight: int
    ground: str

    def holds_on(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.stretches)


class Yearly(NamedTuple):
    """A clue that recurs every year: ``stretch_in`` gives that of one year, None in a year without it."""

    stretch_in: Callable[[int], Stretch | None]
    weight: int
    ground: str

    def over(self, years: range) -> Clue:
        stretches = (self.stretch_in(year) for year in years)
        return Clue(_joined(stretch for stretch in stretches if stretch), self.weight, self.ground)


class Agreement(NamedTuple):
    """The days from ``start`` to ``end`` on which the ``clues`` hold; a missing end is ``EARLIEST`` or ``LATEST``."""

    start: date
    end: date
    clues: tuple[Clue, ...]

    @property
    def has_both_ends(self) -> bool:
        return self.start > EARLIEST and self.end < LATEST

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def since(day: date, weight: int, ground: str) -> Clue:
    """Not older than ``day``."""
    return Clue(((day, LATEST),), weight, ground)


def until(day: date, weight: int, ground: str) -> Clue:
    """Not younger than ``day``."""
    return Clue(((EARLIEST, day),), weight, ground)


def within(first: date, last: date, weight: int, ground: str) -> Clue:
    """From ``first`` to ``last``."""
    return Clue(((first, last),), weight, ground)


def around_days(day: date, before: int, after: int) -> Stretch:
    """So many days before a day to so many after it."""
    return day - timedelta(before), day + timedelta(after)


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """In order, those that touch made one."""
    joined: list[Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + timedelta(1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def agreement(clues: Iterable[Clue]) -> Agreement:
    """The days on which the weight of the clues that hold is greatest, from the first such day to the last."""
    distinct = list(dict.fromkeys(clues))
    best: list[Stretch] = []
    most = 0
    parts = list(_stretches_by_weight(distinct))
    for first, last, weight in parts:
        if weight > most:
            best, most = [], weight
        if weight == most:
            best.append((first, last))
    if not best:
        return Agreement(EARLIEST, LATEST, ())
    start, end = _widened(best[0][0], best[-1][1], most, parts)
    return Agreement(start, end, tuple(clue for clue in distinct if clue.holds_on(start) and clue.holds_on(end)))


def _widened(start: date, end: date, most: int, parts: Sequence[tuple[date, date, int]]) -> Stretch:
    """A narrow range with the days beside it on which just a habit fails."""
    if (end - start).days >= _NARROW or (end - start).days < 1:
        return start, end
    for first, last, weight in parts:
        if weight >= most - HABIT and end < first <= end + timedelta(1):
            end = last
    for first, last, weight in reversed(parts):
        if weight >= most - HABIT and start > last >= start - timedelta(1):
            start = first
    return start, end


def _stretches_by_weight(clues: Sequence[Clue]) -> Iterator[tuple[date, date, int]]:
    """The days cut where a clue begins or ends to hold, each stretch with the weight of the clues that hold on it."""
    steps: dict[date, int] = {EARLIEST: 0}
    for clue in clues:
        for first, last in clue.stretches:
            first, after = max(first, EARLIEST), last + timedelta(1)
            if first >= after or first > LATEST:
                continue
            steps[first] = steps.get(first, 0) + clue.weight
            steps[after] = steps.get(after, 0) - clue.weight
    days = sorted(day for day in steps if day <= LATEST)
    weight = 0
    for index, day in enumerate(days):
        weight += steps[day]
        last = days[index + 1] - timedelta(1) if index + 1 < len(days) else LATEST
        yield day, last, weight


def deciding(found: Agreement) -> tuple[Clue, ...]:
    """The fewest clues that already give the days found, the narrowest first."""
    chosen: list[Clue] = []
    days = (EARLIEST, LATEST)
    for clue in sorted(found.clues, key=lambda clue: (_width_at(clue, found.start), -clue.weight)):
        together = agreement([*chosen, clue])
        if (together.start, together.end) != days:
            chosen.append(clue)
            days = (together.start, together.end)
        if days == (found.start, found.end):
            break
    return tuple(chosen)


def _width_at(clue: Clue, day: date) -> int:
    return next((last - first).days for first, last in clue.stretches if first <= day <= last)
