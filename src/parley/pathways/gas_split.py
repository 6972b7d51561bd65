"""How a total of all gases is shared among them: fossil CO2 is cut, and the other gases follow as in the scenarios.

Where fossil CO2 is cut by the share ``u`` of current policy, another gas is cut by ``e u``, with ``e`` of
``responses.gas_response``, but never below what is left of it at net zero: 40 % (35 to 45) of 2020, AR6's residual CH4
and N2O. The total is piecewise linear in ``u`` and never rises with it, so that ``u`` is found exactly.
"""

from __future__ import annotations

import numpy as np

from parley.pathways.axes import CO2_FFI, CO2_LAND, FloatArray, place, weights
from parley.pathways.responses import gas_response

RESIDUAL_YEAR = 2020
RESIDUAL_WEAK, RESIDUAL_STRONG = 0.45, 0.35
_UNLIMITED = 1e9


def residual_share(target: FloatArray) -> FloatArray:
    """What is left of gases other than CO2 at the least, as a share of 2020, (draw,), for positions in a range."""
    return RESIDUAL_WEAK + (RESIDUAL_STRONG - RESIDUAL_WEAK) * target


def split_total(total: FloatArray, emissions: FloatArray, share: FloatArray, columns: slice, gwp: str) -> FloatArray:
    """What every gas is multiplied with to bring ``emissions`` to a total without land use, (draw, gas, year).

    ``total`` is (draw, year) [MtCO2e under ``gwp``] for the years of ``columns``; ``emissions`` (gas, year) is current
    policy, ``share`` the residual share (draw,). Above one where the total is above current policy.
    """
    levels, response = emissions[:, columns], gas_response()[:, columns]
    room = _room(levels, response, share[:, None, None] * emissions[:, place(RESIDUAL_YEAR), None])
    cut = _cuts(total, levels, weights(gwp, land=False)[:, None], response, room)
    factors: FloatArray = 1.0 - np.minimum(response * cut[:, None], response * room)
    factors[:, CO2_FFI] = 1.0 - cut
    factors[:, CO2_LAND] = 1.0
    return factors


def _cuts(
    total: FloatArray, levels: FloatArray, counts: FloatArray, response: FloatArray, room: FloatArray
) -> FloatArray:
    """The cut of fossil CO2 that leads to the total, (draw, year); gas after gas comes to its residual."""
    counted = counts * levels
    responding = counted * response
    need = counted.sum(axis=0) - total
    cut = _ratio(need, responding.sum(axis=0))
    full = cut[:, None] > room
    while full.any():
        left = need - np.where(full, responding * room, 0.0).sum(axis=1)
        cut = _ratio(left, np.where(full, 0.0, responding).sum(axis=1))
        fuller = full | (cut[:, None] > room)
        if (fuller == full).all():
            break
        full = fuller
    return cut


def convert_total(
    total: FloatArray, emissions: FloatArray, share: FloatArray, year: int, metrics: tuple[str, str]
) -> FloatArray:
    """A total without land use under the second of two metrics, (draw,) [MtCO2e], by the gases that make it up."""
    if metrics[0] == metrics[1]:
        return total
    columns = slice(place(year), place(year) + 1)
    kept = split_total(total[:, None], emissions, share, columns, metrics[0])[:, :, 0]
    converted: FloatArray = kept @ (weights(metrics[1], land=False) * emissions[:, place(year)])
    return converted


def _room(levels: FloatArray, response: FloatArray, residual: FloatArray) -> FloatArray:
    """By how much fossil CO2 can be cut before each gas is down to its residual, (draw, gas, year)."""
    above = np.maximum(levels - residual, 0.0)
    moved = levels * response
    room = np.full(above.shape, _UNLIMITED)
    np.divide(above, moved, out=room, where=moved > 0)
    room[:, CO2_FFI] = _UNLIMITED
    return room


def _ratio(part: FloatArray, whole: FloatArray) -> FloatArray:
    """Part by whole, zero where there is nothing to be cut."""
    found = np.zeros(np.broadcast_shapes(part.shape, whole.shape))
    np.divide(part, whole, out=found, where=whole > 0)
    return found
