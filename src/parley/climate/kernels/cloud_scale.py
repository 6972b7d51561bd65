"""Cloud forcing turned round: shapes of a prior, and the scale that gives a member the mean forcing wanted of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.aerosol import cloud_burden
from parley.climate.kernels.compiling import compiled
from parley.climate.kernels.functions import exp

Array = NDArray[np.float64]


@compiled
def fill_jittered(shapes: Array, steps: Array, filled: Array) -> None:
    """Each shape (species, member) times e to its step; where it is zero, zero."""
    for species in range(shapes.shape[0]):
        for member in range(shapes.shape[1]):
            filled[species, member] = shapes[species, member] * exp(steps[species, member])


@compiled
def fill_cloud_scale(shapes: Array, emissions: Array, baseline: Array, wanted: Array, filled: Array) -> None:
    """The scale [W m-2] by which the mean forcing over the years is as wanted.

    shapes (species, member), emissions (species, year) and baseline (species,) [Mt/yr] of sulfur, BC, OC;
    wanted (member,) [W m-2].
    """
    years = emissions.shape[1]
    for member in range(wanted.size):
        sulfur, bc, oc = shapes[0, member], shapes[1, member], shapes[2, member]
        before = cloud_burden(sulfur, bc, oc, baseline[0], baseline[1], baseline[2])
        total = 0.0
        for year in range(years):
            total += cloud_burden(sulfur, bc, oc, emissions[0, year], emissions[1, year], emissions[2, year]) - before
        filled[member] = wanted[member] * years / total
