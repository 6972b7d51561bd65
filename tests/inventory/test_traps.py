"""Traps of the sources, each with what we do about it."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory import (
    all_emissions,
    bunker_emissions,
    coal_status,
    electricity,
    electricity_share,
    emissions,
    energy_share,
    gdp,
    rank_of,
)
from parley.inventory.tables import PACKAGED
from parley.terms.gwp import find_gwp, gwp


def test_1_greenhouse_gases_without_land_use_are_never_the_total_that_lacks_farms() -> None:
    world = [series.value(2019) for series in all_emissions("WLD", basis="excl_lulucf")]
    assert all(47_000 < value < 52_000 for value in world)
    assert "total_ghg_excluding_lucf" not in PACKAGED.text("carbon.csv.gz")


def test_2_land_use_of_countries_is_the_mean_of_four_models_unless_one_is_asked_for() -> None:
    brazil = {series.source.key: series.value(2019) for series in all_emissions("BRA", gas="CO2", basis="lulucf")}
    assert emissions("BRA", gas="CO2", basis="lulucf").value(2019) == brazil["gcb"] == 1047.77
    assert (min(brazil.values()), max(brazil.values())) == (498.11, 1390.01)
    russia = [series.value(2019) for series in all_emissions("RUS", gas="CO2", basis="lulucf")]
    assert min(russia) == -224.6 < 0 < max(russia) == 484.93


def test_2_land_use_by_one_model_says_so() -> None:
    assert "the one model BLUE" in emissions("BRA", gas="CO2", basis="lulucf", source="gcb-blue").note
    assert "the one model BLUE" in emissions("BRA", basis="incl_lulucf", source="jones").note


def test_3_the_second_biggest_economy_is_at_market_rates() -> None:
    assert gdp("CHN") == gdp("CHN", "market")
    assert rank_of("gdp market", 2019).of("CHN").rank == 2
    assert rank_of("gdp ppp", 2019).of("CHN").rank == 1
    assert rank_of("gdp ppp", 2019).of("IND").rank == 3
    assert "not what ranks of economies mean" in gdp("CHN", "ppp").note


def test_4_totals_of_primary_energy_have_no_year_added_to_them() -> None:
    assert energy_share("CHN", "coal").value(2019) == pytest.approx(57.1, abs=0.05)


@pytest.mark.parametrize("party", ["CHN", "IND"])
def test_5_electricity_of_2021_that_lacks_renewables_says_so_and_gives_no_share_of_them(party: str) -> None:
    assert "2021: a fuel is missing" in electricity(party).note
    assert 2021 in electricity_share(party, "coal").years
    assert "2021: a fuel is missing" in electricity_share(party, "coal").note
    for fuel in ("renewables", "non_fossil", "other_renewables"):
        assert 2021 not in electricity_share(party, fuel).years
    assert "a fuel is missing" not in electricity("USA").note


def test_6_all_of_china_s_coal_plants_are_in_the_table() -> None:
    assert coal_status("CHN").gw == pytest.approx(1109, abs=0.5)


def test_7_the_world_has_bunkers_and_countries_do_not() -> None:
    assert bunker_emissions(gas="CO2", source="edgar").value(2019) == pytest.approx(1319, abs=1)
    for series in all_emissions("WLD", basis="excl_lulucf"):
        assert "the world has international aviation and shipping, countries do not" in series.note
    assert "neither the world nor countries" in emissions("WLD", basis="incl_lulucf", source="jones").note


def test_7_countries_that_edgar_merges_are_not_made_up() -> None:
    with pytest.raises(InventoryError, match="only together with others, as SCG"):
        emissions("SRB", source="edgar")
    assert emissions("SCG", source="edgar").value(2019) == 70.627
    assert "EDGAR counts South Sudan with Sudan" in emissions("SDN").note


def test_8_methane_with_fires_and_without_are_two_bases() -> None:
    edgar, jones = all_emissions("WLD", gas="CH4")
    assert (edgar.basis, edgar.unit, round(edgar.value(2019))) == ("excl_lulucf", "MtCO2e (AR5GWP100)", 9584)
    assert (jones.basis, jones.unit, round(jones.value(2019))) == ("incl_lulucf", "MtCO2e (AR6GWP100)", 10279)
    with pytest.raises(InventoryError, match="cannot be put together"):
        _ = edgar + jones
    with pytest.raises(InventoryError, match="cannot be put under AR5GWP100"):
        emissions("WLD", gas="CH4", basis="incl_lulucf", gwp="AR5GWP100")


def test_9_sf6_is_the_corrected_value_and_methane_is_of_unknown_origin() -> None:
    assert gwp("SF6", "AR6GWP100") == 24300
    assert find_gwp("SF6", "AR6GWP100").superseded == 25200
    assert (gwp("CH4", "AR6GWP100"), gwp("CH4 fossil", "AR6GWP100"), gwp("CH4 non-fossil", "AR6GWP100")) == (
        27.9,
        29.8,
        27.0,
    )


def test_10_errors_of_the_net_zero_tracker_are_not_taken_over() -> None:
    rows = PACKAGED.rows("pledges.csv")
    russian = [row for row in rows if row["party"] == "RUS"]
    assert russian
    assert not [row for row in russian if row.get("low") == "70" and row.get("kind") == "reduction"]
    assert not [row for row in rows if row["party"] == "NGA" and row.get("low") in ("1", "1.0", "1.00")]
