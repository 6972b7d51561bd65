"""Files of publishers become our tables."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory.shapes import (
    code_of,
    read_table,
    shape_edgar,
    shape_gcb_fossil,
    shape_owid_co2,
    shape_owid_energy,
    write_table,
)
from parley.inventory.tables import PACKAGED, Wide, unpack
from parley.inventory.xlsx import read_sheet
from tests.inventory.making import make_edgar, make_gcb_fossil, make_owid_co2, make_owid_energy, make_xlsx


def opened(made: dict[str, bytes], name: str) -> Wide:
    return Wide(unpack(name, made[name]))


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("CHN", "China"), "CHN"),
        (("", "World"), "WLD"),
        (("OWID_WRL", "World"), "WLD"),
        (("", "European Union (27)"), "EUU"),
        (("", "International aviation"), "AIR"),
        (("OWID_KOS", "Kosovo"), "XKX"),
        (("ANT", "Curaçao"), "CUW"),
        (("", "Asia"), None),
        (("", "High-income countries"), None),
        (("G20", "G20"), None),
    ],
)
def test_codes_of_publishers_are_ours_or_none(names: tuple[str, ...], code: str | None) -> None:
    assert code_of(*names) == code


def test_the_long_table_of_our_world_in_data_is_turned_by_year() -> None:
    table = opened(shape_owid_co2(make_owid_co2(), PACKAGED.text), "carbon.csv.gz")
    assert table.parties("fossil_co2_mt") == ("AIR", "CHN", "DEU", "WLD")
    assert dict(table.row("CHN", "fossil_co2_mt") or {}) == {1850: 100.0, 2019: 100.0, 2025: 100.0}
    assert table.cell("CHN", "fossil_co2_mt", "before_1850") == 7.0


def test_primary_energy_whose_method_has_changed_is_kept_as_it_was() -> None:
    table = opened(shape_owid_co2(make_owid_co2(), PACKAGED.text), "carbon.csv.gz")
    packaged = Wide(PACKAGED.text("carbon.csv.gz"))
    assert table.row("USA", "primary_energy_twh") == packaged.row("USA", "primary_energy_twh")


def test_fossil_co2_replaces_that_of_the_carbon_table_and_nothing_else() -> None:
    table = opened(shape_gcb_fossil(make_gcb_fossil(), PACKAGED.text), "carbon.csv.gz")
    packaged = Wide(PACKAGED.text("carbon.csv.gz"))
    assert dict(table.row("CHN", "fossil_co2_mt") or {}) == {1990: 50.0, 2025: 50.0}
    assert table.row("CHN", "population") == packaged.row("CHN", "population")
    assert table.cell("GBR", "fossil_co2_mt", "before_1850") == packaged.cell("GBR", "fossil_co2_mt", "before_1850")


def test_the_eu_is_summed_where_the_source_has_its_members_only() -> None:
    table = opened(shape_gcb_fossil(make_gcb_fossil(), PACKAGED.text), "carbon.csv.gz")
    assert table.row("EUU", "fossil_co2_mt") == table.row("DEU", "fossil_co2_mt")


def test_electricity_is_turned_by_year() -> None:
    table = opened(shape_owid_energy(make_owid_energy(), PACKAGED.text), "electricity.csv.gz")
    assert dict(table.row("CHN", "total") or {}) == {2000: 8.0, 2025: 8.0}
    assert table.parties() == ("AIR", "CHN", "DEU", "WLD")


def test_edgar_is_summed_by_gas_and_by_sector() -> None:
    made = shape_edgar(make_edgar(), PACKAGED.text)
    gases, sectors = opened(made, "edgar_emissions.csv.gz"), opened(made, "edgar_sectors.csv.gz")
    assert dict(gases.row("CHN", "CH4") or {}) == {1970: 8.0, 2025: 16.0}
    assert dict(gases.row("CHN", "GHG") or {}) == {1970: 32.0, 2025: 64.0}
    assert dict(sectors.row("WLD", "Transport") or {}) == {1970: 4.0, 2025: 8.0}
    assert gases.parties() == ("CHN", "EUU", "SEA", "WLD")


def test_a_workbook_of_another_metric_gives_nothing_rather_than_something_wrong() -> None:
    with pytest.raises(InventoryError, match="no figure of any Party"):
        shape_edgar(make_edgar(substances=("GWP_100_AR6_CH4",)), PACKAGED.text)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert shape_owid_co2(make_owid_co2(), PACKAGED.text) == shape_owid_co2(make_owid_co2(), PACKAGED.text)


@pytest.mark.parametrize("name", ["carbon.csv.gz", "edgar_emissions.csv.gz"])
def test_a_table_read_and_written_is_the_same(name: str) -> None:
    text = PACKAGED.text(name)
    kind = text.partition("\n")[0].split(",")[1]
    assert unpack(name, write_table(kind, read_table(text))) == text


class TestWorkbook:
    def test_cells_are_read_by_their_column(self) -> None:
        content = make_xlsx({"one": [["a", "b", "c"], ["x & y", 1.5, 2.0]]})
        assert list(read_sheet(content, "one")) == [{"a": "x & y", "b": "1.5", "c": "2.0"}]

    def test_a_missing_cell_is_empty(self) -> None:
        assert list(read_sheet(make_xlsx({"one": [["a", "b"], ["x"]]}), "one")) == [{"a": "x", "b": ""}]

    def test_a_sheet_that_is_not_there_is_told(self) -> None:
        with pytest.raises(InventoryError, match="no workbook with a sheet 'two'"):
            list(read_sheet(make_xlsx({"one": [["a"]]}), "two"))

    @pytest.mark.parametrize("content", [b"", b"<html>", b"PK\x03\x04 broken"])
    def test_what_is_no_workbook_is_told(self, content: bytes) -> None:
        with pytest.raises(InventoryError, match="no workbook"):
            list(read_sheet(content, "one"))
