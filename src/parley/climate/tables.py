"""Reading the packaged tables of the climate engine.

Each table is a csv file, gzipped where large, described with source, licence and the meaning of every column in
``data/datapackage.json`` (a Frictionless data package).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

_DATA = resources.files("parley.climate") / "data"


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of the packaged table ``name`` (a file name), cells as written."""
    return list(csv.DictReader(io.StringIO(read_text(name))))


def read_lines(name: str) -> Iterator[list[str]]:
    """Rows of the packaged table ``name`` as lists of cells, the header first; cheaper for wide tables."""
    return csv.reader(io.StringIO(read_text(name)))


def read_text(name: str) -> str:
    """The packaged file ``name`` as text, unzipped where its name ends in ``.gz``."""
    content = (_DATA / name).read_bytes()
    return (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")


@cache
def load_datapackage() -> dict[str, Any]:
    """The description of all packaged tables, as in ``datapackage.json``."""
    description: dict[str, Any] = json.loads(read_text("datapackage.json"))
    return description
