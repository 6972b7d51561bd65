"""What a run says: warming with its uncertainty, odds of staying below limits, peaks, years of crossing.

Every member counts the same. Without internal variability, peaks and crossings are those of calendar years. With it, a
single warm year would count as a crossing, so that they are those of 20-year running means, as in AR6 (WGI, section
4.3.4), and the end is a mean of 20 years as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.climate.quantiles import check_quantiles, quantiles_of, years_reached
from parley.climate.result import Result
from parley.climate.warming import BASELINE, WINDOW, annual_warming, middle_years, running_mean
from parley.errors import ClimateError

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Cell = str | float | int | None

QUANTILES = (0.05, 0.17, 0.33, 0.5, 0.67, 0.83, 0.95)
THRESHOLDS_K = (1.5, 2.0, 3.0)
END = 2100
"""The end of the century; of a run that ends before, its last year."""

ROW_COLUMNS = ("scenario", "statistic", "threshold_k", "quantile", "year", "value", "unit")
_DIGITS = 6


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Limit:
    """How one scenario stands to one level of warming.

    Attributes:
        threshold_k: the level above the baseline [K].
        below: share of members that never exceed it in the run, 0 to 1.
        below_at_end: share of members that are not above it in ``ScenarioSummary.end``, 0 to 1.
        exceeded: share of members above it in each calendar year, (year,), 0 to 1.
        crossing: by quantile, the year by which that share of members has exceeded it; None when fewer ever do.
    """

    threshold_k: float
    below: float
    below_at_end: float
    exceeded: FloatArray
    crossing: tuple[int | None, ...]

    def __repr__(self) -> str:
        return f"<Limit {self.threshold_k:g} K: {self.below:.0%} of members stay below>"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ScenarioSummary:
    """What the members say of one scenario; quantiles are ``Summary.quantiles``.

    Attributes:
        scenario: its name.
        natural: the edition of solar and volcanic forcing.
        notes: what was done to its emissions before the run, one sentence each.
        years: calendar years of the run, (year,).
        warming: warming in each calendar year above the baseline, (quantile, year) [K].
        peak: highest warming of each member, (quantile,) [K].
        peak_year: the year by which that share of members has peaked, (quantile,).
        end: first and last year of the end of the century: 2100, or the mean of 2081 to 2100 with internal variability.
        warming_at_end: (quantile,) [K].
        limits: one for each threshold.
    """

    scenario: str
    natural: str
    notes: tuple[str, ...]
    years: IntArray
    warming: FloatArray
    peak: FloatArray
    peak_year: tuple[int | None, ...]
    end: tuple[int, int]
    warming_at_end: FloatArray
    limits: tuple[Limit, ...]

    def __repr__(self) -> str:
        low, high = self.peak[0], self.peak[-1]
        odds = ", ".join(f"{limit.below:.0%} below {limit.threshold_k:g} K" for limit in self.limits)
        return f"<{self.scenario}, {self.years[0]}–{self.years[-1]}: peak {low:.2f} to {high:.2f} K; {odds}>"

    def warming_in(self, year: int) -> FloatArray:
        """Warming in one calendar year, (quantile,) [K]. Raises ClimateError when the run has no such year."""
        place = year - int(self.years[0])
        if not 0 <= place < self.years.size:
            raise ClimateError(f"{self.scenario} was run for {self.years[0]}–{self.years[-1]}, which leaves out {year}")
        return self.warming[:, place]

    def limit(self, threshold_k: float) -> Limit:
        """How it stands to a level. Raises ClimateError when the summary was not made for that."""
        for limit in self.limits:
            if limit.threshold_k == threshold_k:
                return limit
        known = ", ".join(f"{limit.threshold_k:g}" for limit in self.limits)
        raise ClimateError(f"{threshold_k:g} K is not among the thresholds ({known}); name it in summarise(…)")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Summary:
    """What a run says, scenario by scenario, with what it rests on.

    ``members`` is how many there are; ``smoothed`` says that peaks, crossings and the end are 20-year means.
    """

    scenarios: tuple[ScenarioSummary, ...]
    quantiles: tuple[float, ...]
    baseline: tuple[int, int]
    ensemble: str
    provisional: bool
    members: int
    smoothed: bool

    def __repr__(self) -> str:
        first, last = self.baseline
        state = ", provisional" if self.provisional else ""
        head = f"Warming above {first}–{last}, {self.members} members of {self.ensemble}{state}"
        return "\n".join([head, *(f"  {scenario!r}" for scenario in self.scenarios)])

    def __getitem__(self, scenario: str) -> ScenarioSummary:
        for summary in self.scenarios:
            if summary.scenario == scenario:
                return summary
        names = ", ".join(summary.scenario for summary in self.scenarios)
        raise ClimateError(f"no scenario {scenario!r} in this run; it has {names}")

    def __iter__(self) -> Iterator[ScenarioSummary]:
        return iter(self.scenarios)

    def __len__(self) -> int:
        return len(self.scenarios)

    def at(self, values: Sequence[Any] | FloatArray, quantile: float = 0.5) -> Any:
        """The one of ``values``, which are by quantile, for ``quantile``. Raises ClimateError when there is none."""
        if quantile not in self.quantiles:
            raise ClimateError(f"{quantile:g} is not among the quantiles; name it in summarise(…)")
        return values[self.quantiles.index(quantile)]

    def since(self, year: int) -> Summary:
        """The same from ``year`` on; peaks, odds and crossings stay those of the whole run."""
        return replace(self, scenarios=tuple(_since(summary, year) for summary in self.scenarios))

    def to_dict(self) -> dict[str, Any]:
        """Everything, ready for JSON: kelvins and shares with six digits after the point."""
        return {
            "ensemble": {"name": self.ensemble, "members": self.members, "provisional": self.provisional},
            "baseline": list(self.baseline),
            "means_over_years": WINDOW if self.smoothed else 1,
            "quantiles": list(self.quantiles),
            "scenarios": [self._scenario_dict(summary) for summary in self.scenarios],
        }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Everything as rows of ``ROW_COLUMNS``, one number a row; what does not apply is None."""
        for summary in self.scenarios:
            for cells in _scenario_rows(summary, self.quantiles):
                yield dict(zip(ROW_COLUMNS, (summary.scenario, *cells), strict=True))

    def _scenario_dict(self, summary: ScenarioSummary) -> dict[str, Any]:
        return {
            "name": summary.scenario,
            "natural": summary.natural,
            "notes": list(summary.notes),
            "years": summary.years.tolist(),
            "warming_k": self._by_quantile([_rounded(row) for row in summary.warming]),
            "peak": {
                "warming_k": self._by_quantile(_rounded(summary.peak)),
                "year": self._by_quantile(summary.peak_year),
            },
            "end": {
                "first_year": summary.end[0],
                "last_year": summary.end[1],
                "warming_k": self._by_quantile(_rounded(summary.warming_at_end)),
            },
            "limits": [
                {
                    "threshold_k": limit.threshold_k,
                    "odds_below": round(limit.below, _DIGITS),
                    "odds_below_at_end": round(limit.below_at_end, _DIGITS),
                    "odds_exceeded": _rounded(limit.exceeded),
                    "crossing_year": self._by_quantile(limit.crossing),
                }
                for limit in summary.limits
            ],
        }

    def _by_quantile(self, values: Sequence[Any]) -> dict[str, Any]:
        return {f"{quantile:g}": value for quantile, value in zip(self.quantiles, values, strict=True)}


