"""The chart of a claim in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.climate_options import kind_of_plot
from parley.cli.climate_output import write_drawing
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.checking.checked import Checked

__all__ = ["kind_of_plot", "write_claim_plot"]


def write_claim_plot(checked: Checked, path: Path, kind: str) -> None:
    """Draw the claim that decides, else the first that has a series, into an SVG or PNG file.

    Raises UsageError when there is no series to draw, or the file cannot be written.
    """
    from parley.briefing.charted_claims import chart_of
    from parley.briefing.claim_chart import claim_png, claim_svg
    from parley.briefing.claim_layers import IN_FILE
    from parley.checking.checked import worst_first

    chart = next((found for one in worst_first(checked.claims) if (found := chart_of(one))), None)
    if chart is None:
        raise UsageError("--plot: there is nothing to draw, for no claim here stands on a series of figures")
    write_drawing(claim_svg(chart, IN_FILE).encode() if kind == "svg" else claim_png(chart), path)
