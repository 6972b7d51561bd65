"""Reading the packaged tables of a room.

Each table is a csv file, gzipped where large, in the room's folder ``data``, described with source, licence and the
meaning of every column in ``data/datapackage.json`` (a Frictionless data package).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from functools import cached_property
from importlib import resources
from typing import Any


class Tables:
    """The packaged tables of one room, named by its package, such as ``parley.climate``."""

    def __init__(self, package: str) -> None:
        self._data = resources.files(package) / "data"

    def rows(self, name: str) -> list[dict[str, str]]:
        """Rows of the table ``name`` (a file name), cells as written."""
        return list(csv.DictReader(io.StringIO(self.text(name))))

    def lines(self, name: str) -> Iterator[list[str]]:
        """Rows of the table ``name`` as lists of cells, the header first; cheaper for wide tables."""
        return csv.reader(io.StringIO(self.text(name)))

    def text(self, name: str) -> str:
        """The file ``name`` as text, unzipped where its name ends in ``.gz``."""
        content = (self._data / name).read_bytes()
        return (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")

    @cached_property
    def datapackage(self) -> dict[str, Any]:
        """The description of all tables, as in ``datapackage.json``."""
        description: dict[str, Any] = json.loads(self.text("datapackage.json"))
        return description
