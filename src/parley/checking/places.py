"""Places in an order: who comes before a Party by any figure, in every year."""

from __future__ import annotations

from functools import partial

from parley.checking.account import Account, words_of
from parley.checking.continents import CONTINENTS
from parley.errors import InventoryError
from parley.inventory.energy import electricity
from parley.inventory.orders import Field, emitters, gathered
from parley.inventory.ranking import COUNTRIES, RANKED, WITH_EU, candidates
from parley.inventory.tables import remembered

AMONG = {COUNTRIES: "each country by itself", WITH_EU: "the EU as one"}

Order = tuple[str, ...]
"""What is ranked: a name of ``RANKED``; ``electricity`` and a fuel; or a rate of emissions ("", "per head",
"cumulative"), gas, basis and source."""


@remembered
def placed(party: str, order: Order, among: str, quantity: str, basis: str) -> Account | None:
    """The place of a Party by year, 1 the highest; None where it has no figure or is not among those ranked.

    Of several (``CHN+USA``) it is the lowest that one of them has.
    """
    field, codes = _field(order), CONTINENTS.get(among) or candidates(among)
    if field is None or (among == WITH_EU and not field.has("EUU")):
        return None
    each = [field.places(code, codes) if code in codes else {} for code in party.split("+")]
    years = [year for year in each[0] if all(year in places for places in each)]
    figures = {year: float(max(places[year] for places in each)) for year in years}
    return Account(party, quantity, basis, "rank", words_of(field.source), figures) if figures else None


@remembered
def _field(order: Order) -> Field | None:
    """The figures in which an order lies; None where there are none."""
    try:
        if order[0] == "electricity":
            return gathered(partial(electricity, fuel=order[1]))
        if len(order) == 1:
            return gathered(RANKED[order[0]])
        rate, gas, basis, source = order
        return emitters(gas, basis, source, rate)
    except InventoryError:
        return None


def check_among(code: str) -> str:
    """The code of a group to rank within. Raises InventoryError when its members are not known."""
    if code in CONTINENTS:
        return code
    candidates(code)
    if code not in AMONG and not candidates(code):
        raise InventoryError(f"nobody is listed as a member of {code}, so there is no order within it")
    return code
