"""Where things stand in the outlook's chart: world emissions and warming, beside each other or one below the other.

All positions are pixels from the upper left corner, so that the drawing is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.briefing.outlook_view import FanChart, Points
from parley.climate.fan_layout import spread

FIRST, LAST = 1990, 2100
_YEARS = (2000, 2025, 2050, 2075, 2100)
_LEVELS_K = (1.5, 2.0)
_HEAD, _FOOT, _GAP = 30, 24, 15
_UNSEEN_PX = 1.5
_DECADE = 11
Align = Literal["left", "center", "right"]
ROLES = ("current", "record", "told")


@dataclass(frozen=True, slots=True)
class PanelGeometry:
    """Sizes in pixels of the drawing and the corners of the plots of both panels."""

    width: int
    height: int
    plot_width: int
    plot_height: int
    corners: tuple[tuple[int, int], tuple[int, int]]


WIDE_FAN = PanelGeometry(760, 300, 338, 246, ((34, _HEAD), (414, _HEAD)))
NARROW_FAN = PanelGeometry(340, 520, 300, 200, ((32, _HEAD), (32, 260 + _HEAD)))


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place, with how it is set: ``title``, ``tick``, ``year``, ``level`` or the role of a line."""

    x: float
    y: float
    words: str
    role: str
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of the frame: ``grid``, ``axis`` or ``level``."""

    x: float
    x2: float
    y: float
    y2: float
    role: str


@dataclass(frozen=True, slots=True)
class Path:
    """A line through ``points`` (x, y) of a panel, or a band between ``points`` and ``lower``."""

    role: str
    panel: int
    points: tuple[tuple[float, float], ...]
    lower: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FanLayout:
    """The chart's parts in place; ``unseen`` tells that the last book's line lies on that of the record."""

    width: int
    height: int
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    bands: tuple[Path, ...]
    lines: tuple[Path, ...]
    unseen: bool


@dataclass(frozen=True, slots=True)
class _Panel:
    """One plot: its left and upper edge, its size, and the values at the bottom and at the top."""

    left: int
    top: int
    width: int
    height: int
    low: float
    high: float

    def x(self, year: float) -> float:
        return round(self.left + (year - FIRST) / (LAST - FIRST) * self.width, 1)

    def y(self, value: float) -> float:
        return round(self.top + (self.high - value) / (self.high - self.low) * self.height, 2)

    def path(self, points: Points) -> tuple[tuple[float, float], ...]:
        return tuple((self.x(year), self.y(value)) for year, value in points)


def fan_layout(chart: FanChart, geometry: PanelGeometry) -> FanLayout:
    """The parts of both panels."""
    emitted = _panel(geometry, 0, [value for points in chart.emissions for _, value in points], 10.0)
    warming = _panel(geometry, 1, [value for points in (*chart.warming, *chart.bands) for _, value in points], 0.5)
    unseen = len(chart.names) > len(ROLES) - 1 and all(
        _together(panel, lines) for panel, lines in ((emitted, chart.emissions), (warming, chart.warming))
    )
    marks: list[Mark] = []
    strokes: list[Stroke] = []
    lines: list[Path] = []
    for panel, title, series, step in (
        (emitted, "World emissions, GtCO₂e a year", chart.emissions, 10.0),
        (warming, "Warming since 1850–1900, °C", chart.warming, 0.5),
    ):
        strokes += _frame(panel, step)
        marks += _frame_words(panel, title, step)
        lines += _lines(panel, series[:2] if unseen else series, chart.known, panel is warming)
        marks += _end_words(panel, series[:2] if unseen else series, panel is warming)
    strokes += [
        Stroke(warming.left, warming.left + warming.width, warming.y(k), warming.y(k), "level") for k in _LEVELS_K
    ]
    marks += [Mark(warming.left + 3, warming.y(k) - 5, f"{k:g} °C", "level") for k in _LEVELS_K]
    return FanLayout(
        geometry.width,
        geometry.height,
        tuple(marks),
        tuple(strokes),
        tuple(_bands(warming, chart)),
        tuple(lines),
        unseen,
    )


def _panel(geometry: PanelGeometry, place: int, values: Sequence[float], step: float) -> _Panel:
    """A panel that spans the values, from zero or below to a full step."""
    low = min(0.0, step * (min(values) // step)) if min(values) < -0.1 * step else 0.0
    high = step * -(-max(values) // step)
    left, top = geometry.corners[place]
    return _Panel(left, top, geometry.plot_width, geometry.plot_height, low, high)


def _together(panel: _Panel, lines: Sequence[Points]) -> bool:
    """Whether nobody could tell the last two lines apart."""
    pairs = zip(lines[-1], lines[-2], strict=True)
    return all(abs(panel.y(one) - panel.y(other)) < _UNSEEN_PX for (_, one), (_, other) in pairs)


def _ticks(panel: _Panel, step: float) -> list[float]:
    most = round((panel.high - panel.low) / step)
    skip = 2 if most > 5 else 1
    first = round(panel.low / step)
    return [step * place for place in range(first, first + most + 1) if place % skip == 0]


def _frame(panel: _Panel, step: float) -> Iterator[Stroke]:
    right, bottom = panel.left + panel.width, panel.top + panel.height
    for value in _ticks(panel, step):
        yield Stroke(panel.left, right, panel.y(value), panel.y(value), "axis" if value == 0 else "grid")
    for year in _YEARS:
        yield Stroke(panel.x(year), panel.x(year), bottom, bottom + 4, "axis")


def _frame_words(panel: _Panel, title: str, step: float) -> Iterator[Mark]:
    yield Mark(panel.left - 30, panel.top - 16, title, "title")
    for value in _ticks(panel, step):
        yield Mark(panel.left - 6, panel.y(value) + 4, f"{value:g}".replace("-", "−"), "tick", "right")
    for year in _YEARS:
        align: Align = "right" if year == LAST else "center"
        yield Mark(panel.x(year), panel.top + panel.height + 16, str(year), "tick", align)


def _lines(panel: _Panel, series: Sequence[Points], known: int, place: int) -> Iterator[Path]:
    """What is known once, in ink; from then on a line for each book."""
    yield Path("past", place, panel.path(tuple(point for point in series[0] if point[0] <= known)))
    for role, points in zip(ROLES, series, strict=False):
        yield Path(role, place, panel.path(tuple(point for point in points if point[0] >= known)))


def _bands(panel: _Panel, chart: FanChart) -> Iterator[Path]:
    lowest, low, high, highest = (panel.path(points) for points in chart.bands)
    for upper, lower in ((highest, lowest), (high, low)):
        yield Path("band", 1, upper, tuple(y for _, y in lower))


def _end_words(panel: _Panel, series: Sequence[Points], with_value: bool) -> Iterator[Mark]:
    """The name of each line by its end, with its value where that is asked for, none on another.

    Words end where the line does, so that they stand above a line that rises and below one that falls.
    """
    names = ("policies of today", "pledges of record", "and those of the documents")
    falling = [points[-1][1] <= points[-_DECADE][1] for points in series]
    # Those of pledges end close together, and stand one below the other.
    below = 15 + _GAP / 2 * max(0, sum(falling[1:]) - 1)
    wished = [panel.y(points[-1][1]) + (below if falls else -7) for falls, points in zip(falling, series, strict=True)]
    places = spread(wished, _GAP, panel.top + 10, panel.top + panel.height - 6)
    for name, role, points, y in zip(names, ROLES, series, places, strict=False):
        value = f" {points[-1][1]:.1f} °C" if with_value else ""
        yield Mark(panel.left + panel.width - 2, round(y, 2), f"{name}{value}", role, "right")
