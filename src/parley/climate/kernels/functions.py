"""Elementary functions that vectorise: polynomials of full double accuracy, in plain arithmetic.

Numba from the package index has no vector mathematics, so that a call of ``math.exp`` keeps a loop scalar. These
have no branches and no calls. Largest errors against NumPy, in units in the last place: ``exp`` 1, ``expm1`` 2,
``log`` 1; ``sine_cosine_of_turn`` is within 4e-16 (tests).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, cast

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from parley.climate.kernels.compiling import inlined

_LOG2_E = 1.0 / math.log(2.0)
# ln 2 in two parts: the first has so few digits that k ln 2 is exact.
_LN2_HIGH = float.fromhex("0x1.62e42feep-1")
_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
# Adding 1.5 * 2**52 rounds to a whole number, which then stands in the last bits.
_ROUNDER = 6755399441055744.0
_ROUNDER_BITS = 0x4338000000000000
_ONE_BITS = 1023 << 52
_SQRT_HALF_BITS = 0x3FE6A09E667F3BCD
_LOWEST, _HIGHEST = -708.0, 709.0


def _bits_of(typing_context: Any, number: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.IntType(64))

    return types.int64(types.float64), generate


def _float_of(typing_context: Any, bits: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.DoubleType())

    return types.float64(types.int64), generate


# Numba gives an intrinsic the signature of what makes its code; these are the ones it is called with.
bits_of: Callable[[float], int] = cast(Any, intrinsic(_bits_of))
"""The 64 bits of a float64 as int64."""
float_of: Callable[[int], float] = cast(Any, intrinsic(_float_of))
"""The float64 that has these 64 bits."""


@inlined
def _reduced(x: float) -> tuple[float, float]:
    """2**k and exp(r) - 1 where x = k ln 2 + r, with abs(r) at most ln(2) / 2; x is cut to -708 … 709."""
    x = min(max(x, _LOWEST), _HIGHEST)
    shifted = x * _LOG2_E + _ROUNDER
    k = shifted - _ROUNDER
    r = (x - k * _LN2_HIGH) - k * _LN2_LOW
    # The Taylor series, its terms paired so that few have to wait for others.
    r2 = r * r
    r4 = r2 * r2
    low = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0))
    middle = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40320.0 + r * (1.0 / 362880.0))
    high = (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + r2 * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0))
    q = low + r4 * (middle + r4 * high)
    return float_of((bits_of(shifted) << 52) + _ONE_BITS), q * r2 + r


@inlined
def exp(x: float) -> float:
    """e**x for x within -708 … 709; what lies outside is cut to that."""
    power, q = _reduced(x)
    return power * q + power


@inlined
def expm1(x: float) -> float:
    """e**x - 1, accurate near 0 too."""
    power, q = _reduced(x)
    return power * q + (power - 1.0)


@inlined
def log(x: float) -> float:
    """The natural logarithm of a positive number; NaN for any other."""
    bits = bits_of(x)
    k = (bits - _SQRT_HALF_BITS) >> 52
    exponent = float_of(k + _ROUNDER_BITS) - _ROUNDER
    f = float_of(bits - (k << 52)) - 1.0
    s = f / (f + 2.0)
    z = s * s
    z2 = z * z
    z4 = z2 * z2
    low = (2.0 / 3.0 + z * (2.0 / 5.0)) + z2 * (2.0 / 7.0 + z * (2.0 / 9.0))
    middle = (2.0 / 11.0 + z * (2.0 / 13.0)) + z2 * (2.0 / 15.0 + z * (2.0 / 17.0))
    high = (2.0 / 19.0 + z * (2.0 / 21.0)) + z2 * (2.0 / 23.0)
    p = low + z4 * (middle + z4 * high)
    # ln(1 + f) = f - s (f - z p): the form of fdlibm, exact where f is small.
    half = 0.5 * f * f
    value = exponent * _LN2_HIGH - ((half - (s * (half + z * p) + exponent * _LN2_LOW)) - f)
    return value if x > 0.0 else math.nan


@inlined
def sine_cosine_of_turn(turn: float) -> tuple[float, float]:
    """sin and cos of 2 pi ``turn``, for turns from 0 to 1."""
    shifted = 4.0 * turn + _ROUNDER
    quarter = bits_of(shifted) & 3
    x = (4.0 * turn - (shifted - _ROUNDER)) * (0.5 * math.pi)
    z = x * x
    sine = -1.0 / 1307674368000.0
    sine = sine * z + 1.0 / 6227020800.0
    sine = sine * z - 1.0 / 39916800.0
    sine = sine * z + 1.0 / 362880.0
    sine = sine * z - 1.0 / 5040.0
    sine = sine * z + 1.0 / 120.0
    sine = sine * z - 1.0 / 6.0
    sine = sine * z * x + x
    cosine = 1.0 / 20922789888000.0
    cosine = cosine * z - 1.0 / 87178291200.0
    cosine = cosine * z + 1.0 / 479001600.0
    cosine = cosine * z - 1.0 / 3628800.0
    cosine = cosine * z + 1.0 / 40320.0
    cosine = cosine * z - 1.0 / 720.0
    cosine = cosine * z + 1.0 / 24.0
    cosine = cosine * z - 0.5
    cosine = cosine * z + 1.0
    swapped = (quarter & 1) == 1
    upright = cosine if swapped else sine
    level = sine if swapped else cosine
    return (
        -upright if (quarter & 2) == 2 else upright,
        -level if ((quarter + 1) & 2) == 2 else level,
    )
