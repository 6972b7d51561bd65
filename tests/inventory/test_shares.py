"""Shares of the world: the figures of 2019 on every basis, with what the world has in it."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory import coal_use, emissions, gdp, population, share, share_of_cumulative, share_of_world
from parley.inventory.shares import in_words

PARTIES = ("CHN", "USA", "IND", "EUU")


@pytest.mark.parametrize(
    ("gas", "basis", "source", "percent"),
    [
        ("GHG", "excl_lulucf", "edgar", (27.84, 12.12, 7.10, 7.17)),
        ("GHG", "incl_lulucf", "edgar+gcb", (25.53, 11.26, 6.46, 6.50)),
        ("GHG", "incl_lulucf", "climatewatch", (24.23, 11.67, 6.78, 6.49)),
        ("GHG", "excl_lulucf", "climatewatch", (26.48, 12.56, 7.10, 7.07)),
        ("GHG", "incl_lulucf", "jones", (23.89, 11.77, 6.99, 6.71)),
        ("CO2", "fossil", "gcb", (28.88, 14.18, 7.04, 7.83)),
        ("CO2", "incl_lulucf", "gcb-blue", (25.65, 13.01, 6.52, 6.82)),
    ],
)
def test_shares_of_2019_by_basis(gas: str, basis: str, source: str, percent: tuple[float, ...]) -> None:
    found = [share_of_world(party, 2019, gas=gas, basis=basis, source=source).percent for party in PARTIES]
    assert found == pytest.approx(percent, abs=0.006)


def test_the_order_of_india_and_the_eu_flips_with_the_basis() -> None:
    def india_leads(basis: str, source: str) -> bool:
        india, union = (share_of_world(party, 2019, basis=basis, source=source).percent for party in ("IND", "EUU"))
        return india > union

    assert not india_leads("excl_lulucf", "edgar")
    assert india_leads("excl_lulucf", "climatewatch")
    assert india_leads("incl_lulucf", "climatewatch")
    assert not india_leads("incl_lulucf", "edgar+gcb")


def test_the_share_says_that_the_world_has_bunkers_and_can_leave_them_out() -> None:
    whole, without = share_of_world("CHN", 2019), share_of_world("CHN", 2019, bunkers=False)
    assert "the world has international aviation and shipping" in whole.note
    assert "without international aviation and shipping" in without.note
    assert without.percent == pytest.approx(whole.percent / (1 - 1368.81 / 51278.348), abs=0.01)


def test_all_countries_and_bunkers_make_a_hundred_percent() -> None:
    members = "USA+CHN+EUU"
    assert share_of_world(members, 2019).percent == pytest.approx(
        sum(share_of_world(party, 2019).percent for party in members.split("+"))
    )
    assert share_of_world("WLD", 2019).percent == 100.0


def test_a_group_has_a_share() -> None:
    assert share_of_world("G20", 2019).percent == pytest.approx(76.8, abs=0.1)


def test_other_quantities_have_shares_too() -> None:
    assert share(coal_use("CHN"), coal_use("WLD"), 2019).percent == pytest.approx(51.9, abs=0.05)
    assert share(coal_use("CHN"), coal_use("WLD"), 2020).percent == pytest.approx(54.5, abs=0.05)
    assert share(coal_use("CHN"), coal_use("WLD"), 2021).percent == pytest.approx(53.8, abs=0.05)
    assert share(population("IND"), population("WLD"), 2019).percent == pytest.approx(17.8, abs=0.2)
    assert share(gdp("CHN"), gdp("WLD"), 2019).percent == pytest.approx(16.3, abs=0.1)


def test_shares_of_different_kinds_are_refused() -> None:
    with pytest.raises(InventoryError, match="cannot be put together"):
        share(emissions("CHN"), emissions("WLD", gas="CO2"), 2019)


def test_cumulative_shares_are_those_of_the_record() -> None:
    assert share_of_cumulative("USA", 2019).percent == pytest.approx(24.8, abs=0.1)
    assert share_of_cumulative("CHN", 2019).percent == pytest.approx(13.7, abs=0.1)


def test_a_year_without_figures_has_no_share() -> None:
    with pytest.raises(InventoryError, match="2030"):
        share_of_world("CHN", 2030)


def test_a_share_in_words_names_its_basis_and_source() -> None:
    words = in_words(share_of_world("CHN", 2019))
    assert words == "China: 27.8 % of the world in 2019 (emissions, GHG excl_lulucf, EDGAR (EDGAR_2024_GHG))"
