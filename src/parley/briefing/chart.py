"""The timeline as a picture: a Vega-Lite specification made by Altair, drawn to SVG without a browser.

Colours are CSS variables of the page, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import altair as alt
import vl_convert

from parley.briefing.chart_layout import Bar, Geometry, Label, Layout, Line, layout
from parley.briefing.view import BriefingView

_FONT = "system-ui, sans-serif"
_BAR_HEIGHT = 10
_DOT_AREA = 80
_TEXT: dict[str, dict[str, Any]] = {
    "panel": {"color": "var(--ink)", "fontSize": 13, "fontWeight": "bold"},
    "tick": {"color": "var(--soft)", "fontSize": 11},
    "title": {"color": "var(--ink)", "fontSize": 12.5},
    "date": {"color": "var(--soft)", "fontSize": 11},
}
# Altair's layers are of many types, none of which a caller needs to know.
_Layer = Any


def timeline_svg(view: BriefingView, geometry: Geometry) -> str | None:
    """The chart as SVG markup; None when there is nothing to draw. Same view, same bytes."""
    placed = layout(view, geometry)
    return draw(timeline_spec(placed)) if placed else None


def timeline_spec(placed: Layout) -> dict[str, Any]:
    """The Vega-Lite specification of the chart."""
    layers = [*_lines(placed), *_bars(placed), *_texts(placed)]
    chart = (
        alt.layer(*layers)
        .properties(width=placed.width, height=placed.height, padding=0, autosize=alt.AutoSizeParams(type="none"))
        .configure(background="transparent", font=_FONT, aria=False)
        .configure_view(stroke=None)
    )
    # The schema check costs ten times what making the chart does; tests make it.
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


def draw(spec: dict[str, Any]) -> str:
    """``spec`` as SVG, by the version of Vega-Lite it was written for."""
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=version)
    return svg


def _lines(placed: Layout) -> list[_Layer]:
    roles = sorted({line.role for line in placed.lines}, key=lambda role: (role != "grid", role))
    return [_line(placed, [line for line in placed.lines if line.role == role], role) for role in roles]


def _line(placed: Layout, lines: Sequence[Line], role: str) -> _Layer:
    x, y = _axes(placed)
    if role == "grid":
        rule = _chart(lines).mark_rule(color="var(--hair)", strokeWidth=1)
    elif role == "document":
        rule = _chart(lines).mark_rule(color="var(--soft)", strokeWidth=4)
    else:
        status = role.removeprefix("open ")
        rule = _chart(lines).mark_rule(color=f"var(--{status})", strokeDash=[2, 4], strokeWidth=2)
    return rule.encode(x=x, x2="x2:Q", y=y, y2="y2:Q")


def _bars(placed: Layout) -> list[_Layer]:
    """Bars and dots, a layer for each look."""
    x, y = _axes(placed)
    layers: list[_Layer] = []
    for status, certain in sorted({(bar.status, bar.certain) for bar in placed.bars}):
        alike = [bar for bar in placed.bars if (bar.status, bar.certain) == (status, certain)]
        look = _look(status, certain)
        # A broken line around so small a thing as a dot would look like a star.
        dot = {**look, "strokeDash": [1, 0]}
        if long := [bar for bar in alike if bar.x < bar.x2]:
            layers.append(_chart(long).mark_bar(height=_BAR_HEIGHT, cornerRadius=3, **look).encode(x=x, x2="x2:Q", y=y))
        if short := [bar for bar in alike if bar.x == bar.x2]:
            layers.append(_chart(short).mark_point(size=_DOT_AREA, shape="circle", **dot).encode(x=x, y=y))
    return layers


def _look(status: str, certain: bool) -> dict[str, Any]:
    """Solid for what is certain; faint with a broken edge for what is not."""
    colour = f"var(--{status})"
    edge = {"opacity": 1, "fill": colour, "stroke": colour, "strokeWidth": 1.5}
    return edge if certain else {**edge, "fillOpacity": 0.16, "strokeDash": [3, 2.5]}


def _texts(placed: Layout) -> list[_Layer]:
    x, y = _axes(placed)
    return [
        _chart([label for label in placed.labels if label.role == role])
        .mark_text(align="left", baseline="alphabetic", **look)
        .encode(x=x, y=y, text="words:N")
        for role, look in _TEXT.items()
    ]


def _axes(placed: Layout) -> tuple[alt.X, alt.Y]:
    """Pixels for pixels, without axes."""
    across = alt.Scale(domain=[0, placed.width], nice=False, zero=False, padding=0)
    down = alt.Scale(domain=[0, placed.height], nice=False, zero=False, padding=0, reverse=True)
    x = alt.X("x", type="quantitative", axis=None, scale=across)
    return x, alt.Y("y", type="quantitative", axis=None, scale=down)


def _chart(rows: Sequence[Bar | Label | Line]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[asdict(row) for row in rows]))
