"""A claim on the series of record: a Vega-Lite specification made by Altair, drawn to SVG or PNG without a browser.

On a page its colours are CSS variables, so that one drawing serves light, dark and print. A file carries its own
colours on its own paper, and its title.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from parley.briefing.amounts import number
from parley.briefing.claim_layers import IN_FILE, ON_PAGE, TONES, Look, chart_layers
from parley.briefing.claim_layout import ClaimLayout, wrap
from parley.briefing.verdict_view import ClaimChart
from parley.briefing.verdicts import TOKEN_LABELS
from parley.version import __version__

_Rows = list[dict[str, Any]]

_LEFT, _RIGHT, _TOP, _BOTTOM, _MARGIN = 44, 12, 20, 22, 16
_TITLE_SIZE, _SMALL_SIZE, _TITLE_STEP, _FOOT_STEP = 17, 11.5, 23, 16
_LETTER = 0.54
# The fonts that are there when no browser is have no small digits below the line.
_PLAIN_DIGITS = str.maketrans("₂₄", "24")


def claim_svg(chart: ClaimChart, look: Look = ON_PAGE) -> str:
    """The chart as SVG markup. Same chart, same bytes."""
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(claim_chart_spec(chart, look), vl_version=_vega_lite())
    return svg


def claim_png(chart: ClaimChart, look: Look = IN_FILE) -> bytes:
    """The chart as a PNG picture, at twice the size of the SVG."""
    import vl_convert

    png: bytes = vl_convert.vegalite_to_png(claim_chart_spec(chart, look), vl_version=_vega_lite(), scale=2)
    return png


def claim_chart_spec(chart: ClaimChart, look: Look) -> dict[str, Any]:
    """The Vega-Lite specification of the chart: pixels for pixels, so that charts differ in nothing but their data."""
    layout = ClaimLayout(chart, look.width, look.height, look.font_size)
    frame = _frame(chart, look)
    margin = _MARGIN * look.headed
    data = {**_axes(layout, look), **_lines(layout), **_marks(layout, look), **_words(layout, look), **frame.words}
    return {
        **chart_layers(look),
        "width": look.width,
        "height": look.height,
        "padding": {
            "left": _LEFT + margin,
            "right": _RIGHT + margin,
            "top": _TOP + frame.above,
            "bottom": _BOTTOM + frame.below,
        },
        "datasets": data,
    }


def key_of(chart: ClaimChart) -> list[str]:
    """What the marks and lines of a chart are, in sentences."""
    sentences = []
    if chart.claimed:
        sentences.append(f"{'Triangle' if chart.claimed.comparator in ('<', '>') else 'Diamond'}: as claimed.")
    sentences.append(f"Dot{' and line' if chart.line else ''}: {chart.basis}; {chart.source}.")
    if len(chart.others) == 1:
        sentences.append("Thin line: another way of counting, or another source.")
    elif chart.others:
        sentences.append(f"Thin lines: {len(chart.others)} other ways of counting, or other sources.")
    return sentences


def _vega_lite() -> str:
    """The version of Vega-Lite that Altair writes."""
    import altair as alt

    return ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])


def _axes(layout: ClaimLayout, look: Look) -> dict[str, _Rows]:
    """Lines and words of the axes."""
    size, soft = look.font_size, look.colours["soft"]
    ticks = [(layout.across(year), str(year)) for year in layout.year_ticks]
    ends = [layout.down(value) for value in layout.ticks]
    strokes = [{"x": 0, "x2": layout.width, "y": y, "y2": y, "colour": look.colours["hair"]} for y in ends]
    strokes.append({"x": 0, "x2": layout.width, "y": layout.height, "y2": layout.height, "colour": soft})
    strokes += [{"x": x, "x2": x, "y": layout.height, "y2": layout.height + 4, "colour": soft} for x, _ in ticks]
    unit = {"x": 2 - _LEFT, "y": -11, "words": _plain(layout.chart.unit, look), "size": size, "colour": soft}
    named = [_minus(number(value)) for value in layout.ticks]
    return {
        "strokes": strokes,
        "years": [
            {
                "x": min(max(x, 12), layout.width - 12),
                "y": layout.height + 13,
                "words": year,
                "size": size,
                "colour": soft,
            }
            for x, year in ticks
        ],
        "figures": [
            {"x": -6, "y": y, "words": words, "size": size, "colour": soft}
            for y, words in zip(ends, named, strict=True)
        ],
        "unit": [unit],
    }


def _lines(layout: ClaimLayout) -> dict[str, _Rows]:
    chart, level = layout.chart, layout.chart.level
    down = layout.down(level) if level is not None else 0.0
    return {
        "level": [] if level is None else [{"x": 0, "x2": layout.width, "y": down, "y2": down}],
        "others": [
            {"x": x, "y": y, "order": order, "series": place}
            for place, series in enumerate(chart.others)
            for order, (x, y) in enumerate(layout.path(series.points))
        ],
        "line": [
            {"x": x, "y": y, "order": order}
            for order, (x, y) in enumerate(layout.path(chart.line.points) if chart.line else ())
        ],
    }


def _marks(layout: ClaimLayout, look: Look) -> dict[str, _Rows]:
    """The figures of record as dots, the claimed one, and the gap between them."""
    x, y = layout.record
    dots: _Rows = [{"x": layout.newest[0], "y": layout.newest[1], "size": 26}] if layout.newest else []
    dots.append({"x": x, "y": y, "size": 56})
    if layout.claimed is None:
        return {"dots": dots, "gaps": [], "claim": []}
    colour = look.colours[TONES[layout.chart.token]]
    at, top, bottom = layout.claimed
    middle = (top + bottom) / 2
    gaps = [{"x": at, "x2": at, "y": top, "y2": bottom, "width": 6, "colour": colour}] if top != bottom else []
    if at == x:
        gaps.append({"x": at, "x2": at, "y": middle, "y2": y, "width": 1.5, "colour": colour})
    return {"dots": dots, "gaps": gaps, "claim": [{"x": at, "y": middle, "shape": layout.shape, "colour": colour}]}


def _words(layout: ClaimLayout, look: Look) -> dict[str, _Rows]:
    """Labels by the side on which they end."""
    tone = TONES[layout.chart.token]
    ends: dict[str, _Rows] = {"left": [], "right": []}
    for label in layout.labels():
        colour = look.colours[tone if label.role == "claim" else label.role]
        row = {"x": label.x, "y": label.y, "words": _plain(label.words, look), "size": look.font_size, "colour": colour}
        ends[label.align].append(row)
    return ends


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the plot of a file, and the pixels that it takes."""

    words: dict[str, _Rows]
    above: float
    below: float


