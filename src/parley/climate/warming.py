"""Warming by calendar year, above the mean of a baseline period."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from parley.climate.result import Result
from parley.errors import ClimateError

FloatArray = npt.NDArray[np.float64]

BASELINE = (1850, 1900)
"""First and last year of the period that stands for pre-industrial."""

WINDOW = 20
"""Years of a running mean, as AR6 has it for levels of warming (WGI, section 4.3.4)."""


def annual_mean(values: FloatArray) -> FloatArray:
    """Means of calendar years, (year, member), of one scenario's values at the turn of years, (member, timebound).

    A year is the mean of its two timebounds. Members come last, next to each other in memory.
    """
    across = values.T
    mean: FloatArray = across[:-1] + across[1:]
    mean *= 0.5
    return np.ascontiguousarray(mean)


def annual_warming(result: Result, scenario: int, baseline: tuple[int, int] = BASELINE) -> FloatArray:
    """Warming of one scenario above each member's own baseline, (year, member) [K].

    The mean of the years of the baseline is that of timebounds 1850 to 1901 with half weight on the two ends.
    Raises ClimateError when the run has no temperature, or does not cover the baseline.
    """
    warming = annual_mean(result.series("temperature")[scenario])
    warming -= warming[baseline_years(result, baseline)].mean(axis=0)
    return warming


def baseline_years(result: Result, baseline: tuple[int, int]) -> slice:
    """Where the baseline is among the years of the run. Raises ClimateError when it is not all there."""
    first, last = baseline
    years = result.years
    if first > last:
        raise ClimateError(f"the baseline {first}–{last} ends before it begins; exchange the years")
    if first < years[0] or last > years[-1]:
        run = f"{years[0]}–{years[-1]}"
        raise ClimateError(
            f"the run of {run} does not cover the baseline {first}–{last}; run it from {first} or before"
        )
    return slice(int(first - years[0]), int(last - years[0]) + 1)


def running_mean(values: FloatArray, window: int = WINDOW) -> FloatArray:
    """Means over ``window`` years on end, (year - window + 1, member), from annual values (year, member).

    Raises ClimateError when there are fewer years.
    """
    if len(values) < window:
        raise ClimateError(f"a run of {len(values)} years has no mean over {window} years; run more years")
    total = np.cumsum(values, axis=0)
    total[window:] -= total[:-window].copy()
    mean: FloatArray = total[window - 1 :] / window
    return mean


def middle_years(years: npt.NDArray[np.int64], window: int = WINDOW) -> npt.NDArray[np.int64]:
    """The year that begins in the middle of each running mean: 2031 for 2021–2040."""
    return years[: years.size - window + 1] + window // 2
