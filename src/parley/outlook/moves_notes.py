"""Where the names of the largest moves stand on the chart: near their step, on no curve and on no other name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.outlook.canvas import Panel, Point, width_of, wrapped
from parley.outlook.days import short_day
from parley.outlook.moves_told import moved_by
from parley.outlook.since_paris import Move

MOST, LEAST_K = 9, 0.02
SIZE, LINE = 12.0, 15.0
_ROOM, _MOST_LINES = 178.0, 3
_GAP, _NEAR = 12.0, 8.0
_SHIFTS = tuple(sign * step for step in range(0, 261, 20) for sign in ((1, -1) if step else (1,)))
_RISES = tuple(10.0 * step for step in range(25))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two share a place, or come nearer than ``gap``."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def has(self, point: Point) -> bool:
        """Whether a point is inside."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


@dataclass(frozen=True, slots=True)
class Note:
    """A move in lines of words, the first of which is its day, and the line from its step to them."""

    move: Move
    lines: tuple[str, ...]
    box: Box
    anchor: Point
    foot: Point

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.box.left

    @property
    def top(self) -> float:
        """The upper edge of the first line."""
        return self.box.top


def place_notes(moves: Sequence[Move], panel: Panel, curves: Sequence[Sequence[Point]]) -> tuple[Note, ...]:
    """Notes of the largest moves; ``curves`` are corners of steps, the lower curve first.

    The largest takes its place first; one that finds none is left out.
    """
    ranked = sorted(enumerate(moves), key=lambda each: -abs(each[1].change_k))
    placed: list[Note] = []
    for at, move in [each for each in ranked if abs(each[1].change_k) >= LEAST_K][:MOST]:
        found = min(_free(at, move, panel, curves, placed), key=lambda each: each[0], default=None)
        if found is not None:
            placed.append(found[1])
    return tuple(placed)


def _free(
    at: int, move: Move, panel: Panel, curves: Sequence[Sequence[Point]], placed: Sequence[Note]
) -> Iterator[tuple[float, Note]]:
    """Places that are free, each with how far it is from the step."""
    lines = _lines(move)
    width = max(width_of(line, SIZE, bold=number == 0) for number, line in enumerate(lines))
    height = LINE * len(lines)
    for curve, is_above in ((curves[1], True), (curves[0], False)):
        (x, before), (_, after) = curve[2 * at - 1], curve[2 * at]
        anchor = (x, (before + after) / 2)
        for shift in _SHIFTS:
            left = x + shift - width / 2
            right = left + width
            if left < panel.left + 4 or right > panel.right - 4:
                continue
            edge = _edge(curve, left - _GAP, right + _GAP, is_above)
            for rise in _RISES:
                top = edge - _GAP - rise - height if is_above else edge + _GAP + rise
                box = Box(left, top, right, top + height)
                if top < panel.top or box.bottom > panel.bottom - 4:
                    break
                foot = (min(max(x, left + 6), right - 6), box.bottom + 1 if is_above else box.top - 1)
                note = Note(move, lines, box, anchor, foot)
                if not _crosses(note, curve, is_above) and not any(_clash(note, other) for other in placed):
                    yield abs(foot[1] - anchor[1]) + 0.7 * abs(foot[0] - x) + 0.1 * abs(shift), note


def _lines(move: Move) -> tuple[str, ...]:
    day = move.outlook.as_of
    assert day is not None
    change = f"{move.change_k:+.2f} °C".replace("-", "−")
    words = wrapped(moved_by(move, most=2), SIZE, _ROOM)
    if len(words) > _MOST_LINES:
        words = [*words[: _MOST_LINES - 1], f"{words[_MOST_LINES - 1]} …"]
    return f"{short_day(day)}  {change}", *words


def _edge(curve: Sequence[Point], left: float, right: float, is_above: bool) -> float:
    """The highest or the lowest point of a curve of steps between two places across."""
    inside = [y for x, y in curve if left <= x <= right]
    # The step that the stretch begins on.
    inside += [y for x, y in curve if x < left][-1:]
    return min(inside) if is_above else max(inside)


def _crosses(note: Note, curve: Sequence[Point], is_above: bool) -> bool:
    """Whether the line to the words runs to the other side of its curve."""
    for x, y in _along(note):
        if abs(x - note.anchor[0]) < 1.0:
            continue
        there = _edge(curve, x, x, is_above)
        if (y > there) if is_above else (y < there):
            return True
    return False


def _clash(one: Note, other: Note) -> bool:
    if one.box.meets(other.box, _NEAR):
        return True
    return any(other.box.has(point) for point in _along(one)) or any(one.box.has(point) for point in _along(other))


def _along(note: Note) -> Iterator[Point]:
    """Points on the line from the step to the words."""
    for step in range(21):
        share = step / 20
        yield (
            note.anchor[0] + share * (note.foot[0] - note.anchor[0]),
            note.anchor[1] + share * (note.foot[1] - note.anchor[1]),
        )
