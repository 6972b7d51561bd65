"""Verdicts, conflicts and corrections as the items of several kinds carry them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from parley.briefing.prose import capitalised, tidy
from parley.briefing.verdicts import (
    PLEDGE_LABELS,
    TOKEN_LABELS,
    TOKEN_MARKS,
    TOKEN_MEANINGS,
    in_print,
    records_of,
)
from parley.records import Report
from parley.records.verdict import Token, Verdict
from parley.web.catalogue.desk import Desk
from parley.web.models.common import Quote
from parley.web.models.verdict import Disputed, VerdictBrief, VerdictWhole

_LABELS: Mapping[str, Mapping[Token, str]] = {"claim": TOKEN_LABELS, "pledge": PLEDGE_LABELS}


@cache
def brief_verdict(token: Token, kind: str = "claim") -> VerdictBrief:
    """A verdict's sign and word; of a pledge whether it is on record."""
    return VerdictBrief(token=token, label=_LABELS[kind][token], mark=TOKEN_MARKS[token])


def whole_verdict(verdict: Verdict, kind: str = "claim") -> VerdictWhole:
    """A verdict with every record."""
    return VerdictWhole(
        token=verdict.token,
        label=_LABELS[kind][verdict.token],
        mark=TOKEN_MARKS[verdict.token],
        meaning=TOKEN_MEANINGS[verdict.token],
        reason=in_print(verdict.reason),
        basis=in_print(verdict.basis),
        confidence=verdict.confidence,
        missing=in_print(verdict.missing),
        records=records_of(verdict),
    )


def disputed(reports: Iterable[str], desk: Desk) -> tuple[Disputed, ...]:
    """The conflicts that some reports are in."""
    ids = dict.fromkeys(one for report in reports for one in desk.conflicts_of.get(report, ()))
    found = ((name, desk.view.linked[name]) for name in ids)
    return tuple(Disputed(id=name, words=capitalised(tidy(getattr(one, "words", "")))) for name, one in found)


def notes_on(ids: Iterable[str], desk: Desk) -> tuple[Quote, ...]:
    """The words of the corrections that bear on records or reports."""
    notes: dict[str, Report] = {note.id: note for one in ids for note in desk.view.corrections_of(one)}
    return desk.quotes_of(notes.values())
