"""How other gases move with fossil CO2 across scenarios, for what no pledge says.

A pledge of all gases, or of CO2 alone, does not say how much of it is methane, and none speaks of soot. The eight
packaged scenarios (SSPs of CMIP6) do: in every year, the more CO2 a scenario emits than SSP2-4.5, the more of most
other species. The slope is that of the straight line through SSP2-4.5 that fits the others best, of emissions relative
to 2024. So a world that emits CO2 as SSP2-4.5 does has all other species as SSP2-4.5 has them. The relations are those
that the AR6 workflow fills gaps with (Lamboll et al. 2020, doi 10.5194/gmd-13-5259-2020), in their simplest form.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from parley.climate.history import FIRST_YEAR as FIRST_OF_HISTORY
from parley.climate.history import HISTORY_END, SCENARIOS, load_scenario_emissions
from parley.climate.species import EMITTED, MINOR_GASES, SLCFS
from parley.errors import UsageError
from parley.pathways.axes import CH4, CO2_FFI, F_GASES, FIRST_YEAR, GASES, LAST_YEAR, N2O, N_YEARS, FloatArray
from parley.terms.gwp import gwp

MIDDLE = "ssp245"
"""The scenario that all others are measured from."""
STEADY_FROM = 2030
"""Before this year scenarios are too close to each other for a slope; they have that of this year."""
F_METRIC = "AR5GWP100"
_PRECURSORS = SLCFS


@cache
def gas_response() -> FloatArray:
    """How strongly each gas follows fossil CO2, (gas, year), 0 to 1.

    Where fossil CO2 is ``k`` times what a baseline has, another gas is ``1 - e (1 - k)`` times; land use is not moved.
    """
    found = np.zeros((len(GASES), N_YEARS))
    found[CO2_FFI] = 1.0
    found[CH4] = _slope(_of("CH4"))
    found[N2O] = _slope(_of("N2O"))
    found[F_GASES] = _slope(_f_gases())
    found = found.clip(0.0, 1.0)
    found.setflags(write=False)
    return found


@cache
def precursor_slopes() -> FloatArray:
    """What each short-lived species changes by, (species, year) in the order of ``SLCFS``, relative to both in 2024.

    A world with more fossil CO2 than SSP2-4.5, by a share of that of 2024, has more of the species, by the slope times
    this share of its own emissions of 2024.
    """
    found = np.array([_slope(_of(species)) for species in _PRECURSORS])
    found.setflags(write=False)
    return found


@cache
def precursor_range() -> tuple[FloatArray, FloatArray]:
    """The least and the most that any scenario emits of each short-lived species, both (species, year) [native]."""
    every = np.array([[_of(species)[name] for species in _PRECURSORS] for name in SCENARIOS])
    return every.min(axis=0), every.max(axis=0)


@cache
def middle_of(species: str) -> FloatArray:
    """Emissions of one species in SSP2-4.5, (year,) of ``axes.YEARS`` [native unit]."""
    return _of(species)[MIDDLE]


@cache
def middle_f_gases() -> FloatArray:
    """HFCs, PFCs, SF6 and NF3 of SSP2-4.5 together, (year,) [MtCO2e AR5GWP100]."""
    return _f_gases()[MIDDLE]


@cache
def f_gas_names() -> tuple[str, ...]:
    """The minor gases that inventories count as F-gases: HFCs, PFCs, SF6 and NF3."""
    return tuple(name for name in MINOR_GASES if name.startswith("HFC-") or name in _FLUORINATED)


_FLUORINATED = frozenset(("CF4", "C2F6", "C3F8", "c-C4F8", "C4F10", "C5F12", "C6F14", "C7F16", "C8F18", "NF3", "SF6"))


@cache
def _of(species: str) -> dict[str, FloatArray]:
    row = EMITTED.index(species)
    first, last = FIRST_YEAR - FIRST_OF_HISTORY, LAST_YEAR - FIRST_OF_HISTORY + 1
    return {name: load_scenario_emissions(name).emissions[row, first:last] for name in SCENARIOS}


@cache
def _f_gases() -> dict[str, FloatArray]:
    summed = {name: np.zeros(N_YEARS) for name in SCENARIOS}
    for gas in f_gas_names():
        counts = _counted(gas)
        for name, emitted in _of(gas).items():
            summed[name] = summed[name] + counts * emitted / 1e3
    return summed


def _counted(gas: str) -> float:
    """Tonnes of CO2 for a tonne of an F-gas; of the few that the metric leaves out, nothing."""
    try:
        return gwp(gas, F_METRIC)
    except UsageError:
        return 0.0


def _slope(emitted: dict[str, FloatArray]) -> FloatArray:
    """The slope of a species on fossil CO2 through SSP2-4.5, (year,), both relative to 2024; steady before 2030."""
    co2, now = _of("CO2 FFI"), HISTORY_END - FIRST_YEAR
    others = [name for name in SCENARIOS if name != MIDDLE]
    x = np.array([(co2[name] - co2[MIDDLE]) / co2[MIDDLE][now] for name in others])
    y = np.array([(emitted[name] - emitted[MIDDLE]) / emitted[MIDDLE][now] for name in others])
    steady = STEADY_FROM - FIRST_YEAR
    found = np.empty(N_YEARS)
    found[steady:] = (x * y)[:, steady:].sum(axis=0) / (x * x)[:, steady:].sum(axis=0)
    found[:steady] = found[steady]
    return found
