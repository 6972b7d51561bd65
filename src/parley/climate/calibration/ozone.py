"""Prior of ozone forcing by precursor."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.normals import draw_normals, load_normals

Array = NDArray[np.float64]


def draw_ozone(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each precursor on its own [W m-2 per Mt/yr, ppb or ppt]."""
    return draw_normals(load_normals("ozone"), size, stream)
