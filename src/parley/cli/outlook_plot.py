"""Charts of outlooks in files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.climate_output import write_drawing

if TYPE_CHECKING:
    from parley.outlook.canvas import Canvas
    from parley.outlook.outlook import Outlook
    from parley.outlook.since_paris import Move


def write_outlook_plot(outlook: Outlook, path: Path, kind: str) -> None:
    """Draw emissions and warming into an SVG or PNG file. Raises UsageError when it cannot be written."""
    from parley.outlook.plot import draw_outlook

    _write(draw_outlook(outlook), path, kind)


def write_moves_plot(moves: Sequence[Move], path: Path, kind: str) -> None:
    """Draw how the outlook has moved into an SVG or PNG file. Raises UsageError when it cannot be written."""
    from parley.outlook.moves_plot import draw_moves

    _write(draw_moves(moves), path, kind)


def _write(canvas: Canvas, path: Path, kind: str) -> None:
    write_drawing(canvas.svg().encode() if kind == "svg" else canvas.png(), path)
