"""People's judgements on the links of a ledger: made, taken back, explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from parley.errors import RecordNotFound, UsageError
from parley.records import Anchor, Effect, Judgement, Report, Verb
from parley.records.judgement import in_force, undone
from parley.records.linked import BookEntry, Event, Linked, LinkedPerson
from parley.workflow.ledger_view import View, view

if TYPE_CHECKING:
    from parley.ledger import Ledger

_JUDGED: tuple[tuple[type[Linked], str], ...] = ((Event, "event"), (LinkedPerson, "person"), (BookEntry, "pledge"))


@dataclass(frozen=True, slots=True)
class Hand:
    """Who judges, when, and why where that is said."""

    author: str
    time: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A judgement as kept, what it does (None of an undoing), and the linked records that now hold its reports."""

    judgement: Judgement
    effect: Effect | None
    records: tuple[Linked, ...]


def merge(ledger: Ledger, one: str, other: str, hand: Hand) -> Done:
    """Make one of two events, people or pledges. Raises RecordNotFound or UsageError."""
    shown = view(ledger)
    a, b = linked_record(shown, one), linked_record(shown, other)
    if type(a) is not type(b):
        raise UsageError(f"{one} is of {word_for(a)} and {other} of {word_for(b)}; name two of one kind")
    if a.id == b.id:
        raise UsageError(f"{one} and {other} are one {word_for(a)} already ({a.id}); name two")
    ones, others = _anchors(shown, a.reports), _anchors(shown, b.reports)
    return _keep(ledger, _judgement("merge", (one, other), hand, ones, others))


def split(ledger: Ledger, record: str, reports: Sequence[str], hand: Hand) -> Done:
    """Take ``reports`` out of an event, a person or a pledge; without any, take all its reports apart.

    Raises RecordNotFound or UsageError.
    """
    shown = view(ledger)
    whole = linked_record(shown, record)
    if strange := [report for report in reports if report not in whole.reports]:
        raise UsageError(f"{strange[0]} is no report of {record}; it has {', '.join(whole.reports)}")
    out = tuple(dict.fromkeys(reports))
    rest = [report for report in whole.reports if report not in out]
    if not rest or len(whole.reports) < 2:
        raise UsageError(f"nothing of {record} would be left behind; name some of its reports, not all")
    return _keep(ledger, _judgement("split", (record, *out), hand, _anchors(shown, out), _anchors(shown, rest)))


def reject(ledger: Ledger, record: str, hand: Hand) -> Done:
    """Take a report, or all reports of an event, a person or a pledge, out of every view.

    Raises RecordNotFound, or UsageError when it is out already.
    """
    shown = view(ledger)
    if by := ledger.rejected().get(record):
        raise UsageError(f"{record} was rejected already, by {by}; see: parley judgements")
    reports = (record,) if record in shown.reports else _own_reports(linked_record(shown, record))
    return _keep(ledger, _judgement("reject", (record,), hand, _anchors(shown, reports)))


def note(ledger: Ledger, record: str, text: str, hand: Hand) -> Done:
    """Put a note beside a report or a linked record. Raises RecordNotFound or UsageError."""
    if not text.strip():
        raise UsageError('there are no words in the note; write some: parley note ID "WORDS"')
    shown = view(ledger)
    reports: Iterable[str] = (record,)
    if record not in shown.reports:
        found = shown.linked.get(record)
        if found is None:
            raise _not_found(record)
        reports = found.reports
    made = _judgement("note", (record,), hand, _anchors(shown, reports))
    return _keep(ledger, made.model_copy(update={"text": text.strip()}))


def undo(ledger: Ledger, judgement: str | None, hand: Hand) -> Done:
    """Take back a judgement, the newest in force unless another is named; to undo an undoing is to do again.

    Raises RecordNotFound when there is none, or UsageError when it is undone already.
    """
    known = {one.id: one for one in ledger.judgements()}
    holding = in_force(known.values())
    if judgement is None and not holding:
        raise RecordNotFound("there is no judgement in force to undo; see: parley judgements")
    target = judgement or holding[-1].id
    if target not in known:
        raise RecordNotFound(f"there is no judgement {target} in this ledger; see: parley judgements")
    if by := undone(known.values()).get(target):
        raise UsageError(f"{target} was undone already, by {by}; to do it again: parley undo {by}")
    made = _judgement("undo", (target,), hand)
    return _keep(ledger, made.model_copy(update={"undoes": target}), known[target].anchors)


def _keep(ledger: Ledger, judgement: Judgement, about: tuple[Anchor, ...] = ()) -> Done:
    kept = ledger.judge(judgement)
    shown = view(ledger)
    effect = next((one for one in shown.links.effects if one.judgement == kept.id), None)
    reports = set(effect.reports if effect else [anchor.report for anchor in about])
    holding = (record for record in shown.linked.values() if reports & set(record.reports) and is_judged(record))
    return Done(kept, effect, tuple(holding))


def _judgement(
    verb: Verb, named: tuple[str, ...], hand: Hand, ones: tuple[Anchor, ...] = (), others: tuple[Anchor, ...] = ()
) -> Judgement:
    if not hand.author.strip():
        raise UsageError("nobody judges; say who with --author NAME or PARLEY_AUTHOR")
    return Judgement(
        verb=verb,
        named=named,
        ones=ones,
        others=others,
        author=hand.author.strip(),
        time=hand.time,
        reason=hand.reason.strip(),
    )


def _anchors(shown: View, reports: Iterable[str]) -> tuple[Anchor, ...]:
    readings = {reading.document.id: reading for reading in shown.readings}
    found: list[Report] = [shown.reports[report] for report in sorted(reports)]
    return tuple(Anchor.of(report, readings[report.document]) for report in found)


def linked_record(shown: View, record: str) -> Linked:
    """The event, person or pledge of an id, its own or that of one of its reports.

    Raises RecordNotFound, or UsageError where the id is of something else.
    """
    found = shown.linked.get(record)
    if found is not None and not is_judged(found):
        raise UsageError(f"{record} is neither an event nor a person nor a pledge; judge the reports that it rests on")
    if found is not None:
        return found
    holding = [one for one in shown.linked.values() if is_judged(one) and record in one.reports]
    if len(holding) > 1:
        raise UsageError(f"{record} stands in several events; name one: {', '.join(one.id for one in holding)}")
    if not holding:
        raise _not_found(record)
    return holding[0]


def _own_reports(record: Linked) -> Sequence[str]:
    """The reports that only this record rests on, where there are any: others tell of several events."""
    shared = record.shared if isinstance(record, Event) else ()
    return [report for report in record.reports if report not in shared] or record.reports


def is_judged(record: Linked) -> bool:
    """Whether it is of a kind that can be merged and split."""
    return isinstance(record, tuple(kind for kind, _ in _JUDGED))


def word_for(record: Linked) -> str:
    """``event``, ``person`` or ``pledge``."""
    return next(word for kind, word in _JUDGED if isinstance(record, kind))


def _not_found(record: str) -> RecordNotFound:
    return RecordNotFound(
        f"there is no {record} in the present view; ids of events, people and pledges change with their reports, so "
        "look it up again in the list"
    )
