"""The second reader: figures that no construction claims, by their dimension and what their clause speaks of.

A number that ``rules`` leaves alone, or reads as a share of nothing known, is held against the nouns, directions and
Parties around it. Where they pick exactly one measure and one bearer, it is a claim; where two are equally likely, or
the clause is of a goal, a wish or a condition, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parley.reading.claims.amounts import read_people, shared_with, summed_up, with_bearer
from parley.reading.claims.capacities import read_capacity
from parley.reading.claims.continuing import continued
from parley.reading.claims.draft import Draft
from parley.reading.claims.evidence import frame, opens_with_a_condition, speaks_of_figures
from parley.reading.claims.figures import said_in
from parley.reading.claims.gapping import gapped, of_own_source, with_restatement
from parley.reading.claims.line import Line
from parley.reading.claims.lists import follow
from parley.reading.claims.moves import read_move
from parley.reading.claims.portions import read_portion
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.claims.wordings import find_wordings
from parley.reading.claims.years import has_deadline
from parley.reading.numbers import NumberMention
from parley.records.claim import Measure

_GOAL = phrase(r"\b<goals>\b")
_CONDITION = construction("scope", "condition")
_ATTAINED = construction("figures", "attained")
_NEEDED = re.compile(
    r"\b(?:energy|electricity|power|electric|its|their|the world's|world|global|total) (?:needs?"
    r"|demands?)\b|\bdemands? for (?:electricity|power|energy|coal)\b|\bin law\b|\b(?:is|are) to blame\b"
)
_GUESSED = frame("guards", "guessed")
_SHARES = ("percent", "fraction")
_FIGURES: frozenset[Measure] = frozenset(
    ("emissions", "emissions_share", "cumulative", "per_capita", "coal_capacity", "change")
)


def by_evidence(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with those that evidence adds, and with bearers where constructions found none."""
    if not (drafts or line.sentence.parties or line.sentence.numbers) or not speaks_of_figures(line.low):
        return list(drafts)
    numbers = _numbers(line)
    if not (drafts or numbers) or opens_with_a_condition(line.low):
        return list(drafts)
    found = [with_bearer(line, draft) if draft.measure in _FIGURES else draft for draft in drafts]
    last: Draft | None = None
    for number in (with_restatement(line, each) for each in numbers):
        if number.same_as is not None and number.same_as[0] < number.start:
            continue
        beside = [draft for draft in found if draft.dimension != "rank" and _overlap(draft, number)]
        read_before = any(not _is_open(line, draft, number) and not _is_part_of(draft, number) for draft in beside)
        if read_before or _is_in_a_rank(number, found):
            last = beside[-1] if beside else last
            continue
        read = _read(line, number, last)
        if read:
            found = [draft for draft in found if draft not in beside and not _is_part_of(draft, number)] + read
            last = read[-1]
    return [summed_up(line, shared_with(line, of_own_source(line, _from_level(draft, found)))) for draft in found]


def _from_level(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A change beside two levels of two years as one between these: "from 8 tonnes in 2000 to 6 in 2020, a quarter"."""
    if draft.measure != "change" or draft.scope.base_year is not None:
        return draft
    levels = {each.year for each in drafts if each.measure == "emissions" and each.subject == draft.subject}
    years = sorted(year for year in levels if year is not None)
    if len(years) != 2 or draft.year not in (None, years[1]):
        return draft
    return replace(draft, year=years[1], scope=replace(draft.scope, base_year=years[0]))


def _numbers(line: Line) -> list[NumberMention]:
    """The numbers of a sentence with the shares told in words, which stand for the numbers they are made of."""
    told = list(find_wordings(line))
    plain = [each for each in line.sentence.numbers if not any(_are_one(each, other) for other in told)]
    return sorted([*plain, *told], key=lambda number: number.start)


def _are_one(one: NumberMention, other: NumberMention) -> bool:
    return one.start < other.end and other.start < one.end


def _overlap(draft: Draft, number: NumberMention) -> bool:
    return draft.place is not None and draft.place[0] < number.end and number.start < draft.place[1]


def _is_open(line: Line, draft: Draft, number: NumberMention) -> bool:
    """Whether what a construction made of a figure leaves open what it is: of something, or a part of nobody's."""
    part = number.dimension in _SHARES and line.low.startswith(" of ", number.end - line.offset)
    return draft.measure == "other" or (draft.measure == "ratio" and not draft.against and part)


def _is_part_of(draft: Draft, number: NumberMention) -> bool:
    """Whether a figure is only a part of a share told in words: the three tonnes of "three tonnes in ten"."""
    place = draft.place
    return place is not None and number.start <= place[0] < number.end and place != (number.start, number.end)


def _is_in_a_rank(number: NumberMention, drafts: Sequence[Draft]) -> bool:
    spans = [draft.place for draft in drafts if draft.place and draft.dimension in ("rank", "ordinal")]
    return any(start <= number.start and number.end <= end for start, end in spans)


def _read(line: Line, number: NumberMention, last: Draft | None) -> list[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    if _is_wished(line, start, end):
        return []
    draft = gapped(line, number, last) if last is not None else None
    return [draft] if draft else _by_dimension(line, number, last)


def _by_dimension(line: Line, number: NumberMention, last: Draft | None) -> list[Draft]:
    end = number.end - line.offset
    if number.dimension in _SHARES:
        follows = last is not None and last.sentence == line.sentence.index and not line.low.startswith(" of ", end)
        if last is not None and follows and (listed := follow(line, number, last)):
            return listed
        if (move := read_move(line, number, last)) is not None:
            return [move]
        return read_portion(line, number, last) or (continued(line, number, last) if last and follows else [])
    if number.dimension == "power":
        draft = read_capacity(line, number, last)
        return [draft] if draft else []
    if number.dimension in ("emissions", "mass", "multiple"):
        draft = read_move(line, number, last)
        return [draft] if draft else []
    return read_people(line, number)


def _is_wished(line: Line, start: int, end: int) -> bool:
    """Whether words of the clause make the figure a goal, a wish or a guess."""
    first, last = line.clause(start, end)
    before = _NEEDED.sub(" ", _ATTAINED.sub(" ", said_in(line.low[first:start])))
    if _GUESSED.search(before) or _CONDITION.search(line.low[:start]):
        return True
    return _GOAL.search(before) is not None or has_deadline(line, end) or _will_be(line.low[end:last])


def _will_be(words: str) -> bool:
    return re.match(r"[^,]{0,80}?\b(?:will|would|could|should|must|might|shall|is to|are to)\b", words) is not None
