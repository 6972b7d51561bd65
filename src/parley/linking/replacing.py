"""Which pledge took another's place: because a document says so, or because the older one is heard of no more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.linking.pledge_terms import matter_of
from parley.linking.shelf import Shelf
from parley.records import Pledge

_CHANGE = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|strengthen\w*|enhanc\w+|updat(?:e|ed|ing)|new(?:ly)?|revis\w+|lower(?:s|ed|ing)?|weaken\w*"
    r"|water(?:s|ed|ing)? down|scal(?:e|es|ed|ing) (?:back|up)|up from|down from|instead of|rather than|previous(?:ly)?"
    r"|earlier (?:pledge|target|goal|promise)|former(?:ly)?|replac\w+|brought forward|push(?:ed|es|ing)? back"
    r"|from its|abandon\w+|drop(?:s|ped|ping)?)\b",
    re.I,
)
_TOO_NEAR = timedelta(days=7)
_OUTVOTED = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one pledge by age; ``first`` and ``last`` are of the dated ones that tell a value or a year."""

    pledges: Sequence[Pledge]
    matter: Hashable
    days: dict[str, date]
    documents: frozenset[str]

    @classmethod
    def of(cls, pledges: Sequence[Pledge], shelf: Shelf) -> Group:
        dated = {pledge.document: shelf.day(pledge) for pledge in pledges if shelf.published(pledge)}
        told = next((pledge for pledge in pledges if matter_of(pledge) is not None), pledges[0])
        return cls(pledges, matter_of(told), dated, frozenset(pledge.document for pledge in pledges))

    @property
    def first(self) -> date | None:
        return min(self.days.values(), default=None)

    def changing(self) -> list[str]:
        """Reports in whose words something is changed."""
        return [pledge.id for pledge in self.pledges if _CHANGE.search(pledge.quote.exact)]


@dataclass(frozen=True, slots=True)
class Replacement:
    """The group numbered ``old`` gave way to ``new``, as ``reports`` show."""

    old: int
    new: int
    reports: tuple[str, ...]


def replacements(groups: Sequence[Group]) -> list[Replacement]:
    """At most one for each group that gave way. ``groups`` are of one Party and kind."""
    found = _told(groups)
    matters: dict[Hashable, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if group.matter is not None and group.first is not None:
            matters[group.matter].append(number)
    for numbers in matters.values():
        by_age = sorted(numbers, key=lambda number: (groups[number].first or date.max, groups[number].pledges[0].id))
        for place, old in enumerate(by_age):
            newer = (new for new in by_age[place + 1 :] if old not in found and not _leads_to(new, old, found))
            later = (_given_way(groups, old, new) for new in newer)
            if change := next((one for one in later if one), None):
                found[old] = change
    return [found[old] for old in sorted(found)]


def _leads_to(group: int, other: int, found: Mapping[int, Replacement]) -> bool:
    """Whether a group gave way to another, at once or by way of others."""
    passed: set[int] = set()
    while group in found and group not in passed:
        passed.add(group)
        group = found[group].new
    return group == other


def _told(groups: Sequence[Group]) -> dict[int, Replacement]:
    """What a document itself calls replaced."""
    home = {pledge.id: number for number, group in enumerate(groups) for pledge in group.pledges}
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for pledge in group.pledges:
            if pledge.replaces in home and home[pledge.replaces] != number:
                found[home[pledge.replaces]].append((number, pledge.id))
    pairs = {(old, new) for old, news in found.items() for new, _ in news}
    one_way = {old: news for old, news in found.items() if not any((new, old) in pairs for new, _ in news)}
    return {
        old: Replacement(old, news[0][0], tuple(report for new, report in news if new == news[0][0]))
        for old, news in one_way.items()
    }


def _given_way(groups: Sequence[Group], number: int, newer: int) -> Replacement | None:
    """Whether the older of two pledges of one matter gave way to the newer.

    It did when it is told alone no more once the newer one is, and either a document tells both or speaks of a change,
    or the newer one is borne out by more than a lone report against many.
    """
    old, new = groups[number], groups[newer]
    assert new.first is not None
    alone = [day for document, day in old.days.items() if document not in new.documents]
    both = [pledge.id for pledge in new.pledges if pledge.document in old.documents]
    telling = list(_ordered(new, {*both, *new.changing()}))
    after = sum(day > new.first for day in alone)
    if telling:
        return Replacement(number, newer, tuple(telling)) if after < len(new.documents) else None
    if after or (alone and new.first - max(alone) <= _TOO_NEAR):
        return None
    if len(new.documents) == 1 and len(old.documents) >= _OUTVOTED:
        return None
    return Replacement(number, newer, (new.pledges[0].id,))


def _ordered(group: Group, reports: set[str]) -> Iterator[str]:
    return (pledge.id for pledge in group.pledges if pledge.id in reports)
