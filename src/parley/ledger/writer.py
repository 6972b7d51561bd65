"""Adding a reading. Rows are only ever inserted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Insert, insert, select

from parley.errors import LedgerError
from parley.ledger import search
from parley.ledger.rows import edition_row, parties_of, quote_rows, report_row
from parley.ledger.schema import DOCUMENTS, EDITIONS, FOUND, QUOTES, READINGS, REPORT_PARTIES, REPORTS, SOURCES
from parley.ledger.views import current_reading, reports_found
from parley.records import Correction, Document, Reading, Report


@dataclass(frozen=True, slots=True)
class Added:
    """What a reading changed: reports new to the current view, gone from it, and the same as before.

    ``new`` is false when this reader had read this document before; then nothing was changed.
    """

    new: bool
    added: int
    withdrawn: int
    unchanged: int


def add_reading(connection: Connection, reading: Reading, recorded: datetime) -> Added:
    """Add a reading, unless the same reader has read the same text before."""
    edition = add_edition(connection, reading.document)
    before = reports_found(connection, current_reading(connection, reading.document.id))
    if (known := find_reading(connection, edition, reading.reader)) is not None:
        return Added(False, 0, 0, len(reports_found(connection, known)))
    row = {
        "document": reading.document.id,
        "edition": edition,
        "reader": reading.reader,
        "recorded": recorded.isoformat(),
    }
    reading_key = _insert_one(connection, insert(READINGS).values(row))
    reports = {report.id: report for report in reading.reports()}
    _add_reports(connection, reading.document.id, reports)
    found = [{"reading": reading_key, "report": key, "ordinal": place} for place, key in enumerate(reports)]
    if found:
        connection.execute(insert(FOUND), found)
    after = set(reports)
    return Added(True, len(after - before), len(before - after), len(after & before))


def add_edition(connection: Connection, document: Document) -> int:
    """The key of this edition of a document, added if need be, with the source it was found under."""
    _add_document(connection, document)
    row = edition_row(document)
    key = connection.scalar(select(EDITIONS.c.id).where(EDITIONS.c.fingerprint == row["fingerprint"]))
    if key is None:
        key = _insert_one(connection, insert(EDITIONS).values(row))
        search.index_edition(connection, key, document.text)
    source = {"edition": key, "path": document.source}
    if connection.execute(select(SOURCES).filter_by(**source)).first() is None:
        connection.execute(insert(SOURCES).values(source))
    return int(key)


def find_edition(connection: Connection, document: Document) -> int | None:
    """The key of the edition with this text and metadata."""
    return connection.scalar(select(EDITIONS.c.id).filter_by(fingerprint=edition_row(document)["fingerprint"]))


def find_reading(connection: Connection, edition: int | None, reader: str) -> int | None:
    """The key of the reading of an edition by a reader."""
    return connection.scalar(select(READINGS.c.id).filter_by(edition=edition, reader=reader))


def _add_document(connection: Connection, document: Document) -> None:
    known = connection.scalar(select(DOCUMENTS.c.sha256).where(DOCUMENTS.c.id == document.id))
    if known is None:
        connection.execute(insert(DOCUMENTS).values(id=document.id, sha256=document.sha256))
    elif known != document.sha256:
        raise LedgerError(
            f"{document.source} has the id {document.id} of another document (their SHA-256 begin alike); "
            "keep it in a ledger of its own"
        )


def _add_reports(connection: Connection, document: str, reports: Mapping[str, Report]) -> None:
    known = set(connection.scalars(select(REPORTS.c.id).where(REPORTS.c.document == document)))
    fresh = [report for key, report in reports.items() if key not in known]
    if not fresh:
        return
    connection.execute(insert(REPORTS), [report_row(report) for report in fresh])
    connection.execute(insert(QUOTES), [row for report in fresh for row in quote_rows(report)])
    search.index_quotes(connection, [report.id for report in fresh])
    if parties := [{"report": report.id, "party": party} for report in fresh for party in _parties(report, reports)]:
        connection.execute(insert(REPORT_PARTIES), parties)


def _parties(report: Report, reports: Mapping[str, Report]) -> list[str]:
    """The Parties of a report; of a correction, those of the reports that it touches."""
    concerned = [report]
    if isinstance(report, Correction):
        concerned += [reports[touched] for touched in report.touches if touched in reports]
    return sorted({party for one in concerned for party in parties_of(one)})


def _insert_one(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return int(key[0])
