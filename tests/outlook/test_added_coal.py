"""Coal plants on top of an outlook."""

from __future__ import annotations

from functools import cache

import pytest

from parley.errors import UsageError
from parley.inventory.coal import committed_emissions
from parley.outlook.added_coal import add_coal
from parley.outlook.outlook import Outlook
from parley.outlook.project import project


@cache
def outlook() -> Outlook:
    return project()


def test_two_hundred_gigawatts_commit_what_the_inventory_says() -> None:
    added = add_coal(outlook(), "CHN", 200)
    assert added.committed == committed_emissions(200)
    assert added.committed.total_gtco2.central == pytest.approx(31.5, abs=0.5)
    assert added.budget_share_percent == pytest.approx(100 * added.committed.total_gtco2.central / added.budget.gtco2)
    assert added.emitted_by_2100_gtco2 == pytest.approx(added.committed.total_gtco2.central, rel=0.01)


def test_more_coal_warms_more_and_never_betters_the_odds() -> None:
    some, more = add_coal(outlook(), "CHN", 200), add_coal(outlook(), "CHN", 400)
    assert 0 < some.warming_k < more.warming_k
    assert all(change <= 0 for change in some.odds_change)
    assert all(much <= little for little, much in zip(some.odds_change, more.odds_change, strict=True))


def test_plants_that_outlive_net_zero_are_told_so() -> None:
    assert add_coal(outlook(), "CHN", 10).outlives_net_zero == 2060
    assert add_coal(outlook(), "IND", 10).outlives_net_zero is None


def test_plants_late_in_the_century_emit_less_by_its_end() -> None:
    late = add_coal(outlook(), "IND", 100, first_year=2090)
    assert late.emitted_by_2100_gtco2 == pytest.approx(11 * late.committed.yearly_gtco2.central)


@pytest.mark.parametrize(
    ("party", "gw", "year", "words"),
    [
        ("CHN", 0, None, "capacity"),
        ("CHN", 1e6, None, "capacity"),
        ("ATA", 5, None, "pathway"),
        ("CHN", 5, 2010, "begin"),
    ],
)
def test_what_cannot_be_is_said_plainly(party: str, gw: float, year: int | None, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        add_coal(outlook(), party, gw, first_year=year)
