"""New coal plants on top of an outlook: what they emit over their lives, and what that does to budget and odds.

The plants are on top of the pathways: a Party that keeps its targets has to make up for them elsewhere, and after its
year of net zero a plant stands still or its CO2 is captured. What is shown is what happens when neither is done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from parley.climate.ensemble import Ensemble
from parley.errors import UsageError
from parley.inventory.coal import Committed, committed_emissions
from parley.outlook.odds import Warming, warm
from parley.outlook.outlook import CarbonBudget, Outlook
from parley.pathways.axes import CO2_FFI, LAST_YEAR, YEARS, FloatArray
from parley.pathways.infill import harmonised, to_scenario
from parley.pathways.party_codes import party_code

MT_IN_GT = 1e3
MW_IN_GW = 1e3
LARGEST_GW = 20_000
_PLANTS = re.compile(r"(?P<party>.+?)\s+(?P<amount>-?[\d.,_]+)\s*(?P<unit>GW|MW)(?:\s+from\s+(?P<year>\d{4}))?", re.I)


@dataclass(frozen=True, slots=True)
class Plants:
    """Coal plants of a Party that begin in ``first_year``, None where that is not said."""

    party: str
    gw: float
    first_year: int | None = None


@dataclass(frozen=True, slots=True)
class AddedCoal:
    """What coal plants add to an outlook.

    ``committed`` is over their lives, with its assumptions. ``budget_share_percent`` is their central total in the
    budget for 1.5 °C at even odds. ``warming_k`` is what the median of 2100 changes by, ``odds_change`` what the odds
    of staying below each of ``odds.THRESHOLDS_K`` change by; ``emitted_by_2100_gtco2`` is what they emit until then.
    ``added_gtco2`` is that by year of the pathways, (year,), ``warming`` what the ensemble makes of both together.
    """

    party: str
    gw: float
    first_year: int
    committed: Committed
    budget: CarbonBudget
    budget_share_percent: float
    emitted_by_2100_gtco2: float
    warming_k: float
    odds_change: tuple[float, ...]
    outlives_net_zero: int | None
    added_gtco2: FloatArray = field(compare=False, repr=False)
    warming: Warming = field(compare=False, repr=False)


def add_coal(
    outlook: Outlook, party: str, gw: float, ensemble: Ensemble | None = None, *, first_year: int | None = None
) -> AddedCoal:
    """Add plants of ``gw`` that begin in ``first_year``, by default two years after the data year.

    Raises UsageError for a capacity that is not above zero, a Party without a pathway or a year out of range.
    """
    start = first_year or outlook.choices.data_year + 2
    _check(outlook, party, gw, start)
    committed = committed_emissions(gw)
    life = round(committed.life_years.central)
    running = (start <= YEARS) & (start + life > YEARS)
    emissions = outlook.world.emissions[0].copy()
    added = np.where(running, committed.yearly_gtco2.central, 0.0)
    emissions[CO2_FFI] += added * MT_IN_GT
    year = outlook.choices.data_year
    scenario = to_scenario(f"{outlook.name} with {gw:g} GW of coal", harmonised(emissions, year), year)
    warmer = warm(scenario, ensemble or Ensemble.default())
    budget = next(each for each in outlook.budget if (each.temperature_k, each.likelihood) == (1.5, 0.5))
    zero = outlook.pathway(party).net_zero
    return AddedCoal(
        party=party,
        gw=gw,
        first_year=start,
        committed=committed,
        budget=budget,
        budget_share_percent=100 * committed.total_gtco2.central / budget.gtco2,
        emitted_by_2100_gtco2=committed.yearly_gtco2.central * int(running.sum()),
        warming_k=warmer.in_year(LAST_YEAR) - outlook.median(LAST_YEAR),
        odds_change=tuple(after - before for after, before in zip(warmer.below, outlook.warming.below, strict=True)),
        outlives_net_zero=_outlived(zero.target_year if zero else None, start + life),
        added_gtco2=added,
        warming=warmer,
    )


def parse_coal(words: str) -> Plants:
    """Plants in a few words: ``CHN 200 GW``, ``India 5000 MW from 2028``. Raises UsageError."""
    found = _PLANTS.fullmatch(words.strip())
    try:
        amount = float(found["amount"].replace(",", "").replace("_", "")) if found else float("nan")
    except ValueError:
        amount = float("nan")
    if found is None or amount != amount:
        raise UsageError(f"{words!r} is no capacity of coal; write it like CHN 200 GW, or CHN 200 GW from 2028")
    gw = amount / MW_IN_GW if found["unit"].upper() == "MW" else amount
    _check_capacity(gw)
    return Plants(party_code(found["party"], repr(words)), gw, int(found["year"]) if found["year"] else None)


def _outlived(net_zero: int | None, end: int) -> int | None:
    return net_zero if net_zero is not None and net_zero < end else None


def _check(outlook: Outlook, party: str, gw: float, start: int) -> None:
    _check_capacity(gw)
    if party not in outlook.world.pathways:
        raise UsageError(f"{party} has no pathway of its own; give a Party such as CHN, IND or EUU")
    if not outlook.choices.data_year < start <= LAST_YEAR:
        raise UsageError(f"plants cannot begin in {start}; give a year after {outlook.choices.data_year}")


def _check_capacity(gw: float) -> None:
    if not 0 < gw <= LARGEST_GW:
        raise UsageError(
            f"{gw:,g} GW of coal cannot be added; give a capacity above 0 and up to {LARGEST_GW:,} GW, "
            "several times what the world runs"
        )
