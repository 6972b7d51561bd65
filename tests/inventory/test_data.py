"""Every packaged table of figures is described, with its sources, and is what its description says."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest

from parley.inventory.members import AREAS
from parley.inventory.tables import PACKAGED, Wide
from parley.terms.parties import parties

DATA = resources.files("parley.inventory") / "data"
RESOURCES: list[dict[str, Any]] = PACKAGED.datapackage["resources"]
IDS = [str(resource["path"]) for resource in RESOURCES]
WIDE = [resource for resource in RESOURCES if "yearColumns" in resource["schema"]]
LONG = [resource for resource in RESOURCES if "yearColumns" not in resource["schema"]]
WIDE_IDS = [str(resource["path"]) for resource in WIDE]
LONG_IDS = [str(resource["path"]) for resource in LONG]
BYTES_IN_ALL = 2_500_000


def test_every_file_is_described_once_and_every_description_has_its_file() -> None:
    files = {file.name for file in DATA.iterdir() if file.is_file()} - {"datapackage.json"}
    assert sorted(IDS) == sorted(files)


def test_all_tables_together_are_small() -> None:
    assert sum(len((DATA / name).read_bytes()) for name in IDS) < BYTES_IN_ALL


@pytest.mark.parametrize("resource", RESOURCES, ids=IDS)
def test_each_table_names_its_sources_versions_licences_credit_and_years(resource: dict[str, Any]) -> None:
    assert len(resource["description"]) > 40
    assert resource["title"]
    assert resource["version"]
    assert resource["coverage"]
    assert resource["licenses"]
    for source in resource["sources"]:
        assert {"key", "title", "version", "licence", "citation"} <= source.keys()
        assert 2015 <= int(source["published"]) <= 2026


@pytest.mark.parametrize("resource", RESOURCES, ids=IDS)
def test_nothing_is_shipped_that_may_not_be(resource: dict[str, Any]) -> None:
    assert "IGES" not in str(resource["sources"])


@pytest.mark.parametrize("resource", WIDE, ids=WIDE_IDS)
def test_rows_of_wide_tables_are_those_described_and_sorted(resource: dict[str, Any]) -> None:
    header, *rows = PACKAGED.lines(resource["path"])
    party, kind = resource["schema"]["fields"][:2]
    assert header[:2] == [party["name"], kind["name"]]
    assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
    assert len({(row[0], row[1]) for row in rows}) == len(rows)
    assert {row[1] for row in rows} == set(kind["constraints"]["enum"])


@pytest.mark.parametrize("resource", WIDE, ids=WIDE_IDS)
def test_years_of_wide_tables_are_those_described(resource: dict[str, Any]) -> None:
    years = Wide(PACKAGED.text(resource["path"])).years
    first, _, last = resource["years"].partition("-")
    # Electricity has a few fuels before the years in which all are known.
    assert (years[0] <= int(first), years[-1]) == (True, int(last))
    assert list(years) == list(range(years[0], years[-1] + 1))


@pytest.mark.parametrize("resource", WIDE, ids=WIDE_IDS)
def test_cells_of_wide_tables_are_numbers_or_empty_and_no_row_is(resource: dict[str, Any]) -> None:
    _, *rows = PACKAGED.lines(resource["path"])
    for _, _, *cells in rows:
        assert any(cells)
        for cell in cells:
            if cell:
                float(cell)


@pytest.mark.parametrize("resource", WIDE, ids=WIDE_IDS)
def test_every_code_of_a_wide_table_is_known(resource: dict[str, Any]) -> None:
    codes = set(Wide(PACKAGED.text(resource["path"])).parties())
    assert codes <= {*parties(), *AREAS}
    assert "WLD" in codes


@pytest.mark.parametrize("resource", LONG, ids=LONG_IDS)
def test_columns_of_long_tables_are_those_described_in_words(resource: dict[str, Any]) -> None:
    fields = resource["schema"]["fields"]
    assert next(iter(PACKAGED.lines(resource["path"]))) == [field["name"] for field in fields]
    for field in fields:
        assert field["description"], field["name"]


@pytest.mark.parametrize("resource", LONG, ids=LONG_IDS)
def test_cells_of_long_tables_have_the_type_of_their_column(resource: dict[str, Any]) -> None:
    rows = PACKAGED.rows(resource["path"])
    assert rows
    for row in rows:
        for field in resource["schema"]["fields"]:
            cell = row[field["name"]]
            if cell and field["type"] == "integer":
                int(cell)
            elif cell and field["type"] == "number":
                float(cell)
