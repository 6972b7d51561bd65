"""Who has more: "China emits more than the US and the EU together". The wrong order is wrong, however close."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.checking.account import Ways
from parley.checking.assertion import Assertion
from parley.checking.candidate import Finding
from parley.checking.compare import order_bounds
from parley.checking.power_sources import check_sources, is_of_sources
from parley.checking.quantities import TOPICS, compared_quantity, ways_of
from parley.checking.ratios import ratio_ways
from parley.checking.settle import settle
from parley.checking.subject import others_of, subject_of
from parley.checking.weigh import weigh
from parley.errors import InventoryError
from parley.records.verdict import SEVERITY

_OF_OUTPUT = frozenset(("market", "ppp"))
_BASIS_DECIDES = "the order is another on another basis"


def check_comparison(assertion: Assertion, today: date | None) -> Finding:
    """One Party against another, or against several: against their sum, or against each, of which the worst counts."""
    if is_of_sources(assertion.about):
        return check_sources(assertion, today)
    quantity, party = compared_quantity(assertion), subject_of(assertion)
    others = others_of(assertion)
    if not others:
        raise InventoryError("the words do not tell with whom it is compared")
    found = [
        weigh(
            assertion,
            today,
            _meant(assertion, ratio_ways(ways_of(quantity, party, assertion), ways_of(quantity, other, assertion))),
            order_bounds(assertion.comparator),
            TOPICS[quantity],
        )
        for other in others
    ]
    found = [_of_its_time(each) for each in found]
    worst = min(found, key=lambda each: SEVERITY.index(settle(each).token))
    return _with_remark(worst)


def _meant(assertion: Assertion, ways: Ways) -> Ways:
    """Where the words name the gas and the basis, or how output is counted, another order says nothing for them."""
    if assertion.basis is None or (assertion.gas is None and assertion.basis not in _OF_OUTPUT):
        return ways
    return tuple(way for way in ways if way.on_words) or ways


def _of_its_time(found: Finding) -> Finding:
    """Of a year that is named the order of that year alone decides, not that of the years around it."""
    return replace(found, candidates=tuple(each for each in found.candidates if each.time != "near"))


def _with_remark(found: Finding) -> Finding:
    """Says so where the order flips with the basis."""
    then = {candidate.holds for candidate in found.candidates if candidate.time == "then" and candidate.on_words}
    if {"supported", "contradicted"} <= then:
        return replace(found, remark=_BASIS_DECIDES, confidence=0.6)
    return found
