"""How the outlook has moved since Paris, as a chart of steps with the largest moves named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.climate.fan_layout import spread
from parley.outlook.canvas import COOL, HAIR, INK, SOFT, WARM, Canvas, Panel, wrapped
from parley.outlook.five import five_choices
from parley.outlook.headline import degrees
from parley.outlook.moves_notes import LINE, SIZE, Note, place_notes
from parley.outlook.moves_told import moves_in_words
from parley.outlook.since_paris import Move
from parley.pathways.axes import LAST_YEAR
from parley.version import __version__

_WIDTH, _HEIGHT = 1160, 700
_TOP, _DEEP = 132, 440
_MARGIN = 28
_STEP_K = 0.25


def draw_moves(moves: Sequence[Move]) -> Canvas:
    """The chart: the median and what 66 % stay below, by day of the book of record."""
    canvas = Canvas(_WIDTH, _HEIGHT)
    panel = _panel(moves)
    _draw_heading(canvas, moves)
    _draw_axes(canvas, panel)
    curves = (_steps(panel, moves, 0.5), _steps(panel, moves, 0.66))
    notes = place_notes(moves, panel, curves)
    for note in notes:
        _draw_leader(canvas, note)
    canvas.line(curves[1], SOFT, 1.8)
    canvas.line(curves[0], COOL, 3)
    for note in notes:
        _draw_note(canvas, note)
    _name_ends(canvas, panel, moves)
    _draw_footer(canvas, moves)
    return canvas


def _panel(moves: Sequence[Move]) -> Panel:
    values = [value for move in moves for value in (move.outlook.median(LAST_YEAR), move.outlook.likely(LAST_YEAR))]
    # Half a degree more than the curves need, so that there is room for words above and below.
    low = min(1.5, _STEP_K * (min(values) // _STEP_K))
    high = max(3.0, _STEP_K * -(-max(values) // _STEP_K))
    days = (_in_years(_day(moves[0])), _in_years(_day(moves[-1])))
    return Panel(_MARGIN + 34, _TOP, 968, _DEEP, days, (low, high))


def _draw_heading(canvas: Canvas, moves: Sequence[Move]) -> None:
    before, now = (degrees(moves[at].outlook.median(LAST_YEAR)) for at in (0, -1))
    title = f"Since Paris, the outlook has moved from {before} to {now} °C"
    canvas.text(title, _MARGIN, 40, fontSize=24, fontWeight="bold")
    for at, line in enumerate(wrapped(moves_in_words(moves), 14, _WIDTH - 2 * _MARGIN)[:2]):
        canvas.text(line, _MARGIN, 70 + 20 * at, fontSize=14, color=SOFT)


def _draw_axes(canvas: Canvas, panel: Panel) -> None:
    low, high = panel.up
    first, last = panel.across
    values = [low + _STEP_K * step for step in range(round((high - low) / _STEP_K) + 1)]
    canvas.axes(panel, list(range(int(first) + 1, int(last) + 1)), values, 2)
    for level in (1.5, 2.0):
        y = panel.y(level)
        canvas.line([(panel.left, y), (panel.right, y)], INK, 1.2, (5, 3))
    words = f"Warming of {LAST_YEAR} above 1850–1900 in °C"
    canvas.text(words, _MARGIN, _TOP - 18, fontSize=12.5, color=SOFT)


def _steps(panel: Panel, moves: Sequence[Move], quantile: float) -> list[tuple[float, float]]:
    """The corners of a line that stays until the day of the next move."""
    corners: list[tuple[float, float]] = []
    for move in moves:
        x = panel.x(_in_years(_day(move)))
        y = panel.y(move.outlook.warming.in_year(LAST_YEAR, quantile))
        corners += [(x, corners[-1][1]), (x, y)] if corners else [(x, y)]
    return corners


def _draw_leader(canvas: Canvas, note: Note) -> None:
    canvas.line([note.anchor, note.foot], SOFT, 0.8)


def _draw_note(canvas: Canvas, note: Note) -> None:
    colour = WARM if note.move.change_k > 0 else COOL
    canvas.dots([note.anchor], colour, 40)
    for at, line in enumerate(note.lines):
        look = {"fontWeight": "bold", "color": colour} if at == 0 else {"color": INK}
        canvas.haloed(line, note.left, note.top + LINE * (at + 0.5), fontSize=SIZE, **look)


def _name_ends(canvas: Canvas, panel: Panel, moves: Sequence[Move]) -> None:
    last = moves[-1].outlook
    ends = [("66 % stay below", last.likely(LAST_YEAR), SOFT), ("median", last.median(LAST_YEAR), COOL)]
    places = spread([panel.y(value) for _, value, _ in ends], 38, panel.top, panel.bottom)
    for (name, value, colour), y in zip(ends, places, strict=True):
        canvas.text(degrees(value), panel.right + 10, y - 7, color=colour, fontSize=16, fontWeight="bold")
        canvas.text(name, panel.right + 10, y + 10, color=colour, fontSize=12.5)


def _draw_footer(canvas: Canvas, moves: Sequence[Move]) -> None:
    outlook = moves[-1].outlook
    choices = five_choices(outlook.choices)
    said = "; ".join(choices[name] for name in ("conditionality", "net zero", "extension", "land use and scope"))
    made = (
        f"Emissions are known to {outlook.choices.data_year} throughout, so that only pledges and withdrawals move it. "
        f"{outlook.members} members of {outlook.ensemble}. Parley {__version__}."
    )
    canvas.line([(_MARGIN, 616), (_WIDTH - _MARGIN, 616)], HAIR, 1)
    lines = [*wrapped(f"{said[0].upper()}{said[1:]}.", 11.5, _WIDTH - 2 * _MARGIN), made]
    for at, line in enumerate(lines[:4]):
        canvas.text(line, _MARGIN, 634 + 16 * at, fontSize=11.5, color=SOFT)


def _day(move: Move) -> date:
    assert move.outlook.as_of is not None
    return move.outlook.as_of


def _in_years(day: date) -> float:
    start = date(day.year, 1, 1)
    return day.year + (day - start).days / (date(day.year + 1, 1, 1) - start).days
