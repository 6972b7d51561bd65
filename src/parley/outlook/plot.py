"""An outlook as a chart of two panels: the world's emissions beside current policy, and warming as a fan."""

from __future__ import annotations

from collections.abc import Iterator

from parley.climate.fan_layout import percent, spread
from parley.outlook.canvas import COOL, HAIR, INK, SOFT, WARM, Canvas, Panel, wrapped
from parley.outlook.days import day_in_words
from parley.outlook.five import five_choices
from parley.outlook.headline import degrees, headline
from parley.outlook.odds import QUANTILES, SINCE, THRESHOLDS_K
from parley.outlook.outlook import MT_IN_GT, Outlook, of_record
from parley.pathways.axes import LAST_YEAR, YEARS, FloatArray, place
from parley.version import __version__

_WIDTH, _HEIGHT = 1160, 640
_TOP, _DEEP = 186, 330
_YEARS = (2000, 2020, 2040, 2060, 2080, 2100)
_MARKED = (2030, 2050)
_LEVELS_K = (1.5, 2.0)
_MARGIN, _SECOND = 28, 660
_BANDS = ((0.05, 0.95, 0.16), (0.17, 0.83, 0.26))


def draw_outlook(outlook: Outlook) -> Canvas:
    """The chart."""
    canvas = Canvas(_WIDTH, _HEIGHT)
    _draw_heading(canvas, outlook)
    _draw_emissions(canvas, outlook)
    _draw_warming(canvas, outlook)
    _draw_footer(canvas, outlook)
    return canvas


def _draw_heading(canvas: Canvas, outlook: Outlook) -> None:
    canvas.text(_title(outlook), _MARGIN, 40, fontSize=24, fontWeight="bold")
    for at, line in enumerate(wrapped(headline(outlook), 14, _WIDTH - 2 * _MARGIN)[:3]):
        canvas.text(line, _MARGIN, 72 + 20 * at, fontSize=14, color=SOFT)


def _title(outlook: Outlook) -> str:
    if outlook.choices.policy == "current":
        what = "Current policies"
    elif outlook.as_of and outlook.name == of_record(outlook.as_of):
        what = f"The world’s pledges of {day_in_words(outlook.as_of)}"
    else:
        what = "These pledges"
    lead = "lead to" if outlook.choices.likelihood == 50 else "likely lead to no more than"
    return f"{what} {lead} {degrees(outlook.headline())} °C of warming in {LAST_YEAR}"


