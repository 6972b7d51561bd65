"""From the sentences of a document to its pledges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parley.reading.context import Context
from parley.reading.pledges.figures import find_valued
from parley.reading.pledges.firmness import Cue, Governed, find_cues, read_firmness
from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.goals import find_unvalued, is_loose
from parley.reading.pledges.holders import Holder, find_holder, urgers
from parley.reading.pledges.lists import find_listed
from parley.reading.pledges.merging import Draft, merge, reports
from parley.reading.pledges.vocabulary import alternatives
from parley.reading.pledges.years import Years, assign_years, find_years
from parley.records import Pledge

_WORTH_READING = re.compile(alternatives("emissions", "neutrality", "clean", "fossil", "paying") + r"|peak|\d ?%|per ?cent|gigawatt|degrees|°|20[2-9]\d")
_CONDITION = re.compile(r"\b(?:with (?:international|outside|foreign|external|financial) (?:support|help|assistance|aid|finance)|if (?:there is|it (?:gets|receives)|given)[^,.;]*|(?:conditional|subject) (?:up)?on [^,.;]*|subject to [^,.;]*)")
_MOST_HOLDERS = 6


def read_pledges(context: Context) -> Iterable[Pledge]:
    """All pledges of the document, one record each however often it is told."""
    reader = _Reader(context)
    for sentence in context.sentences:
        reader.read(Line.of(context, sentence))
    return reports(context.document.id, merge(reader.drafts))


class _Reader:
    """Reads line by line, and remembers what the next line may refer back to."""

    def __init__(self, context: Context) -> None:
        self.drafts: list[Draft] = []
        self._context = context
        self._goal: Goal | None = None
        self._year: int | None = None
        self._read_at = -2
        self._topic: tuple[str, ...] = ()

    def read(self, line: Line) -> None:
        """Add the pledges of one sentence."""
        if not _WORTH_READING.search(line.low):
            return
        goals = find_goals(line, self._goal)
        begin = goals[0].start if goals else len(line.low)
        if self.drafts and line.sentence.index - self._read_at <= 1:
            self.drafts += find_listed(line, 0, replace(self.drafts[-1], firmness="pledged", urged_by=()), begin)
        years = _shared(goals, assign_years(goals, find_years(line, self._year)))
        cues = find_cues(line)
        for index, goal in enumerate(goals):
            next_goal = goals[index + 1].start if index + 1 < len(goals) else len(line.low)
            self._read_goal(line, goal, years[index], cues, next_goal)

    def _read_goal(self, line: Line, goal: Goal, years: Years, cues: list[Cue], next_goal: int) -> None:
        governed = read_firmness(line, goal, cues, next_goal, years.target is not None) or _stated_by_itself(line, goal, years)
        if governed is None or not _complete(line, goal, years, governed):
            return
        holder = find_holder(line, goal, governed, self._topic)
        if not holder.parties and _is_collective_sum(goal):
            holder = Holder(("DEV",), "the yearly sum that developed countries promised together")
        if not holder.parties or len(holder.parties) > _MOST_HOLDERS:
            return
        inferred = (("party", holder.inferred),) if holder.inferred else ()
        own = [_draft(line, goal, years, governed, party, inferred, next_goal) for party in holder.parties]
        self.drafts += own
        self.drafts += find_listed(line, goal.end, own[-1], next_goal)
        self._read_at = line.sentence.index
        self._goal = goal
        self._year = own[-1].target_year or self._year
        if governed.firmness != "urged" and "WLD" not in holder.parties:
            self._topic = holder.parties


def find_goals(line: Line, previous: Goal | None) -> list[Goal]:
    """The goals of a sentence in order, each stretch of text in one goal only."""
    valued = list(find_valued(line, previous))
    plain = [goal for goal in find_unvalued(line) if not any(_covers(other, goal) for other in valued)]
    goals: list[Goal] = []
    for goal in sorted(valued + plain, key=lambda goal: (goal.start, -goal.end)):
        if not goals or goal.start >= goals[-1].end:
            goals.append(replace(goal, listed=any(other.kind == goal.kind and other.figure for other in goals)))
    return goals


def _covers(valued: Goal, plain: Goal) -> bool:
    """A cut without a number is the same as one with a number right behind or before it."""
    overlapping = valued.start < plain.end and plain.start < valued.end
    beside = plain.kind == valued.kind == "reduction" and not plain.reference and -60 < valued.start - plain.end < 60
    same_gas = plain.kind == "other" and plain.gas is not None and plain.gas == valued.gas
    same_end = plain.kind == "phase_out" and valued.kind in ("phase_out", "finance") and abs(valued.start - plain.start) < 40
    return overlapping or beside or same_gas or same_end


def _shared(goals: Sequence[Goal], years: list[Years]) -> list[Years]:
    """Years that a goal of a list shares with its neighbours: "a cut of 40 % and a share of 30 % by 2030"."""
    shared = list(years)
    sharing = ("reduction", "share", "capacity")
    for index, goal in enumerate(goals):
        if goal.kind not in sharing or goal.reference:
            continue
        neighbours = [i for i in (index - 1, index + 1) if 0 <= i < len(goals) and goals[i].kind in sharing]
        target, base = shared[index].target, shared[index].base
        for other in neighbours:
            target = target or (shared[other].target if not goals[other].older or goal.older else None)
            base = base or (shared[other].base if goal.kind == goals[other].kind == "reduction" else None)
        shared[index] = Years(target, base)
    return shared


def _stated_by_itself(line: Line, goal: Goal, years: Years) -> Governed | None:
    """A goal in a list or a caption needs no verb: "Ruritania: 40 % below 2005 by 2030"."""
    if re.match(r"^\W*[^:\n]{2,40}: ", line.low) and (years.target or years.base or goal.older):
        return Governed("pledged")
    return Governed("pledged") if goal.reference or goal.older else None


def _complete(line: Line, goal: Goal, years: Years, governed: Governed) -> bool:
    """Whether enough is said for a pledge of this kind."""
    words = line.low[goal.start : goal.end]
    match goal.kind:
        case "net_zero":
            return goal.reference or years.target is not None or (not is_loose(words) and governed.firmness != "urged")
        case "peak":
            return years.target is not None
        case "reduction":
            return goal.figure is not None or goal.reference or governed.firmness == "urged"
        case "other":
            return goal.about in ("methane", "deforestation") or (governed.firmness == "urged")
        case _:
            return True


def _is_collective_sum(goal: Goal) -> bool:
    """The 100, later 300, billion dollars a year of the developed-country Parties (decisions 1/CP.16 and 1/CMA.6)."""
    return goal.kind == "finance" and goal.about == "a year" and goal.figure is not None and goal.figure[1:] in ((1e11, "USD"), (3e11, "USD"))


def _draft(line: Line, goal: Goal, years: Years, governed: Governed, party: str, inferred: tuple[tuple[str, str], ...], next_goal: int) -> Draft:
    start, end = _extent(line, goal, years)
    target = years.target
    published = line.context.published
    if goal.kind == "finance" and target is not None and published and target.year < published.anchor.year - 6:
        target = None
    condition = _CONDITION.search(line.low, goal.start, min(next_goal, goal.end + 120))
    return Draft(
        party=party,
        kind=goal.kind,
        firmness=governed.firmness,
        quotes=(line.context.quote(line.offset + start, line.offset + end),),
        basis=goal.basis,
        gas=goal.gas,
        figure=goal.figure,
        to_level=goal.to_level,
        base_year=years.base.year if years.base and goal.kind == "reduction" else None,
        target_year=target.year if target else goal.year,
        qualifier=target.qualifier if target else None,
        about=goal.about,
        condition=line.context.document.text[line.offset + condition.start() : line.offset + condition.end()] if condition else None,
        urged_by=tuple(code for code in urgers(line, governed) if code != party),
        inferred=inferred,
        reference=goal.reference,
        older=goal.older,
    )


def _extent(line: Line, goal: Goal, years: Years) -> tuple[int, int]:
    """The words that carry the goal: with its years, and with the verb or noun of cutting before a figure."""
    near = [y for y in (years.target, years.base) if y is not None and y.start - goal.end < 140 and goal.start - y.end < 90]
    return min([goal.start, *(y.start for y in near)]), max([goal.end, *(y.end for y in near)])
