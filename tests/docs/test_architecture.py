"""The page on architecture names the rooms and layers there are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests.docs.making import ROOT, first_column, page, section

PAGE = page("architecture.md")
SOURCE = ROOT / "src" / "parley"


def test_every_room_is_on_the_page() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert set(first_column(section(PAGE, "## Rooms"))) == rooms


def test_every_file_beside_the_rooms_is_on_the_page() -> None:
    files = {path.name for path in SOURCE.glob("*.py")}
    assert set(re.findall(r"`(\w+\.py)`", section(PAGE, "## Rooms"))) == files


def test_the_layers_are_those_that_are_checked() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    block = re.search(r"```text\n(.*?)```", section(PAGE, "## Layers"), re.S)
    assert block
    assert block[1].splitlines() == contract["contracts"][0]["layers"]


def test_every_file_the_page_names_is_there() -> None:
    named = re.findall(r"`((?:\w+/)+[\w.*]+)`", PAGE)
    assert named
    missing = [name for name in named if not any(_places(name))]
    assert missing == []


def _places(name: str) -> list[Path]:
    return [*ROOT.glob(name), *SOURCE.glob(name)]
