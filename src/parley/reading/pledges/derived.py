"""Years told by their distance from another's: "five years before Borduria", "a decade behind that of Syldavia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.reading.pledges.goal import Line
from parley.reading.pledges.merging import DATED, Draft

_DISTANCE = re.compile(
    r"(?P<count>a decade|two decades|\d{1,2} years|(?:one|two|three|four|five|ten|fifteen|twenty) years?) "
    r"(?P<side>behind|after|later than|ahead of|before|earlier than) (?:(?:those|that) of )?(?:the )?"
)
_ANOTHER = re.compile(r",? (?:and|or) (?:the )?")
_LENGTHS = {"a decade": 10, "two decades": 20, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10,
            "fifteen": 15, "twenty": 20}  # fmt: skip
_EARLIER_SIDE = ("ahead of", "before", "earlier than")


def find_derived(line: Line, after: int, model: Draft, before: int) -> Iterator[Draft]:
    """The pledges of the Parties that ``model`` is told to be ahead of or behind in ``line.low[after:before]``."""
    found = _DISTANCE.search(line.low, after, before)
    if found is None or model.target_year is None or model.kind not in DATED:
        return
    distance = _years(found["count"])
    year = model.target_year + (distance if found["side"] in _EARLIER_SIDE else -distance)
    ground = f"{found['count']} {found['side']}, counted from {model.target_year}"
    reached = found.end()
    for mention in line.sentence.parties:
        start, end = mention.start - line.offset, mention.end - line.offset
        joined = start == reached or (start > reached and _ANOTHER.fullmatch(line.low, reached, start))
        if not joined or line.low.startswith(("'s", "' "), end):
            continue
        reached = end
        quote = line.context.quote(line.offset + found.start(), mention.end)
        inferred = (("target_year", ground),)
        yield replace(model, party=mention.code, target_year=year, quotes=(quote,), inferred=inferred, reference=False)


def _years(words: str) -> int:
    if words in _LENGTHS:
        return _LENGTHS[words]
    first = words.split()[0]
    return int(first) if first.isdigit() else _LENGTHS[first]
