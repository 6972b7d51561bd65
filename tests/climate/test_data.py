"""Every packaged table of the climate engine is described, with its sources."""

from importlib import resources
from typing import Any

import pytest

from parley.climate.tables import load_datapackage, read_lines, read_text

DATA = resources.files("parley.climate") / "data"
RESOURCES: list[dict[str, Any]] = load_datapackage()["resources"]
IDS = [str(resource["path"]) for resource in RESOURCES]
TABLES = [resource for resource in RESOURCES if resource["profile"] == "tabular-data-resource"]
TABLE_IDS = [str(resource["path"]) for resource in TABLES]
TYPES = {"string", "number", "integer", "boolean"}


def test_every_file_is_described_once_and_every_description_has_its_file() -> None:
    files = {file.name for file in DATA.iterdir() if file.is_file()} - {"datapackage.json"}
    assert sorted(IDS) == sorted(files)


@pytest.mark.parametrize("resource", TABLES, ids=TABLE_IDS)
def test_columns_are_those_described(resource: dict[str, Any]) -> None:
    assert next(iter(read_lines(resource["path"]))) == [field["name"] for field in resource["schema"]["fields"]]


@pytest.mark.parametrize("resource", TABLES, ids=TABLE_IDS)
def test_tables_and_columns_are_told_in_words(resource: dict[str, Any]) -> None:
    assert len(resource["description"]) > 60
    assert resource["title"]
    for field in resource["schema"]["fields"]:
        assert field["type"] in TYPES, field["name"]
        assert len(field["description"]) >= 5, field["name"]


@pytest.mark.parametrize("resource", RESOURCES, ids=IDS)
def test_sources_and_licences_are_named(resource: dict[str, Any]) -> None:
    assert resource["version"]
    assert resource["sources"]
    assert resource["licenses"]
    assert all(source["path"].startswith("https://") for source in (*resource["sources"], *resource["licenses"]))


@pytest.mark.parametrize("resource", TABLES, ids=TABLE_IDS)
def test_cells_have_the_type_of_their_column(resource: dict[str, Any]) -> None:
    _, *rows = read_lines(resource["path"])
    fields = resource["schema"]["fields"]
    assert rows
    for row in rows:
        assert len(row) == len(fields)
        for cell, field in zip(row, fields, strict=True):
            if field["type"] == "integer" and (cell or field["name"] in resource["schema"].get("primaryKey", ())):
                int(cell)
            elif field["type"] == "number" and cell:
                float(cell)
            elif field["type"] == "boolean":
                assert cell in ("true", "false")


@pytest.mark.parametrize(
    "resource", [entry for entry in TABLES if "primaryKey" in entry["schema"]], ids=lambda r: r["path"]
)
def test_keys_are_unique(resource: dict[str, Any]) -> None:
    header, *rows = read_lines(resource["path"])
    keys = [tuple(row[header.index(column)] for column in resource["schema"]["primaryKey"]) for row in rows]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", [name for name in IDS if name.endswith(".gz")])
def test_compressed_tables_carry_no_time_so_that_they_can_be_made_again_byte_for_byte(name: str) -> None:
    assert (DATA / name).read_bytes()[4:8] == bytes(4)


@pytest.mark.parametrize("name", IDS)
def test_tables_are_plain_text_with_unix_line_ends(name: str) -> None:
    text = read_text(name)
    assert "\r" not in text
    assert text.endswith("\n")
