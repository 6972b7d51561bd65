"""``parley undo``: a judgement is taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.judging_options import AuthorOption, ReasonOption, TimeOption, hand_of
from parley.cli.judging_output import write_done
from parley.cli.options import LedgerOption, open_ledger
from parley.cli.show import ShowFormat, ShowFormatOption

JudgementArgument = Annotated[
    str | None,
    typer.Argument(metavar="[JUDGEMENT]", help="The id of a judgement; if not given, the newest in force."),
]


def undo(
    judgement: JudgementArgument = None,
    author: AuthorOption = None,
    time: TimeOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
    form: ShowFormatOption = ShowFormat.TEXT,
) -> None:
    """Take back a judgement. Nothing is deleted, and the undoing of an undoing does it again.

    parley export then gives the very bytes from before; with --all it has the judgement and the undoing.
    """
    from parley import workflow

    hand = hand_of(author, time, reason)
    with open_ledger(ledger, read_only=False) as store:
        write_done(workflow.undo(store, judgement.strip() if judgement else None, hand), form)
