"""How many times as much one has as another: "four times as much as the US", "half as much a head", "40 % more"."""

from __future__ import annotations

from datetime import date

from parley.checking.account import Account, Way, Ways, divided
from parley.checking.assertion import Assertion
from parley.checking.candidate import Finding
from parley.checking.compare import Bounds, figure_bounds
from parley.checking.hedges import takes_in_its_end
from parley.checking.quantities import TOPICS, compared_quantity, ways_of
from parley.checking.subject import others_of, subject_of
from parley.checking.weigh import weigh
from parley.checking.wording import party_words
from parley.errors import InventoryError
from parley.inventory.tables import remembered


def check_ratio(assertion: Assertion, today: date | None) -> Finding:
    """One Party's figure by another's, both on one basis; of several others each must bear it out."""
    quantity, party = compared_quantity(assertion), subject_of(assertion)
    bounds = _times(assertion)
    others = others_of(assertion)
    if not others:
        raise InventoryError("the words do not tell with whom it is compared")
    ways = ratio_ways(ways_of(quantity, party, assertion), ways_of(quantity, others[0], assertion))
    return weigh(assertion, today, ways, bounds, TOPICS[quantity])


@remembered
def ratio_ways(ones: Ways, others: Ways) -> Ways:
    """The accounts of one by those of another, wherever both are of one basis and source."""
    by_key = {way.account.key: way.account for way in others if way.account.key}
    return tuple(
        Way(_ratio(way.account, other), way.on_words) for way in ones if (other := by_key.get(way.account.key))
    )


def _ratio(one: Account, other: Account) -> Account:
    return divided(one, other, f"{one.quantity} as a multiple of those of {party_words(other.party)}", "times")


def _times(assertion: Assertion) -> Bounds:
    """The bounds of a multiple; "40 % more" is 1.4 times, "40 % less" 0.6 times, "40 % of" 0.4 times."""
    if assertion.low is None or assertion.high is None:
        raise InventoryError("the words give no multiple")
    low, high, written = assertion.low, assertion.high, assertion.written
    inclusive = takes_in_its_end(assertion.words)
    if assertion.unit != "%":
        return figure_bounds(low, high, assertion.comparator, written, "times", inclusive)
    found = figure_bounds(low, high, assertion.comparator, written, "%", inclusive)
    match assertion.direction:
        case "up":
            return found.moved(0.01, 1.0)
        case "down":
            return found.mirrored().moved(0.01, 1.0)
        case _:
            return found.moved(0.01, 0.0)
