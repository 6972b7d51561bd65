"""Lists as a table, JSON, JSON Lines or CSV."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from parley.cli.options import Format
from parley.cli.plain import csv_cell, plain

Cell = str | float | int | None

_WIDTH_IN_A_PIPE = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: its cells by column, and all that is known, for JSON."""

    cells: Mapping[str, Cell]
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a list, for CSV, and those that a table has room for; ``wide`` ones take what is left."""

    every: Sequence[str]
    shown: Sequence[str]
    wide: Sequence[str] = ()


def write_list(entries: Iterable[Entry], columns: Columns, form: Format) -> None:
    """Write a list to standard output; an empty one is said to be so on standard error."""
    # Commands that write no list of the ledger need not wait for it.
    from parley.ledger.canonical import canonical_json, escape_json

    entries = list(entries)
    match form:
        case Format.TABLE:
            _write_table(entries, columns)
        case Format.JSON:
            print_line(escape_json(json.dumps([entry.content for entry in entries], ensure_ascii=False, indent=2)))
        case Format.JSONL:
            for entry in entries:
                print_line(canonical_json(entry.content))
        case Format.CSV:
            _write_csv(entries, columns)


def print_line(line: str) -> None:
    """One line on standard output, as it is."""
    sys.stdout.write(f"{line}\n")


def say(message: str) -> None:
    """One harmless line on standard error."""
    sys.stderr.write(f"{plain(message)}\n")


def console() -> Console:
    """Standard output for tables and prose; nothing in the text is taken for markup."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_IN_A_PIPE
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)


def _write_table(entries: Sequence[Entry], columns: Columns) -> None:
    if not entries:
        say("nothing found")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns.shown:
        fixed = name not in columns.wide
        table.add_column(name, no_wrap=name == "id", overflow="fold", ratio=None if fixed else 1)
    for entry in entries:
        table.add_row(*(Text(plain(_words(entry.cells[name]))) for name in columns.shown))
    console().print(table)


def _write_csv(entries: Sequence[Entry], columns: Columns) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns.every)
    writer.writerows([csv_cell(entry.cells[name]) for name in columns.every] for entry in entries)


def _words(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else f"{cell:,.10g}"
