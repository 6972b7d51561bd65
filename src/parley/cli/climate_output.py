"""Results of the climate engine on standard output: tables to read, CSV and JSON for machines, charts in files."""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.cli.plain import csv_cell, plain
from parley.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from parley.climate import Summary
    from parley.climate.fan_layout import Fan

Cells = tuple[str, Sequence[str]]

_GAP = 2


def write_table(title: str, heads: Sequence[str], rows: Iterable[Cells]) -> None:
    """A table with a column for each of ``heads``; each row has a label and a cell for each column.

    Where not all columns fit side by side, the table is broken into several, one below the other.
    """
    from rich.text import Text

    from parley.cli.output import console

    out, every = console(), list(rows)
    out.print(Text(title))
    at_once = _columns_at_once(heads, every, out.width)
    for first in range(0, len(heads), at_once):
        if first:
            out.print()
        chosen = slice(first, first + at_once)
        out.print(_table(heads[chosen], [(label, cells[chosen]) for label, cells in every]))


def _columns_at_once(heads: Sequence[str], rows: Sequence[Cells], width: int) -> int:
    label = max(len(label) for label, _ in rows)
    widest = max(len(cell) for cells in (heads, *(cells for _, cells in rows)) for cell in cells)
    return max(1, (width - label) // (widest + _GAP))


def _table(heads: Sequence[str], rows: Iterable[Cells]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("")
    for head in heads:
        table.add_column(Text(plain(head)), overflow="fold")
    for label, cells in rows:
        table.add_row(Text(label), *map(Text, cells))
    return table


def write_csv(columns: Sequence[str], rows: Iterable[Iterable[str | float | int | None]]) -> None:
    """Rows under ``columns``, with no cell that a spreadsheet would take for a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(csv_cell, row) for row in rows)


def write_json(content: Mapping[str, Any]) -> None:
    """One object on one line, in ASCII."""
    sys.stdout.write(f"{json.dumps(content, allow_nan=False)}\n")


def write_plot(fan: Fan, path: Path, kind: str) -> None:
    """Draw a chart into a file, whole or not at all. Raises UsageError when it cannot be written."""
    from parley.climate.fan import fan_png, fan_svg

    write_drawing(fan_svg(fan).encode() if kind == "svg" else fan_png(fan), path)


def write_drawing(drawn: bytes, path: Path) -> None:
    """Write a picture into a file, whole or not at all. Raises UsageError when it cannot be written."""
    try:
        descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(drawn)
            # mkstemp makes a file for its owner alone; a chart is there to be seen.
            os.chmod(unfinished, 0o644)
            os.replace(unfinished, path)
        except BaseException:
            os.unlink(unfinished)
            raise
    except OSError as error:
        raise UsageError(f"--plot {path} cannot be written: {error.strerror}; name another file") from error


def number(value: float) -> str:
    """A number of °C with one digit and a minus sign."""
    return f"{value:.1f}".replace("-", "−")


def ranged(middle: str, low: str, high: str) -> str:
    """A median with its 5 to 95 % range; one word when all are the same."""
    return middle if low == middle == high else f"{middle} ({low} to {high})"


def ensemble_words(summary: Summary) -> str:
    """The ensemble's name, which says that it is provisional if it is."""
    said = not summary.provisional or "provisional" in summary.ensemble.lower()
    return plain(summary.ensemble if said else f"{summary.ensemble}, provisional")
