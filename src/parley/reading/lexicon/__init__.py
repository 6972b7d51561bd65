"""Word lists as data: one TOML file a concept, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``.toml of this folder."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, key: str) -> frozenset[str]:
    """A list of lower-case words of a table as a set."""
    return frozenset(load(name)[key])
