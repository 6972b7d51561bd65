"""The climate engine again, in plain NumPy, as its equations are printed: to be read and compared with, not to be fast.

Leach et al. 2021 (doi 10.5194/gmd-14-3007-2021), Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024), Meinshausen et al.
2020 (doi 10.5194/gmd-13-3571-2020), Thornhill et al. 2021 (doi 10.5194/acp-21-1105-2021), Cummins et al. 2020
(doi 10.1175/JCLI-D-19-0589.1). Nothing of the kernels is used here, only the packaged tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import scipy.linalg
from numpy.typing import NDArray

from parley.climate.species import EMITTED, MINOR_GASES, SLCFS, constants, species

Array = NDArray[np.float64]
Parameters = Mapping[str, Array]

EESC = "Equivalent effective stratospheric chlorine"
WATER, SNOW = "Stratospheric water vapour", "Light absorbing particles on snow and ice"
CH4_1750, N2O_1750 = 729.2, 270.1
AIR = 28.97 / 5.1352
"""Of the air, 28.97 g/mol and 5.1352e18 kg: over the gas's g/mol, ppm per Gt, ppb per Mt, ppt per kt."""
CO2_SHARES = np.array([[0.2173], [0.224], [0.2824], [0.2763]])
CO2_LIFETIMES = np.array([[1e9], [394.4], [36.54], [4.304]])
EARTH_W_M2_YEARS = 4.0 * np.pi * 6371000.0**2 * 86400.0 * 365.24219


class Climate(NamedTuple):
    """What came of a run; (timebound, member) but where said."""

    temperature: Array
    layers: Array
    """(timebound, layer, member) [K]"""
    co2: Array
    ch4: Array
    boxes: Array
    """(timebound, box, member) [GtCO2]"""
    sunk: Array
    """(year, member) [GtCO2] that land and sea took up"""
    agents: dict[str, Array]
    erf: Array
    heat: Array


def row(name: str) -> int:
    return EMITTED.index(name)


def one_box(gas: str, emissions: Array, *, compatible: bool) -> Array:
    """Concentration (timebound,) of a gas whose lifetime nothing changes."""
    own = species()[gas]
    alpha = 1.0
    if compatible:
        with np.errstate(all="ignore"):
            alpha = own.g0 * np.exp(np.float64(min(own.iirf_0, 100.0)) / own.g1)
        alpha = 1.0 if np.isnan(alpha) else alpha
    lifetime = own.lifetime_years * alpha
    lost = -np.expm1(-1.0 / lifetime)
    box = [0.0]
    for emitted in emissions - own.baseline_emissions:
        box.append(box[-1] * (1.0 - lost) + emitted * lifetime * lost)
    return own.baseline_concentration + np.array(box) * AIR / own.molecular_weight


def chlorine(concentrations: Mapping[str, Array]) -> Array:
    """Equivalent effective stratospheric chlorine (timebound,) [ppt]."""
    halogens = [own for own in map(species().__getitem__, MINOR_GASES) if own.cl_atoms or own.br_atoms]
    parts = [
        (own.cl_atoms + 45.0 * own.br_atoms) * own.fractional_release * concentrations[own.name] for own in halogens
    ]
    return np.asarray(np.sum(parts, axis=0))


def co2_erf(co2: Array, n2o: float) -> Array:
    a, b, c, d, reference = -2.4785e-7, 0.00075906, -0.0021492, 5.2488, 277.15
    highest = reference - b / (2.0 * a)
    alpha = np.where(
        co2 <= reference,
        d,
        np.where(co2 > highest, d - b**2 / (4.0 * a), d + a * (co2 - reference) ** 2 + b * (co2 - reference)),
    )
    return np.asarray((alpha + c * np.sqrt(n2o)) * np.log(co2 / reference))


def ch4_erf(ch4: Array, n2o: float) -> Array:
    slope = -8.9603e-5 * np.sqrt(ch4) - 0.00012462 * np.sqrt(n2o) + 0.045194
    return np.asarray(slope * (np.sqrt(ch4) - np.sqrt(731.41)))


