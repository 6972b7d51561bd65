"""Where things stand in the timeline chart: panels of days without long gaps, one row an event.

All positions are pixels from the upper left corner. Placing them here rather than in the drawing keeps labels from
meeting each other and the result free of the fonts, locale and time zone of the machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.briefing.dates import SHORT_MONTHS, months_in_words
from parley.briefing.view import BriefingView, EventView

_MOST_ROWS = 16
_GAP_DAYS = 21
_LONGEST_EVENT_DAYS = 100
_SMALLEST_BAR = 9.0
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Geometry:
    """Sizes in pixels; labels stand left of the bars, or above them where ``label_width`` is 0."""

    width: int
    label_width: int
    head_height: int
    row_height: int
    bar_drop: int
    label_letters: int
    most_ticks: int


WIDE = Geometry(width=760, label_width=290, head_height=26, row_height=36, bar_drop=10, label_letters=46, most_ticks=7)
NARROW = Geometry(width=340, label_width=0, head_height=46, row_height=54, bar_drop=36, label_letters=50, most_ticks=4)
_FOOT_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days; a single short one is a dot (``x == x2``). ``certain`` dates are drawn solid."""

    x: float
    x2: float
    y: float
    status: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Line:
    x: float
    x2: float
    y: float
    y2: float
    role: str


@dataclass(frozen=True, slots=True)
class Layout:
    width: int
    height: int
    labels: tuple[Label, ...]
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Panel:
    """Events without a long gap between them, and the days that the panel shows."""

    events: tuple[EventView, ...]
    first: date
    last: date
    top: float
    geometry: Geometry

    @property
    def bottom(self) -> float:
        return self.top + self.geometry.head_height + len(self.events) * self.geometry.row_height

    def x(self, day: date) -> float:
        """Where ``day`` begins."""
        left, right = float(self.geometry.label_width), float(self.geometry.width) - 8
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return round(left + share * (right - left), 1)


def charted(view: BriefingView) -> tuple[EventView, ...]:
    """The events that the chart shows: news with a date of their own, the most reported where there are many."""
    dated = [event for event in view.timeline if not event.background and _days(event) <= _LONGEST_EVENT_DAYS]
    if len(dated) <= _MOST_ROWS:
        return tuple(dated)
    by_weight = sorted(dated, key=_weight)
    chosen = {event.id for event in by_weight[:_MOST_ROWS]}
    return tuple(event for event in dated if event.id in chosen)


def layout(view: BriefingView, geometry: Geometry) -> Layout | None:
    """The chart's parts in place; None when no event can be charted."""
    panels = _panels(charted(view), geometry)
    if not panels:
        return None
    published = [(source.date.start, source.date.end) for source in view.sources if source.date.start]
    labels: list[Label] = []
    bars: list[Bar] = []
    lines: list[Line] = []
    for panel in panels:
        labels.extend(_panel_labels(panel))
        bars.extend(bar for row, event in enumerate(panel.events) for bar in _bars(panel, row, event))
        lines.extend(_panel_lines(panel))
        lines.extend(_document_marks(panel, published))
    height = math.ceil(panels[-1].bottom + _FOOT_HEIGHT)
    return Layout(geometry.width, height, tuple(labels), tuple(bars), tuple(lines))


def _panels(events: Sequence[EventView], geometry: Geometry) -> list[_Panel]:
    panels: list[_Panel] = []
    top = 0.0
    for group in _without_gaps(events):
        first, last = min(_start(event) for event in group), max(_end(event) for event in group)
        margin = max(1, round(((last - first).days + 1) * 0.04))
        spread = max(0, 6 - (last - first).days) // 2
        pad = timedelta(days=margin + spread)
        panels.append(_Panel(tuple(group), first - pad, last + pad, top, geometry))
        top = panels[-1].bottom + _FOOT_HEIGHT
    return panels


def _without_gaps(events: Sequence[EventView]) -> Iterator[list[EventView]]:
    group: list[EventView] = []
    reach = date.min
    for event in sorted(events, key=lambda event: (_start(event), _end(event), event.id)):
        if group and (_start(event) - reach).days > _GAP_DAYS:
            yield group
            group = []
        group.append(event)
        reach = max(reach, _end(event)) if len(group) > 1 else _end(event)
    if group:
        yield group


