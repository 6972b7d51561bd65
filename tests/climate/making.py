"""Members, ensembles and scenarios invented for tests of the climate engine."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.climate.ensemble import Ensemble
from parley.climate.history import FIRST_YEAR
from parley.climate.natural import NaturalForcing
from parley.climate.parameters import EESC, MINOR_SCALE, SOLAR_TREND, layer_names
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, species

Array = NDArray[np.float64]

# Lowest and highest value, wider apart than members of published ensembles are.
RANGES: dict[str, tuple[float, float]] = {
    "gamma_autocorrelation": (0.5, 15.0),
    "deep_ocean_efficacy": (0.6, 2.4),
    "sigma_eta": (0.0, 1.6),
    "sigma_xi": (0.1, 0.9),
    "forcing_4co2": (5.0, 11.0),
    "iirf_0[CO2]": (24.0, 40.0),
    "iirf_uptake[CO2]": (-0.004, 0.009),
    "iirf_temperature[CO2]": (-1.5, 5.0),
    "iirf_airborne[CO2]": (-0.001, 0.007),
    "baseline_concentration[CO2]": (272.0, 284.0),
    "forcing_scale[CO2]": (0.75, 1.25),
    "erfari_radiative_efficiency[Sulfur]": (-0.008, -0.001),
    "erfari_radiative_efficiency[BC]": (-0.01, 0.06),
    "erfari_radiative_efficiency[OC]": (-0.015, 0.002),
    "erfari_radiative_efficiency[NH3]": (-0.004, 0.001),
    "erfari_radiative_efficiency[NOx]": (-2e-4, 1e-4),
    "erfari_radiative_efficiency[VOC]": (-1e-4, 1e-4),
    "erfari_radiative_efficiency[CO]": (-1e-4, 1e-4),
    "erfari_radiative_efficiency[CH4]": (-5e-6, 1e-6),
    "erfari_radiative_efficiency[N2O]": (-7e-5, 2e-5),
    f"erfari_radiative_efficiency[{EESC}]": (-2e-5, 5e-6),
    "ozone_radiative_efficiency[CH4]": (1e-4, 3e-4),
    "ozone_radiative_efficiency[N2O]": (2e-4, 2e-3),
    f"ozone_radiative_efficiency[{EESC}]": (-2e-4, 5e-5),
    "ozone_radiative_efficiency[CO]": (-1e-4, 3e-4),
    "ozone_radiative_efficiency[VOC]": (-1e-4, 8e-4),
    "ozone_radiative_efficiency[NOx]": (5e-4, 3e-3),
    "forcing_scale[CH4]": (0.7, 1.3),
    "forcing_scale[N2O]": (0.8, 1.2),
    MINOR_SCALE: (0.7, 1.3),
    "forcing_scale[Stratospheric water vapour]": (-0.5, 2.5),
    "forcing_scale[Land use]": (0.2, 1.8),
    "forcing_scale[Volcanic]": (0.5, 1.5),
    "forcing_scale[Solar]": (0.2, 1.8),
    "forcing_scale[Light absorbing particles on snow and ice]": (-0.5, 2.8),
    SOLAR_TREND: (-0.1, 0.1),
}
# Clouds answer to sulphur, and to the others by anything between not at all and much.
_SHAPE_EXPONENTS = {"Sulfur": (-3.0, 1.0), "BC": (-60.0, 4.0), "OC": (-90.0, 3.0)}
_ACI_2010 = (-2.2, 0.2)
_CAPACITIES = ((2.0, 9.0), (10.0, 40.0), (50.0, 200.0), (250.0, 500.0))
_TRANSFERS = ((0.5, 2.2), (1.0, 4.0), (0.3, 1.6), (0.2, 1.0))


def make_parameters(members: int = 4, layers: int = 3, seed: int = 0) -> dict[str, Array]:
    """Parameters of members that have little in common, by FaIR's names, each (member,)."""
    random = np.random.default_rng(seed)
    drawn = {name: random.uniform(low, high, members) for name, (low, high) in RANGES.items()}
    for name, (low, high) in _SHAPE_EXPONENTS.items():
        drawn[f"aci_shape[{name}]"] = 10.0 ** random.uniform(low, high, members)
    emitted = 110.0 * drawn["aci_shape[Sulfur]"] + 8.0 * drawn["aci_shape[BC]"] + 30.0 * drawn["aci_shape[OC]"]
    before = 2.3 * drawn["aci_shape[Sulfur]"] + 2.1 * drawn["aci_shape[BC]"] + 15.4 * drawn["aci_shape[OC]"]
    drawn["aci_scale"] = random.uniform(*_ACI_2010, members) / (np.log1p(emitted) - np.log1p(before))
    ranges = (*_CAPACITIES[:layers], *_TRANSFERS[:layers])
    for name, (low, high) in zip(layer_names(layers), ranges, strict=True):
        drawn[name] = random.uniform(low, high, members)
    return drawn


def make_ensemble(members: int = 4, layers: int = 3, seed: int = 0, **options: Any) -> Ensemble:
    """An ensemble of such members, with ids that are not their places."""
    ids = 1000 + 7 * np.arange(members)
    return Ensemble(make_parameters(members, layers, seed), name="invented", members=ids, **options)


def make_balanced_emissions(years: int) -> Array:
    """Emissions of 1750 in every year, (species, year): nothing but the sun and volcanoes changes the climate."""
    return np.repeat([[row.baseline_emissions] for row in species().values()], years, axis=1)


def make_quiet(end: int = 2101) -> NaturalForcing:
    """No sunspots, no volcanoes."""
    bounds = np.arange(FIRST_YEAR, end + 1)
    return NaturalForcing("none", bounds, np.zeros(bounds.size), np.zeros(bounds.size))


def make_scenario(emissions: Array, name: str = "invented", natural: NaturalForcing | None = None) -> Scenario:
    """A scenario of emissions (species, year) from 1750 on."""
    return Scenario(name, np.arange(FIRST_YEAR, FIRST_YEAR + emissions.shape[1]), emissions, natural)


def make_wild_emissions(years: int = 120, seed: int = 0) -> Array:
    """Emissions (species, year) that jump from year to year, with every species at work and CO2 removed at times."""
    random = np.random.default_rng(seed)
    largest = {
        "CO2 FFI": 60.0,
        "CO2 AFOLU": 12.0,
        "CH4": 700.0,
        "N2O": 25.0,
        "Sulfur": 150.0,
        "BC": 12.0,
        "OC": 60.0,
        "NH3": 90.0,
        "NOx": 200.0,
        "VOC": 300.0,
        "CO": 1200.0,
    }
    emissions = np.array([random.uniform(0.0, largest.get(name, 300.0), years) for name in EMITTED])
    emissions[:2] -= 0.1 * np.array([[60.0], [12.0]])
    return emissions
