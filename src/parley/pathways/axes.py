"""Years and gases of every pathway, and how they add up to CO2 equivalents."""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from parley.terms.gwp import gwp as gwp_of

FloatArray = npt.NDArray[np.float64]

FIRST_YEAR, LAST_YEAR = 1990, 2100
YEARS = np.arange(FIRST_YEAR, LAST_YEAR + 1)
YEARS.setflags(write=False)
N_YEARS = YEARS.size

Gas = Literal["co2_ffi", "co2_land", "ch4", "n2o", "f_gases"]
GASES: tuple[Gas, ...] = ("co2_ffi", "co2_land", "ch4", "n2o", "f_gases")
UNITS = ("MtCO2", "MtCO2", "MtCH4", "MtN2O", "MtCO2e (AR5GWP100)")
CO2_FFI, CO2_LAND, CH4, N2O, F_GASES = range(len(GASES))
GWP = "AR6GWP100"
"""The metric in which totals are given unless another is asked for."""


def place(year: int) -> int:
    """The column of a year. Raises ValueError for a year outside ``YEARS``."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is outside of the pathways' years, {FIRST_YEAR} to {LAST_YEAR}")
    return year - FIRST_YEAR


@cache
def weights(gwp: str = GWP, *, land: bool = True) -> FloatArray:
    """What a unit of each of ``GASES`` counts in CO2 equivalents, (gas,) [MtCO2e per unit].

    F-gases keep the metric of their source (AR5), which no other can be made of without the gases one by one. Raises
    UsageError for a metric that is not known.
    """
    found = np.array([1.0, 1.0 if land else 0.0, gwp_of("CH4", gwp), gwp_of("N2O", gwp), 1.0])
    found.setflags(write=False)
    return found


def total(emissions: FloatArray, gwp: str = GWP, *, land: bool = True) -> FloatArray:
    """The sum over gases, (..., year) [MtCO2e], of emissions (..., gas, year) in ``UNITS``."""
    summed: FloatArray = np.einsum("g,...gy->...y", weights(gwp, land=land), emissions)
    return summed
