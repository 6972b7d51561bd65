"""Parties that have as much as each other, and the one of two that has more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.reading.claims.against import draft_against
from parley.reading.claims.draft import Draft
from parley.reading.claims.evidence import frame, opens_with_a_condition, speaks_of_figures
from parley.reading.claims.figures import said_in
from parley.reading.claims.line import Line
from parley.reading.claims.told import about_of
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.parties import PartyMention
from parley.records.claim import Comparator

_BOTH, _OF_TWO, _MORE, _MORE_OF_TWO = (
    frame("alike", form) for form in ("level_both", "of_two", "the_more", "more_of_two")
)
_HINTS = re.compile(r"\b(?:of|between)\b|\b(?:level|equal|even|same|alike|identical|par|neck)\b")
_AND = re.compile(r"(?:['’]s?)? (?:and|or) (?:the )?")
_ELSEWHERE = frame("orders", "elsewhere")
_GOAL, _CONDITION = phrase(r"\b<goals>\b"), construction("scope", "condition")
_LESS = re.compile(r"less|fewer|smaller|lower|lesser")
_IS = re.compile(r"(?:,| is| was| remains|:)(?: still| clearly| now)? (?:the )?$")


def find_alike(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with what it says of two Parties without "than"."""
    codes = {m.code for m in line.sentence.parties if m.code != "WLD"}
    if len(codes) != 2 or " than " in line.low or not _HINTS.search(line.low) or not speaks_of_figures(line.low):
        return list(drafts)
    ranked = any(draft.dimension == "rank" for draft in drafts) and not _MORE_OF_TWO.search(line.low)
    if ranked or any(draft.dimension == "comparison" for draft in drafts) or opens_with_a_condition(line.low):
        return list(drafts)
    about = about_of(line.low)
    if about is None or _ELSEWHERE.search(line.low) or _GOAL.search(said_in(line.low)) or _CONDITION.search(line.low):
        return list(drafts)
    return [*drafts, *list(_read(line, about))[:1]]


def _read(line: Line, about: str) -> Iterator[Draft]:
    pair = _pair(line)
    if pair is None:
        return
    one, other = pair
    for found in _BOTH.finditer(line.low):
        if other.end - line.offset <= found.start():
            yield draft_against(line, (one.code, other.code), about, found.span("order"), "~")
    for found in (*_MORE_OF_TWO.finditer(line.low), *_MORE.finditer(line.low)):
        chosen = _chosen(line, pair)
        opened = found.re is _MORE_OF_TWO or _OF_TWO.search(line.low, 0, one.start - line.offset + 1)
        if chosen and opened:
            rival = other.code if chosen == one.code else one.code
            than: Comparator = "<" if _LESS.fullmatch(found["order"]) else ">"
            yield draft_against(line, (chosen, rival), about, found.span("order"), than)


def _pair(line: Line) -> tuple[PartyMention, PartyMention] | None:
    """The two Parties that an "and" joins."""
    named = [m for m in line.sentence.parties if m.code != "WLD"]
    for one, other in pairwise(named):
        between = line.low[one.end - line.offset : other.start - line.offset]
        if one.code != other.code and _AND.fullmatch(between):
            return one, other
    return None


def _chosen(line: Line, pair: tuple[PartyMention, PartyMention]) -> str | None:
    """The one of the two that is named once more, alone."""
    again = [m.code for m in line.sentence.parties if m.code != "WLD" and m not in pair]
    return again[0] if len(again) == 1 else None
