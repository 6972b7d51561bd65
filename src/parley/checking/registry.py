"""Which function holds which measure against the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.budgets import check_budget
from parley.checking.candidate import Finding
from parley.checking.changes import check_change
from parley.checking.coal import check_coal_capacity, check_coal_rank, check_coal_share, check_coal_use
from parley.checking.coal_emitted import check_coal_emitted
from parley.checking.comparisons import check_comparison
from parley.checking.cumulative import check_cumulative
from parley.checking.economies import check_economy_rank, check_gdp
from parley.checking.energy import check_electricity_share, check_energy_share, check_renewables
from parley.checking.hosts import check_hosted
from parley.checking.levels import check_level
from parley.checking.memberships import check_membership
from parley.checking.money import check_money, check_pledge_or_sum
from parley.checking.offices import check_office
from parley.checking.paris_agreement import check_paris_agreement
from parley.checking.people import check_population
from parley.checking.per_head import check_per_head
from parley.checking.ranks import check_rank
from parley.checking.ratios import check_ratio
from parley.checking.shares import check_share
from parley.checking.spans import check_span
from parley.checking.summits import check_summit
from parley.checking.targets import check_target_gap
from parley.checking.warming import check_warming

Check = Callable[[Assertion, date], Finding]

CHECKS: Mapping[str, Check] = {
    "emissions": check_level,
    "emissions_share": check_share,
    "rank_emitter": check_rank,
    "change": check_change,
    "ratio": check_ratio,
    "comparison": check_comparison,
    "per_capita": check_per_head,
    "cumulative": check_cumulative,
    "coal_capacity": check_coal_capacity,
    "coal_commitment": check_coal_emitted,
    "coal_share": check_coal_share,
    "coal_use": check_coal_use,
    "coal_rank": check_coal_rank,
    "electricity_share": check_electricity_share,
    "energy_share": check_energy_share,
    "renewables": check_renewables,
    "population": check_population,
    "gdp": check_gdp,
    "rank_economy": check_economy_rank,
    "office": check_office,
    "summit": check_summit,
    "event_date": check_summit,
    "paris_agreement": check_paris_agreement,
    "membership": check_membership,
    "span": check_span,
    "hosted": check_hosted,
    "pledge": check_pledge_or_sum,
    "target": check_pledge_or_sum,
    "target_gap": check_target_gap,
    "warming": check_warming,
    "budget": check_budget,
    "money": check_money,
}
"""A function takes an assertion and the day of the check, and returns what it found; InventoryError says that there
are no such figures."""
