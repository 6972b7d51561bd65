"""What a sentence asserts beside a fact that was read of it: time passed, members, hosts, people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.checking.assertion import Assertion
from parley.records import Claim, Report

_FACTS = frozenset(("span", "membership", "hosted", "population"))
_ALSO = re.compile(
    r",? (?:but|while|whereas|as (?:was|did|were|has|have)|in which|without|during which|at which|all of"
    r"|half of|most of|many of|none of)\b|, (?:half|a quarter|a third|a fifth|a tenth|most|many"
    r"|more|fewer|less)\b"
    r"|\band (?:(?:the |its |their |[A-Z])?[\w-]+ (?:has|have|is|are|was|were)\b"
    r"|(?:emit|burn|produc|generat|caus|get)\w*"
    r"|(?:some |about )?[\d])"
)
_ASIDE = re.compile(r", (?:which|who|that) [^,]{3,80}, (?!(?:said|says|told)\b)\w+")


def unread_beside_fact(assertion: Assertion, beside: Sequence[Report]) -> str | None:
    """The words that go on to something else, where only one fact was read; None where there are none."""
    if assertion.measure not in _FACTS:
        return None
    facts = [each for each in beside if isinstance(each, Claim) and each.measure in ("count", "duration", "event_date")]
    if len(facts) > 1:
        return None
    found = _ALSO.search(assertion.words) or _ASIDE.search(assertion.words)
    return found.group().strip(" ,") if found else None
