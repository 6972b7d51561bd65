"""Forcing at the concentrations and emissions of 1750, which is subtracted so that forcing begins at zero."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.aerosol import cloud_burden
from parley.climate.kernels.compiling import compiled
from parley.climate.kernels.forcing import ch4_erf, co2_erf, n2o_erf
from parley.climate.kernels.layout import Member

Array = NDArray[np.float64]


@compiled
def fill_references(rows: Array, ch4_ppb: float, n2o_ppb: float, emissions: Array) -> None:
    """Fill the rows of reference forcing in ``rows`` (row, member); emissions (sulfur, BC, OC) of 1750 [Mt/yr]."""
    sqrt_ch4, sqrt_n2o = math.sqrt(ch4_ppb), math.sqrt(n2o_ppb)
    for member in range(rows.shape[1]):
        co2 = rows[Member.CO2_BASELINE, member]
        rows[Member.CO2_REFERENCE_ERF, member] = rows[Member.CO2_SCALE, member] * co2_erf(co2, sqrt_n2o)
        rows[Member.CH4_REFERENCE_ERF, member] = rows[Member.CH4_SCALE, member] * ch4_erf(sqrt_ch4, sqrt_n2o)
        rows[Member.N2O_REFERENCE_ERF, member] = rows[Member.N2O_SCALE, member] * n2o_erf(
            math.sqrt(co2), sqrt_ch4, sqrt_n2o
        )
        rows[Member.ACI_REFERENCE, member] = cloud_burden(
            rows[Member.ACI_SULFUR, member],
            rows[Member.ACI_BC, member],
            rows[Member.ACI_OC, member],
            emissions[0],
            emissions[1],
            emissions[2],
        )
