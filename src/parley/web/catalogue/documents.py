"""Documents as items of the catalogue, newest first, each with its text cut for reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parley.briefing.sources import BASIS_LABELS, source_view
from parley.ledger.rows import parties_of
from parley.records import Document, Reading, Report
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.document_records import KIND_LABELS, RecordTeller
from parley.web.catalogue.document_versions import versions_by_document
from parley.web.catalogue.item import Item
from parley.web.highlights import Paragraph, Piece, Span, paragraphs
from parley.web.models.document import (
    DocumentBrief,
    DocumentVersion,
    DocumentWhole,
    KindCount,
    Segment,
    SegmentMark,
    TextParagraph,
    TextRepair,
)

_KIND_ORDER = {kind: place for place, kind in enumerate(KIND_LABELS)}
_PLURALS = {"person": "people"}
_REPAIRS = {
    "mojibake": "wrongly decoded, put right",
    "lost_letter": "letters are lost here",
    "control": "a control character was left out",
}


def document_items(desk: Desk) -> Iterator[Item]:
    """Every document, newest first, the undated last."""
    teller = RecordTeller(desk)
    versions = versions_by_document(desk.versions, desk.shelf)
    dated = [reading for reading in desk.shelf.readings if reading.document.published]
    undated = [reading for reading in desk.shelf.readings if not reading.document.published]
    for reading in (*reversed(dated), *undated):
        document = reading.document
        whole = document_whole(reading, desk, teller, desk.sources.get(document.id, ()), versions.get(document.id, ()))
        parties = sorted({code for report in reading.reports() for code in parties_of(report)})
        publishers = [("publisher", whole.publisher)] if whole.publisher else []
        yield Item(
            kind="document",
            id=document.id,
            title=whole.title,
            content=whole,
            brief=_brief(whole),
            facets=[*(("party", code) for code in parties), *publishers, ("basis", whole.basis)],
            first_day=whole.date.start,
            last_day=whole.date.end,
            words=" ".join([document.text, whole.publisher or "", *whole.sources]),
        )


def document_whole(
    reading: Reading,
    desk: Desk,
    teller: RecordTeller,
    sources: Sequence[str] = (),
    versions: Sequence[DocumentVersion] = (),
) -> DocumentWhole:
    """A document to be read. ``sources`` are all paths under which it was found, if more is known than its own."""
    document, shown = reading.document, source_view(reading, desk.shelf)
    reports = sorted(reading.reports(), key=_by_place)
    return DocumentWhole(
        id=document.id,
        title=shown.title,
        untitled=shown.untitled,
        publisher=shown.publisher,
        date=shown.date,
        basis=document.published_basis,
        basis_label=BASIS_LABELS[document.published_basis],
        ground=shown.ground,
        language=document.language,
        sources=tuple(sources or (document.source,)),
        sha256=document.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        reader=reading.reader,
        counts=kind_counts(reports),
        text=document.text,
        paragraphs=_paragraphs(document.text, reports),
        records=tuple(teller.tell(report) for report in reports),
        repairs=tuple(_repairs(document)),
        versions=tuple(versions),
    )


def kind_counts(reports: Iterable[Report]) -> tuple[KindCount, ...]:
    """How many records there are of each kind of which there is any."""
    numbers = Counter(report.kind_of_report for report in reports)
    return tuple(
        KindCount(kind=kind, label=_label(kind, numbers[kind]), count=numbers[kind])
        for kind in KIND_LABELS
        if numbers[kind]
    )


def _label(kind: str, number: int) -> str:
    return KIND_LABELS[kind] if number == 1 else _PLURALS.get(kind, f"{kind}s").capitalize()


def _by_place(report: Report) -> tuple[int, int, int, str]:
    """As they begin in the text, what holds others first."""
    return report.quote.start, -report.quote.end, _KIND_ORDER[report.kind_of_report], report.id


def _paragraphs(text: str, reports: Sequence[Report]) -> tuple[TextParagraph, ...]:
    places = [(number, quote) for number, report in enumerate(reports) for quote in report.quotes]
    anchors: dict[int, set[int]] = defaultdict(set)
    for _, quote in places:
        anchors[quote.start].add(quote.end)
    opening = {report.quote.start for report in reports}
    found = paragraphs(text, [Span(quote.start, quote.end, number) for number, quote in places])
    return tuple(_paragraph(one, anchors, opening) for one in found)


def _paragraph(one: Paragraph, anchors: dict[int, set[int]], opening: set[int]) -> TextParagraph:
    segments = tuple(_segment(piece, anchors, opening) for piece in one.pieces)
    return TextParagraph(start=one.start, end=one.end, next_start=one.next_start, segments=segments)


def _segment(piece: Piece, anchors: dict[int, set[int]], opening: set[int]) -> Segment:
    return Segment(
        start=piece.start,
        end=piece.end,
        marks=tuple(SegmentMark(record=mark.record, line=mark.line) for mark in piece.marks),
        anchors=tuple(sorted(anchors.get(piece.start, ()))),
        opens=piece.start in opening,
    )


def _repairs(document: Document) -> Iterator[TextRepair]:
    for repair in document.repairs:
        yield TextRepair(
            kind=repair.kind,
            label=_REPAIRS[repair.kind],
            start=repair.start,
            end=repair.end,
            words=document.text[repair.start : repair.end],
            proposal=repair.proposal,
        )


def _brief(whole: DocumentWhole) -> DocumentBrief:
    numbers = {one.kind: one.count for one in whole.counts}
    return DocumentBrief(
        id=whole.id,
        title=whole.title,
        untitled=whole.untitled,
        publisher=whole.publisher,
        date=whole.date,
        basis=whole.basis,
        basis_label=whole.basis_label,
        ground=whole.ground,
        counts=whole.counts,
        records=len(whole.records),
        corrections=numbers.get("correction", 0),
        versions=len(whole.versions),
    )
