"""What the ledger holds: the current view (the newest reading of each document) and how it came to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, select

from parley.errors import RecordNotFound
from parley.ledger import judgements
from parley.ledger.rows import document_of, report_of
from parley.ledger.schema import (
    EDITIONS,
    FOUND,
    JUDGEMENTS,
    QUOTES,
    READINGS,
    REPORT_PARTIES,
    REPORTS,
    SOURCES,
    VERDICTS,
)
from parley.records import Document, Reading, Report
from parley.records.judgement import without

_LISTS = {
    "person": "people",
    "engagement": "engagements",
    "pledge": "pledges",
    "claim": "claims",
    "statement": "statements",
    "position": "positions",
    "correction": "corrections",
}
_MANY = 500  # ids in one query; SQLite allows 999 in its oldest builds
_READINGS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Change:
    """What one reading changed in the current view of its document."""

    reader: str
    recorded: str
    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    unchanged: tuple[str, ...]


def newest_reading(connection: Connection, document: str) -> Reading:
    """The newest reading of a document. Raises RecordNotFound."""
    key = current_reading(connection, document)
    if key is None:
        raise _no_document(document)
    return without(reading(connection, key), rejected(connection, document))


def current_reading(connection: Connection, document: str) -> int | None:
    """The key of the newest reading of a document."""
    key: int | None = connection.scalar(select(func.max(READINGS.c.id)).where(READINGS.c.document == document))
    return key


def reports_found(connection: Connection, reading: int | None) -> set[str]:
    """The ids of the reports of a reading."""
    return set(connection.scalars(select(FOUND.c.report).where(FOUND.c.reading == reading)))


def documents(
    connection: Connection, party: str | None = None, since: date | None = None, until: date | None = None
) -> Iterator[Document]:
    """Documents by date of publication, undated last; with ``party``, those with a report of that Party."""
    query = select(EDITIONS).join(READINGS, READINGS.c.edition == EDITIONS.c.id).where(_is_current())
    query = query.where(*_overlap(EDITIONS.c.first_day, EDITIONS.c.last_day, since, until))
    if party is not None:
        theirs = select(FOUND.c.reading).where(_concerns(FOUND.c.report, party))
        query = query.where(READINGS.c.id.in_(theirs.where(FOUND.c.report.not_in(sorted(rejected(connection))))))
    for row in connection.execute(query.order_by(*_by_publication())).all():
        yield document_of(row, sources(connection, row.id)[0])


def readings(connection: Connection, with_rejected: bool = False) -> Iterator[Reading]:
    """The newest reading of each document, by date of publication."""
    hidden = () if with_rejected else rejected(connection)
    query = select(READINGS.c.id).join(EDITIONS, READINGS.c.edition == EDITIONS.c.id).where(_is_current())
    for found in _readings_of(connection, connection.scalars(query.order_by(*_by_publication())).all()):
        yield without(found, hidden)


def rejected(connection: Connection, document: str | None = None) -> Mapping[str, str]:
    """The judgement that rejects it, by id, of all reports that judgements in force reject; or those of a document."""
    return judgements.rejected(connection, lambda key: reading(connection, key), document)


def reports(
    connection: Connection,
    kind: str | None = None,
    party: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Iterator[Report]:
    """Reports of the current view, by document, in the order of the text.

    ``since`` and ``until`` are about when an engagement is, and about the publication of anything else; what has no
    such date is left out when one of them is given.
    """
    first, last = (
        case((REPORTS.c.kind == "engagement", REPORTS.c[end]), else_=EDITIONS.c[end])
        for end in ("first_day", "last_day")
    )
    query = (
        select(REPORTS)
        .join(FOUND, FOUND.c.report == REPORTS.c.id)
        .join(READINGS, READINGS.c.id == FOUND.c.reading)
        .join(EDITIONS, EDITIONS.c.id == READINGS.c.edition)
        .where(_is_current(), *_overlap(first, last, since, until))
    )
    if kind is not None:
        query = query.where(REPORTS.c.kind == kind)
    if party is not None:
        query = query.where(_concerns(REPORTS.c.id, party))
    hidden = rejected(connection)
    found = _with_quotes(connection, query.order_by(*_by_publication(), FOUND.c.ordinal))
    yield from (report for report in found if report.id not in hidden)


def all_reports(connection: Connection) -> Iterator[Report]:
    """Every report ever found, withdrawn ones too, by id."""
    last = ""
    while batch := list(
        _with_quotes(connection, select(REPORTS).where(REPORTS.c.id > last).order_by(REPORTS.c.id).limit(_MANY))
    ):
        yield from batch
        last = batch[-1].id


def get(connection: Connection, record_id: str) -> Document | Report:
    """The document or report of an id, withdrawn ones too. Raises RecordNotFound."""
    for report in _with_quotes(connection, select(REPORTS).where(REPORTS.c.id == record_id)):
        return report
    newest = (
        select(EDITIONS)
        .join(READINGS, READINGS.c.edition == EDITIONS.c.id)
        .where(EDITIONS.c.document == record_id, _is_current())
    )
    if (edition := connection.execute(newest).first()) is not None:
        return document_of(edition, sources(connection, edition.id)[0])
    raise RecordNotFound(f"there is no {record_id} in this ledger; `parley search` and the lists show what there is")


def sources(connection: Connection, edition: int) -> list[str]:
    """The paths under which an edition was found, sorted."""
    return list(connection.scalars(select(SOURCES.c.path).where(SOURCES.c.edition == edition).order_by(SOURCES.c.path)))


def all_sources(connection: Connection, document: str) -> tuple[str, ...]:
    """The paths under which the bytes of a document were found, sorted."""
    query = select(SOURCES.c.path).join(EDITIONS, EDITIONS.c.id == SOURCES.c.edition)
    return tuple(sorted(set(connection.scalars(query.where(EDITIONS.c.document == document)))))


def changes(connection: Connection, document: str) -> tuple[Change, ...]:
    """What each reading of a document changed, oldest first. Raises RecordNotFound."""
    query = select(READINGS.c.id, READINGS.c.reader, READINGS.c.recorded).where(READINGS.c.document == document)
    history, before = [], set[str]()
    for row in connection.execute(query.order_by(READINGS.c.id)).all():
        after = reports_found(connection, row.id)
        parts = (sorted(after - before), sorted(before - after), sorted(after & before))
        history.append(Change(row.reader, row.recorded, *(tuple(part) for part in parts)))
        before = after
    if not history:
        raise _no_document(document)
    return tuple(history)


def reading(connection: Connection, key: int) -> Reading:
    """The reading with this key."""
    return next(_readings_of(connection, [key]))


def _readings_of(connection: Connection, keys: Sequence[int]) -> Iterator[Reading]:
    """The readings with these keys, in their order, some at a time: four queries for many instead of four for each."""
    for first in range(0, len(keys), _READINGS_AT_ONCE):
        some = keys[first : first + _READINGS_AT_ONCE]
        heads = {row.reading: row for row in connection.execute(_heads(some))}
        paths = _first_paths(connection, {row.id for row in heads.values()})
        lists: dict[int, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
        found = select(REPORTS, FOUND.c.reading).join(FOUND, FOUND.c.report == REPORTS.c.id)
        query = found.where(FOUND.c.reading.in_(some)).order_by(FOUND.c.reading, FOUND.c.ordinal)
        for row, report in _each_with_quotes(connection, query):
            lists[row.reading][_LISTS[report.kind_of_report]].append(report)
        for key in some:
            document = document_of(heads[key], paths[heads[key].id])
            yield Reading.model_validate({"document": document, "reader": heads[key].reader, **lists[key]})


def _heads(keys: Sequence[int]) -> Select[Any]:
    """The reader and the edition of readings."""
    query = select(EDITIONS, READINGS.c.id.label("reading"), READINGS.c.reader)
    return query.join(READINGS, READINGS.c.edition == EDITIONS.c.id).where(READINGS.c.id.in_(keys))


def _first_paths(connection: Connection, editions: Iterable[int]) -> dict[int, str]:
    """The first of the paths under which each edition was found."""
    query = select(SOURCES.c.edition, func.min(SOURCES.c.path).label("path")).where(SOURCES.c.edition.in_(editions))
    return {row.edition: row.path for row in connection.execute(query.group_by(SOURCES.c.edition))}


def _no_document(document: str) -> RecordNotFound:
    return RecordNotFound(f"there is no document {document} in this ledger; `parley documents` lists them")


def _with_quotes(connection: Connection, query: Select[Any]) -> Iterator[Report]:
    return (report for _, report in _each_with_quotes(connection, query))


def _each_with_quotes(connection: Connection, query: Select[Any]) -> Iterator[tuple[Row[Any], Report]]:
    """Each row of ``reports`` with its report."""
    rows = connection.execute(query).all()
    for first in range(0, len(rows), _MANY):
        batch = rows[first : first + _MANY]
        quotes = _quotes(connection, [row.id for row in batch])
        yield from ((row, report_of(row, quotes[row.id])) for row in batch)


def _quotes(connection: Connection, reports: Iterable[str]) -> dict[str, list[Row[Any]]]:
    query = select(QUOTES).where(QUOTES.c.report.in_(list(reports))).order_by(QUOTES.c.report, QUOTES.c.ordinal)
    rows = connection.execute(query)
    return {report: list(quotes) for report, quotes in groupby(rows, key=lambda row: str(row.report))}


def _is_current() -> ColumnElement[bool]:
    return READINGS.c.id.in_(select(func.max(READINGS.c.id)).group_by(READINGS.c.document))


def _concerns(report: ColumnElement[Any], party: str) -> ColumnElement[bool]:
    return report.in_(select(REPORT_PARTIES.c.report).where(REPORT_PARTIES.c.party == party))


def _overlap(
    first: ColumnElement[Any], last: ColumnElement[Any], since: date | None, until: date | None
) -> list[ColumnElement[bool]]:
    """Conditions for sharing a day with ``since``/``until``; a missing date shares none."""
    conditions = []
    if since is not None:
        conditions.append(and_(last.is_not(None), last >= since.isoformat()))
    if until is not None:
        conditions.append(and_(first.is_not(None), first <= until.isoformat()))
    return conditions


def _by_publication() -> tuple[ColumnElement[Any], ...]:
    return EDITIONS.c.first_day.is_(None), EDITIONS.c.first_day, EDITIONS.c.document


def stamp(connection: Connection) -> str:
    """What has been added, counted: rows are only ever inserted."""
    tables = {"r": READINGS.c.id, "v": VERDICTS.c.id, "j": JUDGEMENTS.c.number}
    newest = {letter: connection.scalar(select(func.max(column))) or 0 for letter, column in tables.items()}
    newest["s"] = connection.scalar(select(func.count()).select_from(SOURCES)) or 0
    return "-".join(f"{letter}{number}" for letter, number in newest.items())
