"""What was observed: warming, CO2, heat, aerosol forcing; packaged, or newer from the user's own file."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.targets import Target
from parley.climate.tables import read_table
from parley.errors import CalibrationError

Array = NDArray[np.float64]

TABLE = "observations.csv"
EDITIONS = ("2024", "2022")
"""Of observed warming, by its last year: Indicators of Global Climate Change 2024, and the series of v1.4.1."""
_MOVING = ("GMST", "CO2")
_FIRST_BASE, _LAST_BASE = 1850, 1900


@dataclass(frozen=True, eq=False)
class Series:
    """Values by calendar year."""

    name: str
    years: NDArray[np.int64]
    """(year,) consecutive"""
    values: Array
    """(year,)"""
    low: Array
    """(year,) 5th percentile, nan where none is given"""
    high: Array
    """(year,) 95th percentile, nan where none is given"""
    source: str

    def until(self, year: int) -> Series:
        """Without the years after ``year``."""
        keep = self.years <= year
        return replace(self, years=self.years[keep], values=self.values[keep], low=self.low[keep], high=self.high[keep])

    def mean(self, first: int, last: int) -> float:
        """Of the calendar years, both included. Raises CalibrationError when it does not have them all."""
        if first < self.years[0] or last > self.years[-1]:
            raise CalibrationError(
                f"{self.source}: {self.name} is given for {self.years[0]}–{self.years[-1]}, but {first}–{last} is "
                "needed; give newer observations, or an earlier year to end with"
            )
        start = first - int(self.years[0])
        return float(self.values[start : start + last - first + 1].mean())


@dataclass(frozen=True, eq=False)
class Observations:
    """What a calibration compares the past of its members with."""

    gmst: Series
    """Global mean surface temperature above 1850–1900 [K]."""
    co2: Series
    """Concentration of CO2 [ppm]."""

    def until(self, year: int) -> Observations:
        """Without the years after ``year``. Raises CalibrationError when there is no warming observed in that year."""
        if not self.gmst.years[0] <= year <= self.gmst.years[-1]:
            raise CalibrationError(
                f"{self.gmst.source}: warming is given for {self.gmst.years[0]}–{self.gmst.years[-1]}, not for {year}; "
                "choose a year among them, or give newer observations"
            )
        return Observations(self.gmst.until(year), self.co2.until(year))


def load_observations(edition: str = EDITIONS[0]) -> Observations:
    """The packaged observations of ``EDITIONS``."""
    return Observations(load_series("gmst", edition), load_series("co2", edition))


def load_series(name: str, edition: str = EDITIONS[0]) -> Series:
    """A packaged series: gmst, co2, earth_energy_uptake [ZJ above 1971], erf_ari, erf_aci, erf_aerosol [W m-2]."""
    rows = [row for row in read_table(TABLE) if (row["series"], row["edition"]) == (name, edition)]
    if not rows:
        raise CalibrationError(f"there are no packaged observations of {name!r} in edition {edition!r}")
    columns = {key: np.array([float(row[key] or "nan") for row in rows]) for key in ("value", "low", "high")}
    years = np.array([int(row["year"]) for row in rows])
    return Series(name, years, columns["value"], columns["low"], columns["high"], f"observations of {edition}")


def read_observations(path: Path | str) -> Observations:
    """Observations of a csv file with columns year, gmst [K above 1850–1900] and, if it likes, co2 [ppm].

    Lines that begin with # are comments; co2 may be empty in the first years. Without a column co2, the packaged one is
    taken. Raises CalibrationError naming row and column.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CalibrationError(f"{path}: cannot be read ({error}); give a csv file of observations") from error
    rows = list(csv.DictReader(line for line in text.splitlines() if line.strip() and not line.startswith("#")))
    for column in ("year", "gmst"):
        if not rows or column not in rows[0]:
            raise CalibrationError(f"{path}: no column {column!r}; columns are year, gmst and, if you like, co2")
    years = [_parse(row, number, "year", path) for number, row in enumerate(rows, start=1)]
    for number, (before, year) in enumerate(pairwise(years), start=2):
        if year != before + 1:
            raise CalibrationError(f"{path}, row {number}, year: {year:g} does not follow {before:g}; give every year")
    gmst = _series("gmst", rows, path)
    if gmst.years[0] > _FIRST_BASE:
        raise CalibrationError(f"{path}, row 1, year: warming is above 1850–1900, so begin in {_FIRST_BASE}")
    offset = gmst.mean(_FIRST_BASE, _LAST_BASE)
    if abs(offset) > 0.02:
        raise CalibrationError(
            f"{path}, gmst: its mean of 1850–1900 is {offset:.3f} K, but must be 0; subtract it from all years"
        )
    return Observations(gmst, _series("co2", rows, path) if "co2" in rows[0] else load_series("co2"))


def _series(column: str, rows: list[dict[str, str]], path: Path | str) -> Series:
    filled = [(number, row) for number, row in enumerate(rows, start=1) if column == "gmst" or row[column]]
    values = np.array([_parse(row, number, column, path) for number, row in filled])
    years = np.array([int(_parse(row, number, "year", path)) for number, row in filled], dtype=np.int64)
    if not len(years) or years[-1] - years[0] + 1 != len(years):
        raise CalibrationError(f"{path}, {column}: is empty in some years between others; fill them in")
    nothing = np.full(len(years), np.nan)
    return Series(column, years, values, nothing, nothing, str(path))


def _parse(row: dict[str, str], number: int, column: str, path: Path | str) -> float:
    try:
        value = float(row[column])
    except (TypeError, ValueError):
        value = float("nan")
    if not np.isfinite(value) or (column == "year" and value != int(value)):
        raise CalibrationError(f"{path}, row {number}, {column}: is {row[column]!r}, but must be a number")
    return value


def move_targets(targets: tuple[Target, ...], until: int, observed: Observations) -> tuple[Target, ...]:
    """Targets that are tied to observations with their last year at ``until``, shifted as the observed mean is.

    The period keeps its length and the distribution its form, so that what was assessed of its width stays. Raises
    CalibrationError when observations do not cover both periods.
    """
    return tuple(_moved(target, until, observed) if target.moves else target for target in targets)


def _moved(target: Target, until: int, observed: Observations) -> Target:
    if target.quantity not in _MOVING or target.first_year is None or target.last_year is None:
        raise CalibrationError(f"{target.name} cannot move with observations; only {' and '.join(_MOVING)} can")
    years = until - target.last_year
    if not years:
        return target
    series = observed.gmst if target.quantity == "GMST" else observed.co2
    first, last = target.first_year, target.last_year
    change = series.mean(first + years, until) - series.mean(first, last)
    moved = replace(target.distribution, location=target.distribution.location + change)
    source = (
        f"{target.source}; moved from {first}–{last} by {change:+.3f} {target.unit}, the change of the observed mean"
    )
    return replace(target, first_year=first + years, last_year=until, distribution=moved, source=source)
