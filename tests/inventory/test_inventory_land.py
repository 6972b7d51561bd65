"""Land use as national inventories report it."""

from __future__ import annotations

import pytest

from parley.inventory.inventory_land import inventory_land, inventory_land_source


def test_land_use_of_inventories_is_complete_for_the_parties_that_the_table_has() -> None:
    for party in ("AUS", "CAN", "EUU", "GBR", "JPN", "NOR", "NZL", "RUS", "USA"):
        assert sorted(inventory_land(party)) == list(range(1990, 2020))
    assert not inventory_land("CHN")
    assert inventory_land_source().citation


@pytest.mark.parametrize(
    ("party", "year", "mtco2e"), [("USA", 2005, -788), ("EUU", 1990, -211), ("JPN", 2013, -63), ("RUS", 2019, -535)]
)
def test_inventories_count_managed_forest_as_a_sink(party: str, year: int, mtco2e: float) -> None:
    assert inventory_land(party)[year] == pytest.approx(mtco2e, abs=1)
