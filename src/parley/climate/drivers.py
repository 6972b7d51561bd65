"""What a scenario does to all members alike, worked out once: gases of a fixed lifetime, the numbers of each step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.gases import (
    fill_concentrations,
    fill_methane_lifetimes,
    fill_steps,
    fill_weighted_sum,
)
from parley.climate.kernels.layout import N_STEP_COLUMNS
from parley.climate.methane import MethaneLifetime
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, MINOR_GASES, SLCFS, constants, species

Array = NDArray[np.float64]

FIXED_GASES = ("N2O", *MINOR_GASES)
"""Gases whose lifetime nothing changes, so that their concentrations are the same for all members."""

_FIXED_ROWS = np.array([EMITTED.index(gas) for gas in FIXED_GASES])
_SLCF_ROWS = np.array([EMITTED.index(name) for name in SLCFS])
_AIR_UNITS = 28.97 / 5.1352
"""Of the atmosphere, 5.1352e18 kg and 28.97 g/mol: ppm per Gt, ppb per Mt, ppt per kt, times g/mol."""
_TREND_YEARS = (1750, 2020)


@dataclass(frozen=True, eq=False, slots=True)
class Drivers:
    """A scenario as the kernels take it."""

    steps: Array
    """(step, column) as ``kernels.layout.Step``"""
    concentrations: Array
    """(gas, timebound) of ``FIXED_GASES`` [ppb for N2O, ppt for the others]"""
    chlorine_ppt: Array
    """(timebound,) equivalent effective stratospheric chlorine"""


@dataclass(frozen=True, eq=False, slots=True)
class _Properties:
    """Of the gases of a fixed lifetime, each (gas,)."""

    baseline: Array
    baseline_emissions: Array
    lifetime: Array
    per_emission: Array
    forcing: Array
    chlorine: Array


def drive(
    scenario: Scenario, natural: NaturalForcing, methane: MethaneLifetime, end: int, fair_compatible: bool
) -> Drivers:
    """Work out a scenario from its first year to the end of the year ``end``.

    Raises ClimateError when the natural forcing does not reach so far.
    """
    n_years = end - int(scenario.years[0]) + 1
    bounds = np.arange(scenario.years[0], end + 2)
    emissions = scenario.emissions[:, :n_years]
    gases, all_species = _properties(fair_compatible), species()
    concentrations = np.empty((len(FIXED_GASES), n_years + 1))
    fill_concentrations(
        emissions[_FIXED_ROWS],
        gases.baseline,
        gases.baseline_emissions,
        gases.lifetime,
        gases.per_emission,
        concentrations,
    )
    changes = concentrations - gases.baseline[:, None]
    chlorine, minor = np.empty(n_years + 1), np.empty(n_years + 1)
    fill_weighted_sum(gases.chlorine, concentrations, chlorine)
    fill_weighted_sum(gases.forcing, changes, minor)
    # The stored baseline differs in its seventh digit from what the gases of 1750 add up to.
    above = chlorine - (constants()["eesc_baseline_concentration_ppt"] if fair_compatible else chlorine[0])
    slcf_baseline = np.array([all_species[name].baseline_emissions for name in SLCFS])
    slcfs = emissions[_SLCF_ROWS]
    lifetimes = _methane_lifetimes(methane, slcfs - slcf_baseline[:, None], np.stack([changes[0], above]))
    steps = np.empty((n_years, N_STEP_COLUMNS))
    co2, afolu, ch4 = emissions[0] + emissions[1], emissions[1], emissions[2] - all_species["CH4"].baseline_emissions
    forced = _natural(natural, bounds)
    fill_steps(
        co2,
        afolu,
        ch4,
        lifetimes,
        concentrations[0],
        gases.baseline[0],
        slcfs,
        slcf_baseline,
        above,
        minor,
        forced,
        steps,
    )
    return Drivers(steps, concentrations, chlorine)


def _methane_lifetimes(methane: MethaneLifetime, slcfs: Array, changes: Array) -> Array:
    sensitivity = np.array([methane.by_driver.get(name, 0.0) for name in SLCFS])
    of_gases = np.array([methane.by_driver.get(name, 0.0) for name in ("N2O", "EESC")])
    filled = np.empty(slcfs.shape[1])
    fill_methane_lifetimes(slcfs, sensitivity, changes, of_gases, methane.years, filled)
    return filled


def _natural(natural: NaturalForcing, bounds: NDArray[np.int64]) -> Array:
    """Solar, the line that the solar trend multiplies, volcanic; (3, timebound)."""
    solar, volcanic = natural.on(bounds)
    first, last = _TREND_YEARS
    return np.stack([solar, np.clip((bounds - first) / (last - first), 0.0, 1.0), volcanic])


@cache
def _properties(fair_compatible: bool) -> _Properties:
    table = [species()[gas] for gas in FIXED_GASES]
    # N2O's forcing is not linear, and it is no halogen.
    forcing = [
        0.0 if gas.name == "N2O" else gas.radiative_efficiency * 1e-3 * (1.0 + gas.tropospheric_adjustment)
        for gas in table
    ]
    bromine = constants()["eesc_bromine_factor"]
    chlorine = [np.nan_to_num((gas.cl_atoms + bromine * gas.br_atoms) * gas.fractional_release) for gas in table]
    scale = [_stored_lifetime_scale(gas.iirf_0, gas.g0, gas.g1) if fair_compatible else 1.0 for gas in table]
    return _Properties(
        np.array([gas.baseline_concentration for gas in table]),
        np.array([gas.baseline_emissions for gas in table]),
        np.array([gas.lifetime_years for gas in table]) * scale,
        np.array([_AIR_UNITS / gas.molecular_weight for gas in table]),
        np.array(forcing),
        np.array(chlorine),
    )


def _stored_lifetime_scale(iirf_0: float, g0: float, g1: float) -> float:
    """FaIR's factor on the lifetime of a gas at rest: 1 but for the digits that g0 is stored with."""
    with np.errstate(over="ignore", invalid="ignore"):
        scale = float(np.float64(g0) * np.exp(np.minimum(np.float64(iirf_0), 100.0) / g1))
    return scale if np.isfinite(scale) else 1.0
