"""``parley note``: words beside a record."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.judging_options import AuthorOption, ReasonOption, TimeOption, hand_of
from parley.cli.judging_output import write_done
from parley.cli.options import LedgerOption, open_ledger
from parley.cli.show import ShowFormat, ShowFormatOption

NotedArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a report, an event, a person, a pledge or a conflict.")
]
TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help="The note.")]


def note(
    record: NotedArgument,
    text: TextArgument,
    author: AuthorOption = None,
    time: TimeOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
    form: ShowFormatOption = ShowFormat.TEXT,
) -> None:
    """Put a note beside a record; parley why and parley judgements show it. It changes nothing else."""
    from parley import workflow

    hand = hand_of(author, time, reason)
    with open_ledger(ledger, read_only=False) as store:
        write_done(workflow.note(store, record.strip(), text.encode("utf-8", "replace").decode(), hand), form)
