"""The first page as an item of the catalogue: what is new, in dispute, corrected, and how the claims fared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from parley.briefing.conflicts import about, ordered_conflicts
from parley.briefing.corrections import corrections
from parley.briefing.dates import date_view
from parley.briefing.headlines import headline
from parley.briefing.people import present_people
from parley.briefing.pledges import BESIDE, FIRMNESS_LABELS, pledge_in_words, present_entries
from parley.briefing.positions import ordered_stances
from parley.briefing.prose import capitalised, tidy
from parley.briefing.shelf import party_view
from parley.briefing.summary import documents_in_words, title
from parley.briefing.timeline import STATUS_LABELS, event_date, is_ahead, is_background, ordered_events
from parley.briefing.verdicts import TOKEN_LABELS
from parley.records import BookEntry, Event, Report
from parley.records.verdict import Token
from parley.terms.when import Interval
from parley.web.addresses import address_of
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.home import Corrected, Dispute, Headline, HomePage, Tally

_Record = TypeVar("_Record", Event, BookEntry)

_MOST = 6
_TOKENS: tuple[Token, ...] = ("contradicted", "outdated", "close", "supported", "not_checkable")


def home_items(desk: Desk) -> Iterator[Item]:
    """The first page."""
    shelf = desk.shelf
    news = [event for event in ordered_events(shelf) if not is_background(event, shelf)]
    ahead = [event for event in news if is_ahead(event, shelf)]
    lying_ahead = {event.id for event in ahead}
    past = [event for event in news if event.id not in lying_ahead]
    found = ordered_conflicts(shelf)
    whole = HomePage(
        title=title(shelf),
        standfirst=f"{documents_in_words(shelf)}, read into a ledger whose every line leads to the words it rests on.",
        documents=len(shelf.readings),
        tallies=_tallies(desk, len(news), len(found)),
        ahead=tuple(_event(event, desk) for event in ahead[:_MOST]),
        newest=tuple(_event(event, desk) for event in _newest(past, desk)[:_MOST]),
        pledges=tuple(_pledge(entry, desk) for entry in _newest(_pledged(desk), desk)[:_MOST]),
        disputes=tuple(
            Dispute(
                about=about(conflict, shelf),
                words=capitalised(tidy(conflict.words)),
                address=address_of("conflict", conflict.id),
            )
            for conflict in found[:_MOST]
        ),
        corrections=_corrections(desk)[:_MOST],
        verdicts=_verdicts(desk),
    )
    yield Item(kind="home", id="home", title="", content=whole)


def _tallies(desk: Desk, events: int, conflicts: int) -> tuple[Tally, ...]:
    shelf, readings = desk.shelf, desk.shelf.readings
    counts = (
        ("event", "events", events, "/timeline"),
        ("pledge", "pledges", len(present_entries(shelf)), "/pledges"),
        ("claim", "claims", sum(len(reading.claims) for reading in readings), "/claims"),
        ("person", "people", len(present_people(shelf)), "/people"),
        ("position", "positions", len(ordered_stances(shelf)), "/positions"),
        ("dispute", "disputes", conflicts, "/conflicts"),
        ("document", "documents", len(readings), "/documents"),
    )
    return tuple(Tally(label=one if n == 1 else many, count=n, address=address) for one, many, n, address in counts)


def _newest(records: Sequence[_Record], desk: Desk) -> list[_Record]:
    """By the date of the newest document that tells of each, the newest first; what no dated one tells comes last."""

    def key(record: _Record) -> tuple[bool, int, str]:
        told = _last_told(record.reports, desk)
        return told is None, -(_day(told).toordinal() if told else 0), record.id

    return sorted(records, key=key)


def _pledged(desk: Desk) -> list[BookEntry]:
    """What stands and is more than wanted or proposed."""
    return [entry for entry in present_entries(desk.shelf) if entry.standing and entry.firmness not in BESIDE]


def _event(event: Event, desk: Desk) -> Headline:
    shelf = desk.shelf
    return Headline(
        title=headline(event, shelf),
        address=address_of("event", event.id),
        date=event_date(event, shelf),
        told=date_view(_last_told(event.reports, desk)),
        token=event.status,
        token_label=STATUS_LABELS[event.status],
        party=None,
        quote=desk.quotes(desk.notes.cite(_newest_report(event.reports, desk), most=1))[0],
    )


def _pledge(entry: BookEntry, desk: Desk) -> Headline:
    return Headline(
        title=pledge_in_words(entry, desk.shelf),
        address=address_of("pledge", entry.id),
        date=None,
        told=date_view(_last_told(entry.reports, desk)),
        token=entry.firmness,
        token_label=FIRMNESS_LABELS[entry.firmness],
        party=party_view(entry.party),
        quote=desk.quotes(desk.notes.cite(_newest_report(entry.reports, desk), most=1))[0],
    )


def _newest_report(reports: Sequence[str], desk: Desk) -> list[Report]:
    dated = [one for one in desk.shelf.present(reports) if desk.shelf.documents[one.document].published]
    return (dated or list(desk.shelf.present(reports)))[-1:]


def _last_told(reports: Sequence[str], desk: Desk) -> Interval | None:
    days = [desk.shelf.documents[one.document].published for one in desk.shelf.present(reports)]
    return max((day for day in days if day), key=_day, default=None)


def _day(published: Interval) -> date:
    return published.start or published.anchor


def _corrections(desk: Desk) -> tuple[Corrected, ...]:
    """The newest first."""
    return tuple(
        Corrected(
            nature=shown.nature,
            words=shown.words,
            date=shown.date,
            touches=shown.touches,
            quote=desk.quotes(shown.citations)[0],
        )
        for shown in reversed(corrections(desk.shelf, desk.notes))
    )


def _verdicts(desk: Desk) -> tuple[Tally, ...]:
    claims = [claim for reading in desk.shelf.readings for claim in reading.claims]
    given = [one.verdict.token for one in desk.shelf.checked(claims)]
    counts = ((token, given.count(token)) for token in _TOKENS)
    return tuple(
        Tally(label=TOKEN_LABELS[token], count=count, address=f"/claims?verdict={token}")
        for token, count in counts
        if count
    )
