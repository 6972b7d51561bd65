"""Current policy: the trend of five years fades out over twelve, then growth is that of SSP2-4.5."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.inventory.regions import REGIONS, Region, ssp245
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, GASES, N2O
from parley.pathways.baseline import FASTEST_TREND, LEAST_OF_SCENARIO, project_gases, scenario_growth, trend

DATA_YEAR = 2023
N_HISTORY = DATA_YEAR - 1990 + 1


def growing(percent: float, level: float = 100.0) -> np.ndarray:
    """A history of every gas that grows by so much a year to ``level``."""
    years = np.arange(N_HISTORY)
    return np.repeat((level * (1 + percent / 100) ** (years - years[-1]))[None, :], len(GASES), axis=0)


def test_the_trend_is_the_mean_growth_of_five_years() -> None:
    assert trend(growing(3.0)) == pytest.approx(np.full(len(GASES), np.log(1.03)))


def test_one_year_after_the_data_year_eleven_twelfths_of_the_trend_are_left() -> None:
    first = project_gases(growing(3.0), DATA_YEAR, "ASIA")[CO2_FFI, 0]
    assert first == pytest.approx(100 * 1.03 ** (11 / 12))


def test_by_hand_the_trend_adds_five_and_a_half_years_of_growth_by_2035() -> None:
    # 11/12 + 10/12 + … + 0 = 5.5
    in_2035 = project_gases(growing(3.0), DATA_YEAR, "OECD")[:, 2035 - DATA_YEAR - 1]
    for gas in (CO2_FFI, CH4, N2O, F_GASES):
        assert in_2035[gas] == pytest.approx(100 * 1.03**5.5)


def test_after_2035_growth_is_that_of_the_region_or_of_the_world() -> None:
    projected = project_gases(growing(3.0), DATA_YEAR, "MAF")
    in_2040, in_2050 = projected[:, 2040 - DATA_YEAR - 1], projected[:, 2050 - DATA_YEAR - 1]
    for gas, scenario in (
        (CO2_FFI, ssp245("MAF", "co2_ffi")),
        (CH4, ssp245("MAF", "ch4")),
        (N2O, ssp245("WLD", "n2o")),
        (F_GASES, ssp245("WLD", "f_gases")),
    ):
        assert in_2050[gas] / in_2040[gas] == pytest.approx(scenario[2050] / scenario[2040])


def test_a_leap_is_no_trend() -> None:
    leap = growing(0.0)
    leap[N2O, -1] *= 50
    assert trend(leap)[N2O] == FASTEST_TREND
    fallen = growing(0.0)
    fallen[N2O, -1] /= 50
    assert trend(fallen)[N2O] == -FASTEST_TREND


def test_a_gas_that_nobody_emits_stays_unemitted() -> None:
    history = growing(2.0)
    history[F_GASES] = 0.0
    assert not project_gases(history, DATA_YEAR, "LAM")[F_GASES].any()


def test_a_gas_that_is_new_has_no_trend() -> None:
    history = growing(0.0)
    history[F_GASES, :-2] = 0.0
    assert trend(history)[F_GASES] == 0.0


def test_land_use_is_left_to_its_own_rule() -> None:
    assert not project_gases(growing(2.0), DATA_YEAR, "LAM")[CO2_LAND].any()


def test_what_the_scenario_removes_from_the_air_is_not_current_policy() -> None:
    assert ssp245("LAM", "co2_ffi")[2100] < 0
    projected = project_gases(growing(0.0), DATA_YEAR, "LAM")[CO2_FFI]
    assert (projected > 0).all()
    in_2035 = np.exp(scenario_growth("LAM", CO2_FFI, DATA_YEAR)[:12].sum())
    assert projected[-1] == pytest.approx(100 * LEAST_OF_SCENARIO / in_2035)


@given(st.sampled_from(REGIONS), st.floats(-60, 60), st.integers(2012, 2023))
@settings(deadline=None)
def test_more_growth_before_is_never_less_afterwards(region: Region, percent: float, data_year: int) -> None:
    history = growing(percent)[:, : data_year - 1990 + 1]
    more = growing(percent + 1.0)[:, : data_year - 1990 + 1]
    scale = history[:, -1:] / more[:, -1:]
    low = project_gases(history, data_year, region)
    high = project_gases(more * scale, data_year, region)
    assert (high >= low * (1 - 1e-12)).all()


@given(st.sampled_from(REGIONS), st.floats(0.01, 1e5))
@settings(deadline=None)
def test_twice_the_emissions_are_twice_the_projection(region: Region, level: float) -> None:
    once = project_gases(growing(1.0, level), DATA_YEAR, region)
    assert project_gases(growing(1.0, 2 * level), DATA_YEAR, region) == pytest.approx(2 * once)
