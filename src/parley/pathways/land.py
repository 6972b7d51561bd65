"""CO2 of land use: what four bookkeeping models say, what inventories say, and what is left of the world.

Inventories count all managed forest as a sink, bookkeeping models what people do to the land; the two are kept apart.
"""

from __future__ import annotations

import numpy as np

from parley.inventory.offers import LAND
from parley.inventory.tables import remembered
from parley.pathways.areas import base_parties
from parley.pathways.axes import CO2_LAND, FIRST_YEAR, YEARS, FloatArray, place
from parley.pathways.known import known_of, read_years

MEAN_YEARS = 5
"""Years whose mean is today's level, so that one year of fires does not rule."""
HALVED_IN = 2050
SPREAD_GROWS_YEARS = 5
"""Years in which the spread between models opens, as the past is the same for every draw."""


def project_land(history: FloatArray, data_year: int) -> FloatArray:
    """CO2 of land use to 2100, (year,): ``history`` to the data year, then its recent mean, halved by 2050, then held.

    ``history`` is (year,) from 1990 to the data year [MtCO2].
    """
    level = history[-MEAN_YEARS:].mean()
    projected: FloatArray = level * np.interp(YEARS, [data_year + 1, HALVED_IN], [1.0, 0.5])
    projected[: history.size] = history
    return projected


def spread_of_models(models: FloatArray, mean: FloatArray, data_year: int) -> FloatArray:
    """What the lowest and the highest model add to the mean, (2, year) [MtCO2]; zero to the data year.

    ``models`` is (model, year), ``mean`` (year,), both from 1990 to the data year. After the data year the spread
    opens over five years and shrinks with the level. Zero where no model has the Party.
    """
    if np.isnan(models).any():
        return np.zeros((2, YEARS.size))
    recent = models[:, -MEAN_YEARS:].mean(axis=1) - mean[-MEAN_YEARS:].mean()
    opening = np.clip((YEARS - data_year) / SPREAD_GROWS_YEARS, 0.0, 1.0)
    shape = opening * np.interp(YEARS, [data_year + 1, HALVED_IN], [1.0, 0.5])
    spread: FloatArray = np.array([min(recent.min(), 0.0), max(recent.max(), 0.0)])[:, None] * shape
    return spread


def hold_inventory_land(figures: FloatArray) -> FloatArray | None:
    """Land use as inventories count it, (year,) [MtCO2e], each end held where figures end; None where there are none.

    ``figures`` is (year,) from 1990 to the last year that is known, nan where there is none.
    """
    known = np.flatnonzero(~np.isnan(figures))
    if known.size == 0:
        return None
    return np.interp(YEARS, known + FIRST_YEAR, figures[known])


@remembered
def land_rest(data_year: int) -> FloatArray:
    """CO2 of land use of the world that is of no area, (year,) [MtCO2], projected as that of the areas.

    It is what the source gives to no country, and that of the few Parties of which EDGAR has nothing.
    """
    world = read_years(LAND, ("WLD",), "mean")
    of_areas = np.sum([known_of(party).emissions[CO2_LAND] for party in base_parties()], axis=0)
    rest = project_land((world - of_areas)[: place(data_year) + 1], data_year)
    rest.setflags(write=False)
    return rest
