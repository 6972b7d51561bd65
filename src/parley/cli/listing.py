"""Lists of reports: the same options for every kind, and the columns that all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from parley.cli.options import Format, open_ledger, party_of, period_of
from parley.cli.words import interval_words

if TYPE_CHECKING:
    from parley.cli.output import Cell, Columns
    from parley.records import Document, Report

Kind = TypeVar("Kind", bound="Report")


def list_reports(
    kind: type[Kind],
    cells: Callable[[Kind], Mapping[str, Cell]],
    columns: Columns,
    ledger: Path | None,
    party: str | None,
    since: str | None,
    until: str | None,
    form: Format,
) -> None:
    """Write the reports of a kind; ``cells`` gives the columns that only this kind has."""
    from parley.cli.output import Entry, write_list

    period = period_of(since, until)
    code = party_of(party)
    with open_ledger(ledger) as store:
        documents = {document.id: document for document in store.documents()}
        reports = store.reports(
            kind.kind_of_report, code, period.start if period else None, period.end if period else None
        )
        entries = [
            Entry({**shared_cells(report, documents[report.document]), **cells(report)}, content_of(report, documents))
            for report in reports
            if isinstance(report, kind)
        ]
    write_list(entries, columns, form)


def shared_cells(report: Report, document: Document) -> dict[str, Cell]:
    """The columns of every report: id, published, source, quote."""
    return {
        "id": report.id,
        "published": interval_words(document.published),
        "source": document.source,
        "document": document.id,
        "quote": report.quote.exact,
    }


def content_of(report: Report, documents: Mapping[str, Document]) -> dict[str, Any]:
    """A report for JSON, with the publication and the source of its document."""
    document = documents[report.document]
    return {
        **report.model_dump(mode="json"),
        "report": report.kind_of_report,
        "published": document.published.iso if document.published else None,
        "source": document.source,
    }
