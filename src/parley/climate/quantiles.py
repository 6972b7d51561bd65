"""Quantiles over members that are equally likely."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from parley.errors import ClimateError

FloatArray = npt.NDArray[np.float64]


def check_quantiles(quantiles: Sequence[float]) -> tuple[float, ...]:
    """``quantiles`` from small to large, each once. Raises ClimateError unless all are between 0 and 1."""
    if not quantiles:
        raise ClimateError("no quantiles were given; give at least one, such as 0.5 for the median")
    for quantile in quantiles:
        if not 0 <= quantile <= 1:
            raise ClimateError(f"{quantile!r} is not a quantile; give fractions between 0 and 1, such as 0.05 for 5 %")
    return tuple(sorted({float(quantile) for quantile in quantiles}))


def quantiles_of(ordered: FloatArray, quantiles: Sequence[float]) -> FloatArray:
    """Quantiles between members, (quantile, ...), of values (..., member) that are sorted along members.

    Linear between the two nearest members: type 7 of Hyndman and Fan (1996), as NumPy and R have it by default.
    """
    place = np.asarray(quantiles, dtype=np.float64) * (ordered.shape[-1] - 1)
    lower = np.floor(place).astype(np.int64)
    upper = np.minimum(lower + 1, ordered.shape[-1] - 1)
    below, above = ordered[..., lower], ordered[..., upper]
    found: FloatArray = np.moveaxis(below + (above - below) * (place - lower), -1, 0)
    return found


def years_reached(years: FloatArray, quantiles: Sequence[float]) -> tuple[int | None, ...]:
    """By quantile, the first year by which at least that share of members is there; None when fewer ever are.

    ``years`` is the year of each member, (member,), infinite for one that never gets there.
    """
    ordered = np.sort(years)
    # The smallest difference would make 0.07 * 100 members the eighth.
    places = [max(0, math.ceil(round(quantile * ordered.size, 9)) - 1) for quantile in quantiles]
    return tuple(int(ordered[place]) if math.isfinite(ordered[place]) else None for place in places)
