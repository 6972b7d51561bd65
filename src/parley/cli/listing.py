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
    from parley.records.verdict import Verdict

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
    judged: bool = False,
) -> None:
    """Write the reports of a kind; ``cells`` gives the columns that only this kind has.

    ``judged`` adds what checking says of each: verdict, basis, reason.
    """
    from parley.cli.output import Entry, write_list

    period = period_of(since, until)
    code = party_of(party)
    with open_ledger(ledger) as store:
        documents = {document.id: document for document in store.documents()}
        first, last = (period.start, period.end) if period else (None, None)
        reports = list(store.reports(kind.kind_of_report, code, first, last))
        verdicts = store.verdicts([report.id for report in reports]) if judged else {}
        entries = []
        for report in reports:
            if isinstance(report, kind):
                told = {**shared_cells(report, documents[report.document]), **cells(report)}
                content = content_of(report, documents)
                if judged:
                    told |= verdict_cells(verdicts.get(report.id))
                    content |= verdict_content(verdicts.get(report.id))
                entries.append(Entry(told, content))
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


def verdict_cells(verdict: Verdict | None) -> dict[str, Cell]:
    """The columns of what has been checked; empty where it has not."""
    if verdict is None:
        return dict.fromkeys(("verdict", "basis", "reason"), "")
    return {"verdict": verdict.token, "basis": verdict.basis, "reason": verdict.reason}


def verdict_content(verdict: Verdict | None) -> dict[str, Any]:
    """A verdict for JSON; null where there is none."""
    return {"verdict": verdict.model_dump(mode="json") if verdict else None}


def content_of(report: Report, documents: Mapping[str, Document]) -> dict[str, Any]:
    """A report for JSON, with the publication and the source of its document."""
    document = documents[report.document]
    return {
        **report.model_dump(mode="json"),
        "report": report.kind_of_report,
        "published": document.published.iso if document.published else None,
        "source": document.source,
    }
