"""Priors of factors on forcing: how far the forcing of each agent may be from its best estimate.

Half widths of 5 to 95 % ranges are those of the Sixth Assessment Report of the IPCC, working group I, chapter 7
(Forster et al. 2021, section 7.3.5), as Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024, section 3.6) use them.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.normals import HALF_WIDTH, Normal, draw_normals
from parley.climate.calibration.response import forcing_score
from parley.climate.parameters import MINOR_SCALE, SOLAR_TREND

Array = NDArray[np.float64]

CO2_SPREAD = 0.12
_SPREADS = {
    "forcing_scale[CH4]": 0.20,
    "forcing_scale[N2O]": 0.14,
    MINOR_SCALE: 0.19,
    "forcing_scale[Stratospheric water vapour]": 1.00,
    "forcing_scale[Land use]": 0.50,
    "forcing_scale[Volcanic]": 0.25,
    "forcing_scale[Solar]": 0.50,
}
_TREND_SPREAD = 0.07
SCALES = {
    **{name: Normal(1.0, spread / HALF_WIDTH) for name, spread in _SPREADS.items()},
    SOLAR_TREND: Normal(0.0, _TREND_SPREAD / HALF_WIDTH),
}

SNOW = "forcing_scale[Light absorbing particles on snow and ice]"
SNOW_LOCATION, SNOW_SCALE, SNOW_SHAPE = 0.39069698809557555, 0.9486606762357811, 1.7309895143230754
"""Skew normal (Azzalini 1985) with 5, 50 and 95 % at 0, 1 and 2.25."""


def draw_forcing_scales(size: int, stream: np.random.Generator, forcing_4co2: Array) -> dict[str, Array]:
    """Columns of ``size`` members; that of CO2 has the rank of the member's ``forcing_4co2`` (member,) [W m-2]."""
    scales = draw_normals(SCALES, size, stream)
    scales[SNOW] = _draw_snow(size, stream)
    scales["forcing_scale[CO2]"] = 1.0 + CO2_SPREAD / HALF_WIDTH * forcing_score(forcing_4co2)
    return scales


def _draw_snow(size: int, stream: np.random.Generator) -> Array:
    first, second = stream.standard_normal((2, size))
    lean = SNOW_SHAPE / math.sqrt(1.0 + SNOW_SHAPE**2)
    return np.asarray(SNOW_LOCATION + SNOW_SCALE * (lean * np.abs(first) + math.sqrt(1.0 - lean**2) * second))
