"""Lists in lines of their own: "Ruritania will:" above "- peak its emissions by 2030" and "- quit coal by 2040"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.pledges.firmness import Governed, find_cues, read_firmness
from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.holders import find_holder
from parley.reading.pledges.referring import Holder, Topic

_BULLET = re.compile(r"\s*(?:[-*•–▪]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_NEW_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*$")
_INTRODUCES = re.compile(
    r"(?:[:,–—-]|\b(?:to|will|would|by|towards?|on|for|include|following|that|goals?|targets?))\s*$"
)


@dataclass(slots=True)
class Leads:
    """Remembers the words that introduce a list while its items are read."""

    _lead: Line | None = None
    _inside: bool = False

    def lead_of(self, line: Line) -> Line | None:
        """The words above the list that ``line`` is an item of, or goes on with one."""
        text = line.context.text
        if _BULLET.match(text, line.offset):
            self._inside = True
            return self._lead
        new = _NEW_PARAGRAPH.search(text, max(0, line.offset - 8), line.offset) is not None
        if self._inside and not new:
            return self._lead
        self._inside = False
        self._lead = line if _INTRODUCES.search(line.low) else None
        return None


def read_lead(lead: Line, goal: Goal, dated: bool, topic: Topic) -> tuple[Governed, Holder] | None:
    """How firm an item of a list is and whose, by the words that introduce the list."""
    end = len(lead.low)
    item = Goal(goal.kind, end, end, goal.figure)
    governed = read_firmness(lead, item, find_cues(lead), end, dated)
    if governed is None:
        return None
    # The cue stands in another sentence, so the item itself has none.
    return Governed(governed.firmness), find_holder(lead, item, governed, topic)
