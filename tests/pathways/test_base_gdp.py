"""Economies, slow, central and fast: by national statistics and plans where there are any, else by one rule."""

from __future__ import annotations

import numpy as np
import pytest

from parley.inventory import gdp
from parley.pathways.axes import YEARS, place
from parley.pathways.base import party_base
from parley.pathways.gdp import project_gdp


def of(party: str, data_year: int = 2023) -> np.ndarray:
    found = party_base(party, data_year).gdp
    assert found is not None
    return found


@pytest.mark.parametrize("party", ["IND", "BRA", "ZAF"])
def test_the_past_is_that_of_the_maddison_project(party: str) -> None:
    source = gdp(party, "ppp")
    for year in (1990, 2005, 2022):
        assert of(party)[:, place(year)].tolist() == [source.value(year)] * 3


def test_china_grows_as_its_own_statistics_say() -> None:
    official, maddison = of("CHN"), gdp("CHN", "ppp")
    assert official[1, place(2020)] / official[1, place(2005)] == pytest.approx(3.30, abs=0.005)
    assert maddison.value(2020) / maddison.value(2005) == pytest.approx(2.81, abs=0.005)
    assert official[1, place(2005)] == maddison.value(2005)
    assert official[1, place(2023)] / official[1, place(2022)] == pytest.approx(1.052)


def test_statistics_after_the_data_year_are_not_known_in_it() -> None:
    seen_in_2019 = of("CHN", 2019)
    assert seen_in_2019[1, place(2020)] / seen_in_2019[1, place(2019)] == pytest.approx(1.065)
    assert np.ptp(seen_in_2019[:, place(2019)]) == 0


def test_india_grows_as_projected() -> None:
    growth = of("IND")[:, place(2030)] / of("IND")[:, place(2022)]
    assert growth == pytest.approx([1.055**8, 1.065**8, 1.075**8])


def test_by_the_rule_growth_fades_to_two_per_cent_in_2050() -> None:
    years = np.arange(1990, 2024)
    figures = np.where(years <= 2022, 100 * 1.04 ** (years - 1990.0), np.nan)
    lanes = project_gdp("ZAF", figures, 2023)
    assert lanes is not None
    growth = np.diff(np.log(lanes[1]))
    # The log of 1.04 fades to that of 1.02 over 28 years.
    first = np.log(1.02) + (np.log(1.04) - np.log(1.02)) * 27 / 28
    assert growth[place(2022)] == pytest.approx(first)
    assert growth[place(2049) :] == pytest.approx(np.full(YEARS[-1] - 2049, np.log(1.02)))


def test_slow_and_fast_are_a_point_apart_from_central_to_2050() -> None:
    growth = np.diff(np.log(of("ZAF")), axis=1)
    to_2050 = slice(place(2022), place(2050))
    assert growth[2, to_2050] - growth[1, to_2050] == pytest.approx(np.full(28, 0.01))
    assert growth[1, to_2050] - growth[0, to_2050] == pytest.approx(np.full(28, 0.01))
    assert growth[2, place(2050) :] == pytest.approx(growth[0, place(2050) :])


def test_a_gap_between_figures_is_bridged() -> None:
    emirates = of("ARE")
    at_1990, at_1993 = emirates[1, place(1990)], emirates[1, place(1993)]
    assert emirates[1, place(1991)] == pytest.approx(at_1990 + (at_1993 - at_1990) / 3)


def test_without_figures_there_is_no_economy() -> None:
    assert project_gdp("GRL", np.full(34, np.nan), 2023) is None