def n2o_erf(co2: Array, ch4: Array, n2o: float) -> Array:
    slope = -0.00034197 * np.sqrt(co2) + 0.00025455 * np.sqrt(n2o) - 0.00024357 * np.sqrt(ch4) + 0.12173
    return np.asarray(slope * (np.sqrt(n2o) - np.sqrt(273.87)))


def rates(gamma: float, capacity: Array, transfer: Array, efficacy: float) -> Array:
    """The matrix A of d state / dt = A state + …; state is the smoothed forcing and the layers' temperatures."""
    layers = len(capacity)
    strength = np.ones(layers)
    strength[-1] = efficacy  # how much the layer above feels of what the last takes
    matrix = np.zeros((layers + 1, layers + 1))
    matrix[0, 0] = -gamma
    matrix[1, 0] = 1.0 / capacity[0]
    matrix[1, 1] = -transfer[0] / capacity[0]
    for below in range(1, layers):
        upper, lower = below, below + 1
        matrix[upper, upper] -= strength[below] * transfer[below] / capacity[below - 1]
        matrix[upper, lower] += strength[below] * transfer[below] / capacity[below - 1]
        matrix[lower, upper] += transfer[below] / capacity[below]
        matrix[lower, lower] -= transfer[below] / capacity[below]
    return matrix


def year_step(matrix: Array, source: Array) -> tuple[Array, Array]:
    """The state's factor and the forcing's over a year: of the exponential of one larger matrix."""
    states = len(source)
    larger = np.zeros((states + 1, states + 1))
    larger[:states, :states], larger[:states, states] = matrix, source
    power = scipy.linalg.expm(larger)
    return power[:states, :states], power[:states, states]


def noise_covariance(matrix: Array, intensity: Array, panels: int = 32) -> Array:
    """Of a year's noise: the integral of exp(A s) Q exp(A s)^T, by quadrature, since its parts are all positive."""
    places, weights = np.polynomial.legendre.leggauss(12)
    times = ((np.arange(panels)[:, None] + 0.5 + 0.5 * places) / panels).ravel()
    powers = scipy.linalg.expm(times[:, None, None] * matrix)
    return np.einsum("t,tij,jk,tlk->il", np.tile(weights, panels) / (2 * panels), powers, intensity, powers)


class Shared(NamedTuple):
    """What a scenario does to all members alike; (year,) for emissions, (timebound,) for the rest."""

    emissions: Array
    """(species, year)"""
    above: dict[str, Array]
    """Short-lived forcers' emissions above those of 1750."""
    n2o: Array
    eesc: Array
    """[ppt] above that of 1750"""
    minor: Array
    """[W m-2] of the minor gases before the member's factor"""
    land: Array
    """[GtCO2] from land use since 1750"""
    solar: Array
    trend: Array
    volcanic: Array


def share(emissions: Array, solar: Array, volcanic: Array, *, compatible: bool) -> Shared:
    gases = {gas: one_box(gas, emissions[row(gas)], compatible=compatible) for gas in ("N2O", *MINOR_GASES)}
    eesc, minor = chlorine(gases), np.zeros(emissions.shape[1] + 1)
    for gas in MINOR_GASES:
        own = species()[gas]
        efficiency = own.radiative_efficiency * 0.001 * (1.0 + own.tropospheric_adjustment)
        minor += (gases[gas] - own.baseline_concentration) * efficiency
    return Shared(
        emissions=emissions,
        above={name: emissions[row(name)] - species()[name].baseline_emissions for name in SLCFS},
        n2o=gases["N2O"],
        eesc=eesc - (constants()["eesc_baseline_concentration_ppt"] if compatible else eesc[0]),
        minor=minor,
        land=np.concatenate([[0.0], np.cumsum(emissions[1])]),
        solar=solar,
        trend=np.clip(np.arange(emissions.shape[1] + 1) / 270.0, 0.0, 1.0),
        volcanic=volcanic,
    )


