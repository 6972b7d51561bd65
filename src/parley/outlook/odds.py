"""What the ensemble makes of one world: warming by year, peak, odds, years of crossing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.quantiles import quantiles_of, years_reached
from parley.climate.scenario import Scenario
from parley.climate.warming import BASELINE, annual_warming
from parley.pathways.axes import LAST_YEAR

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

QUANTILES = (0.05, 0.17, 0.33, 0.5, 0.66, 0.67, 0.83, 0.95)
THRESHOLDS_K = (1.5, 2.0, 2.5, 3.0)
SINCE = 1990
"""The first year that results show."""


@dataclass(frozen=True, slots=True, eq=False)
class Warming:
    """Warming above 1850–1900 of every member, and what that comes to.

    Attributes:
        years: calendar years, (year,).
        by_quantile: (quantile, year) [K], quantiles as ``QUANTILES``.
        peak: of each member's highest year, (quantile,) [K].
        peak_year: the year by which that share of members has peaked, (quantile,).
        below: by threshold, the share of members that never exceed it.
        below_at_end: by threshold, the share of members that are not above it in the last year.
        crossing: by threshold and quantile, the year by which that share of members is above it; None where fewer are.
        exceeded: by threshold, the share of members above it in each year, (threshold, year).
        at_end: warming of each member in the last year, (member,) [K].
    """

    years: IntArray
    by_quantile: FloatArray
    peak: FloatArray
    peak_year: tuple[int | None, ...]
    below: tuple[float, ...]
    below_at_end: tuple[float, ...]
    crossing: tuple[tuple[int | None, ...], ...]
    exceeded: FloatArray
    at_end: FloatArray

    def in_year(self, year: int, quantile: float = 0.5) -> float:
        """Warming in a calendar year at a quantile of ``QUANTILES`` [K]."""
        return float(self.by_quantile[QUANTILES.index(quantile), year - int(self.years[0])])

    def at_peak(self, quantile: float = 0.5) -> float:
        """The highest warming at a quantile of ``QUANTILES`` [K]."""
        return float(self.peak[QUANTILES.index(quantile)])


def warm(scenario: Scenario, ensemble: Ensemble) -> Warming:
    """Run one scenario with every member. Raises ClimateError when a member's climate runs away."""
    result = run(scenario, ensemble, end=LAST_YEAR)
    every = annual_warming(result, 0)
    shown = every[SINCE - int(result.years[0]) :]
    years = result.years[SINCE - int(result.years[0]) :]
    peak = shown.max(axis=0)
    peak_years = years[shown.argmax(axis=0)].astype(np.float64)
    return Warming(
        years=years,
        by_quantile=quantiles_of(np.sort(shown, axis=1), QUANTILES),
        peak=quantiles_of(np.sort(peak), QUANTILES),
        peak_year=years_reached(peak_years, QUANTILES),
        below=tuple(float(np.mean(peak <= threshold)) for threshold in THRESHOLDS_K),
        below_at_end=tuple(float(np.mean(shown[-1] <= threshold)) for threshold in THRESHOLDS_K),
        crossing=tuple(_crossed(shown, years, threshold) for threshold in THRESHOLDS_K),
        exceeded=np.array([np.mean(shown > threshold, axis=1) for threshold in THRESHOLDS_K]),
        at_end=shown[-1],
    )


def warm_at_end(scenarios: Sequence[Scenario], ensemble: Ensemble) -> FloatArray:
    """Warming in the last year of scenarios that share their history, (scenario, member) [K]; history is run once."""
    result = run(scenarios, ensemble, end=LAST_YEAR)
    temperature = result.series("temperature")
    first, last = (int(year - result.timebounds[0]) for year in BASELINE)
    before = temperature[0, :, first : last + 1] + temperature[0, :, first + 1 : last + 2]
    found: FloatArray = (temperature[:, :, -2] + temperature[:, :, -1]) / 2 - before.mean(axis=1) / 2
    return found


def _crossed(warming: FloatArray, years: IntArray, threshold: float) -> tuple[int | None, ...]:
    above = warming > threshold
    first = np.where(above.any(axis=0), years[above.argmax(axis=0)], np.inf)
    return years_reached(first.astype(np.float64), QUANTILES)
