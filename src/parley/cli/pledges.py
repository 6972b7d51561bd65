"""``parley pledges``: the pledge book."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from parley.cli.words import amount_words

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import BookEntry


def pledges(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the pledges of each Party.

    Says what, how much, by when, how firm, and whether it still stands. A pledge joins all reports of it; --since
    and --until are about when they were published.
    """
    from parley.cli.linked_listing import list_linked
    from parley.cli.output import Columns
    from parley.workflow import view

    columns = Columns(
        every=(
            *("id", "party", "kind", "firmness", "gas", "low", "high", "unit", "base_year", "target_year", "about"),
            *("standing", "replaced_by", "reports", "documents", "quote"),
        ),
        shown=("id", "party", "kind", "value", "gas", "about", "target_year", "firmness", "standing", "quote"),
        wide=("quote",),
    )
    period, code = period_of(since, until), party_of(party)
    with open_ledger(ledger) as store:
        shown = view(store)
    list_linked(sorted(shown.pledges(code, period), key=_by_party), shown, _cells, columns, form)


def _by_party(entry: BookEntry) -> tuple[str, str, int, str]:
    return entry.party, entry.kind, entry.target_year or 9999, entry.id


def _cells(entry: BookEntry) -> dict[str, Cell]:
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
    }


def _year(year: int | None) -> str | None:
    """A year is a name, not a quantity: no thousands separator."""
    return None if year is None else str(year)
