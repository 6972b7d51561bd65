"""Newer sets are fetched by checksum, put in place whole or not at all, and used."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from parley.errors import InventoryError
from parley.inventory import cumulative, emissions, gdp, newer_tables, use_newer
from parley.inventory.newer_sets import newer_set, newer_sets
from parley.inventory.shapes import SHAPES
from parley.inventory.tables import packaged_resource, resource
from parley.inventory.update import update
from tests.inventory.making import make_edgar, make_gcb_fossil, make_owid_co2, make_owid_energy

FILES = {"owid-co2": make_owid_co2, "owid-energy": make_owid_energy, "gcb-fossil": make_gcb_fossil, "edgar": make_edgar}


def offer(mirror: Path, name: str, content: bytes) -> str:
    """Put a file where the server has it; returns its checksum."""
    (mirror / newer_set(name).file).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "originals" not in path.parts
    }


@pytest.mark.parametrize("name", FILES)
def test_every_set_can_be_fetched_and_used(name: str, server: str, mirror: Path, tmp_path: Path) -> None:
    checksum = offer(mirror, name, FILES[name]())
    assert update(name, tmp_path / "new", sha256=checksum, source=server) == newer_set(name).tables
    assert use_newer(tmp_path / "new") == tuple(sorted(newer_set(name).tables))


def test_figures_say_which_version_they_are_from(server: str, mirror: Path, tmp_path: Path) -> None:
    before = emissions("CHN")
    update("edgar", tmp_path, sha256=offer(mirror, "edgar", make_edgar()), source=server)
    use_newer(tmp_path)
    after = emissions("CHN")
    assert (before.source.version, after.source.version) == ("EDGAR_2024_GHG", "EDGAR_2025_GHG")
    assert (before.span, after.value(2025)) == ((1970, 2023), 64.0)
    assert after.source.citation == newer_set("edgar").citation


def test_without_the_folder_the_package_is_used_again(server: str, mirror: Path, tmp_path: Path) -> None:
    update("edgar", tmp_path, sha256=offer(mirror, "edgar", make_edgar()), source=server)
    use_newer(tmp_path)
    assert newer_tables() == ("edgar_emissions.csv.gz", "edgar_sectors.csv.gz")
    use_newer(None)
    assert newer_tables() == ()
    assert emissions("CHN").value(2019) == 14275.531


def test_a_set_that_renews_part_of_a_table_leaves_the_other_sources_as_they_were(
    server: str, mirror: Path, tmp_path: Path
) -> None:
    update("gcb-fossil", tmp_path, sha256=offer(mirror, "gcb-fossil", make_gcb_fossil()), source=server)
    use_newer(tmp_path)
    assert emissions("CHN", gas="CO2").source.version == "2025v15"
    assert emissions("CHN", basis="incl_lulucf", source="jones").source.version != "2025v15"
    assert gdp("CHN", "ppp").value(2019) > 1e13
    assert cumulative("GBR", since=1750).value(1850) > 3000


def test_one_set_goes_on_top_of_another(server: str, mirror: Path, tmp_path: Path) -> None:
    update("owid-co2", tmp_path, sha256=offer(mirror, "owid-co2", make_owid_co2(value=111.0)), source=server)
    update("gcb-fossil", tmp_path, sha256=offer(mirror, "gcb-fossil", make_gcb_fossil()), source=server)
    use_newer(tmp_path)
    assert emissions("CHN", gas="CO2").value(2025) == 50.0
    assert emissions("CHN", gas="CH4", basis="incl_lulucf").value(2025) == 111.0


def test_fetching_again_gives_the_same_bytes(server: str, mirror: Path, tmp_path: Path) -> None:
    checksum = offer(mirror, "edgar", make_edgar())
    for folder in ("one", "two", "one"):
        update("edgar", tmp_path / folder, sha256=checksum, source=server)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_file_that_is_there_already_is_not_fetched_again(server: str, mirror: Path, tmp_path: Path) -> None:
    checksum = offer(mirror, "edgar", make_edgar())
    update("edgar", tmp_path, sha256=checksum, source=server)
    (mirror / newer_set("edgar").file).unlink()
    update("edgar", tmp_path, sha256=checksum, source=server)
    assert use_newer(tmp_path)


def test_a_newer_file_replaces_the_tables_and_leaves_none_behind(server: str, mirror: Path, tmp_path: Path) -> None:
    update("edgar", tmp_path, sha256=offer(mirror, "edgar", make_edgar(2024)), source=server)
    update("edgar", tmp_path, sha256=offer(mirror, "edgar", make_edgar(2025)), source=server)
    use_newer(tmp_path)
    assert emissions("CHN").years == (1970, 2025)
    assert len(list(tmp_path.glob("*.csv.gz"))) == 2


def test_a_table_older_than_the_package_is_not_used(server: str, mirror: Path, tmp_path: Path) -> None:
    update("edgar", tmp_path, sha256=offer(mirror, "edgar", make_edgar()), source=server)
    description = tmp_path / "datapackage.json"
    old = json.loads(description.read_text(encoding="utf-8"))
    for table in old["resources"]:
        for source in table["sources"]:
            source["published"] = 2019
    description.write_text(json.dumps(old), encoding="utf-8")
    assert use_newer(tmp_path) == ()
    assert emissions("CHN").source.version == "EDGAR_2024_GHG"


class TestRefused:
    """What goes wrong is told, and what was there stays."""

    @pytest.fixture
    def folder(self, server: str, mirror: Path, tmp_path: Path) -> Path:
        """A folder with a good set in use."""
        folder = tmp_path / "figures"
        update("edgar", folder, sha256=offer(mirror, "edgar", make_edgar(2024)), source=server)
        return folder

    @pytest.fixture(autouse=True)
    def untouched(self, folder: Path) -> object:
        """After each refusal the folder has what it had."""
        before = contents(folder)
        yield
        assert contents(folder) == before
        use_newer(folder)
        assert emissions("CHN").value(2024) == 64.0

    def test_without_a_checksum_nothing_is_fetched(self, folder: Path, server: str) -> None:
        with pytest.raises(InventoryError, match=r"no checksum is recorded .* give it with --sha256"):
            update("edgar", folder, source=server)

    @pytest.mark.parametrize("checksum", ["abc", "g" * 64, "f" * 63])
    def test_a_checksum_that_is_none_is_refused(self, checksum: str, folder: Path, server: str) -> None:
        with pytest.raises(InventoryError, match="no SHA-256 checksum"):
            update("edgar", folder, sha256=checksum, source=server)

    def test_another_file_than_expected_is_not_kept(self, folder: Path, server: str, mirror: Path) -> None:
        original = folder / "originals" / newer_set("edgar").file
        before = original.read_bytes()
        offer(mirror, "edgar", b"something else")
        with pytest.raises(InventoryError, match="is not the file with the checksum 0000"):
            update("edgar", folder, sha256="0" * 64, source=server)
        assert original.read_bytes() == before

    def test_a_file_that_is_not_there_is_told(self, folder: Path, server: str, mirror: Path) -> None:
        (mirror / newer_set("edgar").file).unlink()
        with pytest.raises(InventoryError, match=r"answers 404; see https://edgar"):
            update("edgar", folder, sha256="0" * 64, source=server)

    def test_offline_is_told(self, folder: Path) -> None:
        with pytest.raises(InventoryError, match=r"cannot be reached .*; what is there stays in use"):
            update("edgar", folder, sha256="0" * 64, source="http://127.0.0.1:9")

    def test_a_file_laid_out_otherwise_is_told(self, folder: Path, server: str, mirror: Path) -> None:
        checksum = offer(mirror, "edgar", make_edgar(sheet="Other"))
        with pytest.raises(InventoryError, match=r"not laid out as .* expects .*GHG_by_sector_and_country"):
            update("edgar", folder, sha256=checksum, source=server)

    def test_columns_that_are_missing_are_told(self, folder: Path, server: str, mirror: Path) -> None:
        checksum = offer(mirror, "owid-co2", b"country,iso_code,year\nChina,CHN,2020\n")
        with pytest.raises(InventoryError, match="not laid out as"):
            update("owid-co2", folder, sha256=checksum, source=server)

    def test_a_file_that_ends_earlier_is_told(self, folder: Path, server: str, mirror: Path) -> None:
        checksum = offer(mirror, "owid-co2", make_owid_co2(last=2020))
        with pytest.raises(InventoryError, match=r"of the world ends with 2020 .* where the package has it to 2023"):
            update("owid-co2", folder, sha256=checksum, source=server)

    def test_a_set_that_is_none_is_told(self, folder: Path) -> None:
        with pytest.raises(InventoryError, match="there are owid-co2, owid-energy, gcb-fossil, edgar"):
            update("faostat", folder, sha256="0" * 64)

    def test_without_pooch_it_says_how_to_have_it(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pooch", None)
        with pytest.raises(InventoryError, match=r"pip install 'parley\[data\]'"):
            update("edgar", folder, sha256="0" * 64)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(server: str, mirror: Path, tmp_path: Path) -> None:
    checksum = offer(mirror, "edgar", make_edgar())
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(InventoryError, match="set PARLEY_DATA"):
        update("edgar", locked / "figures", sha256=checksum, source=server)


def test_a_folder_that_is_a_file_is_told(server: str, mirror: Path, tmp_path: Path) -> None:
    checksum = offer(mirror, "edgar", make_edgar())
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InventoryError, match="cannot be written"):
        update("edgar", tmp_path / "file", sha256=checksum, source=server)


def test_a_description_that_is_broken_is_told(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(InventoryError, match=r"cannot be read .* delete"):
        use_newer(tmp_path)


def test_a_fetched_table_that_is_broken_is_told(server: str, mirror: Path, tmp_path: Path) -> None:
    update("edgar", tmp_path, sha256=offer(mirror, "edgar", make_edgar()), source=server)
    for path in tmp_path.glob("*-edgar_emissions.csv.gz"):
        path.write_bytes(path.read_bytes()[:-20])
    use_newer(tmp_path)
    with pytest.raises(InventoryError, match="cannot be read"):
        emissions("CHN")


def test_every_set_is_well_described() -> None:
    for known in newer_sets().values():
        assert known.shape in SHAPES
        assert known.address.startswith(("https://", "doi:"))
        for table in known.tables:
            assert set(known.sources) <= {source["key"] for source in packaged_resource(table)["sources"]}
            assert known.published >= resource(table)["sources"][0]["published"]
