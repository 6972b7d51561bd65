"""``parley pledges``: the pledge book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.options import (
    Format,
    FormatOption,
    LedgerOption,
    PartyOption,
    SinceOption,
    UntilOption,
    open_ledger,
    party_of,
    period_of,
)
from parley.cli.words import amount_words, interval_words, joined
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import BookEntry
    from parley.workflow import View

HistoryArgument = Annotated[
    str | None,
    typer.Argument(metavar="PARTY", help="Tell the history of this Party's pledges.", show_default=False),
]


def pledges(
    history_of: HistoryArgument = None,
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the pledges of each Party.

    Says what, how much, by when, how firm, since when, and whether it still stands. A pledge joins all reports of it;
    --since and --until are about when they were published. "record" is known, different or new beside the pledges of
    record. With a PARTY, tells what replaced what, by which reports, and what is only urged or proposed beside.
    """
    from parley.cli.linked_listing import list_linked
    from parley.cli.output import Columns, print_line
    from parley.cli.pledge_history import history_lines
    from parley.workflow import view

    columns = Columns(
        every=(
            *("id", "party", "kind", "firmness", "gas", "low", "high", "unit", "base_year", "target_year", "about"),
            *("standing", "replaced_by", "replaces", "change", "since", "record", "reports", "documents", "quote"),
        ),
        shown=(
            *("id", "party", "kind", "value", "gas", "about", "target_year", "firmness", "standing", "since"),
            *("change", "record", "quote"),
        ),
        wide=("quote",),
    )
    if history_of is not None and party is not None:
        raise UsageError("name the Party once: parley pledges PARTY, or --party PARTY for the plain list")
    period, code = period_of(since, until), party_of(history_of, "PARTY") or party_of(party)
    with open_ledger(ledger) as store:
        shown = view(store)
    entries = sorted(shown.pledges(code, period), key=_by_party)
    if history_of is not None and form is Format.TABLE and entries:
        for line in history_lines(entries, shown):
            print_line(line)
        return
    list_linked(entries, shown, lambda entry: _cells(entry, shown), columns, form)


def _by_party(entry: BookEntry) -> tuple[str, str, int, str]:
    return entry.party, entry.kind, entry.target_year or 9999, entry.id


def _cells(entry: BookEntry, shown: View) -> dict[str, Cell]:
    from parley.workflow.pledge_standing import stand_beside_record

    return {
        "party": entry.party,
        "kind": entry.kind,
        "firmness": entry.firmness,
        "gas": entry.gas,
        "value": amount_words(entry.low, entry.high, entry.unit),
        "low": entry.low,
        "high": entry.high,
        "unit": entry.unit,
        "base_year": _year(entry.base_year),
        "target_year": _year(entry.target_year),
        "about": entry.about,
        "standing": "yes" if entry.standing else "replaced" if entry.replaced_by else "no",
        "replaced_by": entry.replaced_by,
        "replaces": joined(entry.replaces),
        "change": entry.change,
        "since": interval_words(entry.since),
        "record": stand_beside_record(entry, shown).standing,
    }


def _year(year: int | None) -> str | None:
    """A year is a name, not a quantity: no thousands separator."""
    return None if year is None else str(year)
