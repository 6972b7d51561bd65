"""What a claim cannot mean: a share in gigawatts, a share above the whole, a year that has no figures yet."""

from __future__ import annotations

import re

from parley.checking.assertion import Assertion
from parley.errors import UsageError
from parley.terms.units import unit as known_unit

_SHARES = frozenset(("emissions_share", "coal_share", "electricity_share", "energy_share"))
_RANKS = frozenset(("rank_emitter", "rank_economy", "coal_rank"))
_NEVER_NEGATIVE = _SHARES | {"coal_capacity", "per_capita", "population", "gdp"}
_TAKES = {
    "emissions": ("emissions", "mass"),
    "per_capita": ("emissions", "mass"),
    "cumulative": ("emissions", "mass", "percent"),
    "coal_capacity": ("power", "percent"),
    "coal_use": ("energy", "percent", "mass"),
    "gdp": ("money", "percent"),
    **dict.fromkeys(_SHARES, ("percent",)),
}
_NAMES = {
    "emissions_share": "a share of emissions",
    "coal_share": "a share of coal",
    "electricity_share": "a share of electricity",
    "energy_share": "a share of energy",
    "per_capita": "emissions per head",
    "cumulative": "emissions of many years",
    "gdp": "the size of an economy",
    "coal_capacity": "coal power",
}
_IN_WORDS = {
    "emissions": "emissions are given in tonnes",
    "per_capita": "emissions per head are given in tonnes",
    "cumulative": "emissions of many years are given in tonnes, or as a share",
    "coal_capacity": "capacity is given in gigawatts, or as a share",
    "coal_use": "coal use is given as energy, or as a share",
    "gdp": "output is given in dollars, or as a share",
    **dict.fromkeys(_SHARES, "a share is given in per cent"),
    **dict.fromkeys(_RANKS, "a place in an order is a number"),
}


def wrong_unit(assertion: Assertion) -> str:
    """Why the figure cannot be of what is claimed, in plain words; empty where it can."""
    takes = _TAKES.get(assertion.measure)
    unit = assertion.unit or ""
    if assertion.measure in _RANKS and unit and not unit.startswith("rank"):
        return f"{_figure(assertion)} is no rank: {_IN_WORDS[assertion.measure]}"
    if takes is None or not unit or assertion.low is None:
        return ""
    if _dimension(unit) in takes:
        return ""
    return f"{_figure(assertion)} cannot be {_what(assertion)}: {_IN_WORDS[assertion.measure]}"


def absurd(assertion: Assertion) -> str:
    """What no figure of the kind can be, in plain words; empty where nothing is wrong with it."""
    low = assertion.low
    if low is None:
        return ""
    if assertion.measure in _SHARES and low > 100:
        return f"no share is above 100 %, and this one is {_figure(assertion)}"
    if assertion.measure in _NEVER_NEGATIVE and low < 0:
        return f"{_figure(assertion)} is below zero, which this cannot be"
    if assertion.measure in _RANKS and (low < 1 or low != int(low)):
        return f"there is no place {low:g} in an order: places begin with 1"
    if assertion.measure == "change" and assertion.unit == "%" and _falls_below_zero(assertion):
        return f"nothing can fall by more than all of it, and this is {_figure(assertion)}"
    return ""


def _falls_below_zero(assertion: Assertion) -> bool:
    low = assertion.low or 0.0
    return low < -100 or (assertion.direction == "down" and low > 100)


def _dimension(token: str) -> str:
    if token.startswith("%") or token == "pp":
        return "percent"
    head = re.split(r"/| ", token, maxsplit=1)[0]
    try:
        return known_unit(head).dimension
    except UsageError:
        return "unknown"


def _figure(assertion: Assertion) -> str:
    return f"{assertion.written or f'{assertion.low or 0.0:g}'} {assertion.unit or ''}".strip()


def _what(assertion: Assertion) -> str:
    return _NAMES.get(assertion.measure, assertion.measure.replace("_", " "))
