"""The examples in ``docs/explanation/reading-rules.md``: a text, a line of dashes, and records that it must give.

Each record is one line, ``kind: field value …``; ``no kind`` says that there is none of that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from parley.records import Claim, Engagement, Person, Pledge, Position, Reading, Report, Statement
from parley.terms.when import Interval

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "reading-rules.md"
_BLOCK = re.compile(r"^```parley\n(?P<text>.*?)\n---\n(?P<records>.*?)\n```$", re.M | re.S)


class Example(NamedTuple):
    """A text of the page and the lines that must be said of it."""

    text: str
    lines: tuple[str, ...]


def examples() -> Iterator[Example]:
    """All examples of the page, in order."""
    for block in _BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        yield Example(block["text"], tuple(block["records"].splitlines()))


def lines_of(reading: Reading) -> set[str]:
    """Every record of a reading as a line, and a ``no kind`` for each kind without one."""
    lines = {f"{report.kind_of_report}: {_words(report)}" for report in reading.reports()}
    kinds = ("person", "engagement", "pledge", "claim", "statement", "position", "correction")
    found = {report.kind_of_report for report in reading.reports()}
    return lines | {f"no {kind}" for kind in kinds if kind not in found}


def _words(report: Report) -> str:
    match report:
        case Engagement():
            parts = _engagement(report)
        case Pledge():
            parts = _pledge(report)
        case Claim():
            parts = _claim(report)
        case Person():
            parts = (report.name, report.role, report.party, report.organisation, "former" if report.former else None)
        case Statement():
            speaker = report.attribution
            parts = (report.speech, speaker.kind, speaker.name, f"“{report.quote.exact}”")
        case Position():
            towards = f"towards {', '.join(report.towards)}" if report.towards else None
            parts = (report.party, report.stance, report.issue, towards)
        case _:
            parts = (f"“{report.quote.exact}”",)
    return "; ".join(part for part in parts if part)


def _engagement(found: Engagement) -> tuple[str | None, ...]:
    who = ", ".join(found.people) or None
    place = str(found.place) if found.place else None
    mode = found.mode if found.mode == "virtual" else None
    background = "background" if found.background else None
    parties = " ".join(found.parties)
    return (f"{found.status} {found.kind}", found.name, parties, who, place, _when(found.when), mode, background)


def _pledge(found: Pledge) -> tuple[str | None, ...]:
    value = _value(found.low, found.high, found.unit)
    level = "to this level" if found.to_level else None
    base = f"from {found.base_year}" if found.base_year else None
    target = f"{found.qualifier or 'in'} {found.target_year}" if found.target_year else None
    about = f"of {found.about}" if found.about else None
    urged = f"asked by {', '.join(found.urged_by)}" if found.urged_by else None
    gas = f"gas {found.gas}" if found.gas else None
    condition = f"on condition “{found.condition}”" if found.condition else None
    replaces = "in place of another" if found.replaces else None
    what = f"{found.party} {found.firmness} {found.kind}"
    return (what, value, level, about, gas, base, target, condition, urged, replaces)


def _claim(found: Claim) -> tuple[str | None, ...]:
    value = _value(found.low, found.high, found.unit)
    comparator = found.comparator if found.comparator != "=" else None
    against = f"against {', '.join(found.against)}" if found.against else None
    said = f"says {found.attribution.name or found.attribution.kind}" if found.attribution.kind != "outlet" else None
    year = str(found.year) if found.year else None
    together = "together" if found.together else None
    whose = " and ".join(found.subjects) or found.subject or "nobody"
    since = f"since {found.base_year}" if found.base_year else None
    about = f"of {found.about}" if found.about else None
    denied = "denied" if found.denied else None
    counted = (about, found.gas, found.basis, found.direction, since)
    return (f"{whose} {found.measure}", comparator, value, year, against, together, *counted, denied, said)


def _value(low: float | None, high: float | None, unit: str | None) -> str | None:
    ends = [f"{end:,.10g}" for end in dict.fromkeys((low, high)) if end is not None]
    return " ".join(part for part in ("–".join(ends), unit) if part) or None


def _when(when: Interval | None) -> str | None:
    if when is None:
        return None
    days = when.iso if when.start != when.end else when.iso.split("/")[0]
    return f"about {days}" if when.approximate else days
