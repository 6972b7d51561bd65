"""What a pledge says, as values: when two reports are of one pledge, what may take its place, which asks more."""

from __future__ import annotations

from collections.abc import Hashable

from parley.records import Pledge

NOT_STANDING = frozenset(["drafted", "proposed", "urged"])
"""How firm what is listed beside the pledges is, not among them."""
_ABOUT_MATTERS = frozenset(["phase_out", "capacity", "share", "finance"])
_OF_ONE_GAS = frozenset(["CH4", "N2O", "F-gases"])
_BY_YEAR = frozenset(["net_zero", "peak"])
_BY_VALUE = frozenset(["reduction", "share", "capacity"])
_LESS_IS_MORE = frozenset(["coal", "oil", "fossil", "fossil fuels", "gas"])


def same_pledge(one: Pledge, other: Pledge) -> bool:
    """Two reports of one pledge: nothing that both state differs, but for the base year, of which news is careless."""
    if one.target_year != other.target_year or (one.unit and other.unit and one.unit != other.unit):
        return False
    if not values_agree(one, other) or (one.kind == "reduction" and not _of_one_scope(one, other)):
        return False
    if one.kind == "other" and (one.about or one.gas) != (other.about or other.gas):
        return False
    return not (one.about and other.about and one.about != other.about and one.kind in _ABOUT_MATTERS)


def values_agree(one: Pledge, other: Pledge) -> bool:
    """Whether one of the two gives no value, or an end of the other's range."""
    mine, yours = value_of(one), value_of(other)
    if mine is None or yours is None or mine == yours:
        return True
    return (mine[0] == mine[1] and mine[0] in yours) or (yours[0] == yours[1] and yours[0] in mine)


def value_of(pledge: Pledge) -> tuple[float, float] | None:
    """Its range; a level in per cent as the cut that it means."""
    if pledge.low is None:
        return None
    low, high = pledge.low, pledge.low if pledge.high is None else pledge.high
    if pledge.kind == "reduction" and pledge.to_level and pledge.unit == "%":
        return 100 - high, 100 - low
    return low, high


def _of_one_scope(one: Pledge, other: Pledge) -> bool:
    if (one.gas in _OF_ONE_GAS or other.gas in _OF_ONE_GAS) and one.gas != other.gas:
        return False
    intensity = (one.basis == "intensity", other.basis == "intensity")
    return intensity[0] == intensity[1] or None in (one.basis, other.basis)


def matter_of(pledge: Pledge) -> Hashable:
    """What a later pledge must be of to take its place; None where several stand beside one another.

    A cut for 2035 leaves that for 2030 as it is, and what hangs on a condition leaves what does not.
    """
    part = pledge.gas if pledge.gas in _OF_ONE_GAS else None
    if pledge.kind in _BY_YEAR and pledge.target_year is not None:
        return pledge.party, pledge.kind, pledge.about, part, bool(pledge.condition)
    if pledge.kind not in _BY_VALUE or pledge.low is None or pledge.target_year is None:
        return None
    if pledge.kind != "reduction" and pledge.about is None:
        return None
    counted = "intensity" if pledge.basis == "intensity" else pledge.unit
    return pledge.party, pledge.kind, pledge.target_year, pledge.about, part, counted, bool(pledge.condition)


def strength(pledge: Pledge) -> float | None:
    """The higher the more it asks, among pledges of one matter; None where that cannot be told."""
    if pledge.kind in (*_BY_YEAR, "phase_out"):
        return None if pledge.target_year is None else -float(pledge.target_year)
    value = value_of(pledge)
    if value is None or pledge.kind not in _BY_VALUE:
        return None
    middle = sum(value) / 2
    level = pledge.kind == "reduction" and pledge.unit != "%" and (pledge.to_level or pledge.basis == "absolute")
    return -middle if level or (pledge.kind != "reduction" and pledge.about in _LESS_IS_MORE) else middle
