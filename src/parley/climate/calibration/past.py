"""The past as the members of an ensemble have it, beside what was observed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.hindcast import BASELINE, window_mean
from parley.climate.calibration.observations import Series, load_series
from parley.climate.calibration.prior_run import SCENARIO
from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.result import Result
from parley.climate.scenario import Scenario
from parley.climate.warming import annual_mean

Array = NDArray[np.float64]

SHARES = (0.05, 0.5, 0.95)
_AEROSOLS = ("Aerosol-radiation interactions", "Aerosol-cloud interactions")
_FIRST_UPTAKE = 1971
_JOULES_PER_ZJ = 1e21
_RECENT = 10


@dataclass(frozen=True, eq=False)
class PastBand:
    """One quantity year by year."""

    title: str
    unit: str
    years: NDArray[np.int64]
    quantiles: Array
    """(quantile, year) of ``SHARES`` over members"""
    observed: Series


@dataclass(frozen=True, eq=False)
class PastWarming:
    """How well the members' warming, with internal variability, goes with what was observed."""

    band: PastBand
    inside: float
    """Share of observed years in the members' 5 to 95 % range."""
    recent: float
    """Median over members of the mean of the last ten observed years [K]."""
    recent_observed: float
    """The observed mean of these years [K]."""


def run_past_of(ensemble: Ensemble, last_year: int, seed: int = 0) -> Result:
    """History with internal variability; with ``seed`` 0, that which each member was chosen with."""
    outputs = ("temperature", "concentration", "ocean_heat", "erf_by_agent")
    scenario = Scenario.packaged(SCENARIO)
    return run(scenario, ensemble, end=last_year, outputs=outputs, internal_variability=True, seed=seed)


def past_warming(result: Result, observed: Series) -> PastWarming:
    """Compare as the filter does: the observed mean of a year with the state at its end."""
    across = result.series("temperature")[0].T
    first = int(result.timebounds[0])
    warmed = across - window_mean(across, BASELINE[0] - first, BASELINE[1] + 1 - first)
    start = int(observed.years[0]) + 1 - first
    values = warmed[start : start + observed.years.size]
    band = PastBand("Warming above 1850–1900", "°C", observed.years, _quantiles(values), observed)
    low, _, high = band.quantiles
    inside = float(np.mean((observed.values >= low) & (observed.values <= high)))
    recent = float(np.median(values[-_RECENT:].mean(axis=0)))
    return PastWarming(band, inside, recent, float(observed.values[-_RECENT:].mean()))


def past_bands(result: Result) -> list[PastBand]:
    """Heat taken up by the Earth, CO2, and forcing by aerosols, beside the packaged observations."""
    heat = annual_mean(result.series("ocean_heat")[0]) / _JOULES_PER_ZJ
    heat -= heat[_FIRST_UPTAKE - int(result.years[0])]
    aerosols = annual_mean(np.asarray(sum(result.erf_by_agent[name][0] for name in _AEROSOLS)))
    return [
        _band(result, heat, "Heat taken up by the Earth since 1971", "ZJ", load_series("earth_energy_uptake")),
        _band(result, annual_mean(result.concentration["CO2"][0]), "Carbon dioxide", "ppm", load_series("co2")),
        _band(result, aerosols, "Forcing by aerosols above 1750", "W m⁻²", load_series("erf_aerosol")),
    ]


def _band(result: Result, annual: Array, title: str, unit: str, observed: Series) -> PastBand:
    """Of annual means (year, member), in the observed years that the run has."""
    seen = observed.until(int(result.years[-1]))
    start = int(seen.years[0] - result.years[0])
    return PastBand(title, unit, seen.years, _quantiles(annual[start : start + seen.years.size]), seen)


def _quantiles(values: Array) -> Array:
    return np.quantile(values, SHARES, axis=1)
