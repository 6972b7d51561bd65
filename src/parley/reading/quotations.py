"""Stretches between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRETCH = re.compile(r'"([^"\n]{1,4000}?)"|"([^"\n]{20,4000})(?=\n|$)')


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` is what stands between the marks, marks left out; ``closed`` unless a mark was lost."""

    start: int
    end: int
    closed: bool = True


def find_quotations(prepared: str) -> tuple[Quotation, ...]:
    """Quoted stretches of a prepared text (marks already straight), in order."""
    found = []
    for match in _STRETCH.finditer(prepared):
        group = 1 if match.group(1) is not None else 2
        found.append(Quotation(match.start(group), match.end(group), group == 1))
    return tuple(found)
