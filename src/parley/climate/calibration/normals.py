"""Priors that are independent normal distributions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HALF_WIDTH = 1.6448536269514722
"""From the median of a normal distribution to its 95th percentile, in standard deviations."""


class Normal(NamedTuple):
    """Mean and standard deviation, in the unit of the parameter."""

    mean: float
    sd: float


def draw_normals(normals: Mapping[str, Normal], size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each parameter on its own."""
    return {name: normal.mean + normal.sd * stream.standard_normal(size) for name, normal in normals.items()}
