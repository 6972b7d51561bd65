"""What changed between the versions of a document, told from either of them."""

from __future__ import annotations

from collections.abc import Iterator

from parley.briefing.prose import words_of
from parley.briefing.shelf import Shelf
from parley.records import Report
from parley.web.catalogue.document_records import KIND_LABELS
from parley.web.models.document import ChangedPassage, ChangedRecord, DocumentVersion, Place
from parley.workflow.versions import Versions


def versions_by_document(found: tuple[Versions, ...], shelf: Shelf) -> dict[str, tuple[DocumentVersion, ...]]:
    """The neighbouring versions of each document that has any, the earlier one first."""
    pairs = [pair for versions in found for pair in _both(versions, shelf)]
    documents = dict.fromkeys(document for document, _ in pairs)
    told = {document: [version for owner, version in pairs if owner == document] for document in documents}
    return {document: tuple(sorted(of_one, key=lambda one: one.later)) for document, of_one in told.items()}


def _both(versions: Versions, shelf: Shelf) -> Iterator[tuple[str, DocumentVersion]]:
    yield versions.later.id, _version(versions, shelf, later=False)
    yield versions.earlier.id, _version(versions, shelf, later=True)


def _version(versions: Versions, shelf: Shelf, later: bool) -> DocumentVersion:
    other = versions.later if later else versions.earlier
    changed = versions.difference
    return DocumentVersion(
        id=other.id,
        title=shelf.label(other.id),
        date=shelf.published(other.id),
        later=later,
        ground=versions.ground,
        added=tuple(_record(None, report) for report in changed.added),
        withdrawn=tuple(_record(report, None) for report in changed.withdrawn),
        altered=tuple(_record(pair.was, pair.now, pair.fields) for pair in changed.altered),
        passages=tuple(ChangedPassage(was=one.was, now=one.now) for one in changed.passages),
    )


def _record(was: Report | None, now: Report | None, fields: tuple[str, ...] = ()) -> ChangedRecord:
    report = was or now
    assert report is not None, "a change has a report before it or after it"
    return ChangedRecord(
        kind_label=KIND_LABELS[report.kind_of_report],
        fields=tuple(words_of(field) for field in fields),
        was=was.quote.exact if was else None,
        was_at=_place(was),
        now=now.quote.exact if now else None,
        now_at=_place(now),
    )


def _place(report: Report | None) -> Place | None:
    return Place(start=report.quote.start, end=report.quote.end) if report else None
