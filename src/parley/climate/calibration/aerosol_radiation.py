"""Prior of aerosol-radiation interactions: forcing by emitted species, independent normal distributions.

Forcing of 1750 to 2019 by species of the Sixth Assessment Report, working group I (Szopa et al. 2021, chapter 6, figure
6.12), over the change of the species; then scaled so that mean and 5–95 % range of 2005 to 2014 are those of chapter 7
(Forster et al. 2021, section 7.3.3). Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024, section 3.5).
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.normals import HALF_WIDTH, Normal, draw_normals
from parley.climate.calibration.precursors import change, load_precursors
from parley.climate.tables import read_table

Array = NDArray[np.float64]

ASSESSED_MEAN, ASSESSED_SPREAD = -0.3, 0.3
"""Of 2005 to 2014 over 1750, and half its 5–95 % range [W m-2]."""
MEAN_YEARS = slice(2005 - 1750, 2015 - 1750)
_FIRST, _LAST = 1750, 2019


@cache
def aerosol_radiation() -> dict[str, Normal]:
    """Forcing of a unit of each species: [W m-2] per Mt/yr, ppb or ppt."""
    rows = read_table("ar6_aerosol_radiation.csv")
    grown = {row["species"]: change(row["species"], _FIRST, _LAST) for row in rows}
    forcing = {row["species"]: float(row["erf_w_m2"]) for row in rows}
    spread = {row["species"]: float(row["sd_w_m2"]) for row in rows}
    recent = sum(forcing[name] / grown[name] * _recent(name) for name in grown)
    scale = ASSESSED_MEAN / recent
    # Forcing of 2005–2014 relative to that of 2019 carries the spread from the one to the other.
    carried = recent / sum(forcing.values())
    spread_scale = ASSESSED_SPREAD / (carried * math.sqrt(sum(sd**2 for sd in spread.values())) * HALF_WIDTH)
    return {
        f"erfari_radiative_efficiency[{name}]": Normal(
            scale * forcing[name] / grown[name], abs(spread_scale * spread[name] / grown[name])
        )
        for name in grown
    }


def _recent(name: str) -> float:
    series = load_precursors()[name]
    return float(series[MEAN_YEARS].mean() - series[0])


def draw_aerosol_radiation(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each species on its own."""
    return draw_normals(aerosol_radiation(), size, stream)
