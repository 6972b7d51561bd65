"""``parley outlook since-paris``: how the outlook has moved since the Paris Agreement, and what moved it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.outlook_options import (
    ExtensionOption,
    Leaving,
    LeavingOption,
    LikelihoodOption,
    MovesFormat,
    PlotOption,
    Policy,
    PolicyOption,
    asked_for,
    kind_of_plot,
)

if TYPE_CHECKING:
    from parley.outlook.since_paris import Move

FormatOption = Annotated[MovesFormat, typer.Option("--format", help="How to write it.")]


def since_paris(
    policy: PolicyOption = Policy.NET_ZERO,
    extension: ExtensionOption = None,
    likelihood: LikelihoodOption = "50",
    leaving: LeavingOption = Leaving.ANNOUNCED,
    form: FormatOption = MovesFormat.TABLE,
    plot: PlotOption = None,
) -> None:
    """Show how the outlook has moved since Paris, day by day, and which pledges moved it.

    Emissions are known up to the same year throughout, so that only pledges and withdrawals move it. The table shows
    the days that moved it most; CSV and JSON have every day on which the book of record changed.
    """
    from parley.cli.figures import use_figures
    from parley.workflow import moves_since_paris

    kind = kind_of_plot(plot)
    asked = asked_for("record", None, policy, extension, likelihood, None, None, False, leaving, None)
    use_figures()
    moves = moves_since_paris(asked)
    if plot is not None and kind is not None:
        from parley.cli.outlook_plot import write_moves_plot

        write_moves_plot(moves, plot, kind)
    _write(moves, form)


def _write(moves: Sequence[Move], form: MovesFormat) -> None:
    from parley.cli.climate_output import write_csv, write_json
    from parley.outlook.moves_told import COLUMNS, rows, told_moves

    match form:
        case MovesFormat.TABLE:
            _write_for_people(moves)
        case MovesFormat.JSON:
            write_json(told_moves(moves))
        case MovesFormat.CSV:
            write_csv(COLUMNS, rows(moves))


def _write_for_people(moves: Sequence[Move]) -> None:
    from rich.text import Text

    from parley.cli.outlook_output import signed, write_section
    from parley.cli.output import console
    from parley.cli.plain import plain
    from parley.outlook.headline import degrees
    from parley.outlook.moves_told import moved_by, moves_in_words
    from parley.outlook.since_paris import SMALLEST_MOVE_K

    out = console()
    out.print(Text(plain(moves_in_words(moves)), style="bold"))
    shown = [move for move in moves if abs(move.change_k) >= SMALLEST_MOVE_K]
    title = f"Days that moved the median of 2100 by {SMALLEST_MOVE_K:g} °C or more"
    heads = ("change", "median", "66 % stay below", "what moved it")
    rows = [
        (
            str(move.outlook.as_of),
            [
                signed(move.change_k, 3),
                degrees(move.outlook.median(2100), 2),
                degrees(move.outlook.likely(2100), 2),
                moved_by(move, most=4),
            ],
        )
        for move in shown
    ]
    write_section(out, title, heads, rows)
