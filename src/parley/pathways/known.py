"""What is known of every area, read once: emissions by gas, land use by model and by inventories, economies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from parley.inventory import tables
from parley.inventory.offers import AVIATION, CARBON, CLIMATE_WATCH, EDGAR, LAND, SHIPPING
from parley.pathways.areas import Area, areas
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, FIRST_YEAR, GASES, N2O, FloatArray
from parley.terms.gwp import gwp

LAST_KNOWN = 2023
"""The last year of emissions; EDGAR and the Global Carbon Budget have the same."""
LAST_INVENTORY_LAND = 2020
LAST_GDP = 2022
N_KNOWN = LAST_KNOWN - FIRST_YEAR + 1
MODELS = ("BLUE", "H&C2023", "OSCAR", "LUCE")

_METRIC_OF_EDGAR = "AR5GWP100"
_GAS_ROWS = {CO2_FFI: "CO2", CH4: "CH4", N2O: "N2O", F_GASES: "F-gases"}


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Figures from 1990 on; nan where a source has none.

    ``emissions`` (gas, year) in ``axes.UNITS``; ``land`` (model, year) by ``MODELS`` [MtCO2]; ``inventory_land``
    (year,) [MtCO2e], to 2020; ``gdp`` (year,) [int$ of 2011], to 2022.
    """

    emissions: FloatArray
    land: FloatArray
    inventory_land: FloatArray
    gdp: FloatArray


@tables.remembered
def known_of(party: str) -> Known:
    """The figures of one area by its code. Raises InventoryError as ``areas.area_of``."""
    return _read(areas()[party])


def _emissions(codes: Iterable[str]) -> FloatArray:
    codes = tuple(codes)
    emissions = np.zeros((len(GASES), N_KNOWN))
    for gas, kind in _GAS_ROWS.items():
        emissions[gas] = read_years(EDGAR, codes, kind)
    # A country without any row of F-gases, or without a figure in a year, has none by the source: its total shows it.
    emissions[F_GASES] = np.nan_to_num(emissions[F_GASES])
    emissions[CH4] /= gwp("CH4", _METRIC_OF_EDGAR)
    emissions[N2O] /= gwp("N2O", _METRIC_OF_EDGAR)
    return emissions


def _read(area: Area) -> Known:
    emissions = _emissions((area.code,))
    land = np.array([read_years(LAND, area.codes, model) for model in MODELS])
    emissions[CO2_LAND] = np.nan_to_num(read_years(LAND, area.codes, "mean"))
    with_land = read_years(CLIMATE_WATCH, area.codes, "incl_lulucf")
    without = read_years(CLIMATE_WATCH, area.codes, "excl_lulucf")
    return Known(emissions, land, with_land - without, read_years(CARBON, (area.code,), "gdp_ppp_usd2011"))


@tables.remembered
def read_bunkers() -> FloatArray:
    """International aviation and shipping, (gas, year) in ``axes.UNITS``."""
    return _emissions((AVIATION, SHIPPING))


def read_years(table: str, codes: Iterable[str], kind: str) -> FloatArray:
    """The sum over the codes that have a row, (year,) from 1990 on; nan where there is no figure."""
    summed: FloatArray | None = None
    opened = tables.wide(table)
    for code in codes:
        if (row := opened.row(code, kind)) is not None:
            figures = _by_year(row)
            summed = figures if summed is None else summed + figures
    return np.full(N_KNOWN, np.nan) if summed is None else summed


def _by_year(row: Mapping[int, float]) -> FloatArray:
    return np.array([row.get(year, np.nan) for year in range(FIRST_YEAR, LAST_KNOWN + 1)])
