"""The pictures of the page of an ensemble: Vega-Lite by Altair, drawn to SVG without a browser.

Colours are CSS variables of the page, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import vl_convert
from numpy.typing import NDArray

from parley.climate.calibration.past import PastBand
from parley.climate.calibration.report import Range, ScenarioRow

Array = NDArray[np.float64]
# Altair's layers are of many types, none of which a caller needs to know.
_Layer = Any

_FONT = "system-ui, sans-serif"
_OURS, _TARGET, _PRIOR, _SEEN = "var(--ours)", "var(--ink)", "var(--prior)", "var(--seen)"
_PANEL = (250, 120)
_WIDE = (560, 190)
_ROW = 17


@dataclass(frozen=True, eq=False)
class Densities:
    """Of one quantity, on common points."""

    title: str
    points: Array
    prior: Array
    weighted: Array
    target: Array
    drawn: Range


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """A parameter's ranges, as distances from the prior's median in halves of the prior's 5 to 95 % width."""

    name: str
    prior: Range
    drawn: Range


def density_svg(densities: Densities) -> str:
    """Prior (grey), weighted members (filled), target (line); the tick and bar below are the drawn members."""
    layers = [
        _curve(densities.points, densities.prior).mark_area(color=_PRIOR, opacity=0.45),
        _curve(densities.points, densities.weighted).mark_area(color=_OURS, opacity=0.45),
        _curve(densities.points, densities.target).mark_line(color=_TARGET, strokeWidth=1.5, strokeDash=[5, 3]),
        *_range_layers(densities),
    ]
    return _draw(layers, *_PANEL, densities.title)


def past_svg(band: PastBand) -> str:
    """The members' median and 5 to 95 % range, and what was observed."""
    low, middle, high = band.quantiles
    rows = _rows(x=band.years, low=low, middle=middle, high=high)
    observed = _rows(x=band.observed.years, y=band.observed.values)
    x = alt.X("x:Q", axis=alt.Axis(format="d", title=None, tickCount=6, grid=False), scale=alt.Scale(nice=False))
    layers = [
        _chart(rows).mark_area(color=_OURS, opacity=0.25).encode(x=x, y=_y("low:Q"), y2="high:Q"),
        _chart(rows).mark_line(color=_OURS, strokeWidth=2).encode(x=x, y="middle:Q"),
        *_assessed_layers(band, x),
        _chart(observed).mark_circle(color=_SEEN, size=11, opacity=1).encode(x=x, y="y:Q"),
    ]
    return _draw(layers, *_WIDE, f"{band.title} [{band.unit}]")


def sensitivity_svg(ecs: Array, tcr: Array) -> str:
    """Each member's equilibrium and transient sensitivity."""
    dots = _chart(_rows(x=ecs, y=tcr)).mark_circle(color=_OURS, size=14, opacity=0.55)
    x = alt.X(
        "x:Q", title="equilibrium climate sensitivity [°C]", scale=alt.Scale(zero=False), axis=alt.Axis(grid=False)
    )
    y = alt.Y("y:Q", title="transient climate response [°C]", scale=alt.Scale(zero=False))
    return _draw([dots.encode(x=x, y=y)], *_WIDE, "")


def scenarios_svg(rows: Sequence[ScenarioRow]) -> str:
    """Warming by scenario of this ensemble, of FaIR v1.4.1 and of AR6, below each other."""
    bars: list[dict[str, Any]] = []
    for row in rows:
        for place, (source, found) in enumerate((("ours", row.drawn), ("fair", row.fair), ("ar6", row.assessed))):
            if found is not None:
                bars.append({"scenario": row.scenario, "place": place, "source": source, **found._asdict()})
    names = [row.scenario for row in rows]
    y = alt.Y(
        "scenario:N",
        sort=names,
        title=None,
        scale=alt.Scale(paddingInner=0.3),
        axis=alt.Axis(ticks=False, domain=False),
    )
    offset = alt.YOffset("place:O")
    colour = alt.Color(
        "source:N",
        scale=alt.Scale(domain=["ours", "fair", "ar6"], range=[_OURS, "var(--fair)", "var(--ar6)"]),
        legend=None,
    )
    x = alt.X("low:Q", title="°C above 1850–1900, mean of 2081–2100", scale=alt.Scale(domainMin=0.5))
    layers = [
        _chart(bars).mark_bar(opacity=0.5, height=7).encode(x=x, x2="high:Q", y=y, yOffset=offset, color=colour),
        _chart(bars).mark_tick(thickness=3, height=9).encode(x="middle:Q", y=y, yOffset=offset, color=colour),
    ]
    return _draw(layers, _WIDE[0], 34 * len(rows), "")


