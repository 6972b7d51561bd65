"""How many times what another has: "3 times the Syldavian figure", "half the global mean", "half as much again"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.evidence import frame, opens_with_a_condition
from parley.reading.claims.figures import said_in
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.told import about_of
from parley.reading.claims.vocabulary import phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention

_BEHIND, _ENDS, _AGAIN = (frame("multiples", form) for form in ("behind", "ends", "again"))
_MEAN = phrase(
    r"^ (?:of )?(?:the |what is )?(?:(?:<world>|\bworld(?:'s)?|\bglobal|\bworldwide) (?:average|mean|figure)"
    r"|(?:average|mean) (?:of|for) (?:the world|humanity|mankind))\b"
)
_GOAL = phrase(r"\b<goals>\b")
_PARTS = frozenset(("fraction", "percent"))


def find_multiples(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with the multiples of what another has; "half as much again" is one and a half."""
    if not line.sentence.numbers or opens_with_a_condition(line.low):
        return list(drafts)
    kept = [_with_the_whole(line, draft) for draft in drafts]
    for number in line.sentence.numbers:
        read = _read(line, number)
        if read is None or any(_is_read(draft, number) for draft in kept):
            continue
        kept = [draft for draft in kept if draft.place is None or not _overlap(draft.place, number)] + [read]
    return kept


def _with_the_whole(line: Line, draft: Draft) -> Draft:
    """ "Half as much again" is one and a half times as much."""
    low, high, unit = draft.figure
    if draft.measure != "ratio" or draft.place is None or low is None or high is None or low >= 1:
        return draft
    start, end = (at - line.offset for at in draft.place)
    if unit not in ("times", "%") or not any(_AGAIN.match(line.low[at:]) for at in _spaces(line.low, start, end)):
        return draft
    part = 100 if unit == "%" else 1
    return replace(draft, figure=(1 + low / part, 1 + high / part, "times"))


def _spaces(words: str, start: int, end: int) -> Iterator[int]:
    return (found.start() for found in re.finditer(" ", words[: end + 1]) if found.start() >= start)


def _is_read(draft: Draft, number: NumberMention) -> bool:
    """Whether a draft has the number already: a change is none where the multiple is of what another has."""
    if draft.measure == "change" and number.dimension == "multiple":
        return False
    return draft.measure != "other" and draft.place is not None and _overlap(draft.place, number)


def _overlap(place: tuple[int, int], number: NumberMention) -> bool:
    return place[0] < number.end and number.start < place[1]


def _read(line: Line, number: NumberMention) -> Draft | None:
    start, end = number.start - line.offset, number.end - line.offset
    first, last = line.clause(start, end)
    mean = _MEAN.match(line.low[end:last]) if number.dimension in (*_PARTS, "multiple") else None
    against = "WLD" if mean else _other(line, end, last) if number.dimension == "multiple" else None
    if against is None or _GOAL.search(said_in(line.low[first:start])):
        return None
    about = about_of(line.low[first:last])
    if mean and about in ("emissions", "per_capita"):
        about = "per_capita"
    subjects = [code for code in find_subject(line, start) if code not in (None, "WLD", against)]
    if about is None or len(subjects) != 1:
        return None
    low, high, unit = figure_of(number)
    return Draft(
        measure="ratio",
        subject=subjects[0],
        figure=(low, high, unit),
        start=number.start,
        end=line.offset + (end + mean.end() if mean else end),
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        against=(against,),
        year=year_of(line, number, None),
        dimension=number.dimension,
        place=(number.start, number.end),
        scope=Scope(about=None if about == "emissions" else about),
    )


def _other(line: Line, end: int, last: int) -> str | None:
    """The Party whose figure a multiple is of, where nothing but words for a figure follows its name."""
    found = _BEHIND.match(line.low[end:last])
    named = line.parties(end + found.end(), end + found.end() + 1) if found else []
    if not named or named[0].code == "WLD":
        return None
    return named[0].code if _ENDS.match(line.low[named[0].end - line.offset : last]) else None
