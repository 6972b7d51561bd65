"""IAMC rows under the names of climate-assessment."""

from __future__ import annotations

import numpy as np
import pytest

import parley
from parley.climate.iamc import CLIMATE_MODEL, to_iamc, to_iamc_meta
from parley.climate.result import Result
from parley.climate.summary import summarise
from tests.climate.making_results import make_outputs, make_result, make_temperature

GSAT = f"AR6 climate diagnostics|Surface Temperature (GSAT)|{CLIMATE_MODEL}|"
FORCING = "AR6 climate diagnostics|Effective Radiative Forcing"
MEDIAN = f"|{CLIMATE_MODEL}|50.0th Percentile"


@pytest.fixture
def result() -> Result:
    temperature = make_temperature()
    return make_result(temperature, **make_outputs(temperature))


def test_columns_are_those_of_iamc_and_years_those_of_the_assessment(result: Result) -> None:
    frame = result.to_iamc("an IAM")
    assert frame.columns.tolist() == ["model", "scenario", "region", "variable", "unit", *range(1950, 2101)]
    assert set(frame["model"]) == {"an IAM"}
    assert set(frame["region"]) == {"World"}
    assert not frame.duplicated(["scenario", "variable"]).any()
    assert frame.notna().all().all()


def test_our_engine_stands_where_theirs_does() -> None:
    assert f"Parleyv{parley.__version__}" == CLIMATE_MODEL
    names = set(make_result().to_iamc()["variable"])
    assert {f"{GSAT}5.0th Percentile", f"{GSAT}16.7th Percentile", f"{GSAT}83.3th Percentile"} <= names
    assert f"AR6 climate diagnostics|Exceedance Probability 1.5C|{CLIMATE_MODEL}" in names
    assert f"AR6 climate diagnostics|Exceedance Probability 2.0C|{CLIMATE_MODEL}" in names
    assert {name.split("|")[1] for name in names if "Percentile" in name} == {
        "Surface Temperature (GSAT)",
        "Raw Surface Temperature (GSAT)",
    }


def test_temperatures_and_odds_are_those_of_the_summary(result: Result) -> None:
    frame = to_iamc(result).set_index(["scenario", "variable"])
    summary = summarise(result)
    for scenario in summary:
        median = frame.loc[(scenario.scenario, f"{GSAT}50.0th Percentile")]
        assert median["unit"] == "K"
        assert median[2050] == pytest.approx(summary.at(scenario.warming_in(2050)))
        odds = frame.loc[(scenario.scenario, f"AR6 climate diagnostics|Exceedance Probability 2.0C|{CLIMATE_MODEL}")]
        assert odds["unit"] == "dimensionless"
        assert odds[2090] == scenario.limit(2.0).exceeded[2090 - 1750]


def test_baskets_add_up_member_by_member(result: Result) -> None:
    # Every member's forcing is the same curve times its strength, so that here the medians add up as well.
    frame = to_iamc(result).set_index(["scenario", "variable"]).loc["path-1"]
    values = {name: frame.loc[FORCING + name + MEDIAN, 2060] for name in ("", "|CO2", "|CH4", "|N2O", "|Aerosols")}
    basket = {
        name: frame.loc[f"{FORCING}|Basket|{name}{MEDIAN}", 2060]
        for name in ("Greenhouse Gases", "Non-CO2 Greenhouse Gases", "Anthropogenic", "Non-CO2 Anthropogenic")
    }
    assert basket["Greenhouse Gases"] - values["|CO2"] == pytest.approx(basket["Non-CO2 Greenhouse Gases"])
    assert basket["Anthropogenic"] - values["|CO2"] == pytest.approx(basket["Non-CO2 Anthropogenic"])
    natural = sum(np.median(result.erf_by_agent[agent][0], axis=0)[310:312].mean() for agent in ("Solar", "Volcanic"))
    assert values[""] - basket["Anthropogenic"] == pytest.approx(natural)
    direct, indirect = (frame.loc[f"{FORCING}|Aerosols|{kind} Effect{MEDIAN}", 2060] for kind in ("Direct", "Indirect"))
    assert values["|Aerosols"] == pytest.approx(direct + indirect)


def test_heat_uptake_is_the_power_that_warms_the_earth(result: Result) -> None:
    frame = to_iamc(result).set_index(["scenario", "variable"])
    uptake = frame.loc[("path-1", f"AR6 climate diagnostics|Heat Uptake{MEDIAN}")]
    heat = np.median(result.series("ocean_heat")[0], axis=0)
    assert uptake["unit"] == "W/m^2"
    assert uptake[2020] == pytest.approx((heat[271] - heat[270]) / 5.100645e14 / 3.155693e7, rel=1e-6)


def test_only_the_three_long_lived_gases_are_written(result: Result) -> None:
    frame = to_iamc(result)
    units = frame[frame["variable"].str.contains("Concentrations")].groupby("variable")["unit"].first().to_dict()
    found = {name.split("|")[2]: unit for name, unit in units.items()}
    assert found == {"CO2": "ppm", "CH4": "ppb", "N2O": "ppb"}


def test_the_shift_of_the_assessment_is_made_when_asked_for(result: Result) -> None:
    shifted = to_iamc(result, historical_warming=0.85).set_index(["scenario", "variable"])
    plain = to_iamc(result).set_index(["scenario", "variable"])
    for scenario in result.scenarios:
        row = shifted.loc[(scenario, f"{GSAT}50.0th Percentile")]
        assert row[list(range(1995, 2015))].mean() == pytest.approx(0.85)
        move = row[2050] - plain.loc[(scenario, f"{GSAT}50.0th Percentile"), 2050]
        spread = shifted.loc[(scenario, f"{GSAT}95.0th Percentile"), 2050] - row[2050]
        assert shifted.loc[(scenario, f"{GSAT}5.0th Percentile"), 2050] == pytest.approx(
            plain.loc[(scenario, f"{GSAT}5.0th Percentile"), 2050] + move
        )
        assert spread > 0


def test_the_table_of_peaks_has_a_row_for_each_scenario(result: Result) -> None:
    meta = to_iamc_meta(result, "an IAM")
    summary = summarise(result)
    assert meta[["model", "scenario"]].to_numpy().tolist() == [["an IAM", "path-1"], ["an IAM", "path-2"]]
    for row, scenario in zip(meta.to_dict("records"), summary, strict=True):
        assert row[f"median peak warming ({CLIMATE_MODEL})"] == pytest.approx(summary.at(scenario.peak))
        assert row[f"p5 year of peak warming ({CLIMATE_MODEL})"] == 2100
        assert row[f"Exceedance Probability 1.5C ({CLIMATE_MODEL})"] == pytest.approx(1 - scenario.limit(1.5).below)


def test_a_run_to_2050_is_written_to_2050() -> None:
    frame = make_result(make_temperature(1, 9, end=2050)).to_iamc()
    assert frame.columns[-1] == 2050
