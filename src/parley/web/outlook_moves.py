"""How the outlook has moved since Paris, as a page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.briefing.dates import span_in_words
from parley.briefing.outlook_words import subscript
from parley.outlook.headline import degrees
from parley.outlook.moves_told import moved_by, moves_in_words
from parley.outlook.since_paris import SMALLEST_MOVE_K, Move
from parley.pathways.axes import LAST_YEAR
from parley.web.models.outlook import DrawnLine, DrawnPanel, DrawnWord, OutlookMove, SinceParisPage
from parley.web.outlook_drawing import Plot
from parley.web.outlook_scenario import Scenario

_LOW, _HIGH, _STEP = 1.5, 3.0, 0.5
_MARKED_K = 0.04


def moves_page(moves: Sequence[Move], scenario: Scenario) -> SinceParisPage:
    """Every day on which the book of record changed, and those that moved the outlook."""
    told = tuple(_move(move) for move in moves)
    return SinceParisPage(
        headline=subscript(moves_in_words(moves)),
        address=scenario.address,
        panel=_panel(moves, told),
        largest=tuple(each for each in told if abs(each.change_k) >= SMALLEST_MOVE_K),
        moves=told,
    )


def _move(move: Move) -> OutlookMove:
    day = _day(move)
    return OutlookMove(
        day=day.isoformat(),
        day_words=span_in_words(day, day),
        median_k=round(move.outlook.median(LAST_YEAR), 4),
        likely_k=round(move.outlook.likely(LAST_YEAR), 4),
        change_k=round(move.change_k, 4),
        change=f"{move.change_k:+.3f}".replace("-", "−"),
        moved_by=subscript(moved_by(move, most=4)),
    )


def _panel(moves: Sequence[Move], told: Sequence[OutlookMove]) -> DrawnPanel:
    """Two lines of steps: the median, and what two in three members stay below."""
    first, last = _years(_day(moves[0])), _years(_day(moves[-1]))
    values = [value for each in told for value in (each.median_k, each.likely_k)]
    low = min(_LOW, _STEP * (min(values) // _STEP))
    high = max(_HIGH, _STEP * -(-max(values) // _STEP))
    plot = Plot(low, high, _STEP, width=900, height=380, left=34, top=12, plot_width=806, plot_height=334,
                first=first, last=last)  # fmt: skip
    ends = [("run", told[-1].median_k), ("likely", told[-1].likely_k)]
    y = [plot.y(value) for _, value in ends]
    return DrawnPanel(
        id="moves",
        title=f"Warming of {LAST_YEAR} since 1850–1900",
        unit="°C",
        alternative=moves_in_words(moves),
        width=plot.width,
        height=plot.height,
        left=plot.left,
        top=plot.top,
        plot_width=plot.plot_width,
        plot_height=plot.plot_height,
        first=int(first),
        last=int(last) + 1,
        low=low,
        high=high,
        grid=plot.grid(1),
        years=tuple(
            DrawnWord(x=round(plot.x(year), 1), y=plot.top + plot.plot_height, words=str(year), role="year")
            for year in range(int(first) + 1, int(last) + 1)
        ),
        levels=(
            DrawnWord(x=plot.left, y=round(plot.y(2.0), 1), words="", role="level"),
            *(
                DrawnWord(
                    x=round(plot.x(_years(_day(move))), 1),
                    y=round(plot.y(each.median_k), 1),
                    words=f"{each.day_words}, {each.change} °C: {each.moved_by}",
                    role="target",
                )
                for move, each in zip(moves, told, strict=True)
                if abs(each.change_k) >= _MARKED_K
            ),
        ),
        bands=(),
        lines=(
            DrawnLine(role="likely", d=_steps(plot, moves, [each.likely_k for each in told])),
            DrawnLine(role="run", d=_steps(plot, moves, [each.median_k for each in told])),
        ),
        ends=tuple(
            DrawnWord(x=plot.left + plot.plot_width + 6, y=round(place, 1), words=degrees(value, 2), role=role)
            for (role, value), place in zip(ends, y, strict=True)
        ),
    )


def _steps(plot: Plot, moves: Sequence[Move], values: Sequence[float]) -> str:
    """A line that stays until the day of the next move."""
    parts: list[str] = []
    for move, value in zip(moves, values, strict=True):
        x, y = plot.x(_years(_day(move))), plot.y(value)
        parts.append(f"H{x:.1f}V{y:.1f}" if parts else f"M{x:.1f} {y:.1f}")
    return "".join(parts)


def _day(move: Move) -> date:
    assert move.outlook.as_of is not None
    return move.outlook.as_of


def _years(day: date) -> float:
    return day.year + (day - date(day.year, 1, 1)).days / 366
