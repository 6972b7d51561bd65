"""What new coal power would emit over its life, beside what is left of the carbon budget on a day.

"Another 200 gigawatts of coal" is no figure of emissions; this is what it comes to, with the assumptions shown. It
judges no claim: its references say ``not_checkable`` and stand beside a verdict on the gigawatts.
"""

from __future__ import annotations

from datetime import date

from parley.checking.budgets import budget_reference, remaining_budgets
from parley.checking.wording import figure_words, party_words, span_words
from parley.inventory.coal import Committed, committed_emissions
from parley.inventory.pledges_of_record import pledges_of_record
from parley.records.verdict import Reference
from parley.version import __version__

LEVEL_C = 1.5
_SHOWN_ODDS = (0.5, 0.67)


def committed_references(
    gw: float, party: str, day: date, *, committed: Committed | None = None
) -> tuple[Reference, ...]:
    """CO2 that ``gw`` of new coal power would emit, and the budgets for 1.5 °C on ``day`` that it is taken from.

    ``committed`` lets a caller put assumptions of their own. Raises InventoryError for a capacity that cannot be.
    """
    found = committed or committed_emissions(gw)
    of_coal = Reference(
        party=party,
        quantity=f"CO2 that {figure_words(gw, 'GW')} of coal power would emit over its life",
        basis=f"assumed: {found.assumptions}",
        year=day.year,
        value=round(found.total_gtco2.central, 1),
        unit="GtCO2",
        fact=committed_words(gw, party, day, committed=found),
        source=f"Parley {__version__}, committed emissions of coal power, own rough figures from plant statistics",
        holds="not_checkable",
    )
    left = [row for row in remaining_budgets(LEVEL_C, day) if row.likelihood in _SHOWN_ODDS]
    return (of_coal, *(budget_reference(row, "not_checkable", "then") for row in left))


def committed_words(gw: float, party: str, day: date, *, committed: Committed | None = None) -> str:
    """The same as a clause: per year, over the life, as a share of what is left, and beside the net-zero year."""
    found = committed or committed_emissions(gw)
    total = found.total_gtco2
    words = (
        f"{figure_words(gw, 'GW')} of coal power would emit {found.yearly_gtco2.central:.2g} GtCO2 a year and about "
        f"{total.central:.0f} GtCO2 ({span_words(total.low, total.high, 'GtCO2')}) over its life"
    )
    return words + _of_the_budget(total.central, day) + _beside_net_zero(party, day, found)


def _of_the_budget(gtco2: float, day: date) -> str:
    """How much of the smallest and the largest budget at even odds that is."""
    left = [row.budget_gtco2 for row in remaining_budgets(LEVEL_C, day) if row.likelihood == 0.5]
    if not left or min(left) <= 0:
        return ""
    shares = sorted(100 * gtco2 / budget for budget in left)
    return (
        f", {span_words(shares[0], shares[-1], '%')} of the {span_words(min(left), max(left), 'GtCO2')} left for "
        f"{LEVEL_C} °C at even odds on {day.isoformat()}"
    )


def _beside_net_zero(party: str, day: date, committed: Committed) -> str:
    """Whether plants begun on the day would outlive the Party's net-zero year."""
    end = day.year + round(committed.life_years.central)
    years = [found.target_year for found in pledges_of_record(party, as_of=day, kind="net_zero") if found.target_year]
    if not years or end <= min(years):
        return ""
    return f"; built now they would run to {end}, beyond the net-zero year of {party_words(party)}, {min(years)}"
