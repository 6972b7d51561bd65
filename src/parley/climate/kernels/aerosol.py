"""Forcing by clouds that aerosols brighten.

Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024), after Stevens 2015: logarithmic in the emissions of sulfur, black and
organic carbon. Aerosols' own scattering and absorption is linear in emissions and concentrations, a row of ``Linear``.
"""

from __future__ import annotations

from parley.climate.kernels.compiling import inlined
from parley.climate.kernels.functions import log


@inlined
def cloud_burden(shape_sulfur: float, shape_bc: float, shape_oc: float, sulfur: float, bc: float, oc: float) -> float:
    """ln(1 + shapes x emissions in Mt/yr); times the member's scale, above that of 1750, it is the forcing."""
    return log(1.0 + shape_sulfur * sulfur + shape_bc * bc + shape_oc * oc)
