"""``parley people``: who is named, and in which office."""

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
from parley.cli.words import joined

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import LinkedPerson


def people(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the people named, with their offices.

    Also shows all forms of their names. --since and --until are about when the documents were published.
    """
    from parley.cli.linked_listing import list_linked
    from parley.cli.output import Columns
    from parley.workflow import view

    columns = Columns(
        every=("id", "name", "party", "organisation", "roles", "forms", "reports", "documents"),
        shown=("id", "name", "party", "organisation", "roles", "documents"),
        wide=("organisation", "roles"),
    )
    period, code = period_of(since, until), party_of(party)
    with open_ledger(ledger) as store:
        shown = view(store)
    list_linked(sorted(shown.people(code, period), key=_by_name), shown, _cells, columns, form)


def _by_name(person: LinkedPerson) -> tuple[str, str]:
    return person.name, person.id


def _cells(person: LinkedPerson) -> dict[str, Cell]:
    return {
        "name": person.name,
        "party": person.party,
        "organisation": person.organisation,
        "roles": joined(person.roles),
        "forms": joined(person.forms),
    }
