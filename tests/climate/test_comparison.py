"""Scenarios beside each other, member by member."""

from __future__ import annotations

import json

import numpy as np
import pytest

from parley.climate.comparison import ROW_COLUMNS, compare
from parley.climate.summary import summarise
from parley.climate.warming import annual_warming
from parley.errors import ClimateError
from tests.climate.making_results import make_result, make_temperature


def test_the_difference_is_taken_in_each_member_first() -> None:
    rng = np.random.default_rng(11)
    temperature = make_temperature(3, 30) + rng.normal(0, 0.1, (3, 30, 352))
    result = make_result(temperature)
    comparison = compare(result)
    assert (comparison.base, [found.scenario for found in comparison.differences]) == ("path-1", ["path-2", "path-3"])
    for place, found in enumerate(comparison.differences, start=1):
        gap = annual_warming(result, place) - annual_warming(result, 0)
        assert found.warming == pytest.approx(np.quantile(gap, comparison.summary.quantiles, axis=1), abs=1e-12)
        assert found.cooler == pytest.approx((gap < 0).mean(axis=1))


def test_a_difference_is_surer_than_either_warming() -> None:
    comparison = compare(make_result(make_temperature(2, 30)))
    spread = {name: np.ptp(comparison.summary[name].warming_at_end) for name in ("path-1", "path-2")}
    assert np.ptp(comparison.differences[0].warming_at_end) < min(spread.values())


@pytest.mark.parametrize("varied", [False, True])
def test_a_scenario_less_itself_is_nothing(varied: bool) -> None:
    temperature = np.repeat(make_temperature(1, 9), 2, axis=0)
    found = compare(make_result(temperature, internal_variability=varied)).differences[0]
    assert not found.warming.any()
    assert not found.peak.any()
    assert not found.warming_at_end.any()
    assert not found.cooler.any()
    assert set(found.odds_below.values()) == {0.0}


@pytest.mark.parametrize("varied", [False, True])
def test_exchanging_two_scenarios_turns_every_sign(varied: bool) -> None:
    temperature = make_temperature(2, 25)
    there = compare(make_result(temperature, internal_variability=varied)).differences[0]
    back = compare(make_result(temperature[::-1], internal_variability=varied)).differences[0]
    assert back.warming == pytest.approx(-there.warming[::-1], abs=1e-12)
    assert back.peak == pytest.approx(-there.peak[::-1], abs=1e-12)
    assert back.warming_at_end == pytest.approx(-there.warming_at_end[::-1], abs=1e-12)
    assert back.odds_below == {level: -odds for level, odds in there.odds_below.items()}


def test_the_change_in_odds_is_that_of_the_two_summaries() -> None:
    result = make_result()
    found, summary = compare(result).differences[0], summarise(result)
    for level, odds in found.odds_below.items():
        assert odds == summary["path-2"].limit(level).below - summary["path-1"].limit(level).below


def test_rows_and_dict_hold_the_same_numbers() -> None:
    comparison = compare(make_result())
    said = json.loads(json.dumps(comparison.to_dict()))
    assert said["compared_with"] == "path-1"
    assert said["summary"] == json.loads(json.dumps(comparison.summary.to_dict()))
    rows = list(comparison.rows())
    assert all(tuple(row) == ROW_COLUMNS for row in rows)
    found = {(row["statistic"], row["threshold_k"], row["quantile"], row["year"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    only = said["differences"][0]
    assert found["warming", None, 0.95, 2100] == only["warming_k"]["0.95"][-1]
    assert found["warming_at_end", None, 0.5, None] == only["warming_at_end_k"]["0.5"]
    assert found["odds_below", 1.5, None, None] == only["odds_below"]["1.5"]
    assert found["odds_cooler", None, None, 2100] == only["odds_cooler"][-1] == 0


def test_one_scenario_cannot_be_compared() -> None:
    with pytest.raises(ClimateError, match="run it together with another"):
        compare(make_result(make_temperature(1)))
