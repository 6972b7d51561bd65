"""What a Party has of all that can be compared: emissions, people, output, energy, coal, on every basis there is."""

from __future__ import annotations

from parley.checking.account import Ways
from parley.checking.assertion import Assertion
from parley.checking.bases import emission_ways
from parley.checking.coal import capacity_ways, use_ways
from parley.checking.cumulative import cumulative_ways
from parley.checking.economies import gdp_ways, intensity_ways
from parley.checking.energy import electricity_share_ways, electricity_ways, energy_share_ways, energy_ways
from parley.checking.people import population_ways
from parley.checking.per_head import per_head_ways
from parley.checking.shares import share_ways
from parley.checking.times import Topic
from parley.checking.topics import Quantity, fuel_of, quantity_of, topic_words
from parley.errors import InventoryError

TOPICS: dict[Quantity, Topic] = {
    "emissions": "emissions",
    "per_capita": "emissions",
    "cumulative": "emissions",
    "emissions_share": "emissions",
    "population": "people",
    "gdp": "economy",
    "coal_use": "energy",
    "coal_capacity": "coal",
    "electricity": "energy",
    "electricity_share": "energy",
    "energy": "energy",
    "energy_share": "energy",
    "intensity": "emissions",
}
"""Which rule of publication the figures of a quantity follow."""

# What is compared "since 1990" or "between 1850 and 2021" is a sum.
_SUMMED = frozenset(("ratio", "comparison"))


def compared_quantity(assertion: Assertion) -> Quantity:
    """What a ratio, a change or a comparison is of; emissions where the words do not tell.

    Raises InventoryError for what there are no figures of.
    """
    words = topic_words(assertion)
    found = quantity_of(words) if words else None
    if assertion.unit == "pp" and found in ("electricity", "energy"):
        return "electricity_share" if found == "electricity" else "energy_share"
    if found is None and (fuel := fuel_of(words)):
        return "coal_use" if fuel == "coal" else "electricity"
    if found == "intensity" and assertion.measure == "change":
        raise InventoryError(
            "emissions by output over the years need a country's output at its own constant prices, of which there are "
            "no figures; those at purchasing power run otherwise"
        )
    if found is None and words:
        raise InventoryError(f"there are no figures of {words.replace('_', ' ')}")
    if found is None and assertion.base_year is not None and assertion.measure in _SUMMED:
        return "cumulative"
    return found or "emissions"


def ways_of(quantity: Quantity, party: str, assertion: Assertion) -> Ways:
    """Accounts of a quantity of a Party on every basis; those that the words do not allow are marked so.

    Raises InventoryError where there are no figures at all.
    """
    fuel = fuel_of(topic_words(assertion))
    match quantity:
        case "emissions":
            return emission_ways(party, assertion.gas, assertion.basis)
        case "per_capita":
            return per_head_ways(party, assertion.gas, assertion.basis)
        case "cumulative":
            return cumulative_ways(party, assertion.gas, assertion.basis, assertion.base_year)
        case "emissions_share":
            return share_ways(party, "WLD", assertion.gas, assertion.basis)
        case "population":
            return population_ways(party)
        case "intensity":
            return intensity_ways(party, assertion.gas, assertion.basis)
        case "gdp":
            return gdp_ways(party, assertion.basis)
        case "coal_use":
            return use_ways(party)
        case "coal_capacity":
            return capacity_ways(party, "operating")
        case "electricity":
            return electricity_ways(party, fuel)
        case "electricity_share":
            return electricity_share_ways(party, fuel or "fossil")
        case "energy":
            return energy_ways(party, fuel)
        case "energy_share":
            return energy_share_ways(party, fuel or "fossil")
