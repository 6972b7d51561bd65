"""How long a visit or a conference lasts: "arrived on Sunday for a three-day visit", "wrapped up a four-day trip"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.terms.when import Interval

_ENDING = lemmas("status", "ending")
_BEGINNING = lemmas("status", "beginning")
_DAYS = re.compile(r"P(\d{1,2})D")
_NEAR_CHARACTERS = 80


def with_extent(scene: Scene, draft: Draft) -> Draft:
    """The draft; one dated by its first or last day alone lasts as many days as its own words say."""
    if draft.kind not in ("visit", "conference") or draft.when is None or draft.when.days != 1:
        return draft
    days = _days_told(scene, draft)
    verbs = {scene.doc[index].lemma_.lower() for index in draft.owners}
    if days is None or not verbs & (_ENDING | _BEGINNING) or draft.when.start is None:
        return draft
    rest = timedelta(days=days - 1)
    if verbs & _ENDING:
        return replace(draft, when=Interval(draft.when.start - rest, draft.when.start))
    return replace(draft, when=Interval(draft.when.start, draft.when.start + rest))


def _days_told(scene: Scene, draft: Draft) -> int | None:
    """The number of days in the words around the draft."""
    for mention in scene.context.sentence_at(draft.head.idx).dates:
        told = _DAYS.fullmatch(mention.timex or "") if mention.kind == "duration" else None
        near = -_NEAR_CHARACTERS // 4 < mention.start - draft.head.idx < _NEAR_CHARACTERS
        if told and near and 1 < int(told[1]) < 15:
            return int(told[1])
    return None
