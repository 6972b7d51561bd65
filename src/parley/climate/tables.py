"""The packaged tables of the climate engine; ``data/datapackage.json`` says what each is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.terms.tables import Tables

_TABLES = Tables("parley.climate")


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of the packaged table ``name`` (a file name), cells as written."""
    return _TABLES.rows(name)


def read_lines(name: str) -> Iterator[list[str]]:
    """Rows of the packaged table ``name`` as lists of cells, the header first; cheaper for wide tables."""
    return _TABLES.lines(name)


def read_text(name: str) -> str:
    """The packaged file ``name`` as text, unzipped where its name ends in ``.gz``."""
    return _TABLES.text(name)


def load_datapackage() -> dict[str, Any]:
    """The description of all packaged tables, as in ``datapackage.json``."""
    return _TABLES.datapackage
