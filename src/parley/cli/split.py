"""``parley split``: reports are not of one event, person or pledge."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.judging_options import AuthorOption, ReasonOption, TimeOption, hand_of
from parley.cli.judging_output import write_done
from parley.cli.options import LedgerOption, open_ledger
from parley.cli.show import ShowFormat, ShowFormatOption

WholeArgument = Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, a person or a pledge.")]
ReportsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REPORT]...", help="Its reports to take out; none: every report by itself."),
]


def split(
    event: WholeArgument,
    reports: ReportsArgument = None,
    author: AuthorOption = None,
    time: TimeOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
    form: ShowFormatOption = ShowFormat.TEXT,
) -> None:
    """Judge that some reports are not of the event, person or pledge they were joined to.

    Those named stay together and leave the others; without any, every report stands by itself. parley show EVENT lists
    the reports. Take it back with parley undo.
    """
    from parley import workflow

    hand = hand_of(author, time, reason)
    with open_ledger(ledger, read_only=False) as store:
        write_done(workflow.split(store, event.strip(), [report.strip() for report in reports or ()], hand), form)
