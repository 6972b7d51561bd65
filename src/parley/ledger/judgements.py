"""What people decided. Rows are only ever inserted; what a rejection leaves out is worked out when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from sqlalchemy import Connection, func, insert, select

from parley.ledger.canonical import canonical_json
from parley.ledger.schema import JUDGEMENTS, READINGS
from parley.records import Judgement, Reading
from parley.records.judgement import find_rejected, in_force

ReadingOf = Callable[[int], Reading]


def add_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Add a judgement under the next number; the judgement as kept."""
    last = connection.scalar(select(func.max(JUDGEMENTS.c.number))) or 0
    kept = judgement.model_copy(update={"number": last + 1})
    content = canonical_json(kept.model_dump(mode="json", exclude={"number"}, exclude_defaults=True))
    connection.execute(insert(JUDGEMENTS).values(number=kept.number, id=kept.id, content=content))
    return kept


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements by number, undone ones too."""
    rows = connection.execute(select(JUDGEMENTS).order_by(JUDGEMENTS.c.number))
    return tuple(Judgement.model_validate_json(row.content).model_copy(update={"number": row.number}) for row in rows)


def rejected(connection: Connection, reading_of: ReadingOf, only: str | None = None) -> Mapping[str, str]:
    """The judgement that rejects it, by id of the report; what other readers made of the same words is among them.

    ``reading_of`` gives the reading with a key; with ``only``, reports of that document.
    """
    holding = [one for one in in_force(judgements(connection)) if one.verb == "reject"]
    by_document: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in holding:
        for document in sorted({anchor.document for anchor in judgement.ones if only in (None, anchor.document)}):
            by_document[document].append(judgement)
    found: dict[str, str] = {}
    for document, here in sorted(by_document.items()):
        for key in connection.scalars(select(READINGS.c.id).filter_by(document=document).order_by(READINGS.c.id)).all():
            found |= find_rejected(reading_of(key), here)
    return found
