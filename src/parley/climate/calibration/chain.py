"""The whole chain: priors, their run through the past, the filter, the weights, the draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.constrain import Weights, fit_weights
from parley.climate.calibration.draw import draw_members
from parley.climate.calibration.prior_run import Experiment, PriorRun, make_ensemble, run_priors
from parley.climate.calibration.recipe import Recipe
from parley.climate.emulator import available_threads
from parley.climate.ensemble import Ensemble
from parley.errors import CalibrationError

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]

DIGITS = 9
"""Significant digits of the parameters that are kept."""
Progress = Callable[[str, float], None]
"""Told what is being done and the share of it that is."""


@dataclass(frozen=True, eq=False)
class Calibration:
    """An ensemble and all that led to it."""

    recipe: Recipe
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


def calibrate(
    recipe: Recipe, threads: int | None = None, progress: Progress = lambda activity, share: None
) -> Calibration:
    """Make an ensemble; the same on any number of ``threads``, which are all if not given.

    Raises CalibrationError when no member meets all targets, or fewer than are to be drawn.
    """
    _check(recipe)
    experiment = Experiment(
        targets=recipe.targets,
        observed=recipe.observed.gmst,
        rmse_limit=recipe.rmse_limit_k,
        seed=recipe.seed,
        natural=recipe.natural,
        methane=recipe.methane,
        fair_compatible=recipe.fair_compatible,
    )
    count = threads or available_threads()
    priors = run_priors(experiment, recipe.priors, count, lambda done, size: progress("running members", done / size))
    if not priors.passed.size:
        raise CalibrationError(
            f"none of {recipe.priors} members comes nearer than {recipe.rmse_limit_k:g} K to the warming of "
            f"{recipe.observed.gmst.source}; draw more priors, or look at the observations"
        )
    values = priors.values[:, priors.passed]
    weights = fit_weights(values, priors.importance[priors.passed], recipe.targets, 1.0 / recipe.members)
    drawn = draw_members(weights.values, recipe.members, recipe.seed, values[0])
    columns = {name: _rounded(column[drawn]) for name, column in priors.parameters.items()}
    ensemble = make_ensemble(columns, priors.passed[drawn], experiment, recipe.name)
    return Calibration(recipe, experiment, priors, weights, drawn, ensemble)


def _check(recipe: Recipe) -> None:
    if recipe.members < 1 or recipe.priors < recipe.members:
        raise CalibrationError(
            f"{recipe.members} members cannot be drawn of {recipe.priors} priors; draw at least one, and of more"
        )
    if not 0 <= recipe.seed < 10**6:
        raise CalibrationError(f"the seed is {recipe.seed}, but must be from 0 to 999999")
    if not recipe.rmse_limit_k > 0.0:
        raise CalibrationError(f"the filter's limit is {recipe.rmse_limit_k:g} K, but must be above 0")


def _rounded(values: Array) -> Array:
    return np.array([float(f"{value:.{DIGITS}g}") for value in values.tolist()])
