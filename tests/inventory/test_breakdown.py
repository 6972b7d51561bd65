"""Emissions by sector and by fuel, and the world as reports state it."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory import emissions, total
from parley.inventory.breakdown import FUELS, fuel_emissions, sector_emissions, sectors, world_levels


@pytest.mark.parametrize("party", ["CHN", "WLD", "EUU", "NOR"])
def test_sectors_sum_to_the_whole(party: str) -> None:
    parts = sum(sector_emissions(party, sector).value(2019) for sector in sectors())
    assert parts == pytest.approx(emissions(party).value(2019), abs=0.01)


def test_sectors_are_not_added_to_each_other_by_mistake() -> None:
    with pytest.raises(InventoryError, match="quantities differ"):
        total(sector_emissions("CHN", sector) for sector in ("Transport", "Waste"))


def test_fuels_sum_to_fossil_co2() -> None:
    parts = sum(fuel_emissions("CHN", fuel).value(2019) for fuel in FUELS)
    assert parts == pytest.approx(emissions("CHN", gas="CO2").value(2019), abs=0.01)


def test_what_is_no_sector_or_fuel_is_refused() -> None:
    with pytest.raises(InventoryError, match="there are Agriculture, Buildings"):
        sector_emissions("CHN", "Magic")
    with pytest.raises(InventoryError, match="there are coal, oil, gas"):
        fuel_emissions("CHN", "wood")


def test_the_world_of_2019_as_reports_state_it() -> None:
    stated = {level.publisher: (level.value_gt, level.low_gt, level.high_gt) for level in world_levels(2019)}
    assert stated["Rhodium Group"] == (52.0, None, None)
    assert stated["UNEP EGR 2021"] == (58.1, 51.5, 64.7)
    assert len(world_levels()) > len(stated)
