"""``parley climate``: the climate engine, and the commands below it."""

from __future__ import annotations

import typer

from parley.cli.climate_calibrate import calibrate
from parley.cli.climate_compare import compare
from parley.cli.climate_run import run

climate = typer.Typer(
    name="climate",
    help="Run the climate engine: emissions in, warming out.",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (run, compare, calibrate):
    climate.command()(command)


@climate.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """Run the climate engine: emissions in, warming out."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
