"""One rule for each kind of pledge: from what was pledged to emissions in the target year.

A rule takes a pledge and its setting and gives a ``Level`` with its derivation, or says why there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.absolute import quantify_absolute
from parley.pathways.rules.base_year import quantify_base_year
from parley.pathways.rules.bau import quantify_bau
from parley.pathways.rules.below_peak import quantify_below_peak
from parley.pathways.rules.intensity import quantify_intensity
from parley.pathways.rules.peak import quantify_peak
from parley.pathways.rules.setting import Setting

__all__ = ["REDUCTIONS", "Rule", "Setting", "quantify"]

Rule = Callable[[PathwayPledge, Setting], Level | NotQuantified]
REDUCTIONS: Mapping[str, Rule] = MappingProxyType(
    {
        "base_year": quantify_base_year,
        "absolute": quantify_absolute,
        "bau": quantify_bau,
        "intensity": quantify_intensity,
        "below_peak": quantify_below_peak,
    }
)
"""The rules of reductions by their basis."""

_NO_LEVEL = MappingProxyType(
    {
        "share": "a share of electricity or energy has no level of emissions; see its sensitivity",
        "capacity": "capacity has no level of emissions; see its sensitivity",
        "phase_out": "a phase-out of one use has no level of the whole; see its sensitivity",
        "finance": "money has no level of emissions",
        "temperature_goal": "a goal of warming is not a level of emissions",
        "other": "it says nothing of emissions as a whole that a level can be derived from",
    }
)


def quantify(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """What a pledge other than net zero comes to in its target year, or why that cannot be said."""
    if pledge.kind == "peak":
        return quantify_peak(pledge, setting)
    if pledge.kind != "reduction":
        return NotQuantified(pledge, _NO_LEVEL.get(pledge.kind, f"there is no rule for pledges of kind {pledge.kind}"))
    if reason := _why_not(pledge, setting):
        return NotQuantified(pledge, reason)
    return REDUCTIONS[pledge.basis or ""](pledge, setting)


def _why_not(pledge: PathwayPledge, setting: Setting) -> str | None:
    """What keeps every rule of reductions from giving a level."""
    if pledge.basis not in REDUCTIONS:
        return "it does not say what the reduction is measured from"
    if pledge.target_year is None:
        return "it names no target year"
    if pledge.target_year <= setting.data_year:
        return f"its target year {pledge.target_year} lies in the data, which end in {setting.data_year}"
    if pledge.target_year > setting.last_year:
        return f"its target year {pledge.target_year} is after {setting.last_year}"
    if pledge.gas not in (None, "GHG", "CO2"):
        return f"it is of {pledge.gas} alone, not of all gases or CO2"
    if pledge.about:
        return f"it is of a part of emissions ({pledge.about}) that our base series do not have"
    return None
