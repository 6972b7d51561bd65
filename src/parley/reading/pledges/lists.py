"""Lists that say the goal once: "Ruritania will quit coal by 2030, Borduria by 2035 and Syldavia by 2040"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.reading.parties import PartyMention
from parley.reading.pledges.goal import Line
from parley.reading.pledges.merging import Draft
from parley.reading.pledges.vocabulary import phrase

_BY_YEAR = phrase(
    r"^(?:'s?)?(?: (?:has|have|had|is|are|set|sets|chosen|picked|named|aims?|aiming|targets?|targeting|wants?|plans?|followed|goals?|dates?|deadlines?|its|their|own|a|the|of|to do so|the same))*"
    r" (?:(?:for|by|before|in|at|with)(?: the year| fiscal)? )?(?P<year>20\d\d)\b(?!-)"
)
_AND_ANOTHER = re.compile(r"^,? (?:and|or) (?:the )?$")
_JOINT = re.compile(r"(?:,|;|\band|\bwhile|\bwith|\bbut|^|: |than|or) (?:the )?$|^(?:the )?$")
_REST = re.compile(r"\b(?:all|the rest|the others|the last)(?: of (?:them|it|its \w+))? (?:by|before|in) (?P<year>20\d\d)\b")
_LISTABLE = ("phase_out", "net_zero", "peak")


def find_listed(line: Line, after: int, model: Draft, before: int) -> Iterator[Draft]:
    """Further pledges like ``model`` in ``line.low[after:before]``.

    Those of Parties only named with a year ("and Syldavia by 2040"), and of the rest of what is to end.
    """
    if model.kind not in _LISTABLE:
        return
    inside = [m for m in line.sentence.parties if after <= m.start - line.offset < before and m.code not in ("WLD", model.party)]
    for index, mention in enumerate(inside):
        end = mention.end - line.offset
        found = _BY_YEAR.match(line.low[end:])
        if found is None or not _is_joint(line, inside, index):
            continue
        quote = line.context.quote(mention.start, line.offset + end + found.end())
        for code in _named_together(line, inside, index):
            yield replace(model, party=code, target_year=int(found["year"]), quotes=(quote,))
    rest = _REST.search(line.low, after, before) if model.kind == "phase_out" else None
    if rest and int(rest["year"]) != model.target_year:
        quote = line.context.quote(line.offset + rest.start(), line.offset + rest.end())
        yield replace(model, target_year=int(rest["year"]), figure=None, quotes=(quote,))


def _is_joint(line: Line, inside: list[PartyMention], index: int) -> bool:
    """Whether a new member of the list begins with this Party, or with the one it is joined to."""
    first = index
    while first > 0 and _AND_ANOTHER.match(_between(line, inside[first - 1], inside[first])):
        first -= 1
    return _JOINT.search(line.low[: inside[first].start - line.offset]) is not None


def _named_together(line: Line, inside: list[PartyMention], index: int) -> list[str]:
    codes = [inside[index].code]
    while index > 0 and _AND_ANOTHER.match(_between(line, inside[index - 1], inside[index])):
        index -= 1
        codes.append(inside[index].code)
    return list(reversed(codes))


def _between(line: Line, one: PartyMention, other: PartyMention) -> str:
    return line.low[one.end - line.offset : other.start - line.offset]
