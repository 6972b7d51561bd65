"""A commitment, or what somebody wants to be one."""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import OUTLET, Attribution, Report

PledgeKind = Literal[
    "net_zero", "peak", "reduction", "share", "capacity", "phase_out", "finance", "temperature_goal", "other"
]
ReductionBasis = Literal["base_year", "bau", "intensity", "absolute", "below_peak"]
Firmness = Literal["urged", "proposed", "drafted", "planned", "pledged", "in_policy", "in_law", "achieved"]
Gas = Literal["CO2", "CH4", "N2O", "F-gases", "GHG"]
Qualifier = Literal["by", "before", "around", "from", "in", "after"]


class Pledge(Report):
    """What a Party (``WLD`` for a goal of all) committed to, by when, how firmly.

    ``low`` and ``high`` are the value in ``unit`` (equal for a single number): ``%``, ``GW``, ``USD``, ``degC``,
    ``MtCO2e``, … ``to_level`` is true for "to 40 % of", false for "by 40 %". ``about`` says of what (coal, methane,
    electricity, finance). ``urged_by`` names who asks when firmness is ``urged``. ``replaces`` is the id of the older
    pledge in the same document. ``condition`` is the text of a condition ("with international support").
    """

    prefix: ClassVar[str] = "ple"
    kind_of_report: ClassVar[str] = "pledge"

    party: str
    kind: PledgeKind
    firmness: Firmness = "pledged"
    basis: ReductionBasis | None = None
    gas: Gas | None = None
    lulucf: Literal["included", "excluded", "unknown"] = "unknown"
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    to_level: bool = False
    base_year: int | None = None
    target_year: int | None = None
    qualifier: Qualifier | None = None
    about: str | None = None
    condition: str | None = None
    urged_by: tuple[str, ...] = ()
    replaces: str | None = None
    attribution: Attribution = OUTLET