def step_co2(own: Parameters, boxes: Array, emitted: float, before: float, warming: Array) -> tuple[Array, Array]:
    """The boxes (box, member) after a year, and what land and sea took up; ``before`` is all that was emitted."""
    airborne = boxes.sum(axis=0)
    iirf = (
        own["iirf_0[CO2]"]
        + own["iirf_uptake[CO2]"] * (before - airborne)
        + own["iirf_temperature[CO2]"] * warming
        + own["iirf_airborne[CO2]"] * airborne
    )
    rate = 1.0 / (0.010178288 * np.exp(np.minimum(iirf, 100.0) / 11.41262243) * CO2_LIFETIMES)
    lost = -np.expm1(-rate)
    # The integral of what leaves, not the difference of what is there: the two must agree.
    sunk = boxes * lost + CO2_SHARES * emitted * (1.0 - lost / rate)
    return boxes * (1.0 - lost) + CO2_SHARES * emitted * lost / rate, sunk.sum(axis=0)


def step_ch4(shared: Shared, year: int, box: Array, ch4: Array, warming: Array) -> Array:
    """Methane (member,) [Mt] above that of 1750 after a year; lifetime as at its start, emissions of the year."""
    changes: dict[str, Array | float] = {name: values[year] for name, values in shared.above.items()}
    changes["CH4"] = ch4 - CH4_1750
    changes["N2O"] = shared.n2o[year] - N2O_1750
    changes["EESC"] = shared.eesc[year]
    changes["temperature"] = warming
    scale = np.ones_like(box)
    for name, change in changes.items():
        scale *= np.maximum(1.0 + constants()[f"methane_sensitivity_{name}"] * change, 0.01)
    rate = 1.0 / (16.78837799 * scale)
    emitted = shared.emissions[row("CH4"), year] - species()["CH4"].baseline_emissions
    return np.asarray(box * np.exp(-rate) - emitted * np.expm1(-rate) / rate)


def greenhouse(own: Parameters, co2: Array, ch4: Array, n2o: float) -> dict[str, Array]:
    return {
        "CO2": own["forcing_scale[CO2]"] * 1.05 * co2_erf(co2, n2o),
        "CH4": own["forcing_scale[CH4]"] * 0.86 * ch4_erf(ch4, n2o),
        "N2O": own["forcing_scale[N2O]"] * 1.07 * n2o_erf(co2, ch4, n2o),
    }


def clouds(own: Parameters, emitted: Mapping[str, float]) -> Array:
    burden = sum(own[f"aci_shape[{name}]"] * emitted[name] for name in ("Sulfur", "BC", "OC"))
    return np.asarray(own["aci_scale"] * np.log(1.0 + burden))


def force(
    own: Parameters, shared: Shared, year: int, co2: Array, ch4: Array, warming: Array, *, compatible: bool
) -> dict[str, Array]:
    """Forcing (member,) [W m-2] by agent at the end of a year; warming is that of its start."""
    end = year + 1
    before = greenhouse(own, own["baseline_concentration[CO2]"], np.full_like(ch4, CH4_1750), N2O_1750)
    found = {agent: now - before[agent] for agent, now in greenhouse(own, co2, ch4, shared.n2o[end]).items()}
    found["Minor greenhouse gases"] = own["forcing_scale[minor greenhouse gases]"] * shared.minor[end]
    drivers: dict[str, Array | float] = {name: values[year] for name, values in shared.above.items()}
    drivers["CH4"] = ch4 - CH4_1750
    drivers["N2O"] = shared.n2o[end] - N2O_1750
    drivers[EESC] = shared.eesc[end]
    found["Ozone"] = -0.037 * warming
    for name in ("CH4", "N2O", EESC, "CO", "VOC", "NOx"):
        found["Ozone"] = found["Ozone"] + own[f"ozone_radiative_efficiency[{name}]"] * drivers[name]
    found[WATER] = 4.4e-5 * own[f"forcing_scale[{WATER}]"] * drivers["CH4"]
    scattered = np.zeros_like(ch4)
    for name, driver in drivers.items():
        if not (compatible and name == EESC):
            scattered += own[f"erfari_radiative_efficiency[{name}]"] * driver
    found["Aerosol-radiation interactions"] = scattered
    emitted = {name: shared.emissions[row(name), year] for name in SLCFS}
    preindustrial = {name: species()[name].baseline_emissions for name in SLCFS}
    found["Aerosol-cloud interactions"] = clouds(own, emitted) - clouds(own, preindustrial)
    found[SNOW] = 0.01407193 * own[f"forcing_scale[{SNOW}]"] * shared.above["BC"][year]
    found["Land use"] = -0.000222468 * own["forcing_scale[Land use]"] * shared.land[end]
    found["Solar"] = own["forcing_scale[Solar]"] * shared.solar[end] + own["solar_trend"] * shared.trend[end]
    found["Volcanic"] = own["forcing_scale[Volcanic]"] * shared.volcanic[end]
    return found


