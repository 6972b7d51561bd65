"""``parley documents``: what has been read."""

from __future__ import annotations

from collections import Counter
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
    since_of,
    until_of,
)
from parley.cli.words import interval_words

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Document


def documents(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the documents read, with their dates.

    Says on which ground a date stands. What has none is dated, as inferred, by events that other documents date, else
    it comes last. --party finds documents with a report about or by that Party.
    """
    from parley.cli.output import Columns, Entry, write_list
    from parley.workflow import dated_documents

    columns = Columns(
        every=(
            *("id", "published", "published_basis", "published_ground", "title", "publisher", "language", "source"),
            *("media_type", "characters", "repairs", "reports", "sha256"),
        ),
        shown=("id", "published", "published_basis", "publisher", "title", "source", "reports"),
        wide=("publisher", "title", "source"),
    )
    with open_ledger(ledger) as store:
        found = dated_documents(store, party_of(party), since_of(since), until_of(until))
        counts = Counter(report.document for report in store.reports())
    entries = [
        Entry(
            {**_cells(document), "reports": counts[document.id]},
            {**document.model_dump(mode="json", exclude={"text", "offsets"}), "reports": counts[document.id]},
        )
        for document in found
    ]
    write_list(entries, columns, form)


def _cells(document: Document) -> dict[str, Cell]:
    return {
        "id": document.id,
        "published": interval_words(document.published),
        "published_basis": document.published_basis,
        "published_ground": document.published_ground,
        "title": document.title,
        "publisher": document.publisher,
        "language": document.language,
        "source": document.source,
        "media_type": document.media_type,
        "characters": len(document.text),
        "repairs": len(document.repairs),
        "sha256": document.sha256,
    }
