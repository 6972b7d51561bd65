"""What correction notes bear on: the reports they speak of, copies of those elsewhere, and all that rests on either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.linking.earlier_versions import earlier_of, reports_by_thing
from parley.linking.shelf import Shelf
from parley.records import BookEntry, Conflict, Correction, Event, Reading, Report
from parley.records.linked import SET_RIGHT, Linked, LinkedCorrection

_NOT_CONTENT = frozenset(["id", "document", "quotes", "inferred", "background", "replaces"])
NAMED = "the note speaks of it"
INSIDE = "its words stand in the note"
COPIED = "another document says the same in the same words, without the note"
EARLIER = "an earlier version of the document said so, and it does not any more"

Words = tuple[str, str]


def link_corrections(
    shelf: Shelf, events: Sequence[Event], book: Sequence[BookEntry], conflicts: Sequence[Conflict]
) -> tuple[LinkedCorrection, ...]:
    """One record for each correction note, in the order of the documents."""
    notes = [(note, reading) for reading in shelf for note in reading.corrections]
    if not notes:
        return ()
    wanted = {note.id: _touched(note, reading) for note, reading in notes}
    alike = _same_words({report.quote.exact for found in wanted.values() for report in found}, shelf)
    resting = _resting((*events, *book, *conflicts))
    touched_by_any = [report for found in wanted.values() for report in found]
    things = reports_by_thing(touched_by_any, (_checkable(reading) for reading in shelf))
    made = []
    for note, reading in notes:
        touched = {report.id: reason for report, reason in wanted[note.id].items()}
        for report in wanted[note.id]:
            for copy in alike[report.kind_of_report, report.quote.exact]:
                if copy.document != report.document and _content(copy) == _content(report):
                    touched.setdefault(copy.id, COPIED)
        for report in wanted[note.id]:
            earlier = list(earlier_of(report, reading, things, shelf))
            touched.update((other.id, EARLIER) for other in earlier)
            if earlier and note.nature != "retraction":
                touched[report.id] = SET_RIGHT
        rests = dict.fromkeys(linked for report in touched for linked in resting.get(report, ()))
        made.append(
            LinkedCorrection(
                reports=(note.id,),
                nature=note.nature,
                touched=tuple(touched),
                reasons=tuple(touched.values()),
                rests=tuple(rests),
            )
        )
    return tuple(made)


def _touched(note: Correction, reading: Reading) -> Mapping[Report, str]:
    """The reports of the note's own document that it bears on, with the reason, as they stand in the document."""
    found: dict[Report, str] = {}
    for report in _checkable(reading):
        if any(note.quote.start <= quote.start and quote.end <= note.quote.end for quote in report.quotes):
            found[report] = INSIDE
        elif report.id in note.touches:
            found[report] = NAMED
    return found


def _checkable(reading: Reading) -> Iterator[Report]:
    yield from reading.engagements
    yield from reading.pledges
    yield from reading.claims
    yield from reading.statements
    yield from reading.positions


def _same_words(words: set[str], shelf: Shelf) -> Mapping[Words, list[Report]]:
    """Reports by kind and first quote, of those that rest on one of ``words``."""
    found: dict[Words, list[Report]] = defaultdict(list)
    for reading in shelf:
        for report in _checkable(reading):
            if report.quote.exact in words:
                found[report.kind_of_report, report.quote.exact].append(report)
    return found


def _content(report: Report) -> dict[str, object]:
    return report.model_dump(exclude=set(_NOT_CONTENT))


def _resting(records: Iterable[Linked]) -> Mapping[str, list[str]]:
    """The ids of linked records by each of their reports."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        sides = (report for side in record.sides for report in side) if isinstance(record, Conflict) else ()
        for report in dict.fromkeys((*record.reports, *sides)):
            found[report].append(record.id)
    return found
