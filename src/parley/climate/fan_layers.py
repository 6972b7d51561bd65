"""The layers of a fan chart, in Altair; where words stand is worked out here, in pixels of the plot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from parley.climate.fan_layout import Curve, Fan, reached, short, split, spread, written

_WIDTH, _HEIGHT = 640, 360
_PAPER, _INK, _SOFT, _HAIR, _ALERT = "#fdfcfa", "#1c1b19", "#5f5b54", "#ddd8ce", "#a3281f"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_LEFT, _TOP, _BOTTOM = 52, 80, 74
_WARNING_HEIGHT = 18
_MARGIN = 16
_BAR_STEP, _LABEL_GAP = 12, 17
# Wider than common fonts of 12.5 pixels are on average.
_LETTER, _BOLD_LETTER, _SMALL_LETTER = 7.0, 8.2, 6.2
BANDED = 2
"""So many curves are drawn with their bands; of more, the bands stand as bars at the end."""
# Altair's layers are of many types, none of which a caller needs to know.
_Layer = Any


def fan_spec(fan: Fan) -> dict[str, Any]:
    """The Vega-Lite specification of the chart."""
    import altair as alt

    layers = [
        *_curve_layers(fan),
        *_observed_layers(fan),
        *_level_layers(fan),
        *_heading_layers(fan),
        *_end_layers(fan),
    ]
    padding = {"left": _LEFT, "top": _top(fan), "bottom": _BOTTOM, "right": _right(fan)}
    chart = (
        alt.layer(*layers)
        .properties(width=_WIDTH, height=_HEIGHT, padding=padding, autosize=alt.AutoSizeParams(type="none"))
        .configure(background=_PAPER, font=_FONT, aria=False)
        .configure_view(stroke=None)
        .configure_axis(labelColor=_SOFT, labelFontSize=12, gridColor=_HAIR, domainColor=_SOFT, tickColor=_SOFT)
    )
    # The schema check costs ten times what making the chart does; tests make it.
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


def _level_layers(fan: Fan) -> list[_Layer]:
    import altair as alt

    layers: list[_Layer] = []
    for level in fan.levels:
        rule = alt.Chart(alt.InlineData(values=[{"level": level.value}]))
        layers.append(rule.mark_rule(color=_SOFT, strokeDash=[5, 3], strokeWidth=1).encode(y=_y(fan, "level")))
        room = _WIDTH * reached(fan.curves, level.value)
        words = level.words if _SMALL_LETTER * len(level.words) < room else level.short
        if words:
            place = _down(fan, level.value) - 8
            look = {"fontSize": 11.5, "color": _SOFT}
            layers.append(_text(words, 4, place, **look, stroke=_PAPER, strokeWidth=3))
            layers.append(_text(words, 4, place, **look))
    return layers


def _curve_layers(fan: Fan) -> list[_Layer]:
    """All bands, then all medians, so that no band covers a median; years that all have in common once, in ink."""
    import altair as alt

    layers: list[_Layer] = []
    common, curves = split(fan.curves)
    banded = curves if len(curves) <= BANDED else ()
    if common:
        past = replace(common, colour=_SOFT)
        curves, banded = (*curves, past), (*banded, past)
    for curve in banded:
        for low, high, opacity in ((0, 4, 0.16), (1, 3, 0.26)):
            values = zip(curve.years, curve.values[low], curve.values[high], strict=True)
            rows = [{"year": year, "low": bottom, "high": top} for year, bottom, top in values]
            area = alt.Chart(alt.InlineData(values=rows)).mark_area(color=curve.colour, opacity=opacity)
            layers.append(area.encode(x=_x(fan), y=_y(fan, "low"), y2="high:Q"))
    for curve in curves:
        rows = [{"year": year, "median": value} for year, value in zip(curve.years, curve.values[2], strict=True)]
        line = alt.Chart(alt.InlineData(values=rows)).mark_line(color=curve.colour, strokeWidth=2.4)
        layers.append(line.encode(x=_x(fan), y=_y(fan, "median")))
    return layers


def _observed_layers(fan: Fan) -> list[_Layer]:
    import altair as alt

    if not fan.observed:
        return []
    rows = [{"year": year, "seen": value} for year, value in fan.observed]
    dots = alt.Chart(alt.InlineData(values=rows)).mark_circle(color=_INK, size=9, opacity=0.75)
    return [dots.encode(x=_x(fan), y=_y(fan, "seen"))]


def _heading_layers(fan: Fan) -> list[_Layer]:
    left, top = _MARGIN - _LEFT, -_top(fan)
    layers = [
        _text(fan.title, left, top + 30, color=_INK, fontSize=18, fontWeight="bold"),
        _text(fan.subtitle, left, top + 51, color=_SOFT, fontSize=12.5),
        *(
            _text(line, left, _HEIGHT + _BOTTOM - 28 + 15 * place, color=_SOFT, fontSize=10.5)
            for place, line in enumerate(fan.source)
        ),
    ]
    if fan.warning:
        layers.append(_text(fan.warning, left, top + 70, color=_ALERT, fontSize=12, fontWeight="bold"))
    return layers


def _end_layers(fan: Fan) -> list[_Layer]:
    """Beside the plot: of one curve its quantiles, of several their names, medians and 5–95 % ranges, with bars."""
    if len(fan.curves) == 1:
        return _quantile_labels(fan, fan.curves[0])
    layers: list[_Layer] = []
    wished = [_down(fan, curve.last[2]) for curve in fan.curves]
    places = spread(wished, _LABEL_GAP, 6, _HEIGHT - 6)
    left = _names_left(fan)
    right = _right_edge(fan)
    ordered = sorted(fan.curves, key=lambda curve: curve.last[2])
    for place, curve in zip(places, fan.curves, strict=True):
        across = _WIDTH + 12 + _BAR_STEP * ordered.index(curve)
        layers += _bar(fan, curve, across)
        layers.append(_text(short(curve.name), left, place, color=curve.colour, fontSize=12.5, fontWeight="bold"))
        layers.append(_text(_range_words(fan, curve), right, place, color=_INK, fontSize=12.5, align="right"))
    head = f"{fan.curves[0].years[-1]}: median (5–95 %)"
    layers.append(_text(head, right, min(places) - 20, color=_SOFT, fontSize=11, align="right"))
    return layers


def _quantile_labels(fan: Fan, curve: Curve) -> list[_Layer]:
    wished = [_down(fan, value) for value in curve.last]
    places = spread(wished, _LABEL_GAP, 6, _HEIGHT - 6)
    layers = []
    for name, value, place in zip(("5 %", "17 %", "median", "83 %", "95 %"), curve.last, places, strict=True):
        look = {"color": curve.colour, "fontWeight": "bold"} if name == "median" else {"color": _SOFT}
        layers.append(_text(written(value, _span(fan)), _WIDTH + 34, place, fontSize=12.5, align="right", **look))
        layers.append(_text(name, _WIDTH + 40, place, fontSize=12.5, **look))
    layers.append(_text(f"{curve.years[-1]}", _WIDTH + 34, min(places) - 20, color=_SOFT, fontSize=11, align="right"))
    return layers


def _bar(fan: Fan, curve: Curve, across: float) -> list[_Layer]:
    """The bands of the last year as a bar, thin for 5–95 %, thick for 17–83 %, with the median across it."""
    import altair as alt

    low, lower, middle, upper, high = (_down(fan, value) for value in curve.last)
    return [
        _empty(alt)
        .mark_rule(color=curve.colour, strokeWidth=width, opacity=opacity)
        .encode(x=alt.value(across), y=alt.value(top), y2=alt.value(bottom))
        for top, bottom, width, opacity in (
            (high, low, 3, 0.45),
            (upper, lower, 7, 0.6),
            (middle - 1.5, middle + 1.5, 9, 1),
        )
    ]


def _text(words: str, x: float, y: float, **look: Any) -> _Layer:
    """Words with their left end (or as ``align`` has it) and the middle of their height at this place in the plot."""
    import altair as alt

    look = {"align": "left", "baseline": "middle", **look}
    return _empty(alt).mark_text(text=words, **look).encode(x=alt.value(round(x, 2)), y=alt.value(round(y, 2)))


def _empty(alt: Any) -> Any:
    return alt.Chart(alt.InlineData(values=[{}]))


def _x(fan: Fan) -> Any:
    import altair as alt

    first, last = fan.curves[0].years[0], fan.curves[0].years[-1]
    step = 50 if last - first > 120 else 20 if last - first > 100 else 10
    ticks = [year for year in range(first - first % step, last + 1, step) if year >= first]
    axis = alt.Axis(values=ticks, format="d", grid=False, title=None, labelPadding=6)
    return alt.X("year:Q", axis=axis, scale=alt.Scale(domain=[first, last], nice=False, zero=False))


def _y(fan: Fan, field: str) -> Any:
    import altair as alt

    axis = alt.Axis(title=None, tickCount=7, domain=False, ticks=False, labelPadding=8)
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=list(fan.domain), nice=False, zero=False))


def _down(fan: Fan, value: float) -> float:
    """Pixels from the top of the plot."""
    low, high = fan.domain
    return _HEIGHT * (high - value) / (high - low)


def _span(fan: Fan) -> float:
    return fan.domain[1] - fan.domain[0]


def _range_words(fan: Fan, curve: Curve) -> str:
    low, middle, high = (written(curve.last[quantile], _span(fan)) for quantile in (0, 2, 4))
    return f"{middle} ({low} to {high})"


def _top(fan: Fan) -> float:
    return _TOP + _WARNING_HEIGHT * bool(fan.warning)


def _names_left(fan: Fan) -> float:
    return _WIDTH + 12 + _BAR_STEP * len(fan.curves) + 4


def _right_edge(fan: Fan) -> float:
    name = max(len(short(curve.name)) for curve in fan.curves)
    words = max(len(_range_words(fan, curve)) for curve in fan.curves)
    return _names_left(fan) + _BOLD_LETTER * name + _LETTER * words + 8


def _right(fan: Fan) -> float:
    return 108 if len(fan.curves) == 1 else _right_edge(fan) - _WIDTH + _MARGIN
