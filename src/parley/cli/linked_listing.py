"""Lists of what documents say together: events, pledges, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from parley.cli.listing import content_of
from parley.cli.options import Format

if TYPE_CHECKING:
    from parley.cli.output import Cell, Columns
    from parley.records.linked import Linked
    from parley.workflow import View

Kind = TypeVar("Kind", bound="Linked")


def list_linked(
    records: Iterable[Kind],
    view: View,
    cells: Callable[[Kind], Mapping[str, Cell]],
    columns: Columns,
    form: Format,
) -> None:
    """Write linked records; ``cells`` gives the columns that only this kind has."""
    from parley.cli.output import Entry, write_list

    entries = [
        Entry({**shared_cells(record, view), **cells(record)}, linked_content(record, view)) for record in records
    ]
    write_list(entries, columns, form)


def shared_cells(record: Linked, view: View) -> dict[str, Cell]:
    """The columns of every linked record: id, how many reports and documents tell it, the first quote."""
    evidence = view.evidence(record)
    return {
        "id": record.id,
        "reports": len(evidence),
        "documents": len({report.document for report in evidence}),
        "quote": evidence[0].quote.exact if evidence else None,
    }


def linked_content(record: Linked, view: View) -> dict[str, Any]:
    """A linked record for JSON, with the notes that correct it, and the reports that it joins with their quotes."""
    evidence = [content_of(report, view.documents) for report in view.evidence(record)]
    corrections = [note.id for note in view.corrections_of(record.id)]
    return {"id": record.id, **record.model_dump(mode="json"), "corrections": corrections, "evidence": evidence}
