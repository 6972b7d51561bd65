"""The five regions of the scenario databases, and what SSP2-4.5 has for them.

Regions are those of the IPCC's scenario databases (R5.2): the OECD of 1990 with members and candidates of the EU,
the reforming economies of the former Soviet Union, Asia, the Middle East and Africa, Latin America.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast, get_args

from parley.errors import InventoryError
from parley.inventory.members import WORLD
from parley.inventory.series import Source
from parley.inventory.tables import remembered, rows, source

REGIONS_OF_PARTIES = "r5_regions.csv"
SSP245 = "ssp245_regions.csv"

Region = Literal["ASIA", "LAM", "MAF", "OECD", "REF"]
REGIONS: tuple[Region, ...] = get_args(Region)
ScenarioGas = Literal["co2_ffi", "ch4", "n2o", "f_gases"]


def region_of(party: str) -> Region:
    """The region of a Party or territory. Raises InventoryError for a code that has none."""
    found = _regions().get(party)
    if found is None:
        raise InventoryError(f"{party!r} has no region in {REGIONS_OF_PARTIES}; add a row for it")
    return found


def ssp245(region: Region | Literal["WLD"], gas: ScenarioGas) -> Mapping[int, float]:
    """Emissions of SSP2-4.5 by year, 2015, 2020 and each tenth year to 2100.

    Fossil CO2 of regions is without aviation and shipping, of the world with them [MtCO2]; CH4 [MtCH4]; N2O and
    F-gases of the world only [MtCO2e (AR6GWP100)]. Raises InventoryError for what the table lacks.
    """
    found = _scenario().get((region, gas))
    if found is None:
        raise InventoryError(f"{SSP245} has no {gas} of {region}; N2O and F-gases are of {WORLD} only")
    return found


def ssp245_source() -> Source:
    """Where the scenario is from."""
    return source(SSP245, "ssp245")


@remembered
def _regions() -> Mapping[str, Region]:
    return MappingProxyType({row["party"]: cast(Region, row["region"]) for row in rows(REGIONS_OF_PARTIES)})


@remembered
def _scenario() -> Mapping[tuple[str, str], Mapping[int, float]]:
    found: dict[tuple[str, str], dict[int, float]] = {}
    for row in rows(SSP245):
        found.setdefault((row["region"], row["gas"]), {})[int(row["year"])] = float(row["value"])
    return MappingProxyType({key: MappingProxyType(by_year) for key, by_year in found.items()})