def _panel_labels(panel: _Panel) -> Iterator[Label]:
    geometry = panel.geometry
    days = [_start(event) for event in panel.events] + [_end(event) for event in panel.events]
    yield Label(0, panel.top + 14, months_in_words(min(days), max(days)), "panel")
    for day, words in _ticks(panel):
        yield Label(panel.x(day), panel.top + geometry.head_height - 12, words, "tick")
    for row, event in enumerate(panel.events):
        y = panel.top + geometry.head_height + row * geometry.row_height
        yield Label(0, y + 10, _cut(event.title, geometry.label_letters), "title")
        state = "" if event.status == "held" else f", {event.status_label}"
        yield Label(0, y + 25, _cut(event.date.short + state, geometry.label_letters), "date")


def _bars(panel: _Panel, row: int, event: EventView) -> Iterator[Bar]:
    y = panel.top + panel.geometry.head_height + row * panel.geometry.row_height + panel.geometry.bar_drop
    x, x2 = panel.x(_start(event)), panel.x(_end(event) + _DAY)
    certain = not event.date.uncertain
    if x2 - x < _SMALLEST_BAR:
        x = x2 = round((x + x2) / 2, 1)
    yield Bar(x, x2, y, event.status, certain)


def _panel_lines(panel: _Panel) -> Iterator[Line]:
    upper = panel.top + panel.geometry.head_height - 6
    for day, _words in _ticks(panel):
        yield Line(panel.x(day), panel.x(day), upper, panel.bottom, "grid")
    for row, event in enumerate(panel.events):
        y = panel.top + panel.geometry.head_height + row * panel.geometry.row_height + panel.geometry.bar_drop
        if event.date.end is None:
            yield Line(panel.x(_end(event) + _DAY), panel.geometry.width - 8, y, y, f"open {event.status}")
        if event.date.start is None:
            yield Line(panel.geometry.label_width, panel.x(_start(event)), y, y, f"open {event.status}")


def _document_marks(panel: _Panel, published: Sequence[tuple[str | None, str | None]]) -> Iterator[Line]:
    """A stroke below the rows for each document published on the panel's days; a range is as long as it is."""
    for start, end in dict.fromkeys(published):
        first, last = date.fromisoformat(start or end or ""), date.fromisoformat(end or start or "")
        if panel.first <= first and last <= panel.last:
            yield Line(panel.x(first) + 1, panel.x(last + _DAY) - 1, panel.bottom + 6, panel.bottom + 6, "document")


def _ticks(panel: _Panel) -> list[tuple[date, str]]:
    """Days worth naming: every day or few, else the first (and middle) of months."""
    length = (panel.last - panel.first).days + 1
    days = [panel.first + timedelta(days=offset) for offset in range(length)]
    most = panel.geometry.most_ticks
    if length <= 3 * most:
        chosen = days[:: math.ceil(length / most)]
    else:
        chosen = [day for day in days if day.day in (1, 15)]
        if len(chosen) > most:
            firsts = [day for day in days if day.day == 1]
            chosen = firsts[:: math.ceil(len(firsts) / most)]
    room = [day for day in chosen if panel.x(day) <= panel.geometry.width - 44]
    return [(day, f"{day.day} {SHORT_MONTHS[day.month]}") for day in room]


def _start(event: EventView) -> date:
    return date.fromisoformat(event.date.start or event.date.end or "")


def _end(event: EventView) -> date:
    return date.fromisoformat(event.date.end or event.date.start or "")


def _days(event: EventView) -> float:
    if event.date.start is None and event.date.end is None:
        return math.inf
    return (_end(event) - _start(event)).days + 1


def _weight(event: EventView) -> tuple[int, int, str]:
    return -sum(len(step.citations) for step in event.life), -_start(event).toordinal(), event.id


def _cut(words: str, letters: int) -> str:
    if len(words) <= letters:
        return words
    cut = words.rfind(" ", 0, letters - 1)
    return words[: cut if cut > letters // 2 else letters - 2] + " …"
