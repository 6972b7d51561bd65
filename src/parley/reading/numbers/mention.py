"""What is found: a number with its unit, its hedge and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Comparator = Literal["=", "<", ">", "~"]
Shape = Literal["single", "range", "rise", "fall"]


@dataclass(frozen=True, slots=True)
class NumberMention:
    """One number, or one range, of a text: ``text == document[start:end]``, hedge words left out.

    ``low`` and ``high`` are in ``unit``, scale words multiplied out (3.5 trillion dollars: 3.5e12 ``USD``; 12.1 GtCO2e:
    12.1 ``GtCO2e``); equal for a single number. An open end is not infinity but the ``comparator``: "more than 40" is
    40 to 40 with ``>`` ("less than", "up to", "within", "top five" are ``<``; "about", "nearly" are ``~``).
    ``shape`` is ``rise`` or ``fall`` for "from 25% to 30%", which may also be meant as a range; ``low <= high`` always.
    ``base_low``, ``base_high`` are in ``base_unit``, the canonical unit of what is measured.

    ``dimension`` is one of ``terms.units`` (money, power, emissions, …) or ``count``, ``fraction`` (half: 0.5),
    ``multiple`` (twice: 2), ``rank`` ("second-largest": 2; "top two": 2 with ``<``), ``ordinal`` ("26th").
    ``per`` is what it is counted over ("$100 billion a year": ``year``).
    ``written`` is the number as written, without its unit; ``step`` what one in its last written digit is worth, in
    ``unit`` (None where there is none, as in "half"); ``vague`` marks "dozens", "hundreds of".
    ``hedge`` is the wording behind the comparator. ``same_as`` is the (start, end) of the mention that gives the same
    figure in another unit, as in "12 trillion won ($10 billion)"; each of the two names the other.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str | None
    dimension: str
    comparator: Comparator = "="
    hedge: str | None = None
    shape: Shape = "single"
    per: str | None = None
    written: str = ""
    step: float | None = None
    vague: bool = False
    base_low: float = 0.0
    base_high: float = 0.0
    base_unit: str | None = None
    same_as: tuple[int, int] | None = None

    @property
    def percent(self) -> tuple[float, float] | None:
        """The range in per cent, for percentages and fractions."""
        if self.dimension == "percent":
            return self.low, self.high
        if self.dimension == "fraction":
            return self.low * 100, self.high * 100
        return None
