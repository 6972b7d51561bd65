"""Current policy: what is emitted when nobody does more than now.

The trend of the last years fades out, then the growth of the scenario SSP2-4.5 begins: growth in a year is that of the
five years before the data year with a weight that falls from 1 in the data year to 0 twelve years later (2035 for
figures to 2023); after that it is the scenario's. Nothing is fitted to what others publish.
"""

from __future__ import annotations

import numpy as np

from parley.inventory.regions import Region, ScenarioGas, ssp245
from parley.inventory.tables import remembered
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, N2O, YEARS, FloatArray

TREND_YEARS = 5
TREND_FADES_YEARS = 12
FASTEST_TREND = 0.10
"""Faster growth or decline a year [1] is a matter of one plant, one war or one figure, and no trend."""
LEAST_OF_SCENARIO = 0.05
"""The scenario is followed down to this share of the data year [1]: what it removes from the air nobody has pledged."""
EVERY_REGION: dict[int, ScenarioGas] = {CO2_FFI: "co2_ffi", CH4: "ch4"}
WORLD_ONLY: dict[int, ScenarioGas] = {N2O: "n2o", F_GASES: "f_gases"}


def project_gases(history: FloatArray, data_year: int, region: Region) -> FloatArray:
    """Emissions after the data year to 2100, (gas, year after); zero for CO2 of land use, which has a rule of its own.

    ``history`` is (gas, year) from 1990 to the data year, in ``axes.UNITS``. The scenario's growth is that of the
    region for fossil CO2 and CH4, of the world for N2O and F-gases. A gas without emissions in the data year stays
    without.
    """
    after = np.arange(1, YEARS[-1] - data_year + 1)
    weight = np.clip(1.0 - after / TREND_FADES_YEARS, 0.0, 1.0)
    growth: FloatArray = weight * trend(history)[:, None]
    for gas in (CO2_FFI, CH4, N2O, F_GASES):
        growth[gas, TREND_FADES_YEARS:] = scenario_growth(region, gas, data_year)[TREND_FADES_YEARS:]
    projected: FloatArray = history[:, -1:] * np.exp(np.cumsum(growth, axis=1))
    projected[CO2_LAND] = 0.0
    return projected


def trend(history: FloatArray) -> FloatArray:
    """Mean yearly growth of the last five years, (gas,) [log a year], zero where there is nothing to grow."""
    first, last = history[:, -1 - TREND_YEARS], history[:, -1]
    grows = (first > 0) & (last > 0)
    ratio = np.divide(last, first, out=np.ones_like(last), where=grows)
    yearly: FloatArray = np.clip(np.log(ratio) / TREND_YEARS, -FASTEST_TREND, FASTEST_TREND)
    return yearly


@remembered
def scenario_growth(region: Region, gas: int, data_year: int) -> FloatArray:
    """Growth of SSP2-4.5 in each year after the data year, (year after) [log a year].

    Between the decades of the table emissions are linear.
    """
    found = ssp245(region, EVERY_REGION[gas]) if gas in EVERY_REGION else ssp245("WLD", WORLD_ONLY[gas])
    levels = np.interp(np.arange(data_year, YEARS[-1] + 1), list(found), list(found.values()))
    growth: FloatArray = np.diff(np.log(np.maximum(levels, LEAST_OF_SCENARIO * levels[0])))
    growth.setflags(write=False)
    return growth
