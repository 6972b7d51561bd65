"""Rises and falls of anything that no figure tells the size of: "the share of coal dwindled between 2010 and 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.reading.claims.denials import is_denied
from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.evidence import frame, names_world, opens_with_a_condition
from parley.reading.claims.figures import said_in
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import joined, referent
from parley.reading.claims.told import about_of
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.parties import PartyMention
from parley.records.claim import Direction

_FALLEN, _RISEN, _LOWERED, _RAISED = (frame("movements", form) for form in ("fallen", "risen", "lowered", "raised"))
_OF_IT, _SPAN, _IN_YEAR, _NOT_OF_FIGURES = (
    frame("movements", form) for form in ("of_it", "span", "in_year", "not_of_figures")
)
_FORMS: tuple[tuple[re.Pattern[str], Direction, bool], ...] = (
    (_LOWERED, "down", True),
    (_RAISED, "up", True),
    (_FALLEN, "down", False),
    (_RISEN, "up", False),
)
_GOAL, _CONDITION = phrase(r"\b<goals>\b"), construction("scope", "condition")
_PARTED = re.compile(r"[;]|,? (?:while|whereas|but|although|though)\b|, and (?=in\b)|\. ")
_ONLY = re.compile(r"\bonly (?:the )?$")
_OWNS = re.compile(r"\b(?:its|their|the country's|the bloc's)\b")
_OBJECT = 45
_FIGURED = frozenset(("percent", "fraction", "emissions", "mass", "multiple", "power", "count", "energy"))


@dataclass(frozen=True, slots=True)
class _Movement:
    """A word of rising or falling at ``start`` to ``end``, in its part ``first`` to ``last`` of a sentence."""

    start: int
    end: int
    first: int
    last: int
    direction: Direction
    done_to: bool


def find_movements(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with the rises and falls without a figure that no other rule has."""
    if not line.sentence.dates or not any(form.search(line.low) for form, _, _ in _FORMS):
        return list(drafts)
    if opens_with_a_condition(line.low) or _CONDITION.search(line.low):
        return list(drafts)
    found: list[Draft] = []
    for movement in _movements(line):
        if not _is_taken(line, movement, drafts):
            found += _read(line, movement, found)
    alone = len(found) == 1 and _ONLY.search(line.low[: _first_party(line)]) is not None
    return [*drafts, *([] if alone else found)]


def _movements(line: Line) -> Iterator[_Movement]:
    taken: list[tuple[int, int]] = []
    breaks = [found.span() for found in _PARTED.finditer(line.low)]
    for form, direction, done_to in _FORMS:
        for found in form.finditer(line.low):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            first = max([0, *(end for _, end in breaks if end <= found.start())])
            last = min([len(line.low), *(start for start, _ in breaks if start >= found.end())])
            object_of = _of_object(line, found.end(), last) if done_to else None
            if done_to and object_of is None:
                continue
            taken.append(found.span())
            yield _Movement(found.start(), found.end(), first, last, direction, done_to)


def _of_object(line: Line, end: int, last: int) -> str | None:
    """What the object of a verb is of, where it is something of the subject's own."""
    words = line.low[end:last]
    return about_of(words) if _OWNS.search(words[:_OBJECT]) else None


def _read(line: Line, movement: _Movement, earlier: Sequence[Draft]) -> Iterator[Draft]:
    before, after = line.low[movement.first : movement.start], line.low[movement.end : movement.last]
    if _is_wished(line, movement) or _has_a_figure(line, movement) or _NOT_OF_FIGURES.search(before + after):
        return
    about = _of_object(line, movement.end, movement.last) if movement.done_to else about_of(before)
    if about is None and not movement.done_to and earlier and _OF_IT.search(before):
        about = earlier[-1].scope.about
    years = _years(line, movement)
    if about is None or years is None:
        return
    for subject in _whose(line, movement, about):
        yield Draft(
            measure="change",
            subject=subject,
            figure=(None, None, None),
            start=line.offset + movement.first + len(before) - len(before.lstrip(" ,")),
            end=line.offset + movement.last,
            sentence=line.sentence.index,
            written=line.context.document.text[line.offset + movement.start : line.offset + movement.end],
            year=years[1],
            dimension="trend",
            place=(line.offset + movement.start, line.offset + movement.end),
            scope=Scope(about=about, base_year=years[0], direction=movement.direction),
        )


def _whose(line: Line, movement: _Movement, about: str) -> tuple[str, ...]:
    """Whose it is: the Parties joined ahead of the verb, those behind it, or else the world's."""
    ahead = [m for m in line.parties(movement.first, movement.start) if m.code != "WLD"]
    behind = [m for m in line.parties(movement.end, movement.last) if m.code != "WLD"]
    for named in (ahead, [] if movement.done_to else behind):
        if named:
            return _all_joined(line, named)
    if movement.done_to or _OWNS.search(line.low, movement.first, movement.start):
        return referent(line, movement.start)[:1]
    return ("WLD",) if names_world(line.low[movement.first : movement.last]) else ()


def _all_joined(line: Line, named: Sequence[PartyMention]) -> tuple[str, ...]:
    """All of them where they are one list; none where they are not."""
    codes = tuple(dict.fromkeys(m.code for m in named))
    if len(codes) == 1:
        return codes
    return codes if set(joined(line, named)) == set(codes) else ()


def _years(line: Line, movement: _Movement) -> tuple[int | None, int | None] | None:
    """The year counted from and the year arrived at: of its own part, or of the only span of the sentence."""
    own = list(_SPAN.finditer(line.low, movement.first, movement.last))
    every = own or list(_SPAN.finditer(line.low))
    if len(every) == 1:
        found = every[0]
        return (int(found["since"]), None) if found["since"] else (int(found["first"]), int(found["last"]))
    named = list(_IN_YEAR.finditer(line.low, movement.first, movement.last))
    return (None, int(named[0]["year"])) if len(named) == 1 and not every else None


def _is_wished(line: Line, movement: _Movement) -> bool:
    before = said_in(line.low[movement.first : movement.start])
    return _GOAL.search(before) is not None or is_denied(line, movement.start, movement.end)


def _has_a_figure(line: Line, movement: _Movement) -> bool:
    return any(
        movement.first <= number.start - line.offset < movement.last
        for number in line.sentence.numbers
        if number.dimension in _FIGURED
    )


def _is_taken(line: Line, movement: _Movement, drafts: Sequence[Draft]) -> bool:
    """Whether another rule has read this part of the sentence as a change."""
    return any(
        draft.measure == "change"
        and draft.place is not None
        and movement.first <= draft.place[0] - line.offset < movement.last
        for draft in drafts
    )


def _first_party(line: Line) -> int:
    return min((m.start - line.offset for m in line.sentence.parties), default=0)
