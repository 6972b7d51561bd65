"""Energy balance fitted to a CMIP6 model's warming and imbalance after an abrupt quadrupling of CO2.

Maximum likelihood by the Kalman filter (Cummins et al. 2020, doi 10.1175/JCLI-D-19-0589.1), with the penalty and start
of calibration v1.4.1 (Smith et al. 2024, doi 10.5194/gmd-17-8569-2024). It gives the published fits of most models to
their last digits. Of nine models the published fit does not stand (``stands``): the likelihood rises on and on towards
noise without memory, or a layer is lost. These are fitted again, with what the other 40 models tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.response import TABLE_COLUMNS
from parley.climate.calibration.scientific import scipy_optimize
from parley.climate.kernels.kalman import log_likelihood
from parley.climate.tables import read_table

Array = NDArray[np.float64]

START = np.array([2.0, 4.0, 15.0, 80.0, 1.0, 2.0, 1.0, 1.1, 0.5, 0.5, 8.0])
"""Of the search, in the order and units of ``response.COLUMNS``."""
DEEP_PENALTY = 1e-5
"""Times the square of the third capacity, taken from the log likelihood."""
FASTEST_MEMORY = 12.0
"""Gamma [1/yr] above which noise forgets within a month, of which annual means know nothing."""

_SMALLEST, _LARGEST = 1e-4, 1e4
_IMPOSSIBLE = 1e6
_STEPS, _ROUNDS = 4000, 8
_CONVERGED = 1e-7


class Abrupt(NamedTuple):
    """A run with four times the CO2, as anomalies from the control run."""

    warming: Array
    """(year,) [K]"""
    imbalance: Array
    """(year,) [W m-2]"""


class Population(NamedTuple):
    """The logarithms of parameters over models, each (parameter,)."""

    mean: Array
    sd: Array


class Fit(NamedTuple):
    """The most likely parameters, with the logarithm of the likelihood, penalties left out."""

    parameters: Array
    log_likelihood: float


@cache
def load_abrupt() -> dict[str, Abrupt]:
    """The packaged runs by model."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for row in read_table("cmip6_abrupt4xco2.csv.gz"):
        rows.setdefault(row["model"], []).append((float(row["warming_k"]), float(row["imbalance_w_m2"])))
    return {model: Abrupt(*np.ascontiguousarray(np.array(series).T)) for model, series in rows.items()}


@cache
def load_published() -> dict[str, Array]:
    """Published parameters by model."""
    rows = read_table("cmip6_response_published.csv")
    return {row["model"]: np.array([float(row[name]) for name in TABLE_COLUMNS]) for row in rows}


def stands(parameters: Array) -> bool:
    """Whether a fit is of three layers that grow with depth, and has noise whose memory the data can tell."""
    gamma, first, second, third = parameters[:4]
    return bool(gamma <= FASTEST_MEMORY and first < second < third)


def find_population(fits: Iterable[Array]) -> Population:
    """Mean and spread of the logarithms of parameters."""
    logs = np.log(np.array(list(fits)))
    return Population(logs.mean(axis=0), logs.std(axis=0, ddof=1))


def fit_response(abrupt: Abrupt, population: Population | None = None) -> Fit:
    """Search for the most likely energy balance; with a ``population``, the most likely one of a model drawn from it.

    Raises CalibrationError when SciPy is not installed.
    """

    def cost(logs: Array) -> float:
        parameters = np.exp(np.minimum(logs, 100.0))
        if parameters.min() < _SMALLEST or parameters.max() > _LARGEST:
            return _IMPOSSIBLE
        value = DEEP_PENALTY * float(parameters[3]) ** 2 - log_likelihood(parameters, *abrupt)
        if population is not None:
            value += 0.5 * float((((logs - population.mean) / population.sd) ** 2).sum())
        return min(value, _IMPOSSIBLE)

    minimize = scipy_optimize().minimize
    found = minimize(cost, np.log(START), method="L-BFGS-B")
    for _ in range(_ROUNDS):
        options = {"maxfev": _STEPS, "xatol": 1e-8, "fatol": 1e-9, "adaptive": True}
        polished = minimize(cost, found.x, method="Nelder-Mead", options=options)
        gained, found = found.fun - polished.fun, polished
        if gained < _CONVERGED:
            break
    parameters = np.exp(found.x)
    return Fit(parameters, log_likelihood(parameters, *abrupt))


def fit_standing() -> dict[str, tuple[str, Fit]]:
    """What the prior rests on: by model ``published`` or ``refitted``, and the fit. Takes about 20 seconds."""
    runs, published = load_abrupt(), load_published()
    population = find_population(fit for fit in published.values() if stands(fit))
    chosen = {}
    for model, parameters in published.items():
        if stands(parameters):
            chosen[model] = "published", Fit(parameters, log_likelihood(parameters, *runs[model]))
        else:
            chosen[model] = "refitted", fit_response(runs[model], population)
    return chosen
