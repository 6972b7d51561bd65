"""Results as IAMC rows, under the names that climate-assessment writes (Kikstra et al. 2022, AR6 WGIII).

Rows have model, scenario, region, variable, unit and a column for each year. A variable reads

    AR6 climate diagnostics|Surface Temperature (GSAT)|Parleyv0.1.0|50.0th Percentile
    AR6 climate diagnostics|Exceedance Probability 1.5C|Parleyv0.1.0

with our engine in the place of "FaIRv1.6.2" or "MAGICCv7.5.3". Values are means of calendar years, percentiles of each
year on its own. Two things differ from what climate-assessment writes under these names:

* "Surface Temperature (GSAT)" there is shifted, so that the median of 1995-2014 is 0.85 K above 1850-1900. Here each
  member stands above its own mean of 1850-1900, unless ``historical_warming`` asks for that shift. An ensemble that
  was constrained by observed GMST warms as GMST does; AR6 takes the two to be equal within 10 %.
* The basket of minor greenhouse gases is not taken apart, so that there is no row for F-gases and halogens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from parley.climate.quantiles import quantiles_of, years_reached
from parley.climate.result import Result
from parley.climate.warming import annual_mean, annual_warming, baseline_years
from parley.version import __version__

if TYPE_CHECKING:
    import pandas as pd

FloatArray = npt.NDArray[np.float64]

CLIMATE_MODEL = f"Parleyv{__version__}"
PREFIX = "AR6 climate diagnostics"
PERCENTILES = (5, 10, 100 / 6, 17, 25, 33, 50, 66, 67, 75, 83, 500 / 6, 90, 95)
PEAK_PERCENTILES = (5, 10, 17, 25, 33, 50, 66, 67, 75, 83, 90, 95)
THRESHOLDS_K = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)
YEARS = (1950, 2100)
"""First and last year that are written, as far as they were run."""

_RECENT = (1995, 2014)
_EARTH_M2 = 4 * np.pi * 6_371_000.0**2
_YEAR_S = 86_400 * 365.24219
_AGENTS = {
    "CO2": "CO2",
    "CH4": "CH4",
    "N2O": "N2O",
    "Ozone": "Ozone",
    "Aerosol-radiation interactions": "Aerosols|Direct Effect",
    "Aerosol-cloud interactions": "Aerosols|Indirect Effect",
}
_BASKETS: dict[str, tuple[str, ...]] = {
    "Aerosols": ("Aerosol-radiation interactions", "Aerosol-cloud interactions"),
    "Basket|Greenhouse Gases": ("CO2", "CH4", "N2O", "Minor greenhouse gases"),
    "Basket|Non-CO2 Greenhouse Gases": ("CH4", "N2O", "Minor greenhouse gases"),
}
_NATURAL = ("Solar", "Volcanic")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row without its model and region; ``values`` are of the years written, (year,)."""

    scenario: str
    variable: str
    unit: str
    values: FloatArray


def written_years(result: Result) -> npt.NDArray[np.int64]:
    """The years that rows have columns for."""
    years = result.years
    return years[(years >= YEARS[0]) & (years <= YEARS[1])]


def iamc_rows(result: Result, historical_warming: float | None = None) -> Iterator[Row]:
    """Rows of all that was run: percentiles of each output by year, and odds of exceeding each threshold.

    ``historical_warming`` [K] shifts all members of a scenario, so that the median of 1995-2014 is this much above
    1850-1900 (0.85 K in AR6). Raises ClimateError when the run has no temperature or leaves out the years it needs.
    """
    kept = np.isin(result.years, written_years(result))
    fractions = [percentile / 100 for percentile in PERCENTILES]
    for place, scenario in enumerate(result.scenarios):
        warming = _warming(result, place, historical_warming)[kept]
        for variable, unit, values in (("Surface Temperature (GSAT)", "K", warming), *_variables(result, place)):
            ordered = np.sort(values if values is warming else values[kept], axis=1)
            for percentile, row in zip(PERCENTILES, quantiles_of(ordered, fractions), strict=True):
                yield Row(scenario, _name(variable, f"{float(round(percentile, 1))}th Percentile"), unit, row)
        for threshold in THRESHOLDS_K:
            odds = np.mean(warming > threshold, axis=1)
            yield Row(scenario, _name(f"Exceedance Probability {threshold}C"), "dimensionless", odds)


