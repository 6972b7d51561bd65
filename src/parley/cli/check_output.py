"""Verdicts on sentences: for people the verdict first and then the record, for programs JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from parley.briefing.claims import claim_in_words
from parley.briefing.prose import count
from parley.briefing.verdicts import TOKEN_MARKS, marked, records_of
from parley.checking.times import newest_day
from parley.cli.options import Format
from parley.cli.output import Columns, Entry, console, print_line, write_list
from parley.cli.plain import plain
from parley.cli.words import interval_words
from parley.ledger.canonical import escape_json
from parley.records import Claim

if TYPE_CHECKING:
    from parley.briefing.verdict_view import FigureView
    from parley.checking.checked import Checked, CheckedClaim
    from parley.cli.check import CheckFormat
    from parley.records.verdict import Token

_STYLES: dict[Token, str] = {
    "supported": "green",
    "close": "yellow",
    "contradicted": "red",
    "outdated": "magenta",
    "not_checkable": "dim",
}
_MOST_RECORDS = 12
_COLUMNS = Columns(
    every=("verdict", "published", "sentence", "basis", "reason"),
    shown=("verdict", "published", "sentence", "reason"),
    wide=("sentence", "reason"),
)


def content_of(checked: Checked) -> dict[str, Any]:
    """A sentence with its verdict, for programs."""
    reference = checked.reference
    return {
        "sentence": checked.text,
        "published": interval_words(checked.published) or None,
        "verdict": checked.token,
        "claims": [_claim_content(claim) for claim in checked.claims],
        "reference": reference.model_dump(mode="json") if reference else None,
        "basis": checked.basis,
        "reason": checked.reason,
    }


def _claim_content(claim: CheckedClaim) -> dict[str, Any]:
    assertion, verdict = claim.assertion, claim.verdict
    return {
        "verdict": verdict.token,
        "words": claim.words,
        "measure": assertion.measure,
        "subject": assertion.subject,
        "subjects": list(assertion.subjects),
        "low": assertion.low,
        "high": assertion.high,
        "unit": assertion.unit,
        "comparator": assertion.comparator,
        "year": assertion.year,
        "base_year": assertion.base_year,
        "against": list(assertion.against),
        "about": assertion.about,
        "detail": assertion.detail,
        "gas": assertion.gas,
        "counted": assertion.basis,
        "denied": assertion.denied,
        "basis": verdict.basis,
        "reason": verdict.reason,
        "confidence": verdict.confidence,
        "missing": verdict.missing,
        "references": [reference.model_dump(mode="json") for reference in verdict.references],
    }


def write_checked(checked: Checked, form: CheckFormat, today: date | None) -> None:
    """One sentence with its verdict, on standard output."""
    if form.value == Format.JSON:
        print_line(escape_json(json.dumps(content_of(checked), ensure_ascii=False, indent=2)))
    elif form.value == Format.JSONL:
        print_line(_line(checked))
    else:
        _write_for_people(checked, today)


def write_listing(found: Iterable[Checked], form: CheckFormat) -> bool:
    """A line or a row for each sentence, in order; whether any could not be read."""
    if form.value != Format.JSONL:
        found = list(found)
        write_list((Entry(_cells(checked), content_of(checked)) for checked in found), _COLUMNS, Format(form.value))
        return any(checked.failed for checked in found)
    failed = False
    for checked in found:
        print_line(_line(checked))
        failed = failed or checked.failed
    return failed


def _line(checked: Checked) -> str:
    return escape_json(json.dumps(content_of(checked), ensure_ascii=False))


def _cells(checked: Checked) -> dict[str, str]:
    return {
        "verdict": marked(checked.token),
        "published": interval_words(checked.published),
        "sentence": checked.text,
        "basis": checked.basis,
        "reason": checked.reason,
    }


def _write_for_people(checked: Checked, today: date | None) -> None:
    out = console()
    out.print(_verdict(checked.token))
    if not checked.claims:
        out.print(Text(plain(checked.reason)))
    for claim in checked.claims:
        if len(checked.claims) > 1:
            out.print()
            out.print(Text.assemble(_verdict(claim.verdict.token), f"  “{plain(claim.words)}”"))
        out.print(Text(plain(claim.verdict.reason)))
        for words in _remarks(claim):
            out.print(Text(plain(words), style="dim"))
        if records := _records(claim):
            out.print()
            out.print(records)
    if checked.claims and checked.published is None:
        out.print()
        out.print(Text(f"Judged as said on {today or newest_day()}; --published gives another day.", style="dim"))


def _verdict(token: Token) -> Text:
    return Text(marked(token), style=f"bold {_STYLES[token]}")


def _remarks(claim: CheckedClaim) -> Iterator[str]:
    """How the words were understood, and how surely."""
    report, confidence = claim.report, claim.verdict.confidence
    understood = claim_in_words(report) if isinstance(report, Claim) else claim.assertion.measure.replace("_", " ")
    subject = claim.assertion.subject or " + ".join(claim.assertion.subjects)
    sure = f"; {100 * confidence:.0f} % sure that the words mean this" if confidence < 1 else ""
    yield f"Understood as: {f'{subject}, ' if subject else ''}{understood}{sure}"


def _records(claim: CheckedClaim) -> Table | None:
    """Every way of counting with its figure for the claim's time and the newest one, the deciding first."""
    records = records_of(claim.verdict)
    if not records:
        return None
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("on record", "newest", "counted as", "source"):
        table.add_column(heading, overflow="fold", no_wrap=False)
    for record in records[:_MOST_RECORDS]:
        more = [("", f"and {count(record.more, 'other way')}")] if record.more else []
        ways = [(way.source, way.basis) for way in record.counted] + more
        for place, (source, basis) in enumerate(ways):
            counted = f"{record.quantity}: {basis}" if record.quantity and place == 0 else basis
            figures = (_figure(record.then), _figure(record.now)) if place == 0 else ("", "")
            table.add_row(*figures, plain(counted), plain(source))
    if len(records) > _MOST_RECORDS:
        table.add_row(f"and {len(records) - _MOST_RECORDS} more", "", "", "see --format json")
    return table


def _figure(figure: FigureView | None) -> Text:
    if figure is None:
        return Text("")
    year = f" in {figure.year}" if figure.year else ""
    return Text.assemble(plain(f"{figure.words}{year}"), " ", (TOKEN_MARKS[figure.token], _STYLES[figure.token]))
