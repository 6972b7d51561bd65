"""Emissions in tonnes: on every basis, by every source and under every metric, or of one fuel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from parley.checking.account import Account, Way, Ways, account_of
from parley.checking.assertion import Assertion
from parley.checking.bases import GASES_IN_WORDS, emission_ways
from parley.checking.candidate import Finding
from parley.checking.compare import Bounds, bounds_of
from parley.checking.subject import WORLD, subject_of
from parley.checking.topics import fuel_of, topic_words
from parley.checking.weigh import weigh
from parley.inventory import tables
from parley.inventory.emissions import emissions
from parley.inventory.figures import read_series
from parley.inventory.offers import CARBON
from parley.inventory.tables import remembered

TONNES = 1e6
_GIGATONNES = 1e3
_BY_MASS = ("CH4", "N2O")
_FUELS = {"coal": "coal_co2_mt", "oil": "oil_co2_mt", "gas": "gas_co2_mt"}


def check_level(assertion: Assertion, today: date | None) -> Finding:
    """ "India emitted 3.9 billion tonnes of greenhouse gases in 2022"."""
    party, bounds = subject_of(assertion), bounds_of(assertion)
    fuel = fuel_of(topic_words(assertion))
    if fuel in _FUELS:
        return weigh(assertion, today, fuel_ways(party, fuel), in_megatonnes(bounds), "emissions")
    if assertion.gas in _BY_MASS and not (assertion.unit or "").startswith("tCO2e"):
        return weigh(assertion, today, mass_ways(party, assertion.gas), in_megatonnes(bounds), "emissions")
    gas = assertion.gas or ("GHG" if (assertion.unit or "").startswith("tCO2e") else None)
    ways = emission_ways(party, gas, assertion.basis, True)
    if party == WORLD and gas not in GASES_IN_WORDS:
        ways = (*ways, *published_ways(gas, assertion.basis))
    return weigh(assertion, today, ways, in_megatonnes(bounds), "emissions", confidence=0.8 if gas is None else 1.0)


def in_megatonnes(bounds: Bounds) -> Bounds:
    """Bounds in tonnes as bounds of figures in Mt."""
    return bounds.moved(1 / TONNES, 0.0)


@remembered
def fuel_ways(party: str, fuel: str) -> Ways:
    """CO2 of one fuel. Raises InventoryError where there is none."""
    series = read_series(
        party, table=CARBON, kind=_FUELS[fuel], quantity=f"CO2 from {fuel}", unit="MtCO2", source="gcb", gas="CO2"
    )
    return (Way(account_of(series, f"CO2 emissions from {fuel}", f"CO2 of {fuel} burnt", f"CO2|{fuel}")),)


@remembered
def mass_ways(party: str, gas: str) -> Ways:
    """Methane or nitrous oxide by mass [Mt], which tonnes of it mean; as CO2-equivalents it is another basis."""
    name = GASES_IN_WORDS[gas]
    series = emissions(party, gas=gas, gwp="mass", source="edgar")
    by_mass = Way(account_of(series, f"{name} emissions", f"{name} by mass", f"{gas}|mass"))
    return (by_mass, *(replace(way, on_words=False) for way in emission_ways(party, gas, None)))


@remembered
def published_ways(gas: str | None, basis: str | None) -> Ways:
    """World totals as assessments state them."""
    return tuple(
        Way(_published(row), gas in (None, "GHG") and basis in (None, "incl_lulucf"))
        for row in tables.rows("world_levels.csv")
        if row["quantity"].startswith("world GHG")
    )


def _published(row: Mapping[str, str]) -> Account:
    figures = {int(row["year"]): _GIGATONNES * float(row["value_gt"])}
    basis = f"all greenhouse gases with land use ({row['gwp'].partition(' ')[0]})"
    return Account(WORLD, "emissions", basis, "MtCO2e", row["publisher"], figures)
