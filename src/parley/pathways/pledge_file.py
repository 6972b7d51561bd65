"""A book of pledges from a file, CSV or JSON Lines, with the fields of ``PathwayPledge`` as columns or keys.

``party`` and ``kind`` must be there; a cell that is empty and a column that is left out are not known. Every row is
checked before any counts: a file is read whole or not at all.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, get_args

from parley.errors import UsageError
from parley.inventory.recorded_pledge import Conditional, Lulucf
from parley.pathways.areas import areas
from parley.pathways.axes import FIRST_YEAR, LAST_YEAR
from parley.pathways.pledge import PathwayPledge
from parley.records.pledge import Firmness, Gas, PledgeKind, Qualifier, ReductionBasis
from parley.terms.gwp import GWP_SETS
from parley.terms.parties import find_code, is_group, name_of

LARGEST_BYTES = 20_000_000
_UNITS = ("%", "MtCO2e", "MtCO2", "GtCO2e", "GtCO2")

Cells = Mapping[str, Any]


class _Fault(ValueError):
    """What is wrong with a row, in words."""


def read_pledges(path: Path) -> tuple[PathwayPledge, ...]:
    """The pledges of a file, in its order. Raises UsageError for what cannot be read, with the line and the field."""
    kind = path.suffix.lower()
    if kind not in (".csv", ".jsonl"):
        raise UsageError(f"--pledges {path} is neither record, ledger, a .csv nor a .jsonl file; name one that is")
    lines = _csv_rows(path) if kind == ".csv" else _json_rows(path)
    found: dict[str, PathwayPledge] = {}
    for line, cells in lines:
        try:
            pledge = _pledge(cells, f"{path.stem}:{line}", f"{path.name}, line {line}")
        except _Fault as fault:
            raise UsageError(f"{path}, line {line}: {fault}") from fault
        if pledge.id in found:
            raise UsageError(f"{path}, line {line}: the id {pledge.id!r} has been used above; give each pledge its own")
        found[pledge.id] = pledge
    if not found:
        raise UsageError(f"{path} has no pledges; write one a line, with at least party, kind and target_year")
    return tuple(found.values())


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UsageError(f"{path} is larger than {LARGEST_BYTES // 1_000_000} MB; name a file of pledges")
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"--pledges {path} cannot be read: {error.strerror}; name another file") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def _csv_rows(path: Path) -> Iterator[tuple[int, Cells]]:
    reader = csv.DictReader(_text(path).splitlines(keepends=True), strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                count = len(reader.fieldnames or ())
                raise UsageError(f"{path}, line {reader.line_num}: the row has not the {count} cells of the heading")
            yield reader.line_num, {name.strip(): cell.strip() for name, cell in row.items() if cell.strip()}
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}: not CSV ({error})") from error


def _json_rows(path: Path) -> Iterator[tuple[int, Cells]]:
    for line, words in enumerate(_text(path).split("\n"), start=1):
        if not words.strip():
            continue
        try:
            row = json.loads(words)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{path}, line {line}: not JSON ({error})") from error
        if not isinstance(row, dict):
            raise UsageError(f"{path}, line {line}: not an object with the fields of a pledge")
        yield line, {name: cell for name, cell in row.items() if cell is not None}


def _pledge(cells: Cells, name: str, source: str) -> PathwayPledge:
    """Raises _Fault."""
    if unknown := sorted(set(cells) - set(_FIELDS)):
        raise _Fault(f"there is no field {unknown[0]!r}; there are {', '.join(_FIELDS)}")
    if missing := [field for field in ("party", "kind") if field not in cells]:
        raise _Fault(f"{missing[0]} is missing")
    values = {field: _FIELDS[field](field, cell) for field, cell in cells.items()}
    pledge = PathwayPledge(**{"id": name, "source": source, "origin": "document", **values})
    _check(pledge)
    return pledge


def _check(pledge: PathwayPledge) -> None:
    """What a pledge of its kind cannot be without. Raises _Fault."""
    if pledge.kind in ("net_zero", "peak", "reduction") and pledge.target_year is None:
        raise _Fault(f"a pledge of kind {pledge.kind} needs a target_year")
    if pledge.kind == "reduction" and pledge.basis is None:
        raise _Fault(f"a reduction needs a basis: {', '.join(get_args(ReductionBasis))}")
    if pledge.kind == "reduction" and pledge.unit not in (None, *_UNITS):
        raise _Fault(f"unit {pledge.unit!r} is none of a reduction; there are {', '.join(_UNITS)}")
    if pledge.low is not None and pledge.high is not None and pledge.low > pledge.high:
        raise _Fault(f"low ({pledge.low:g}) is above high ({pledge.high:g}); exchange them")
    if (pledge.low is not None or pledge.high is not None) and pledge.unit is None:
        raise _Fault("low and high need a unit, such as % or MtCO2e")
    if pledge.unit == "%" and any(not 0 <= end <= 200 for end in (pledge.low, pledge.high) if end is not None):
        raise _Fault("a cut is between 0 and 200 %")
    if pledge.base_year and pledge.target_year and pledge.base_year >= pledge.target_year:
        raise _Fault(f"the base year {pledge.base_year} is not before the target year {pledge.target_year}")


def _party(field: str, cell: Any) -> str:
    words = _words(field, cell)
    code = words if words in areas() else find_code(words)
    if code is None:
        raise _Fault(f"{field} {words!r} is no Party; give a code such as CHN, EUU, USA")
    if is_group(code):
        raise _Fault(f"{field} {words!r}: {name_of(code)} has no pathway of its own; give its members")
    return code


def _words(field: str, cell: Any) -> str:
    if not isinstance(cell, str) or not cell.strip():
        raise _Fault(f"{field} {cell!r} is no text")
    return cell.strip()


def _token(known: tuple[str, ...], field: str, cell: Any) -> str:
    if cell not in known:
        raise _Fault(f"{field} {cell!r} is not known; there are {', '.join(known)}")
    return str(cell)


def _number(field: str, cell: Any) -> float:
    try:
        if isinstance(cell, bool):
            raise ValueError
        number = float(cell)
    except (TypeError, ValueError) as error:
        raise _Fault(f"{field} {cell!r} is no number") from error
    if not math.isfinite(number):
        raise _Fault(f"{field} {cell!r} is no number")
    return number


def _year(field: str, cell: Any) -> int:
    number = _number(field, cell)
    if number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
        raise _Fault(f"{field} {cell!r} is no year from {FIRST_YEAR} to {LAST_YEAR}")
    return int(number)


def _flag(field: str, cell: Any) -> bool:
    flags = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    found = cell if isinstance(cell, bool) else flags.get(str(cell).lower())
    if found is None:
        raise _Fault(f"{field} {cell!r} is neither true nor false")
    return found


def _list(field: str, cell: Any) -> tuple[str, ...]:
    """Of JSON a list of texts, of CSV one cell with semicolons."""
    parts = cell if isinstance(cell, list) else _words(field, cell).split(";")
    return tuple(_words(field, part) for part in parts)


_FIELDS: Mapping[str, Callable[[str, Any], Any]] = {
    "id": _words,
    "party": _party,
    "kind": partial(_token, get_args(PledgeKind)),
    "target_year": _year,
    "low": _number,
    "high": _number,
    "unit": _words,
    "basis": partial(_token, get_args(ReductionBasis)),
    "base_year": _year,
    "base_mtco2e": _number,
    "bau_mtco2e": _number,
    "level_low_mtco2e": _number,
    "level_high_mtco2e": _number,
    "level_is_published": _flag,
    "gas": partial(_token, get_args(Gas)),
    "lulucf": partial(_token, get_args(Lulucf)),
    "gross_net": _flag,
    "gwp": partial(_token, GWP_SETS),
    "qualifier": partial(_token, get_args(Qualifier)),
    "conditional": partial(_token, get_args(Conditional)),
    "about": _words,
    "leaves_out": _words,
    "assumed": _list,
    "firmness": partial(_token, get_args(Firmness)),
    "source": _words,
}
