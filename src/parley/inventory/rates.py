"""Figures per head, and sums over the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from parley.errors import InventoryError, UsageError
from parley.inventory import tables
from parley.inventory.emissions import check_kind, emissions
from parley.inventory.members import WORLD, members_of
from parley.inventory.offers import CARBON, OFFERS, Offer
from parley.inventory.people import population
from parley.inventory.series import Series
from parley.inventory.tables import remembered
from parley.terms.units import convert, unit

FIRST_YEAR = 1850
EARLIEST_YEAR = 1750
_BEFORE = "before_1850"


@remembered
def per_head(series: Series) -> Series:
    """Any series divided by the population of those counted in it, in the years that have both.

    Emissions become tonnes, energy kWh, power W, money units of it. Raises InventoryError for a series that is a share
    or a rate already, and where there are no figures of people.
    """
    smallest = _unit_per_head(series)
    people = population("+".join(series.members) or series.party)
    factor = convert(1.0, series.unit, smallest) if smallest != series.unit else 1.0
    figures = {year: value * factor / heads for year, value in series.items() if (heads := people.get(year))}
    said = f"per head of the population by {people.source}"
    if series.party == WORLD and series.quantity == "emissions":
        said += "; international aviation and shipping are shared among all"
    return replace(series, quantity=f"{series.quantity} per head", unit=smallest).with_items(figures).with_note(said)


def cumulative(
    party: str,
    *,
    since: int = FIRST_YEAR,
    gas: str = "CO2",
    basis: str = "fossil",
    source: str | None = None,
    on: date | None = None,
) -> Series:
    """Emissions from ``since`` to the end of each year, as in ``emissions``.

    ``source`` None takes the first in the order of preference that reaches back to ``since``. ``since=1750`` has the
    fossil CO2 before 1850, which countries of early industry differ by. With land use, figures before 1990 are by one
    model (BLUE) for countries. Years before a Party's first figure count as nothing, gaps too, and are said. Raises
    InventoryError when no source reaches back so far.
    """
    return _cumulative(party, since, gas, basis, source, on)


@remembered
def _cumulative(party: str, since: int, gas: str, basis: str, source: str | None, on: date | None) -> Series:
    offer = reaching_back(gas, basis, source, since)
    each = [_yearly(code, offer) for code in members_of(party, on).codes]
    parts = [series for series in each if series is not None]
    if not parts:
        raise InventoryError(f"{offer.source} has no {gas} emissions {basis} of {party}")
    whole = emissions(party, gas=gas, basis=basis, source=offer.key, on=on)
    last = min(series.years[-1] for series in parts)
    figures = dict.fromkeys(range(max(since, FIRST_YEAR), last + 1), 0.0)
    for series in parts:
        running = _earlier(series.party) if since < FIRST_YEAR else 0.0
        for year in figures:
            running += series.get(year) or 0.0
            figures[year] += running
    summed = replace(whole, party=party, quantity=f"emissions since {since}").with_items(figures)
    return summed.with_note(*(words for series in parts for words in _gaps(series, since)))


def reaching_back(gas: str, basis: str, source: str | None, since: int) -> Offer:
    """The first offer that has figures of the world from ``since`` on. Raises InventoryError when there is none."""
    gas, basis = check_kind(gas, basis)
    offers = [offer for offer in OFFERS if (offer.gas, offer.basis) == (gas, basis) and source in (None, offer.key)]
    for offer in offers:
        if _first_year(offer) <= since:
            return offer
    there = ", ".join(f"{offer.key} from {_first_year(offer)} on" for offer in offers) or "none at all"
    raise InventoryError(f"no source has {gas} emissions {basis} since {since}; there are: {there}")


def _first_year(offer: Offer) -> int:
    """The first year of the world's figures; fossil CO2 before 1850 is known as a sum."""
    if (offer.key, offer.basis) == ("gcb", "fossil"):
        return EARLIEST_YEAR
    return min(offer.figures(WORLD) or {9999: 0.0})


def _earlier(code: str) -> float:
    """Fossil CO2 from 1750 to 1849 [MtCO2]; a Party without the figure had next to none."""
    return tables.wide(CARBON).cell(code, "fossil_co2_mt", _BEFORE) or 0.0


def _yearly(code: str, offer: Offer) -> Series | None:
    """One code's own emissions, each part over its own years: land use of 1850 counts before coal of 1900 does."""
    figures: dict[int, float] = {}
    for part in offer.parts:
        row = tables.wide(part.table).row(code, part.kind)
        if row is None and not part.optional:
            return None
        for year, value in (row or {}).items():
            figures[year] = figures.get(year, 0.0) + value
    empty = Series(code, "emissions", offer.gas, offer.basis, "", (), (), offer.source)
    return empty.with_items(figures)


def _gaps(series: Series, since: int) -> Iterator[str]:
    for before, after in pairwise(series.years):
        if after - before > 1 and after > since:
            yield f"{series.party} has no figures for {before + 1} to {after - 1}, which count as nothing"


def _unit_per_head(series: Series) -> str:
    """The unit that suits a single person."""
    if series.unit == "%" or " per head" in series.quantity:
        raise InventoryError(f"{series.label} is a rate already and has no figure per head")
    try:
        known = unit(series.unit)
    except UsageError:
        return series.unit
    if known.dimension == "emissions":
        return series.unit.replace(known.symbol, f"t{known.of}")
    return {"energy": "kWh", "power": "W"}.get(known.dimension, series.unit)
