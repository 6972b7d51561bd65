"""Economies and people: market rates and purchasing power are kept apart."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory import gdp, population


def test_market_rates_are_in_dollars_of_the_year() -> None:
    china = gdp("CHN")
    assert (china.unit, china.value(2019), china.span) == ("USD", 14.28e12, (2015, 2024))


def test_purchasing_power_is_in_international_dollars() -> None:
    assert gdp("CHN", "ppp").unit == "international dollars of 2011"


def test_the_two_are_never_added() -> None:
    with pytest.raises(InventoryError, match="quantities differ"):
        _ = gdp("CHN") + gdp("IND", "ppp")


@pytest.mark.parametrize("year", range(2015, 2025))
def test_the_second_biggest_economy_is_china_at_market_rates_in_every_year(year: int) -> None:
    assert gdp("USA").value(year) > gdp("CHN").value(year) > 2 * gdp("JPN").value(year)


@pytest.mark.parametrize("year", range(2015, 2025))
def test_the_economies_listed_are_less_than_the_world(year: int) -> None:
    listed = (
        "USA",
        "CHN",
        "JPN",
        "EUU",
        "GBR",
        "IND",
        "BRA",
        "CAN",
        "RUS",
        "KOR",
        "AUS",
        "MEX",
        "IDN",
        "TUR",
        "SAU",
        "CHE",
    )
    assert 0.8 < sum(gdp(code).value(year) for code in listed) / gdp("WLD").value(year) < 0.92


def test_the_eu_is_larger_than_its_largest_members_together() -> None:
    for year in range(2015, 2025):
        members = sum(gdp(code).value(year) for code in ("DEU", "FRA", "ITA", "ESP", "NLD"))
        assert 0.65 < members / gdp("EUU").value(year) < 0.75


def test_an_economy_that_is_not_listed_is_refused() -> None:
    with pytest.raises(InventoryError, match="no GDP at market rates of Tuvalu"):
        gdp("TUV")


def test_another_kind_is_refused() -> None:
    with pytest.raises(InventoryError, match="there are market and ppp"):
        gdp("CHN", "real")  # type: ignore[arg-type]


def test_people_of_the_world_and_of_groups() -> None:
    assert population("WLD").value(2019) == 7811293714
    assert population("CHN+IND").value(2019) == population("CHN").value(2019) + population("IND").value(2019)
    with pytest.raises(InventoryError, match="no population of Antarctica"):
        population("ATA")
