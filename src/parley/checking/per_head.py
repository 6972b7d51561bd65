"""Emissions per head, on every basis."""

from __future__ import annotations

from datetime import date

from parley.checking.account import Account, Way, Ways, divided
from parley.checking.assertion import Assertion
from parley.checking.bases import emission_ways
from parley.checking.candidate import Finding
from parley.checking.compare import bounds_of
from parley.checking.people import people_of
from parley.checking.subject import subject_of
from parley.checking.weigh import weigh
from parley.inventory.tables import remembered

_TONNES = 1e6


@remembered
def per_head_ways(party: str, gas: str | None, basis: str | None, metrics: bool = False) -> Ways:
    """Emissions by population [t/person]; ``metrics`` adds the other GWP sets. Raises InventoryError without people."""
    people = people_of(party)
    ways = emission_ways(party, gas, basis, metrics)
    return tuple(Way(_per_head(way.account, people), way.on_words) for way in ways)


def check_per_head(assertion: Assertion, today: date | None) -> Finding:
    """ "Each American emits 15 tonnes"."""
    ways = per_head_ways(subject_of(assertion), assertion.gas, assertion.basis, True)
    return weigh(assertion, today, ways, bounds_of(assertion), "emissions")


def _per_head(account: Account, people: Account) -> Account:
    symbol, _, metric = account.unit.partition(" ")
    unit = f"{symbol.removeprefix('M')}/person {metric}".strip()
    return divided(account, people, "emissions per head", unit, _TONNES)
