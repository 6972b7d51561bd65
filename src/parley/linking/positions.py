"""Positions through time: what a Party holds on an issue, repeated statements joined, changes marked.

Statements join where Party, issue, stance, addressees and direction are the same. The direction is for or against what
the issue names: "opposes new coal plants" and "supports an end to coal" point the same way. A stance changes where a
Party is later, on another day, told to hold the opposite towards the same addressees. Two documents of one day that
differ are two stances side by side, and what has no date changes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parley.linking.shelf import Shelf
from parley.records import Position, Stance
from parley.terms.when import Interval

_Side = tuple[str, int]
_Key = tuple[str, frozenset[str], _Side | None]

_SIDES = {
    "supports": ("for", 1),
    "urges": ("for", 1),
    "opposes": ("for", -1),
    "links": ("tie", 1),
    "separates": ("tie", -1),
}
# Issues that name a thing rather than an aim: who supports the end of it is against it, and who urges somebody over it
# without speaking of an end takes no side.
_THINGS = frozenset(
    ("coal", "coal_finance", "fossil_fuels", "sanctions", "trade", "emissions", "methane", "carbon_border", "nuclear")
)
_ENDING = re.compile(
    r"\b(?:phas(?:e|es|ed|ing)[- ]?(?:out|down)|end(?:s|ed|ing)?|stop(?:s|ped|ping)?|halt\w*|abandon\w*"
    r"|ban(?:s|ned|ning)?|lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|scrap\w*"
    r"|remov\w+|quit\w*|exit\w*|cut(?:s|ting)?|curb\w*|reduc\w+"
    r"|decreas\w+|lower\w*|limit\w*|move away|moving away|leav(?:e|es|ing)|without|no more|less|fewer)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class _Line:
    """Statements of one stance, by age, and the stances that it ended."""

    statements: list[Position]
    side: _Side | None
    departs_from: list[_Line] = field(default_factory=list)


def link_positions(shelf: Shelf) -> tuple[Stance, ...]:
    """All stances by Party and issue, each issue by age."""
    by_matter: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in shelf.by_age(position for reading in shelf for position in reading.positions):
        by_matter[position.party, position.issue].append(position)
    return tuple(stance for matter in sorted(by_matter) for stance in _stances(_lines(by_matter[matter], shelf), shelf))


def _lines(positions: Iterable[Position], shelf: Shelf) -> list[_Line]:
    """Statements of one matter by stance; ``still`` holds the stances that nothing has ended yet."""
    lines: list[_Line] = []
    still: dict[_Key, _Line] = {}
    for position in positions:
        key = position.stance, frozenset(position.towards), _side(position)
        if key in still:
            still[key].statements.append(position)
            continue
        line = _Line([position], key[2])
        ended = {
            name: other
            for name, other in still.items()
            if _opposite(line, other) and _is_later(position, other.statements, shelf)
        }
        line.departs_from = list(ended.values())
        still = {name: other for name, other in still.items() if name not in ended} | {key: line}
        lines.append(line)
    return lines


def _stances(lines: Sequence[_Line], shelf: Shelf) -> list[Stance]:
    ids = {id(line): _stance(line, shelf, ()).id for line in lines}
    return [_stance(line, shelf, tuple(sorted(ids[id(other)] for other in line.departs_from))) for line in lines]


def _stance(line: _Line, shelf: Shelf, departs_from: tuple[str, ...]) -> Stance:
    first = line.statements[0]
    told = [day for position in line.statements if (day := shelf.published(position))]
    return Stance(
        reports=tuple(position.id for position in line.statements),
        party=first.party,
        issue=first.issue,
        stance=first.stance,
        towards=first.towards,
        holders=tuple(dict.fromkeys(position.holder for position in line.statements if position.holder)),
        since=told[0] if told else None,
        until=told[-1] if told else None,
        departs_from=departs_from,
        reasons=_reasons(line, shelf),
    )


def _reasons(line: _Line, shelf: Shelf) -> tuple[str, ...]:
    """How the change shows: what was held before and until when, and since when not."""
    since = _words(shelf.published(line.statements[0]))
    return tuple(
        f"{other.statements[0].stance} until {_words(shelf.published(other.statements[-1]))}, "
        f"{line.statements[0].stance} since {since}: {_direction(other)}, then {_direction(line)}"
        for other in line.departs_from
    )


def _direction(line: _Line) -> str:
    assert line.side
    kind, sign = line.side
    if kind == "tie":
        return "tied to other matters" if sign > 0 else "kept apart from other matters"
    return "for it" if sign > 0 else "against it"


def _words(when: Interval | None) -> str:
    if when is None:
        return "an unknown day"
    return when.start.isoformat() if when.start and when.start == when.end else when.iso


def _side(position: Position) -> _Side | None:
    """On which side of the issue it stands, None where its stance takes none."""
    if position.stance not in _SIDES:
        return None
    kind, sign = _SIDES[position.stance]
    if kind == "tie" or position.issue not in _THINGS:
        return kind, sign
    if _ENDING.search(position.quote.exact):
        return kind, -sign
    return None if position.stance == "urges" else (kind, sign)


def _opposite(one: _Line, other: _Line) -> bool:
    """Whether they stand on opposite sides, towards the same Parties as far as both name some.

    Two of one stance are told of different matters, not of a change.
    """
    if one.side is None or other.side is None or (one.side[0], -one.side[1]) != other.side:
        return False
    if one.statements[0].stance == other.statements[0].stance:
        return False
    ours, theirs = set(one.statements[0].towards), set(other.statements[0].towards)
    return not ours or not theirs or bool(ours & theirs)


def _is_later(position: Position, before: Sequence[Position], shelf: Shelf) -> bool:
    """Whether it was certainly told on a later day than all of ``before``."""
    day = shelf.published(position)
    if day is None or day.start is None:
        return False
    told = [shelf.published(other) for other in before]
    return all(other is not None and other.end is not None and other.end < day.start for other in told)
