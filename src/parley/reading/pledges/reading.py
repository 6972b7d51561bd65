"""From the sentences of a document to its pledges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from parley.reading.context import Context
from parley.reading.pledges.derived import find_derived
from parley.reading.pledges.finding import find_goals
from parley.reading.pledges.firmness import Cue, Governed, find_cues, read_firmness
from parley.reading.pledges.given_up import find_given_up
from parley.reading.pledges.goal import Goal, Line, lines_of
from parley.reading.pledges.goals import is_loose
from parley.reading.pledges.holders import find_holder, urgers
from parley.reading.pledges.leads import Leads, read_lead
from parley.reading.pledges.lists import find_listed, told_respectively
from parley.reading.pledges.merging import Draft, merge, reports
from parley.reading.pledges.referring import NO_TOPIC, NOBODY, Holder, Topic
from parley.reading.pledges.vocabulary import phrase
from parley.reading.pledges.years import YearMention, Years, assign_years, find_years
from parley.records import Pledge

_WORTH_READING = phrase(
    r"<emissions>|<neutrality>|<clean>|<fossil>|<paying>|peak|\d ?%|per ?cent|gigawatt|degrees|°|20[2-9]\d"
)
_CONDITION = phrase(
    r"\b(?:with (?:(?:international|outside|foreign|external|financial) )?<support>\b"
    r"|if (?:there is|it (?:gets?|receive[sd]?|got)|they (?:get|receive)|given|supported|rich)[^,.;]*"
    r"|(?:conditional (?:up)?on|contingent (?:up)?on|dependent on|subject to|provided that|in return for) [^,.;]*)"
)
_CORRECTION = re.compile(r"\b(?:earlier|previous|original) version\b")
_HEADED = re.compile(r"\W*[^:\n]{2,40}(?:: | [-–—] (?=[a-z\d]))")
_KNOWN_SUM = re.compile(r" (?:climate[- ]finance )?(?:goal|target|pledge|promise|commitment)s?\b")
_TO_BE_SET = re.compile(r"\b(?:set(?:ting)?|name|adopt|announce|commit|date|target|goal|pledge)\b")
_AROUND = 30
_MOST_HOLDERS = 6
_COLLECTIVE_SUMS = (1e11, 3e11)
_OLDEST_DEBT = 6
_LONGEST_CONDITION = 120
_CUE_AHEAD, _YEARS_AHEAD, _YEARS_BEHIND = 70, 90, 140


def read_pledges(context: Context) -> Iterable[Pledge]:
    """All pledges of the document, one record each however often it is told."""
    reader = _Reader()
    for line in lines_of(context):
        reader.read(line)
    return reports(context.document.id, merge(reader.drafts))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells; ``lead`` are the words above the list that it is an item of."""

    line: Line
    goals: list[Goal]
    years: list[YearMention]
    cues: list[Cue]
    lead: Line | None

    def room(self, index: int) -> tuple[int, int]:
        """From the end of the goal before number ``index`` to the start of the next."""
        begin = self.goals[index - 1].end if index else 0
        end = self.goals[index + 1].start if index + 1 < len(self.goals) else len(self.line.low)
        return begin, end


