"""Moving a series to meet another: the published methods of harmonising emissions.

The series is moved by the ratio or the offset between the two in the year they meet, which may fade linearly to nothing
by a later year, so that the far future is the series' own: Gidden et al. 2018, doi 10.1016/j.envsoft.2018.04.002.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from parley.errors import ScenarioError

_REDUCED = re.compile(r"reduce_(ratio|offset)_(\d{4})(_cov)?")


@dataclass(frozen=True, slots=True)
class Method:
    """How a species is harmonised: by a ratio or an offset that has faded by ``until`` (None: never), or not at all."""

    kind: Literal["ratio", "offset", "none"]
    until: int | None = None


METHODS = {
    "ratio": Method("ratio"),
    "offset": Method("offset"),
    "none": Method("none"),
    "constant_ratio": Method("ratio"),
    "constant_offset": Method("offset"),
    "model_zero": Method("offset"),
}
"""Methods by name, beside ``default`` and ``reduce_ratio_2080`` or ``reduce_offset_2150`` with any year.

The longer names are those of Gidden et al. and their program aneris, where ``model_zero``, for a scenario that is zero
throughout, is a constant offset too.
"""
FADING_RATIO = Method("ratio", 2080)
FADING_OFFSET = Method("offset", 2150)


def parse_method(name: str) -> Method:
    """The method called ``name``: a key of ``METHODS``, ``reduce_ratio_YEAR`` or ``reduce_offset_YEAR``.

    Raises ScenarioError for another name.
    """
    if name in METHODS:
        return METHODS[name]
    if found := _REDUCED.fullmatch(name):
        return Method("ratio" if found[1] == "ratio" else "offset", int(found[2]))
    raise ScenarioError(
        f"no method of harmonising is called {name!r}; there are default, {', '.join(METHODS)}, "
        "reduce_ratio_2080 and reduce_offset_2150 (with any year)"
    )


def harmonise(
    years: NDArray[np.int64], values: NDArray[np.float64], join_year: int, target: float, method: Method
) -> NDArray[np.float64]:
    """Values (year,) from ``join_year`` on, moved so that they equal ``target`` in ``join_year``.

    ``years`` increase and begin with ``join_year``; ``target`` has the unit of ``values``. A ratio needs a value other
    than zero in the join year, unless ``target`` is zero too.
    """
    if method.kind == "none":
        return values.copy()
    own = float(values[0])
    weight: NDArray[np.float64] = np.ones(years.size)
    if method.until is not None:
        weight = ((method.until - years) / (method.until - join_year)).clip(min=0.0)
    if method.kind == "offset":
        return values + (target - own) * weight
    ratio = target / own if own else 1.0
    return values * (1.0 + (ratio - 1.0) * weight)
