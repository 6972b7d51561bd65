"""A canvas in pixels for charts with several panels: Altair draws what has been placed, vl-convert makes the file.

The file stands by itself: it carries its own colours on its own paper, so that it reads well in a dark viewer, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

PAPER, INK, SOFT, HAIR = "#fdfcfa", "#1c1b19", "#5f5b54", "#ddd8ce"
COOL, WARM = "#234583", "#ab4c0c"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
# Wider than common fonts are on average, as a share of their size.
_LETTER, _BOLD_LETTER = 0.52, 0.58

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the canvas with scales of its own: pixels of its plot, years across, values up."""

    left: float
    top: float
    width: float
    height: float
    across: tuple[float, float]
    up: tuple[float, float]

    def x(self, year: float) -> float:
        """Pixels from the left of the canvas."""
        first, last = self.across
        return self.left + self.width * (year - first) / (last - first)

    def y(self, value: float) -> float:
        """Pixels from the top of the canvas."""
        low, high = self.up
        return self.top + self.height * (high - value) / (high - low)

    @property
    def right(self) -> float:
        """The right edge of the plot."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge of the plot."""
        return self.top + self.height


@dataclass(slots=True)
class Canvas:
    """What is drawn, in the order in which it was."""

    width: int
    height: int
    layers: list[Any] = field(default_factory=list)

    def line(self, points: Iterable[Point], colour: str, width: float = 2.4, dash: Sequence[int] = ()) -> None:
        """A line through points in pixels."""
        look = {"strokeDash": list(dash)} if dash else {}
        rows = [{"at": at, "x": round(x, 2), "y": round(y, 2)} for at, (x, y) in enumerate(points)]
        mark = self._chart(rows).mark_line(color=colour, strokeWidth=width, strokeJoin="round", **look)
        self.layers.append(mark.encode(x=self._x(), y=self._y(), order="at:Q"))

    def area(self, edges: Iterable[tuple[float, float, float]], colour: str, opacity: float) -> None:
        """A band between two lines: x, y of the one and y of the other, in pixels."""
        rows = [{"x": round(x, 2), "y": round(y, 2), "y2": round(other, 2)} for x, y, other in edges]
        mark = self._chart(rows).mark_area(color=colour, opacity=opacity)
        self.layers.append(mark.encode(x=self._x(), y=self._y(), y2="y2:Q"))

    def dots(self, points: Iterable[Point], colour: str, size: float, opacity: float = 1.0) -> None:
        """A dot at each point."""
        rows = [{"x": round(x, 2), "y": round(y, 2)} for x, y in points]
        mark = self._chart(rows).mark_circle(color=colour, size=size, opacity=opacity)
        self.layers.append(mark.encode(x=self._x(), y=self._y()))

    def text(self, words: str, x: float, y: float, **look: Any) -> None:
        """Words with their left end (or as ``align`` has it) and the middle of their height at a point."""
        look = {"align": "left", "baseline": "middle", "color": INK, "fontSize": 13, **look}
        shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)
        mark = self._chart([{"x": round(x, 2), "y": round(y, 2)}]).mark_text(text=shown, **look)
        self.layers.append(mark.encode(x=self._x(), y=self._y()))

    def haloed(self, words: str, x: float, y: float, **look: Any) -> None:
        """Words that stay readable on lines."""
        self.text(words, x, y, **look, stroke=PAPER, strokeWidth=4, strokeJoin="round")
        self.text(words, x, y, **look)

    def axes(self, panel: Panel, years: Sequence[int], values: Sequence[float], digits: int = 0) -> None:
        """Years below, values at the left with a hair across for each."""
        for value in values:
            y = panel.y(value)
            self.line([(panel.left, y), (panel.right, y)], SOFT if value == 0 else HAIR, 1)
            words = f"{value:.{digits}f}".replace("-", "−")
            self.text(words, panel.left - 8, y, align="right", color=SOFT, fontSize=12.5)
        for year in years:
            x = panel.x(year)
            self.line([(x, panel.bottom), (x, panel.bottom + 5)], SOFT, 1)
            self.text(str(year), x, panel.bottom + 16, align="center", color=SOFT, fontSize=12.5)

    def spec(self) -> dict[str, Any]:
        """The Vega-Lite specification."""
        import altair as alt

        chart = (
            alt.layer(*self.layers)
            .properties(width=self.width, height=self.height, padding=0, autosize=alt.AutoSizeParams(type="none"))
            .configure(background=PAPER, font=FONT, aria=False)
            .configure_view(stroke=None)
        )
        # The schema check costs ten times what making the chart does; tests make it.
        spec: dict[str, Any] = chart.to_dict(validate=False)
        return spec

    def svg(self) -> str:
        """SVG markup. Same canvas, same bytes."""
        import vl_convert

        found: str = vl_convert.vegalite_to_svg(self.spec(), vl_version=_vega_lite())
        return found

    def png(self) -> bytes:
        """A PNG picture at twice the size of the SVG."""
        import vl_convert

        found: bytes = vl_convert.vegalite_to_png(self.spec(), vl_version=_vega_lite(), scale=2)
        return found

    def _chart(self, rows: list[dict[str, float]]) -> Any:
        import altair as alt

        return alt.Chart(alt.InlineData(values=rows))

    def _x(self) -> Any:
        import altair as alt

        return alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, self.width], nice=False, zero=False))

    def _y(self) -> Any:
        import altair as alt

        return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False, zero=False))


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """About how many pixels words are wide, rather more than less."""
    return len(words) * size * (_BOLD_LETTER if bold else _LETTER)


def wrapped(words: str, size: float, room: float) -> list[str]:
    """Words in lines that fit into ``room`` pixels."""
    lines: list[str] = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) > room and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _vega_lite() -> str:
    """The version of Vega-Lite that Altair writes."""
    import altair as alt

    return ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
