"""``parley timeline``: who met whom, when."""

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
from parley.cli.words import interval_words, joined

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Event


def timeline(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List events: who met whom, when and where.

    Visits, meetings, calls, conferences and the like, each with its status (planned, held, …). An event joins all
    reports of it. Events without a date come last.
    """
    from parley.cli.linked_listing import list_linked
    from parley.cli.output import Columns
    from parley.workflow import view

    columns = Columns(
        every=(
            *("id", "first_day", "last_day", "precision", "approximate", "kind", "status", "mode", "parties", "people"),
            *("city", "country", "name", "reports", "documents", "quote"),
        ),
        shown=("id", "when", "kind", "status", "parties", "people", "place", "name", "documents"),
        wide=("people", "place", "name"),
    )
    period, code = period_of(since, until), party_of(party)
    with open_ledger(ledger) as store:
        shown = view(store)
    list_linked(sorted(shown.events(code, period), key=_by_time), shown, _cells, columns, form)


def _by_time(event: Event) -> tuple[bool, str, str]:
    return event.when is None, event.when.iso if event.when else "", event.id


def _cells(event: Event) -> dict[str, Cell]:
    when, place = event.when, event.place
    return {
        "when": interval_words(when),
        "first_day": when.start.isoformat() if when and when.start else None,
        "last_day": when.end.isoformat() if when and when.end else None,
        "precision": when.precision if when else None,
        "approximate": str(when.approximate).lower() if when else None,
        "kind": event.kind,
        "status": event.status,
        "mode": event.mode,
        "parties": joined(event.parties),
        "people": joined(event.people),
        "place": str(place) if place else None,
        "city": place.city if place else None,
        "country": place.country if place else None,
        "name": event.name,
    }
