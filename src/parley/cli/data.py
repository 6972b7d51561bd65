"""``parley data``: the reference figures, and the commands below it."""

from __future__ import annotations

import typer

from parley.cli.data_list import list_tables
from parley.cli.data_show import show
from parley.cli.data_update import update

data = typer.Typer(
    name="data",
    help="Look at the reference figures, and fetch newer ones.",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

data.command(name="list")(list_tables)
for command in (show, update):
    data.command()(command)


@data.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """Look at the reference figures, and fetch newer ones."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
