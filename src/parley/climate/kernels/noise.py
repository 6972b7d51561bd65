"""Normal random numbers that depend only on a seed and a place in its sequence.

A number is a hash of the seed and the place (the finaliser of SplitMix64, Steele, Lea and Flood 2014), so that a
member's noise is the same whichever members run beside it, on whichever thread, in whichever order.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.compiling import compiled, inlined
from parley.climate.kernels.functions import float_of, log, sine_cosine_of_turn

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_ONE_BITS = np.uint64(0x3FF0000000000000)
_S12, _S27, _S30, _S31 = np.uint64(12), np.uint64(27), np.uint64(30), np.uint64(31)


@inlined
def mixed(number: np.uint64) -> np.uint64:
    """``number`` with its bits thoroughly mixed; different numbers stay different."""
    number = (number ^ (number >> _S30)) * _FIRST
    number = (number ^ (number >> _S27)) * _SECOND
    return number ^ (number >> _S31)


@inlined
def uniform(seed: np.uint64, place: np.uint64) -> float:
    """A number of the seed's sequence, evenly from 0 (excluded) to 1 (included)."""
    bits = mixed(seed + (place + np.uint64(1)) * _GOLDEN)
    return 2.0 - float_of(int(np.int64((bits >> _S12) | _ONE_BITS)))


@inlined
def normal_pair(seed: np.uint64, place: np.uint64) -> tuple[float, float]:
    """Two independent standard normal numbers (Box and Muller 1958)."""
    radius = math.sqrt(-2.0 * log(uniform(seed, np.uint64(2) * place)))
    sine, cosine = sine_cosine_of_turn(uniform(seed, np.uint64(2) * place + np.uint64(1)))
    return radius * sine, radius * cosine


@compiled
def fill_mixed(seeds: NDArray[np.uint64], seed: np.uint64, filled: NDArray[np.uint64]) -> None:
    """Mix each of ``seeds`` with one ``seed``, so that neighbouring seeds begin far apart."""
    for place in range(seeds.size):
        filled[place] = mixed(seeds[place] + mixed(seed + _GOLDEN))
