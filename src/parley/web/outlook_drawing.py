"""The outlook's chart: where years and values stand in a plot, as paths and words that SVG draws.

The page's own module (static/outlook_chart.js) draws the same in the same places while a slider moves: plots have fixed
edges, so that nothing jumps, and both write coordinates with one decimal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.climate.fan_layout import percent
from parley.outlook.headline import degrees
from parley.outlook.odds import THRESHOLDS_K
from parley.pathways.axes import FIRST_YEAR, LAST_YEAR
from parley.web.models.outlook import DrawnLine, DrawnPanel, DrawnWord, OddsPart, OutlookSeries

_YEARS = (2000, 2025, 2050, 2075, 2100)
_LEVELS_K = (1.5, 2.0)
_NEAREST = 13.0
"""How close the words at two ends of lines may stand."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot of a drawing: its place, the years across and the values up."""

    low: float
    high: float
    step: float
    width: float = 420
    height: float = 300
    left: float = 30
    top: float = 10
    plot_width: float = 346
    plot_height: float = 264
    first: float = FIRST_YEAR
    last: float = LAST_YEAR

    def x(self, year: float) -> float:
        """How far from the left a year is."""
        return self.left + (year - self.first) / (self.last - self.first) * self.plot_width

    def y(self, value: float) -> float:
        """How far from the top a value is; what lies outside the plot is at its edge."""
        inside = min(max(value, self.low), self.high)
        return self.top + (self.high - inside) / (self.high - self.low) * self.plot_height

    def line(self, first_year: int, values: Sequence[float], since: int | None = None, until: int | None = None) -> str:
        """A path through values by year, of the years from ``since`` to ``until``."""
        return "M" + "L".join(self._points(first_year, values, since, until))

    def band(self, first_year: int, upper: Sequence[float], lower: Sequence[float], since: int | None = None) -> str:
        """A closed path around the room between two lines."""
        there = self._points(first_year, upper, since, None)
        back = reversed(list(self._points(first_year, lower, since, None)))
        return f"M{'L'.join([*there, *back])}Z"

    def _points(self, first_year: int, values: Sequence[float], since: int | None, until: int | None) -> Iterator[str]:
        for year, value in enumerate(values, start=first_year):
            if (since is None or year >= since) and (until is None or year <= until):
                yield f"{self.x(year):.1f} {self.y(value):.1f}"

    def grid(self, digits: int = 0) -> tuple[DrawnWord, ...]:
        """The values along the left edge."""
        first, most = -(-self.low // self.step), int(self.high // self.step)
        values = [self.step * place for place in range(int(first), most + 1)]
        return tuple(
            DrawnWord(
                x=self.left,
                y=round(self.y(value), 1),
                words=f"{value:.{digits}f}".replace("-", "−"),
                role="zero" if value == 0 else "grid",
            )
            for value in values
        )

    def years(self) -> tuple[DrawnWord, ...]:
        """The years along the lower edge."""
        y = self.top + self.plot_height
        return tuple(
            DrawnWord(x=round(self.x(year), 1), y=y, words=str(year), role="year")
            for year in _YEARS
            if self.first <= year <= self.last
        )


EMISSIONS = Plot(low=-5, high=65, step=20)
WARMING = Plot(low=0, high=4.5, step=1)


def draw_emissions(run: OutlookSeries, current: OutlookSeries, record: OutlookSeries, said: str) -> DrawnPanel:
    """World emissions: history, the scenario with what targets leave open, and what it is compared with."""
    known, first = run.known, run.first_year
    values = [run.emissions[-1], record.emissions[-1], current.emissions[-1]]
    return _panel(
        EMISSIONS,
        "emissions",
        "World emissions",
        "GtCO₂e a year",
        said,
        bands=[("open", EMISSIONS.band(first, run.emissions_high, run.emissions_low, since=known))],
        lines=[
            ("current", EMISSIONS.line(first, current.emissions, since=known)),
            ("record", EMISSIONS.line(first, record.emissions, since=known)),
            ("past", EMISSIONS.line(first, run.emissions, until=known)),
            ("run", EMISSIONS.line(first, run.emissions, since=known)),
        ],
        ends=_ends(EMISSIONS, values, [f"{value:.0f}".replace("-", "−") for value in values]),
        levels=(),
        digits=0,
    )


def draw_warming(run: OutlookSeries, current: OutlookSeries, record: OutlookSeries, said: str) -> DrawnPanel:
    """Warming with its fan, and what it is compared with."""
    known, first, at = run.known, run.first_year, run.warming
    values = [each.warming["50"][-1] for each in (run, record, current)]
    levels = (
        DrawnWord(x=WARMING.left, y=round(WARMING.y(level), 1), words=f"{level:g} °C", role="level")
        for level in _LEVELS_K
    )
    return _panel(
        WARMING,
        "warming",
        "Warming since 1850–1900",
        "°C",
        said,
        bands=[
            ("wide", WARMING.band(first, at["95"], at["5"])),
            ("narrow", WARMING.band(first, at["83"], at["17"])),
        ],
        lines=[
            ("current", WARMING.line(first, current.warming["50"], since=known)),
            ("record", WARMING.line(first, record.warming["50"], since=known)),
            ("past", WARMING.line(first, at["50"], until=known)),
            ("run", WARMING.line(first, at["50"], since=known)),
        ],
        ends=_ends(WARMING, values, [degrees(value) for value in values]),
        levels=tuple(levels),
        digits=0,
    )


def draw_party(
    plot: Plot, name: str, run: OutlookSeries, current: Sequence[float], targets: Iterable[tuple[int, float]], said: str
) -> DrawnPanel:
    """Emissions of a Party: history, current policy, under its pledges, and its targets as dots."""
    known, first = run.known, run.first_year
    digits = 0 if plot.step >= 1 else len(f"{plot.step:g}".partition(".")[2])
    values = [run.emissions[-1], current[-1]]
    shown = 1 if plot.step < 1 else 0
    panel = _panel(
        plot,
        "party",
        f"Emissions of {name}",
        "GtCO₂e a year",
        said,
        bands=[("open", plot.band(first, run.emissions_high, run.emissions_low, since=known))],
        lines=[
            ("current", plot.line(first, current, since=known)),
            ("past", plot.line(first, run.emissions, until=known)),
            ("run", plot.line(first, run.emissions, since=known)),
        ],
        ends=_ends(plot, values, [f"{value:.{shown + 1}f}".replace("-", "−") for value in values], ("run", "current")),
        levels=(),
        digits=digits,
    )
    dots = tuple(
        DrawnWord(x=round(plot.x(year), 1), y=round(plot.y(value), 1), words=str(year), role="target")
        for year, value in targets
    )
    return panel.model_copy(update={"levels": dots})


def odds_parts(odds: Sequence[float]) -> tuple[OddsPart, ...]:
    """The ensemble by the highest warming that a member ever has, from ``odds`` by ``THRESHOLDS_K``."""
    # Rounded as a run tells them, so that the page's own module comes to the same words.
    edges = [0.0, *(round(share, 4) for share in odds), 1.0]
    names = [f"below {THRESHOLDS_K[0]:g} °C"]
    names += [f"{low:g} to {high:g} °C" for low, high in pairwise(THRESHOLDS_K)]
    names.append(f"above {THRESHOLDS_K[-1]:g} °C")
    return tuple(
        OddsPart(
            id=f"part{place}",
            label=name,
            words=percent(after - before),
            left=round(100 * before, 2),
            width=round(100 * (after - before), 2),
        )
        for place, (name, before, after) in enumerate(zip(names, edges, edges[1:], strict=False))
    )


def plot_for(values: Sequence[float]) -> Plot:
    """A plot that all values fit in, from zero or below to a full step."""
    largest, smallest = max(values), min([*values, 0.0])
    step = next(
        (
            base * 10.0**power
            for power in range(-4, 3)
            for base in (1, 2, 5)
            if (largest - smallest) / (base * 10.0**power) <= 5
        ),
        1000.0,
    )
    low = step * (smallest // step) if smallest < -0.02 * (largest - smallest) else 0.0
    return Plot(low=low, high=step * -(-largest // step), step=step, width=760, plot_width=676, left=40)


def _panel(
    plot: Plot,
    name: str,
    title: str,
    unit: str,
    alternative: str,
    *,
    bands: Iterable[tuple[str, str]],
    lines: Iterable[tuple[str, str]],
    ends: tuple[DrawnWord, ...],
    levels: tuple[DrawnWord, ...],
    digits: int,
) -> DrawnPanel:
    return DrawnPanel(
        id=name,
        title=title,
        unit=unit,
        alternative=alternative,
        width=plot.width,
        height=plot.height,
        left=plot.left,
        top=plot.top,
        plot_width=plot.plot_width,
        plot_height=plot.plot_height,
        first=int(plot.first),
        last=int(plot.last),
        low=plot.low,
        high=plot.high,
        grid=plot.grid(digits),
        years=plot.years(),
        levels=levels,
        bands=tuple(DrawnLine(role=role, d=d) for role, d in bands),
        lines=tuple(DrawnLine(role=role, d=d) for role, d in lines),
        ends=ends,
    )


def _ends(
    plot: Plot, values: Sequence[float], words: Sequence[str], roles: Sequence[str] = ("run", "record", "current")
) -> tuple[DrawnWord, ...]:
    """The last value of each line beside its end; one that would cover an earlier one is hidden."""
    x = plot.left + plot.plot_width + 5
    placed: list[float] = []
    ends: list[DrawnWord] = []
    for value, said, role in zip(values, words, roles, strict=True):
        y = plot.y(value)
        hidden = any(abs(y - other) < _NEAREST for other in placed)
        placed += [] if hidden else [y]
        ends.append(DrawnWord(x=x, y=round(y, 1), words=said, role=role, hidden=hidden))
    return tuple(ends)
