"""Tables for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from parley.terms.plain_text import csv_cell

CSV = "text/csv; charset=utf-8"


def write_csv(columns: Sequence[str], rows: Iterable[Iterable[str | float | int | None]]) -> str:
    """A table with a header line; no cell of it is taken for a formula. Source: RFC 4180, with bare line feeds."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(csv_cell, row) for row in rows)
    return written.getvalue()
