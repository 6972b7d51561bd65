"""Prior of the concentration of CO2 in 1750."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.normals import HALF_WIDTH, Normal, draw_normals

Array = NDArray[np.float64]

CO2_1750 = {"baseline_concentration[CO2]": Normal(278.3, 2.9 / HALF_WIDTH)}
"""[ppm]; Sixth Assessment Report of the IPCC, working group I, chapter 2 (Gulev et al. 2021, section 2.2.3.2.1)."""


def draw_co2_1750(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """The column of ``size`` members."""
    return draw_normals(CO2_1750, size, stream)
