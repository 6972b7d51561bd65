"""Figures of every country in one array, for places in an order: read one by one they cost ten times as much."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.members import WORLD
from parley.inventory.offers import OFFERS, Offer, Part
from parley.inventory.people import population
from parley.inventory.ranking import COUNTRIES, WITH_EU, candidates
from parley.inventory.rates import FIRST_YEAR, reaching_back
from parley.inventory.series import Series, Source

Figures = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Field:
    """Figures ``values`` (code, year) of all that may be ranked, NaN where there is none, by one source."""

    codes: tuple[str, ...]
    years: tuple[int, ...]
    values: Figures
    source: Source

    def places(self, party: str, among: Sequence[str]) -> dict[int, int]:
        """The place of a Party by year, 1 the highest, in the years in which it has a figure; of equal figures the
        code decides."""
        if party not in self.codes:
            return {}
        own = self.codes.index(party)
        rows = np.array([index for index, code in enumerate(self.codes) if code in frozenset(among) | {party}])
        others, mine = self.values[rows], self.values[own]
        before = (rows < own)[:, None]
        ahead = (others > mine) | ((others == mine) & before)
        ranks = 1 + ahead.sum(axis=0)
        return {year: int(ranks[index]) for index, year in enumerate(self.years) if not np.isnan(mine[index])}

    def has(self, code: str) -> bool:
        """Whether there is any figure of a code."""
        return code in self.codes and not np.isnan(self.values[self.codes.index(code)]).all()


@tables.remembered
def emitters(gas: str, basis: str, source: str, rate: str) -> Field:
    """Emissions on one basis by one source; ``rate`` is empty, ``per head`` or ``cumulative`` (since 1850).

    Raises InventoryError where the source has none, or none that reach back so far.
    """
    if rate == "cumulative":
        return _summed(reaching_back(gas, basis, source, FIRST_YEAR))
    offer = next((each for each in OFFERS if (each.gas, each.basis, each.key) == (gas, basis, source)), None)
    if offer is None:
        raise InventoryError(f"{source} has no {gas} emissions {basis}")
    field = _added(offer)
    return _per_head(field) if rate == "per head" else field


def gathered(read: Callable[[str], Series]) -> Field:
    """Any series, read of each code. Raises InventoryError where nobody has one."""
    found: dict[str, Series] = {}
    for code in _all_codes():
        try:
            found[code] = read(code)
        except InventoryError:
            continue
    if not found:
        raise InventoryError("nobody has such figures")
    years = _span({code: series.years for code, series in found.items()})
    values = np.full((len(found), len(years)), np.nan)
    for row, series in enumerate(found.values()):
        values[row, [year - years[0] for year in series.years]] = series.values
    return Field(tuple(found), years, values, next(iter(found.values())).source)


def _added(offer: Offer) -> Field:
    """The parts of an offer added, as far as all have figures; those that are optional count as nothing."""
    blocks = {part: _block(part) for part in offer.parts}
    codes, years = _shared(blocks, offer)
    values = np.zeros((len(codes), len(years)))
    for part, block in blocks.items():
        rows = _taken(block, codes, years)
        values += np.nan_to_num(rows, nan=0.0) if part.optional else rows
    return Field(codes, years, values, offer.source)


def _summed(offer: Offer) -> Field:
    """What was emitted from 1850 to each year, each part over its own years; up to the last year of any part."""
    blocks = {part: _block(part) for part in offer.parts}
    codes, _ = _shared(blocks, offer)
    years = tuple(range(FIRST_YEAR, max(block[1][-1] for block in blocks.values()) + 1))
    yearly = np.zeros((len(codes), len(years)))
    known = np.zeros((len(codes), len(years)), dtype=bool)
    for block in blocks.values():
        rows = _taken(block, codes, years)
        yearly += np.nan_to_num(rows, nan=0.0)
        known |= ~np.isnan(rows)
    until_last = np.logical_or.accumulate(known[:, ::-1], axis=1)[:, ::-1]
    values = np.where(until_last, np.cumsum(yearly, axis=1), np.nan)
    return Field(codes, years, values, offer.source)


def _per_head(field: Field) -> Field:
    people = np.full(field.values.shape, np.nan)
    for row, code in enumerate(field.codes):
        try:
            counted = population(code)
        except InventoryError:
            continue
        people[row] = [counted.get(year) or np.nan for year in field.years]
    return Field(field.codes, field.years, field.values / people, field.source)


Block = tuple[Mapping[str, int], tuple[int, ...], Figures]
"""The row of each code, the years of the columns, and the figures."""


@tables.remembered
def _block(part: Part) -> Block:
    codes, years, figures = tables.wide(part.table).block(part.kind)
    return {code: row for row, code in enumerate(codes)}, years, np.array(figures).reshape(len(codes), len(years))


def _shared(blocks: Mapping[Part, Block], offer: Offer) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The codes that every part has which is not optional, and the years of all their columns."""
    needed = [block for part, block in blocks.items() if not part.optional]
    codes = tuple(code for code in _all_codes() if all(code in block[0] for block in needed))
    if not codes:
        raise InventoryError(f"{offer.source} has figures of no country")
    return codes, _span({str(index): block[1] for index, block in enumerate(blocks.values())})


def _taken(block: Block, codes: tuple[str, ...], years: tuple[int, ...]) -> Figures:
    """The rows of codes over some years, NaN where there is none."""
    rows, columns, figures = block
    taken = np.full((len(codes), len(years)), np.nan)
    there = [row for row, code in enumerate(codes) if code in rows]
    places = {year: place for place, year in enumerate(years)}
    inside = [index for index, year in enumerate(columns) if year in places]
    of_codes = figures[[rows[codes[row]] for row in there]][:, inside]
    taken[np.ix_(there, [places[columns[index]] for index in inside])] = of_codes
    return taken


def _span(years: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    return tuple(range(min(min(each) for each in years.values()), max(max(each) for each in years.values()) + 1))


@tables.remembered
def _all_codes() -> tuple[str, ...]:
    """All that an order may have in it, in the order of codes."""
    return tuple(sorted({*candidates(COUNTRIES), *candidates(WITH_EU)} - {WORLD}))
