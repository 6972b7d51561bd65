"""The carbon cycle: four boxes of CO2 that decay more slowly the more carbon and heat the sinks have taken up.

Leach et al. 2021 (doi 10.5194/gmd-14-3007-2021), equations 1 to 6, with the constants of calibration v1.4.1.
"""

from __future__ import annotations

from parley.climate.kernels.compiling import inlined
from parley.climate.kernels.functions import exp, expm1

G0 = 0.010178288
G1 = 11.41262243
IIRF_LIMIT = 100.0
"""100 yr: the integral over the 100 years that it measures cannot be longer."""


@inlined
def lifetime_scale(
    iirf_0: float,
    uptake: float,
    temperature: float,
    airborne: float,
    warming_k: float,
    cumulative_gtco2: float,
    airborne_gtco2: float,
) -> float:
    """The factor on the lifetimes of all boxes: alpha = g0 exp(iirf / g1)."""
    iirf = iirf_0 + uptake * (cumulative_gtco2 - airborne_gtco2) + temperature * warming_k + airborne * airborne_gtco2
    return G0 * exp(min(iirf, IIRF_LIMIT) * (1.0 / G1))


@inlined
def decayed(box: float, emitted: float, lifetime: float, rate: float) -> float:
    """A box after a year: what it held and what came in evenly over the year, both decaying.

    ``emitted`` is what came into this box, ``lifetime`` in years and ``rate`` its inverse, both of this year.
    ``expm1`` keeps every digit where the rate is next to nothing (the slow box of CO2: 1e-9 a year).
    """
    lost = expm1(-rate)
    return box + box * lost - emitted * lifetime * lost
