"""``parley data``: what it lists, shows, fetches and refuses."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.inventory import use_newer
from parley.inventory.newer_sets import newer_set
from tests.cli.conftest import Run
from tests.inventory.conftest import mirror, server
from tests.inventory.making import make_edgar

__all__ = ["mirror", "server"]


@pytest.fixture
def data(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """``parley data`` with a folder of figures of its own."""
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "figures"))
    yield lambda *arguments: run("data", *arguments)
    use_newer(None)


def test_without_a_command_it_says_what_there_is(data: Run) -> None:
    assert "update" in data().output


def test_the_list_has_every_table_with_source_licence_and_rows(data: Run) -> None:
    listed = {table["table"]: table for table in json.loads(data("list", "--format", "json").stdout)}
    edgar = listed["edgar-emissions"]
    assert (edgar["source"], edgar["version"], edgar["years"]) == ("EDGAR", "EDGAR_2024_GHG", "1970-2023")
    assert (edgar["licence"], edgar["rows"], edgar["from"]) == ("CC-BY-4.0", 1006, "package")
    assert {"pledges", "assessments", "carbon", "coal-status"} <= listed.keys()
    assert "EDGAR_2024_GHG" in data("list").stdout


def test_one_party_and_year_are_shown(data: Run) -> None:
    shown = data("show", "edgar-emissions", "--party", "China", "--year", "2019")
    assert "14,275.531" in shown.stdout
    assert "2019" in shown.stdout
    assert "EDGAR (EDGAR_2024_GHG)" in shown.stderr


def test_an_area_that_only_tables_know_is_shown(data: Run) -> None:
    assert "XKX" in data("show", "carbon", "--party", "XKX", "--year", "2019").stdout


def test_all_of_a_table_is_written_as_csv(data: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(data("show", "coal-by-year", "--format", "csv").stdout)))
    assert rows[0].keys() == {"party", "quantity", "year", "value", "unit"}
    assert {row["year"] for row in rows} >= {"2000", "2023"}


def test_a_long_table_on_the_terminal_is_cut_to_its_last_year_and_says_so(data: Run) -> None:
    shown = data("show", "coal-by-year")
    assert "only 2023 is shown" in shown.stderr
    assert "2022" not in shown.stdout


def test_values_are_numbers_for_programs(data: Run) -> None:
    lines = data("show", "gdp-market", "--party", "CHN", "--year", "2019", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["value"] for line in lines] == [14.28]


def test_nothing_found_is_said(data: Run) -> None:
    assert "nothing found" in data("show", "coal-status", "--party", "TUV").stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "tea"), "no table of the inventory"),
        (("show", "carbon", "--party", "Atlantis"), "not a country or bloc"),
        (("show", "coal-status", "--year", "2019"), "not by year"),
        (("update",), "no checksum of a newer set is known"),
        (("update", "tea", "--sha256", "0" * 64), "no set that can be fetched"),
        (("update", "edgar"), "no checksum is recorded"),
        (("update", "edgar", "owid-co2", "--sha256", "0" * 64), "the checksum of one file"),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_code_2(data: Run, arguments: tuple[str, ...], words: str) -> None:
    refused = data(*arguments)
    assert refused.exit_code == 2
    assert words in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_newer_set_is_fetched_and_then_used(data: Run, server: str, mirror: Path) -> None:
    content = make_edgar()
    (mirror / newer_set("edgar").file).write_bytes(content)
    fetched = data("update", "edgar", "--source", server, "--sha256", hashlib.sha256(content).hexdigest())
    assert fetched.exit_code == 0
    assert "edgar-emissions: EDGAR_2025_GHG, 1970-2025 (before: EDGAR_2024_GHG)" in fetched.stdout
    listed = {table["table"]: table for table in json.loads(data("list", "--format", "json").stdout)}
    assert listed["edgar-emissions"]["from"] == "fetched"
    assert "EDGAR_2025_GHG" in data("show", "edgar-emissions", "--party", "CHN").stderr


def test_a_wrong_checksum_leaves_the_figures_of_the_package(data: Run, server: str, mirror: Path) -> None:
    (mirror / newer_set("edgar").file).write_bytes(make_edgar())
    refused = data("update", "edgar", "--source", server, "--sha256", "0" * 64)
    assert refused.exit_code == 2
    assert "is not the file with the checksum" in refused.stderr
    assert "EDGAR_2024_GHG" in data("show", "edgar-emissions", "--party", "CHN").stderr
