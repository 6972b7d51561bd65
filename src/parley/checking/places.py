"""Places in an order: who comes before a Party by any figure, in every year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from parley.checking.account import Account, source_words, tried
from parley.errors import InventoryError
from parley.inventory.emissions import emissions
from parley.inventory.energy import electricity
from parley.inventory.ranking import COUNTRIES, RANKED, WITH_EU, candidates
from parley.inventory.rates import cumulative, per_head
from parley.inventory.series import Series
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
    source, ranks = _ranks(order, among)
    all_of_them = party.split("+")
    figures = {
        year: float(max(places[code] for code in all_of_them))
        for year, places in ranks.items()
        if all(code in places for code in all_of_them)
    }
    return Account(party, quantity, basis, "rank", source, figures) if figures else None


@remembered
def _ranks(order: Order, among: str) -> tuple[str, dict[int, dict[str, int]]]:
    """The source, and by year the place of each Party; empty where the EU would be missing from an order with it."""
    read = _reader(order)
    source = ""
    by_year: dict[int, list[tuple[float, str]]] = {}
    codes = candidates(among)
    for code in codes:
        series = tried(read, code)
        if series is None:
            if among == WITH_EU and code == "EUU":
                return "", {}
            continue
        source = source or source_words(series)
        for year, value in series.items():
            by_year.setdefault(year, []).append((-value, code))
    return source, {year: _numbered(by_year[year]) for year in sorted(by_year)}


def _numbered(figures: list[tuple[float, str]]) -> dict[str, int]:
    return {code: index for index, (_, code) in enumerate(sorted(figures), start=1)}


def _reader(order: Order) -> Callable[[str], Series]:
    if order[0] == "electricity":
        return partial(electricity, fuel=order[1])
    if len(order) == 1:
        return RANKED[order[0]]
    rate, gas, basis, source = order
    if rate == "cumulative":
        return partial(cumulative, gas=gas, basis=basis, source=source)
    read = partial(emissions, gas=gas, basis=basis, source=source)
    if rate == "per head":
        return lambda code: per_head(read(code))
    return read


def check_among(code: str) -> str:
    """The code of a group to rank within. Raises InventoryError when its members are not known."""
    candidates(code)
    if code not in AMONG and not candidates(code):
        raise InventoryError(f"nobody is listed as a member of {code}, so there is no order within it")
    return code
