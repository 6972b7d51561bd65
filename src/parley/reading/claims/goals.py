"""Goals told as facts: a Party has no net-zero target, its net-zero target is 2053."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import construction

_NONE, _WITHOUT, _NOT_PLEDGED, _AT = (construction("goals", form) for form in ("none", "without", "not_pledged", "at"))


def find_goals(line: Line) -> Iterator[Draft]:
    """Net-zero goals that a Party has for a year, or lacks."""
    if "net" not in line.low and "neutral" not in line.low:
        return
    for found in (*_NONE.finditer(line.low), *_WITHOUT.finditer(line.low)):
        yield from _goal(line, found, None, denied=True)
    for found in _NOT_PLEDGED.finditer(line.low):
        yield from _goal(line, found, int(found["year"]), denied=True)
    for found in _AT.finditer(line.low):
        yield from _goal(line, found, int(found["year"]), denied=False)


def _goal(line: Line, found: re.Match[str], year: int | None, denied: bool) -> Iterator[Draft]:
    for subject in find_subject(line, found.start() if denied else found.start("year"))[:1]:
        if subject is None:
            continue
        start, end = line.offset + found.start(), line.offset + found.end()
        yield Draft(
            measure="target",
            subject=subject,
            figure=(None, None, None),
            start=start,
            end=end,
            sentence=line.sentence.index,
            written=line.context.document.text[start:end],
            year=year,
            dimension="goal",
            scope=Scope(about="net_zero", denied=denied),
        )
