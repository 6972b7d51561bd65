"""Verdicts on the ledger: how many of each, and what the record does not bear out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parley.briefing.verdicts import marked
from parley.cli.listing import content_of, shared_cells
from parley.cli.options import Format
from parley.cli.output import Cell, Columns, Entry, print_line, say, write_list
from parley.records.verdict import SEVERITY, Token

if TYPE_CHECKING:
    from parley.workflow import Judged

_KINDS = ("claim", "engagement", "person", "pledge")
_UNBORNE: tuple[Token, ...] = ("contradicted", "outdated", "close")
_COLUMNS = Columns(
    every=("verdict", "id", "kind", "published", "source", "document", "quote", "basis", "reason"),
    shown=("verdict", "id", "published", "quote", "reason"),
    wide=("quote", "reason"),
)
_COUNTS = Columns(every=("verdict", *_KINDS, "all"), shown=("verdict", *_KINDS, "all"))


def write_ledger(found: Sequence[Judged], new: int, form: Format) -> None:
    """All verdicts for programs; for people a table of counts, and the claims that the record does not bear out."""
    if form is not Format.TABLE:
        write_list([_entry(one) for one in found], _COLUMNS, form)
        return
    if not found:
        say("nothing in this ledger can be checked")
        return
    write_list([_count(token, found) for token in SEVERITY], _COUNTS, form)
    print_line(f"{new} checked now, {len(found) - new} before" if new <= len(found) else f"{new} checked now")
    unborne = [
        one
        for kind in _KINDS
        for token in _UNBORNE
        for one in found
        if (one.report.kind_of_report, one.verdict.token) == (kind, token)
    ]
    if unborne:
        print_line("")
        write_list([_entry(one) for one in unborne], _COLUMNS, form)


def _count(token: Token, found: Sequence[Judged]) -> Entry:
    kinds = [one.report.kind_of_report for one in found if one.verdict.token == token]
    cells: dict[str, Cell] = {kind: kinds.count(kind) for kind in _KINDS}
    return Entry({"verdict": marked(token), **cells, "all": len(kinds)}, {})


def _entry(one: Judged) -> Entry:
    cells: dict[str, Cell] = {
        **shared_cells(one.report, one.document),
        "verdict": marked(one.verdict.token, one.report.kind_of_report),
        "kind": one.report.kind_of_report,
        "basis": one.verdict.basis,
        "reason": one.verdict.reason,
    }
    return Entry(cells, _content(one))


def _content(one: Judged) -> dict[str, Any]:
    return {
        **content_of(one.report, {one.document.id: one.document}),
        "verdict": one.verdict.model_dump(mode="json"),
    }
