"""Prior of aerosol-radiation interactions: forcing by emitted species, from the Sixth Assessment Report, chapter 6."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.normals import draw_normals, load_normals

Array = NDArray[np.float64]


def draw_aerosol_radiation(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each species on its own [W m-2 per Mt/yr, ppb or ppt]."""
    return draw_normals(load_normals("aerosol_radiation"), size, stream)
