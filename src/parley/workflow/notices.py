"""A ledger's events and pledges in the words of the briefing, for other programs to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from parley.interop.notice import Notice, Said, name_of_anchor, with_own_names
from parley.records import BookEntry, Event, Report
from parley.terms.parties import name_of

if TYPE_CHECKING:
    from parley.briefing.shelf import Shelf
    from parley.terms.when import Interval
    from parley.workflow.ledger_view import View

_MOST_QUOTES = 6


def event_notices(view: View, party: str | None = None, period: Interval | None = None) -> tuple[Notice, ...]:
    """The events of a Party that share a day with ``period``, by date."""
    from parley.briefing.shelf import Shelf
    from parley.briefing.timeline import by_date

    shelf = Shelf.of(view.readings, view.links)
    wanted = {event.id for event in view.events(party, period)}
    # All are named before some are chosen, so that a name does not depend on the choice.
    every = with_own_names(_event_notice(event, shelf) for event in sorted(view.links.events, key=by_date))
    return tuple(notice for notice in every if notice.record in wanted)


def pledge_notices(view: View, party: str | None = None, period: Interval | None = None) -> tuple[Notice, ...]:
    """The pledges of a Party that were told of in ``period``, in the order of the book."""
    from parley.briefing.shelf import Shelf

    shelf = Shelf.of(view.readings, view.links)
    wanted = {entry.id for entry in view.pledges(party, period)}
    every = with_own_names(_pledge_notice(entry, shelf) for entry in view.links.pledges)
    return tuple(notice for notice in every if notice.record in wanted)


def _event_notice(event: Event, shelf: Shelf) -> Notice:
    from parley.briefing.footnotes import Footnotes
    from parley.briefing.timeline import event_view

    seen = event_view(event, shelf, Footnotes(shelf))
    reports = shelf.present(event.reports)
    first = next((report for report in reports if report.id not in event.shared), reports[0])
    disputes = [conflict.words for conflict in shelf.links.conflicts if set(conflict.reports) & set(event.reports)]
    remarks = [*seen.date.doubts, *([seen.remark] if seen.remark else [])]
    return Notice(
        name=name_of_anchor(first.document, "event", first.quote.start, first.quote.end),
        record=event.id,
        kind=event.kind,
        status=event.status,
        title=seen.title,
        when=event.when,
        days=seen.date.words,
        place=seen.place,
        people=event.people,
        parties=tuple(party.name for party in seen.parties),
        life=tuple(f"{step.label} ({step.reported.words})" for step in seen.life),
        remarks=(*remarks, *(f"Sources differ: {words}." for words in disputes)),
        said=_said(reports, shelf),
        updated=_newest(reports, shelf),
        revision=len(reports) - 1,
    )


def _pledge_notice(entry: BookEntry, shelf: Shelf) -> Notice:
    from parley.briefing.pledges import FIRMNESS_LABELS, pledge_in_words

    reports = shelf.present(entry.reports)
    first, party = reports[0], name_of(entry.party)
    return Notice(
        name=name_of_anchor(first.document, "pledge", first.quote.start, first.quote.end),
        record=entry.id,
        kind="pledge",
        status=entry.firmness,
        title=f"{party}: {pledge_in_words(entry, shelf)}",
        parties=(party,),
        life=(FIRMNESS_LABELS[entry.firmness], *(("replaced",) if entry.replaced_by else ())),
        said=_said(reports, shelf),
        updated=_newest(reports, shelf),
        revision=len(reports) - 1,
    )


def _said(reports: Sequence[Report], shelf: Shelf) -> tuple[Said, ...]:
    """The first quote of each report, the newest first, each once."""
    from parley.briefing.footnotes import first_words

    told = (Said(first_words(report.quote), _source(report.document, shelf)) for report in reversed(reports))
    return tuple(dict.fromkeys(told))[:_MOST_QUOTES]


def _source(document: str, shelf: Shelf) -> str:
    """Title, publisher and date of a document."""
    from parley.briefing.prose import tidy

    publisher = shelf.documents[document].publisher
    return ", ".join(
        part for part in (shelf.label(document), tidy(publisher or ""), shelf.published(document).words) if part
    )


def _newest(reports: Iterable[Report], shelf: Shelf) -> date | None:
    """The last day on which a dated document that holds one of the reports was surely out."""
    published = (shelf.documents[report.document].published for report in reports)
    return max((when.end or when.anchor for when in published if when), default=None)
