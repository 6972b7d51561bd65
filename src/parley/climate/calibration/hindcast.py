"""What a run of the past says of each member: distance from observed warming, and the quantities of the targets.

Means over calendar years weigh the timebounds at both ends half, as the mean of the years' own means does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.observations import Series
from parley.climate.calibration.targets import Target
from parley.climate.drivers import Drivers
from parley.climate.emulator import Traces
from parley.climate.ensemble import Ensemble
from parley.climate.kernels.agents import Agent
from parley.climate.kernels.layout import Step
from parley.climate.kernels.run import CH4_BASELINE_PPB
from parley.climate.parameters import Packed
from parley.climate.species import species

Array = NDArray[np.float64]

BASELINE = (1850, 1900)
"""Calendar years that warming is told above."""
_CLOUD_SPECIES = ("Sulfur", "BC", "OC")
_JOULES_PER_ZJ = 1e21


@dataclass(frozen=True, eq=False, slots=True)
class Past:
    """A run of one scenario; the arrays of ``traces`` are (1, timebound, member), filled up to whole blocks."""

    first_year: int
    ensemble: Ensemble
    packed: Packed
    drivers: Drivers
    traces: Traces

    def of(self, values: Array) -> Array:
        """A trace without what fills up the last block, (timebound, member)."""
        return values[0, :, : len(self.ensemble)]


def window_mean(values: Array, first_bound: int, last_bound: int) -> Array:
    """Mean over calendar years of (timebound, …) values from one bound to another, both ends with half weight."""
    ends = 0.5 * (values[first_bound] + values[last_bound])
    total: Array = values[first_bound + 1 : last_bound].sum(axis=0) + ends
    return total / (last_bound - first_bound)


def window_of(past: Past, first_year: int, last_year: int) -> tuple[int, int]:
    """Timebounds at the beginning of one year and at the end of another."""
    return first_year - past.first_year, last_year + 1 - past.first_year


def warming(past: Past) -> Array:
    """Surface temperature above each member's own mean of ``BASELINE``, (timebound, member) [K]."""
    temperature = past.of(past.traces.temperature)
    return temperature - window_mean(temperature, *window_of(past, *BASELINE))


def warming_error(warmed: Array, first_year: int, observed: Series) -> Array:
    """Root mean square difference from observed warming over all its years, (member,) [K].

    ``warmed`` is (timebound, member) from 1 January of ``first_year``. The observed mean of a year is compared with the
    state at its end, as calibration v1.4.1 does. That state is what a step of the year leads to, with the year's mean
    volcanic forcing; and the year-to-year variability of members was fitted to annual means of climate models taken
    as such states. The mean of two states would have less of it.
    """
    start = int(observed.years[0]) + 1 - first_year
    distance = warmed[start : start + observed.years.size] - observed.values[:, None]
    return np.asarray(np.sqrt(np.mean(np.square(distance, out=distance), axis=0)))


def measure(target: Target, past: Past, warmed: Array) -> Array:
    """The quantity of ``target``, (member,) in its unit; ``warmed`` is what ``warming`` gives."""
    match target.quantity:
        case "ECS":
            return past.ensemble.ecs
        case "TCR":
            return past.ensemble.tcr
    assert target.first_year is not None
    assert target.last_year is not None
    first, last = window_of(past, target.first_year, target.last_year)
    match target.quantity:
        case "GMST":
            return window_mean(warmed, first, last)
        case "CO2":
            return window_mean(past.of(past.traces.co2), first, last)
        case "Earth energy uptake":
            heat = past.of(past.traces.heat)
            return (window_mean(heat, last - 1, last) - window_mean(heat, first, first + 1)) / _JOULES_PER_ZJ
        case "ERFari":
            return aerosol_radiation_forcing(past, first, last)
        case "ERFaci":
            return aerosol_cloud_forcing(past, first, last)
    return aerosol_radiation_forcing(past, first, last) + aerosol_cloud_forcing(past, first, last)


def aerosol_radiation_forcing(past: Past, first: int, last: int) -> Array:
    """Mean between two timebounds above 1750, (member,) [W m-2]: linear in the drivers, so of their means."""
    # The drivers of step i stand at timebound i + 1.
    drivers = window_mean(past.drivers.steps, first - 1, last - 1)[Step.LINEAR :]
    methane = window_mean(past.of(past.traces.ch4), first, last) - CH4_BASELINE_PPB
    total: Array = past.packed.ch4_linear[Agent.AEROSOL_RADIATION] * methane
    for coefficient, driver in zip(past.packed.linear[Agent.AEROSOL_RADIATION], drivers, strict=True):
        total += coefficient * driver
    return total


def aerosol_cloud_forcing(past: Past, first: int, last: int) -> Array:
    """Mean between two timebounds above 1750, (member,) [W m-2]."""
    own = past.ensemble.parameters
    emissions = past.drivers.steps[first - 1 : last, Step.SULFUR : Step.OC + 1]
    shapes = np.stack([own[f"aci_shape[{name}]"] for name in _CLOUD_SPECIES])
    burdens = np.stack([np.log1p((shapes * year[:, None]).sum(axis=0)) for year in emissions])
    baseline = np.array([species()[name].baseline_emissions for name in _CLOUD_SPECIES])
    reference = np.log1p((shapes * baseline[:, None]).sum(axis=0))
    forcing: Array = own["aci_scale"] * (window_mean(burdens, 0, len(burdens) - 1) - reference)
    return forcing
