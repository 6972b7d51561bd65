"""The pledge book of one Party told as history: what stands, since when, what it replaced and which reports say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from parley.cli.plain import plain
from parley.cli.words import amount_words, interval_words

if TYPE_CHECKING:
    from parley.records import BookEntry
    from parley.records.linked import BookStep
    from parley.workflow import View

_STEPS = {"first": "first told", "restated": "restated", "firmer": "firmer"}
_RECORD = {
    "known": "on record as",
    "different": "the record has another:",
    "new": "the record has no such pledge",
}
_LONGEST_QUOTE = 100


def history_lines(entries: Iterable[BookEntry], shown: View) -> Iterator[str]:
    """What stands first, then what was replaced, then what is only urged, proposed or drafted."""
    listed = list(entries)
    by_id = {entry.id: entry for entry in listed}
    sections = (
        ("Stands", [entry for entry in listed if entry.standing]),
        ("Replaced", [entry for entry in listed if entry.replaced_by]),
        ("Beside the pledges", [entry for entry in listed if not entry.standing and not entry.replaced_by]),
    )
    for heading, those in sections:
        if those:
            yield heading
        for entry in those:
            yield f"  {plain(f'{pledge_words(entry)} ({_words(entry.firmness)}) {entry.id}')}"
            yield from (f"    {plain(line)}" for line in _told_of(entry, by_id, shown))


def pledge_words(entry: BookEntry) -> str:
    """Such as "reduction 46 % from 2013, 2030"."""
    what = " ".join(part for part in (_words(entry.kind), entry.about, entry.gas) if part)
    value = amount_words(entry.low, entry.high, entry.unit)
    base = f"from {entry.base_year}" if entry.base_year else None
    words = " ".join(part for part in (what, value, base) if part)
    return f"{words}, {entry.target_year}" if entry.target_year else words


def _words(token: str) -> str:
    return token.replace("_", " ")


def _told_of(entry: BookEntry, by_id: dict[str, BookEntry], shown: View) -> Iterator[str]:
    yield f"since {interval_words(entry.since) or 'a document without a date'}"
    for name in entry.replaces:
        if name in by_id:
            shown_by = f", as {', '.join(entry.changed_by)} show" if entry.changed_by else ""
            yield f"{entry.change or 'changed'}: took the place of {pledge_words(by_id[name])} {name}{shown_by}"
    if entry.replaced_by in by_id:
        yield f"replaced by {pledge_words(by_id[entry.replaced_by or ''])} {entry.replaced_by}"
    yield from _beside_record(entry, shown)
    for step in entry.history:
        yield _step(step, shown)
    for note in shown.corrections_of(entry.id):
        yield f"a source was corrected: {note.id} “{_short(note.quote.exact)}”"
    for name in entry.listed_beside:
        if name in by_id:
            yield f"{by_id[name].firmness} beside it: {pledge_words(by_id[name])} {name}"


def _beside_record(entry: BookEntry, shown: View) -> Iterator[str]:
    from parley.workflow.pledge_standing import stand_beside_record

    beside = stand_beside_record(entry, shown)
    if beside.standing:
        since = f" since {beside.since}" if beside.since and beside.standing == "known" else ""
        yield f"{beside.standing}: {_RECORD[beside.standing]} {', '.join(beside.recorded)}".rstrip() + since


def _step(step: BookStep, shown: View) -> str:
    document, report = shown.documents[step.document], shown.reports[step.report]
    when = interval_words(step.published) or "undated"
    return f"{when}, {_STEPS[step.step]}: {step.report} in {document.source}: “{_short(report.quote.exact)}”"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
