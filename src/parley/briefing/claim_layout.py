"""Where things stand in the chart of a claim: axes, marks and the words beside them.

Placing them here rather than in the drawing keeps labels from meeting each other, and the result free of the fonts and
locale of the machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise, product

from parley.briefing.verdict_view import ClaimChart

RANK = "rank"
_ROOM = 0.08
# A claim so much farther off than the record spans is drawn at the edge, so that the record stays to be seen.
_FARTHEST = 1.5
_FROM_ZERO = 0.4
_LETTER = 0.58
_STEP = 4
_TOO_MUCH = 12.0
_SHAPES = {">": "triangle-up", "<": "triangle-down"}


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place in the plot, in pixels: their end towards ``align``, and the middle of their height.

    ``point`` is how far down that stands which they name.
    """

    words: str
    x: float
    y: float
    align: str
    role: str
    point: float


@dataclass(frozen=True)
class ClaimLayout:
    """A chart's scales: the years and figures that a plot of ``width`` by ``height`` pixels spans, with their ticks."""

    chart: ClaimChart
    width: int
    height: int
    font_size: float

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        years = [year for line in self._lines for year, _ in line]
        marked = (self.chart.record.year, self.chart.claimed.year if self.chart.claimed else None)
        years += [year for year in marked if year is not None]
        return min(years), max(years)

    @cached_property
    def domain(self) -> tuple[float, float]:
        """The lowest and the highest figure that the plot has room for."""
        values = [value for line in self._lines for _, value in line]
        values += [value for value in (self.chart.record.value, self.chart.level) if value is not None]
        low, high = self._with_claim(min(values), max(values))
        if self.reverse:
            return 0.5, max(high, low + 1) + 0.5
        if 0 < low < _FROM_ZERO * high:
            low = 0.0
        room = _ROOM * (high - low or abs(high) or 1.0)
        return round(low if low == 0 else low - room, 6), round(high + room, 6)

    @property
    def reverse(self) -> bool:
        """Whether the smallest figure, a first place, stands on top."""
        return self.chart.unit == RANK

    @cached_property
    def year_ticks(self) -> tuple[int, ...]:
        """Years to name at the axis, five or six at most."""
        first, last = self.years
        step = next((step for step in (1, 2, 5, 10, 20) if (last - first) / step <= 5), 50)
        return tuple(range(math.ceil(first / step) * step, last + 1, step))

    @cached_property
    def ticks(self) -> tuple[float, ...]:
        """Round figures to name at the axis."""
        return tuple(_places(math.floor(self.domain[1]))) if self.reverse else _round_figures(*self.domain)

    @property
    def record(self) -> tuple[float, float]:
        """Where the figure that decides stands."""
        return self.across(self.chart.record.year or 0), self.down(self.chart.record.value or 0.0)

    @property
    def newest(self) -> tuple[float, float] | None:
        """Where the newest figure stands, if it is another."""
        now = self.chart.besides
        return (self.across(now.year or 0), self.down(now.value or 0.0)) if now else None

    @cached_property
    def claimed(self) -> tuple[float, float, float] | None:
        """Where the claimed figure stands, from its top to its bottom; one that is too far off at the edge."""
        claimed = self.chart.claimed
        if claimed is None:
            return None
        low, high = self.domain
        ends = sorted(self.down(min(max(end, low), high)) for end in (claimed.low, claimed.high))
        return self.across(claimed.year), ends[0], ends[1]

    @property
    def shape(self) -> str:
        """An arrow for "more than" and "less than", else a diamond."""
        return _SHAPES.get(self.chart.claimed.comparator, "diamond") if self.chart.claimed else ""

    def across(self, year: int) -> float:
        """Pixels from the left of the plot."""
        first, last = self.years
        return round(self.width * (year - first) / max(1, last - first), 1)

    def down(self, value: float) -> float:
        """Pixels from the top of the plot."""
        low, high = self.domain
        share = (value - low) / (high - low)
        return round(self.height * (share if self.reverse else 1 - share), 1)

    def path(self, points: Sequence[tuple[int, float]]) -> list[tuple[float, float]]:
        """Where a series runs; places in an order change in steps."""
        places = [(self.across(year), self.down(value)) for year, value in points]
        if not self.reverse:
            return places
        steps = [((x + x2) / 2, up) for (x, y), (x2, y2) in pairwise(places) for up in (y, y2)]
        return [places[0], *steps, places[-1]]

    def labels(self) -> tuple[Label, ...]:
        """Record and claim each with its figure, where both cover least; the newest figure where there is room."""
        chart = self.chart
        wished = [self._choices(chart.record.words, *self.record, "ink")]
        if chart.claimed and self.claimed:
            x, top, bottom = self.claimed
            wished.append(self._choices(f"claimed {chart.claimed.words}", x, (top + bottom) / 2, "claim"))
        placed = min(product(*wished), key=self._cost)
        if chart.besides and self.newest and chart.besides.words != chart.record.words:
            newest = self._choices(f"{chart.besides.words} in {chart.besides.year}", *self.newest, "soft")
            with_newest = min(((*placed, label) for label in newest), key=self._cost)
            if self._cost(with_newest) - self._cost(placed) < _TOO_MUCH:
                return with_newest
        return placed

    @property
    def _lines(self) -> list[tuple[tuple[int, float], ...]]:
        return [line.points for line in (self.chart.line, *self.chart.others) if line]

    @cached_property
    def _ink(self) -> list[tuple[float, float, float]]:
        """Points of the drawing that words should not cover, with how much each matters."""
        found = [
            (x, y, 3.0 if line is self.chart.line else 1.0)
            for line in (self.chart.line, *self.chart.others)
            if line
            for x, y in _along(self.path(line.points))
        ]
        if self.chart.level is not None:
            found += [(float(x), self.down(self.chart.level), 0.5) for x in range(0, self.width, _STEP)]
        if self.claimed:
            x, top, bottom = self.claimed
            middle = (x, (top + bottom) / 2)
            found.append((*middle, 20.0))
            if x == self.record[0]:
                found += [(*place, 3.0) for place in _along([middle, self.record])]
        return [*found, (*self.record, 20.0)]

    def _choices(self, words: str, x: float, y: float, role: str) -> list[Label]:
        """Places for the words of a point: on either side, level with it, then farther above and below."""
        return [
            Label(
                words, x - gap if side == "right" else x + gap, round(y + off * 0.9 * self.font_size, 1), side, role, y
            )
            for off, gap in ((0, 10), (1, 4), (-1, 4), (2, 4), (-2, 4), (3, 4), (-3, 4))
            for side in ("right", "left")
        ]

    def _cost(self, labels: tuple[Label, ...]) -> float:
        """What labels cover, each other above all, and how far they stand from their points."""
        pairs = list(combinations(labels, 2))
        met = sum(_meet(one, other, self.font_size) for one, other in pairs)
        crossed = sum(_cross(one, other) for one, other in pairs)
        return sum(map(self._covered, labels)) + 200 * met + 20 * crossed

    def _covered(self, label: Label) -> float:
        if (known := self._known.get(label)) is None:
            left, right = _span(label, self.font_size)
            half = 0.62 * self.font_size
            outside = max(-left, right - self.width - 8, half - label.y - 12, label.y + half - self.height) > 0
            covered = sum(weight for x, y, weight in self._ink if left < x < right and abs(y - label.y) < half)
            known = self._known[label] = covered + 1000 * outside + abs(label.y - label.point) / 6
        return known

    @cached_property
    def _known(self) -> dict[Label, float]:
        return {}

    def _with_claim(self, low: float, high: float) -> tuple[float, float]:
        claimed = self.chart.claimed
        if claimed is None:
            return low, high
        reach = _FARTHEST * (high - low or abs(high) or 1.0)
        return min(low, max(claimed.low, low - reach)), max(high, min(claimed.high, high + reach))


