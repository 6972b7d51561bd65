"""``parley changes``: what a later version of a document added, withdrew and altered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.options import Format, FormatOption, LedgerOption, open_ledger
from parley.cli.words import interval_words, joined

if TYPE_CHECKING:
    from parley.cli.output import Entry
    from parley.records import Report
    from parley.workflow.versions import Versions

DocumentArgument = Annotated[
    str | None, typer.Argument(metavar="DOCUMENT", help="The id of one version.", show_default=False)
]


def changes(document: DocumentArgument = None, ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """List what changed between versions of a document.

    Two documents are versions of one when they have the same source, or nearly the same text. Both stay in the ledger.
    """
    from parley.cli.output import Columns, write_list
    from parley.workflow.versions import changed_versions

    columns = Columns(
        every=("earlier", "later", "published", "ground", "change", "kind", "record", "fields", "was", "now"),
        shown=("later", "published", "change", "kind", "record", "fields", "was", "now"),
        wide=("was", "now"),
    )
    with open_ledger(ledger) as store:
        if document is not None:
            store.get(document.strip())
        found = changed_versions(store, document.strip() if document else None)
    write_list((entry for versions in found for entry in _entries(versions)), columns, form)


def _entries(versions: Versions) -> Iterator[Entry]:
    changed = versions.difference
    for pair in changed.altered:
        yield _entry(versions, "altered", pair.now.kind_of_report, pair.was, pair.now, pair.fields)
    for report in changed.withdrawn:
        yield _entry(versions, "withdrawn", report.kind_of_report, report, None)
    for report in changed.added:
        yield _entry(versions, "added", report.kind_of_report, None, report)
    for passage in changed.passages:
        change = "added" if not passage.was else "withdrawn" if not passage.now else "altered"
        yield _row(versions, change, "text", None, (), passage.was, passage.now)


def _entry(
    versions: Versions, change: str, kind: str, was: Report | None, now: Report | None, fields: tuple[str, ...] = ()
) -> Entry:
    record = now or was
    words = ((report.quote.exact if report else "") for report in (was, now))
    return _row(versions, change, kind, record.id if record else None, fields, *words)


def _row(
    versions: Versions, change: str, kind: str, record: str | None, fields: tuple[str, ...], was: str, now: str
) -> Entry:
    from parley.cli.output import Entry

    content: dict[str, Any] = {
        "earlier": versions.earlier.id,
        "later": versions.later.id,
        "ground": versions.ground,
        "change": change,
        "kind": kind,
        "record": record,
        "fields": list(fields),
        "was": was,
        "now": now,
    }
    cells = {**content, "published": interval_words(versions.later.published), "fields": joined(fields)}
    return Entry(cells, content)
