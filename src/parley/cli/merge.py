"""``parley merge``: two events, people or pledges are one."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.judging_options import AuthorOption, ReasonOption, TimeOption, hand_of
from parley.cli.judging_output import write_done
from parley.cli.options import LedgerOption, open_ledger
from parley.cli.show import ShowFormat, ShowFormatOption

OneArgument = Annotated[str, typer.Argument(metavar="A", help="The id of an event, a person or a pledge.")]
OtherArgument = Annotated[str, typer.Argument(metavar="B", help="The id of the other.")]


def merge(
    one: OneArgument,
    other: OtherArgument,
    author: AuthorOption = None,
    time: TimeOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
    form: ShowFormatOption = ShowFormat.TEXT,
) -> None:
    """Judge that two events, people or pledges are one.

    The judgement points at the words of the reports and outlives another reading of them. An id of a report stands for
    what it belongs to. Take it back with parley undo.
    """
    from parley import workflow

    hand = hand_of(author, time, reason)
    with open_ledger(ledger, read_only=False) as store:
        write_done(workflow.merge(store, one.strip(), other.strip(), hand), form)
