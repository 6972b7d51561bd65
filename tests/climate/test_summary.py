"""Summaries: warming above a baseline, odds, peaks and years of crossing."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from parley.climate.quantiles import quantiles_of, years_reached
from parley.climate.summary import ROW_COLUMNS, summarise
from parley.climate.warming import annual_mean, annual_warming, middle_years, running_mean
from parley.errors import ClimateError
from tests.climate.making_results import make_result, make_temperature

MEMBERS = 20


def ramps(peaks: np.ndarray, top: int = 2050, end: int = 2100) -> np.ndarray:
    """Members at 0 until 1950, up to their peak on 1 January of ``top``, and as far down again after it."""
    timebounds = np.arange(1750, end + 2)
    up = np.clip((timebounds - 1950) / (top - 1950), 0, 1)
    down = np.clip((timebounds - top) / (end + 1 - top), 0, 1)
    return (peaks[:, None] * (up - 0.5 * down))[None]


def test_a_calendar_year_is_the_mean_of_its_two_timebounds() -> None:
    values = np.array([[1.0, 3.0, 4.0], [0.0, -2.0, 8.0]])
    assert annual_mean(values).tolist() == [[2.0, -1.0], [3.5, 3.0]]


def test_the_baseline_is_the_timebounds_with_half_weight_on_both_ends() -> None:
    rng = np.random.default_rng(5)
    temperature = rng.normal(0, 1, (1, 9, 352))
    weights = np.zeros(352)
    weights[100:152] = 1
    weights[[100, 151]] = 0.5
    base = temperature[0] @ weights / weights.sum()
    found = annual_warming(make_result(temperature), 0)
    assert found == pytest.approx(annual_mean(temperature[0]) - base, abs=1e-13)


def test_quantiles_are_those_of_numpy() -> None:
    values = np.sort(np.random.default_rng(6).normal(0, 1, (5, 30)), axis=1)
    for quantile in (0, 0.05, 0.17, 0.5, 1):
        assert quantiles_of(values, [quantile])[0] == pytest.approx(np.quantile(values, quantile, axis=1), abs=1e-14)


@given(
    arrays(np.float64, (7, 13), elements=st.floats(-2, 8)),
    st.lists(st.floats(0, 1), min_size=2, max_size=5).map(sorted),
)
def test_quantiles_never_cross_and_stay_among_the_members(values: np.ndarray, quantiles: list[float]) -> None:
    found = quantiles_of(np.sort(values, axis=1), quantiles)
    assert (np.diff(found, axis=0) >= -1e-12).all()
    assert (found >= values.min(axis=1) - 1e-12).all()
    assert (found <= values.max(axis=1) + 1e-12).all()


def test_a_share_is_there_when_that_many_members_are() -> None:
    years = np.array([2030.0, 2040.0, 2050.0, np.inf])
    assert years_reached(years, (0.0, 0.25, 0.26, 0.5, 0.75, 0.76, 1.0)) == (2030, 2030, 2040, 2040, 2050, None, None)


def test_a_share_of_a_hundred_members_is_counted_exactly() -> None:
    years = np.arange(2000.0, 2100.0)
    shares = [number / 100 for number in range(1, 101)]
    assert years_reached(years, shares) == tuple(range(2000, 2100))


def test_odds_count_members_whose_peak_stays_below() -> None:
    peaks = np.linspace(0.1, 3.0, MEMBERS)
    summary = summarise(make_result(ramps(peaks)))["path-1"]
    judged = annual_mean(ramps(peaks)[0]).max(axis=0)
    for threshold in (1.5, 2.0, 3.0):
        assert summary.limit(threshold).below == np.mean(judged <= threshold)
    assert summary.limit(1.5).below == 0.5


def test_who_crosses_when_is_told_until_no_more_members_cross() -> None:
    summary = summarise(make_result(ramps(np.linspace(0.1, 3.0, MEMBERS))), quantiles=(0.05, 0.5, 0.6))["path-1"]
    limit = summary.limit(1.5)
    # The warmest member, at 3 K in 2050, is above 1.5 K in the middle of the year 2000.
    assert limit.crossing[0] == 2000
    # Half the members cross, and the coolest of them, which goes to 1.63 K, is there in the spring of 2042.
    assert limit.crossing[1] == 2042
    assert limit.crossing[2] is None
    assert limit.exceeded.max() == pytest.approx(1 - limit.below)


def test_members_peak_before_they_come_down() -> None:
    summary = summarise(make_result(ramps(np.linspace(0.1, 3.0, MEMBERS))))["path-1"]
    assert set(summary.peak_year) <= {2049, 2050}
    assert (summary.peak > summary.warming_at_end).all()
    assert summary.warming_at_end == pytest.approx(summary.warming_in(2100))
    assert summary.end == (2100, 2100)


def test_a_run_that_goes_on_after_2100_still_has_its_end_in_2100() -> None:
    result = make_result(make_temperature(1, MEMBERS, end=2300))
    summary = summarise(result)["path-1"]
    assert summary.end == (2100, 2100)
    assert summary.peak_year == (2300,) * len(summary.peak_year)
    assert summarise(make_result(make_temperature(1, MEMBERS, end=2060)))["path-1"].end == (2060, 2060)


def test_one_warm_year_is_no_crossing_when_years_vary_by_chance() -> None:
    temperature = np.zeros((1, MEMBERS, 352))
    temperature[..., 270:272] = 5.0
    varied = summarise(make_result(temperature, internal_variability=True))
    assert varied.smoothed
    assert varied["path-1"].limit(1.5).below == 1
    assert varied["path-1"].limit(1.5).crossing == (None,) * 7
    assert varied["path-1"].limit(1.5).exceeded.max() == 1
    steady = summarise(make_result(temperature))
    assert not steady.smoothed
    assert steady["path-1"].limit(1.5).below == 0


def test_with_variability_a_crossing_is_the_middle_of_twenty_years_and_the_end_their_mean() -> None:
    temperature = np.zeros((1, MEMBERS, 352))
    temperature[..., 2021 - 1750 :] = 1.6
    summary = summarise(make_result(temperature, internal_variability=True), thresholds=(1.5,))["path-1"]
    # 2021 is a year of 1.6 K, 2020 half one: 2020-2039 is the first of all windows above 1.5 K.
    assert set(summary.limits[0].crossing) == {2030}
    assert summary.end == (2081, 2100)
    assert summary.warming_at_end == pytest.approx(1.6)


def test_running_means_are_means() -> None:
    values = np.random.default_rng(7).normal(0, 1, (50, 3))
    plain = np.array([values[first : first + 20].mean(axis=0) for first in range(31)])
    assert running_mean(values) == pytest.approx(plain, abs=1e-13)
    assert middle_years(np.arange(2001, 2051))[[0, -1]].tolist() == [2011, 2041]


@given(st.permutations(range(11)), st.booleans())
def test_the_order_of_members_and_of_memory_does_not_matter(order: list[int], varied: bool) -> None:
    temperature = make_temperature(1, 11)
    first = summarise(make_result(temperature, internal_variability=varied))
    second = summarise(make_result(np.ascontiguousarray(temperature[:, order]), internal_variability=varied))
    assert first.to_dict() == second.to_dict()


def test_each_scenario_is_summarised_on_its_own() -> None:
    temperature = make_temperature(3)
    together = summarise(make_result(temperature))
    for place in range(3):
        alone = summarise(make_result(temperature[place : place + 1], scenarios=(f"path-{place + 1}",)))
        assert together.to_dict()["scenarios"][place] == alone.to_dict()["scenarios"][0]


def test_a_summary_says_what_it_rests_on() -> None:
    notes = (("joined to history in 2025",), ())
    summary = summarise(make_result(provisional=True, notes=notes))
    said = json.loads(json.dumps(summary.to_dict()))
    assert said["ensemble"] == {"name": "invented", "members": 41, "provisional": True}
    assert (said["baseline"], said["means_over_years"]) == ([1850, 1900], 1)
    assert said["scenarios"][0]["notes"] == ["joined to history in 2025"]
    assert said["scenarios"][0]["natural"] == "2024"


def test_rows_and_dict_hold_the_same_numbers() -> None:
    summary = summarise(make_result(ramps(np.linspace(0.1, 3.0, MEMBERS))))
    said = summary.to_dict()["scenarios"][0]
    rows = list(summary.rows())
    assert all(tuple(row) == ROW_COLUMNS for row in rows)
    found = {(row["statistic"], row["threshold_k"], row["quantile"], row["year"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    assert found["warming", None, 0.5, 2050] == said["warming_k"]["0.5"][300]
    assert found["odds_below", 2.0, None, None] == said["limits"][1]["odds_below"]
    assert found["odds_exceeded", 2.0, None, 2050] == said["limits"][1]["odds_exceeded"][300]
    assert found["crossing_year", 3.0, 0.95, None] is None
    assert found["peak_warming", None, 0.95, None] == said["peak"]["warming_k"]["0.95"]
    assert not any(isinstance(row["value"], float) and math.isnan(row["value"]) for row in rows)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: summarise(make_result(make_temperature(1, 5, start=1900), start=1900)), "does not cover the baseline"),
        (lambda: summarise(make_result(), baseline=(1900, 1850)), "ends before it begins"),
        (lambda: summarise(make_result(), quantiles=(50,)), "50 is not a quantile"),
        (lambda: summarise(make_result(), quantiles=()), "no quantiles"),
        (lambda: summarise(make_result(make_temperature() * np.nan)), "path-1: a member's temperature is not"),
        (lambda: summarise(replace(make_result(), temperature=None)), "the run kept no temperature"),
        (lambda: summarise(make_result())["path-9"], "no scenario 'path-9'"),
        (lambda: summarise(make_result())["path-1"].limit(1.7), "1.7 K is not among the thresholds"),
        (lambda: summarise(make_result())["path-1"].warming_in(2150), "leaves out 2150"),
        (lambda: summarise(make_result()).at([1], 0.4), "0.4 is not among the quantiles"),
        (
            lambda: summarise(
                make_result(make_temperature(1, 5, start=1900, end=1910), start=1900, internal_variability=True),
                baseline=(1900, 1905),
            ),
            "a run of 11 years has no mean over 20 years",
        ),
    ],
)
def test_what_cannot_be_summarised_is_told(make: Callable[[], object], words: str) -> None:
    with pytest.raises(ClimateError, match=words):
        make()
