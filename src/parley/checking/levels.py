"""Emissions in tonnes: on every basis, by every source and under every metric, or of a part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.checking.account import Account, Way, Ways, account_of
from parley.checking.assertion import Assertion
from parley.checking.bases import GASES_IN_WORDS, emission_ways
from parley.checking.candidate import Finding
from parley.checking.compare import Bounds, bounds_of
from parley.checking.parts import part_ways
from parley.checking.subject import WORLD, subject_of
from parley.checking.topics import topic_words
from parley.checking.weigh import weigh
from parley.errors import InventoryError
from parley.inventory.breakdown import Level, world_levels
from parley.inventory.emissions import emissions
from parley.inventory.tables import remembered

TONNES = 1e6
_GIGATONNES = 1e3
_BY_MASS = ("CH4", "N2O")


def check_level(assertion: Assertion, today: date | None) -> Finding:
    """ "India emitted 3.9 billion tonnes of greenhouse gases in 2022"."""
    party, bounds = subject_of(assertion), bounds_of(assertion)
    if words := topic_words(assertion):
        return _check_part(assertion, today, words)
    if assertion.gas in _BY_MASS and not (assertion.unit or "").startswith("tCO2e"):
        return weigh(assertion, today, mass_ways(party, assertion.gas), in_megatonnes(bounds), "emissions")
    gas = assertion.gas or ("GHG" if (assertion.unit or "").startswith("tCO2e") else None)
    ways = emission_ways(party, gas, assertion.basis, True)
    if party == WORLD and gas not in GASES_IN_WORDS:
        ways = (*ways, *published_ways(gas, assertion.basis))
    return weigh(assertion, today, ways, in_megatonnes(bounds), "emissions", confidence=0.8 if gas is None else 1.0)


def _check_part(assertion: Assertion, today: date | None, words: str) -> Finding:
    ways = part_ways(subject_of(assertion), words)
    if ways is None:
        raise InventoryError(f"there are no figures of the emissions of {words.replace('_', ' ')}")
    return weigh(assertion, today, ways, in_megatonnes(bounds_of(assertion)), "emissions")


def in_megatonnes(bounds: Bounds) -> Bounds:
    """Bounds in tonnes as bounds of figures in Mt."""
    return bounds.moved(1 / TONNES, 0.0)


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
    on_words = gas in (None, "GHG") and basis in (None, "incl_lulucf")
    return tuple(Way(_published(level), on_words) for level in world_levels() if level.quantity.startswith("world GHG"))


def _published(level: Level) -> Account:
    basis = f"all greenhouse gases with land use ({level.gwp.partition(' ')[0]})"
    figures = {level.year: _GIGATONNES * level.value_gt}
    return Account(WORLD, "emissions", basis, "MtCO2e", f"{level.publisher}, as published", figures)
