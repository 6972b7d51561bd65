"""``parley corrections``: what documents take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.options import Format, FormatOption, LedgerOption, PartyOption, SinceOption, UntilOption
from parley.cli.words import joined

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Correction


def corrections(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what documents correct, update or take back.

    --party finds corrections that touch a report of that Party.
    """
    from parley.cli.listing import list_reports
    from parley.cli.output import Columns
    from parley.records import Correction

    columns = Columns(
        every=("id", "published", "nature", "touches", "source", "document", "quote"),
        shown=("id", "published", "nature", "source", "quote"),
        wide=("source", "quote"),
    )
    list_reports(Correction, _cells, columns, ledger, party, since, until, form)


def _cells(correction: Correction) -> dict[str, Cell]:
    return {"nature": correction.nature, "touches": joined(correction.touches)}
