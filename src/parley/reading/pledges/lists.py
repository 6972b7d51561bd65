"""Lists that say a verb or a goal once: "Ruritania will quit coal by 2030, Borduria by 2035 and Syldavia by 2040"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.reading.parties import PartyMention
from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.merging import Draft
from parley.reading.pledges.referring import SUBJECTS
from parley.reading.pledges.vocabulary import phrase
from parley.reading.pledges.years import YearMention
from parley.records.pledge import Firmness

_BEFORE_FIGURE = re.compile(r"(?:'s?)?(?: (?!will |would |has |have |had |and |is |are )[^\s\d,;]+){0,4} $")
_NEXT_MEMBER = re.compile(r"(?:[,;]|\band|\bwhile|\bbut|\bwith) (?:the )?$")
_BY_YEAR = phrase(
    r"(?:'s?)?(?: <listing_words>)* (?:(?:for|by|before|in|at|with|until|till)(?: the year| fiscal)? )?"
    r"(?P<year>20\d\d)\b(?!-)"
)
_AND_ANOTHER = re.compile(r",? (?:and|or) (?:the )?")
_JOINT = re.compile(r"(?:,|;|\band|\bwhile|\bwith|\bbut|^|: |than|or) (?:the )?$|^(?:the )?$")
_REST = re.compile(
    r"\b(?:all|the rest|the others|the last|everywhere(?: else)?|worldwide|globally)(?: of (?:them|it|its \w+))?"
    r" (?:by|before|in) (?P<year>20\d\d)\b"
)
_SECOND_DATE = re.compile(
    r",? (?:and|or|but)(?P<law> by law| legally)?(?: at the (?:very )?latest)?,?"
    r" (?:no later than|by) (?P<year>20\d\d)\b(?= at the latest|[.,;]|$)"
)
_LIKEWISE = phrase(
    r"(?:(?! not |n't | no | yet |without|20\d\d)[^.;])*? <likewise>\b(?! time)"
    r"(?:[^.;,]{0,40}? (?:by|for|before|in) (?P<year>20\d\d)\b)?"
)
_AS_DO = re.compile(
    r"(?:,? as|,? and so|,? as well as|,? together with|,? along with)(?: (?:do|does|has|have|will|is|are|did))?"
    r" (?:the )?$"
)
_A_YEAR = re.compile(r"\b20[2-9]\d\b")
_LISTABLE = ("phase_out", "net_zero", "peak")


def told_respectively(
    line: Line, goal: Goal, goals: Sequence[Goal], parties: tuple[str, ...]
) -> list[tuple[str, YearMention | None]]:
    """Each Party with its own of several figures or years: "Ruritania and Borduria by 2050 and 2060 respectively"."""
    together = [(party, None) for party in parties]
    if len(parties) < 2 or "respectively" not in line.low[goal.end :]:
        return list(together)
    alike = [other for other in goals if other.kind == goal.kind]
    if len(alike) == len(parties):
        return [(parties[alike.index(goal)], None)]
    ends = line.low.index("respectively", goal.end)
    listed = [(int(found.group()), found.start()) for found in _A_YEAR.finditer(line.low, goal.end, ends)]
    if len(listed) != len(parties):
        return []
    told = sorted(parties, key=lambda party: _first_named(line, party))
    mentions = (YearMention(start, start + len(str(year)), year, "target", "by") for year, start in listed)
    return list(zip(told, mentions, strict=True))


def _first_named(line: Line, party: str) -> int:
    return next((mention.start for mention in line.sentence.parties if mention.code == party), 0)


def gapped_parties(line: Line, start: int) -> tuple[str, ...]:
    """The Parties of a list that leaves out its verb: "Ruritania pledged 2 million euros, *Borduria* 3 million"."""
    limit = line.offset + start
    named = [mention for mention in line.sentence.parties if mention.end < limit and mention.code != "WLD"]
    if not named:
        return ()
    together = _named_together(line, named, len(named) - 1)
    begin, end = together[0].start - line.offset, named[-1].end - line.offset
    if _BEFORE_FIGURE.fullmatch(line.low, end, start) and _NEXT_MEMBER.search(line.low[:begin]):
        return tuple(mention.code for mention in together)
    return ()


def find_listed(line: Line, after: int, model: Draft, before: int) -> Iterator[Draft]:
    """Further pledges like ``model`` in ``line.low[after:before]``.

    Those of Parties only named with a year ("and Syldavia by 2040"), and of the rest of what is to end.
    """
    if model.kind not in _LISTABLE:
        return
    inside = [m for m in line.sentence.parties if after <= m.start - line.offset < before]
    others = [m for m in inside if m.code not in ("WLD", model.party)]
    for index, mention in enumerate(others):
        end = mention.end - line.offset
        found = _BY_YEAR.match(line.low, end)
        named = _named_together(line, others, index)
        likewise = None if found else _likewise(line, mention, before)
        if likewise:
            year = int(likewise["year"]) if likewise["year"] else model.target_year
            quote = line.context.quote(mention.start, line.offset + likewise.end())
            yield replace(model, party=mention.code, target_year=year, quotes=(quote,), firmness="pledged")
        if found and _JOINT.search(line.low[: named[0].start - line.offset]):
            quote = line.context.quote(mention.start, line.offset + found.end())
            for member in named:
                yield replace(model, party=member.code, target_year=int(found["year"]), quotes=(quote,))
    yield from _doing_the_same(line, others, model)
    if model.target_year and (second := _SECOND_DATE.search(line.low, after, before)):
        quote = line.context.quote(line.offset + second.start(), line.offset + second.end())
        firmness: Firmness = "in_law" if second["law"] else model.firmness
        if int(second["year"]) != model.target_year:
            yield replace(model, target_year=int(second["year"]), firmness=firmness, quotes=(quote,))
    rest = _REST.search(line.low, after, before) if model.kind == "phase_out" else None
    if rest and int(rest["year"]) != model.target_year:
        quote = line.context.quote(line.offset + rest.start(), line.offset + rest.end())
        yield replace(model, target_year=int(rest["year"]), figure=None, quotes=(quote,))


def _doing_the_same(line: Line, others: Sequence[PartyMention], model: Draft) -> Iterator[Draft]:
    """Those of whom the goal told before them is said, too: "as do Borduria and Syldavia"."""
    joined = False
    for index, mention in enumerate(others):
        after_one = joined and index > 0 and _AND_ANOTHER.fullmatch(_between(line, others[index - 1], mention))
        joined = bool(after_one or _AS_DO.search(line.low[: mention.start - line.offset]))
        ends = re.match(r"(?:[.,;!]|$| and | or )", line.low[mention.end - line.offset :])
        if joined and ends:
            yield replace(model, party=mention.code, quotes=(line.context.quote(mention.start, mention.end),))


def _likewise(line: Line, mention: PartyMention, before: int) -> re.Match[str] | None:
    """What says that a Party, as a subject, has the goal told before as well."""
    if line.context.doc[mention.last - 1].dep_ not in SUBJECTS:
        return None
    return _LIKEWISE.match(line.low, mention.end - line.offset, before)


def _named_together(line: Line, mentions: Sequence[PartyMention], index: int) -> Sequence[PartyMention]:
    """The Parties joined to the one at ``index``, up to it: "Borduria and Syldavia"."""
    first = index
    while first > 0 and _AND_ANOTHER.fullmatch(_between(line, mentions[first - 1], mentions[first])):
        first -= 1
    return mentions[first : index + 1]


def _between(line: Line, one: PartyMention, other: PartyMention) -> str:
    return line.low[one.end - line.offset : other.start - line.offset]
