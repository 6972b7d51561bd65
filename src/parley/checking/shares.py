"""Shares of emissions: of the world's, or of a group's, on every basis.

The verdict always names the basis, for shares differ by it: in 2019 China had 23.9 to 28.9 %, and India is above or
below the European Union by how land use is counted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.checking.account import Account, Way, Ways, divided
from parley.checking.assertion import Assertion
from parley.checking.bases import emission_ways
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import Bounds, bounds_of
from parley.checking.subject import WORLD, subject_of, whole_of
from parley.checking.weigh import weigh
from parley.checking.wording import party_words, span_words
from parley.inventory.published import published_shares
from parley.inventory.tables import remembered
from parley.records.verdict import Reference

_PERCENT = 100.0
# A span needs so many accounts, the highest at most so many times the lowest.
_ENOUGH = 3
_WIDEST = 1.3
_IN_BETWEEN = 0.7


@remembered
def share_ways(party: str, whole: str, gas: str | None, basis: str | None) -> Ways:
    """The share of a Party's emissions in those of a whole [%], both by one source on one basis.

    Of the world also as reports have stated it on a basis of their own.
    """
    wholes = {way.account.key: way.account for way in emission_ways(whole, gas, basis)}
    of_whom = "the world's emissions" if whole == WORLD else f"the emissions of {party_words(whole)}"
    own = tuple(
        Way(divided(way.account, of, f"share of {of_whom}", "%", _PERCENT), way.on_words)
        for way in emission_ways(party, gas, basis)
        if (of := wholes.get(way.account.key))
    )
    return (*own, *_published(party, gas, basis)) if whole == WORLD else own


def _published(party: str, gas: str | None, basis: str | None) -> Ways:
    on_words = gas in (None, "GHG") and basis in (None, "incl_lulucf")
    return tuple(
        Way(
            Account(
                party,
                "share of the world's emissions",
                stated.basis.replace("LULUCF", "land use"),
                "%",
                f"{stated.publisher}, as published",
                {stated.year: stated.percent},
            ),
            on_words,
        )
        for stated in published_shares(party)
    )


def check_share(assertion: Assertion, today: date | None) -> Finding:
    """ "China emitted 27 % of the world's emissions in 2019"."""
    ways = share_ways(subject_of(assertion), whole_of(assertion), assertion.gas, assertion.basis)
    bounds = bounds_of(assertion)
    found = weigh(assertion, today, ways, bounds, "emissions", confidence=_confidence(assertion))
    then = [candidate for candidate in found.candidates if candidate.time == "then" and candidate.on_words]
    if assertion.comparator in ("<", ">") or any(candidate.holds == "supported" for candidate in then):
        return found
    return _with_span(assertion, found, [candidate.reference for candidate in then], bounds)


def _confidence(assertion: Assertion) -> float:
    return 1.0 if assertion.gas and assertion.basis else 0.9 if assertion.gas else 0.8


def _with_span(assertion: Assertion, found: Finding, then: list[Reference], bounds: Bounds) -> Finding:
    """The finding with the span of its bases, where the share lies between them and so on a basis in between.

    National inventories count larger land sinks than the accounts that there are of every Party, so that what they
    give lies between "with land use" and "without". It needs words that allow both, and bases that are not far apart.
    """
    if assertion.gas == "CO2" or assertion.basis is not None:
        return found
    for year in sorted({reference.year for reference in then if reference.year is not None}):
        shares = [(r.value, r) for r in then if r.year == year and r.value is not None and _in_span(r)]
        if len(shares) < _ENOUGH:
            continue
        (least, lowest), (most, highest) = min(shares, key=_value), max(shares, key=_value)
        if least <= bounds.high and bounds.low <= most <= least * _WIDEST:
            span = Candidate(_span(lowest, highest))
            return replace(found, candidates=(*found.candidates, span), confidence=_IN_BETWEEN)
    return found


def _value(share: tuple[float, Reference]) -> float:
    return share[0]


def _in_span(reference: Reference) -> bool:
    """Of CO2 only the source of the carbon budget: what EDGAR counts as China's CO2 is far above all others."""
    return not reference.basis.startswith("CO2") or not reference.source.startswith("EDGAR")


def _span(lowest: Reference, highest: Reference) -> Reference:
    low, high = lowest.value or 0.0, highest.value or 0.0
    return lowest.model_copy(
        update={
            "basis": f"between {lowest.basis} and {highest.basis}",
            "value": None,
            "fact": span_words(low, high, "%"),
            "source": f"{lowest.source}; {highest.source}",
            "holds": "supported",
        }
    )
