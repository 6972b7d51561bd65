"""A claim as one place of the text makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.reading.numbers import NumberMention
from parley.records.claim import Comparator, Measure


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim at characters ``start`` to ``end`` of the document; ``figure`` is its number as ``(low, high, unit)``.

    ``sentence`` is the number of the sentence, ``dimension`` what kind of number the figure is.
    """

    measure: Measure
    subject: str | None
    figure: tuple[float, float, str | None]
    start: int
    end: int
    sentence: int
    comparator: Comparator = "="
    written: str | None = None
    year: int | None = None
    against: tuple[str, ...] = ()
    dimension: str = "rank"

    def of(self, subject: str | None) -> Draft:
        """The same said of somebody else."""
        return replace(self, subject=subject)


def figure_of(number: NumberMention) -> tuple[float, float, str | None]:
    """A number in the unit that claims use: tonnes for emissions, GW for power, per cent for fractions, else its
    own. Of a change from one figure to another it is the one arrived at."""
    number = _arrived_at(number)
    if number.percent is not None:
        low, high = number.percent
        return round(low, 4), round(high, 4), "%"
    if number.dimension == "emissions":
        return number.base_low, number.base_high, number.base_unit
    if number.dimension == "power":
        return round(number.base_low / 1e9, 6), round(number.base_high / 1e9, 6), "GW"
    if number.dimension == "mass":
        return number.base_low / 1000, number.base_high / 1000, "tCO2"
    if number.dimension == "multiple":
        return number.low, number.high, "times"
    return number.low, number.high, number.unit


def _arrived_at(number: NumberMention) -> NumberMention:
    match number.shape:
        case "rise":
            return replace(number, low=number.high, base_low=number.base_high)
        case "fall":
            return replace(number, high=number.low, base_high=number.base_low)
        case _:
            return number
