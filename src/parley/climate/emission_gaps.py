"""What a table of emissions does not give: years between those it reports, single years, whole species.

Tables of this field often report every fifth or tenth year, and mean a straight line between. A year is one of the
table's own when at least half of its species have a value there. Other years are filled by a straight line and said
so; a species that lacks a year of the table's own is an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from parley.climate.emission_co2 import FOSSIL, LAND
from parley.climate.emission_rows import EmissionRows
from parley.climate.emission_table import FloatArray, IntArray, listed
from parley.climate.history import FIRST_YEAR, LAST_YEAR, SCENARIOS, load_scenario_emissions
from parley.climate.species import EMITTED
from parley.errors import ScenarioError

BoolArray = npt.NDArray[np.bool_]


class Filler(Protocol):
    """A scenario to take species from."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def years(self) -> IntArray:
        """Consecutive calendar years, (year,)."""

    @property
    def emissions(self) -> FloatArray:
        """(species, year), rows as ``EMITTED`` [native units]."""


def fill_years(given: EmissionRows, *, interpolate: bool = False) -> EmissionRows:
    """The rows with every year from the table's first to its last.

    ``interpolate`` allows a straight line also where a single species lacks a year that others have.

    Raises ScenarioError, naming species and year, where a species lacks a year and no straight line may or can be.
    """
    if not given.rows:
        raise ScenarioError("the table gives no species at all; give a row for each, with a unit and years")
    there = ~np.isnan(np.array(list(given.rows.values())))
    own = 2 * there.sum(axis=0) >= len(given.rows)
    if not own.any():
        raise ScenarioError("there is no year in which at least half of the species have a value; give common years")
    first, last = given.years[own][[0, -1]]
    years = np.arange(first, last + 1)
    for name, has in zip(given.rows, there, strict=True):
        _refuse_gap(name, given.years, own, has, interpolate)
    rows = {
        name: np.interp(years, given.years[has], given.rows[name][has])
        for name, has in zip(given.rows, there, strict=True)
    }
    notes = (*_say_outside(given.years, there, first, last), *_say_lines(given, there, own, years))
    return replace(given, years=years, rows=rows, co2={}).noting(*notes)


def fill_species(given: EmissionRows, filler: Filler | None) -> EmissionRows:
    """The rows with the species they lack taken from another scenario.

    Raises ScenarioError naming species and years when there is none, or it does not have all years of the rows.
    """
    missing = [name for name in EMITTED if name not in given.rows]
    if not missing:
        return given
    if filler is None:
        raise ScenarioError(_say_missing(missing, given))
    first, last = filler.years[[0, -1]]
    if first > given.years[0] or last < given.years[-1]:
        raise ScenarioError(
            f"{missing[0]} cannot be filled from {filler.name}, which has {first} to {last} and not all of "
            f"{span_of(given.years)}; give it as a row, or fill from a longer scenario"
        )
    span = slice(int(given.years[0] - first), int(given.years[-1] - first) + 1)
    filled = {name: filler.emissions[EMITTED.index(name), span] for name in missing}
    note = f"taken from {filler.name}, because the table lacks them: {_enumerate(missing)}"
    return replace(given, rows={**given.rows, **filled}).noting(note)


def nearest_packaged(given: EmissionRows) -> str | None:
    """The packaged scenario with the nearest CO2, by root mean square over common years; None without CO2."""
    parts = [name for name in (FOSSIL, LAND) if name in given.rows]
    common = (given.years >= FIRST_YEAR) & (given.years <= LAST_YEAR)
    if not parts or not common.any():
        return None
    own = np.sum([given.rows[name][common] for name in parts], axis=0)

    def distance(name: str) -> float:
        at = given.years[common] - FIRST_YEAR
        other = np.sum([load_scenario_emissions(name).emissions[EMITTED.index(part), at] for part in parts], axis=0)
        return float(np.mean((own - other) ** 2))

    return min(SCENARIOS, key=distance)


def span_of(years: IntArray | Sequence[int]) -> str:
    """Years for a message: ``2030``, ``2030 to 2050``, ``2030, 2040 … 2100``."""
    first, last = int(years[0]), int(years[-1])
    if first == last:
        return f"{first}"
    if last - first == len(years) - 1:
        return f"{first} to {last}"
    return f"{first}, {years[1]} … {last}" if len(years) > 2 else f"{first} and {last}"


def _refuse_gap(name: str, years: IntArray, own: BoolArray, has: BoolArray, interpolate: bool) -> None:
    """A year of the table's own without a value; with ``interpolate`` only before or after all values there are."""
    lacking = years[own & ~has]
    if not lacking.size:
        return
    ends = lacking[(lacking < years[has][0]) | (lacking > years[has][-1])]
    if ends.size:
        raise ScenarioError(
            f"{name} has no value in {span_of(ends)}, where the table has other species, and none beyond to draw a "
            "line to; give these years, or leave its row out and name a scenario to fill_from"
        )
    if not interpolate:
        raise ScenarioError(
            f"{name} has no value in {span_of(lacking)}, where the table has other species; give it, allow a straight "
            "line by interpolate=True, or leave its row out and name a scenario to fill_from"
        )


def _enumerate(names: Sequence[str]) -> str:
    """Species by name; of nearly all, those that are not among them."""
    if 2 * len(names) <= len(EMITTED):
        return ", ".join(names)
    others = [name for name in EMITTED if name not in names]
    return f"all species but {', '.join(others)}" if others else "all species"


def _say_missing(missing: Sequence[str], given: EmissionRows) -> str:
    """Which species are missing, what there is to do, and what of the table was of no use."""
    nearest = nearest_packaged(given)
    offer = (
        f"the nearest packaged scenario by CO2 is fill_from={nearest!r}"
        if nearest
        else f"fill_from takes one of {', '.join(SCENARIOS)}"
    )
    unused = "".join(f"; {note}" for note in given.notes if note.startswith("not used"))
    return (
        f"{_enumerate(missing)} {'is' if len(missing) == 1 else 'are'} missing in {span_of(given.years)}; give a row, "
        f"of zeros if nothing is emitted, or fill in from another scenario: {offer}{unused}"
    )


def _say_outside(years: IntArray, there: BoolArray, first: int, last: int) -> list[str]:
    outside = years[((years < first) | (years > last)) & there.any(axis=0)]
    if not outside.size:
        return []
    return [f"not used: {span_of(outside)}, for which the table has less than half of its species"]


def _say_lines(given: EmissionRows, there: BoolArray, own: BoolArray, years: IntArray) -> list[str]:
    """What was put on straight lines: years that are not the table's own, and gaps of single species."""
    between = np.setdiff1d(years, given.years[own])
    lined, notes = [], []
    for name, has in zip(given.rows, there, strict=True):
        if np.setdiff1d(between, given.years[has]).size:
            lined.append(name)
        if (gaps := given.years[own & ~has]).size:
            notes.append(f"{name} in {span_of(gaps)} is on a straight line between the years it has")
    if not lined:
        return notes
    which = "all species" if len(lined) == len(given.rows) else f"{len(lined)} species ({listed(lined)})"
    count = f"{len(between)} year{'s' * (len(between) > 1)} of {span_of(years)}"
    return [f"on straight lines between the years of the table: {which}, {count}", *notes]