def to_iamc(result: Result, model: str = "unspecified", historical_warming: float | None = None) -> pd.DataFrame:
    """The rows of ``iamc_rows`` as a frame; ``model`` is the one that the scenarios come from."""
    import pandas as pd

    years = written_years(result).tolist()
    rows = [
        [model, row.scenario, "World", row.variable, row.unit, *row.values.tolist()]
        for row in iamc_rows(result, historical_warming)
    ]
    return pd.DataFrame(rows, columns=["model", "scenario", "region", "variable", "unit", *years])


def to_iamc_meta(result: Result, model: str = "unspecified", historical_warming: float | None = None) -> pd.DataFrame:
    """One row a scenario with its peak: odds that it exceeds each threshold, and percentiles of height and year.

    Columns are named as in climate-assessment: "Exceedance Probability 1.5C (Parleyv0.1.0)", "median peak warming
    (Parleyv0.1.0)", "p5 year of peak warming (Parleyv0.1.0)".
    """
    import pandas as pd

    years = written_years(result)
    kept, fractions = np.isin(result.years, years), [percentile / 100 for percentile in PEAK_PERCENTILES]
    rows = []
    for place, scenario in enumerate(result.scenarios):
        warming = _warming(result, place, historical_warming)[kept]
        peak = warming.max(axis=0)
        peak_year = years[warming.argmax(axis=0)].astype(np.float64)
        cells: dict[str, float | int | None]
        cells = {f"Exceedance Probability {threshold}C": float(np.mean(peak > threshold)) for threshold in THRESHOLDS_K}
        for percentile, height in zip(PEAK_PERCENTILES, quantiles_of(np.sort(peak), fractions), strict=True):
            cells[f"{_peak_label(percentile)} peak warming"] = float(height)
        for percentile, year in zip(PEAK_PERCENTILES, years_reached(peak_year, fractions), strict=True):
            cells[f"{_peak_label(percentile)} year of peak warming"] = year
        named = {f"{name} ({CLIMATE_MODEL})": cell for name, cell in cells.items()}
        rows.append({"model": model, "scenario": scenario, **named})
    return pd.DataFrame(rows)


def _warming(result: Result, place: int, historical_warming: float | None) -> FloatArray:
    warming = annual_warming(result, place)
    if historical_warming is not None:
        recent = warming[baseline_years(result, _RECENT)].mean(axis=0)
        warming += historical_warming - np.median(recent)
    return warming


def _variables(result: Result, place: int) -> Iterator[tuple[str, str, FloatArray]]:
    """Name, unit and annual values, (year, member), of all outputs but the warming above the baseline."""
    yield "Raw Surface Temperature (GSAT)", "K", annual_mean(result.series("temperature")[place])
    if result.ocean_heat is not None:
        uptake = np.diff(result.ocean_heat[place].T, axis=0) / (_EARTH_M2 * _YEAR_S)
        yield "Heat Uptake", "W/m^2", uptake
    for gas in ("CO2", "CH4", "N2O"):
        if gas in result.concentration:
            unit = "ppm" if gas == "CO2" else "ppb"
            yield f"Atmospheric Concentrations|{gas}", unit, annual_mean(result.concentration[gas][place])
    for name, values in _forcings(result, place):
        yield name, "W/m^2", values


def _forcings(result: Result, place: int) -> Iterator[tuple[str, FloatArray]]:
    root = "Effective Radiative Forcing"
    if result.erf is not None:
        yield root, annual_mean(result.erf[place])
    if not result.erf_by_agent:
        return
    agents = {agent: annual_mean(values[place]) for agent, values in result.erf_by_agent.items()}
    anthropogenic = [agent for agent in agents if agent not in _NATURAL]
    for agent, name in _AGENTS.items():
        yield f"{root}|{name}", agents[agent]
    for name, parts in _BASKETS.items():
        yield f"{root}|{name}", _total(agents, parts)
    yield f"{root}|Basket|Anthropogenic", _total(agents, anthropogenic)
    yield f"{root}|Basket|Non-CO2 Anthropogenic", _total(agents, [name for name in anthropogenic if name != "CO2"])


def _total(agents: dict[str, FloatArray], names: tuple[str, ...] | list[str]) -> FloatArray:
    total: FloatArray = np.sum([agents[name] for name in names], axis=0)
    return total


def _name(variable: str, *ending: str) -> str:
    return "|".join((PREFIX, variable, CLIMATE_MODEL, *ending))


def _peak_label(percentile: int) -> str:
    return "median" if percentile == 50 else f"p{percentile}"
