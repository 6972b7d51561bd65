"""What came out: the ensemble beside its targets, beside FaIR v1.4.1, and beside AR6's warming by scenario."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.chain import Calibration
from parley.climate.calibration.constrain import weighted_quantiles
from parley.climate.calibration.hindcast import BASELINE, window_mean
from parley.climate.calibration.targets import Target
from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.history import SCENARIOS
from parley.climate.scenario import Scenario
from parley.climate.tables import read_table

Array = NDArray[np.float64]

SHARES = (0.05, 0.5, 0.95)
LONG_TERM = (2081, 2100)
"""Calendar years of AR6's long term."""
_BATCH = 10_000


class Range(NamedTuple):
    """5th, 50th and 95th percentile."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target with what was found of it, all from runs with internal variability."""

    target: Target
    prior: Range
    weighted: Range
    drawn: Range

    def misses(self, found: Range) -> Range:
        """How far ``found`` is from the target, as shares of the target's 5 to 95 % width."""
        width = self.target.distribution.width
        return Range(*((value - aim) / width for value, aim in zip(found, self.target.quantiles, strict=True)))


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """Warming by a scenario in ``LONG_TERM`` [K]."""

    scenario: str
    drawn: Range
    fair: Range | None
    assessed: Range | None


def target_rows(calibration: Calibration) -> list[TargetRow]:
    """A row for each target."""
    priors, weights = calibration.priors, calibration.weights.values
    found = zip(calibration.recipe.targets, priors.values, calibration.passed_values, strict=True)
    return [
        TargetRow(
            target,
            Range(*weighted_quantiles(everyone, priors.importance, SHARES)),
            Range(*weighted_quantiles(passed, weights, SHARES)),
            Range(*np.quantile(passed[calibration.drawn], SHARES)),
        )
        for target, everyone, passed in found
    ]


def scenario_rows(ensemble: Ensemble) -> list[ScenarioRow]:
    """A row for each packaged scenario, of runs without internal variability."""
    found = warming_by_scenario(ensemble, [Scenario.packaged(name) for name in SCENARIOS])
    return [
        ScenarioRow(
            name,
            Range(*np.quantile(values, SHARES)),
            reference_range("FaIR v1.4.1", "GMST", name, LONG_TERM),
            reference_range("AR6", "GMST", name, LONG_TERM),
        )
        for name, values in found.items()
    ]


def warming_by_scenario(
    ensemble: Ensemble, scenarios: Sequence[Scenario], years: tuple[int, int] = LONG_TERM, threads: int | None = None
) -> dict[str, Array]:
    """Mean warming over ``years`` above 1850–1900 by scenario, each (member,) [K], without internal variability."""
    found: dict[str, list[Array]] = {scenario.name: [] for scenario in scenarios}
    for start in range(0, len(ensemble), _BATCH):
        members = ensemble.subset(slice(start, start + _BATCH))
        result = run(scenarios, members, end=years[1], threads=threads)
        first = int(result.timebounds[0])
        for name, values in zip(result.scenarios, result.series("temperature"), strict=True):
            across = values.T
            base = window_mean(across, BASELINE[0] - first, BASELINE[1] + 1 - first)
            found[name].append(window_mean(across, years[0] - first, years[1] + 1 - first) - base)
    return {name: np.concatenate(parts) for name, parts in found.items()}


def reference_range(
    source: str, quantity: str, scenario: str = "", years: tuple[int, int] | None = None
) -> Range | None:
    """What ``source`` (AR6 or FaIR v1.4.1) has for a quantity in these years; None when it has nothing."""
    for row in _references():
        period = (int(row["first_year"]), int(row["last_year"])) if row["first_year"] else None
        if (row["source"], row["quantity"], row["scenario"]) == (source, quantity, scenario) and years in (
            None,
            period,
        ):
            return Range(float(row["p05"]), float(row["p50"]), float(row["p95"]))
    return None


@cache
def _references() -> tuple[dict[str, str], ...]:
    return tuple(read_table("reference_ranges.csv"))


def targets_markdown(rows: Iterable[TargetRow]) -> str:
    """The table against targets and FaIR v1.4.1, as Markdown; misses of medians in per cent of the target's width."""
    heads = ("quantity", "target", "prior", "weighted", "drawn", "furthest miss, weighted", "FaIR v1.4.1")
    return _markdown(heads, (_target_cells(row) for row in rows))


def scenarios_markdown(rows: Iterable[ScenarioRow]) -> str:
    """The table of warming by scenario as Markdown."""
    heads = ("scenario", "Parley", "FaIR v1.4.1", "AR6 Table SPM.1", "median less AR6")
    return _markdown(heads, (_scenario_cells(row) for row in rows))


def _target_cells(row: TargetRow) -> tuple[str, ...]:
    digits = digits_of(row.target)
    ours = [words(found, digits) for found in (row.target.quantiles, row.prior, row.weighted, row.drawn)]
    miss = max(map(abs, row.misses(row.weighted)))
    return f"{row.target.name} [{row.target.unit}]", *ours, f"{100 * miss:.1f} %", words(published(row.target), digits)


def published(target: Target) -> Range | None:
    """What the published members of FaIR v1.4.1 have for a target."""
    first, last = target.first_year, target.last_year
    years = None if first is None or last is None else (first, last)
    return reference_range("FaIR v1.4.1", target.quantity, years=years)


def _scenario_cells(row: ScenarioRow) -> tuple[str, ...]:
    less = f"{row.drawn.middle - row.assessed.middle:+.2f}".replace("-", "−") if row.assessed else ""
    return row.scenario, words(row.drawn, 2), words(row.fair, 2), words(row.assessed, 1), less


def digits_of(target: Target) -> int:
    """After the point, such that the width of a target has about two hundred steps."""
    return max(0, int(np.ceil(-np.log10(target.distribution.width / 100.0))))


def words(found: Sequence[float] | None, digits: int) -> str:
    """Median with range, as in ``2.59 (1.93 to 3.58)``; nothing for None."""
    if found is None:
        return ""
    low, middle, high = (f"{value:.{digits}f}".replace("-", "−") for value in found)
    return f"{middle} ({low} to {high})"


def _markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
