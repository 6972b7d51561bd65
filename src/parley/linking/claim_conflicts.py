"""Figures of one subject, measure and year that differ by more than the way they are written allows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parley.linking.at_odds import Said, sides_of
from parley.linking.scope import scope_of
from parley.linking.shelf import Shelf
from parley.records import Claim, Conflict, Measure

_COMPARABLE: frozenset[Measure] = frozenset(
    (
        *("emissions", "emissions_share", "rank_emitter", "per_capita", "cumulative", "coal_capacity", "coal_share"),
        *("renewables", "electricity_share", "energy_share", "rank_economy"),
    )
)
_RANKS = frozenset(["rank_emitter", "rank_economy"])
_WRITTEN = re.compile(r"\d+(?:\.\d+)?")
_ABOUT = 0.05
_WITHOUT_YEAR = 0.15
_LONG_APART_DAYS = 400

Key = tuple[object, ...]


class Figure(NamedTuple):
    """A figure with the rounding it is written with; ``days`` are those of its documents where it gives no year."""

    low: float
    high: float
    rounding: float
    written: str
    days: tuple[int, ...] = ()


def claim_conflicts(shelf: Shelf) -> Iterator[Conflict]:
    """Disputes over figures, each with all its sides."""
    blocks: dict[Key, list[Claim]] = defaultdict(list)
    for reading in shelf:
        for claim in reading.claims:
            if claim.measure in _COMPARABLE and claim.subject and is_figure(claim):
                blocks[_matter(claim)].append(claim)
    for key in blocks:
        for claims in _of_one_gas(blocks[key]):
            yield from dispute(shelf.by_age(claims), shelf, claims[0].measure)


def is_figure(claim: Claim) -> bool:
    """Whether it gives a value that another can contradict: no bound, and not denied."""
    return claim.low is not None and claim.comparator in ("=", "~") and not claim.denied


def dispute(claims: Iterable[Claim], shelf: Shelf, field: str) -> Iterator[Conflict]:
    """The conflict among figures of one matter, by age; none where they agree."""
    listed = list(claims)
    if len({(claim.low, claim.high) for claim in listed}) < 2:
        return
    days: dict[tuple[float | None, float | None], set[int]] = defaultdict(set)
    for claim in listed:
        if claim.year is None:
            days[claim.low, claim.high].add(shelf.day(claim).toordinal())
    said = [Said.by(claim, _figure(claim, tuple(sorted(days[claim.low, claim.high])))) for claim in listed]
    sides = sides_of(said, _at_odds)
    if sides:
        yield Conflict(
            reports=tuple(side.reports[0] for side in sides),
            concerns="claim",
            field=field,
            words=" against ".join(side.value.written for side in sides),
            sides=tuple(side.reports for side in sides),
        )


def _matter(claim: Claim) -> Key:
    subject = (claim.subject or "").casefold()
    scope = scope_of(claim) - ({str(claim.year)} if claim.year else set())
    of_what = (claim.about, claim.basis, claim.base_year, claim.direction, claim.against, claim.together)
    return subject, claim.measure, claim.unit, claim.year, *of_what, scope


def _of_one_gas(claims: list[Claim]) -> Iterator[list[Claim]]:
    """Claims that name the same gas, each with those that name none; who names none is in each."""
    open_ones = [claim for claim in claims if claim.gas is None]
    gases = sorted({claim.gas for claim in claims if claim.gas})
    if not gases:
        yield open_ones
    for gas in gases:
        yield [claim for claim in claims if claim.gas == gas] + (open_ones if len(gases) == 1 else [])


def _figure(claim: Claim, days: tuple[int, ...]) -> Figure:
    low = claim.low or 0.0
    high = low if claim.high is None else claim.high
    rounding = half_a_digit(claim)
    if claim.year is None and claim.measure not in (*_RANKS, "count"):
        rounding = max(rounding, _WITHOUT_YEAR * abs(low) / 2)
    return Figure(low, high, rounding, claim.written or f"{low:g}", days)


def _at_odds(one: Figure, other: Figure) -> bool:
    gap = max(one.low, other.low) - min(one.high, other.high)
    if gap <= one.rounding + other.rounding:
        return False
    return not (one.days and other.days) or _within_reach(one.days, other.days)


def _within_reach(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Figures without a year may both be right when they were written long apart."""
    return min(abs(day - then) for day in (one[0], one[-1]) for then in other) <= _LONG_APART_DAYS or any(
        other[0] <= day <= other[-1] for day in one
    )


def half_a_digit(claim: Claim) -> float:
    """Half a unit of the last digit written ("739" is 738.5 to 739.5), or 5 % of what is "about" or in words."""
    value = abs(claim.low or 0.0)
    digits = _WRITTEN.search((claim.written or "").replace(",", ""))
    if claim.measure in _RANKS or (claim.measure == "count" and claim.comparator == "="):
        return 0.0
    if claim.comparator == "~" or digits is None or float(digits.group()) == 0:
        return _ABOUT * value
    decimals = len(digits.group().partition(".")[2])
    step = float(f"1e-{decimals}")
    return 0.5 * step * value / float(digits.group())
