"""``parley reject``: a report is wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.judging_options import AuthorOption, ReasonOption, TimeOption, hand_of
from parley.cli.judging_output import write_done
from parley.cli.options import LedgerOption, open_ledger
from parley.cli.show import ShowFormat, ShowFormatOption

RecordArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a report, or of an event, a person, a pledge: all its reports.")
]


def reject(
    record: RecordArgument,
    author: AuthorOption = None,
    time: TimeOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
    form: ShowFormatOption = ShowFormat.TEXT,
) -> None:
    """Judge that a report is wrong: it leaves every view, and what rests on it.

    It stays in the ledger: parley show and parley export --all have it. Take it back with parley undo.
    """
    from parley import workflow

    hand = hand_of(author, time, reason)
    with open_ledger(ledger, read_only=False) as store:
        write_done(workflow.reject(store, record.strip(), hand), form)
