"""One source of a Party's electricity against another, or against each of the others."""

from __future__ import annotations

from datetime import date

from parley.checking.account import Account, Way, Ways
from parley.checking.assertion import Assertion
from parley.checking.candidate import Finding
from parley.checking.compare import order_bounds
from parley.checking.energy import electricity_ways, fuel_words
from parley.checking.subject import subject_of
from parley.checking.weigh import weigh
from parley.errors import InventoryError
from parley.inventory.tables import remembered

OVER = "_over_"
"""What stands between two sources in ``about``: ``gas_over_coal``."""
EVERY_OTHER, REST = "others", "rest"
_SINGLE = ("coal", "gas", "oil", "nuclear", "hydro", "wind", "solar")


def is_of_sources(about: str | None) -> bool:
    """Whether two sources of electricity are compared."""
    return about is not None and OVER in about


def check_sources(assertion: Assertion, today: date | None) -> Finding:
    """ "Gas made more of its electricity than coal", "coal is its main source of power"."""
    one, _, other = (assertion.about or "").partition(OVER)
    if other == REST:
        ways = rest_ways(subject_of(assertion), one)
    else:
        others = tuple(each for each in _SINGLE if each != one) if other == EVERY_OTHER else (other,)
        ways = source_ways(subject_of(assertion), one, others)
    return weigh(assertion, today, ways, order_bounds(assertion.comparator), "energy")


@remembered
def source_ways(party: str, one: str, others: tuple[str, ...]) -> Ways:
    """Electricity from ``one`` source as a multiple of that from the largest of ``others``.

    Raises InventoryError where there are no figures of ``one``, or of any of the others.
    """
    (mine,) = (way.account for way in electricity_ways(party, one))
    theirs = [account for each in others for account in _accounts(party, each)]
    if not theirs:
        raise InventoryError(f"there are no figures of the electricity of {party} from {' or '.join(others)}")
    figures = {}
    for year, value in mine.figures.items():
        most = max((account.figures.get(year, 0.0) for account in theirs), default=0.0)
        if most:
            figures[year] = value / most
    against = fuel_words(others[0]) if len(others) == 1 else "the largest other source"
    quantity = f"{mine.quantity} as a multiple of that from {against}"
    return (Way(Account(party, quantity, mine.basis, "times", mine.source, figures)),)


@remembered
def rest_ways(party: str, one: str) -> Ways:
    """Electricity from ``one`` source as a multiple of that from all others together."""
    (mine,), (every,) = ([way.account for way in electricity_ways(party, source)] for source in (one, None))
    figures = {
        year: value / rest for year, value in mine.figures.items() if (rest := every.figures.get(year, value) - value)
    }
    quantity = f"{mine.quantity} as a multiple of that from all other sources"
    return (Way(Account(party, quantity, mine.basis, "times", mine.source, figures)),)


def _accounts(party: str, source: str) -> list[Account]:
    try:
        return [way.account for way in electricity_ways(party, source)]
    except InventoryError:
        return []
