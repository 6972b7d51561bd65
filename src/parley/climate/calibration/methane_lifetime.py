"""The lifetime of methane, fitted to its observed concentrations, and not without what models know.

Models of AerChemMIP give, with their spread, how the lifetime answers to each driver (Thornhill et al. 2021, doi
10.5194/acp-21-853-2021 and 10.5194/acp-21-1105-2021).
The fit is penalised least squares: observations pull, the models' means hold, each in the measure of its uncertainty,
and the lifetime itself is free. Observations count so that sensitivities depart from the models' means by one standard
deviation in the root mean square.
"""

from __future__ import annotations

import math
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.observations import load_series
from parley.climate.calibration.precursors import load_precursors
from parley.climate.calibration.scientific import scipy_optimize
from parley.climate.drivers import FIXED_GASES, drive
from parley.climate.history import HISTORY_END, load_history
from parley.climate.methane import DRIVERS, MethaneLifetime, published_methane_lifetime
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, species
from parley.climate.tables import read_table

Array = NDArray[np.float64]

SENSITIVITIES = ("CH4", "NOx", "VOC", "EESC", "N2O", "temperature")
"""Drivers of the lifetime that models know."""
OBSERVED_SD_PPB = 50.0
"""Of each year's concentration: far above errors of measurement, as emissions and a single box err for decades."""
FIRST_OBSERVED = 1850
_LOWEST_FACTOR = 0.01
_PPB_PER_MT = 28.97 / 5.1352 / 16.043


class Assessed(NamedTuple):
    """Change of the lifetime over 1850 to 2014 by the change of each driver; by 1 K for temperature."""

    mean: Array
    """(driver,)"""
    sd: Array
    """(driver,) over models"""


class Past(NamedTuple):
    """What drives the lifetime, and what comes of it; (year,) from 1750, states on 1 January."""

    emissions: Array
    """CH4 above 1750 [Mt/yr]"""
    drivers: Array
    """(driver, year) as ``SENSITIVITIES`` without CH4, above 1750; warming [K]"""
    observed: Array
    """CH4, mean of the year [ppb]"""
    changes: Array
    """(driver,) from 1850 to 2014 of ``SENSITIVITIES`` without temperature"""
    before: Array
    """(driver,) the same from 1750 to 1850"""


@cache
def methane_lifetime() -> MethaneLifetime:
    """Of all members, as packaged."""
    found = {row["driver"]: float(row["value"]) for row in read_table("methane_lifetime.csv")}
    return MethaneLifetime(
        found["lifetime"],
        found["CH4"],
        found["temperature"],
        MappingProxyType({name: found.get(name, 0.0) for name in DRIVERS}),
    )


@cache
def load_assessed() -> Assessed:
    """Over the models that give a figure."""
    rows = read_table("aerchemmip_methane.csv")
    given = [np.array([float(row[name]) for row in rows if row[name]]) for name in SENSITIVITIES]
    return Assessed(np.array([of.mean() for of in given]), np.array([of.std(ddof=1) for of in given]))


def fit_methane_lifetime() -> MethaneLifetime:
    """What ``methane_lifetime`` is made from. Raises CalibrationError without SciPy."""
    past, assessed = load_past(), load_assessed()

    def miss(unknowns: Array) -> Array:
        modelled = simulate(past, _as_lifetime(unknowns, past))
        observed = (modelled - past.observed)[FIRST_OBSERVED - 1750 :] / OBSERVED_SD_PPB
        return np.concatenate([observed, (unknowns[1:] - assessed.mean) / assessed.sd])

    start = np.concatenate([[math.log(published_methane_lifetime().years)], assessed.mean])
    found = scipy_optimize().least_squares(miss, start, method="lm", xtol=1e-12, ftol=1e-12)
    return _as_lifetime(found.x, past)


