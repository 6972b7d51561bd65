"""Economies by size: at market exchange rates, which is what ranks of economies mean, and at purchasing power."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.checking.account import Account, Way, Ways, account_of, divided, tried
from parley.checking.assertion import Assertion
from parley.checking.bases import emission_ways
from parley.checking.candidate import Finding
from parley.checking.compare import bounds_of, rank_bounds
from parley.checking.continents import CONTINENTS
from parley.checking.fields import field_of
from parley.checking.places import AMONG, placed
from parley.checking.subject import subject_of, whole_of
from parley.checking.weigh import weigh
from parley.checking.wording import party_words
from parley.errors import InventoryError
from parley.inventory.economy import gdp
from parley.inventory.members import EU, WORLD
from parley.inventory.ranking import COUNTRIES, WITH_EU, rank_of
from parley.inventory.tables import remembered

_GRAMS_A_MEGATONNE = 1e12
_BASES = {"market": "market exchange rates", "ppp": "purchasing power"}


@remembered
def gdp_ways(party: str, basis: str | None) -> Ways:
    """Output on both bases; at market rates is what words without a basis mean."""
    return tuple(
        Way(account, kind == (basis or "market")) for kind in _BASES if (account := _gdp(party, kind)) is not None
    )


@remembered
def _gdp(party: str, kind: str) -> Account | None:
    series = tried(gdp, party, "ppp" if kind == "ppp" else "market")
    return None if series is None else account_of(series, "gross domestic product", _BASES[kind], kind)


@remembered
def intensity_ways(party: str, gas: str | None, basis: str | None) -> Ways:
    """Emissions by output at purchasing power, which has prices and exchange rates taken out."""
    output = _gdp(party, "ppp")
    if output is None:
        raise InventoryError(f"there are no figures of what the economy of {party_words(party)} produces")
    return tuple(
        Way(divided(way.account, output, "emissions by output", "g/dollar", _GRAMS_A_MEGATONNE), way.on_words)
        for way in emission_ways(party, gas, basis)
    )


def check_gdp(assertion: Assertion, today: date | None) -> Finding:
    """Output in dollars, or its share in that of the world."""
    party, bounds = subject_of(assertion), bounds_of(assertion)
    ways = gdp_ways(party, assertion.basis)
    if assertion.unit == "%":
        ways = gdp_share_ways(party, whole_of(assertion), assertion.basis)
    return weigh(assertion, today, ways, bounds, "economy")


@remembered
def gdp_share_ways(party: str, whole: str, basis: str | None) -> Ways:
    """The share in the output of a whole [%]."""
    wholes = {way.account.key: way.account for way in gdp_ways(whole, basis)}
    of_whom = "share of the world's output" if whole == WORLD else f"share of the output of {whole}"
    return tuple(
        Way(divided(way.account, of, of_whom, "%", 100.0), way.on_words)
        for way in gdp_ways(party, basis)
        if (of := wholes.get(way.account.key))
    )


def check_economy_rank(assertion: Assertion, today: date | None) -> Finding:
    """ "The world's second-biggest economy": at market rates unless the words say purchasing power."""
    if assertion.low is None:
        raise InventoryError("the words give no place in an order")
    bounds = rank_bounds(assertion.low, assertion.comparator)
    ways = economy_ways(subject_of(assertion), assertion.basis, field_of(assertion))
    if assertion.basis is not None:
        ways = tuple(way for way in ways if way.on_words) or ways
    return weigh(assertion, today, ways, bounds, "economy")


@remembered
def economy_ways(party: str, basis: str | None, field: str | None = None) -> Ways:
    """The place among economies on both bases, of the world or within a group.

    At market rates also as far as the doubt about such figures leaves it open, and with the EU as one economy.
    """
    among = field or (WITH_EU if party == EU else COUNTRIES)
    within = AMONG.get(among, f"within {party_words(among)}")
    found: list[Way] = []
    for kind, words in _BASES.items():
        account = placed(party, (f"gdp {kind}",), among, "rank among economies", f"{words}, {within}")
        if account is not None:
            in_doubt = _in_doubt(account, among) if kind == "market" else ()
            found.extend(Way(each, kind == (basis or "market")) for each in (account, *in_doubt))
    return tuple(found)


def _in_doubt(account: Account, among: str) -> tuple[Account, ...]:
    """The best and the worst place that revisions of market figures leave open, where it is another."""
    if "+" in account.party or among in CONTINENTS:
        return ()
    spans = {year: rank_of("gdp market", year, among).span_of(account.party) for year in account.figures}
    basis = f"{account.basis}, as far as revisions leave it open"
    return tuple(
        replace(account, basis=basis, figures=open_places)
        for end in (0, 1)
        if (open_places := {y: float(span[end]) for y, span in spans.items() if span[end] != account.figures[y]})
    )
