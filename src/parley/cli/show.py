"""``parley show``: one record with the words it rests on."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.options import LedgerOption, open_ledger
from parley.errors import RecordNotFound

if TYPE_CHECKING:
    from parley.cli.page import Page
    from parley.ledger import Change, Ledger
    from parley.records import Document, Report
    from parley.records.verdict import Verdict


class ShowFormat(StrEnum):
    """How one record is written."""

    TEXT = "text"
    JSON = "json"


IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a record, a document, an event, a person.")]
ShowFormatOption = Annotated[ShowFormat, typer.Option("--format", help="How to write the record.")]

_LINKED = {"evt": "event", "bok": "pledge", "who": "person", "con": "conflict", "stc": "stance"}


def show(record_id: IdArgument, ledger: LedgerOption = None, form: ShowFormatOption = ShowFormat.TEXT) -> None:
    """Show one record, with its quotes in context.

    A record of any kind, a document, or an event, pledge, person, stance or conflict that joins several.
    """
    from parley.cli.output import print_line
    from parley.cli.page import write_page
    from parley.ledger.canonical import escape_json

    with open_ledger(ledger) as store:
        content, page = _found(store, record_id.strip())
    if form is ShowFormat.JSON:
        print_line(escape_json(json.dumps(content, ensure_ascii=False, indent=2)))
    else:
        write_page(page)


def _found(ledger: Ledger, record_id: str) -> tuple[dict[str, Any], Page]:
    """What is known of an id, for JSON and for people. Raises RecordNotFound."""
    from parley.records import Document

    if record_id.partition("_")[0] in _LINKED:
        return _linked(ledger, record_id)
    record = ledger.get(record_id)
    return _document(ledger, record) if isinstance(record, Document) else _report(ledger, record)


def _linked(ledger: Ledger, record_id: str) -> tuple[dict[str, Any], Page]:
    from parley.cli.linked_listing import linked_content
    from parley.cli.page import linked_page
    from parley.workflow import view

    shown = view(ledger)
    kind = _LINKED[record_id.partition("_")[0]]
    record = shown.linked.get(record_id)
    if record is None:
        raise RecordNotFound(
            f"there is no {kind} {record_id} in this ledger; its id changes when another report joins it, so look it "
            "up again in the list"
        )
    evidence = [(report, shown.documents[report.document]) for report in shown.evidence(record)]
    notes = [(note, shown.documents[note.document]) for note in shown.corrections_of(record_id)]
    return linked_content(record, shown), linked_page(kind, record, evidence, notes)


def _report(ledger: Ledger, report: Report) -> tuple[dict[str, Any], Page]:
    from parley.cli.listing import content_of, verdict_content
    from parley.cli.page import report_page
    from parley.records import Document

    document = ledger.get(report.document)
    assert isinstance(document, Document)
    history = _history(report.id, ledger.changes(report.document))
    notes = (note for note in ledger.newest(report.document).corrections if report.id in note.touches)
    history += [("corrected by", note.id) for note in notes]
    if by := ledger.rejected().get(report.id):
        history.append(("rejected by", by))
    verdict = ledger.verdicts([report.id]).get(report.id)
    content = {**content_of(report, {document.id: document}), **verdict_content(verdict), "history": dict(history)}
    return content, report_page(report, document, [*_verdict_fields(verdict), *history])


def _verdict_fields(verdict: Verdict | None) -> list[tuple[str, str]]:
    """What checking says: the verdict, why, and every figure that it was held against."""
    from parley.briefing.verdicts import marked, records_in_words

    if verdict is None:
        return []
    fields = [("verdict", marked(verdict.token)), ("reason", verdict.reason)]
    return fields + [("on record", words) for words in records_in_words(verdict)]


def _history(report: str, changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    """Which readers found a report first and last, and which one no longer did."""
    found = [change.reader for change in changes if report in (*change.added, *change.unchanged)]
    gone = [change.reader for change in changes if report in change.withdrawn]
    history = [("first found by", found[0]), ("last found by", found[-1])]
    if report not in (*changes[-1].added, *changes[-1].unchanged):
        history.append(("withdrawn by", gone[-1]))
    return history


def _document(ledger: Ledger, document: Document) -> tuple[dict[str, Any], Page]:
    from parley.cli.page import Page, fields_of, passage
    from parley.workflow import dated_documents

    if document.published_basis not in ("stated", "metadata"):
        document = next((one for one in dated_documents(ledger) if one.id == document.id), document)
    changes = ledger.changes(document.id)
    reports = list(ledger.newest(document.id).reports())
    sources = ledger.sources(document.id)
    fields = fields_of(document)
    if len(sources) > 1:
        fields.append(("also found as", "; ".join(path for path in sources if path != document.source)))
    fields += [(f"reading {place}", _change_words(change)) for place, change in enumerate(changes, start=1)]
    passages = [passage(report.quote, document, f"{report.kind_of_report} {report.id} in ") for report in reports]
    content = {
        **document.model_dump(mode="json"),
        "sources": list(sources),
        "readings": [_change_content(change) for change in changes],
        "reports": [report.id for report in reports],
    }
    return content, Page(f"document {document.id}", fields, passages)


def _change_words(change: Change) -> str:
    counts = f"{len(change.added)} added, {len(change.withdrawn)} withdrawn, {len(change.unchanged)} unchanged"
    return f"{change.reader}, {change.recorded[:19]}: {counts}"


def _change_content(change: Change) -> dict[str, Any]:
    return {
        "reader": change.reader,
        "recorded": change.recorded,
        "added": list(change.added),
        "withdrawn": list(change.withdrawn),
        "unchanged": len(change.unchanged),
    }
