"""The canonical form of a whole ledger: JSON Lines, sorted, without the times of recording.

Each line is ``{"id": …, "kind": …, "record": …}``. A document's record also has its ``edition`` and all ``sources``;
a reading's names its ``edition``, its ``reader``, its place in the ``order`` of the document's readings (the last one
stands) and the ids of its ``reports``; a verdict's, under the id of its report, the ``checker`` and its ``order``.

Of judgements there are those in force, and what they reject is left out; so an undoing brings back the very lines from
before. With ``everything`` no report and no judgement is left out.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, select

from parley.ledger import judgements, views
from parley.ledger.canonical import canonical_json
from parley.ledger.rows import document_of
from parley.ledger.schema import EDITIONS, FOUND, READINGS, VERDICTS
from parley.records.judgement import in_force
from parley.records.verdict import Verdict


def lines(connection: Connection, everything: bool = False) -> Iterator[str]:
    """All lines in order, without line ends."""
    hidden = frozenset(() if everything else views.rejected(connection))
    yield from heapq.merge(
        _editions(connection),
        _readings(connection, hidden),
        _reports(connection, hidden),
        sorted(_verdicts(connection, hidden)),
        sorted(_judgements(connection, everything)),
    )


def _editions(connection: Connection) -> Iterator[str]:
    rows = connection.execute(select(EDITIONS).order_by(EDITIONS.c.document))
    for document, editions in groupby(rows, key=lambda row: str(row.document)):
        yield from sorted(_line(document, "document", _edition(connection, row)) for row in editions)


def _edition(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    paths = views.sources(connection, row.id)
    content = document_of(row, paths[0]).model_dump(mode="json", exclude={"source"})
    return {**content, "edition": row.fingerprint, "sources": paths}


def _readings(connection: Connection, hidden: Collection[str]) -> Iterator[str]:
    query = select(READINGS.c.id, READINGS.c.document, READINGS.c.reader, EDITIONS.c.fingerprint)
    query = query.join(EDITIONS, EDITIONS.c.id == READINGS.c.edition).order_by(READINGS.c.document, READINGS.c.id)
    for document, readings in groupby(connection.execute(query), key=lambda row: str(row.document)):
        records = [
            {
                "edition": row.fingerprint,
                "order": order,
                "reader": row.reader,
                "reports": [report for report in _report_ids(connection, row.id) if report not in hidden],
            }
            for order, row in enumerate(readings, start=1)
        ]
        yield from sorted(_line(document, "reading", record) for record in records)


def _report_ids(connection: Connection, reading: int) -> list[str]:
    return list(connection.scalars(select(FOUND.c.report).filter_by(reading=reading).order_by(FOUND.c.ordinal)))


def _reports(connection: Connection, hidden: Collection[str]) -> Iterator[str]:
    for report in views.all_reports(connection):
        if report.id not in hidden:
            yield _line(report.id, report.kind_of_report, report.model_dump(mode="json", exclude={"id"}))


def _verdicts(connection: Connection, hidden: Collection[str]) -> Iterator[str]:
    rows = connection.execute(select(VERDICTS).order_by(VERDICTS.c.report, VERDICTS.c.id))
    shown = (row for row in rows if row.report not in hidden)
    for report, said in groupby(shown, key=lambda row: str(row.report)):
        for order, row in enumerate(said, start=1):
            content = Verdict.model_validate_json(row.content).model_dump(mode="json")
            yield _line(report, "verdict", {**content, "checker": row.checker, "order": order})


def _judgements(connection: Connection, everything: bool) -> Iterator[str]:
    kept = judgements.judgements(connection)
    for judgement in kept if everything else in_force(kept):
        yield _line(judgement.id, "judgement", judgement.model_dump(mode="json"))


def _line(record_id: str, kind: str, record: dict[str, Any]) -> str:
    return canonical_json({"id": record_id, "kind": kind, "record": record})
