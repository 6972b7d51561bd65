"""The members that are shipped: equally likely, drawn from the weighted ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.streams import Process, open_stream
from parley.errors import CalibrationError

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]


def draw_members(weights: Array, size: int, seed: int, order_by: Array) -> IntArray:
    """Places of ``size`` different members, increasing; how likely each is to be drawn goes with its weight.

    Systematic sampling (Madow 1949) along ``order_by`` (member,): one comb of equal steps laid over the members in that
    order, so that the drawn have its distribution nearly as the weighted do, without the noise of independent draws.
    FaIR's calibration draws one after the other instead. Raises CalibrationError when fewer members have weight, or one
    weighs more than a step of the comb.
    """
    chances = _chances(weights, size)
    order = np.argsort(order_by, kind="stable")
    start = open_stream(seed, Process.DRAW_OF_MEMBERS, 0).random()
    reached = np.cumsum(chances[order])
    teeth = np.searchsorted(reached, np.arange(size) + start, side="right")
    # The sum is size but for rounding, so that the last tooth may fall off the end.
    last = np.flatnonzero(chances[order])[-1]
    return np.sort(order[np.minimum(teeth, last)])


def _chances(weights: Array, size: int) -> Array:
    """Of being drawn, (member,), with sum ``size``."""
    there = int(np.count_nonzero(weights))
    if there < size:
        raise CalibrationError(
            f"{there} members meet all targets, but {size} are to be drawn; draw more priors, or fewer members"
        )
    chances = weights * (size / weights.sum())
    if (chances > 1.0 + 1e-9).any():
        raise CalibrationError(
            f"a member weighs as much as {chances.max():.3g} of the {size} to be drawn; bound the weights by 1/{size}"
        )
    return np.asarray(chances)
