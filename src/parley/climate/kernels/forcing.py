"""Effective radiative forcing of CO2, CH4 and N2O, which overlap.

Meinshausen et al. 2020 (doi 10.5194/gmd-13-3571-2020), table 3. Concentrations in ppm, ppb, ppb; forcing in W m-2
above that of the reference concentrations.
"""

from __future__ import annotations

import math

from parley.climate.kernels.compiling import inlined
from parley.climate.kernels.functions import log

CO2_REFERENCE_PPM = 277.15
CH4_REFERENCE_PPB = 731.41
N2O_REFERENCE_PPB = 273.87

_A1, _B1, _C1, _D1 = -2.4785e-7, 0.00075906, -0.0021492, 5.2488
_A2, _B2, _C2, _D2 = -0.00034197, 0.00025455, -0.00024357, 0.12173
_A3, _B3, _D3 = -8.9603e-5, -0.00012462, 0.045194
_CO2_TURN_PPM = CO2_REFERENCE_PPM - _B1 / (2.0 * _A1)
_CO2_BEYOND_TURN = _D1 - _B1 * _B1 / (4.0 * _A1)
_SQRT_CH4_REFERENCE = math.sqrt(CH4_REFERENCE_PPB)
_SQRT_N2O_REFERENCE = math.sqrt(N2O_REFERENCE_PPB)


@inlined
def co2_erf(co2_ppm: float, sqrt_n2o: float) -> float:
    """Forcing of CO2; NaN for a concentration that is not positive."""
    change = co2_ppm - CO2_REFERENCE_PPM
    alpha = _D1 + (_A1 * change + _B1) * change
    alpha = _D1 if change <= 0.0 else alpha
    alpha = _CO2_BEYOND_TURN if co2_ppm > _CO2_TURN_PPM else alpha
    return (alpha + _C1 * sqrt_n2o) * log(co2_ppm * (1.0 / CO2_REFERENCE_PPM))


@inlined
def ch4_erf(sqrt_ch4: float, sqrt_n2o: float) -> float:
    """Forcing of CH4, of the square roots of the concentrations."""
    return (_A3 * sqrt_ch4 + _B3 * sqrt_n2o + _D3) * (sqrt_ch4 - _SQRT_CH4_REFERENCE)


@inlined
def n2o_erf(sqrt_co2: float, sqrt_ch4: float, sqrt_n2o: float) -> float:
    """Forcing of N2O, of the square roots of the concentrations."""
    return (_A2 * sqrt_co2 + _B2 * sqrt_n2o + _C2 * sqrt_ch4 + _D2) * (sqrt_n2o - _SQRT_N2O_REFERENCE)
