"""How many people live in a Party."""

from __future__ import annotations

from datetime import date

from parley.checking.account import Account, Way, Ways, account_of, divided
from parley.checking.assertion import Assertion
from parley.checking.candidate import Finding
from parley.checking.compare import bounds_of, rank_bounds
from parley.checking.fields import field_of
from parley.checking.places import AMONG, placed
from parley.checking.subject import subject_of, whole_of
from parley.checking.weigh import weigh
from parley.checking.wording import party_words
from parley.inventory.people import population
from parley.inventory.ranking import COUNTRIES
from parley.inventory.tables import remembered

BASIS = "people living there"


@remembered
def people_of(party: str) -> Account:
    """The population by year. Raises InventoryError where there is none."""
    return account_of(population(party), "population", BASIS, "population")


@remembered
def population_ways(party: str) -> Ways:
    """The population, for which there is one source."""
    return (Way(people_of(party)),)


@remembered
def population_share_ways(party: str, whole: str) -> Ways:
    """The share of the people of a whole [%]."""
    return (
        Way(divided(people_of(party), people_of(whole), f"share of the people of {party_words(whole)}", "%", 100.0)),
    )


@remembered
def population_rank_ways(party: str, field: str | None = None) -> Ways:
    """The place by people, in the world or within a group."""
    among = field or COUNTRIES
    within = AMONG.get(among, f"within {party_words(among)}")
    account = placed(party, ("population",), among, "rank by population", f"{BASIS}, {within}")
    return () if account is None else (Way(account),)


def check_population(assertion: Assertion, today: date | None) -> Finding:
    """How many people, what share of the world's, or which place."""
    party = subject_of(assertion)
    unit = assertion.unit or ""
    if unit.startswith("rank") and assertion.low is not None:
        bounds = rank_bounds(assertion.low, assertion.comparator)
        ways = population_rank_ways(party, field_of(assertion))
        return weigh(assertion, today, ways, bounds, "people")
    ways = population_share_ways(party, whole_of(assertion)) if unit == "%" else population_ways(party)
    return weigh(assertion, today, ways, bounds_of(assertion), "people")