def departures(lifetime: MethaneLifetime) -> dict[str, float]:
    """By how many standard deviations of the models each sensitivity is from their mean."""
    past, assessed = load_past(), load_assessed()
    per_unit = np.array([lifetime.by_ch4, *(lifetime.by_driver[name] for name in SENSITIVITIES[1:5])])
    relative = per_unit * past.changes / (1.0 + per_unit * past.before)
    scores = (np.append(relative, lifetime.by_warming) - assessed.mean) / assessed.sd
    return dict(zip(SENSITIVITIES, scores.tolist(), strict=True))


def misfit(lifetime: MethaneLifetime, last_year: int = HISTORY_END) -> float:
    """Root mean square error of concentrations of 1850 to ``last_year`` [ppb]."""
    past = load_past()
    error = (simulate(past, lifetime) - past.observed)[FIRST_OBSERVED - 1750 : last_year + 1 - 1750]
    return float(np.sqrt(np.mean(error**2)))


def _as_lifetime(unknowns: Array, past: Past) -> MethaneLifetime:
    """From the logarithm of the lifetime of 1850 and relative changes since to the lifetime of 1750 and per unit."""
    relative = unknowns[1:6] / past.changes
    per_unit = relative / (1.0 - relative * past.before)
    years = math.exp(unknowns[0]) / float(np.prod(1.0 + per_unit * past.before))
    named = dict(zip(SENSITIVITIES[:5], per_unit.tolist(), strict=True))
    by_driver = MappingProxyType({name: named.get(name, 0.0) for name in DRIVERS})
    return MethaneLifetime(years, named["CH4"], float(unknowns[6]), by_driver)


def simulate(past: Past, lifetime: MethaneLifetime) -> Array:
    """Concentrations as the engine works them out, but with warming as observed: (year,), means of years [ppb]."""
    sensitivities = np.array([*(lifetime.by_driver[name] for name in SENSITIVITIES[1:5]), lifetime.by_warming])
    factors = np.maximum(1.0 + sensitivities[:, None] * past.drivers, _LOWEST_FACTOR)
    undisturbed = (lifetime.years * factors.prod(axis=0)).tolist()
    baseline = species()["CH4"].baseline_concentration
    bounds, airborne = [baseline], 0.0
    for years, emitted in zip(undisturbed, past.emissions.tolist(), strict=True):
        years *= max(1.0 + lifetime.by_ch4 * (bounds[-1] - baseline), _LOWEST_FACTOR)
        lost = math.expm1(-1.0 / years)
        airborne += airborne * lost - emitted * years * lost
        bounds.append(baseline + _PPB_PER_MT * airborne)
    on_bounds = np.array(bounds)
    return np.asarray(0.5 * (on_bounds[1:] + on_bounds[:-1]))


@cache
def load_past() -> Past:
    """Of the packaged history; N2O and chlorine as the engine has them."""
    history, all_species = load_history(), species()
    driven = drive(
        Scenario.packaged("ssp245"),
        NaturalForcing.packaged("2024"),
        published_methane_lifetime(),
        HISTORY_END,
        fair_compatible=False,
    )
    n2o, chlorine = driven.concentrations[FIXED_GASES.index("N2O")], driven.chlorine_ppt
    nox, voc = (
        history.emissions[EMITTED.index(name)] - all_species[name].baseline_emissions for name in ("NOx", "VOC")
    )
    gmst = load_series("gmst")
    yearly = np.concatenate([np.zeros(gmst.years[0] - history.years[0] + 1), gmst.values])
    drivers = np.stack(
        [
            nox,
            voc,
            (chlorine - chlorine[0])[:-1],
            (n2o - n2o[0])[:-1],
            0.5 * (yearly[1:] + yearly[:-1])[: history.years.size],
        ]
    )
    observed = load_precursors()["CH4"]
    series = np.vstack([observed - observed[0], drivers[:4]])
    first, last = FIRST_OBSERVED - 1750, 2014 - 1750
    emissions = history.emissions[EMITTED.index("CH4")] - all_species["CH4"].baseline_emissions
    return Past(emissions, drivers, observed, series[:, last] - series[:, first], series[:, first])
