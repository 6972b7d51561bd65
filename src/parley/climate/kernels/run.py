"""All members through all years of all scenarios.

``run_members`` reads straight down as one year does: carbon, methane, forcing, clouds, linear forcing, energy balance,
noise, output. Every line is a loop over the members of a block, side by side; their numbers stand in small arrays whose
last axis is ``LANES`` long, which is what lets the compiler make vector instructions of it.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.aerosol import cloud_burden
from parley.climate.kernels.carbon import decayed, lifetime_scale
from parley.climate.kernels.compiling import compiled, inlined
from parley.climate.kernels.forcing import ch4_erf, co2_erf, n2o_erf
from parley.climate.kernels.layout import CO2_BOXES, LANES, MATRIX, N_LINEAR, Linear, Member, State, Step
from parley.climate.kernels.methane import factor
from parley.climate.kernels.noise import normal_pair

Array = NDArray[np.float64]

CO2_PARTITION = (0.2173, 0.224, 0.2824, 0.2763)
CO2_LIFETIME_YEARS = (1e9, 394.4, 36.54, 4.304)
_CO2_RATES = (1.0 / 1e9, 1.0 / 394.4, 1.0 / 36.54, 1.0 / 4.304)
CH4_BASELINE_PPB = 729.2
OZONE_FEEDBACK = -0.037
VOLCANIC_EFFICACY = 0.6
PPM_PER_GTCO2 = 28.97 / (5.1352 * 44.009)
PPB_PER_MTCH4 = 28.97 / (5.1352 * 16.043)
EARTH_JOULES_PER_W_M2_YEAR = 4.0 * math.pi * 6371000.0**2 * 86400.0 * 365.24219


@inlined
def _write(
    now: Array,
    surface: int,
    scenario: int,
    bound: int,
    column: int,
    temperature: Array,
    co2: Array,
    ch4: Array,
    erf: Array,
    heat: Array,
) -> None:
    """The state of a block at a timebound into the outputs asked for."""
    for lane in range(LANES):
        temperature[scenario, bound, column + lane] = now[surface, lane]
    if co2.size:
        for lane in range(LANES):
            co2[scenario, bound, column + lane] = now[State.CO2, lane]
    if ch4.size:
        for lane in range(LANES):
            ch4[scenario, bound, column + lane] = now[State.CH4, lane]
    if erf.size:
        for lane in range(LANES):
            erf[scenario, bound, column + lane] = now[State.ERF, lane]
    if heat.size:
        for lane in range(LANES):
            heat[scenario, bound, column + lane] = now[State.HEAT, lane]


@compiled
def run_members(
    members: Array,
    seeds: NDArray[np.uint64],
    steps: Array,
    shared: int,
    levels: tuple[int, ...],
    ch4_by_ch4: float,
    ch4_by_warming: float,
    variable: bool,
    first_block: int,
    last_block: int,
    temperature: Array,
    co2: Array,
    ch4: Array,
    erf: Array,
    heat: Array,
) -> None:
    """Fill the outputs for the members of blocks ``first_block`` up to ``last_block`` (excluded).

    members (block, row, lane) as ``layout.Member``; seeds (block, lane); steps (scenario, step, column) as
    ``layout.Step``, the first ``shared`` steps equal in all scenarios and run once. ``levels`` is 0, 1, … n for n
    layers: the compiler reads their number off the tuple's type. ``ch4_by_ch4`` [ppb-1] and ``ch4_by_warming`` [K-1]
    are what methane and temperature do to methane's lifetime; ``variable`` adds internal variability.

    Outputs are (scenario, timebound, member), the last axis padded to whole blocks, and of size 0 when not asked for,
    but for temperature [K]: co2 [ppm], ch4 [ppb], erf [W m-2], heat [J].
    """
    scenarios, n_steps = steps.shape[0], steps.shape[1]
    states = len(levels)
    own = np.empty((members.shape[1], LANES))
    now = np.zeros((State.LAYERS + 3 * states + 1, LANES))
    fork = np.empty((State.LAYERS + 3 * states + 1, LANES))
    state, after, noise = State.LAYERS + 0, State.LAYERS + states, State.LAYERS + 2 * states
    push = MATRIX + states * states
    root = push + states
    surface = state + 1
    for block in range(first_block, last_block):
        column = block * LANES
        for row in range(members.shape[1]):
            for lane in range(LANES):
                own[row, lane] = members[block, row, lane]
        for row in range(now.shape[0]):
            for lane in range(LANES):
                now[row, lane] = 0.0
        for lane in range(LANES):
            now[State.CO2, lane] = own[Member.CO2_BASELINE, lane]
            now[State.CH4, lane] = CH4_BASELINE_PPB
        # Part 0 is the history that all scenarios share; part s + 1 is what is scenario s's own.
        for part in range(scenarios + 1):
            scenario = max(part - 1, 0)
            written = scenarios if part == 0 else part
            first = 0 if part == 0 else shared
            last = shared if part == 0 else n_steps
            if part == 0:
                for each in range(scenarios):
                    _write(now, surface, each, 0, column, temperature, co2, ch4, erf, heat)
            elif part == 1:
                for row in range(now.shape[0]):
                    for lane in range(LANES):
                        fork[row, lane] = now[row, lane]
            else:
                for row in range(now.shape[0]):
                    for lane in range(LANES):
                        now[row, lane] = fork[row, lane]
            for step in range(first, last):
                year = steps[scenario, step]

                emitted, cumulative = year[Step.CO2_EMISSIONS], year[Step.CO2_CUMULATIVE]
                for lane in range(LANES):
                    airborne = now[0, lane] + now[1, lane] + now[2, lane] + now[3, lane]
                    scale = lifetime_scale(
                        own[Member.IIRF_0, lane],
                        own[Member.IIRF_UPTAKE, lane],
                        own[Member.IIRF_TEMPERATURE, lane],
                        own[Member.IIRF_AIRBORNE, lane],
                        now[surface, lane],
                        cumulative,
                        airborne,
                    )
                    rate = 1.0 / scale
                    airborne = 0.0
                    for box in range(CO2_BOXES):
                        lifetime = scale * CO2_LIFETIME_YEARS[box]
                        content = decayed(
                            now[box, lane], CO2_PARTITION[box] * emitted, lifetime, rate * _CO2_RATES[box]
                        )
                        now[box, lane] = content
                        airborne += content
                    now[State.CO2, lane] = own[Member.CO2_BASELINE, lane] + airborne * PPM_PER_GTCO2

                emitted, unscaled = year[Step.CH4_EMISSIONS], year[Step.CH4_LIFETIME]
                for lane in range(LANES):
                    lifetime = (
                        unscaled
                        * factor(ch4_by_ch4, now[State.CH4, lane] - CH4_BASELINE_PPB)
                        * factor(ch4_by_warming, now[surface, lane])
                    )
                    content = decayed(now[State.CH4_AIRBORNE, lane], emitted, lifetime, 1.0 / lifetime)
                    now[State.CH4_AIRBORNE, lane] = content
                    now[State.CH4, lane] = CH4_BASELINE_PPB + content * PPB_PER_MTCH4

                sqrt_n2o = year[Step.SQRT_N2O]
                for lane in range(LANES):
                    sqrt_co2, sqrt_ch4 = math.sqrt(now[State.CO2, lane]), math.sqrt(now[State.CH4, lane])
                    now[State.ERF, lane] = (
                        own[Member.CO2_SCALE, lane] * co2_erf(now[State.CO2, lane], sqrt_n2o)
                        - own[Member.CO2_REFERENCE_ERF, lane]
                        + own[Member.CH4_SCALE, lane] * ch4_erf(sqrt_ch4, sqrt_n2o)
                        - own[Member.CH4_REFERENCE_ERF, lane]
                        + own[Member.N2O_SCALE, lane] * n2o_erf(sqrt_co2, sqrt_ch4, sqrt_n2o)
                        - own[Member.N2O_REFERENCE_ERF, lane]
                        + own[Member.CH4_LINEAR, lane] * (now[State.CH4, lane] - CH4_BASELINE_PPB)
                        + OZONE_FEEDBACK * now[surface, lane]
                    )

                sulfur, bc, oc = year[Step.SULFUR], year[Step.BC], year[Step.OC]
                for lane in range(LANES):
                    burden = cloud_burden(
                        own[Member.ACI_SULFUR, lane], own[Member.ACI_BC, lane], own[Member.ACI_OC, lane], sulfur, bc, oc
                    )
                    now[State.ERF, lane] += own[Member.ACI_SCALE, lane] * (burden - own[Member.ACI_REFERENCE, lane])

                for lane in range(LANES):
                    total = now[State.ERF, lane]
                    for driver in range(N_LINEAR):
                        total += own[Member.LINEAR + driver, lane] * year[Step.LINEAR + driver]
                    now[State.ERF, lane] = total

                # Volcanic forcing warms less than its size.
                weaker = (VOLCANIC_EFFICACY - 1.0) * year[Step.LINEAR + Linear.VOLCANIC]
                for lane in range(LANES):
                    felt = now[State.ERF, lane] + own[Member.LINEAR + Linear.VOLCANIC, lane] * weaker
                    for row in range(states):
                        total = own[push + row, lane] * felt
                        for source in range(states):
                            total += own[MATRIX + states * row + source, lane] * now[state + source, lane]
                        now[after + row, lane] = total

                if variable:
                    pairs = (states + 1) // 2
                    for pair in range(pairs):
                        place = np.uint64(step * pairs + pair)
                        for lane in range(LANES):
                            one, other = normal_pair(seeds[block, lane], place)
                            now[noise + 2 * pair, lane] = one
                            now[noise + 2 * pair + 1, lane] = other
                    for lane in range(LANES):
                        for row in range(states):
                            total = now[after + row, lane]
                            for source in range(states):
                                total += own[root + states * row + source, lane] * now[noise + source, lane]
                            now[after + row, lane] = total

                for row in range(states):
                    for lane in range(LANES):
                        now[state + row, lane] = now[after + row, lane]
                if heat.size:
                    deepest = state + states - 1
                    for lane in range(LANES):
                        imbalance = (
                            now[State.ERF, lane]
                            - own[Member.FEEDBACK, lane] * now[surface, lane]
                            + own[Member.FINAL_EXCHANGE, lane] * (now[deepest - 1, lane] - now[deepest, lane])
                        )
                        now[State.HEAT, lane] += imbalance * EARTH_JOULES_PER_W_M2_YEAR
                for each in range(scenario, written):
                    _write(now, surface, each, step + 1, column, temperature, co2, ch4, erf, heat)
