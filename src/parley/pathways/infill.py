"""From the world's emissions by gas to those of every species that the climate engine takes.

The world of the pathways meets the packaged history in the data year (Gidden et al. 2018, doi
10.1016/j.envsoft.2018.04.002). Fossil CO2 by a ratio that fades to one by 2050, as inventories and the history count
the same thing. CO2 of land use by an offset that fades by 2050, as models differ. Methane and nitrous oxide by an
offset that stays: the history has fires and other sources that no inventory counts and no pledge covers. F-gases are
split as SSP2-4.5 splits them; substances that deplete ozone are as there, too; aerosols and their precursors follow
fossil CO2 (``responses``).
"""

from __future__ import annotations

from functools import cache

import numpy as np

from parley.climate.harmonise_methods import Method, harmonise
from parley.climate.history import FIRST_YEAR as FIRST_OF_HISTORY
from parley.climate.history import HISTORY_END, load_scenario_emissions
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, SLCFS
from parley.pathways.axes import (
    CH4,
    CO2_FFI,
    CO2_LAND,
    F_GASES,
    FIRST_YEAR,
    LAST_YEAR,
    N2O,
    YEARS,
    FloatArray,
    place,
)
from parley.pathways.responses import (
    MIDDLE,
    f_gas_names,
    middle_f_gases,
    middle_of,
    precursor_range,
    precursor_slopes,
)

FADED_BY = 2050
_MT_IN_GT = 1e3
_NATIVE = {CO2_FFI: ("CO2 FFI", _MT_IN_GT), CO2_LAND: ("CO2 AFOLU", _MT_IN_GT), CH4: ("CH4", 1.0), N2O: ("N2O", 1.0)}
_METHODS = {
    CO2_FFI: Method("ratio", FADED_BY),
    CO2_LAND: Method("offset", FADED_BY),
    CH4: Method("offset"),
    N2O: Method("offset"),
}
_ALL_YEARS = np.arange(FIRST_OF_HISTORY, LAST_YEAR + 1)


def harmonised(world: FloatArray, data_year: int) -> FloatArray:
    """The world's emissions, (gas, year) in ``axes.UNITS``, met with the packaged history in ``data_year``.

    Up to that year they are the history's. F-gases, which the history has one by one, are as they were.
    """
    join = place(data_year)
    found = world.copy()
    for gas, (species, per_unit) in _NATIVE.items():
        past = middle_of(species) * per_unit
        found[gas, :join] = past[:join]
        found[gas, join:] = harmonise(YEARS[join:], world[gas, join:], data_year, float(past[join]), _METHODS[gas])
    return found


def to_scenario(name: str, world: FloatArray, data_year: int) -> Scenario:
    """The scenario that the climate engine runs, 1750 to 2100, of emissions that are ``harmonised``, (gas, year).

    Raises ScenarioError where the result is what no scenario may be.
    """
    emissions = _middle().copy()
    first, after = FIRST_YEAR - FIRST_OF_HISTORY, place(data_year) + 1
    for gas, (species, per_unit) in _NATIVE.items():
        emissions[EMITTED.index(species), first + after :] = world[gas, after:] / per_unit
    emissions[_f_rows(), first + after :] *= _f_ratio(world[F_GASES], data_year)[after:]
    known = max(after, place(HISTORY_END))
    emissions[_precursor_rows(), first + known :] = _precursors(world[CO2_FFI])[:, known:]
    return Scenario(name, _ALL_YEARS, emissions)


def _precursors(co2_ffi_mt: FloatArray) -> FloatArray:
    """Short-lived species, (species, year) [native], of a world with this fossil CO2, (year,) [MtCO2]."""
    now = place(HISTORY_END)
    middle_co2 = middle_of("CO2 FFI")
    more = (co2_ffi_mt / _MT_IN_GT - middle_co2) / middle_co2[now]
    middle = np.array([middle_of(species) for species in SLCFS])
    least, most = precursor_range()
    found: FloatArray = (middle + precursor_slopes() * more * middle[:, [now]]).clip(least, most)
    return found


def _f_ratio(f_gases: FloatArray, data_year: int) -> FloatArray:
    """How many times the F-gases of SSP2-4.5 the world emits, (year,), one in the data year."""
    join, middle = place(data_year), middle_f_gases()
    ratio: FloatArray = (f_gases / f_gases[join]) / (middle / middle[join])
    return ratio


@cache
def _middle() -> FloatArray:
    """All species of SSP2-4.5, (species, year) from 1750 to the last year [native]."""
    return load_scenario_emissions(MIDDLE).emissions[:, : _ALL_YEARS.size]


@cache
def _f_rows() -> list[int]:
    return [EMITTED.index(name) for name in f_gas_names()]


@cache
def _precursor_rows() -> list[int]:
    return [EMITTED.index(name) for name in SLCFS]
