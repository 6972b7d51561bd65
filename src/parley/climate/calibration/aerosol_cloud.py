"""Prior of aerosol-cloud interactions: shapes of 13 models of RFMIP and AerChemMIP, strength of the assessed forcing.

Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024, section 3.4). The forcing is scale x ln(1 + shapes x emissions) above
that of 1750. Its mean of 2005 to 2014 is drawn first; the scale is what that takes with the member's shapes.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.history import load_history
from parley.climate.kernels.cloud_scale import fill_cloud_scale, fill_jittered
from parley.climate.species import EMITTED, species
from parley.climate.tables import read_table

Array = NDArray[np.float64]

SPECIES = ("Sulfur", "BC", "OC")
MEAN_YEARS = (2005, 2014)
CORNERS = (-2.2, -1.7, -0.3, 0.2)
"""Of the trapezoid that mean forcing over ``MEAN_YEARS`` is drawn from [W m-2]: even between the inner two."""

JITTER = 0.1
"""Bandwidth of the density of log shapes, times their spread over models."""


class Shapes(NamedTuple):
    """Of the models."""

    points: Array
    """(species, model) [(Mt/yr)-1]; zero where the species has no part"""
    spread: Array
    """(species,) standard deviation of a step of the logarithm"""


@cache
def load_shapes() -> Shapes:
    """The fitted shapes."""
    rows = read_table("aerosol_cloud_shapes.csv")
    points = np.array([[float(row[f"shape_{name.lower()}"]) for row in rows] for name in SPECIES])
    spread = np.array([JITTER * np.std(np.log(of[of > 0.0]), ddof=1) for of in points])
    return Shapes(points, spread)


def draw_aerosol_cloud(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members: scale [W m-2] and shapes [(Mt/yr)-1]."""
    models = load_shapes()
    chosen = models.points[:, (stream.random(size) * models.points.shape[1]).astype(np.int64)]
    shapes = np.empty_like(chosen)
    fill_jittered(chosen, models.spread[:, None] * stream.standard_normal(chosen.shape), shapes)
    scale = np.empty(size)
    emissions, baseline = _emissions()
    fill_cloud_scale(shapes, emissions, baseline, trapezoid_quantile(stream.random(size)), scale)
    return {"aci_scale": scale, **{f"aci_shape[{name}]": row for name, row in zip(SPECIES, shapes, strict=True)}}


def trapezoid_quantile(share: Array) -> Array:
    """The forcing [W m-2] that a ``share`` of the trapezoid of ``CORNERS`` lies below."""
    low, first, second, high = CORNERS
    height = 2.0 / (high + second - first - low)
    rising, falling = 0.5 * height * (first - low), 0.5 * height * (high - second)
    middle = first + (share - rising) / height
    left = low + np.sqrt(2.0 * share * (first - low) / height)
    right = high - np.sqrt(2.0 * (1.0 - share) * (high - second) / height)
    return np.where(share < rising, left, np.where(share > 1.0 - falling, right, middle))


@cache
def _emissions() -> tuple[Array, Array]:
    """(species, year) of ``MEAN_YEARS`` and (species,) of 1750 [Mt/yr]."""
    history = load_history()
    first, last = MEAN_YEARS
    chosen = (history.years >= first) & (history.years <= last)
    rows = [EMITTED.index(name) for name in SPECIES]
    emissions = np.ascontiguousarray(history.emissions[rows][:, chosen])
    return emissions, np.array([species()[name].baseline_emissions for name in SPECIES])
