"""Regions of countries, and SSP2-4.5 by region."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
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


def test_the_scenario_names_its_source() -> None:
    assert ssp245_source().licence == "CC-BY-4.0"
