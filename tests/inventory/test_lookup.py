"""Any table as plain records."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory.lookup import count_rows, find_table, is_wide, look_up, years_of
from parley.inventory.tables import PACKAGED, resources


def test_a_figure_comes_with_its_kind_year_and_unit() -> None:
    found = list(look_up("edgar-emissions", party="CHN", year=2019))
    assert {"party": "CHN", "gas": "GHG", "year": 2019, "value": 14275.531, "unit": "MtCO2e (AR5GWP100)"} in found
    assert len(found) == 5


def test_each_quantity_of_a_table_of_many_has_its_own_unit() -> None:
    units = {record["quantity"]: record["unit"] for record in look_up("carbon", party="CHN", year=2019)}
    assert units["population"] == "people"
    assert units["fossil_co2_mt"] == "MtCO2"
    assert units["ch4_mtco2e"] == "MtCO2e (AR6GWP100)"


def test_a_group_gives_its_members() -> None:
    assert {record["party"] for record in look_up("coal-status", party="G7")} == {
        "CAN",
        "DEU",
        "FRA",
        "GBR",
        "ITA",
        "JPN",
        "USA",
    }


def test_a_long_table_gives_its_rows() -> None:
    found = list(look_up("world-levels", year=2022))
    assert [record["publisher"] for record in found] == ["UNEP EGR 2023"]


def test_a_year_or_month_is_found_in_a_period() -> None:
    assert {record["period"] for record in look_up("energy-facts", year=2021)} == {"2021", "2021-01", "2021-07"}


@pytest.mark.parametrize("table", [table["name"] for table in resources()])
def test_every_table_can_be_looked_at_whole_and_counted(table: str) -> None:
    records = list(look_up(table))
    assert records
    assert count_rows(table) > 0
    assert len(PACKAGED.rows(find_table(table)["path"])) == count_rows(table)
    assert bool(years_of(table)) == is_wide(table)


def test_a_table_is_found_by_name_or_file() -> None:
    assert find_table("carbon") == find_table("carbon.csv.gz")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"name": "tea"}, "no table of the inventory; there are edgar-emissions"),
        ({"name": "world-levels", "party": "CHN"}, "not by Party"),
        ({"name": "coal-status", "year": 2019}, "not by year"),
        ({"name": "carbon", "party": "XYZ"}, "no Party"),
    ],
)
def test_what_there_is_not_is_told(arguments: dict[str, object], words: str) -> None:
    with pytest.raises(InventoryError, match=words):
        list(look_up(**arguments))  # type: ignore[arg-type]
