"""Ranks of emitters: among countries or with the EU as one, on every basis, by year, per head or in all since 1850."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parley.checking.account import Account, Way, Ways
from parley.checking.assertion import Assertion
from parley.checking.bases import Kind, kinds
from parley.checking.candidate import Finding
from parley.checking.compare import rank_bounds
from parley.checking.fields import field_of
from parley.checking.places import AMONG, Order, placed
from parley.checking.subject import subject_of
from parley.checking.topics import quantity_of, topic_words
from parley.checking.weigh import weigh
from parley.checking.wording import party_words
from parley.errors import InventoryError
from parley.inventory.members import EU
from parley.inventory.offers import OFFERS
from parley.inventory.ranking import COUNTRIES, WITH_EU
from parley.inventory.tables import remembered

_SINGLE = re.compile(r"\bcountr(?:y|ies)\b|\bnations?\b|\bstates?\b", re.I)
_RATES = {"per_capita": "per head", "cumulative": "cumulative"}
_QUANTITIES = {
    "": "rank among emitters",
    "per head": "rank by emissions per head",
    "cumulative": "rank by emissions since 1850",
}


def check_rank(assertion: Assertion, today: date | None) -> Finding:
    """ "The world's second-largest emitter"."""
    if assertion.low is None:
        raise InventoryError("the words give no place in an order")
    rate = _RATES.get(quantity_of(topic_words(assertion)) or "", "")
    if not rate and assertion.base_year is not None:
        rate = "cumulative"
    bounds = rank_bounds(assertion.low, assertion.comparator)
    ways = emitter_ways(
        subject_of(assertion), assertion.gas, assertion.basis, rate, field_of(assertion), _names_countries(assertion)
    )
    return weigh(assertion, today, ways, bounds, "emissions")


@remembered
def emitter_ways(
    party: str, gas: str | None, basis: str | None, rate: str, among: str | None, countries_only: bool
) -> Ways:
    """The rank on every basis: among countries and, unless the words say "country", with the EU as one."""
    return tuple(_ways(party, gas, basis, rate, among, countries_only))


def _ways(
    party: str, gas: str | None, basis: str | None, rate: str, among: str | None, countries_only: bool
) -> Iterator[Way]:
    for kind in kinds(gas, basis):
        for key in dict.fromkeys(offer.key for offer in OFFERS if (offer.gas, offer.basis) == (kind.gas, kind.basis)):
            order: Order = (rate, kind.gas, kind.basis, key)
            one_by_one = _placed(party, order, kind, among or COUNTRIES, rate)
            if one_by_one is not None:
                yield Way(one_by_one, kind.on_words)
            as_one = None if among else _placed(party, order, kind, WITH_EU, rate)
            if as_one is not None and (one_by_one is None or as_one.figures != one_by_one.figures):
                yield Way(as_one, kind.on_words and (party == EU or not countries_only))


def _placed(party: str, order: Order, kind: Kind, field: str, rate: str) -> Account | None:
    within = AMONG.get(field, f"within {party_words(field)}")
    return placed(party, order, field, _QUANTITIES[rate], f"{kind.words}, {within}")


def _names_countries(assertion: Assertion) -> bool:
    return _SINGLE.search(assertion.words) is not None
