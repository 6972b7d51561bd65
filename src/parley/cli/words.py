"""Values as a table shows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from parley.records import Attribution
from parley.terms.when import Interval


def interval_words(interval: Interval | None) -> str:
    """``2021``, ``2021-09``, ``2021-09-01`` or ``2021-09-01/2021-09-03``; ``~`` before what is about."""
    if interval is None:
        return ""
    words = _shortest(interval.start, interval.end) if interval.start and interval.end else interval.iso
    return f"~{words}" if interval.approximate else words


def amount_words(low: float | None, high: float | None, unit: str | None) -> str:
    """``50–52 %``, ``200 GW``; an end that is not known is left open."""
    ends = [f"{value:,.10g}" for value in dict.fromkeys((low, high)) if value is not None]
    return " ".join(part for part in ("–".join(ends), unit or "") if part)


def attribution_words(attribution: Attribution) -> str:
    """Who says it: the name, or the kind of source where there is none."""
    return attribution.name or f"({attribution.kind})"


def joined(words: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(words)


def _shortest(start: date, end: date) -> str:
    iso = start.isoformat()
    wholes = {
        iso: Interval.day(start),
        iso[:7]: Interval.month(start.year, start.month),
        iso[:4]: Interval.year(start.year),
    }
    for written, whole in wholes.items():
        if (whole.start, whole.end) == (start, end):
            return written
    return f"{iso}/{end.isoformat()}"
