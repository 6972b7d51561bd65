"""Pledges told as news: of what is planned or has just been said, which comes on record days or weeks later.

"Germany intends to become climate neutral by 2045" may be told before the cabinet decides; "has pledged" may not.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.inventory.recorded_pledge import RecordedPledge

NOT_YET_FIRM = ("proposed", "drafted")
_DAYS_TO_COME_ON_RECORD = 60
_DAY = r"\b(?:today|yesterday|tomorrow|this (?:week|morning|afternoon)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plans? to|intends? to|(?:is|are) (?:set |due |about )?to"
    r"|br(?:ing|ings|inging|ought) forward)\b",
    re.I,
)
_SAID = re.compile(
    r"\b(?:(?:announc|unveil|decid|declar)(?:e|es|ed|ing)|rose|raised|raises|tightened|told|agreed|pledged|promised|vowed"
    r"|committed)\b",
    re.I,
)
_HAS_PLEDGED = re.compile(
    r"\b(?:has|have|had|having)(?: \w+ly| already| also| long| since| now)* (?:pledged|promised|vowed|committed|set"
    r"|signed|made|been committed|an?|its|the)\b|\b(?:is|are) committed\b",
    re.I,
)
_A_TARGET = re.compile(r"\b(?:target|goal|date) (?:is|of|for)\b", re.I)
_DATED = re.compile(_DAY, re.I)
_CHANGED = re.compile(
    r"\b(?:(?:years?|decades?) (?:earlier|sooner|later)\b|(?:earlier|sooner|later|more|less|further) than"
    r" (?:planned|before|previously|promised)|br(?:ing|ings|inging|ought) forward|instead of|rather than|up from"
    r"|down from|raised|raises|rose|tighten\w*|strengthen\w*|new (?:\w+ ){0,2}(?:target|goal|pledge|promise|date))\b",
    re.I,
)


def is_news(assertion: Assertion) -> bool:
    """Whether it is told as what is planned or was just said, and not as what stands."""
    if assertion.status in ("planned", *NOT_YET_FIRM):
        return True
    return assertion.status is not None and _is_new(assertion.words)


def tells_of_a_change(words: str) -> bool:
    """Whether a pledge is told as another one than there was before."""
    return _CHANGED.search(words) is not None


def comes_on_record(assertion: Assertion, pledge: RecordedPledge, day: date) -> bool:
    """Whether the pledge came on record soon after it was told on ``day``, or before it may have been told at last."""
    last = day + timedelta(days=_DAYS_TO_COME_ON_RECORD) if is_news(assertion) else day
    return day < pledge.since <= max(last, assertion.said_by or day)


def is_fresh(pledge: RecordedPledge, day: date) -> bool:
    """Whether it was made within some weeks of ``day``, so that what is told as new is told of it."""
    return abs((day - pledge.since).days) <= _DAYS_TO_COME_ON_RECORD


@lru_cache(maxsize=2048)
def _is_new(words: str) -> bool:
    if _DATED.search(words):
        return True
    if _HAS_PLEDGED.search(words):
        return False
    return bool(_AHEAD.search(words) or (_SAID.search(words) and not _A_TARGET.search(words)))