def wrap(words: str, letters: int) -> list[str]:
    """``words`` in lines of up to ``letters`` letters."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _along(path: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Every few pixels of a line."""
    for (left, top), (right, bottom) in pairwise(path):
        steps = max(1, round(max(abs(right - left), abs(bottom - top)) / _STEP))
        yield from ((left + (right - left) * i / steps, top + (bottom - top) * i / steps) for i in range(steps + 1))


def _cross(one: Label, other: Label) -> bool:
    """Whether the higher of two labels belongs to the lower of their points."""
    apart = one.point - other.point
    return abs(apart) > 1 and apart * (one.y - other.y) < 0


def _meet(one: Label, other: Label, size: float) -> bool:
    (left, right), (left2, right2) = _span(one, size), _span(other, size)
    return abs(one.y - other.y) < 1.25 * size and left < right2 and left2 < right


def _span(label: Label, size: float) -> tuple[float, float]:
    length = _LETTER * size * len(label.words)
    return (label.x - length, label.x) if label.align == "right" else (label.x, label.x + length)


def _round_figures(low: float, high: float) -> tuple[float, ...]:
    rough = (high - low) / 4
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(scale * factor for factor in (1, 2, 2.5, 5, 10) if scale * factor >= rough)
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple(round(step * place, 9) for place in range(first, last + 1))


def _places(last: int) -> Iterator[float]:
    step = math.ceil(last / 6)
    yield 1.0
    yield from (float(place) for place in range(step, last + 1, step) if place > 1)