def summarise(
    result: Result,
    baseline: tuple[int, int] = BASELINE,
    quantiles: Sequence[float] = QUANTILES,
    thresholds: Sequence[float] = THRESHOLDS_K,
) -> Summary:
    """What a run says, above the mean of ``baseline``; ``thresholds`` are levels of warming [K].

    Raises ClimateError when the run has no temperature or does not cover the baseline, when a temperature is not
    finite, or when a quantile is not between 0 and 1.
    """
    checked = check_quantiles(quantiles)
    return Summary(
        tuple(_summarise(result, place, baseline, checked, thresholds) for place in range(len(result.scenarios))),
        checked,
        baseline,
        result.ensemble,
        result.provisional,
        result.members.size,
        result.internal_variability,
    )


def _summarise(
    result: Result, place: int, baseline: tuple[int, int], quantiles: tuple[float, ...], thresholds: Sequence[float]
) -> ScenarioSummary:
    name, years = result.scenarios[place], result.years
    warming = annual_warming(result, place, baseline)
    ordered = np.sort(warming, axis=1)
    if not (np.isfinite(ordered[:, 0]).all() and np.isfinite(ordered[:, -1]).all()):
        raise ClimateError(f"{name}: a member's temperature is not a finite number; look at the members' parameters")
    end = int(min(END, years[-1]))
    if result.internal_variability:
        judged, judged_years, first_of_end = running_mean(warming), middle_years(years), end - WINDOW + 1
        at_end = judged[end - WINDOW + 1 - int(years[0])]
    else:
        judged, judged_years, first_of_end = warming, years, end
        at_end = warming[end - int(years[0])]
    peak = judged.max(axis=0)
    return ScenarioSummary(
        scenario=name,
        natural=result.natural[place],
        notes=result.notes[place],
        years=years,
        warming=quantiles_of(ordered, quantiles),
        peak=quantiles_of(np.sort(peak), quantiles),
        peak_year=years_reached(judged_years[judged.argmax(axis=0)].astype(np.float64), quantiles),
        end=(first_of_end, end),
        warming_at_end=quantiles_of(np.sort(at_end), quantiles),
        limits=tuple(
            Limit(
                threshold_k=float(threshold),
                below=float(np.mean(peak <= threshold)),
                below_at_end=float(np.mean(at_end <= threshold)),
                exceeded=np.mean(warming > threshold, axis=1),
                crossing=years_reached(_crossing_years(judged > threshold, judged_years), quantiles),
            )
            for threshold in thresholds
        ),
    )


