"""Prior of the carbon cycle: eleven models of C4MIP, smoothed to a density.

Leach et al. 2021 (doi 10.5194/gmd-14-3007-2021) for the fits, Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024,
section 3.2) for the density. How CO2 is shared among boxes, and their lifetimes, are the same for all members.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.kde import KernelDensity
from parley.climate.tables import read_table

Array = NDArray[np.float64]

GTC_PER_GTCO2 = 12.011 / 44.009

_COLUMNS = {
    "iirf_0[CO2]": ("iirf_0_years", 1.0),
    "iirf_uptake[CO2]": ("iirf_uptake_years_per_gtc", GTC_PER_GTCO2),
    "iirf_temperature[CO2]": ("iirf_temperature_years_per_k", 1.0),
    "iirf_airborne[CO2]": ("iirf_airborne_years_per_gtc", GTC_PER_GTCO2),
}


@cache
def carbon_density() -> KernelDensity:
    """Of iirf_0 [yr], iirf_uptake [yr per Gt CO2], iirf_temperature [yr/K], iirf_airborne [yr per Gt CO2]."""
    rows = read_table("c4mip_carbon_cycle.csv")
    return KernelDensity.around(
        np.array([[factor * float(row[name]) for row in rows] for name, factor in _COLUMNS.values()])
    )


def draw_carbon(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members; all draws are kept."""
    return dict(zip(_COLUMNS, carbon_density().draw(size, stream), strict=True))
