"""Emissions of a part of the whole: of one fuel, or of one sector."""

from __future__ import annotations

import re

from parley.checking.account import Way, Ways, account_of
from parley.inventory.breakdown import fuel_emissions, sector_emissions
from parley.inventory.tables import remembered

_FUELS = (
    (r"\bcoal\b|\blignite\b", "coal"),
    (r"\boil\b|petroleum", "oil"),
    (r"\bgas\b(?!es)", "gas"),
    (r"\bcement\b", "cement"),
    (r"\bflar(?:e|ing)", "flaring"),
)
_SECTORS = (
    (r"\bpower\b|electricity", "Power Industry"),
    (r"transport|\broads?\b|\bcars\b", "Transport"),
    (r"agricultur|\bfarm", "Agriculture"),
    (r"building|\bhomes\b", "Buildings"),
    (r"\bwaste\b|landfill", "Waste"),
)


def part_ways(party: str, words: str) -> Ways | None:
    """Accounts of the part that ``words`` name; None where they name none that there are figures of.

    Raises InventoryError where there are none of the Party.
    """
    low = words.casefold().replace("_", " ")
    sector = next((name for pattern, name in _SECTORS if re.search(pattern, low)), None)
    fuel = next((name for pattern, name in _FUELS if re.search(pattern, low)), None)
    if sector is None and fuel is None:
        return None
    return _sector(party, sector) if sector and not fuel else _fuel(party, fuel or "")


@remembered
def _fuel(party: str, fuel: str) -> Ways:
    words = f"CO2 of {fuel}"
    return (Way(account_of(fuel_emissions(party, fuel), f"CO2 emissions of {fuel}", words, words)),)


@remembered
def _sector(party: str, sector: str) -> Ways:
    words = f"all greenhouse gases of the sector {sector.lower()} (AR5)"
    return (Way(account_of(sector_emissions(party, sector), f"emissions of {sector.lower()}", words, words)),)
