"""Which part of a range counts: by what depends on support, and by the draw.

A range whose stronger end depends on support (or of which we do not know) counts with its weaker end without support
and with its stronger end with it. Any other range is uncertain as a whole.
"""

from __future__ import annotations

import numpy as np

from parley.pathways.axes import FloatArray
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.setting import Setting

_MT = {"MtCO2e": 1.0, "MtCO2": 1.0, "GtCO2e": 1000.0, "GtCO2": 1000.0}


def find_cut(pledge: PathwayPledge, setting: Setting) -> FloatArray | None:
    """The cut, (draw,) [share, 0.5 for 50 %], None where the pledge has no percentage."""
    if pledge.unit != "%":
        return None
    between = _between(pledge.low, pledge.high, pledge, setting)
    return None if between is None else between / 100.0


def find_amount(pledge: PathwayPledge, setting: Setting) -> FloatArray | None:
    """The amount of a cut by tonnes, (draw,) [MtCO2e], None where the pledge has none."""
    between = _between(pledge.low, pledge.high, pledge, setting)
    return None if between is None or pledge.unit not in _MT else between * _MT[pledge.unit]


def find_level(pledge: PathwayPledge, setting: Setting) -> FloatArray | None:
    """The level in tonnes, (draw,) [MtCO2e], None where neither the pledge nor its publication has one."""
    if pledge.unit in _MT:
        between = _between(pledge.high, pledge.low, pledge, setting)
        if between is not None:
            return between * _MT[pledge.unit]
    return _between(pledge.level_high_mtco2e, pledge.level_low_mtco2e, pledge, setting)


def tell_end(pledge: PathwayPledge, setting: Setting) -> str:
    """Which end of a range is taken, in words; "" where there is but one value."""
    low, high = (pledge.low, pledge.high) if pledge.low is not None else _published(pledge)
    if low is None or high is None or low == high:
        return ""
    if pledge.conditional in ("stronger", "unknown"):
        known = "depends on support" if pledge.conditional == "stronger" else "may depend on support"
        end = "stronger" if setting.counts_conditional else "weaker"
        return f"of the range the {end} end, since the stronger one {known}"
    return "of the range the middle, or what was drawn"


def _between(weak: float | None, strong: float | None, pledge: PathwayPledge, setting: Setting) -> FloatArray | None:
    first = strong if weak is None else weak
    last = weak if strong is None else strong
    if first is None or last is None:
        return None
    if pledge.conditional in ("stronger", "unknown"):
        return np.full(len(setting.draws), last if setting.counts_conditional else first)
    return first + (last - first) * setting.draws.target


def _published(pledge: PathwayPledge) -> tuple[float | None, float | None]:
    return pledge.level_low_mtco2e, pledge.level_high_mtco2e