def layers_of(own: Parameters, name: str) -> Array:
    """``ocean_heat_capacity`` or ``ocean_heat_transfer``, (layer, member)."""
    count = sum(column.startswith(f"{name}[") for column in own)
    return np.array([own[f"{name}[{layer}]"] for layer in range(count)])


def year_steps(own: Parameters) -> tuple[Array, Array]:
    """The state's factor (member, state, state) and the forcing's (member, state) over a year."""
    capacity, transfer = layers_of(own, "ocean_heat_capacity"), layers_of(own, "ocean_heat_transfer")
    gamma, efficacy = own["gamma_autocorrelation"], own["deep_ocean_efficacy"]
    steps = []
    for member in range(len(gamma)):
        matrix = rates(gamma[member], capacity[:, member], transfer[:, member], efficacy[member])
        steps.append(year_step(matrix, gamma[member] * np.eye(len(matrix))[0]))
    return np.array([step[0] for step in steps]), np.array([step[1] for step in steps])


def imbalance_of(own: Parameters, erf: Array, layers: Array) -> Array:
    """What comes in at the top of the air and does not go out, (timebound, member) [W m-2]."""
    transfer = layers_of(own, "ocean_heat_transfer")
    exchange = transfer[-1] * (layers[:, -2] - layers[:, -1])
    return np.asarray(erf - transfer[0] * layers[:, 0] + (1.0 - own["deep_ocean_efficacy"]) * exchange)


def run_members(
    emissions: Array, solar: Array, volcanic: Array, own: Parameters, *, compatible: bool, noise: Array | None = None
) -> Climate:
    """Emissions (species, year) from 1750; sun and volcanoes (timebound,) [W m-2]; noise (year, state, member)."""
    shared = share(emissions, solar, volcanic, compatible=compatible)
    matrix, push = year_steps(own)
    size, count = push.shape
    states, boxes = [np.zeros((count, size))], [np.zeros((4, size))]
    methane = np.zeros(size)
    co2, ch4, sunk, forcings = [own["baseline_concentration[CO2]"]], [np.full(size, CH4_1750)], [], []
    for year in range(emissions.shape[1]):
        state, before = states[-1], float(emissions[:2, :year].sum())
        box, taken = step_co2(own, boxes[-1], float(emissions[:2, year].sum()), before, state[1])
        methane = step_ch4(shared, year, methane, ch4[-1], state[1])
        boxes.append(box)
        sunk.append(taken)
        co2.append(co2[0] + box.sum(axis=0) * AIR / 44.009)
        ch4.append(CH4_1750 + methane * AIR / 16.043)
        forcing = force(own, shared, year, co2[-1], ch4[-1], state[1], compatible=compatible)
        forcings.append(forcing)
        felt = sum(forcing.values()) - 0.4 * forcing["Volcanic"]
        state = np.einsum("mij,jm->im", matrix, state) + push.T * felt
        states.append(state if noise is None else state + noise[year])
    agents = {agent: np.array([np.zeros(size), *(one[agent] for one in forcings)]) for agent in forcings[0]}
    erf, layers = np.sum(list(agents.values()), axis=0), np.array(states)[:, 1:]
    heat = np.cumsum(imbalance_of(own, erf, layers)[1:], axis=0) * EARTH_W_M2_YEARS
    return Climate(
        temperature=layers[:, 0],
        layers=layers,
        co2=np.array(co2),
        ch4=np.array(ch4),
        boxes=np.array(boxes),
        sunk=np.array(sunk),
        agents=agents,
        erf=erf,
        heat=np.concatenate([np.zeros((1, size)), heat]),
    )
