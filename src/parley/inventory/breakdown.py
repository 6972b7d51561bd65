"""Emissions by sector and by fuel, and totals of the world as reports have stated them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.figures import read_series
from parley.inventory.offers import CARBON
from parley.inventory.series import Series

SECTOR_TABLE = "edgar_sectors.csv.gz"
LEVELS = "world_levels.csv"
FUELS = ("coal", "oil", "gas", "cement", "flaring", "other_industry")


def sectors() -> tuple[str, ...]:
    """The sectors of ``sector_emissions``."""
    return tables.wide(SECTOR_TABLE).kinds()


def sector_emissions(party: str, sector: str, *, on: date | None = None) -> Series:
    """All gases of one sector [MtCO2e under AR5 GWP100], 1970 to 2023, without land use. Source: EDGAR.

    Raises InventoryError for another sector, or a Party without it.
    """
    if sector not in sectors():
        raise InventoryError(f"{sector!r} is no sector of the inventory; there are {', '.join(sectors())}")
    return read_series(
        party,
        table=SECTOR_TABLE,
        kind=sector,
        quantity=f"emissions of {sector}",
        unit="MtCO2e (AR5GWP100)",
        source="edgar",
        gas="GHG",
        basis="excl_lulucf",
        on=on,
    )


def fuel_emissions(party: str, fuel: str, *, on: date | None = None) -> Series:
    """Fossil CO2 of coal, oil, gas, cement, flaring or other_industry [MtCO2]. Source: Global Carbon Budget.

    Raises InventoryError for another fuel, or a Party without it.
    """
    if fuel not in FUELS:
        raise InventoryError(f"{fuel!r} is no source of fossil CO2 here; there are {', '.join(FUELS)}")
    return read_series(
        party,
        table=CARBON,
        kind=f"{fuel}_co2_mt",
        quantity=f"emissions of {fuel.replace('_', ' ')}",
        unit="MtCO2",
        source="gcb",
        gas="CO2",
        basis="fossil",
        on=on,
    )


@dataclass(frozen=True, slots=True)
class Level:
    """World emissions of a year as a report states them [Gt CO2 or CO2e], with the range it gives."""

    publisher: str
    quantity: str
    year: int
    value_gt: float
    low_gt: float | None
    high_gt: float | None
    gwp: str
    lulucf: str
    source: str


def world_levels(year: int | None = None) -> tuple[Level, ...]:
    """Totals of the world as published, of one year if given, in table order."""
    return tuple(level for level in _levels() if year in (None, level.year))


@tables.remembered
def _levels() -> tuple[Level, ...]:
    return tuple(
        Level(
            publisher=row["publisher"],
            quantity=row["quantity"],
            year=int(row["year"]),
            value_gt=float(row["value_gt"]),
            low_gt=float(row["low_gt"]) if row["low_gt"] else None,
            high_gt=float(row["high_gt"]) if row["high_gt"] else None,
            gwp=row["gwp"],
            lulucf=row["lulucf"],
            source=row["source"],
        )
        for row in tables.rows(LEVELS)
    )
