"""A claim as one place of the text makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.reading.numbers import NumberMention
from parley.records.claim import Comparator, Direction, Measure
from parley.records.pledge import Gas

Figure = tuple[float | None, float | None, str | None]


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words say of how a figure is counted, as in ``Claim``; None where they are silent."""

    about: str | None = None
    gas: Gas | None = None
    basis: str | None = None
    base_year: int | None = None
    direction: Direction | None = None
    denied: bool = False

    def fits(self, other: Scope) -> bool:
        """Whether the two may be said of one thing: what both say is the same."""
        return self.denied == other.denied and all(
            one is None or another is None or one == another
            for one, another in (
                (self.about, other.about),
                (self.gas, other.gas),
                (self.basis, other.basis),
                (self.base_year, other.base_year),
                (self.direction, other.direction),
            )
        )

    def completed(self, other: Scope) -> Scope:
        """The scope with what it leaves out taken from ``other``."""
        return Scope(
            about=self.about or other.about,
            gas=self.gas or other.gas,
            basis=self.basis or other.basis,
            base_year=self.base_year or other.base_year,
            direction=self.direction or other.direction,
            denied=self.denied or other.denied,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim at characters ``start`` to ``end`` of the document; ``figure`` is its number as ``(low, high, unit)``.

    ``sentence`` is the number of the sentence, ``dimension`` what kind of number the figure is, ``place`` where in the
    document the number or the words that stand for it begin and end. ``against`` are those compared with (``together``:
    their sum), ``subjects`` those of whom it is said together.
    """

    measure: Measure
    subject: str | None
    figure: Figure
    start: int
    end: int
    sentence: int
    comparator: Comparator = "="
    written: str | None = None
    year: int | None = None
    against: tuple[str, ...] = ()
    dimension: str = "rank"
    place: tuple[int, int] | None = None
    subjects: tuple[str, ...] = ()
    together: bool = False
    scope: Scope = Scope()

    @property
    def is_of_the_world(self) -> bool:
        """Whether the figure is a share of what the whole world has."""
        return (self.figure[2] or "").startswith("% of world")


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