def _draw_emissions(canvas: Canvas, outlook: Outlook) -> None:
    now = outlook.choices.data_year
    pledged = outlook.world.total()[0] / MT_IN_GT
    policy = outlook.current_policy.total()[0] / MT_IN_GT
    strong, weak = (world.total()[0] / MT_IN_GT for world in outlook.ends)
    high = 10.0 * -(-max(policy.max(), weak.max()) // 10)
    low = 10.0 * min(0.0, strong.min() // 10)
    panel = Panel(_MARGIN + 34, _TOP, 452, _DEEP, (SINCE, LAST_YEAR), (low, high))
    with_pledges = _has_pledges(outlook)
    known = f"Black: known, to {now}." + " Band: what targets leave open." * with_pledges
    _draw_panel_heading(canvas, "World emissions in GtCO2e a year", known, _MARGIN)
    canvas.axes(panel, _YEARS, [low + 10 * step for step in range(int((high - low) / 10) + 1)])
    canvas.area(((panel.x(year), panel.y(at), panel.y(to)) for year, at, to in _between(strong, weak, now)), COOL, 0.22)
    canvas.line(_points(panel, policy, now, LAST_YEAR), WARM, 2.4, () if not with_pledges else (6, 4))
    if with_pledges:
        canvas.line(_points(panel, pledged, now, LAST_YEAR), COOL, 2.8)
    canvas.line(_points(panel, pledged, SINCE, now), INK, 2.4)
    lines = [("current policy", policy, WARM, -14.0), ("as pledged", pledged, COOL, 15.0)]
    for _, values, colour, lift in lines if with_pledges else lines[:1]:
        _mark(canvas, panel, values, colour, lift)
    _name_ends(canvas, panel, lines if with_pledges else lines[:1])


def _draw_panel_heading(canvas: Canvas, title: str, further: str, left: float) -> None:
    canvas.text(title, left, _TOP - 44, fontSize=15, fontWeight="bold")
    canvas.text(further, left, _TOP - 25, fontSize=12.5, color=SOFT)


def _mark(canvas: Canvas, panel: Panel, values: FloatArray, colour: str, lift: float) -> None:
    """Dots with their figures in the years that reports speak of."""
    for year in _MARKED:
        x, y = panel.x(year), panel.y(float(values[place(year)]))
        canvas.dots([(x, y)], colour, 46)
        canvas.haloed(f"{values[place(year)]:.0f}", x, y + lift, align="center", color=colour, fontWeight="bold")


def _name_ends(canvas: Canvas, panel: Panel, lines: list[tuple[str, FloatArray, str, float]]) -> None:
    wished = [panel.y(float(values[-1])) for _, values, _, _ in lines]
    places = spread(wished, 36, panel.top, panel.bottom)
    for (name, values, colour, _), y in zip(lines, places, strict=True):
        canvas.text(f"{values[-1]:.0f}", panel.right + 8, y - 8, color=colour, fontSize=15, fontWeight="bold")
        canvas.text(name, panel.right + 8, y + 9, color=colour, fontSize=13)


def _draw_warming(canvas: Canvas, outlook: Outlook) -> None:
    warming = outlook.warming
    top = max(3.0, 0.5 * -(-float(warming.by_quantile[-1].max()) // 0.5))
    panel = Panel(_SECOND + 30, _TOP, 372, _DEEP, (SINCE, LAST_YEAR), (0.0, top))
    shown = zip(THRESHOLDS_K[:3], warming.below, strict=False)
    odds = "Odds of never passing " + ", ".join(f"{level:g} °C: {percent(share)}" for level, share in shown)
    _draw_panel_heading(canvas, "Warming above 1850–1900 in °C", odds, _SECOND)
    canvas.axes(panel, _YEARS, [0.5 * step for step in range(round(2 * top) + 1)], 1)
    years = [int(year) for year in warming.years]
    colour = COOL if _has_pledges(outlook) else WARM
    for low, high, opacity in _BANDS:
        bottom, upper = (warming.by_quantile[QUANTILES.index(each)] for each in (low, high))
        edges = ((panel.x(year), panel.y(b), panel.y(u)) for year, b, u in zip(years, bottom, upper, strict=True))
        canvas.area(edges, colour, opacity)
    _draw_levels(canvas, panel)
    median = warming.by_quantile[QUANTILES.index(0.5)]
    canvas.line(((panel.x(year), panel.y(value)) for year, value in zip(years, median, strict=True)), colour, 2.8)
    canvas.dots(_observed(panel, outlook), INK, 12, 0.8)
    _name_quantiles(canvas, panel, outlook, colour)


def _draw_levels(canvas: Canvas, panel: Panel) -> None:
    for level in _LEVELS_K:
        y = panel.y(level)
        canvas.line([(panel.left, y), (panel.right, y)], INK, 1.2, (5, 3))
        canvas.haloed(f"{level:g} °C", panel.left + 6, y - 10, fontWeight="bold")


def _name_quantiles(canvas: Canvas, panel: Panel, outlook: Outlook, colour: str) -> None:
    warming = outlook.warming
    rows = [("95 %", 0.95), ("83 %", 0.83), ("median", 0.5), ("17 %", 0.17), ("5 %", 0.05)]
    values = [warming.in_year(LAST_YEAR, quantile) for _, quantile in rows]
    places = spread([panel.y(value) for value in values], 18, panel.top, panel.bottom)
    for (name, _), value, y in zip(rows, values, places, strict=True):
        look = {"color": colour, "fontWeight": "bold"} if name == "median" else {"color": SOFT}
        canvas.text(degrees(value), panel.right + 30, y, align="right", fontSize=13.5, **look)
        canvas.text(name, panel.right + 37, y, fontSize=13, **look)
    canvas.text(str(LAST_YEAR), panel.right + 30, min(places) - 20, align="right", color=SOFT, fontSize=12)


def _draw_footer(canvas: Canvas, outlook: Outlook) -> None:
    choices = five_choices(outlook.choices)
    said = (
        f"{choices['conditionality']}; {choices['net zero']}; {choices['extension']}; {choices['land use and scope']}."
    )
    made = (
        f"Bands of warming: 17–83 % and 5–95 % of {outlook.members} members of {outlook.ensemble}. Dots: observed, "
        f"Indicators of Global Climate Change 2024. Parley {__version__}."
    )
    canvas.line([(_MARGIN, 556), (_WIDTH - _MARGIN, 556)], HAIR, 1)
    lines = [*wrapped(said[0].upper() + said[1:], 11.5, _WIDTH - 2 * _MARGIN), made]
    for at, line in enumerate(lines[:4]):
        canvas.text(line, _MARGIN, 574 + 16 * at, fontSize=11.5, color=SOFT)


def _points(panel: Panel, values: FloatArray, first: int, last: int) -> Iterator[tuple[float, float]]:
    for year in range(first, last + 1):
        yield panel.x(year), panel.y(float(values[place(year)]))


def _has_pledges(outlook: Outlook) -> bool:
    return outlook.choices.policy != "current"


def _between(low: FloatArray, high: FloatArray, first: int) -> Iterator[tuple[int, float, float]]:
    for year in YEARS[place(first) :].tolist():
        yield year, float(low[place(year)]), float(high[place(year)])


def _observed(panel: Panel, outlook: Outlook) -> Iterator[tuple[float, float]]:
    from parley.climate.calibration.observations import load_series

    series = load_series("gmst")
    for year, value in zip(series.years.tolist(), series.values.tolist(), strict=True):
        if year >= SINCE:
            yield panel.x(year), panel.y(value)
