"""Land use as national inventories report it: they count managed forest as a sink, bookkeeping models do not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parley.inventory.series import Source
from parley.inventory.tables import remembered, rows, source

INVENTORY_LAND = "inventory_land.csv"


def inventory_land(party: str) -> Mapping[int, float]:
    """Net emissions by year [MtCO2e under AR4 GWP100]; empty for a Party of which the table has none."""
    return _inventory_land().get(party, MappingProxyType({}))


def inventory_land_source() -> Source:
    """Where the figures are from."""
    return source(INVENTORY_LAND, "unfccc")


@remembered
def _inventory_land() -> Mapping[str, Mapping[int, float]]:
    found: dict[str, dict[int, float]] = {}
    for row in rows(INVENTORY_LAND):
        found.setdefault(row["party"], {})[int(row["year"])] = float(row["mtco2e"])
    return MappingProxyType({party: MappingProxyType(by_year) for party, by_year in found.items()})
