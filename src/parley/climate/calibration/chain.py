"""The whole chain: priors, their run through the past, the filter, the weights, the draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.constrain import Weights, fit_weights
from parley.climate.calibration.draw import draw_members
from parley.climate.calibration.observations import Observations, load_observations, move_targets
from parley.climate.calibration.prior_run import Experiment, PriorRun, make_ensemble, run_priors
from parley.climate.calibration.priors import methane_lifetime
from parley.climate.calibration.targets import Target, load_targets
from parley.climate.ensemble import Ensemble
from parley.climate.methane import MethaneLifetime, published_methane_lifetime
from parley.errors import CalibrationError

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]

SEED = 20241
"""Of the ensemble that comes with Parley; chosen before the first run, and kept."""
MEMBERS = 841
PRIORS = 1_600_000
RMSE_LIMIT_K = 0.17
"""As in Smith et al. 2024, section 3.6."""
DIGITS = 9
"""Significant digits of the parameters that are kept."""
Progress = Callable[[str, float], None]
"""Told what is being done and the share of it that is."""


@dataclass(frozen=True)
class Settings:
    """What an ensemble is made from; given all of it, the ensemble is the same to the last bit."""

    name: str = "parley-2024"
    members: int = MEMBERS
    priors: int = PRIORS
    seed: int = SEED
    targets: tuple[Target, ...] = field(default_factory=lambda: load_targets("2024"))
    observed: Observations = field(default_factory=load_observations)
    rmse_limit_k: float = RMSE_LIMIT_K
    natural: str = "2024"
    methane: MethaneLifetime = field(default_factory=methane_lifetime)
    fair_compatible: bool = False

    def until(self, year: int) -> Settings:
        """The same with observations to the end of ``year`` only, and targets tied to them moved there."""
        targets = move_targets(self.targets, year, self.observed)
        return replace(self, targets=targets, observed=self.observed.until(year))


def settings_of_fair(seed: int = SEED, priors: int = PRIORS) -> Settings:
    """For comparison with calibration v1.4.1 of FaIR: its targets, observations, sun, volcanoes, methane and oddities."""
    return Settings(
        name="parley-v1.4.1",
        seed=seed,
        priors=priors,
        targets=load_targets("v1.4.1"),
        observed=load_observations("2022"),
        natural="v1.4.1",
        methane=published_methane_lifetime(),
        fair_compatible=True,
    )


@dataclass(frozen=True, eq=False)
class Calibration:
    """An ensemble and all that led to it."""

    settings: Settings
    experiment: Experiment
    priors: PriorRun
    weights: Weights
    """Of the members that passed the filter."""
    drawn: IntArray
    """(drawn,) places among those"""
    ensemble: Ensemble

    @property
    def passed_values(self) -> Array:
        """(target, passed) of the run with internal variability."""
        return self.priors.values[:, self.priors.passed]


def calibrate(settings: Settings, threads: int = 1, progress: Progress = lambda activity, share: None) -> Calibration:
    """Make an ensemble; the same on any number of ``threads``.

    Raises CalibrationError when no member meets all targets, or fewer than are to be drawn.
    """
    _check(settings)
    experiment = Experiment(
        targets=settings.targets,
        observed=settings.observed.gmst,
        rmse_limit=settings.rmse_limit_k,
        seed=settings.seed,
        natural=settings.natural,
        methane=settings.methane,
        fair_compatible=settings.fair_compatible,
    )
    priors = run_priors(
        experiment, settings.priors, threads, lambda done, size: progress("running members", done / size)
    )
    if not priors.passed.size:
        raise CalibrationError(
            f"none of {settings.priors} members comes nearer than {settings.rmse_limit_k:g} K to the warming of "
            f"{settings.observed.gmst.source}; draw more priors, or look at the observations"
        )
    values = priors.values[:, priors.passed]
    weights = fit_weights(values, priors.importance[priors.passed], settings.targets)
    drawn = draw_members(weights.values, settings.members, settings.seed, values[0])
    columns = {name: _rounded(column[drawn]) for name, column in priors.parameters.items()}
    ensemble = make_ensemble(columns, priors.passed[drawn], experiment, settings.name)
    return Calibration(settings, experiment, priors, weights, drawn, ensemble)


def _check(settings: Settings) -> None:
    if settings.members < 1 or settings.priors < settings.members:
        raise CalibrationError(
            f"{settings.members} members cannot be drawn of {settings.priors} priors; draw at least one, and of more"
        )
    if not 0 <= settings.seed < 10**6:
        raise CalibrationError(f"the seed is {settings.seed}, but must be from 0 to 999999")
    if not settings.rmse_limit_k > 0.0:
        raise CalibrationError(f"the filter's limit is {settings.rmse_limit_k:g} K, but must be above 0")


def _rounded(values: Array) -> Array:
    return np.array([float(f"{value:.{DIGITS}g}") for value in values.tolist()])
