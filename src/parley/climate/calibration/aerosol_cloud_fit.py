"""Shapes of cloud forcing fitted to the models of RFMIP and AerChemMIP.

Smith et al. 2021 (doi 10.1029/2020JD033622) for the forcing by model, Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024,
section 3.4) for the form. The forcing fitted is the mean of a model's runs.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.scientific import scipy_optimize
from parley.climate.tables import read_table

Array = NDArray[np.float64]

_STARTS = tuple(product((-8.0, -4.0, 0.0), repeat=3))
_LOWEST, _HIGHEST = -16.0, 5.0
"""Of the logarithms of shapes [(Mt/yr)-1]."""
_NEGLIGIBLE = 1e-3
"""Share of the sum of shapes x emissions, at its largest, below which a species has no part."""
_STRAIGHT = 0.01
"""Sum of shapes x emissions below which the logarithm is a straight line, whatever the shapes: it is held there."""


class CloudSeries(NamedTuple):
    """A model's forcing and what it was driven with."""

    runs: int
    forcing: Array
    """(year,) above 1850 [W m-2], mean of runs"""
    emissions: Array
    """(species, year) of sulfur, BC, OC; the first year is 1850 [Mt/yr]"""


class CloudFit(NamedTuple):
    """The closest scale [W m-2] and shapes (species,) [(Mt/yr)-1], and how close."""

    scale: float
    shapes: Array
    rmse: float


def load_cloud_series() -> dict[str, CloudSeries]:
    """By model, years from 1850."""
    emitted = {int(row["year"]): row for row in read_table("rcmip_aerosol_emissions.csv.gz")}
    runs: dict[str, dict[str, dict[int, float]]] = {}
    for row in read_table("rfmip_aerosol_cloud.csv.gz"):
        runs.setdefault(row["model"], {}).setdefault(row["run"], {})[int(row["year"])] = float(row["erf_w_m2"])
    series = {}
    for model, of_model in runs.items():
        years = sorted(set.intersection(*(set(run) for run in of_model.values())))
        forcing = np.mean([[run[year] for year in years] for run in of_model.values()], axis=0)
        emissions = np.array([[float(emitted[year][name]) for year in years] for name in ("sulfur", "bc", "oc")])
        series[model] = CloudSeries(len(of_model), forcing, emissions)
    return series


def fit_cloud(series: CloudSeries) -> CloudFit:
    """Least squares over scale and shapes, from many starts. Raises CalibrationError without SciPy."""

    def miss(logs: Array) -> Array:
        scale, burden = _best_scale(np.exp(logs), series)
        return scale * burden - series.forcing

    search = scipy_optimize().least_squares
    best = min((search(miss, start, bounds=(_LOWEST, _HIGHEST)) for start in _STARTS), key=lambda found: found.cost)
    shapes = _plain(np.exp(best.x), series.emissions)
    scale, burden = _best_scale(shapes, series)
    return CloudFit(scale, shapes, float(np.sqrt(np.mean((scale * burden - series.forcing) ** 2))))


def _best_scale(shapes: Array, series: CloudSeries) -> tuple[float, Array]:
    """The scale, at most 0, that comes closest, and what it multiplies."""
    burden = np.log1p((shapes[:, None] * series.emissions).sum(axis=0))
    burden = burden - burden[0]
    return min(0.0, float((burden * series.forcing).sum() / (burden * burden).sum())), burden


def _plain(shapes: Array, emissions: Array) -> Array:
    """Shapes without what no data can tell: parts too small to matter, and how small all are on a straight line."""
    parts = shapes * emissions.max(axis=1)
    shapes = np.where(parts < _NEGLIGIBLE * parts.sum(), 0.0, shapes)
    largest = (shapes[:, None] * emissions).sum(axis=0).max()
    return np.asarray(shapes * max(1.0, _STRAIGHT / largest))
