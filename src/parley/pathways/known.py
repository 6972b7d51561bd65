"""What is known of every area, read once: emissions by gas, land use by model and by inventories, economies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from parley.inventory import tables
from parley.inventory.inventory_land import inventory_land
from parley.inventory.members import AVIATION, EU, SHIPPING
from parley.inventory.offers import CARBON, CLIMATE_WATCH, EDGAR, LAND
from parley.pathways.areas import Area, area_of
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, FIRST_YEAR, GASES, N2O, FloatArray
from parley.terms.gwp import gwp
from parley.terms.parties import parties

LAST_KNOWN = 2023
"""The last year of emissions; EDGAR and the Global Carbon Budget have the same."""
N_KNOWN = LAST_KNOWN - FIRST_YEAR + 1
MODELS = ("BLUE", "H&C2023", "OSCAR", "LUCE")

_METRIC_OF_EDGAR = "AR5GWP100"
_GAS_ROWS = {CO2_FFI: "CO2", CH4: "CH4", N2O: "N2O", F_GASES: "F-gases"}


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Figures of 1990 to 2023; nan where a source has none, but for emissions.

    ``emissions`` (gas, year) in ``axes.UNITS``; where the Global Carbon Budget lacks an area, its land use is zero
    here and what there is of it is in the rest of the world. ``land`` (model, year) by ``MODELS`` [MtCO2];
    ``inventory_land`` (year,) [MtCO2e], to 2019 or 2020; ``gdp`` (year,) [int$ of 2011], to 2022.
    """

    emissions: FloatArray
    land: FloatArray
    inventory_land: FloatArray
    gdp: FloatArray

    @property
    def has_land(self) -> bool:
        """Whether the bookkeeping models have the area."""
        return not np.isnan(self.land).any()


@tables.remembered
def known_of(party: str) -> Known:
    """The figures of one area. Raises InventoryError as ``areas.area_of``."""
    area = area_of(party)
    emissions = read_emissions((area.code,))
    emissions[CO2_LAND] = np.nan_to_num(read_years(LAND, area.codes, "mean"))
    land = np.array([read_years(LAND, area.codes, model) for model in MODELS])
    return Known(emissions, land, _read_inventory_land(area), _read_gdp(area))


def known_bunkers() -> FloatArray:
    """Emissions of international aviation and shipping, (gas, year) in ``axes.UNITS``."""
    return read_emissions((AVIATION, SHIPPING))


def read_emissions(codes: tuple[str, ...]) -> FloatArray:
    """Emissions of 1990 to 2023 by EDGAR, (gas, year) in ``axes.UNITS``, without land use.

    A cell that EDGAR leaves empty is none of that gas: its totals are the sums of the cells that there are.
    """
    emissions = np.zeros((len(GASES), N_KNOWN))
    for gas, kind in _GAS_ROWS.items():
        emissions[gas] = np.nan_to_num(read_years(EDGAR, codes, kind))
    emissions[CH4] /= gwp("CH4", _METRIC_OF_EDGAR)
    emissions[N2O] /= gwp("N2O", _METRIC_OF_EDGAR)
    return emissions


def read_years(table: str, codes: tuple[str, ...], kind: str) -> FloatArray:
    """The sum over the codes that have a row, (year,) of 1990 to 2023; nan where one of those has no figure."""
    opened = tables.wide(table)
    rows = [_by_year(row) for code in codes if (row := opened.row(code, kind)) is not None]
    return np.sum(rows, axis=0) if rows else np.full(N_KNOWN, np.nan)


def _read_inventory_land(area: Area) -> FloatArray:
    """The Party's own inventory where the table has it, else Climate Watch with less without land use."""
    if reported := inventory_land(area.party):
        return _by_year(reported)
    with_land = read_years(CLIMATE_WATCH, area.codes, "incl_lulucf")
    return with_land - read_years(CLIMATE_WATCH, area.codes, "excl_lulucf")


def _read_gdp(area: Area) -> FloatArray:
    """GDP of a country, of the EU that of its members, each of which the table has."""
    codes = parties()[EU].members if area.party == EU else (area.code, *area.merged)
    return read_years(CARBON, codes, "gdp_ppp_usd2011")


def _by_year(row: Mapping[int, float]) -> FloatArray:
    return np.array([row.get(year, np.nan) for year in range(FIRST_YEAR, LAST_KNOWN + 1)])
