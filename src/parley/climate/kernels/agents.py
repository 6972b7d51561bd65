"""Forcing agent by agent, told after a run from its temperature and concentrations."""

from __future__ import annotations

import math
from enum import auto, unique

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.aerosol import cloud_burden
from parley.climate.kernels.compiling import compiled
from parley.climate.kernels.forcing import ch4_erf, co2_erf, n2o_erf
from parley.climate.kernels.layout import LANES, N_LINEAR, FromZero, Member, Step
from parley.climate.kernels.run import CH4_BASELINE_PPB, OZONE_FEEDBACK

Array = NDArray[np.float64]


@unique
class Agent(FromZero):
    """What forces the climate, in the order in which it is listed."""

    CO2 = auto()
    CH4 = auto()
    N2O = auto()
    MINOR_GASES = auto()
    OZONE = auto()
    STRATOSPHERIC_WATER = auto()
    AEROSOL_RADIATION = auto()
    AEROSOL_CLOUD = auto()
    SNOW = auto()
    LAND_USE = auto()
    SOLAR = auto()
    VOLCANIC = auto()


@compiled
def fill_agents(
    members: Array,
    linear: Array,
    ch4_linear: Array,
    steps: Array,
    temperature: Array,
    co2: Array,
    ch4: Array,
    filled: Array,
) -> None:
    """Forcing [W m-2] of each agent, ``filled`` (agent, timebound, member); all is 0 at the first timebound.

    members as in ``run_members``; linear (agent, driver, member) and ch4_linear (agent, member) are the coefficients
    whose sums over agents stand in ``members``; steps of one scenario (step, column); temperature [K], co2 [ppm] and
    ch4 [ppb] as (timebound, member).
    """
    for agent in range(filled.shape[0]):
        for member in range(filled.shape[2]):
            filled[agent, 0, member] = 0.0
    for step in range(steps.shape[0]):
        year = steps[step]
        bound = step + 1
        for agent in range(filled.shape[0]):
            for member in range(filled.shape[2]):
                total = ch4_linear[agent, member] * (ch4[bound, member] - CH4_BASELINE_PPB)
                for driver in range(N_LINEAR):
                    total += linear[agent, driver, member] * year[Step.LINEAR + driver]
                filled[agent, bound, member] = total
        for member in range(filled.shape[2]):
            own = members[member // LANES, :, member % LANES]
            sqrt_co2, sqrt_ch4 = math.sqrt(co2[bound, member]), math.sqrt(ch4[bound, member])
            sqrt_n2o = year[Step.SQRT_N2O]
            filled[Agent.CO2, bound, member] += (
                own[Member.CO2_SCALE] * co2_erf(co2[bound, member], sqrt_n2o) - own[Member.CO2_REFERENCE_ERF]
            )
            filled[Agent.CH4, bound, member] += (
                own[Member.CH4_SCALE] * ch4_erf(sqrt_ch4, sqrt_n2o) - own[Member.CH4_REFERENCE_ERF]
            )
            filled[Agent.N2O, bound, member] += (
                own[Member.N2O_SCALE] * n2o_erf(sqrt_co2, sqrt_ch4, sqrt_n2o) - own[Member.N2O_REFERENCE_ERF]
            )
            burden = cloud_burden(
                own[Member.ACI_SULFUR],
                own[Member.ACI_BC],
                own[Member.ACI_OC],
                year[Step.SULFUR],
                year[Step.BC],
                year[Step.OC],
            )
            filled[Agent.AEROSOL_CLOUD, bound, member] += own[Member.ACI_SCALE] * (burden - own[Member.ACI_REFERENCE])
            filled[Agent.OZONE, bound, member] += OZONE_FEEDBACK * temperature[step, member]