class _Reader:
    """Reads line by line, and remembers what the next line may refer back to."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._goal: Goal | None = None
        self._year: int | None = None
        self._topic = NO_TOPIC
        self._model: tuple[int, Draft] | None = None
        self._leads = Leads()

    def read(self, line: Line) -> None:
        """Add the pledges of one sentence."""
        lead = self._leads.lead_of(line)
        if not _WORTH_READING.search(line.low) or _CORRECTION.search(line.low):
            return
        goals = find_goals(line, self._goal)
        if self._model and line.sentence.index - self._model[0] <= 1:
            end = goals[0].start if goals else len(line.low)
            self.drafts += find_listed(line, 0, self._model[1], end)
        if not goals:
            return
        found = find_years(line, self._year)
        told = _Told(line, goals, found, find_cues(line), lead)
        self._model = line.sentence.index, Draft("", goals[-1].kind, "pledged", ())
        for index, years in enumerate(assign_years(line, goals, found)):
            self._read_goal(told, index, years)

    def _read_goal(self, told: _Told, index: int, years: Years) -> None:
        """Add the pledges of one goal."""
        line, goal, room = told.line, told.goals[index], told.room(index)
        governed, holder = self._governance(told, goal, years, room[1])
        if governed is None or not _is_complete(line, goal, years, governed):
            return
        if _is_collective_sum(line, goal):
            holder = Holder(("DEV",), "the yearly sum that developed countries promised together")
        if not 0 < len(holder.parties) <= _MOST_HOLDERS:
            return
        draft = _draft(line, goal, years, governed, holder, room)
        found = [
            replace(draft, party=party, target_year=year.year, qualifier=year.qualifier)
            if year
            else replace(draft, party=party)
            for party, year in told_respectively(line, goal, told.goals, holder.parties)
        ]
        self.drafts += found
        if not self.drafts:
            return
        last = self.drafts[-1]
        self.drafts += find_listed(line, goal.end, last, room[1])
        self.drafts += find_derived(line, goal.end, last, room[1])
        self.drafts += [old for own in found for old in find_given_up(line, goal, years, own)]
        self._remember(line, goal, last, holder)

    def _governance(self, told: _Told, goal: Goal, years: Years, end: int) -> tuple[Governed | None, Holder]:
        """How firm a goal is and whose, by its own words or by those that introduce its list."""
        line, dated = told.line, years.target is not None
        governed = read_firmness(line, goal, told.cues, end, dated)
        governs_itself = governed is not None and governed.cue is not None and governed.cue.start < goal.start
        if told.lead and not governs_itself and (introduced := read_lead(told.lead, goal, dated, self._topic)):
            return introduced
        governed = governed or _by_itself(line, goal, years)
        return governed, find_holder(line, goal, governed, self._topic) if governed else NOBODY

    def _remember(self, line: Line, goal: Goal, draft: Draft, holder: Holder) -> None:
        self._goal = goal
        self._year = draft.target_year or self._year
        self._model = line.sentence.index, replace(draft, firmness="pledged", urged_by=())
        if draft.firmness != "urged" and "WLD" not in holder.parties:
            self._topic = Topic(holder.parties, line.offset + goal.end)


def _by_itself(line: Line, goal: Goal, years: Years) -> Governed | None:
    """A goal in a list or a caption needs no verb: "Ruritania: 40 % below 2005 by 2030"."""
    headed = _HEADED.match(line.low) and (years.target or years.base)
    return Governed("pledged") if headed or goal.reference or goal.older else None


def _is_complete(line: Line, goal: Goal, years: Years, governed: Governed) -> bool:
    """Whether enough is said for a pledge of this kind."""
    match goal.kind:
        case "net_zero":
            loose = is_loose(line.low[goal.start : goal.end])
            if governed.firmness == "urged":
                around = line.low[max(0, goal.start - _AROUND) : goal.end + _AROUND]
                loose = _TO_BE_SET.search(around) is None
            return goal.reference or years.target is not None or not loose
        case "peak":
            return years.target is not None
        case "reduction":
            return goal.figure is not None or goal.reference or governed.firmness == "urged"
        case "other":
            known = goal.about in ("methane", "deforestation", "trees") or (
                goal.about != "NDC" and years.target is not None
            )
            return known or governed.firmness == "urged"
        case _:
            return True


def _is_collective_sum(line: Line, goal: Goal) -> bool:
    """The 100, later 300, billion dollars a year of the developed-country Parties (decisions 1/CP.16 and 1/CMA.6)."""
    if goal.kind != "finance" or goal.figure is None:
        return False
    if goal.about != "a year" and not _KNOWN_SUM.match(line.low, goal.end):
        return False
    return goal.figure[1] in _COLLECTIVE_SUMS and goal.figure[2] == "USD"


def _draft(line: Line, goal: Goal, years: Years, governed: Governed, holder: Holder, room: tuple[int, int]) -> Draft:
    first, last = _extent(goal, years, governed, room[0])
    target = None if goal.kind == "finance" and _is_long_past(line, years) else years.target
    return Draft(
        party=holder.parties[0],
        kind=goal.kind,
        firmness=governed.firmness,
        quotes=(line.context.quote(line.offset + first, line.offset + last),),
        basis=goal.basis,
        gas=goal.gas,
        figure=goal.figure,
        to_level=goal.to_level,
        base_year=years.base.year if years.base and goal.kind == "reduction" else None,
        target_year=target.year if target else goal.year,
        qualifier=target.qualifier if target else None,
        about=goal.about,
        condition=_condition(line, goal, room[1]),
        urged_by=tuple(code for code in urgers(line, governed) if code not in holder.parties),
        inferred=(("party", holder.inferred),) if holder.inferred else (),
        reference=goal.reference,
        older=goal.older,
    )


def _is_long_past(line: Line, years: Years) -> bool:
    published = line.context.published
    return bool(published and years.target and years.target.year < published.anchor.year - _OLDEST_DEBT)


def _condition(line: Line, goal: Goal, end: int) -> str | None:
    """The document's words for what the goal depends on."""
    found = _CONDITION.search(line.low, goal.start, min(end, goal.end + _LONGEST_CONDITION))
    return line.context.document.text[line.offset + found.start() : line.offset + found.end()] if found else None


def _extent(goal: Goal, years: Years, governed: Governed, begin: int) -> tuple[int, int]:
    """The words that carry the goal: from the verb or noun that governs it, if near, to its years."""
    stated = [year for year in (years.target, years.base) if year is not None]
    near = [year for year in stated if year.start - goal.end < _YEARS_BEHIND and goal.start - year.end < _YEARS_AHEAD]
    starts = [goal.start, *(year.start for year in near)]
    cue = governed.cue
    if cue is not None and begin <= cue.start < goal.start and goal.start - cue.end < _CUE_AHEAD:
        starts.append(cue.start)
    return min(starts), max([goal.end, *(year.end for year in near)])
