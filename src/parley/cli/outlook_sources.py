"""``parley outlook sources``: from a figure down to pathways, pledges, data and, of a ledger, quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

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
    MovesFormat,
    PledgesOption,
    Policy,
    PolicyOption,
    SetOption,
    WithdrawOption,
    WithoutOption,
    asked_for,
    ledger_for,
)

if TYPE_CHECKING:
    from parley.outlook.sources import PartySource, Sources
    from parley.workflow import Answer

FigureArgument = Annotated[
    str,
    typer.Argument(
        metavar="FIGURE",
        help="A figure of the outlook: warming.2100, warming.peak.66, emissions.2030, odds.1.5.",
    ),
]
FormatOption = Annotated[MovesFormat, typer.Option("--format", help="How to write it.")]
MostOption = Annotated[
    int,
    typer.Option("--parties", metavar="N", min=1, help="How many Parties a table shows, those first that change most."),
]


def sources(
    figure: FigureArgument,
    pledges: PledgesOption = "record",
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    policy: PolicyOption = Policy.NET_ZERO,
    extension: ExtensionOption = None,
    likelihood: LikelihoodOption = "50",
    wishes: SetOption = None,
    withdraw: WithdrawOption = None,
    without: WithoutOption = None,
    hot_air: HotAirOption = False,
    leaving: LeavingOption = Leaving.ANNOUNCED,
    data_year: DataYearOption = None,
    most: MostOption = 10,
    form: FormatOption = MovesFormat.TABLE,
) -> None:
    """Say what a figure of the outlook rests on: pathways, pledges, the steps between, and data.

    Parties come in the order of what their pledges change. With --pledges ledger, pledges of documents come with
    their words, and `parley show` has these in context. CSV and JSON have all Parties.
    """
    from parley.cli.figures import use_figures
    from parley.workflow import sources_of_figure

    asked = asked_for(
        pledges, as_of, policy, extension, likelihood, wishes, withdraw, hot_air, leaving, data_year, without
    )
    use_figures()
    with ledger_for([asked], ledger) as store:
        found, answer = sources_of_figure(figure, asked, store)
    _write(found, answer, form, most)


def _write(found: Sources, answer: Answer, form: MovesFormat, most: int) -> None:
    from parley.cli.climate_output import write_csv, write_json
    from parley.cli.output import say
    from parley.outlook.sources_told import COLUMNS, rows, told_sources

    match form:
        case MovesFormat.TABLE:
            _write_for_people(found, answer, most)
        case MovesFormat.JSON:
            write_json(told_sources(found, answer.outlook, answer.quotes))
        case MovesFormat.CSV:
            write_csv(COLUMNS, rows(found))
    for note in answer.outlook.notes:
        say(f"parley: note: {note}")


def _write_for_people(found: Sources, answer: Answer, most: int) -> None:
    from rich.text import Text

    from parley.cli.outlook_output import write_corrections, write_section
    from parley.cli.output import console
    from parley.cli.plain import plain
    from parley.outlook.sources_told import figure_in_words

    out = console()
    out.print(Text(plain(figure_in_words(found, answer.outlook)), style="bold"))
    write_corrections(out, found.corrections)
    for source in found.parties[:most]:
        title, rows = _party(found, source, answer)
        write_section(out, title, (), rows)
    left = len(found.parties) - most
    if left > 0:
        out.print()
        out.print(Text(f"and {left} more; --parties {len(found.parties)} or --format json shows them", style="dim"))
    data = {str(each): each for source in found.parties for each in source.data}
    rows = [(name, [source.citation]) for name, source in sorted(data.items())]
    if found.ensemble:
        rows.append((found.ensemble, [f"the ensemble, {answer.outlook.members} members"]))
    write_section(out, "Data", (), rows)


def _party(found: Sources, source: PartySource, answer: Answer) -> tuple[str, list[tuple[str, list[str]]]]:
    """A title and rows: pledges with where they are from and their words, then the steps, then what to know."""
    from parley.cli.outlook_output import signed
    from parley.outlook.pledge_words import pledge_in_words
    from parley.terms.parties import name_of

    unit = "GtCO2e" if found.summed else "MtCO2e"
    scale = 1e-3 if found.summed else 1.0
    emitted, change = (f"{source.mtco2e * scale:,.1f}", signed(source.change_mtco2e * scale, 1))
    title = f"{name_of(source.party)}: {emitted} {unit}, {change} by its pledges"
    levels = {level.pledge.id: level for level in source.levels}
    rows: list[tuple[str, list[str]]] = []
    for pledge in source.pledges:
        level = levels.get(pledge.id)
        rows.append((pledge.id, [pledge_in_words(pledge)]))
        rows += [
            ("  words", [f"“{quoted.words}” ({quoted.source}, {quoted.published or 'no date'}; {quoted.report})"])
            for quoted in answer.quotes.get(pledge.id, ())
        ]
        if pledge.id not in answer.quotes or pledge.origin != "document":
            rows.append(("  from", [pledge.source]))
        rows += [
            ("  corrected", [f"by {each.correction}, above"]) for each in found.corrections if each.pledge == pledge.id
        ]
        if level is not None:
            rows += [("  step", [step]) for step in level.steps]
            rows += [("  to know", [flag]) for flag in level.flags]
    rows += [("to know", [flag]) for flag in source.flags]
    return title, rows
