"""The run of all prior members through the past, a batch at a time; of each only a few numbers are kept.

Parameters are kept of the members whose warming passes the filter, which are few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.carbon_choice import CarbonGuess, choose_carbon, fit_guess
from parley.climate.calibration.hindcast import Past, measure, warming, warming_error
from parley.climate.calibration.observations import Series
from parley.climate.calibration.priors import draw_priors
from parley.climate.calibration.targets import Target
from parley.climate.drivers import Drivers, drive
from parley.climate.emulator import member_seeds, trace
from parley.climate.ensemble import Ensemble
from parley.climate.methane import MethaneLifetime
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]

BATCH = 10_000
"""Members drawn and run together; another size would draw others."""
_PILOT_BATCHES = (1_000_000, 1_000_001)
"""Run first, to guess at CO2 from; their members are used for nothing else."""
SCENARIO = "ssp245"
"""What continues history, should the past be longer than it."""
Progress = Callable[[int, int], None]
"""Told how many members are done, of how many."""


@dataclass(frozen=True, eq=False)
class Experiment:
    """How members are run and what they are compared with."""

    targets: tuple[Target, ...]
    observed: Series
    """Warming [K]."""
    rmse_limit: float
    """Members farther from observed warming [K] are left out."""
    seed: int
    natural: str
    methane: MethaneLifetime
    fair_compatible: bool

    @property
    def last_year(self) -> int:
        """Of the run: the last that is observed or is part of a target."""
        years = [target.last_year for target in self.targets if target.last_year is not None]
        return max([*years, int(self.observed.years[-1])])


@dataclass(frozen=True, eq=False)
class PriorRun:
    """All prior members by their numbers, in their order."""

    importance: Array
    """(member,) weights with which they stand for the prior; about 1 on average"""
    rmse: Array
    """(member,) [K]; nan for one whose climate ran away"""
    values: Array
    """(target, member) in the targets' units"""
    passed: IntArray
    """(passed,) ids of the members that are near enough to observed warming: their places among all"""
    parameters: dict[str, Array]
    """Columns (passed,)"""

    def ensemble(self, experiment: Experiment, rows: IntArray | slice, name: str) -> Ensemble:
        """The members at these places among those that passed."""
        chosen = self.passed[rows]
        return make_ensemble({key: column[rows] for key, column in self.parameters.items()}, chosen, experiment, name)


def make_ensemble(columns: dict[str, Array], ids: IntArray, experiment: Experiment, name: str) -> Ensemble:
    """Members with the seeds and the world of the experiment, so that a run of them repeats their past."""
    return Ensemble(
        columns,
        name=name,
        members=ids,
        seeds=seeds_of(ids, experiment.seed),
        natural=experiment.natural,
        methane=experiment.methane,
        fair_compatible=experiment.fair_compatible,
    )


def seeds_of(ids: IntArray, seed: int) -> IntArray:
    """Of internal variability, (member,): different for every member of every calibration."""
    return ids + seed * 100_000_000


def run_priors(
    experiment: Experiment, size: int, threads: int = 1, progress: Progress = lambda done, size: None
) -> PriorRun:
    """Draw ``size`` members, run each with its internal variability through the past, and measure them.

    ``size`` is a multiple of ``BATCH`` or below it. The result is the same on any number of threads.
    """
    natural = NaturalForcing.packaged(experiment.natural)
    scenario = Scenario.packaged(SCENARIO)
    drivers = drive(scenario, natural, experiment.methane, experiment.last_year, experiment.fair_compatible)
    first_year = int(scenario.years[0])
    sizes = [BATCH] * (size // BATCH) + ([size % BATCH] if size % BATCH else [])

    def run_pilot(batch: int) -> PriorRun:
        return run_batch(experiment, drivers, first_year, None, batch, BATCH)

    def run_one(batch: int) -> PriorRun:
        return run_batch(experiment, drivers, first_year, guess, batch, sizes[batch])

    with ThreadPoolExecutor(threads) as pool:
        guess = _fit_guess(experiment, _joined(pool.map(run_pilot, _PILOT_BATCHES)))
        done, runs = 0, []
        for run in pool.map(run_one, range(len(sizes))):
            runs.append(run)
            done += run.rmse.size
            progress(done, size)
    return _joined(runs)


def run_batch(
    experiment: Experiment, drivers: Drivers, first_year: int, guess: CarbonGuess | None, batch: int, size: int
) -> PriorRun:
    """Draw, run and measure one batch of members; without a ``guess`` they are plain draws from the prior."""
    columns, importance = draw_priors(size, experiment.seed, batch), np.ones(size)
    if guess is not None:
        columns, importance = choose_carbon(columns, guess, experiment.seed, batch)
    ids = np.arange(size, dtype=np.int64) + batch * BATCH
    past = run_past(make_ensemble(columns, ids, experiment, f"batch {batch}"), drivers, first_year)
    warmed = warming(past)
    rmse = warming_error(warmed, first_year, experiment.observed)
    values = np.stack([measure(target, past, warmed) for target in experiment.targets])
    near = rmse < experiment.rmse_limit
    return PriorRun(importance, rmse, values, ids[near], {key: column[near] for key, column in columns.items()})


def run_past(ensemble: Ensemble, drivers: Drivers, first_year: int, threads: int = 1, *, variable: bool = True) -> Past:
    """Run members, if ``variable`` with the internal variability of their own seeds."""
    packed = ensemble.packed(ensemble.fair_compatible)
    seeds = member_seeds(ensemble, 0)
    traces = trace(
        [drivers], packed, ensemble.methane, seeds, variable=variable, gases=True, heat=True, threads=threads
    )
    return Past(first_year, ensemble, packed, drivers, traces)


def _fit_guess(experiment: Experiment, pilot: PriorRun) -> CarbonGuess | None:
    """From the pilot's members whose warming is as observed; None without a target for CO2."""
    for target, values in zip(experiment.targets, pilot.values, strict=True):
        if target.quantity == "CO2":
            return fit_guess(pilot.parameters, values[pilot.rmse < experiment.rmse_limit], target)
    return None


def _joined(runs: Iterable[PriorRun]) -> PriorRun:
    runs = list(runs)
    return PriorRun(
        np.concatenate([run.importance for run in runs]),
        np.concatenate([run.rmse for run in runs]),
        np.concatenate([run.values for run in runs], axis=1),
        np.concatenate([run.passed for run in runs]),
        {key: np.concatenate([run.parameters[key] for run in runs]) for key in runs[0].parameters},
    )