def _frame(chart: ClaimChart, look: Look) -> _Frame:
    """The title with the verdict above the plot, and below it what the marks are."""
    if not look.headed:
        return _Frame({"heading": [], "foot": []}, 0, 0)
    room = look.width + _LEFT
    letters = round(room / (_TITLE_SIZE * _LETTER))
    finding = f"{TOKEN_LABELS[chart.token].capitalize()}: {chart.finding}"
    above = [(line, "ink") for line in wrap(chart.title, letters)]
    above += [(line, TONES[chart.token]) for line in wrap(finding, letters)]
    keys = (*key_of(chart), f"Drawn by Parley {__version__}.")
    foot = [line for words in keys for line in wrap(words, round(room / (_SMALL_SIZE * _LETTER)))]
    top, bottom = -_TOP - _MARGIN - _TITLE_STEP * (len(above) - 1), look.height + _BOTTOM + _MARGIN
    return _Frame(
        {
            "heading": [
                _row(words, top + _TITLE_STEP * place, _TITLE_SIZE, role, look)
                for place, (words, role) in enumerate(above)
            ],
            "foot": [
                _row(words, bottom + _FOOT_STEP * place, _SMALL_SIZE, "soft", look) for place, words in enumerate(foot)
            ],
        },
        _TITLE_STEP * len(above) + 1.5 * _MARGIN,
        _FOOT_STEP * len(foot) + 1.5 * _MARGIN,
    )


def _row(words: str, y: float, size: float, role: str, look: Look) -> dict[str, Any]:
    return {"x": 2 - _LEFT, "y": y, "words": _plain(words, look), "size": size, "colour": look.colours[role]}


def _plain(words: str, look: Look) -> str:
    return words.translate(_PLAIN_DIGITS) if look.headed else words


def _minus(words: str) -> str:
    return words.replace("-", "−")
