"""Priors that are independent normal distributions, from one packaged table."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.tables import read_table

Array = NDArray[np.float64]

HALF_WIDTH = 1.6448536269514722
"""From the median of a normal distribution to its 95th percentile, in standard deviations."""


class Normal(NamedTuple):
    """Mean and standard deviation, in the unit of the parameter."""

    mean: float
    sd: float


@cache
def load_normals(process: str) -> dict[str, Normal]:
    """Parameters of ``process`` by name, as ``prior_normals.csv`` has them."""
    return {
        row["parameter"]: Normal(float(row["mean"]), float(row["sd"]))
        for row in read_table("prior_normals.csv")
        if row["process"] == process
    }


def draw_normals(normals: dict[str, Normal], size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each parameter on its own."""
    return {name: normal.mean + normal.sd * stream.standard_normal(size) for name, normal in normals.items()}
