"""More is never less: properties that hold for every Party, pledge and draw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.pathways.axes import place
from parley.pathways.base import base_parties
from parley.pathways.choices import Choices, Extension
from parley.pathways.draws import CENTRAL, Draws
from parley.pathways.party import party_pathway
from parley.pathways.pledge import PathwayPledge
from parley.pathways.selection import book_of_record
from tests.pathways.pledging import a_cut, a_net_zero, a_peak, lulucf, some_draws, some_parties

extensions: st.SearchStrategy[Extension] = st.sampled_from(["constant-effort", "flat", "net-zero"])
SMALL = 1e-6


@st.composite
def companions(draw: st.DrawFn, party: str) -> tuple[PathwayPledge, ...]:
    """Pledges beside the one that is tried."""
    found: list[PathwayPledge] = []
    if draw(st.booleans()):
        found.append(a_net_zero(party, draw(st.integers(2036, 2090)), draw(st.sampled_from(["GHG", "CO2", None]))))
    if draw(st.booleans()):
        found.append(a_peak(party, draw(st.integers(2025, 2040)), draw(st.sampled_from(["GHG", "CO2"]))))
    if draw(st.booleans()):
        year, percent = draw(st.integers(2025, 2060)), draw(st.floats(0, 100))
        gas = draw(st.sampled_from(["GHG", "CO2"]))
        found.append(a_cut(party, percent, year, id="other", lulucf=draw(lulucf), gas=gas))
    return tuple(found)


@settings(max_examples=150, deadline=None)
@given(st.data(), some_parties, some_draws(), extensions, st.booleans())
def test_a_stronger_cut_never_raises_any_gas_in_any_year(
    data: st.DataObject, party: str, draws: Draws, extension: Extension, hot_air: bool
) -> None:
    beside = data.draw(companions(party))
    weak, strong = sorted(data.draw(st.tuples(st.floats(0, 100), st.floats(0, 100))))
    pledge = a_cut(
        party,
        weak,
        data.draw(st.integers(2025, 2060)),
        data.draw(st.sampled_from([1990, 2005, 2019])),
        lulucf=data.draw(lulucf),
        gas=data.draw(st.sampled_from(["GHG", "CO2"])),
    )
    choices = Choices(extension=extension, hot_air=hot_air)
    one = party_pathway(party, (*beside, pledge), choices, draws).emissions
    other = party_pathway(party, (*beside, replace(pledge, low=strong, high=strong)), choices, draws).emissions
    assert (other <= one + SMALL).all()


@settings(max_examples=100, deadline=None)
@given(st.data(), some_parties, some_draws(), extensions)
def test_any_pledge_more_never_raises_emissions(
    data: st.DataObject, party: str, draws: Draws, extension: Extension
) -> None:
    choices = Choices(extension=extension)
    without = party_pathway(party, (), choices, draws).emissions
    for pledge in data.draw(companions(party)):
        assert (party_pathway(party, (pledge,), choices, draws).emissions <= without + SMALL).all()


@settings(max_examples=100, deadline=None)
@given(st.data(), some_parties, some_draws(), extensions)
def test_a_year_of_net_zero_never_raises_emissions_and_a_later_one_never_lowers_them(
    data: st.DataObject, party: str, draws: Draws, extension: Extension
) -> None:
    beside = tuple(pledge for pledge in data.draw(companions(party)) if pledge.kind != "net_zero")
    gas = data.draw(st.sampled_from(["GHG", "CO2", None]))
    early, late = sorted(data.draw(st.tuples(st.integers(2026, 2100), st.integers(2026, 2100))))
    choices = Choices(extension=extension)
    sooner, later = (
        party_pathway(party, (*beside, a_net_zero(party, year, gas)), choices, draws) for year in (early, late)
    )
    never = party_pathway(party, beside, choices, draws)
    assert (sooner.total().cumsum(axis=1) <= later.total().cumsum(axis=1) + SMALL).all()
    assert (later.emissions <= never.emissions + SMALL).all()


@settings(max_examples=100, deadline=None)
@given(st.data(), some_parties, some_draws(), extensions)
def test_a_later_peak_never_lowers_cumulative_emissions(
    data: st.DataObject, party: str, draws: Draws, extension: Extension
) -> None:
    beside = tuple(pledge for pledge in data.draw(companions(party)) if pledge.kind != "peak")
    gas = data.draw(st.sampled_from(["GHG", "CO2"]))
    early, late = sorted(data.draw(st.tuples(st.integers(2025, 2045), st.integers(2025, 2045))))
    choices = Choices(extension=extension)
    sooner, later = (
        party_pathway(party, (*beside, a_peak(party, year, gas)), choices, draws) for year in (early, late)
    )
    assert (sooner.total().cumsum(axis=1) <= later.total().cumsum(axis=1) + SMALL).all()


@settings(max_examples=50, deadline=None)
@given(st.data(), some_parties, some_draws(), extensions)
def test_the_same_pledge_twice_changes_nothing(
    data: st.DataObject, party: str, draws: Draws, extension: Extension
) -> None:
    beside = (*data.draw(companions(party)), a_cut(party, data.draw(st.floats(0, 100)), lulucf=data.draw(lulucf)))
    twice = (*beside, *(replace(pledge, id=f"{pledge.id}-again") for pledge in beside))
    choices = Choices(extension=extension)
    once = party_pathway(party, beside, choices, draws).emissions
    np.testing.assert_array_equal(party_pathway(party, twice, choices, draws).emissions, once)


@pytest.mark.parametrize("day", [date(2016, 11, 4), date(2021, 11, 13), date(2024, 12, 31), None], ids=str)
@pytest.mark.parametrize("extension", ["constant-effort", "flat", "net-zero"])
def test_what_depends_on_support_never_lies_above_what_does_not(day: date | None, extension: Extension) -> None:
    for party, pledges in book_of_record(day).items():
        lines = [
            party_pathway(party, pledges, Choices(policy=policy, extension=extension)).emissions
            for policy in ("net-zero", "conditional", "unconditional", "current")
        ]
        for stronger, weaker in pairwise(lines):
            assert (stronger <= weaker + SMALL).all(), party


def test_a_party_without_a_pledge_follows_current_policy_to_the_bit() -> None:
    from parley.pathways.base import party_base

    for party in base_parties():
        found = party_pathway(party, (), Choices())
        np.testing.assert_array_equal(found.emissions[0], party_base(party, 2023).emissions)


@settings(max_examples=40, deadline=None)
@given(some_parties, some_draws(5))
def test_draws_are_alike_up_to_the_data_year_and_nothing_is_lost(party: str, draws: Draws) -> None:
    pledges = book_of_record().get(party, ())
    emissions = party_pathway(party, pledges, Choices(), draws).emissions
    known = emissions[:, :, : place(2023) + 1]
    assert (known == known[:1]).all()
    assert np.isfinite(emissions).all()


@pytest.mark.parametrize("party", ["CHN", "USA", "IND", "BRA", "NZL", "NGA"])
def test_a_cut_under_another_metric_moves_the_level_by_less_than_three_per_cent(party: str) -> None:
    levels = [
        party_pathway(party, (a_cut(party, 30, gwp=gwp),), Choices(), CENTRAL).levels[0].mtco2e.item()
        for gwp in ("AR4GWP100", "AR5GWP100", "AR6GWP100")
    ]
    assert max(levels) / min(levels) < 1.03
