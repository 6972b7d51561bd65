"""``parley outlook``: what pledges add up to, and the commands below it."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.outlook_options import (
    AsOfOption,
    DataYearOption,
    ExtensionOption,
    HotAirOption,
    Leaving,
    LeavingOption,
    LedgerOption,
    LikelihoodOption,
    PledgesOption,
    PlotOption,
    Policy,
    PolicyOption,
    ResultFormat,
    SetOption,
    WithdrawOption,
    WithoutOption,
    asked_for,
    kind_of_plot,
    ledger_for,
)
from parley.cli.outlook_since_paris import since_paris
from parley.cli.outlook_sources import sources
from parley.cli.outlook_why import why
from parley.errors import UsageError

outlook = typer.Typer(
    name="outlook",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

outlook.command()(why)
outlook.command(name="since-paris")(since_paris)
outlook.command()(sources)

CoalOption = Annotated[
    str | None,
    typer.Option(
        "--add-coal",
        metavar="PLANTS",
        help='Add coal plants: "CHN 200 GW", or "CHN 200 GW from 2028".',
        show_default=False,
    ),
]
NoSharesOption = Annotated[
    bool, typer.Option("--no-shares", help="Leave out each Party's share of the change, which takes longest.")
]
FormatOption = Annotated[ResultFormat, typer.Option("--format", help="How to write the outlook.")]


@outlook.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    pledges: PledgesOption = "record",
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    policy: PolicyOption = Policy.NET_ZERO,
    extension: ExtensionOption = None,
    likelihood: LikelihoodOption = "50",
    wishes: SetOption = None,
    coal: CoalOption = None,
    withdraw: WithdrawOption = None,
    without: WithoutOption = None,
    hot_air: HotAirOption = False,
    leaving: LeavingOption = Leaving.ANNOUNCED,
    data_year: DataYearOption = None,
    form: FormatOption = ResultFormat.TABLE,
    plot: PlotOption = None,
    no_shares: NoSharesOption = False,
) -> None:
    """Say what pledges add up to: emissions, warming, odds, and what each figure rests on.

    Without a command: the outlook itself, with the choices that decide it, each Party's share of what pledges change
    against current policy, and where every number is from. --plot draws emissions and warming.
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context)
        return
    from parley.cli.figures import use_figures
    from parley.cli.outlook_output import write_outlook
    from parley.workflow import answer

    kind = kind_of_plot(plot)
    asked = asked_for(
        pledges, as_of, policy, extension, likelihood, wishes, withdraw, hot_air, leaving, data_year, without
    )
    use_figures()
    shares = not no_shares and form is not ResultFormat.IAMC
    with ledger_for([asked], ledger) as store:
        found = answer(asked, store, shares=shares, coal=coal)
    if plot is not None and kind is not None:
        from parley.cli.outlook_plot import write_outlook_plot

        write_outlook_plot(found.outlook, plot, kind)
    write_outlook(found, form)


def _refuse_options(context: typer.Context) -> None:
    """Options before a command would be lost. Raises UsageError."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            raise UsageError(f"options stand after the command: parley outlook {context.invoked_subcommand} …")
