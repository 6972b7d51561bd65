"""The boundaries between verdicts, as pure functions: a figure as claimed against a figure of record.

``supported`` is equal within the way the number is written; "about" gives 5 %, "more than" any amount above up to a
quarter, "less than" any amount below down to half. ``close`` is within 12 % of the record, or literally true far
beyond what the words suggest ("more than 10 %" of what is 27 %). The rest is ``contradicted``, and so is whatever has
the order of two things wrong. docs/explanation/checking.md has examples of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf, isfinite, nextafter

from parley.checking.assertion import Assertion
from parley.checking.hedges import takes_in_its_end
from parley.checking.written import is_part, margins
from parley.records.claim import Comparator
from parley.records.verdict import Token

ABOUT = 0.05
CLOSE = 0.12
ABOVE_AT_MOST = 0.25
BELOW_AT_LEAST = 0.5
YEARS_OFF = 3

_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which true values a figure is supported, and between which it is close; all in the figure's unit."""

    low: float
    high: float
    close_low: float
    close_high: float

    def judge(self, value: float) -> Token:
        """What the record ``value`` says of the figure."""
        if self.low <= value <= self.high:
            return "supported"
        return "close" if self.close_low <= value <= self.close_high else "contradicted"

    def judge_later(self, value: float) -> Token:
        """What a later record says: "more than a third" stays true however far above the figure has risen since."""
        open_ended = (self.close_high == inf and value >= self.low) or (self.close_low == -inf and value <= self.high)
        return "supported" if open_ended else self.judge(value)

    def mirrored(self) -> Bounds:
        """The same of figures with the other sign: a fall by 40 % is a change of -40 %."""
        return Bounds(-self.high, -self.low, -self.close_high, -self.close_low)

    def moved(self, factor: float, offset: float) -> Bounds:
        """The same in another unit: each bound times ``factor`` (above zero) plus ``offset``."""
        ends = (self.low, self.high, self.close_low, self.close_high)
        return Bounds(*(end * factor + offset for end in ends))


def bounds_of(assertion: Assertion) -> Bounds:
    """The bounds of an assertion's figure. Raises ValueError when it has none."""
    if assertion.low is None or assertion.high is None:
        raise ValueError(f"there is no figure in {assertion.words!r}")
    return figure_bounds(
        assertion.low,
        assertion.high,
        assertion.comparator,
        assertion.written,
        assertion.unit,
        assertion.comparator in ("<", ">") and takes_in_its_end(assertion.words),
    )


@lru_cache(maxsize=4096)
def figure_bounds(
    low: float,
    high: float,
    comparator: Comparator = "=",
    written: str | None = None,
    unit: str | None = None,
    inclusive: bool = False,
) -> Bounds:
    """The bounds of ``low`` to ``high`` as ``written``; negative figures are those of their size, mirrored.

    ``inclusive`` lets the figure itself, as written, meet "at least" and "at most". Raises ValueError for a figure
    that is not finite.
    """
    if not (isfinite(low) and isfinite(high)):
        raise ValueError(f"{low} to {high} is no figure")
    low, high = min(low, high), max(low, high)
    if high < 0 or (low < 0 and -low > high):
        return _bounds(-high, -low, comparator, written, unit, inclusive).mirrored()
    return _bounds(low, high, comparator, written, unit, inclusive)


def _bounds(
    low: float, high: float, comparator: Comparator, written: str | None, unit: str | None, inclusive: bool
) -> Bounds:
    below, above = margins(written, low, high, unit)
    least, most = low - below, high + above
    nearly_low, nearly_high = low / (1 + CLOSE), high / (1 - CLOSE)
    match comparator:
        case ">":
            most = max(high * (1 + ABOVE_AT_MOST), most)
            if inclusive:
                return _hairy(least, most, nearly_low, inf)
            return Bounds(low + _hair(low), most, nearly_low, inf)
        case "<":
            least = -inf if _is_one_unit(above, high) else min(low * BELOW_AT_LEAST, least)
            if inclusive:
                return _hairy(least, most, -inf, nearly_high)
            return Bounds(least, high - _hair(high), -inf, nearly_high)
        case "~":
            least, most = min(least, low / (1 + ABOUT)), max(most, high / (1 - ABOUT))
            if is_part(written):
                least, most = min(least, low - 2 * below), max(most, high + 2 * above)
    reach = 0.5 if unit == "times" and high >= 2 else 0.0
    return _hairy(least, most, min(nearly_low, least, low - reach), max(nearly_high, most, high + reach))


def _hairy(low: float, high: float, close_low: float, close_high: float) -> Bounds:
    """Bounds that are met even where binary fractions miss them by a hair: 27.8 is within half a point of 28.3."""
    return Bounds(low - _hair(low), high + _hair(high), close_low - _hair(close_low), close_high + _hair(close_high))


def _hair(value: float) -> float:
    return _HAIR * max(1.0, abs(value)) if isfinite(value) else 0.0


def _is_one_unit(half: float, value: float) -> bool:
    """Whether a figure is one unit of its last digit, below which there is no rounder one: "less than 1 %"."""
    return 0 < value <= 2 * half * (1 + _HAIR)


def judge_range(low: float, high: float, record_low: float, record_high: float, bounds: Bounds | None = None) -> Token:
    """A figure or range against a range of record, such as a target of 50 to 52 %.

    Both ends right: supported. One end, or a number inside, given for the whole: close. Else by the nearer end.
    """
    bounds = bounds or figure_bounds(low, high)
    ends = (figure_bounds(low, low).judge(record_low), figure_bounds(high, high).judge(record_high))
    if ends == ("supported", "supported"):
        return "supported"
    if record_low <= low and high <= record_high:
        return "close"
    nearer = (bounds.judge(record_low), bounds.judge(record_high))
    return "close" if "supported" in nearer or "close" in nearer else "contradicted"


def rank_bounds(claimed: float, comparator: Comparator = "=") -> Bounds:
    """A place in an order: "the second" is that place and no other, "in the top five" is the fifth or a higher one."""
    low = -inf if comparator == "<" else claimed
    high = inf if comparator == ">" else claimed
    return Bounds(low, high, low, high)


def order_bounds(comparator: Comparator, at: float = 1.0) -> Bounds:
    """How many times as much as another one may have (``at`` 1), or what a change may be (``at`` 0).

    More (``>``) and less (``<``) are right or wrong, however near; ``=`` and ``~`` are "as much as": within 5 %
    supported, within 12 % close.
    """
    match comparator:
        case ">":
            low, high = nextafter(at, inf), inf
        case "<":
            low, high = -inf, nextafter(at, -inf)
        case _:
            return Bounds(at * (1 - ABOUT), at / (1 - ABOUT), at * (1 - CLOSE), at / (1 - CLOSE))
    return Bounds(low, high, low, high)


def judge_year(claimed: int, year: int) -> Token:
    """A year named for something: the same, off by at most three, or wrong."""
    apart = abs(claimed - year)
    return "supported" if apart == 0 else "close" if apart <= YEARS_OFF else "contradicted"


def turned(token: Token) -> Token:
    """What becomes of a token when the words deny what was checked: "is not the largest emitter"; close stays close."""
    match token:
        case "supported":
            return "contradicted"
        case "contradicted":
            return "supported"
        case _:
            return token
