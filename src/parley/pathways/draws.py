"""Draws of what pledges leave open; the central pathway is one draw with everything in the middle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Positions between 0 and 1 of one Party, each (draw,): 0.5 is central.

    ``target``: within a range, 0 the weak and 1 the strong end; ``base``: of revisions of the base year; ``peak_year``
    and ``peak_level``: of peaks, 0 early and low; ``land``: between models of land use, 0 the least CO2;
    ``gdp``: of growth, 0 slow, shared by all Parties; ``flat``: whether the level is held after the last target
    instead of constant effort, shared by all Parties.
    """

    target: FloatArray
    base: FloatArray
    peak_year: FloatArray
    peak_level: FloatArray
    land: FloatArray
    gdp: FloatArray
    flat: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return int(self.target.size)


def one_draw(target: float = 0.5, peak: float = 0.5) -> Draws:
    """One draw with everything in the middle but the target and, where given, the peak's year and level."""
    middle = np.full(1, 0.5)
    at_peak = np.full(1, peak)
    return Draws(np.full(1, target), middle, at_peak, at_peak, middle, middle, np.zeros(1, dtype=bool))


CENTRAL = one_draw()
