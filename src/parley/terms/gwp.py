"""Global warming potentials: what a tonne of each gas counts for in tonnes of CO2, under each set in use.

Source of ``data/gwp.csv``: IPCC assessment reports as collected in openclimatedata/globalwarmingpotentials 0.13.2
(CC0). SAR: WG1 Table 4; TAR: WG1 Table 6.7; AR4: WG1 Table 2.14; AR5: WG1 Table 8.A.1; ``AR5CCF``: AR5 with
climate-carbon feedbacks, Table 8.SM.16; AR6: WG1 Table 7.SM.7. AR6 gives fossil and other methane apart; ``CH4`` is its
value for methane of unknown origin. ``superseded`` holds a value that an erratum has replaced (SF6 in AR6: 25,200 as
first printed and still in many tools, 24,300 corrected).

>>> gwp("CH4", "AR6GWP100")
27.9
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from parley.errors import UsageError

GwpSet = Literal["SARGWP100", "TARGWP100", "AR4GWP100", "AR5GWP100", "AR5CCFGWP100", "AR6GWP100", "AR6GWP20"]
GWP_SETS: tuple[GwpSet, ...] = get_args(GwpSet)


@dataclass(frozen=True, slots=True)
class Gwp:
    """The potential of one gas in one set [tonnes of CO2 per tonne]; ``superseded`` is what an erratum replaced."""

    gas: str
    metric: GwpSet
    value: float
    superseded: float | None = None
    note: str = ""


def gwp(gas: str, metric: str) -> float:
    """Tonnes of CO2 that a tonne of ``gas`` counts for under ``metric``, corrected by errata.

    ``gas`` is a name such as ``CH4``, ``CH4 fossil``, ``CH4 non-fossil``, ``SF6`` or ``HFC134a`` (``HFC-134a`` too).
    Raises UsageError for a set or gas that is not in the table, and for a gas that the set does not give.
    """
    return find_gwp(gas, metric).value


def find_gwp(gas: str, metric: str) -> Gwp:
    """The entry of the table behind ``gwp``. Raises UsageError as ``gwp`` does."""
    if metric not in GWP_SETS:
        raise UsageError(f"{metric!r} is not a set of warming potentials; there are {', '.join(GWP_SETS)}")
    name = _spellings().get(_key(gas))
    if name is None:
        raise UsageError(f"{gas!r} has no warming potential here; the gases of {metric}: {', '.join(gases(metric))}")
    found = _table().get((name, metric))
    if found is None:
        given = ", ".join(each for each in GWP_SETS if (name, each) in _table())
        raise UsageError(f"{metric} gives no warming potential for {name}; take one of {given}")
    return found


def gases(metric: str) -> tuple[str, ...]:
    """The gases that a set gives, in the order of the table; empty for an unknown set."""
    return tuple(gas for gas, each in _table() if each == metric)


def _key(gas: str) -> str:
    return "".join(letter for letter in gas.casefold() if letter.isalnum())


@cache
def _spellings() -> Mapping[str, str]:
    return {_key(gas): gas for gas, _ in _table()}


@cache
def _table() -> Mapping[tuple[str, str], Gwp]:
    text = files("parley.terms").joinpath("data", "gwp.csv").read_text(encoding="utf-8")
    return {(row["gas"], row["metric"]): _entry(row) for row in csv.DictReader(text.splitlines())}


def _entry(row: Mapping[str, str]) -> Gwp:
    metric = next(each for each in GWP_SETS if each == row["metric"])
    superseded = float(row["superseded"]) if row["superseded"] else None
    return Gwp(row["gas"], metric, float(row["gwp"]), superseded, row["note"])
