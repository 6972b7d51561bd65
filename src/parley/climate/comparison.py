"""Two scenarios beside each other, member by member.

The same members run every scenario, so that a difference is taken in each member first and its quantiles after. The
difference is then far surer than either warming.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.climate.quantiles import check_quantiles, quantiles_of
from parley.climate.result import Result
from parley.climate.summary import END, QUANTILES, THRESHOLDS_K, Cell, Summary, summarise
from parley.climate.warming import BASELINE, WINDOW, annual_warming, running_mean
from parley.errors import ClimateError

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

ROW_COLUMNS = ("scenario", "compared_with", "statistic", "threshold_k", "quantile", "year", "value", "unit")
_DIGITS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """One scenario less the one it is compared with; quantiles are ``Comparison.summary.quantiles``.

    Attributes:
        scenario: its name.
        years: calendar years, (year,).
        warming: difference of warming in each year, (quantile, year) [K].
        peak: difference of each member's peaks, (quantile,) [K].
        warming_at_end: difference at the end of the century, (quantile,) [K].
        odds_below: by threshold, by how much the share of members that never exceed it is larger, -1 to 1.
        cooler: share of members that are cooler in each year, (year,), 0 to 1.
    """

    scenario: str
    years: IntArray
    warming: FloatArray
    peak: FloatArray
    warming_at_end: FloatArray
    odds_below: Mapping[float, float]
    cooler: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The scenarios of a run, each less the first, which is ``base``; ``summary`` has what each says by itself."""

    base: str
    differences: tuple[Difference, ...]
    summary: Summary

    def since(self, year: int) -> Comparison:
        """The same from ``year`` on; peaks and odds stay those of the whole run."""
        kept = [
            replace(
                difference,
                years=difference.years[difference.years >= year],
                warming=difference.warming[:, difference.years >= year],
                cooler=difference.cooler[difference.years >= year],
            )
            for difference in self.differences
        ]
        return replace(self, differences=tuple(kept), summary=self.summary.since(year))

    def to_dict(self) -> dict[str, Any]:
        """Everything, ready for JSON, with the summary of each scenario."""
        return {
            "compared_with": self.base,
            "differences": [self._difference_dict(difference) for difference in self.differences],
            "summary": self.summary.to_dict(),
        }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """The differences as rows of ``ROW_COLUMNS``, one number a row; what does not apply is None."""
        for difference in self.differences:
            for cells in _difference_rows(difference, self.summary):
                yield dict(zip(ROW_COLUMNS, (difference.scenario, self.base, *cells), strict=True))

    def _difference_dict(self, difference: Difference) -> dict[str, Any]:
        names = [f"{quantile:g}" for quantile in self.summary.quantiles]
        return {
            "scenario": difference.scenario,
            "years": difference.years.tolist(),
            "warming_k": dict(zip(names, map(_rounded, difference.warming), strict=True)),
            "peak_k": dict(zip(names, _rounded(difference.peak), strict=True)),
            "warming_at_end_k": dict(zip(names, _rounded(difference.warming_at_end), strict=True)),
            "odds_below": {f"{level:g}": round(odds, _DIGITS) for level, odds in difference.odds_below.items()},
            "odds_cooler": _rounded(difference.cooler),
        }


def compare(
    result: Result,
    baseline: tuple[int, int] = BASELINE,
    quantiles: Sequence[float] = QUANTILES,
    thresholds: Sequence[float] = THRESHOLDS_K,
) -> Comparison:
    """Each scenario of a run less its first one; peaks and the end are those of ``summarise``.

    Raises ClimateError when there is but one scenario, and where ``summarise`` does.
    """
    if len(result.scenarios) < 2:
        raise ClimateError("one scenario cannot be compared; run it together with another")
    summary = summarise(result, baseline, check_quantiles(quantiles), thresholds)
    base = annual_warming(result, 0, baseline)
    differences = tuple(
        _difference(result, summary, annual_warming(result, place, baseline), base, place)
        for place in range(1, len(result.scenarios))
    )
    return Comparison(result.scenarios[0], differences, summary)


def _difference(result: Result, summary: Summary, warming: FloatArray, base: FloatArray, place: int) -> Difference:
    years, quantiles = result.years, summary.quantiles
    judged, judged_base = (running_mean(warming), running_mean(base)) if summary.smoothed else (warming, base)
    peak = judged.max(axis=0) - judged_base.max(axis=0)
    end = int(min(END, years[-1]) - years[0]) - (WINDOW - 1 if summary.smoothed else 0)
    own, other = summary.scenarios[place], summary.scenarios[0]
    gap = warming - base
    return Difference(
        scenario=result.scenarios[place],
        years=years,
        warming=quantiles_of(np.sort(gap, axis=1), quantiles),
        peak=quantiles_of(np.sort(peak), quantiles),
        warming_at_end=quantiles_of(np.sort(judged[end] - judged_base[end]), quantiles),
        odds_below={limit.threshold_k: limit.below - other.limit(limit.threshold_k).below for limit in own.limits},
        cooler=np.mean(gap < 0, axis=1),
    )


def _difference_rows(difference: Difference, summary: Summary) -> Iterator[tuple[Cell, ...]]:
    years = difference.years.tolist()
    for quantile, values in zip(summary.quantiles, difference.warming, strict=True):
        for year, value in zip(years, _rounded(values), strict=True):
            yield "warming", None, quantile, year, value, "K"
    for statistic, heights in (("peak_warming", difference.peak), ("warming_at_end", difference.warming_at_end)):
        for quantile, value in zip(summary.quantiles, _rounded(heights), strict=True):
            yield statistic, None, quantile, None, value, "K"
    for level, odds in difference.odds_below.items():
        yield "odds_below", level, None, None, round(odds, _DIGITS), "1"
    for year, value in zip(years, _rounded(difference.cooler), strict=True):
        yield "odds_cooler", None, None, year, value, "1"


def _rounded(values: FloatArray) -> list[float]:
    return [round(value, _DIGITS) for value in values.tolist()]
