"""Regions of countries, SSP2-4.5 by region, and growth by national statistics and plans."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory.growth import expected_growth, growth_source, published_growth
from parley.inventory.offers import EDGAR
from parley.inventory.regions import REGIONS, region_of, ssp245, ssp245_source
from parley.inventory.tables import wide
from parley.terms.parties import parties


def test_every_country_of_the_emissions_has_a_region() -> None:
    for party in set(wide(EDGAR).parties()) - {"WLD", "AIR", "SEA"}:
        assert region_of(party) in REGIONS


@pytest.mark.parametrize(
    ("party", "region"),
    [
        ("USA", "OECD"),
        ("TUR", "OECD"),
        ("RUS", "REF"),
        ("CHN", "ASIA"),
        ("IRN", "MAF"),
        ("MEX", "LAM"),
        ("EUU", "OECD"),
    ],
)
def test_regions_are_those_of_the_scenario_databases(party: str, region: str) -> None:
    assert region_of(party) == region


def test_the_eu_is_in_one_region() -> None:
    assert {region_of(member) for member in parties()["EUU"].members} == {region_of("EUU")}


def test_a_code_without_a_region_is_refused() -> None:
    with pytest.raises(InventoryError, match="ATA"):
        region_of("ATA")


def test_regions_sum_to_the_world() -> None:
    for year, world in ssp245("WLD", "ch4").items():
        assert sum(ssp245(region, "ch4")[year] for region in REGIONS) == pytest.approx(world, abs=0.02)


def test_what_regions_lack_of_the_worlds_fossil_co2_is_that_of_ships_and_aircraft() -> None:
    for year, world in ssp245("WLD", "co2_ffi").items():
        assert 1_500 < world - sum(ssp245(region, "co2_ffi")[year] for region in REGIONS) < 3_500


def test_gases_that_are_known_of_the_world_only_are_refused_of_a_region() -> None:
    assert len(ssp245("WLD", "n2o")) == len(ssp245("WLD", "f_gases")) == 10
    with pytest.raises(InventoryError, match="n2o of ASIA"):
        ssp245("ASIA", "n2o")


def test_published_growth_is_one_figure_and_expected_growth_a_range() -> None:
    assert published_growth("CHN")[2021].slow == published_growth("CHN")[2021].fast == 8.4
    for party in ("CHN", "IND"):
        for growth in expected_growth(party).values():
            assert growth.slow < growth.central < growth.fast
            assert growth.source


def test_published_growth_has_no_gaps() -> None:
    years = sorted(published_growth("CHN"))
    assert years == list(range(years[0], years[-1] + 1))


def test_a_party_without_rows_has_no_growth_of_its_own() -> None:
    assert not published_growth("USA")
    assert not expected_growth("USA")


def test_both_tables_name_their_sources() -> None:
    assert ssp245_source().licence == "CC-BY-4.0"
    assert growth_source().citation
