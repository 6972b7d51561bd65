"""The outlook as a picture: world emissions and warming with its fan, drawn as the timeline is.

Colours are CSS variables of the page, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

import altair as alt

from parley.briefing.chart import draw
from parley.briefing.claim_layers import as_is, named, pixels
from parley.briefing.outlook_layout import ROLES, FanLayout, Mark, PanelGeometry, Path, fan_layout
from parley.briefing.outlook_view import FanChart

_FONT = "system-ui, sans-serif"
_TONES = {"past": "var(--ink)", "current": "var(--under_way)", "record": "var(--planned)", "told": "var(--accent)"}
_HAIR, _SOFT, _INK, _PAPER = "var(--hair)", "var(--soft)", "var(--ink)", "var(--paper)"
_DASHES = {"current": [6, 3], "told": [2, 2]}
_OPACITIES = (0.13, 0.2)
# Altair's layers are of many types, none of which a caller needs to know.
_Layer = Any
_Rows = list[dict[str, Any]]


def outlook_svg(chart: FanChart, geometry: PanelGeometry) -> str:
    """The chart as SVG markup. Same chart, same bytes."""
    return draw(outlook_spec(fan_layout(chart, geometry)))


def outlook_spec(placed: FanLayout) -> dict[str, Any]:
    """The Vega-Lite specification of the chart: pixels for pixels, so that charts differ in nothing but their data."""
    lines = {role: [row for line in placed.lines if line.role == role for row in _rows(line)] for role in _TONES}
    bands = {f"band {place}": _rows(band) for place, band in enumerate(placed.bands)}
    strokes = [asdict(stroke) | {"colour": _HAIR if stroke.role == "grid" else _SOFT} for stroke in placed.strokes]
    return {
        **_layers(),
        "width": placed.width,
        "height": placed.height,
        "padding": 0,
        "datasets": {
            **bands,
            **lines,
            "strokes": [row for row in strokes if row["role"] != "level"],
            "levels": [row for row in strokes if row["role"] == "level"],
            **_words(placed.marks),
        },
    }


@cache
def _layers() -> dict[str, Any]:
    """The layers of every chart, without data: making them costs Altair more than drawing does."""
    built = (
        alt.layer(*_band_layers(), *_stroke_layers(), *_line_layers(), *_word_layers())
        .properties(autosize=alt.AutoSizeParams(type="none"))
        .configure(background="transparent", font=_FONT, aria=False)
        .configure_view(stroke=None)
    )
    # The schema check costs ten times what making the chart does; tests make it.
    spec: dict[str, Any] = built.to_dict(validate=False)
    return spec


def _band_layers() -> Iterator[_Layer]:
    for place, opacity in enumerate(_OPACITIES):
        area = named(f"band {place}").mark_area(color=_TONES["record"], opacity=opacity, line=False)
        yield area.encode(**pixels("x", "y", "y2"))


def _stroke_layers() -> Iterator[_Layer]:
    for name, dash in (("strokes", [1, 0]), ("levels", [5, 3])):
        rule = named(name).mark_rule(strokeWidth=1, strokeDash=dash)
        yield rule.encode(**pixels("x", "y", "x2", "y2"), color=as_is("Color", "colour"))


def _line_layers() -> Iterator[_Layer]:
    """Each line in two parts, one a panel."""
    for role, tone in _TONES.items():
        line = named(role).mark_line(color=tone, strokeWidth=2.2, strokeDash=_DASHES.get(role, [1, 0]))
        yield line.encode(**pixels("x", "y"), detail="panel:N", order="order:Q")


def _word_layers() -> Iterator[_Layer]:
    """Words in front of everything; those on lines with a halo in the colour of the paper."""
    yield _text("titles", align="left", fontWeight="bold", fontSize=12.5)
    yield _text("years", align="center", fontSize=11)
    yield _text("figures", align="right", fontSize=11)
    for name, look in (("level words", {"align": "left", "fontSize": 11}), ("names", _NAMES)):
        yield _text(name, stroke=_PAPER, strokeWidth=3, **look)
        yield _text(name, **look)


_NAMES = {"align": "right", "fontWeight": "bold", "fontSize": 12}


def _text(name: str, **how: Any) -> _Layer:
    text = named(name).mark_text(baseline="alphabetic", **how)
    return text.encode(**pixels("x", "y"), text="words:N", color=as_is("Color", "colour"))


def _words(marks: Sequence[Mark]) -> dict[str, _Rows]:
    """Words by the data set that they are in."""
    found: dict[str, _Rows] = {name: [] for name in ("titles", "years", "figures", "level words", "names")}
    for mark in marks:
        tone = _TONES.get(mark.role, _INK if mark.role == "title" else _SOFT)
        found[_dataset(mark)].append({"x": mark.x, "y": mark.y, "words": mark.words, "colour": tone})
    return found


def _dataset(mark: Mark) -> str:
    if mark.role in ROLES:
        return "names"
    return {"title": "titles", "level": "level words"}.get(mark.role, "years" if mark.align == "center" else "figures")


def _rows(path: Path) -> _Rows:
    lower = path.lower or tuple(y for _, y in path.points)
    return [
        {"x": x, "y": y, "y2": y2, "order": order, "panel": path.panel}
        for order, ((x, y), y2) in enumerate(zip(path.points, lower, strict=True))
    ]
