"""The name of the checker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.checking.version import checker_name
from parley.inventory import use_newer
from parley.inventory.tables import packaged_resource, read_text


@pytest.fixture(autouse=True)
def _packaged_figures() -> Iterator[None]:
    yield
    use_newer(None)


def make_newer(folder: Path, text: str) -> Path:
    """A folder with a newer table of market economies."""
    described = {**packaged_resource("gdp_market.csv"), "file": "gdp_market.csv"}
    described["sources"] = [{**source, "published": 2099} for source in described["sources"]]
    (folder / "gdp_market.csv").write_text(text, encoding="utf-8")
    (folder / "datapackage.json").write_text(json.dumps({"resources": [described]}), encoding="utf-8")
    return folder


def test_the_name_is_the_same_every_time() -> None:
    assert re.fullmatch(r"parley-checking/0\.1\+[0-9a-f]{8}", checker_name())
    use_newer(None)
    assert checker_name() == checker_name()


def test_newer_figures_make_another_checker(tmp_path: Path) -> None:
    packaged, text = checker_name(), read_text("gdp_market.csv")
    assert use_newer(make_newer(tmp_path, text)) == ("gdp_market.csv",)
    fetched = checker_name()
    use_newer(make_newer(tmp_path, f"{text}XXX,gdp,1,2\n"))
    assert len({packaged, fetched, checker_name()}) == 3
    use_newer(None)
    assert checker_name() == packaged
