"""What members have in common: gases of a fixed lifetime, chlorine, and the numbers of each step.

Leach et al. 2021 (doi 10.5194/gmd-14-3007-2021) for the gases; Engel et al. 2018 (doi 10.5194/acp-18-601-2018) for
equivalent effective stratospheric chlorine; Thornhill et al. 2021 (doi 10.5194/acp-21-1105-2021) for methane's
lifetime.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.compiling import compiled
from parley.climate.kernels.functions import expm1
from parley.climate.kernels.layout import Linear, Step
from parley.climate.kernels.methane import factor

Array = NDArray[np.float64]


@compiled
def fill_concentrations(
    emissions: Array, baseline: Array, baseline_emissions: Array, lifetime: Array, per_emission: Array, filled: Array
) -> None:
    """Concentrations (gas, timebound) of gases that decay at one rate, from emissions (gas, year).

    Concentrations and their baseline in ppb or ppt, emissions in Mt or kt a year, lifetime in years, ``per_emission``
    in ppb per Mt or ppt per kt.
    """
    for gas in range(emissions.shape[0]):
        lost = expm1(-1.0 / lifetime[gas])
        airborne = 0.0
        filled[gas, 0] = baseline[gas]
        for year in range(emissions.shape[1]):
            airborne += airborne * lost - (emissions[gas, year] - baseline_emissions[gas]) * lifetime[gas] * lost
            filled[gas, year + 1] = baseline[gas] + per_emission[gas] * airborne


@compiled
def fill_weighted_sum(weights: Array, values: Array, filled: Array) -> None:
    """The sum over gases of weight times value, for each timebound; values (gas, timebound)."""
    for bound in range(values.shape[1]):
        total = 0.0
        for gas in range(values.shape[0]):
            total += weights[gas] * values[gas, bound]
        filled[bound] = total


@compiled
def fill_methane_lifetimes(
    slcfs: Array, slcf_sensitivity: Array, changes: Array, sensitivity: Array, unperturbed: float, filled: Array
) -> None:
    """Methane's lifetime [yr] in each year but for the effects of methane itself and of temperature.

    slcfs (species, year) are emissions above those of 1750; changes (gas, timebound) concentrations above those of
    1750, taken at the start of the year.
    """
    for year in range(slcfs.shape[1]):
        lifetime = unperturbed
        for species in range(slcfs.shape[0]):
            lifetime *= factor(slcf_sensitivity[species], slcfs[species, year])
        for gas in range(changes.shape[0]):
            lifetime *= factor(sensitivity[gas], changes[gas, year])
        filled[year] = lifetime


@compiled
def fill_steps(
    co2: Array,
    afolu: Array,
    ch4: Array,
    ch4_lifetime: Array,
    n2o: Array,
    n2o_baseline: float,
    slcfs: Array,
    slcf_baseline: Array,
    chlorine: Array,
    minor: Array,
    natural: Array,
    steps: Array,
) -> None:
    """The columns of ``layout.Step`` for each year.

    co2 and afolu [GtCO2/yr], ch4 above its baseline [Mt/yr], slcfs (species, year) [Mt/yr]; n2o [ppb], chlorine above
    its baseline [ppt], minor gases' forcing [W m-2] and natural (solar, its trend, volcanic; timebound) [W m-2 or 1] on
    timebounds. What is felt over a step is what stands at its end.
    """
    emitted = 0.0
    land = 0.0
    for year in range(co2.size):
        step = steps[year]
        step[Step.CO2_EMISSIONS] = co2[year]
        step[Step.CO2_CUMULATIVE] = emitted
        emitted += co2[year]
        land += afolu[year]
        step[Step.CH4_EMISSIONS] = ch4[year]
        step[Step.CH4_LIFETIME] = ch4_lifetime[year]
        step[Step.SQRT_N2O] = math.sqrt(n2o[year + 1])
        step[Step.SULFUR] = slcfs[0, year]
        step[Step.BC] = slcfs[1, year]
        step[Step.OC] = slcfs[2, year]
        for species in range(slcfs.shape[0]):
            step[Step.LINEAR + species] = slcfs[species, year] - slcf_baseline[species]
        step[Step.LINEAR + Linear.N2O] = n2o[year + 1] - n2o_baseline
        step[Step.LINEAR + Linear.EESC] = chlorine[year + 1]
        step[Step.LINEAR + Linear.AFOLU] = land
        step[Step.LINEAR + Linear.MINOR_GASES] = minor[year + 1]
        for source in range(natural.shape[0]):
            step[Step.LINEAR + Linear.SOLAR + source] = natural[source, year + 1]
