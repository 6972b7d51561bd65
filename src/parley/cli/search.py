"""``parley search``: words in texts and quotes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from parley.cli.options import Format, FormatOption, LedgerOption, open_ledger

WordsArgument = Annotated[
    list[str], typer.Argument(metavar="WORDS", help='All must occur. "In quotes" is a phrase, solar* a beginning.')
]


def search(words: WordsArgument, ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """Find documents, and records by their quotes, by words."""
    from parley.cli.output import Columns, Entry, write_list

    with open_ledger(ledger) as store:
        hits = store.search(" ".join(words))
    columns = Columns(("id", "kind", "document", "words"), ("id", "kind", "words"), wide=("words",))
    entries = [
        Entry({"id": hit.id, "kind": hit.kind, "document": hit.document, "words": hit.snippet}, asdict(hit))
        for hit in hits
    ]
    write_list(entries, columns, form)
