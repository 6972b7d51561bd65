"""Orders and numbers that look drawn and are always the same, on any machine and with any version of NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def permutation(names: Sequence[str], key: str) -> list[int]:
    """Places of ``names`` in an order that depends on the names and on ``key`` alone."""
    return sorted(range(len(names)), key=lambda at: _digest(f"{key}|{names[at]}"))


@lru_cache(maxsize=4096)
def evenly_spread(name: str, size: int) -> FloatArray:
    """Numbers between 0 and 1, (size,), one in each of ``size`` equal parts, in an order that depends on ``name``.

    Latin hypercube sampling (McKay et al. 1979) when each quantity has a name of its own.
    """
    order = sorted(range(size), key=lambda at: _digest(f"{name}|{at}"))
    found = np.empty(size)
    found[order] = (np.arange(size) + 0.5) / size
    found.setflags(write=False)
    return found


def _digest(text: str) -> bytes:
    return sha256(text.encode()).digest()
