"""Those that a figure is compared with: "twice as much as Ruritania", "than the two combined", "the world average"."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.parties import PartyMention
from parley.terms.parties import is_group

_COMBINED = construction("scope", "combined")
_AVERAGE = phrase(r"<world> (?:average|mean)|average (?:for the world|of the world|human|person on earth)")
_REST = re.compile(r"\brest of\b|\ball other\b|\bany other\b|\bevery other\b|\bno other\b|\bother countries\b|\belse\b")
_NEXT = re.compile(
    r"(?:'s?)?(?: [\w-]+)?,? (?:and|or|plus|nor) (?:(?:those|that) (?:of|in) )?(?:the |an? |in )*|, (?:the )?"
)
_EUROPE = re.compile(r"\beurope\b")
_BETWEEN = 70
_BEHIND_LIST = 40


def compared_with(line: Line, draft: Draft, start: int, end: int) -> Draft:
    """The draft with those that its figure is compared with, which stand behind it."""
    if draft.measure == "ratio" and not draft.against:
        against, together = others_behind(line, end, own=draft.subject)
        return replace(draft, against=against, together=together)
    if draft.measure == "target_gap" and draft.against:
        against, _ = others_behind(line, end, own=draft.subject)
        return replace(draft, against=against or draft.against)
    return draft


def others_behind(line: Line, position: int, own: str | None = None) -> tuple[tuple[str, ...], bool]:
    """The Parties listed behind ``position`` in its clause, and whether their sum is meant.

    Empty where the rest of the world or any other country is meant.
    """
    _, stop = line.clause(position, position)
    words = line.low[position:stop]
    if _REST.search(words[:_BETWEEN]):
        return (), False
    named = line.parties(position, min(stop, position + _BETWEEN))
    average = _AVERAGE.search(words[:_BETWEEN])
    if average and (not named or named[0].start - line.offset >= position + average.start()):
        return ("WLD",), False
    named = [m for m in named if m.code != "WLD"]
    named = [m for m in named if m.code != own] if len(named) > 1 else named
    listed = _listed(line, line.parties(named[0].start - line.offset, stop)) if named else []
    codes = tuple(dict.fromkeys(mention.code for mention in listed if mention.code != own))
    if not codes:
        return (), False
    last = listed[-1].end - line.offset
    together = _COMBINED.search(words[: last - position + _BEHIND_LIST]) is not None
    if together and len(codes) == 1 and _EUROPE.search(words[: last - position + _BEHIND_LIST]):
        codes = (*codes, "EUU")
    if together and len(codes) == 1 and not is_group(codes[0]):
        return (), False
    return codes, together and len(codes) > 1


def _listed(line: Line, named: list[PartyMention]) -> list[PartyMention]:
    """The first of ``named`` with those that a list goes on to."""
    listed = named[:1]
    for mention in named[1:]:
        between = line.low[listed[-1].end - line.offset : mention.start - line.offset]
        if not _NEXT.fullmatch(between):
            break
        listed.append(mention)
    return listed
