"""The outlook as a picture: world emissions and warming with its fan, drawn as the timeline is.

Colours are CSS variables of the page, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import altair as alt

from parley.briefing.chart import draw
from parley.briefing.outlook_layout import Align, FanLayout, Mark, PanelGeometry, Path, fan_layout
from parley.briefing.outlook_view import FanChart

_FONT = "system-ui, sans-serif"
_TONES = {"past": "var(--ink)", "current": "var(--under_way)", "record": "var(--planned)", "told": "var(--accent)"}
_STROKES: dict[str, dict[str, Any]] = {
    "grid": {"color": "var(--hair)", "strokeWidth": 1},
    "axis": {"color": "var(--soft)", "strokeWidth": 1},
    "level": {"color": "var(--soft)", "strokeWidth": 1, "strokeDash": [5, 3]},
}
_DASHES = {"current": [6, 3], "told": [2, 2]}
_WORDS: dict[str, dict[str, Any]] = {
    "title": {"color": "var(--ink)", "fontSize": 12.5, "fontWeight": "bold"},
    "tick": {"color": "var(--soft)", "fontSize": 11},
    "level": {"color": "var(--soft)", "fontSize": 11},
    **{role: {"color": tone, "fontSize": 12, "fontWeight": "bold"} for role, tone in _TONES.items()},
}
_HALOED = ("level", "current", "record", "told")
# Altair's layers are of many types, none of which a caller needs to know.
_Layer = Any


def outlook_svg(chart: FanChart, geometry: PanelGeometry) -> str:
    """The chart as SVG markup. Same chart, same bytes."""
    return draw(outlook_spec(fan_layout(chart, geometry)))


def outlook_spec(placed: FanLayout) -> dict[str, Any]:
    """The Vega-Lite specification of the chart."""
    layers = [*_bands(placed), *_strokes(placed), *_lines(placed), *_words(placed)]
    chart = (
        alt.layer(*layers)
        .properties(width=placed.width, height=placed.height, padding=0, autosize=alt.AutoSizeParams(type="none"))
        .configure(background="transparent", font=_FONT, aria=False)
        .configure_view(stroke=None)
    )
    # The schema check costs ten times what making the chart does; tests make it.
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


def _bands(placed: FanLayout) -> list[_Layer]:
    x, y = _axes(placed)
    return [
        _chart(_rows(band)).mark_area(color=_TONES["record"], opacity=opacity, line=False).encode(x=x, y=y, y2="y2:Q")
        for band, opacity in zip(placed.bands, (0.13, 0.2), strict=True)
    ]


def _strokes(placed: FanLayout) -> list[_Layer]:
    x, y = _axes(placed)
    layers = []
    for role, look in _STROKES.items():
        rows = [asdict(stroke) for stroke in placed.strokes if stroke.role == role]
        layers.append(_chart(rows).mark_rule(**look).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"))
    return layers


def _lines(placed: FanLayout) -> list[_Layer]:
    x, y = _axes(placed)
    return [
        _chart(_rows(line))
        .mark_line(color=_TONES[line.role], strokeWidth=2.2, strokeDash=_DASHES.get(line.role, [1, 0]))
        .encode(x=x, y=y, order="order:Q")
        for line in placed.lines
    ]


def _words(placed: FanLayout) -> list[_Layer]:
    """Words in front of everything; those on lines with a halo in the colour of the paper."""
    layers: list[_Layer] = []
    for role, align in sorted({(mark.role, mark.align) for mark in placed.marks}):
        marks = [mark for mark in placed.marks if (mark.role, mark.align) == (role, align)]
        if role in _HALOED:
            layers.append(_text(placed, marks, align, {**_WORDS[role], "stroke": "var(--paper)", "strokeWidth": 3}))
        layers.append(_text(placed, marks, align, _WORDS[role]))
    return layers


def _text(placed: FanLayout, marks: Sequence[Mark], align: Align, look: dict[str, Any]) -> _Layer:
    x, y = _axes(placed)
    text = _chart([asdict(mark) for mark in marks]).mark_text(align=align, baseline="alphabetic", **look)
    return text.encode(x=x, y=y, text="words:N")


def _rows(path: Path) -> list[dict[str, float]]:
    lower = path.lower or tuple(y for _, y in path.points)
    return [
        {"x": x, "y": y, "y2": y2, "order": order}
        for order, ((x, y), y2) in enumerate(zip(path.points, lower, strict=True))
    ]


def _axes(placed: FanLayout) -> tuple[alt.X, alt.Y]:
    """Pixels for pixels, without axes."""
    across = alt.Scale(domain=[0, placed.width], nice=False, zero=False, padding=0)
    down = alt.Scale(domain=[0, placed.height], nice=False, zero=False, padding=0, reverse=True)
    x = alt.X("x", type="quantitative", axis=None, scale=across)
    return x, alt.Y("y", type="quantitative", axis=None, scale=down)


def _chart(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))
