"""Lists that say the goal once: "Ruritania will quit coal by 2030, Borduria by 2035 and Syldavia by 2040"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.merging import Draft

_BY_YEAR = re.compile(r"^ (?:aims for |(?:by|before|in|for) )(?:the year |fiscal )?(?P<year>20\d\d)\b")
_JOINT = re.compile(r"(?:,|;|and|while|with) (?:the )?$")
_REST = re.compile(r"\b(?:all|the rest|the others|the last)(?: of (?:them|it|its \w+))? (?:by|before|in) (?P<year>20\d\d)\b")


def find_listed(line: Line, goal: Goal, model: Draft, next_goal: int) -> Iterator[Draft]:
    """Further pledges like ``model``: of Parties only named with a year, or of the rest of what is to end."""
    if model.kind not in ("phase_out", "net_zero", "peak"):
        return
    for mention in line.sentence.parties:
        start, end = mention.start - line.offset, mention.end - line.offset
        if start < goal.end or start >= next_goal or mention.code in ("WLD", model.party):
            continue
        year = _BY_YEAR.match(line.low[end:])
        if year and _JOINT.search(line.low[:start]):
            quote = line.context.quote(mention.start, line.offset + end + year.end())
            yield replace(model, party=mention.code, target_year=int(year["year"]), quotes=(quote,))
    rest = _REST.search(line.low, goal.end, next_goal) if model.kind == "phase_out" else None
    if rest and int(rest["year"]) != model.target_year:
        quote = line.context.quote(line.offset + rest.start(), line.offset + rest.end())
        yield replace(model, target_year=int(rest["year"]), figure=None, quotes=(quote,))
