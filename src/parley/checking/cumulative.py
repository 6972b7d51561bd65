"""Emissions summed up since a year: since 1850 or 1750 where none is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parley.checking.account import Account, Way, Ways, account_of, divided, tried
from parley.checking.assertion import Assertion
from parley.checking.bases import kinds
from parley.checking.candidate import Finding
from parley.checking.compare import bounds_of
from parley.checking.subject import subject_of, whole_of
from parley.checking.weigh import weigh
from parley.checking.wording import party_words
from parley.inventory.offers import OFFERS
from parley.inventory.rates import cumulative
from parley.inventory.tables import remembered

SINCE = (1850, 1750)
_MEGATONNE = 1e6


@remembered
def cumulative_ways(party: str, gas: str | None, basis: str | None, since: int | None) -> Ways:
    """Emissions from ``since`` (None: from each year of ``SINCE``) to the end of each year [Mt]."""
    starts = SINCE if since is None else (max(since, SINCE[-1]),)
    return tuple(_summed(party, gas, basis, starts))


@remembered
def cumulative_share_ways(party: str, whole: str, gas: str | None, basis: str | None, since: int | None) -> Ways:
    """The share of the same in those of a whole [%]."""
    wholes = {way.account.key: way.account for way in cumulative_ways(whole, gas, basis, since)}
    return tuple(
        Way(_share(way.account, of, whole), way.on_words)
        for way in cumulative_ways(party, gas, basis, since)
        if (of := wholes.get(way.account.key))
    )


def check_cumulative(assertion: Assertion, today: date | None) -> Finding:
    """ "The US has emitted a quarter of all CO2 since 1850", in per cent or in tonnes."""
    party, gas, basis, since = subject_of(assertion), assertion.gas, assertion.basis, assertion.base_year
    bounds = bounds_of(assertion)
    if assertion.unit == "%":
        ways = cumulative_share_ways(party, whole_of(assertion), gas, basis, since)
        return weigh(assertion, today, ways, bounds, "emissions")
    ways = cumulative_ways(party, gas, basis, since)
    return weigh(assertion, today, ways, bounds.moved(1 / _MEGATONNE, 0.0), "emissions")


def _summed(party: str, gas: str | None, basis: str | None, starts: tuple[int, ...]) -> Iterator[Way]:
    for kind in kinds(gas, basis):
        sources = [offer.key for offer in OFFERS if (offer.gas, offer.basis) == (kind.gas, kind.basis)]
        for start in starts:
            for key in sources:
                series = tried(cumulative, party, since=start, gas=kind.gas, basis=kind.basis, source=key)
                if series is not None:
                    name = f"{kind.gas}|{kind.basis}|{start}|{key}"
                    account = account_of(series, f"emissions since {start}", f"{kind.words} since {start}", name)
                    yield Way(account, kind.on_words)


def _share(account: Account, of: Account, whole: str) -> Account:
    owner = "the world's" if whole == "WLD" else f"{party_words(whole)}'s"
    return divided(account, of, f"share of {owner} {of.quantity}", "%", 100.0)
