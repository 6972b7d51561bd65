"""Conflicts as items of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parley.briefing.conflicts import conflict_view, field_in_words, ordered_conflicts
from parley.briefing.dates import with_days_in_words
from parley.briefing.shelf import party_view
from parley.records import Claim, Conflict, Engagement, Pledge, Report
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.conflict import ConflictSideWhole, ConflictWhole


def conflict_items(desk: Desk) -> Iterator[Item]:
    """Every conflict of which two sides are held, those on events first."""
    for whole in conflict_wholes(desk).values():
        yield Item(
            kind="conflict",
            id=whole.id,
            title=f"{whole.about}: {whole.words}" if whole.about else whole.words,
            content=whole,
            holds=[report for side in whole.sides for report in side.reports],
            facets=[
                ("concerns", whole.concerns),
                ("field", whole.field),
                *(("party", party.code) for party in whole.parties),
            ],
            words=" ".join(quote.exact for side in whole.sides for quote in side.quotes),
        )


def conflict_wholes(desk: Desk) -> Mapping[str, ConflictWhole]:
    """The conflicts by their ids, in the order of the list."""
    records = _records(desk)
    return {conflict.id: _whole(conflict, records, desk) for conflict in ordered_conflicts(desk.shelf)}


def _records(desk: Desk) -> Mapping[str, frozenset[str]]:
    """The events and pledges that a report is of."""
    found: dict[str, set[str]] = {}
    for record in (*desk.view.links.events, *desk.view.links.pledges):
        for report in record.reports:
            found.setdefault(report, set()).add(record.id)
    return {report: frozenset(ids) for report, ids in found.items()}


def _whole(conflict: Conflict, records: Mapping[str, frozenset[str]], desk: Desk) -> ConflictWhole:
    shown = conflict_view(conflict, desk.shelf, desk.notes)
    reports = desk.shelf.present(conflict.reports)
    shared = frozenset.intersection(*(records.get(report.id, frozenset()) for report in reports))
    sides = tuple(
        ConflictSideWhole(
            value=view.value or (field_in_words(report, "value") if isinstance(report, Claim) else None),
            words=view.words,
            source=view.source,
            date=view.date,
            reports=(alike := _side(report, conflict)),
            quotes=desk.quotes_of(desk.shelf.present(alike)),
        )
        for report, view in zip(reports, shown.sides, strict=True)
    )
    return ConflictWhole(
        id=conflict.id,
        concerns=conflict.concerns,
        about=shown.about,
        record=min(shared, default=None),
        field=shown.field,
        words=with_days_in_words(shown.words),
        parties=tuple(party_view(code) for code in sorted({code for report in reports for code in _parties(report)})),
        sides=sides,
    )


def _side(report: Report, conflict: Conflict) -> tuple[str, ...]:
    """All reports that say what ``report`` says."""
    return next((side for side in conflict.sides if report.id in side), (report.id,))


def _parties(report: Report) -> tuple[str, ...]:
    if isinstance(report, Engagement):
        return report.parties
    if isinstance(report, Pledge):
        return (report.party,)
    return (report.subject,) if isinstance(report, Claim) and report.subject else ()
