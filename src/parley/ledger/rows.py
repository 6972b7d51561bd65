"""Records as rows and back.

Fields that have their default value are not written, so that a record kept today fits a model that has more fields.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row

from parley.errors import LedgerError
from parley.ledger.canonical import canonical_json
from parley.records import REPORT_TYPES, Claim, Document, Engagement, Person, Pledge, Position, Report, Statement
from parley.terms.when import Interval

KINDS: Mapping[str, type[Report]] = {report_type.kind_of_report: report_type for report_type in REPORT_TYPES}

_EARLIEST, _LATEST = "0000-01-01", "9999-12-31"


def edition_row(document: Document) -> dict[str, Any]:
    """The row of ``editions`` for a document; where it was found is not part of it."""
    metadata = canonical_json(document.model_dump(mode="json", exclude={"text", "source"}, exclude_defaults=True))
    first_day, last_day = day_range(document.published)
    return {
        "document": document.id,
        "fingerprint": hashlib.sha256(f"{metadata}\n{document.text}".encode(errors="surrogatepass")).hexdigest(),
        "first_day": first_day,
        "last_day": last_day,
        "metadata": metadata,
        "text": document.text,
    }


def document_of(edition: Row[Any], source: str) -> Document:
    """The document of a row of ``editions``. Raises LedgerError when the row does not fit the model."""
    try:
        return Document(**json.loads(edition.metadata), text=edition.text, source=source)
    except (ValidationError, ValueError) as error:
        raise _misfit(edition.document, error) from error


def report_row(report: Report) -> dict[str, Any]:
    """The row of ``reports`` for a report."""
    first_day, last_day = day_range(report.when if isinstance(report, Engagement) else None)
    return {
        "id": report.id,
        "document": report.document,
        "kind": report.kind_of_report,
        "first_day": first_day,
        "last_day": last_day,
        "content": canonical_json(report.model_dump(mode="json", exclude={"id", "quotes"}, exclude_defaults=True)),
    }


def quote_rows(report: Report) -> list[dict[str, Any]]:
    """The rows of ``quotes`` for a report, in its order."""
    return [
        {"report": report.id, "ordinal": ordinal, **quote.model_dump()} for ordinal, quote in enumerate(report.quotes)
    ]


def report_of(row: Row[Any], quotes: Iterable[Row[Any]]) -> Report:
    """The report of its rows. Raises LedgerError when they do not fit the model or the id."""
    evidence = [
        {"start": quote.start, "end": quote.end, "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
        for quote in quotes
    ]
    try:
        return KINDS[row.kind].model_validate({**json.loads(row.content), "id": row.id, "quotes": evidence})
    except (KeyError, ValueError) as error:
        raise _misfit(row.id, error) from error


def day_range(interval: Interval | None) -> tuple[str | None, str | None]:
    """First and last day as ISO 8601, with the ends of time for open ends; two None for no date."""
    if interval is None:
        return None, None
    first = interval.start.isoformat() if interval.start else _EARLIEST
    last = interval.end.isoformat() if interval.end else _LATEST
    return first, last


def parties_of(report: Report) -> list[str]:
    """The Parties a report is about or comes from, sorted."""
    named: list[str | None] = []
    match report:
        case Engagement():
            named = [*report.parties, report.visitor, report.host]
        case Pledge() | Person():
            named = [report.party]
        case Claim():
            named = [report.subject, *report.against, report.attribution.party]
        case Statement():
            named = [report.attribution.party]
        case Position():
            named = [report.party, *report.towards]
    return sorted({party for party in named if party})


def _misfit(record_id: str, error: Exception) -> LedgerError:
    first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
    return LedgerError(
        f"the ledger's {record_id} does not fit this Parley's records ({first_line}); the file was changed by hand or "
        "written by another version: read the documents again into a new ledger"
    )
