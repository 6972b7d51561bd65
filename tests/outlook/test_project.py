"""Outlooks of whole books: what a pledge may and may not do to the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.ensemble import Ensemble
from parley.climate.scenario import Scenario
from parley.outlook.odds import THRESHOLDS_K, warm
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.pathways.axes import YEARS, place
from parley.pathways.book import book_on
from parley.pathways.choices import EXTENSIONS, POLICIES, Choices
from parley.pathways.pledge import PathwayPledge

GLASGOW = date(2021, 11, 13)
PARTIES = ("CHN", "USA", "EUU", "IND", "BRA", "IDN", "ZAF", "KAZ")
_ALIKE_K = 1e-9


@cache
def glasgow() -> tuple[PathwayPledge, ...]:
    return book_on(GLASGOW)


def cut(party: str, percent: float, year: int = 2035) -> PathwayPledge:
    return PathwayPledge(
        id=f"{party} cut",
        party=party,
        kind="reduction",
        basis="base_year",
        low=percent,
        high=percent,
        unit="%",
        base_year=2010,
        target_year=year,
        gas="GHG",
        lulucf="excluded",
        origin="wish",
    )


def net_zero(party: str, year: int) -> PathwayPledge:
    return PathwayPledge(
        id=f"{party} net zero", party=party, kind="net_zero", target_year=year, gas="GHG", origin="wish"
    )


@given(st.sampled_from(PARTIES), st.floats(0, 90), st.floats(0, 10), st.sampled_from(EXTENSIONS))
@settings(max_examples=20, deadline=None)
def test_a_stronger_cut_never_warms_the_end_of_the_century(
    party: str, percent: float, more: float, extension: str
) -> None:
    choices = Choices(extension=extension)  # type: ignore[arg-type]
    weak, strong = (project([cut(party, each)], choices=choices) for each in (percent, percent + more))
    assert strong.median(2100) <= weak.median(2100) + _ALIKE_K
    assert (strong.emissions[:, place(2024) :] <= weak.emissions[:, place(2024) :] + 1e-6).all()


@given(st.sampled_from(PARTIES), st.integers(2040, 2099), st.integers(0, 30))
@settings(max_examples=20, deadline=None)
def test_a_later_year_of_net_zero_never_cools(party: str, year: int, later: int) -> None:
    early, late = (project([net_zero(party, min(each, 2100))]) for each in (year, year + later))
    assert early.median(2100) <= late.median(2100) + _ALIKE_K
    assert early.cumulative_co2(2024) <= late.cumulative_co2(2024) + 1e-9


@pytest.mark.parametrize("policy", POLICIES)
def test_a_pledge_told_twice_counts_once(policy: str) -> None:
    choices = Choices(policy=policy)  # type: ignore[arg-type]
    once, twice = project(glasgow(), choices=choices), project([*glasgow(), *glasgow()], choices=choices)
    assert (once.emissions == twice.emissions).all()
    assert once.median(2100) == twice.median(2100)


def test_pledges_of_members_of_the_eu_add_nothing_to_those_of_the_eu() -> None:
    with_members = project(glasgow())
    without = project([pledge for pledge in glasgow() if pledge.party not in ("DEU", "FRA", "SWE", "DNK", "FIN")])
    assert (with_members.emissions == without.emissions).all()
    assert any(pledge.party == "DEU" for pledge in with_members.left_out)


def test_more_policy_is_never_more_warming() -> None:
    current, unconditional, conditional, with_net_zero = (
        project(glasgow(), choices=Choices(policy=policy, extension="constant-effort")) for policy in POLICIES
    )
    medians = [each.median(2100) for each in (with_net_zero, conditional, unconditional, current)]
    assert medians == sorted(medians)
    assert current.counted == {}


def test_the_odds_of_an_outlook_are_those_of_its_scenario_run_alone() -> None:
    outlook = project(glasgow())
    again = warm(Scenario(outlook.name, outlook.scenario.years, outlook.scenario.emissions), Ensemble.default())
    assert again.below == outlook.warming.below
    assert (again.by_quantile == outlook.warming.by_quantile).all()
    assert len(outlook.warming.below) == len(THRESHOLDS_K)
    assert list(outlook.warming.below) == sorted(outlook.warming.below)


def test_the_world_is_the_sum_of_its_parties_and_of_what_is_nobodys() -> None:
    outlook = project(glasgow())
    parts = [pathway.emissions[0] for pathway in outlook.world.pathways.values()]
    assert np.allclose(outlook.world.emissions[0], np.sum([*parts, *outlook.world.apart.values()], axis=0), rtol=1e-12)


def test_until_the_data_year_every_outlook_has_the_same_emissions() -> None:
    first, second = project(glasgow()), project([])
    known = first.choices.data_year >= YEARS
    assert (first.emissions[:, known] == second.emissions[:, known]).all()
    assert (
        first.warming.by_quantile[:, first.warming.years < 2023]
        == second.warming.by_quantile[:, second.warming.years < 2023]
    ).all()


def test_a_withdrawn_party_follows_current_policy() -> None:
    current, without = project([]), project(glasgow(), withdraw=("USA",))
    assert (without.pathway("USA").emissions == current.pathway("USA").emissions).all()
    assert without.withdrawn == {"USA"}
    assert without.median(2100) > project(glasgow()).median(2100)


def test_what_is_urged_proposed_or_drafted_moves_nothing() -> None:
    for firmness in ("urged", "proposed", "drafted"):
        wished = replace(net_zero("CHN", 2040), firmness=firmness)
        outlook = project([wished])
        assert outlook.left_out == (wished,)
        assert (outlook.emissions == project([]).emissions).all()


def test_the_same_book_gives_the_same_bytes_in_any_order() -> None:
    there, back = project(glasgow()), project(glasgow()[::-1])
    assert there.emissions.tobytes() == back.emissions.tobytes()
    assert there.warming.by_quantile.tobytes() == back.warming.by_quantile.tobytes()


def test_the_budget_counts_from_the_year_of_its_publication() -> None:
    outlook: Outlook = project(glasgow())
    budget = next(each for each in outlook.budget if (each.temperature_k, each.likelihood) == (1.5, 0.5))
    assert budget.since == 2025
    assert budget.used_up is not None
    spent = outlook.cumulative_co2(budget.since, budget.used_up)
    assert outlook.cumulative_co2(budget.since, budget.used_up - 1) <= budget.gtco2 < spent