def _since(summary: ScenarioSummary, year: int) -> ScenarioSummary:
    kept = summary.years >= year
    limits = tuple(replace(limit, exceeded=limit.exceeded[kept]) for limit in summary.limits)
    return replace(summary, years=summary.years[kept], warming=summary.warming[:, kept], limits=limits)


def _crossing_years(above: npt.NDArray[np.bool_], years: IntArray) -> FloatArray:
    """The first year above, by member, (member,); infinite for a member that never is."""
    first: FloatArray = np.where(above.any(axis=0), years[above.argmax(axis=0)], np.inf)
    return first


def _scenario_rows(summary: ScenarioSummary, quantiles: tuple[float, ...]) -> Iterator[tuple[Cell, ...]]:
    years = summary.years.tolist()
    for quantile, values in zip(quantiles, summary.warming, strict=True):
        for year, value in zip(years, _rounded(values), strict=True):
            yield "warming", None, quantile, year, value, "K"
    for quantile, value, when in zip(quantiles, _rounded(summary.peak), summary.peak_year, strict=True):
        yield "peak_warming", None, quantile, None, value, "K"
        yield "peak_year", None, quantile, None, when, "year"
    for quantile, value in zip(quantiles, _rounded(summary.warming_at_end), strict=True):
        yield "warming_at_end", None, quantile, summary.end[1], value, "K"
    for limit in summary.limits:
        yield "odds_below", limit.threshold_k, None, None, round(limit.below, _DIGITS), "1"
        yield "odds_below_at_end", limit.threshold_k, None, summary.end[1], round(limit.below_at_end, _DIGITS), "1"
        for quantile, when in zip(quantiles, limit.crossing, strict=True):
            yield "crossing_year", limit.threshold_k, quantile, None, when, "year"
        for year, value in zip(years, _rounded(limit.exceeded), strict=True):
            yield "odds_exceeded", limit.threshold_k, None, year, value, "1"


def _rounded(values: FloatArray) -> list[float]:
    return [round(value, _DIGITS) for value in values.tolist()]
