"""``parley positions``: what Parties hold on an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.options import Format, FormatOption, LedgerOption, PartyOption, SinceOption, UntilOption
from parley.cli.words import attribution_words, joined

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Position


def positions(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the stances of Parties on issues.

    --party finds stances of and towards a Party; --since and --until are about when they were published.
    """
    from parley.cli.listing import list_reports
    from parley.cli.output import Columns
    from parley.records import Position

    columns = Columns(
        every=(
            *("id", "published", "party", "issue", "stance", "towards", "holder", "said_by"),
            *("source", "document", "quote"),
        ),
        shown=("id", "published", "party", "issue", "stance", "towards", "quote"),
        wide=("quote",),
    )
    list_reports(Position, _cells, columns, ledger, party, since, until, form)


def _cells(position: Position) -> dict[str, Cell]:
    return {
        "party": position.party,
        "issue": position.issue,
        "stance": position.stance,
        "towards": joined(position.towards),
        "holder": position.holder,
        "said_by": attribution_words(position.attribution),
    }
