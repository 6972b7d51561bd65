"""Remaining carbon budgets: ours rise and fall as they must, published ones stand beside them."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from parley.climate import budgets
from parley.climate.budgets import (
    AR6_ANCHOR,
    LIKELIHOODS,
    TEMPERATURES,
    Anchor,
    Budget,
    make_pathway,
    observed_anchor,
    peaks_of_family,
    published,
    remaining,
    to_dataframe,
)
from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.history import SCENARIOS, load_scenario_emissions
from parley.climate.warming import annual_warming
from parley.errors import ClimateError
from tests.climate import making

Array = NDArray[np.float64]

TINY = making.make_ensemble(17)


@cache
def default_budgets() -> tuple[Budget, ...]:
    return remaining()


def ours(found: tuple[Budget, ...], scenario: str) -> dict[tuple[float, float], float]:
    """By level of warming and likelihood; infinite where outside, on the side where it is."""
    sides = {"less than zero": -math.inf, "more than run": math.inf}
    return {
        (row.temperature_k, row.likelihood): sides[row.outside] if row.gtco2 is None else row.gtco2
        for row in found
        if row.source.endswith(f"other gases of {scenario}")
    }


@pytest.mark.parametrize("scenario", ["ssp119", "ssp126"])
def test_budgets_rise_with_warming_and_fall_with_likelihood(scenario: str) -> None:
    found = ours(default_budgets(), scenario)
    assert list(found) == [(temperature, likelihood) for temperature in TEMPERATURES for likelihood in LIKELIHOODS]
    for likelihood in LIKELIHOODS:
        row = [found[temperature, likelihood] for temperature in TEMPERATURES]
        assert row == sorted(row)
        assert row[-1] > row[0]
    for temperature in TEMPERATURES:
        row = [found[temperature, likelihood] for likelihood in LIKELIHOODS]
        assert row == sorted(row, reverse=True)


def test_the_budget_of_two_degrees_is_of_the_size_of_the_published_ones() -> None:
    """In the middle, where methods agree; each within a factor of two."""
    at_two = {row.source: row.gtco2 for row in default_budgets() if (row.temperature_k, row.likelihood) == (2.0, 0.5)}
    newest = at_two["IGCC 2024"]
    assert newest == 1045.9
    for source, budget in at_two.items():
        assert budget is not None
        assert newest / 2.0 < budget < newest * 2.0, source


@pytest.mark.parametrize("since", [2015, 2025])
def test_a_share_of_members_as_large_as_the_likelihood_stays_below(since: int) -> None:
    ensemble = Ensemble.default().subset(slice(0, 60))
    emitted, peaks = peaks_of_family(ensemble, "ssp126", since, observed_anchor(since))
    for row in remaining(ensemble, (1.6, 1.8, 2.0), (0.2, 0.5, 0.8), since, non_co2=["ssp126"]):
        if row.source.startswith(ensemble.name) and row.gtco2 is not None:
            below = int(np.searchsorted(emitted, row.gtco2)) - 1
            share = (peaks < row.temperature_k).mean(axis=1)
            assert share[below] >= row.likelihood - 1 / 60
            assert share[below + 1] <= row.likelihood + 1 / 60


def test_what_a_pathway_reaches_is_its_own_budget() -> None:
    """At a peak of one pathway of the family there is nothing to interpolate."""
    emitted, peaks = peaks_of_family(TINY, "ssp119", 2025, None)
    for pathway in (0, 3, 11, -1):
        median = float(np.median(peaks[pathway]))
        row = remaining(TINY, [median], [0.5], non_co2=["ssp119"], anchor=None)[0]
        assert row.gtco2 == pytest.approx(emitted[pathway], abs=1e-6)


def test_more_co2_warms_every_member_more() -> None:
    emitted, peaks = peaks_of_family(TINY, "ssp119", 2025, None)
    assert emitted[0] == 0.0
    assert (np.diff(emitted) > 0.0).all()
    assert (np.diff(peaks, axis=0) > 0.0).all()


def test_a_level_that_the_runs_do_not_enclose_has_no_budget() -> None:
    low, high = remaining(TINY, [0.5, 9.0], [0.5], non_co2=["ssp126"])[:2]
    assert (low.gtco2, low.outside) == (None, "less than zero")
    assert (high.gtco2, high.outside) == (None, "more than run")


def test_every_member_is_moved_to_the_anchor() -> None:
    """So that a pathway of history alone peaks where the anchor says, for all."""
    _, free = peaks_of_family(TINY, "ssp119", 2025, None)
    _, anchored = peaks_of_family(TINY, "ssp119", 2025, Anchor(2015, 2024, 1.3, "invented"))
    past = annual_warming(run(make_pathway("ssp119", 2025, 2025), TINY), 0)[2015 - 1750 : 2025 - 1750].mean(axis=0)
    np.testing.assert_allclose(anchored - free, np.broadcast_to(1.3 - past, free.shape), atol=1e-12)
    assert anchored.std() < free.std()


def test_a_warmer_anchor_leaves_less() -> None:
    budget = {
        warming: remaining(TINY, [2.0], [0.5], non_co2=["ssp119"], anchor=Anchor(2015, 2024, warming, "invented"))[0]
        for warming in (1.0, 1.2)
    }
    assert budget[1.2].gtco2 is not None
    assert budget[1.0].gtco2 is not None
    assert budget[1.2].gtco2 < budget[1.0].gtco2 - 100.0


def test_observed_anchors_are_those_the_publications_stand_on() -> None:
    assert observed_anchor(2025).warming_k == pytest.approx(1.24, abs=0.005)
    assert observed_anchor(2020).warming_k == pytest.approx(AR6_ANCHOR.warming_k, abs=0.005)
    assert (observed_anchor().first_year, observed_anchor().last_year) == (2015, 2024)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize(("since", "zero_year"), [(2025, 2025), (2025, 2050), (2020, 2100)])
def test_a_pathway_is_history_then_a_line_to_zero(scenario: str, since: int, zero_year: int) -> None:
    pathway = make_pathway(scenario, since, zero_year)
    years, emissions = load_scenario_emissions(scenario)
    assert np.array_equal(pathway.emissions[2:], emissions[2:])
    assert np.array_equal(pathway.emissions[:, years < since], emissions[:, years < since])
    co2 = pathway.emissions[:2].sum(axis=0)
    assert not co2[years >= zero_year].any()
    line = co2[(years >= since - 1) & (years <= zero_year)]
    np.testing.assert_allclose(line, np.linspace(line[0], 0.0, zero_year - since + 2), rtol=0.0, atol=1e-12)
    assert pathway.natural is not None
    assert not pathway.natural.volcanic.any()


def test_published_budgets_are_those_published() -> None:
    found = {(row.source, row.temperature_k, row.likelihood): row for row in published()}
    assert found["AR6", 1.5, 0.5] == Budget("AR6", 2020, 1.5, 0.5, 500.0)
    assert found["AR6", 2.0, 0.83].gtco2 == 900.0
    headline = found["IGCC 2024", 1.5, 0.5]
    assert (headline.since, round(headline.gtco2 or 0.0, -1)) == (2025, 130.0)
    assert found["IGCC 2024, zero emissions commitment uncertain", 1.5, 0.83].gtco2 == -221.1


def test_two_in_three_is_found_as_66_and_as_67_percent() -> None:
    assert [row.likelihood for row in published([1.5], [0.67])] == [0.67, 0.66, 0.66]
    assert [row.likelihood for row in published([1.5], [0.66])] == [0.67, 0.66, 0.66]
    assert [row.gtco2 for row in published([1.5], [0.66])] == [400.0, 79.0, 6.0]


def test_what_is_not_published_is_none() -> None:
    assert [row.gtco2 for row in published([1.3], [0.9])] == [None, -277.5, -789.6]
    assert {row.gtco2 for row in published([1.55], [0.5])} == {None}


def test_a_table_has_a_row_for_each_source_and_level() -> None:
    found = remaining(TINY, [1.5, 2.0], [0.5, 0.67], non_co2=["ssp119"])
    table = to_dataframe(found)
    assert table.index.names == ["source", "since", "temperature_k"]
    assert table.columns.tolist() == [0.5, 0.66, 0.67]
    assert table.loc[("AR6", 2020, 1.5), 0.5] == 500.0
    assert math.isnan(table.loc[("AR6", 2020, 1.5), 0.66])
    assert len(table) == 8


def test_the_same_question_has_the_same_answer() -> None:
    assert remaining(TINY) == remaining(TINY)


@pytest.mark.parametrize("since", [1900, 2026, 2050])
def test_a_year_that_history_does_not_reach_is_refused(since: int) -> None:
    with pytest.raises(ClimateError, match=f"cannot be counted from {since}; give a year from 1901 to 2025"):
        remaining(TINY, since=since)


@pytest.mark.parametrize("last_year", [2025, 2501])
def test_a_last_year_that_cannot_be_run_is_refused(last_year: int) -> None:
    with pytest.raises(ClimateError, match=f"to {last_year}"):
        remaining(TINY, last_year=last_year)


def test_years_that_were_not_observed_or_are_still_to_come_are_no_anchor() -> None:
    with pytest.raises(ClimateError, match="warming of 2020–2029 cannot anchor a budget from 2025"):
        remaining(TINY, anchor=Anchor(2020, 2029, 1.4, "invented"))
    with pytest.raises(ClimateError, match="give years from 1850 on"):
        remaining(TINY, anchor=Anchor(1840, 1849, 0.0, "invented"))


def test_likelihoods_are_fractions() -> None:
    with pytest.raises(ClimateError, match="50 is not a quantile"):
        remaining(TINY, likelihoods=[50])


def test_it_stands_in_the_climate_package() -> None:
    assert budgets.remaining is remaining
