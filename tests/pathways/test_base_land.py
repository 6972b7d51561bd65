"""CO2 of land use: the recent mean, halved by 2050; the spread of models; land use of inventories apart from it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.pathways.axes import CO2_LAND, N_YEARS, place
from parley.pathways.base import party_base
from parley.pathways.known import MODELS, known_of
from parley.pathways.land import hold_inventory_land, project_land, spread_of_models

DATA_YEAR = 2023
N_HISTORY = place(DATA_YEAR) + 1
levels = st.lists(st.floats(-2_000, 2_000), min_size=N_HISTORY, max_size=N_HISTORY)


@given(levels)
def test_land_use_is_halved_by_2050_and_held(history: list[float]) -> None:
    projected = project_land(np.array(history), DATA_YEAR)
    mean = np.mean(history[-5:])
    assert projected[:N_HISTORY].tolist() == history
    assert projected[place(2024)] == pytest.approx(mean)
    assert projected[place(2050)] == pytest.approx(mean / 2)
    assert (projected[place(2050) :] == projected[place(2050)]).all()


def test_one_year_of_fires_does_not_rule() -> None:
    history = np.full(N_HISTORY, 100.0)
    history[-1] = 600.0
    assert project_land(history, DATA_YEAR)[place(2024)] == pytest.approx(200.0)


def test_the_spread_reaches_the_lowest_and_the_highest_model() -> None:
    base = party_base("BRA", DATA_YEAR)
    models = known_of("BRA").land[:, -5:].mean(axis=1)
    land = base.emissions[CO2_LAND]
    at = place(DATA_YEAR + 5)
    share = land[at] / land[place(DATA_YEAR + 1)]
    assert land[at] + base.land_spread[0, at] == pytest.approx(models.min() * share)
    assert land[at] + base.land_spread[1, at] == pytest.approx(models.max() * share)


def test_where_models_agree_there_is_no_spread_and_where_they_are_missing_none_is_made_up() -> None:
    same = np.full((len(MODELS), N_HISTORY), 7.0)
    assert not spread_of_models(same, same[0], DATA_YEAR).any()
    assert not spread_of_models(np.full_like(same, np.nan), np.zeros(N_HISTORY), DATA_YEAR).any()


def test_land_use_of_inventories_is_another_thing_than_that_of_models() -> None:
    base = party_base("RUS", DATA_YEAR)
    assert base.inventory_land is not None
    assert base.inventory_land[place(2020)] < -400
    assert base.emissions[CO2_LAND, place(2020)] > 100


def test_the_partys_own_inventory_comes_before_climate_watch() -> None:
    states, brazil = party_base("USA", DATA_YEAR), party_base("BRA", DATA_YEAR)
    assert states.inventory_land is not None
    assert states.inventory_land[place(2005)] == -788.1
    assert (states.inventory_land[place(2019) :] == -789.2).all()
    assert states.sources["inventory_land"].key == "unfccc"
    assert brazil.sources["inventory_land"].key == "climatewatch"
    assert any("Climate Watch" in note for note in brazil.notes)
    assert not any("Climate Watch" in note for note in states.notes)


def test_land_use_of_inventories_is_not_known_before_its_time() -> None:
    seen_in_2012 = party_base("USA", 2012).inventory_land
    assert seen_in_2012 is not None
    assert (seen_in_2012[place(2012) :] == -807.0).all()


def test_without_any_figure_of_an_inventory_there_is_none() -> None:
    assert hold_inventory_land(np.full(N_HISTORY, np.nan)) is None


def test_figures_of_inventories_are_held_at_both_ends() -> None:
    figures = np.full(N_HISTORY, np.nan)
    figures[1:31] = np.arange(30.0)
    held = hold_inventory_land(figures)
    assert held is not None
    assert held.shape == (N_YEARS,)
    assert held[0] == 0.0
    assert (held[31:] == 29.0).all()
