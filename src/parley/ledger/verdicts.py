"""What checkers said of reports. Rows are only ever inserted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, Select, func, insert, select

from parley.ledger.canonical import canonical_json
from parley.ledger.schema import REPORTS, VERDICTS
from parley.records.verdict import Verdict

_MANY = 500  # ids in one query; SQLite allows 999 in its oldest builds


def add_verdicts(connection: Connection, verdicts: Mapping[str, Verdict], checker: str, recorded: datetime) -> int:
    """Add the verdicts of a checker by id of the report, but for those it has given before; how many were added.

    A report that is not in the ledger is passed over.
    """
    known = set(connection.scalars(select(VERDICTS.c.report).filter_by(checker=checker)))
    there = set(connection.scalars(select(REPORTS.c.id)))
    rows = [
        {
            "report": report,
            "checker": checker,
            "recorded": recorded.isoformat(),
            "content": canonical_json(verdict.model_dump(mode="json", exclude_defaults=True)),
        }
        for report, verdict in verdicts.items()
        if report in there and report not in known
    ]
    if rows:
        connection.execute(insert(VERDICTS), rows)
    return len(rows)


def newest(connection: Connection, reports: Collection[str] | None = None) -> dict[str, Verdict]:
    """The verdict that stands, by id of the report; only those of ``reports``, where these are given."""
    last = select(func.max(VERDICTS.c.id)).group_by(VERDICTS.c.report)
    if reports is None:
        return _stand(connection, last)
    found: dict[str, Verdict] = {}
    ids = sorted(reports)
    for first in range(0, len(ids), _MANY):
        found |= _stand(connection, last.where(VERDICTS.c.report.in_(ids[first : first + _MANY])))
    return found


def _stand(connection: Connection, last: Select[tuple[int]]) -> dict[str, Verdict]:
    rows = connection.execute(select(VERDICTS.c.report, VERDICTS.c.content).where(VERDICTS.c.id.in_(last)))
    return {row.report: Verdict.model_validate_json(row.content) for row in rows}


def unchecked(connection: Connection, checker: str) -> set[str]:
    """Ids of the reports that this checker has said nothing of."""
    said = select(VERDICTS.c.report).filter_by(checker=checker)
    return set(connection.scalars(select(REPORTS.c.id).where(REPORTS.c.id.not_in(said))))
