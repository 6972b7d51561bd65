"""All goals of a sentence, each stretch of text in one goal only."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.reading.pledges.figures import find_valued
from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.goals import find_unvalued

_SECTOR = (
    r"(?P<sector>power|electricity|energy|steel|cement|aluminium|chemicals?|transport|aviation|shipping|buildings?"
    r"|construction|agricultur\w+|farming|industrial|waste)"
)
_GROUPS = r"(?:sector|industry|industries|companies|firms|utilities|makers|producers|generators)"
_SECTOR_AHEAD = re.compile(rf"\b{_SECTOR}[- ]{_GROUPS}\b(?:(?! and | while |,|;)[^.])*$")
_SECTOR_BEHIND = re.compile(
    rf"(?: emissions)? (?:of|from|in) (?:its|the|their|[\w]+['’]s) {_SECTOR}(?:[- ]{_GROUPS})?\b(?! of)"
)
_SECTOR_REACH = 70
_SAME_CUT = 60
_SAME_END = 40
_SAME_ZERO = 6


def find_goals(line: Line, previous: Goal | None) -> list[Goal]:
    """The goals of a sentence in order; ``previous`` is the last goal of the text before it."""
    valued = list(find_valued(line, previous))
    plain = [goal for goal in find_unvalued(line) if not any(_is_same(other, goal) for other in valued)]
    plain = [goal for goal in plain if not _ends_in_neutrality(goal, plain)]
    goals: list[Goal] = []
    for goal in sorted(valued + plain, key=lambda goal: (goal.start, -goal.end)):
        if not goals or goal.start >= goals[-1].end:
            listed = any(other.kind == goal.kind and other.figure for other in goals)
            goals.append(_of_a_sector(line, replace(goal, listed=listed)))
    return goals


def _of_a_sector(line: Line, goal: Goal) -> Goal:
    """A cut or a peak of one sector says so: "its power sector is to peak", "emissions of its steel industry"."""
    if goal.kind not in ("reduction", "peak", "net_zero") or goal.about is not None:
        return goal
    ahead = line.low[max(0, goal.start - _SECTOR_REACH) : goal.start]
    found = _SECTOR_AHEAD.search(ahead) or _SECTOR_BEHIND.match(line.low, goal.end)
    if found is None:
        return goal
    kind = "other" if goal.kind == "net_zero" else goal.kind
    return replace(goal, kind=kind, about=found["sector"])


def _ends_in_neutrality(goal: Goal, others: list[Goal]) -> bool:
    """ "Cut its emissions to net zero" is one goal."""
    if goal.kind != "reduction" or goal.figure is not None:
        return False
    return any(other.kind == "net_zero" and goal.start <= other.start < goal.end + _SAME_ZERO for other in others)


def _is_same(valued: Goal, plain: Goal) -> bool:
    """A cut or an end without a number is the same as one with a number right behind or before it."""
    if valued.start < plain.end and plain.start < valued.end:
        return True
    if plain.kind == valued.kind == "reduction":
        return not plain.reference and abs(valued.start - plain.end) < _SAME_CUT
    if plain.kind == "other" and valued.kind == "finance" and plain.about == "deforestation":
        return valued.start < plain.start
    if plain.kind == "other":
        return plain.gas is not None and plain.gas == valued.gas
    return plain.kind == "phase_out" and valued.kind in ("phase_out", "finance") and _near(valued, plain)


def _near(valued: Goal, plain: Goal) -> bool:
    return abs(valued.start - plain.start) < _SAME_END
