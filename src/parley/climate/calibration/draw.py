"""The members that are shipped: equally likely, drawn from the weighted ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.errors import CalibrationError

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]

_STREAM = 1_000
"""The draw's own sequence of random numbers, which no prior uses."""


def draw_members(weights: Array, size: int, seed: int, order_by: Array) -> IntArray:
    """Places of ``size`` different members, increasing; how likely each is to be drawn goes with its weight.

    Systematic sampling (Madow 1949) along ``order_by`` (member,): one comb of equal steps laid over the members in that
    order, so that the drawn have its distribution nearly as the weighted do, without the noise of independent draws.
    FaIR's calibration draws one after the other instead. A member that weighs more than a step is drawn once, for
    certain, and what it weighs more goes to the others. Raises CalibrationError when fewer members have weight.
    """
    chances = _chances(weights, size)
    order = np.argsort(order_by, kind="stable")
    start = np.random.Generator(np.random.PCG64DXSM(np.random.SeedSequence(seed, spawn_key=(_STREAM,)))).random()
    reached = np.cumsum(chances[order])
    # The sum is size but for rounding; that way no tooth of the comb falls off the end.
    reached *= size / reached[-1]
    teeth = np.searchsorted(reached, np.arange(size) + start, side="right")
    return np.sort(order[np.minimum(teeth, order.size - 1)])


def _chances(weights: Array, size: int) -> Array:
    """Of being drawn, (member,), with sum ``size`` and none above 1."""
    if int((weights > 0.0).sum()) < size:
        raise CalibrationError(
            f"{int((weights > 0.0).sum())} members meet all targets, but {size} are to be drawn; draw more priors, or "
            "fewer members"
        )
    certain = np.zeros(weights.size, dtype=bool)
    while True:
        others = np.where(certain, 0.0, weights)
        chances = np.where(certain, 1.0, others * ((size - certain.sum()) / max(others.sum(), 1e-300)))
        above = chances > 1.0
        if not above.any():
            return np.asarray(chances)
        certain |= above
