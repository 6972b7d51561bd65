"""Who comes first: Parties in the order of any figure in one year, with the list around each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from parley.errors import InventoryError
from parley.inventory.coal import coal_capacity, coal_use
from parley.inventory.economy import MARKET_DOUBT, gdp
from parley.inventory.emissions import emissions
from parley.inventory.energy import electricity, primary_energy
from parley.inventory.members import AVIATION, EU, SHIPPING, SOVIET_UNION, WORLD, describe
from parley.inventory.people import population
from parley.inventory.rates import cumulative, per_head
from parley.inventory.series import Series
from parley.inventory.tables import remembered
from parley.terms.parties import parties

COUNTRIES = "countries"
WITH_EU = "countries and EU"
_AREAS = ("SCG", "XKX")
_NO_COUNTRY = frozenset({WORLD, EU, AVIATION, SHIPPING, SOVIET_UNION})


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a ranking."""

    rank: int
    party: str
    value: float


@dataclass(frozen=True)
class Ranking:
    """Parties in descending order of a figure.

    ``like`` is the series of the first, for what is ranked, its unit and source; ``among`` says who is in it. Figures
    that differ by less than the share ``doubt`` are not told apart.
    """

    year: int
    among: str
    places: tuple[Place, ...]
    like: Series
    doubt: float = 0.0

    def of(self, party: str) -> Place:
        """The place of a Party. Raises InventoryError when it is not in the ranking."""
        for place in self.places:
            if place.party == party:
                return place
        raise InventoryError(
            f"{describe(party)} is not in the ranking of {self.among} by {self.like.quantity} in {self.year}"
            f" ({self.like.source}, {len(self.places)} in all)"
        )

    def at(self, rank: int) -> Place:
        """Who has a rank. Raises InventoryError when the ranking is not so long."""
        if not 1 <= rank <= len(self.places):
            raise InventoryError(f"there is no rank {rank} among {len(self.places)} {self.among} in {self.year}")
        return self.places[rank - 1]

    def around(self, party: str, each_side: int = 2) -> tuple[Place, ...]:
        """The place of a Party with those before and after it."""
        index = self.of(party).rank - 1
        return self.places[max(0, index - each_side) : index + each_side + 1]

    def span_of(self, party: str) -> tuple[int, int]:
        """The best and the worst rank the Party may have, as far as ``doubt`` leaves it open."""
        own = self.of(party)
        close = [place.rank for place in self.places if _close(place.value, own.value, self.doubt)]
        return min(close), max(close)


def rank(
    party: str,
    year: int,
    gas: str = "GHG",
    basis: str = "excl_lulucf",
    among: str = COUNTRIES,
    *,
    source: str | None = None,
) -> Place:
    """The place of a Party among emitters of a year; ``rank_emitters`` gives the whole list."""
    return rank_emitters(year, gas=gas, basis=basis, among=among, source=source).of(party)


def rank_emitters(
    year: int,
    *,
    gas: str = "GHG",
    basis: str = "excl_lulucf",
    among: str = COUNTRIES,
    gwp: str | None = None,
    source: str | None = None,
    rate: str = "",
    since: int = 1850,
) -> Ranking:
    """Emitters of a year in order, all by one source: the one given, or the default of the world.

    ``among`` is ``countries`` (areas too, as the source has them), ``countries and EU`` (the EU in place of its
    members) or a group's code (its member countries). ``rate`` is empty, ``per head`` or ``cumulative`` (then
    ``since`` counts). Raises InventoryError when there are no figures.
    """
    return _rank_emitters(year, gas, basis, among, gwp, source, rate, since)


@remembered
def _rank_emitters(
    year: int, gas: str, basis: str, among: str, gwp: str | None, source: str | None, rate: str, since: int
) -> Ranking:
    if rate == "cumulative":
        key = cumulative(WORLD, since=since, gas=gas, basis=basis, source=source).source.key
        return rank_by(partial(cumulative, since=since, gas=gas, basis=basis, source=key), year, among)
    key = emissions(WORLD, gas=gas, basis=basis, gwp=gwp, source=source).source.key
    read = partial(emissions, gas=gas, basis=basis, gwp=gwp, source=key)
    if rate == "per head":
        return rank_by(lambda code: per_head(read(code)), year, among)
    if rate:
        raise InventoryError(f"{rate!r} is no way to rank emitters; leave it out, or give 'per head' or 'cumulative'")
    return rank_by(read, year, among)


# What else Parties are ranked by.
RANKED: dict[str, Callable[[str], Series]] = {
    "gdp market": partial(gdp, kind="market"),
    "gdp ppp": partial(gdp, kind="ppp"),
    "population": population,
    "coal capacity": coal_capacity,
    "coal use": coal_use,
    "electricity": electricity,
    "wind and solar electricity": partial(electricity, fuel="wind_and_solar"),
    "primary energy": primary_energy,
}


def rank_of(quantity: str, year: int, among: str = COUNTRIES) -> Ranking:
    """Parties in the order of one of ``RANKED`` in a year. Raises InventoryError for another, or without figures."""
    return _rank_of(quantity, year, among)


@remembered
def _rank_of(quantity: str, year: int, among: str) -> Ranking:
    if quantity not in RANKED:
        raise InventoryError(f"{quantity!r} is nothing Parties are ranked by; there are {', '.join(RANKED)}")
    return rank_by(RANKED[quantity], year, among, MARKET_DOUBT if quantity == "gdp market" else 0.0)


def rank_by(read: Callable[[str], Series], year: int, among: str = COUNTRIES, doubt: float = 0.0) -> Ranking:
    """Parties in the order of any series; those without a figure are left out. Equal figures go by code."""
    found: list[tuple[float, str]] = []
    like: Series | None = None
    for code in candidates(among):
        try:
            series = read(code)
        except InventoryError:
            continue
        if (value := series.get(year)) is not None:
            found.append((-value, code))
            like = like or series
    if like is None:
        raise InventoryError(f"none of {among} has a figure for {year}; choose another year or source")
    if among == WITH_EU and EU not in {code for _, code in found}:
        raise InventoryError(f"{like.quantity} of the EU as such is not known by {like.source}; rank {COUNTRIES!r}")
    ordered = sorted(found)
    places = tuple(Place(index + 1, code, -value) for index, (value, code) in enumerate(ordered))
    first = read(places[0].party)
    return Ranking(year, among, places, first, doubt)


@remembered
def candidates(among: str) -> tuple[str, ...]:
    """The codes that a ranking may have in it. Raises InventoryError for a word that is none."""
    countries = [code for code in (*parties(), *_AREAS) if not _is_bloc(code)]
    if among == COUNTRIES:
        return tuple(sorted(countries))
    if among == WITH_EU:
        members = parties()[EU].members
        return tuple(sorted({EU, *countries}.difference(members)))
    group = parties().get(among)
    if group is None or not group.members:
        raise InventoryError(f"{among!r} is nobody to rank; give {COUNTRIES!r}, {WITH_EU!r} or a group such as G20")
    return tuple(code for code in group.members_on(date.max) if not _is_bloc(code))


def _is_bloc(code: str) -> bool:
    known = parties().get(code)
    return code in _NO_COUNTRY or (known is not None and known.is_group)


def _close(one: float, other: float, doubt: float) -> bool:
    return abs(one - other) <= doubt * max(abs(one), abs(other))


def named(places: Iterable[Place]) -> str:
    """Places in words: ``1 China, 2 United States``."""
    return ", ".join(f"{place.rank} {describe(place.party)}" for place in places)