def parameters_svg(rows: Sequence[ParameterRow]) -> str:
    """Each parameter's range in the drawn members, over that of the prior."""
    bars = [{"name": row.name, "kind": "prior", **row.prior._asdict()} for row in rows]
    drawn = [{"name": row.name, "kind": "drawn", **row.drawn._asdict()} for row in rows]
    names = [row.name for row in rows]
    axis = alt.Axis(ticks=False, domain=False, labelLimit=320, labelPadding=8)
    y = alt.Y("name:N", sort=names, title=None, axis=axis)
    x = alt.X("low:Q", title="prior: median at 0, 5 and 95 % near −1 and 1", scale=alt.Scale(nice=False))
    layers = [
        _chart(bars).mark_bar(color=_PRIOR, opacity=0.55, height=11).encode(x=x, x2="high:Q", y=y),
        _chart(drawn).mark_bar(color=_OURS, height=4).encode(x=x, x2="high:Q", y=y),
        _chart(drawn).mark_tick(color=_OURS, thickness=3, height=12).encode(x="middle:Q", y=y),
    ]
    return _draw(layers, _WIDE[0], _ROW * len(rows), "")


def _range_layers(densities: Densities) -> list[_Layer]:
    """Below the axis of zero density: 5 to 95 % of the drawn, with their median."""
    top = max(float(np.max(values)) for values in (densities.weighted, densities.target))
    rows = [{**densities.drawn._asdict(), "y": -0.09 * top}]
    base = _chart(rows)
    return [
        base.mark_rule(color=_OURS, strokeWidth=3).encode(x="low:Q", x2="high:Q", y="y:Q"),
        base.mark_circle(color=_OURS, size=60, opacity=1).encode(x="middle:Q", y="y:Q"),
    ]


def _assessed_layers(band: PastBand, x: alt.X) -> list[_Layer]:
    """The 5 to 95 % range of what was observed, where one is given."""
    if not np.isfinite(band.observed.low).any():
        return []
    rows = _rows(x=band.observed.years, low=band.observed.low, high=band.observed.high)
    line = _chart(rows).mark_line(color=_SEEN, strokeWidth=1, strokeDash=[4, 3])
    return [line.encode(x=x, y="low:Q"), line.encode(x=x, y="high:Q")]


def _curve(points: Array, values: Array) -> alt.Chart:
    axis = alt.Axis(grid=False, tickCount=5)
    x = alt.X("x:Q", title=None, axis=axis, scale=alt.Scale(zero=False, nice=False))
    return _chart(_rows(x=points, y=values)).encode(x=x, y=alt.Y("y:Q", axis=None))


def _y(field: str) -> alt.Y:
    return alt.Y(field, title=None, scale=alt.Scale(zero=False), axis=alt.Axis(tickCount=5))


def _chart(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))


def _rows(**columns: NDArray[Any]) -> list[dict[str, Any]]:
    """Rows of columns of one length; numbers to five figures, and what is not a number left out."""
    lists = [[_figure(value) for value in column.tolist()] for column in columns.values()]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*lists, strict=True)]


def _figure(value: float) -> float | None:
    return float(f"{value:.5g}") if np.isfinite(value) else None


def _draw(layers: Sequence[_Layer], width: int, height: int, title: str) -> str:
    chart = (
        alt.layer(*layers)
        .properties(width=width, height=height, title=title, padding=4)
        .configure(background="transparent", font=_FONT, aria=False)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor="var(--soft)",
            titleColor="var(--soft)",
            tickColor="var(--hair)",
            domainColor="var(--hair)",
            gridColor="var(--hair)",
            labelFontSize=11,
            titleFontSize=11,
            titleFontWeight="normal",
        )
        .configure_title(color="var(--ink)", fontSize=13, anchor="start", fontWeight="bold", offset=8)
    )
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    # The schema check costs ten times what making the chart does; tests make it.
    svg: str = vl_convert.vegalite_to_svg(chart.to_dict(validate=False), vl_version=version)
    return svg
